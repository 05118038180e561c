"""Stages of a build in a process of its own: `python stages.py STAGE SOURCE FOLDER`.

Each stage does all before it too: what it adds is the difference. FOLDER is for what it writes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path


def stage_command(stage: str, source: Path | str, folder: Path | str) -> list[object]:
    """The command that runs a stage."""
    return [sys.executable, "-P", __file__, stage, source, folder]


def fastwarc(source: str, folder: Path) -> None:
    """The answers of an archive, and nothing else."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415

    with Path(source).open("rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
            record.reader.read()


def read_only(source: str, folder: Path) -> None:
    """Articles, none of them kept."""
    from kg.read import read  # noqa: PLC0415

    for _ in read([source]):
        pass


def extracted(source: str, folder: Path) -> None:
    """Facts, none of them kept."""
    from kg.build import facts_of  # noqa: PLC0415

    for _ in facts_of([source]):
        pass


def mapped(source: str, folder: Path) -> None:
    """All quads, sorted, in memory."""
    import kg  # noqa: PLC0415

    kg.build([source])


def written(source: str, folder: Path) -> None:
    """Every export, the store and the page among them."""
    import kg  # noqa: PLC0415

    kg.build([source]).write(folder / "exports")


STAGES: dict[str, Callable[[str, Path], None]] = {
    "fastwarc alone": fastwarc, "read": read_only, "extract": extracted, "resolve, map": mapped,
    "write": written,
}  # fmt: skip


def main() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    STAGES[sys.argv[1]](sys.argv[2], Path(sys.argv[3]))


if __name__ == "__main__":
    main()
