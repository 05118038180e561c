"""What was written to a served build: one SPARQL Update a line, beside the exports and never in them.

A build is made anew by `kg build`; the writer copies it and runs the journal over the copy. So what was
written is there again after the next build, and deleting a line (or the file) takes it back.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import orjson

from kg.errors import OutputError


def journal_path(exports: Path) -> Path:
    """exports/ → exports.updates.jsonl beside it."""
    return exports.with_name(f"{exports.name}.updates.jsonl")


class Journal:
    """An open journal, for one process at a time. Raises OutputError when it is not to be had."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file = path.open("a+b")
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputError(str(path), "another server writes to this build", "end it first") from None
        except OSError as error:
            raise OutputError(str(path), f"cannot be written ({error.strerror})",
                              "check the rights") from None

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def updates(self) -> Iterator[str]:
        """The updates, in order. A last line without its end was never acknowledged: it is cut off."""
        self._file.seek(0)
        whole = 0
        for number, line in enumerate(self._file, 1):
            if not line.endswith(b"\n"):
                self._file.truncate(whole)
                return
            whole += len(line)
            try:
                yield str(orjson.loads(line)["update"])
            except (ValueError, TypeError, KeyError):
                raise OutputError(f"{self._path}:{number}", 'is no {"update": "…"}',
                                  "mend or delete the line") from None

    def append(self, update: str) -> None:
        """Add an update; it is on the disk when this returns. Raises OSError."""
        self._file.write(orjson.dumps({"update": update}, option=orjson.OPT_APPEND_NEWLINE))
        self._file.flush()
        os.fsync(self._file.fileno())
