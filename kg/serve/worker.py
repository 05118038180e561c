"""A worker: a process that opens the build once and answers the jobs of its line, one after another.

    python -m kg.serve.worker FOLDER '{"memory": …, "seconds": …, "answer": …}'

It is ended from outside when a job takes too long, and ends itself when the front is gone. Its first message
is an empty reply with the name of the build, or one with status 500 and the reason; so is the answer to a job
`open`, which has it open another folder, or the same one with a new build in it.
"""

from __future__ import annotations

import contextlib
import gzip
import resource
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import orjson

from kg.errors import KgError, QueryError, QueryRefused, StoreConflict, StoreError, StoreReplaced
from kg.serve.answers import ANSWERS
from kg.serve.inbox import Inbox
from kg.serve.messages import REPLACED, TAKE_BACK, Job, Refusal, Reply
from kg.serve.served import open_served
from kg.store import Store

_Opened = tuple[Store, str]  # with the name of the build
_STATUS: Mapping[type[KgError], int] = {QueryRefused: 403, StoreConflict: 409, StoreReplaced: REPLACED}
_GZIP_FROM = 1024  # bytes; below, packing gains nothing
_RENEW_EVERY = 5.0  # seconds between two settings of the limit of processor time
_SPARE = 60  # seconds of processor time that it lies above what one query may take


def main(folder: Path, limits: Mapping[str, float], inbox: Inbox) -> None:
    """Serve until the front has gone."""
    limit_process(int(limits["memory"]))
    opened = None
    limited = -_RENEW_EVERY
    given: tuple[int, Job] | None = (0, Job("open", {"folder": str(folder)}))
    while given is not None:
        number, job = given
        if time.monotonic() - limited > _RENEW_EVERY:
            limit_time(limits["seconds"])
            limited = time.monotonic()
        if job.kind == "open":
            opened, reply = _open(Path(job.values["folder"]), opened)
            inbox.send(number, reply)
            if opened is None:
                return
        else:
            assert opened is not None
            inbox.send(number, replace(_answer(job, opened[0], int(limits["answer"])), build=opened[1]))
        given = inbox.next()


def _open(folder: Path, opened: _Opened | None) -> tuple[_Opened | None, Reply]:
    """Open what stands in a folder, else keep what was open. The reply names the build, or tells why not."""
    try:
        opened = open_served(folder)
    except StoreError as error:
        return opened, Reply(500, "text/plain", str(error).encode())
    return opened, Reply(200, "text/plain", b"", build=opened[1])


def _answer(job: Job, store: Store, limit: int) -> Reply:
    if job.kind == TAKE_BACK:
        return Reply(204, "", b"")
    reply = answered(lambda job: ANSWERS[job.kind](job, store, limit), job)
    if job.gzip and len(reply.body) >= _GZIP_FROM:
        packed = gzip.compress(reply.body, compresslevel=4, mtime=0)
        return replace(reply, body=packed, headers={**reply.headers, "Content-Encoding": "gzip"})
    return reply


def answered(make: Callable[[Job], Reply], job: Job) -> Reply:
    """The reply to one job, whatever happens in it."""
    try:
        return make(job)
    except Refusal as refusal:
        return refusal.reply()
    except (QueryError, StoreConflict, StoreReplaced) as error:
        return Refusal(_STATUS.get(type(error), 400), str(error)).reply()
    except MemoryError:
        return Refusal(503, "the query needs more memory than one query may have; ask for less").reply()
    except Exception as error:
        # Whatever it is, a fault of ours or of the store: the next job is answered all the same.
        return _failure(error)


def _failure(error: Exception) -> Reply:
    problem = " ".join(str(error).split())
    if not isinstance(error, KgError):
        traceback.print_exception(error)
    print(f"kg serve: {type(error).__name__}: {problem[:300]}", file=sys.stderr, flush=True)
    return Refusal(500, "the store failed; the log of the server says more").reply()


def limit_process(memory: int) -> None:
    """Bytes of data that this process may have, and no core files."""
    with contextlib.suppress(ValueError, OSError):  # a lower limit of the system stays
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time(seconds: float) -> None:
    """A second line behind the front's own limit, should the front be killed while a query runs."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + 2 * seconds) + _SPARE
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    with contextlib.suppress(OSError, KeyboardInterrupt):  # the front has gone
        main(Path(sys.argv[1]), orjson.loads(sys.argv[2]), Inbox())
