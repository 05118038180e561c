"""A `kg serve` of a benchmark, in a process of its own, and what its processes use."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGESIZE")


def family(pid: int) -> list[int]:
    """A process and all that came of it."""
    found = [pid]
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [each for child in path.read_text().split() for each in family(int(child))]
        except OSError:
            continue
    return sorted(set(found))


def cpu_ms(pid: int) -> float:
    """Milliseconds of CPU that a process and its family have used, its ended children included."""
    total = 0
    for each in family(pid):
        try:
            fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        total += sum(map(int, fields[11:15]))
    return total * 1000 / _TICKS


def memory_mb(pid: int) -> float:
    """Resident memory of one process."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE / 1e6


@contextmanager
def kg_serve(folder: Path, *options: str) -> Iterator[tuple[int, int, list[str]]]:
    """Process id, port, and the log so far, of a server over a build."""
    words = [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0", *options]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    log: list[str] = []
    try:
        while "Serving" not in (line := process.stderr.readline()):
            if not line:
                raise RuntimeError("".join(log))
            log.append(line)
        port = int(line.split("http://127.0.0.1:")[1].split("/")[0])
        threading.Thread(target=log.extend, args=(process.stderr,), daemon=True).start()
        yield process.pid, port, log
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)
