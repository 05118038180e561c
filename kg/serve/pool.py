"""The workers: started, given the jobs that wait, ended when one takes too long, led to the new build.

An idle worker is given several waiting jobs at once: it then does one after the other without sleeping. With
32 clients a point query takes 0.16 ms of processor time so, and 0.27 ms with one job at a time. A job that is
slow must not keep those behind it waiting: they are taken back after a moment and given to others.
"""

from __future__ import annotations

import asyncio
import os
from collections import deque
from collections.abc import Coroutine
from pathlib import Path

from kg.errors import KgError
from kg.serve.builds import build_id
from kg.serve.limits import Limits
from kg.serve.messages import REPLACED, TAKE_BACK, Job, Refusal, Reply, too_slow
from kg.serve.process import Asked, Worker, log, start
from kg.serve.writable import WritableCopy

_LOOK_EVERY = 0.5  # seconds between two looks at the folder
_OPEN_SECONDS = 60.0  # for a worker to open another build
_CHECK_EVERY = 0.02  # seconds between two looks at what the workers are at
_SLOW = 0.02  # seconds of a job after which those behind it are given to others
_BATCH = 8  # jobs on the line of one worker
_CORES = os.cpu_count() or 1
_RETRY = "Retry-After"
_TOO_MUCH = "the query needs more memory, or nests deeper, than one query may; ask for less"


class Pool:
    """Workers over one folder. `start` before the first job, `stop` after the last.

    With `writable`, a writer copies the build beside it, and the workers read the snapshots of that copy.
    """

    def __init__(self, folder: Path, limits: Limits, *, writable: bool = False) -> None:
        self._exports = folder.resolve()
        self._source = self._exports  # what the workers open
        self._limits = limits
        self._queue: deque[Asked] = deque()
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()  # that answer, or are to
        self._opening: set[Worker] = set()  # of these: turn to another build
        self._leaving: set[Worker] = set()  # that have been told to end
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_called = False  # to give out what waits
        self._check_timer: asyncio.TimerHandle | None = None
        self._loop: asyncio.AbstractEventLoop
        self._copy = WritableCopy(self._exports, limits, self._serve) if writable else None
        #: Name of what is served: the build, or the snapshot of its copy.
        self.build = ""
        self._origin = ""  # the build, where there is no copy

    async def start(self) -> None:
        """Start every worker. Raises StoreError when there is no build to serve."""
        self._loop = asyncio.get_running_loop()
        if self._copy is not None:
            await self._copy.start()
        first = await self._hire()
        self.build = first.build
        self._origin = first.build
        self._free(first)
        for worker in await asyncio.gather(*(self._hire() for _ in range(self._limits.workers - 1))):
            self._free(worker)
        self._background(self._watch())

    async def stop(self) -> None:
        """End every worker. The writer ends by itself and removes its copy."""
        for task in list(self._tasks):
            task.cancel()
        if self._check_timer is not None:
            self._check_timer.cancel()
        for asked in self._queue:
            asked.reply.cancel()
        for worker in list(self._all):
            worker.when_lost = lambda worker: None
            worker.kill()
        ending = [worker.process.wait() for worker in (*self._all, *self._leaving)]
        await asyncio.gather(*ending, *([self._copy.stop()] if self._copy else []))

    async def run(self, job: Job) -> Reply:
        """The reply to a job, or the refusal of one: 503 when too many wait, or it takes too long.

        When the caller is cancelled, the query ends as well.
        """
        reply = await self._answer(job)
        end = self._loop.time() + self._limits.seconds
        while reply.status == REPLACED:  # the worker turns to the new build before its next job
            if self._loop.time() > end:
                raise too_slow("query", self._limits.seconds)
            reply = await self._answer(job)
        return reply

    async def _answer(self, job: Job) -> Reply:
        if len(self._queue) >= self._limits.waiting:
            raise Refusal(503, "too many queries are waiting; come back in a moment", {_RETRY: "2"})
        asked = Asked(job, self._loop.create_future(), self._loop.time())
        self._queue.append(asked)
        self._call()
        try:
            return await asked.reply
        except EOFError:
            raise Refusal(503, "the server is ending") from None

    def _call(self) -> None:
        """Give out what waits once all that has arrived by now has been read."""
        if not self._is_called:
            self._is_called = True
            self._loop.call_soon(self._give_out)
        if self._check_timer is None:
            self._check_timer = self._loop.call_later(_CHECK_EVERY, self._check)

    def _give_out(self) -> None:
        self._is_called = False
        while self._queue and self._idle:
            worker = self._idle.pop()  # the one that worked last: what it needs is near at hand
            if worker.build != self.build:
                self._background(self._lead(worker))
                continue
            share = min(_BATCH, -(-len(self._queue) // min(_CORES, len(self._idle) + 1)))
            batch = [self._queue.popleft() for _ in range(share)]
            if batch := [asked for asked in batch if not asked.reply.done()]:
                worker.give(batch)
            else:
                self._idle.append(worker)

    def _check(self) -> None:
        """End what takes too long, take back what waits behind it, refuse what has waited too long."""
        now, longest = self._loop.time(), self._limits.seconds
        for worker in [each for each in self._all if each.asked and each not in self._opening]:
            head, late = worker.asked[0], now - worker.turned
            if late > longest:
                self._replace(worker, too_slow("query", longest))
            elif head.reply.cancelled() and head.job.kind != TAKE_BACK:  # the client has gone
                self._replace(worker, None)
            elif late > _SLOW and len(worker.asked) > 1 and worker.asked[-1].job.kind != TAKE_BACK:
                self._take_back(worker)
                worker.give((self._taking_back(head),))
        self._queue = deque(asked for asked in self._queue if not asked.reply.done())
        while self._queue and now - self._queue[0].since > longest:
            busy = Refusal(503, "every worker is busy; come back in a moment", {_RETRY: "5"})
            self._queue.popleft().reply.set_exception(busy)
        is_needed = self._queue or any(worker.asked for worker in self._all)
        self._check_timer = self._loop.call_later(_CHECK_EVERY, self._check) if is_needed else None

    def _take_back(self, worker: Worker) -> None:
        """Let all but the first job of a worker wait for another one."""
        while len(worker.asked) > 1:
            asked = worker.asked.pop()
            if asked.job.kind != TAKE_BACK:
                self._queue.appendleft(asked)
        self._call()

    def _taking_back(self, head: Asked) -> Asked:
        """Tells a worker to forget what waits behind a job; it is free when it has answered this."""
        nobody: asyncio.Future[Reply] = self._loop.create_future()
        nobody.cancel()
        return Asked(Job(TAKE_BACK, {"at": str(head.number)}), nobody)

    def _free(self, worker: Worker) -> None:
        """A worker has nothing more to do."""
        if worker not in self._all or worker in self._opening:
            return
        if len(self._all) > self._limits.workers:  # one too many since the last new build
            worker.dismiss()
            self._bury(worker)
            return
        self._idle.append(worker)
        if self._queue:
            self._call()

    async def _lead(self, worker: Worker) -> None:
        """Have an idle worker open what is served now, or bring in a successor."""
        self._opening.add(worker)
        try:
            async with asyncio.timeout(_OPEN_SECONDS):
                reply = await worker.ask(Job("open", {"folder": str(self._source)}))
        except (EOFError, TimeoutError):
            reply = Reply(500, "", b"")
        finally:
            self._opening.discard(worker)
        if not reply.build:
            self._replace(worker, None)
            return
        worker.build = reply.build
        if self._copy is None:  # perhaps a newer one than the watch has seen
            self.build = self._origin = reply.build
        self._free(worker)

    async def write(self, job: Job) -> Reply:
        """The reply to a job that writes; every query that begins after it sees what was written."""
        assert self._copy is not None
        return await self._copy.write(job)

    def _serve(self, folder: Path, build: str) -> None:
        """Have workers open this folder before their next job."""
        self._source, self.build = folder, build

    def _lost(self, worker: Worker) -> None:
        """A worker has ended by itself: killed, or out of memory."""
        if worker in self._all:
            self._replace(worker, Refusal(503, _TOO_MUCH))

    def _replace(self, worker: Worker, refusal: Refusal | None) -> None:
        """End a worker, whose first job gets the refusal and the others wait on, and bring in a successor."""
        if worker not in self._all:
            return
        self._take_back(worker)
        for asked in worker.asked:
            if refusal is not None and not asked.reply.done():
                asked.reply.set_exception(refusal)
        self._bury(worker)
        worker.kill()
        self._background(self._succeed())

    def _bury(self, worker: Worker) -> None:
        """Count a worker no more; it is forgotten when it has ended."""
        self._all.discard(worker)
        self._leaving.add(worker)
        if worker in self._idle:
            self._idle.remove(worker)

        async def forget() -> None:
            await worker.process.wait()
            self._leaving.discard(worker)

        self._background(forget())

    async def _succeed(self) -> None:
        while True:
            try:
                self._free(await self._hire())
                return
            except (KgError, OSError) as error:
                log(f"no worker could be started ({error})")
                await asyncio.sleep(1)

    async def _watch(self) -> None:
        """Notice a new build and turn to it; queries under way finish on the old one."""
        said = ""
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            try:
                found = await asyncio.to_thread(build_id, self._exports)
                if found != (self._copy.origin if self._copy else self._origin):
                    await self._turn_to_new_build()
                said = ""
            except (KgError, OSError) as error:
                if str(error) != said:
                    said = str(error)
                    log(f"the new build cannot be opened, the last one is served on ({said})")
                await asyncio.sleep(2)

    async def _turn_to_new_build(self) -> None:
        """A new worker shows that the build opens; the others open it before their next job."""
        if self._copy is not None:
            await self._copy.restart()
            return
        fresh = await self._hire()
        self.build = self._origin = fresh.build
        idle, self._idle = self._idle, []
        self._free(fresh)
        for worker in idle:
            if len(self._all) > self._limits.workers:
                self._free(worker)
            else:
                self._background(self._lead(worker))

    async def _hire(self) -> Worker:
        """Start a worker and wait until it has opened the store. Raises StoreError."""
        worker, _ = await start("kg.serve.worker", (self._source,), self._limits.given())
        worker.when_free, worker.when_lost = self._free, self._lost
        self._all.add(worker)
        return worker

    def _background(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
