"""The progress of a long command on a terminal: how far, how fast, how long still."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import termios
from pathlib import Path

from kg.cli.talk import _rate

ROOT = Path(__file__).parents[2]
SENTENCE = "2022年5月{}日，抚顺市市长高键、抚顺市委书记来鹤出席第{}次项目建设推进会议并讲话。"


def test_a_long_build_tells_its_rate_and_the_time_left(tmp_path):
    """Articles long enough that they take more than the two seconds in which nothing is told."""
    for number in range(64):
        text = "\n".join(SENTENCE.format(line % 28 + 1, line + number) for line in range(400))
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (40, 120))
    words = [sys.executable, "-m", "kg", "build", str(tmp_path), "-o", "exports", "--workers", "1"]
    process = subprocess.Popen(words, stderr=theirs, cwd=tmp_path)
    os.close(theirs)
    told, shown = "", None
    try:
        while not shown:
            told += os.read(ours, 4096).decode(errors="replace")
            shown = re.search(r"extract (\d+) of 64.*?(\d[\d.]*)/s, \d+:\d\d left", told)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()
        os.close(ours)
    assert 0 < int(shown[1]) < 64
    assert not (tmp_path / "exports" / "graph.ttl").exists()


def test_rates():
    assert _rate(0, 100, 5.0) == ""
    assert _rate(30, 0, 10.0) == "3.0/s"
    assert _rate(300, 1500, 10.0) == "30/s, 0:40 left"
    assert _rate(1, 1000, 1.0) == "1.0/s, 16:39 left"
    assert _rate(1000, 1000, 1.0) == "1000/s"
