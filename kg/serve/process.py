"""A process that answers jobs, as the front holds it."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Mapping
from pathlib import Path

import orjson

from kg.errors import StoreError
from kg.serve.messages import HEAD_BYTES, Job, Reply, job_bytes, lengths, reply_of

_START_SECONDS = 60.0  # to open a store


class Worker:
    """One process. Not for two jobs at a time. `build` is the name of what it has open."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.build = ""

    async def ask(self, job: Job) -> Reply:
        """The reply to a job. EOFError when the process ends before it has answered."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(job_bytes(job))
            await self.process.stdin.drain()
        except ConnectionError:
            raise EOFError from None
        return await self.read()

    async def read(self) -> Reply:
        """The next message of the process."""
        assert self.process.stdout is not None
        try:
            text, body = lengths(await self.process.stdout.readexactly(HEAD_BYTES))
            return reply_of(await self.process.stdout.readexactly(text),
                            await self.process.stdout.readexactly(body))  # fmt: skip
        except asyncio.IncompleteReadError:
            raise EOFError from None

    def kill(self) -> None:
        """End the process at once."""
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()

    def dismiss(self) -> None:
        """Let an idle process end by itself."""
        if self.process.stdin is not None:
            self.process.stdin.close()


async def start(module: str, folders: tuple[Path, ...], limits: Mapping[str, float]) -> tuple[Worker, Reply]:
    """Start a process and wait for its first message. Raises StoreError when that tells of a failure."""
    # A process group of its own: Ctrl-C in a terminal is for the front, which ends the workers.
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", module, *map(str, folders), orjson.dumps(limits).decode(),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, start_new_session=True,
        limit=1 << 20,
    )  # fmt: skip
    worker = Worker(process)
    try:
        ready = await asyncio.wait_for(worker.read(), _START_SECONDS)
    except BaseException as error:
        worker.kill()
        await process.wait()
        if isinstance(error, EOFError | TimeoutError):
            raise StoreError(str(folders[0]), "the worker did not start", "look at its message") from None
        raise
    if not ready.build:
        await process.wait()
        raise StoreError(str(folders[0]), ready.body.decode(), "run kg build again")
    worker.build = ready.build
    return worker, ready
