"""The workers: started, asked, ended when they take too long, and exchanged when there is a new build."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Coroutine
from pathlib import Path

import orjson

from kg.errors import KgError, StoreError
from kg.serve.builds import build_id
from kg.serve.limits import Limits
from kg.serve.messages import HEAD_BYTES, Job, Refusal, Reply, job_bytes, lengths, reply_of

_LOOK_EVERY = 0.5  # seconds between two looks at the folder
_START_SECONDS = 60.0  # to open a store
_RETRY = "Retry-After"


class _Worker:
    """One process. Not for two jobs at a time."""

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


class Pool:
    """Workers over one folder. `start` before the first job, `stop` after the last."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._folder = folder.resolve()
        self._limits = limits
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._all: set[_Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting = 0
        #: Name of the build that is served.
        self.build = ""

    async def start(self) -> None:
        """Start every worker. Raises StoreError when there is no build to serve."""
        first = await self._hire()
        self.build = first.build
        self._idle.put_nowait(first)
        for worker in await asyncio.gather(*(self._hire() for _ in range(self._limits.workers - 1))):
            self._idle.put_nowait(worker)
        self._background(self._watch())

    async def stop(self) -> None:
        """End every worker."""
        for task in list(self._tasks):
            task.cancel()
        for worker in list(self._all):
            worker.kill()
        await asyncio.gather(*(worker.process.wait() for worker in list(self._all)))

    async def run(self, job: Job) -> Reply:
        """The reply to a job, or the refusal of one: 503 when too many wait, or it takes too long.

        When the caller is cancelled, the query ends as well.
        """
        worker = await self._free_worker()
        try:
            async with asyncio.timeout(self._limits.seconds):
                reply = await worker.ask(job)
        except TimeoutError:
            self._replace(worker)
            raise Refusal(503, f"the query took longer than {self._limits.seconds:g} seconds and was ended; "
                          "ask for less, or add a LIMIT") from None  # fmt: skip
        except EOFError:
            self._replace(worker)
            raise Refusal(503, "the query needs more memory, or nests deeper, than one query may; "
                          "ask for less") from None  # fmt: skip
        except BaseException:  # cancelled: the client has gone
            self._replace(worker)
            raise
        self._give_back(worker)
        return reply

    async def _free_worker(self) -> _Worker:
        while not self._waiting and not self._idle.empty():
            if (worker := self._usable(self._idle.get_nowait())) is not None:
                return worker
        if self._waiting >= self._limits.waiting:
            raise Refusal(503, "too many queries are waiting; come back in a moment", {_RETRY: "2"})
        self._waiting += 1
        try:
            async with asyncio.timeout(self._limits.seconds):
                while True:
                    if (worker := self._usable(await self._idle.get())) is not None:
                        return worker
        except TimeoutError:
            raise Refusal(503, "every worker is busy; come back in a moment", {_RETRY: "5"}) from None
        finally:
            self._waiting -= 1

    def _usable(self, worker: _Worker) -> _Worker | None:
        """The worker itself, unless it has died or serves an old build."""
        if worker.build == self.build and worker.process.returncode is None:
            return worker
        self._replace(worker)
        return None

    def _give_back(self, worker: _Worker) -> None:
        if worker.build == self.build:
            self._idle.put_nowait(worker)
        else:
            self._part_with(worker)

    def _part_with(self, worker: _Worker) -> None:
        worker.dismiss()
        self._background(self._bury(worker))

    def _replace(self, worker: _Worker) -> None:
        """End a worker; one of the build that is served gets a successor."""
        served = worker.build == self.build
        worker.kill()
        self._background(self._bury(worker))
        if served:
            self._background(self._succeed())

    async def _bury(self, worker: _Worker) -> None:
        await worker.process.wait()
        self._all.discard(worker)

    async def _succeed(self) -> None:
        """A new worker in the place of one that was ended."""
        while True:
            try:
                worker = await self._hire()
            except (KgError, OSError) as error:
                _log(f"no worker could be started ({error})")
                await asyncio.sleep(1)
                continue
            if worker.build == self.build:
                self._idle.put_nowait(worker)
                return
            # There is a newer build: the watch brings in a full set for it.
            worker.dismiss()
            await self._bury(worker)
            await asyncio.sleep(_LOOK_EVERY)

    async def _watch(self) -> None:
        """Notice a new build and exchange the workers; the old ones finish what they do."""
        said = ""
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            try:
                if await asyncio.to_thread(build_id, self._folder) != self.build:
                    await self._exchange()
                said = ""
            except (KgError, OSError) as error:
                if str(error) != said:
                    said = str(error)
                    _log(f"the new build cannot be opened, the last one is served on ({said})")
                await asyncio.sleep(2)

    async def _exchange(self) -> None:
        hired = (self._hire() for _ in range(self._limits.workers))
        fresh = await asyncio.gather(*hired, return_exceptions=True)
        workers = [each for each in fresh if isinstance(each, _Worker)]
        failures = [each for each in fresh if not isinstance(each, _Worker)]
        newest = workers[-1].build if workers else ""
        if failures or any(worker.build != newest for worker in workers):
            for worker in workers:
                self._part_with(worker)
            if failures:
                raise failures[0]
            return  # swapped again meanwhile: the next look finds it
        self.build = newest
        for _ in range(self._idle.qsize()):
            self._part_with(self._idle.get_nowait())
        for worker in workers:
            self._idle.put_nowait(worker)

    async def _hire(self) -> _Worker:
        """Start a process and wait until it has opened the store. Raises StoreError."""
        limits = {name: getattr(self._limits, name) for name in ("memory", "seconds", "answer")}
        # A process group of its own: Ctrl-C in a terminal is for the front, which ends the workers.
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "kg.serve.worker", str(self._folder), orjson.dumps(limits).decode(),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, start_new_session=True,
            limit=1 << 20,
        )  # fmt: skip
        worker = _Worker(process)
        self._all.add(worker)
        try:
            ready = await asyncio.wait_for(worker.read(), _START_SECONDS)
        except BaseException as error:
            worker.kill()
            self._background(self._bury(worker))
            if isinstance(error, EOFError | TimeoutError):
                raise StoreError(str(self._folder), "the worker did not start",
                                 "look at its message") from None  # fmt: skip
            raise
        if not ready.build:
            self._background(self._bury(worker))
            raise StoreError(str(self._folder), ready.body.decode(), "run kg build again")
        worker.build = ready.build
        return worker

    def _background(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _log(line: str) -> None:
    print(f"kg serve: {line}", file=sys.stderr, flush=True)
