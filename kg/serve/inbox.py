"""The worker's end of its line to the front: jobs come in order, and several at once when many are asked."""

from __future__ import annotations

import socket
import time
from collections import deque

from kg.serve.messages import TAKE_BACK, Job, Reply, job_of, reply_bytes, whole_messages

_PIECE = 1 << 18  # bytes read at a time
_LONG = 0.01  # seconds of a job after which the front may have taken back what waits behind it


class Inbox:
    """The jobs that wait in this process. A process of the front has its line as standard input."""

    def __init__(self, line: socket.socket | None = None) -> None:
        self._line = line or socket.socket(fileno=0)
        self._buffer = bytearray()
        self._jobs: deque[tuple[int, Job]] = deque()
        self._given = time.monotonic()

    def next(self) -> tuple[int, Job] | None:
        """The next job and its number; None when the front has gone."""
        if self._jobs and time.monotonic() - self._given > _LONG:
            self._read(socket.MSG_DONTWAIT)
        while not self._jobs:
            if not self._read(0):
                return None
        self._given = time.monotonic()
        return self._jobs.popleft()

    def send(self, number: int, reply: Reply) -> None:
        """Answer a job. Raises OSError when the front has gone."""
        self._line.sendall(reply_bytes(number, reply))

    def _read(self, flags: int) -> bool:
        try:
            data = self._line.recv(_PIECE, flags)
        except BlockingIOError:
            return True
        except ConnectionError:
            return False
        self._buffer += data
        for number, text, _ in whole_messages(self._buffer):
            job = job_of(text)
            if job.kind == TAKE_BACK:  # all behind the job that the front believes this process is at
                at = int(job.values["at"])
                self._jobs = deque(each for each in self._jobs if each[0] <= at)
            self._jobs.append((number, job))
        return bool(data)
