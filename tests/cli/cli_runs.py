"""What the tests of the command line share."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

SEED = Path(__file__).parents[2] / "seeds" / "articles" / "s01.txt"


@dataclass(frozen=True)
class Ran:
    """What a command left behind: its exit code, its data and its talk."""

    code: int
    out: str
    err: str

    def problems(self) -> list[str]:
        """The lines that say what is wrong."""
        return [line for line in self.err.splitlines() if line.startswith("kg: ")]


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a build but those of the store, whose bytes differ from build to build."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def put_command(folder: Path) -> None:
    """A `kg` in folder/bin, for lines that a shell runs."""
    (folder / "bin").mkdir()
    (folder / "bin" / "kg").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n')
    (folder / "bin" / "kg").chmod(0o755)
