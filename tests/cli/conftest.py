"""The real command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cli_runs import Ran

Run = Callable[..., Ran]


@pytest.fixture
def kg(tmp_path: Path) -> Run:
    """`kg("build", "x.txt")` runs the command in the test's own folder."""

    def run(*words: str | Path, stdin: str = "", cwd: Path = tmp_path) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "kg", *map(str, words)],
            cwd=cwd, input=stdin.encode(), capture_output=True, check=False,
            env={**os.environ, "COLUMNS": "100"},
        )  # fmt: skip
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The build of the seed article, made by the command. Tests read it, none writes it."""
    folder = tmp_path_factory.mktemp("cli") / "exports"
    subprocess.run([sys.executable, "-m", "kg", "build", "-o", str(folder)], check=True, capture_output=True)
    yield folder
