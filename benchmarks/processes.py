"""Whole processes in turn: CPU seconds and memory of each, and ratios pair by pair."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import psutil

from benchmarks.results import figures, table

_LAUNCH = Path(__file__).with_name("launch.py")


@dataclass(frozen=True)
class Run:
    """CPU seconds (user and system, start-up included) and peak MiB of one process."""

    cpu: float
    peak_mib: float


def run(command: Sequence[Any]) -> Run:
    """Run a process to its end; its failure is an error with what it said."""
    done = subprocess.run([sys.executable, "-S", _LAUNCH, *map(str, command)], capture_output=True, text=True,
                          check=False)  # fmt: skip
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stderr[-2000:]}")
    cpu, peak = done.stdout.split()
    return Run(float(cpu), float(peak))


def run_tree(command: Sequence[Any]) -> Run:
    """Run a command that starts others whose time no parent collects (Spark's Python workers): CPU seconds of
    all, sampled every 50 ms, and the peak of what all hold together.
    """
    process = psutil.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    cpu: dict[int, float] = {}
    peak = 0
    said: list[bytes] = []
    talk = threading.Thread(target=lambda: said.extend(process.stderr))
    talk.start()
    while process.poll() is None:
        held = 0
        for one in (process, *process.children(recursive=True)):
            with contextlib.suppress(psutil.Error):
                times = one.cpu_times()
                cpu[one.pid] = times.user + times.system
                held += one.memory_info().rss
        peak = max(peak, held)
        time.sleep(0.05)
    talk.join()
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{b''.join(said).decode()[-2000:]}")
    return Run(sum(cpu.values()), peak / 2**20)


def in_turn(
    commands: Mapping[str, Sequence[Any]], rounds: int, once: Sequence[str] = ()
) -> dict[str, list[Run]]:
    """Name → a run a round, all in turn; those named in `once` run in the first round only."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds):
        for name, command in commands.items():
            if number == 0 or name not in once:
                runs[name].append(run(command))
    return runs


def ratio(own: Sequence[Run], first: Sequence[Run]) -> float:
    """How many times the CPU seconds of the first: the median of the pairs."""
    return median(one.cpu / ours.cpu for one, ours in zip(own, first, strict=False))


def comparison(runs: Mapping[str, Sequence[Run]], units: int, unit: str) -> str:
    """A table of medians, rates, and what the others cost beside the first."""
    first = next(iter(runs))
    rows = []
    for name, own in runs.items():
        cpu = median(one.cpu for one in own)
        times = "1" if name == first else figures(ratio(own, runs[first]))
        rows.append((name, f"{cpu:.2f}", figures(units / cpu), times,
                     figures(median(one.peak_mib for one in own)), str(len(own))))  # fmt: skip
    return table(("", "CPU s", f"{unit}/CPU s", f"× the cost of {first}", "peak MiB", "runs"), rows)
