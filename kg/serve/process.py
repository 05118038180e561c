"""A process that answers jobs, as the front holds it: one line to it, on which several jobs may wait."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import sys
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import orjson

from kg.errors import StoreError
from kg.serve.messages import REPLACED, Job, Reply, job_bytes, reply_of, whole_messages

_START_SECONDS = 60.0  # to open a store
_LOG = 2  # standard error: whatever a library prints in the process goes there


@dataclass(slots=True, eq=False)
class Asked:
    """A job, who waits for its reply, since when, and the number that it has on a worker's line."""

    job: Job
    reply: asyncio.Future[Reply]
    since: float = 0.0
    number: int = -1


class Worker(asyncio.Protocol):
    """One process. `build` is the name of what it has open, `asked` what it is to answer, in order."""

    def __init__(self) -> None:
        self.build = ""
        self.asked: deque[Asked] = deque()
        self.turned = 0.0  # when it turned to the first of them
        self.when_free: Callable[[Worker], None] = lambda worker: None
        self.when_lost: Callable[[Worker], None] = lambda worker: None
        self.process: asyncio.subprocess.Process
        self._line: asyncio.Transport
        self._loop = asyncio.get_running_loop()
        self._buffer = bytearray()
        self._number = 0

    def give(self, batch: Sequence[Asked]) -> None:
        """Send jobs."""
        if not self.asked:
            self.turned = self._loop.time()
        for each in batch:
            self._number += 1
            each.number = self._number
        self.asked.extend(batch)
        self._line.write(b"".join([job_bytes(each.number, each.job) for each in batch]))

    async def ask(self, job: Job) -> Reply:
        """The reply to a job. EOFError when the process ends before it has answered."""
        asked = Asked(job, self._loop.create_future())
        self.give((asked,))
        return await asked.reply

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The line stands; the first message comes unasked."""
        self._line = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Hand replies to those who wait; one to a job that was taken back is nobody's."""
        self._buffer += data
        for number, text, body in whole_messages(self._buffer):
            if not self.asked or self.asked[0].number != number:
                continue
            asked = self.asked.popleft()
            self.turned = self._loop.time()
            reply = reply_of(text, body)
            if reply.status == REPLACED:
                self.build = ""
            if not asked.reply.done():
                asked.reply.set_result(reply)
        if not self.asked:
            self.when_free(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """The process has ended."""
        self.when_lost(self)
        for asked in self.asked:
            if not asked.reply.done():
                asked.reply.set_exception(EOFError())
        self.asked.clear()

    def kill(self) -> None:
        """End the process at once."""
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        self._line.abort()

    def dismiss(self) -> None:
        """Let an idle process end by itself."""
        self._line.close()

    async def first(self) -> Reply:
        """Its first message, which answers no job."""
        asked = Asked(Job("open"), self._loop.create_future(), number=0)
        self.asked.append(asked)
        return await asked.reply


async def start(module: str, folders: tuple[Path, ...], limits: Mapping[str, float]) -> tuple[Worker, Reply]:
    """Start a process and wait for its first message. Raises StoreError when that tells of a failure."""
    ours, theirs = socket.socketpair()
    _, worker = await asyncio.get_running_loop().create_unix_connection(Worker, sock=ours)
    waiting = asyncio.ensure_future(worker.first())
    with theirs:
        # A process group of its own: Ctrl-C in a terminal is for the front, which ends the workers.
        worker.process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", module, *map(str, folders), orjson.dumps(limits).decode(),
            stdin=theirs.fileno(), stdout=_LOG, start_new_session=True,
        )  # fmt: skip
    try:
        ready = await asyncio.wait_for(waiting, _START_SECONDS)
    except BaseException as error:
        worker.kill()
        await worker.process.wait()
        if isinstance(error, EOFError | TimeoutError):
            raise StoreError(str(folders[0]), "the worker did not start", "look at its message") from None
        raise
    if not ready.build:
        worker.kill()
        await worker.process.wait()
        raise StoreError(str(folders[0]), ready.body.decode(), "run kg build again")
    worker.build = ready.build
    return worker, ready


def log(line: str) -> None:
    """A line for whoever runs the server."""
    print(f"kg serve: {line}", file=sys.stderr, flush=True)
