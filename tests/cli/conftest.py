"""The real command in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cli_runs import Ran

Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def warm() -> Iterator[subprocess.Popen[str]]:
    """The process that runs commands: see warm.py."""
    words = [sys.executable, str(Path(__file__).with_name("warm.py"))]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process


@pytest.fixture
def kg(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, warm: subprocess.Popen[str]) -> Run:
    """`kg("build", "x.txt")` runs the command in the test's own folder, in a process of its own."""
    files = [tmp_path_factory.mktemp("talk") / name for name in ("in", "out", "err")]

    def run(*words: str | Path, stdin: str = "", cwd: Path = tmp_path) -> Ran:
        files[0].write_text(stdin, encoding="utf-8")
        told = {"words": list(map(str, words)), "folder": str(cwd), "files": list(map(str, files)),
                "environment": {**os.environ, "COLUMNS": "100"}}  # fmt: skip
        assert warm.stdin and warm.stdout
        print(json.dumps(told), file=warm.stdin, flush=True)
        code = int(warm.stdout.readline())
        return Ran(code, files[1].read_bytes().decode(), files[2].read_bytes().decode())

    return run


@pytest.fixture(scope="session")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The build of the seed article, made by the command. Tests read it, none writes it."""
    folder = tmp_path_factory.mktemp("cli") / "exports"
    subprocess.run([sys.executable, "-m", "kg", "build", "-o", str(folder)], check=True, capture_output=True)
    yield folder
