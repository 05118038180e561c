"""The workers: started, asked, ended when they take too long, and led to the new build when there is one."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path

from kg.errors import KgError
from kg.serve.builds import build_id
from kg.serve.limits import Limits
from kg.serve.messages import REPLACED, SNAPSHOT, Job, Refusal, Reply
from kg.serve.process import Worker, start

_LOOK_EVERY = 0.5  # seconds between two looks at the folder
_OPEN_SECONDS = 60.0  # for a worker to open another build
_RETRY = "Retry-After"


class Pool:
    """Workers over one folder. `start` before the first job, `stop` after the last.

    With `writable`, a writer copies the build beside it, and the workers read the snapshots of that copy.
    """

    def __init__(self, folder: Path, limits: Limits, *, writable: bool = False) -> None:
        self._exports = folder.resolve()
        self._source = self._exports  # what the workers open
        self._limits = limits
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        self._all: set[Worker] = set()  # that answer, or are to
        self._leaving: set[Worker] = set()  # that have been told to end
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting = 0
        self._writable = writable
        self._writer: Worker | None = None
        self._writing = asyncio.Lock()
        #: Name of what is served: the build, or the snapshot of its copy.
        self.build = ""
        self._origin = ""  # the build

    async def start(self) -> None:
        """Start every worker. Raises StoreError when there is no build to serve."""
        if self._writable:
            await self._start_writer()
        first = await self._hire()
        self.build = first.build
        self._origin = self._origin or first.build
        self._idle.put_nowait(first)
        for worker in await asyncio.gather(*(self._hire() for _ in range(self._limits.workers - 1))):
            self._idle.put_nowait(worker)
        self._background(self._watch())

    async def stop(self) -> None:
        """End every worker. The writer ends by itself and removes its copy."""
        for task in list(self._tasks):
            task.cancel()
        for worker in list(self._all):
            worker.kill()
        if self._writer is not None:
            self._writer.dismiss()
        ending = [*self._all, *self._leaving, *([self._writer] if self._writer else [])]
        await asyncio.gather(*(worker.process.wait() for worker in ending))

    async def run(self, job: Job) -> Reply:
        """The reply to a job, or the refusal of one: 503 when too many wait, or it takes too long.

        When the caller is cancelled, the query ends as well.
        """
        worker = await self._free_worker()
        try:
            async with asyncio.timeout(self._limits.seconds):
                reply = await worker.ask(job)
                while reply.status == REPLACED and await self._opened(worker):
                    reply = await worker.ask(job)
        except TimeoutError:
            self._replace(worker)
            raise _too_slow("query", self._limits.seconds) from None
        except EOFError:
            self._replace(worker)
            raise Refusal(503, "the query needs more memory, or nests deeper, than one query may; "
                          "ask for less") from None  # fmt: skip
        except BaseException:  # cancelled: the client has gone
            self._replace(worker)
            raise
        self._give_back(worker)
        return reply

    async def write(self, job: Job) -> Reply:
        """The reply to a job that writes; every query that begins after it sees what was written."""
        async with self._writing:
            try:
                if self._writer is None:
                    await self._start_writer()
                assert self._writer is not None
                async with asyncio.timeout(self._limits.seconds):
                    reply = await self._writer.ask(job)
            except TimeoutError:
                await self._end_writer()
                raise _too_slow("update", self._limits.seconds) from None
            except (EOFError, KgError, OSError) as error:
                await self._end_writer()
                _log(f"the writer ended ({error or 'too much memory, or a full disk'})")
                raise Refusal(503, "nothing was written: too much for one update, or the disk is full",
                              {_RETRY: "5"}) from None  # fmt: skip
            if reply.build:
                self._serve_snapshot(reply)
            shown = {name: value for name, value in reply.headers.items() if name != SNAPSHOT}
            return replace(reply, headers=shown)

    async def _start_writer(self) -> None:
        """Have a writer copy the build and do again what the journal tells."""
        work = self._exports.with_name(f".{self._exports.name}.writable")
        self._writer, ready = await start("kg.serve.writer", (self._exports, work), self._given())
        self._origin = ready.body.decode()
        self._serve_snapshot(ready)

    async def _end_writer(self) -> None:
        if self._writer is not None:
            self._writer.kill()
            await self._writer.process.wait()  # it holds the journal until then
            self._writer = None

    def _serve_snapshot(self, reply: Reply) -> None:
        self._source, self.build = Path(reply.headers[SNAPSHOT]), reply.build

    async def _free_worker(self) -> Worker:
        while not self._waiting and not self._idle.empty():
            if (worker := await self._usable(self._idle.get_nowait())) is not None:
                return worker
        if self._waiting >= self._limits.waiting:
            raise Refusal(503, "too many queries are waiting; come back in a moment", {_RETRY: "2"})
        self._waiting += 1
        try:
            async with asyncio.timeout(self._limits.seconds):
                while True:
                    if (worker := await self._usable(await self._idle.get())) is not None:
                        return worker
        except TimeoutError:
            raise Refusal(503, "every worker is busy; come back in a moment", {_RETRY: "5"}) from None
        finally:
            self._waiting -= 1

    async def _usable(self, worker: Worker) -> Worker | None:
        """The worker with what is served now open; None, and a successor to come, when it is of no use."""
        try:
            alive = worker.process.returncode is None
            if alive and (worker.build == self.build or await self._opened(worker)):
                return worker
        except BaseException:  # cancelled: it has not answered yet
            self._replace(worker)
            raise
        self._replace(worker)
        return None

    async def _opened(self, worker: Worker) -> bool:
        try:
            async with asyncio.timeout(_OPEN_SECONDS):
                reply = await worker.ask(Job("open", {"folder": str(self._source)}))
        except (EOFError, TimeoutError):
            return False
        worker.build = reply.build
        if reply.build and not self._writable:  # perhaps a newer one than the watch has seen
            self.build = self._origin = reply.build
        return bool(reply.build)

    def _give_back(self, worker: Worker) -> None:
        if len(self._all) > self._limits.workers:  # one too many since the last new build
            worker.dismiss()
            self._bury(worker)
        else:
            self._idle.put_nowait(worker)

    def _replace(self, worker: Worker) -> None:
        """End a worker, and bring in a successor."""
        worker.kill()
        self._bury(worker)
        self._background(self._succeed())

    def _bury(self, worker: Worker) -> None:
        """Count a worker no more; it is forgotten when it has ended."""
        self._all.discard(worker)
        self._leaving.add(worker)

        async def forget() -> None:
            await worker.process.wait()
            self._leaving.discard(worker)

        self._background(forget())

    async def _succeed(self) -> None:
        while True:
            try:
                self._idle.put_nowait(await self._hire())
                return
            except (KgError, OSError) as error:
                _log(f"no worker could be started ({error})")
                await asyncio.sleep(1)

    async def _watch(self) -> None:
        """Notice a new build and turn to it; queries under way finish on the old one."""
        said = ""
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            try:
                found = await asyncio.to_thread(build_id, self._exports)
                if found != self._origin:
                    await self._turn_to_new_build()
                said = ""
            except (KgError, OSError) as error:
                if str(error) != said:
                    said = str(error)
                    _log(f"the new build cannot be opened, the last one is served on ({said})")
                await asyncio.sleep(2)

    async def _turn_to_new_build(self) -> None:
        """A new worker shows that the build opens; the others open it before their next job."""
        if self._writable:
            async with self._writing:
                await self._end_writer()
                await self._start_writer()
            return
        fresh = await self._hire()
        self.build = self._origin = fresh.build
        self._give_back(fresh)

    async def _hire(self) -> Worker:
        """Start a worker and wait until it has opened the store. Raises StoreError."""
        worker, _ = await start("kg.serve.worker", (self._source,), self._given())
        self._all.add(worker)
        return worker

    def _given(self) -> dict[str, float]:
        return {name: getattr(self._limits, name) for name in ("memory", "seconds", "answer")}

    def _background(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _too_slow(what: str, seconds: float) -> Refusal:
    advice = "ask for less, or add a LIMIT" if what == "query" else "change less at once"
    return Refusal(503, f"the {what} took longer than {seconds:g} seconds and was ended; {advice}")


def _log(line: str) -> None:
    print(f"kg serve: {line}", file=sys.stderr, flush=True)
