"""What one request, and all of them together, may use."""

from __future__ import annotations

import os
from dataclasses import dataclass, field


def _workers() -> int:
    """One a core, and two more, so that a few slow queries do not keep the quick ones waiting."""
    return (os.cpu_count() or 1) + 2


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, bytes and counts. What is over one is refused with a readable answer."""

    workers: int = field(default_factory=_workers)
    seconds: float = 10.0  # of one query; then its worker is ended
    memory: int = 2 << 30  # bytes of data of one worker (RLIMIT_DATA)
    answer: int = 64 << 20  # bytes of one answer, before compression
    body: int = 4 << 20  # bytes of a request's body
    upload: int = 64 << 20  # the same, of those who may write
    waiting: int = 256  # requests in the queue
    patience: float = 20.0  # seconds for a client to send its request, or to take 64 kB of its answer

    def given(self) -> dict[str, float]:
        """Those that a worker keeps itself."""
        return {"memory": self.memory, "seconds": self.seconds, "answer": self.answer}
