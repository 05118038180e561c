"""Spark as the tests run it: jobs that start fast, and a cluster of one master and two workers."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyspark

HOME = Path(pyspark.__file__).parent
_PATIENCE = 120.0  # seconds until something that never comes is an error
ENV = {
    **os.environ,
    "PYSPARK_PYTHON": sys.executable,
    "SPARK_LOCAL_IP": "127.0.0.1",
    "JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",  # short lives need no second compiler
}


@dataclass
class Cluster:
    """`url` for jobs; the processes of the workers, each the head of its own group."""

    url: str
    workers: list[subprocess.Popen[bytes]]


@contextlib.contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """One master and two workers of a core each; whatever is left of them is killed at the end."""
    started: list[subprocess.Popen[bytes]] = []

    def start(name: str, *words: str) -> Path:
        log = folder / f"{name}.log"
        command = [HOME / "bin/spark-class", *words]
        with log.open("wb") as out:
            started.append(subprocess.Popen(command, env=ENV, stdout=out, stderr=out, start_new_session=True))
        return log

    here = ("--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
    try:
        master = start("master", "org.apache.spark.deploy.master.Master", *here)
        url = said(master, r"Starting Spark master at (spark://\S+)")
        worker = "org.apache.spark.deploy.worker.Worker"
        each = ("--cores", "1", "--memory", "1g")
        logs = [start(name, worker, *here, *each, "-d", str(folder / name), url) for name in ("one", "two")]
        for log in logs:
            said(log, "(Successfully registered) with master")
        yield Cluster(url, started[1:])
    finally:
        for process in started:
            kill(process)


def said(log: Path, pattern: str) -> str:
    """Wait until a log has a line; its first group."""
    until = time.monotonic() + _PATIENCE
    while not (match := re.search(pattern, log.read_text(encoding="utf-8", errors="replace"))):
        assert time.monotonic() < until, log.read_text(encoding="utf-8", errors="replace")
        time.sleep(0.05)
    return match[1]


def kill(process: subprocess.Popen[bytes]) -> None:
    """A process and all that it has started, at once and without a word."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def extracted(output: Path) -> list[Path]:
    """Wait until a running job has extracted its first part; the parts so far."""
    work = output.with_name(f".{output.name}.extracted")
    until = time.monotonic() + _PATIENCE
    while not (found := sorted(work.glob("[0-9]*.gz"))):
        assert time.monotonic() < until, "the job extracts nothing"
        time.sleep(0.01)
    return found
