"""kill -9 in the middle of a build: the last good exports stay, and the next build clears away the rest."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_runs import files_of


def start(folder: Path) -> subprocess.Popen[bytes]:
    """A build that would change every file: it uses another base."""
    words = [sys.executable, "-m", "kg", "build", "-o", "exports", "--base", "https://other.example/"]
    return subprocess.Popen(words, cwd=folder, stderr=subprocess.DEVNULL)


def staged(folder: Path) -> set[str]:
    """What the running build has written so far, beside the last one; `folder` is where exports/ lies."""
    time.sleep(0.002)  # the build shall have the processor
    found = [path for path in folder.iterdir() if path.name.startswith(".exports.building-")]
    try:
        return {path.name for path in found[0].iterdir()} | {"."} if found else set()
    except FileNotFoundError:  # it has just been swapped in
        return set()


@pytest.fixture
def before(exports, tmp_path):
    """The files of the last good build, which lies in exports/."""
    shutil.copytree(exports, tmp_path / "exports")
    return files_of(exports)


@pytest.mark.parametrize("reached", [".", "graph.ttl", "store", "nodes.csv"])
def test_a_kill_leaves_the_last_good_build(kg, tmp_path, before, reached):
    process = start(tmp_path)
    while reached not in staged(tmp_path):
        assert process.poll() is None, "the build ended before the kill"
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert files_of(tmp_path / "exports") == before
    asked = kg("query", "who-spoke")
    assert (asked.code, asked.out.count("裴伟东")) == (0, 1)
    assert kg("build").code == 0
    assert files_of(tmp_path / "exports") == before
    assert [path.name for path in tmp_path.iterdir()] == ["exports"]


def test_a_build_that_is_not_killed_does_change_every_file(tmp_path, before):
    assert start(tmp_path).wait() == 0
    after = files_of(tmp_path / "exports")
    assert after.keys() == before.keys()
    # Facts, the ontology and the report name no IRI of the base.
    same = {name for name in after if after[name] == before[name]}
    assert same == {"facts.jsonl", "ontology.ttl", "report.json"}


def test_two_builds_into_one_folder_do_not_mix(kg, tmp_path):
    process = start(tmp_path)
    while not staged(tmp_path):
        assert process.poll() is None
    process.send_signal(signal.SIGSTOP)  # held in the middle while the second one tries
    second = kg("build")
    process.send_signal(signal.SIGCONT)
    assert second.code == 2
    assert "another build is writing this folder" in second.problems()[0]
    assert process.wait() == 0
    assert b"https://other.example/" in files_of(tmp_path / "exports")["graph.ttl"]


def test_ctrl_c_changes_nothing(tmp_path, before):
    process = start(tmp_path)
    while "graph.ttl" not in staged(tmp_path):
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    assert process.wait() == 130
    assert files_of(tmp_path / "exports") == before
    assert [path.name for path in tmp_path.iterdir()] == ["exports"]
