"""Sorting lines that may not fit in memory: sorted runs on the disk, merged."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

#: Lines of a run: some 400 MB while it is sorted. A graph of fewer is sorted in memory alone.
RUN = 1_000_000
_CHUNK = 1 << 18  # characters


def write_sorted(lines: Iterable[str], path: Path, run: int = RUN) -> None:
    """Write `lines` (with or without newline) to `path` in the order of their code points, each once.

    Holds at most `run` lines in memory; longer input goes through temporary files beside `path`.
    """
    rest = iter(lines)
    first = _run(rest, run)
    with path.open("w", encoding="utf-8", newline="\n") as file, ExitStack() as opened:
        runs = []
        following = _run(rest, run)
        while following:
            runs.append(opened.enter_context(_spilled(first, path.parent)))
            first, following = following, _run(rest, run)
        if not runs:
            file.writelines(first)
            return
        merged = heapq.merge(*runs, first)
        file.writelines(line for line, _ in groupby(merged))


def read_lines(path: Path) -> Iterator[str]:
    """The lines of a file that `write_sorted` wrote, without newlines."""
    rest = ""
    with path.open(encoding="utf-8", newline="\n") as file:
        while chunk := file.read(_CHUNK):
            *lines, rest = f"{rest}{chunk}".split("\n")
            yield from lines


def _run(lines: Iterator[str], size: int) -> list[str]:
    """The next lines, sorted, each once, with newlines; quick where they come in sorted runs."""
    ended = (line if line.endswith("\n") else f"{line}\n" for line in islice(lines, size))
    return sorted(dict.fromkeys(ended))


def _spilled(lines: list[str], folder: Path) -> IO[str]:
    file = TemporaryFile("w+", encoding="utf-8", newline="\n", dir=folder)  # noqa: SIM115 - the caller's
    file.writelines(lines)
    file.seek(0)
    return file
