"""The writer: the one process that holds the writable copy of a build. Readers open its snapshots.

    python -m kg.serve.writer EXPORTS WORK '{"memory": …, "seconds": …}'

It copies the store of the build into the folder WORK, runs the journal over the copy, and takes snapshots:
one at the start, one after each write. A reply to a write that was done names the newest snapshot (in
`build`, and its folder in a header). When it is ended, its successor begins with the build again.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path

import orjson

from kg.errors import KgError, QueryError, StoreConflict
from kg.serve.builds import build_id
from kg.serve.inbox import Inbox
from kg.serve.journal import Journal, journal_path
from kg.serve.messages import SNAPSHOT, Job, Reply
from kg.serve.served import open_served
from kg.serve.worker import answered, limit_process, limit_time
from kg.serve.writing import WRITES
from kg.store import WritableStore, copy_writable
from kg.vocab import PREFIXES

_KEPT = 2  # snapshots: the one that is served, and the one before, which a reader may be opening


class Writer:
    """The copy, its journal and its snapshots."""

    def __init__(self, exports: Path, work: Path, journal: Journal) -> None:
        self._journal = journal
        self._work = work
        self._numbers = count(1)
        self._kept: list[Path] = []
        store, self.origin = open_served(exports)
        self._base = store.base
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        self._store: WritableStore = copy_writable(store, work / "store")
        with contextlib.suppress(OSError):  # the page of the network stands beside the store
            shutil.copy(exports / "graph.html", work)
        for number, text in enumerate(journal.updates(), 1):
            try:
                self._store.update(text, base=self._base, prefixes=PREFIXES)
            except (QueryError, StoreConflict) as error:
                _log(f"line {number} of the journal no longer holds and is left out: {error}")

    def snapshot(self, reply: Reply) -> Reply:
        """The reply, with the name and the folder of a new snapshot."""
        folder = self._work / f"snapshot-{next(self._numbers)}"
        self._store.snapshot(folder)
        self._kept.append(folder)
        while len(self._kept) > _KEPT:
            shutil.rmtree(self._kept.pop(0), ignore_errors=True)
        return replace(reply, headers={**reply.headers, SNAPSHOT: str(folder)}, build=build_id(folder))

    def write(self, job: Job) -> Reply:
        """Do one write. When it cannot be kept it is not acknowledged, and the process ends."""
        text, reply = WRITES[job.kind](job, self._store)
        self._store.update(text, base=self._base, prefixes=PREFIXES)
        try:
            self._journal.append(text)
        except OSError as error:
            _log(f"the journal cannot be written ({error.strerror}); nothing is written any more")
            raise SystemExit(1) from None
        return self.snapshot(reply)


def main(exports: Path, work: Path, limits: Mapping[str, float], inbox: Inbox) -> None:
    """Write until the front has gone."""
    limit_process(int(limits["memory"]))
    number = 0
    try:
        with Journal(journal_path(exports)) as journal:
            writer = Writer(exports, work, journal)
            inbox.send(number, writer.snapshot(Reply(200, "text/plain", writer.origin.encode())))
            while (given := inbox.next()) is not None:
                number, job = given
                limit_time(limits["seconds"])
                inbox.send(number, answered(writer.write, job))
    except (KgError, OSError) as error:
        inbox.send(number, Reply(500, "text/plain", str(error).encode()))
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _log(line: str) -> None:
    print(f"kg serve: {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    with contextlib.suppress(OSError, KeyboardInterrupt):  # the front has gone
        main(Path(sys.argv[1]), Path(sys.argv[2]), orjson.loads(sys.argv[3]), Inbox())
