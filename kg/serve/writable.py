"""The writable copy of a build, as the front holds it: one writer, and the snapshots that it gives."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kg.errors import KgError
from kg.serve.limits import Limits
from kg.serve.messages import SNAPSHOT, Job, Refusal, Reply, too_slow
from kg.serve.process import Worker, log, start


class WritableCopy:
    """A copy beside the build. `serve` is told the folder and the name of each new snapshot."""

    def __init__(self, exports: Path, limits: Limits, serve: Callable[[Path, str], None]) -> None:
        self._exports = exports
        self._limits = limits
        self._serve = serve
        self._writer: Worker | None = None
        self._writing = asyncio.Lock()
        self.origin = ""  # name of the build that was copied

    async def start(self) -> None:
        """Have a writer copy the build and do again what the journal tells. Raises StoreError."""
        work = self._exports.with_name(f".{self._exports.name}.writable")
        self._writer, ready = await start("kg.serve.writer", (self._exports, work), self._limits.given())
        self.origin = ready.body.decode()
        self._serve(Path(ready.headers[SNAPSHOT]), ready.build)

    async def stop(self) -> None:
        """Wait for the writer, which ends by itself and removes the copy."""
        if self._writer is not None:
            self._writer.dismiss()
            await self._writer.process.wait()

    async def restart(self) -> None:
        """Begin again with what stands in the folder of the build."""
        async with self._writing:
            await self._end()
            await self.start()

    async def write(self, job: Job) -> Reply:
        """The reply to a job; what is served has changed when it is there. Refusal 503."""
        async with self._writing:
            try:
                if self._writer is None:
                    await self.start()
                assert self._writer is not None
                async with asyncio.timeout(self._limits.seconds):
                    reply = await self._writer.ask(job)
            except TimeoutError:
                await self._end()
                raise too_slow("update", self._limits.seconds) from None
            except (EOFError, KgError, OSError) as error:
                await self._end()
                log(f"the writer ended ({error or 'too much memory, or a full disk'})")
                raise Refusal(503, "nothing was written: too much for one update, or the disk is full",
                              {"Retry-After": "5"}) from None  # fmt: skip
            if reply.build:
                self._serve(Path(reply.headers[SNAPSHOT]), reply.build)
            shown = {name: value for name, value in reply.headers.items() if name != SNAPSHOT}
            return replace(reply, headers=shown)

    async def _end(self) -> None:
        if self._writer is not None:
            self._writer.kill()
            await self._writer.process.wait()  # it holds the journal until then
            self._writer = None
