"""Worker processes: the same work on many items, in their order, on all cores.

Every worker has a pipe of its own and shares no lock, so one that is killed (by the system for want of
memory, by hand) takes nothing with it but the items that it held, and those are worked on again. Pools that
share a queue (multiprocessing, concurrent.futures, Pebble 5.2) break as a whole in that moment.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_FEW = 48  # items that are done before workers have started
_CHUNK = 16  # items a worker gets at once
_AHEAD = 64  # chunks, for each worker, that may be done before an earlier one is
_TRIES = 2  # how often an item may take its worker with it


class Died:
    """What stands in the place of a result: the item twice took its process with it."""


@dataclass(slots=True)
class _Task(Generic[T]):
    """Items with the place of the first; `tries` counts the workers that died of a single item."""

    first: int
    items: list[T]
    tries: int = 0


def cores() -> int:
    """How many processors this process may use."""
    has_affinity = hasattr(os, "sched_getaffinity")  # Linux
    return len(os.sched_getaffinity(0)) if has_affinity else os.cpu_count() or 1


def worked(work: Callable[[T], R], items: Iterable[T], workers: int) -> Iterator[R | Died]:
    """`work(item)` of each item, in the order of the items, by so many processes (1: this one).

    `work` is a function of a module, without memory of what it did before; what it raises ends everything.
    """
    stream = iter(items)
    few = list(itertools.islice(stream, _FEW)) if workers > 1 else []
    if len(few) < _FEW:  # or one worker
        yield from map(work, itertools.chain(few, stream))
        return
    with _Crew(work, workers) as crew:
        yield from crew.run(itertools.chain(few, stream))


class _Worker:
    def __init__(self, work: Callable[[Any], Any]) -> None:
        # Not "fork": the talk of a command has threads.
        context = multiprocessing.get_context("forkserver")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, work), daemon=True)
        self.process.start()
        theirs.close()
        self.task: _Task[Any] | None = None

    def give(self, task: _Task[Any]) -> None:
        self.task = task
        self.pipe.send(task.items)

    def end(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


def _serve(pipe: Connection, work: Callable[[Any], Any]) -> None:
    """The life of a worker: lists of items come in, lists of results go out, until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the command, which then ends its workers
    try:
        while True:
            made: list[Any] | Exception
            items = pipe.recv()
            try:
                made = [work(item) for item in items]
            except Exception as error:
                made = error
            pipe.send(made)
    except (EOFError, OSError):
        return


class _Crew(Generic[T, R]):
    """The workers, what is to be done again, and what is done but not yet asked for."""

    def __init__(self, work: Callable[[T], R], count: int) -> None:
        self._work, self._count = work, count
        self._workers: list[_Worker] = []
        self._again: deque[_Task[T]] = deque()
        self._results: dict[int, R | Died] = {}
        self._given = 0

    def __enter__(self) -> _Crew[T, R]:
        self._workers = [_Worker(self._work) for _ in range(self._count)]
        return self

    def __exit__(self, *error: object) -> None:
        for worker in self._workers:
            worker.end()

    def run(self, items: Iterable[T]) -> Iterator[R | Died]:
        stream, asked = iter(items), 0
        while True:
            self._give_out(stream, asked)
            while asked in self._results:
                yield self._results.pop(asked)
                asked += 1
            busy: dict[object, _Worker] = {worker.pipe: worker for worker in self._workers if worker.task}
            if not busy and not self._again:
                return
            for pipe in wait([worker.pipe for worker in busy.values()], None if busy else 0):
                self._take(busy[pipe])

    def _give_out(self, stream: Iterator[T], asked: int) -> None:
        for worker in [worker for worker in self._workers if worker.task is None]:
            task = self._again.popleft() if self._again else self._next(stream, asked)
            if task is None:
                return
            try:
                worker.give(task)
            except OSError:
                self._bury(worker)

    def _next(self, stream: Iterator[T], asked: int) -> _Task[T] | None:
        if self._given > asked + _AHEAD * _CHUNK * self._count:
            return None
        items = list(itertools.islice(stream, _CHUNK))
        task = _Task(self._given, items)
        self._given += len(items)
        return task if items else None

    def _take(self, worker: _Worker) -> None:
        try:
            made = worker.pipe.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if isinstance(made, Exception):
            raise made
        assert worker.task is not None
        self._results.update(enumerate(made, worker.task.first))
        worker.task = None

    def _bury(self, worker: _Worker) -> None:
        """A new worker for a dead one; what it held is done again, one by one to find the item that kills."""
        worker.end()
        self._workers[self._workers.index(worker)] = _Worker(self._work)
        task = worker.task
        assert task is not None
        if len(task.items) > 1:
            self._again.extend(_Task(task.first + i, [item]) for i, item in enumerate(task.items))
        elif task.tries + 1 < _TRIES:
            self._again.append(_Task(task.first, task.items, task.tries + 1))
        else:
            self._results[task.first] = Died()
