"""Builds are published whole or not at all: refusals, locks, recovery, and real kills at every step."""

import fcntl
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.store import building, publish, write_graph
from kg.store import swap as store_swap
from kg.store.publish import recover


def build(target, mark, names=("graph.ttl", "nodes.csv")):
    with building(target) as folder:
        for name in names:
            (folder / name).write_text(mark)


def state(target):
    """The marks of the files of a folder: {"old"} or {"new"} when it is whole."""
    return sorted((path.name, path.read_text()) for path in target.iterdir())


def entries(folder):
    return sorted(path.name for path in folder.iterdir())


def whole(mark):
    return [("graph.ttl", mark), ("nodes.csv", mark)]


def test_a_build_replaces_the_last_one_whole(tmp_path):
    target = tmp_path / "a" / "exports"
    build(target, "one", names=("graph.ttl", "edges.csv"))
    build(target, "two")
    assert state(target) == whole("two")  # edges.csv of the last build is gone
    assert entries(target.parent) == ["exports"]  # no lock, no leftovers


def test_a_failed_build_changes_nothing(tmp_path):
    target = tmp_path / "exports"
    build(target, "old")
    with pytest.raises(KeyError), building(target) as folder:
        (folder / "graph.ttl").write_text("half")
        raise KeyError
    assert state(target) == whole("old")
    assert entries(tmp_path) == ["exports"]


@pytest.mark.parametrize("content", ["missing", "empty", "graph.ttl alone", "debris"])
def test_folders_that_hold_nothing_of_others_are_fine(tmp_path, content):
    target = tmp_path / "exports"
    if content != "missing":
        target.mkdir()
    if content == "graph.ttl alone":
        (target / "graph.ttl").write_text("committed")
    if content == "debris":
        (target / ".DS_Store").write_text("")
    build(target, "new")
    assert state(target) == whole("new")


@pytest.mark.parametrize(
    "stranger", ["notes.txt", "store/letter.doc", "graph.html/x", "pictures/", ".git/", "store"]
)
def test_a_strangers_files_are_never_touched(tmp_path, stranger):
    target = tmp_path / "exports"
    build(target, "old")
    path = target / stranger
    if stranger.endswith("/"):
        path.mkdir()
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_text("mine")
    before = sorted(target.rglob("*"))
    with pytest.raises(OutputError, match=r"exports: holds .*, which is no export of kg; nothing was"):
        build(target, "new")
    assert sorted(target.rglob("*")) == before
    assert (target / "graph.ttl").read_text() == "old"


def test_a_file_that_comes_during_the_build_is_seen(tmp_path):
    target = tmp_path / "exports"
    build(target, "old")
    with pytest.raises(OutputError, match=r"holds late\.txt"), building(target):
        (target / "late.txt").write_text("mine")
    assert state(target) == [*whole("old")[:1], ("late.txt", "mine"), *whole("old")[1:]]


def test_an_export_that_the_next_build_would_not_know_is_a_bug(tmp_path):
    with pytest.raises(ValueError, match=r"new\.xyz"):
        build(tmp_path / "exports", "x", names=("new.xyz",))
    assert entries(tmp_path) == []


def test_targets_that_can_never_be_swapped(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="file: is a file, not a folder"):
        build(tmp_path / "file", "x")
    with pytest.raises(OutputError, match="cannot be written"):
        build(tmp_path / "file" / "exports", "x")
    with pytest.raises(OutputError, match="is a mount point"):
        build(Path("/proc"), "x")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(OutputError, match="holds the folder you stand in"):
        build(Path(".."), "x")


def test_a_link_to_a_folder_stays_a_link(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "real")
    build(tmp_path / "link", "one")
    build(tmp_path / "link", "two")
    assert (tmp_path / "link").is_symlink() and state(tmp_path / "real") == whole("two")


def in_child(action):
    """Run `action` in a forked child; its exit status, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        try:
            action()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_folder_without_rights_is_an_output_error(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir()
    build(closed / "exports", "old")
    closed.chmod(0o555)
    tmp_path.chmod(0o755)

    def action():
        if os.geteuid() == 0:  # root may write anywhere: become nobody
            os.chdir("/")
            for path in [tmp_path, *list(tmp_path.parents)[:3]]:
                path.chmod(0o755)
            os.setuid(65534)
        with pytest.raises(OutputError, match="cannot be written"):
            build(closed / "exports", "new")
        with pytest.raises(OutputError, match="cannot be written"):
            build(closed / "other", "new")

    assert in_child(action) == 0
    closed.chmod(0o755)
    assert state(closed / "exports") == whole("old")


def test_a_full_disk_is_an_output_error_and_another_trouble_stays_what_it_is(tmp_path):
    target = tmp_path / "exports"
    build(target, "old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        with pytest.raises(OutputError, match="cannot be written"):
            build(target, "longer than ten bytes")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    with pytest.raises(OutputError, match=r"missing.*: cannot be written"), building(target) as folder:
        (folder / "missing" / "graph.ttl").write_text("x")
    with pytest.raises(FileNotFoundError), building(target):
        (tmp_path / "no source").read_text()
    assert state(target) == whole("old")


def test_two_builds_of_one_folder_exclude_each_other(tmp_path):
    target = tmp_path / "exports"
    with building(target) as folder:
        with pytest.raises(OutputError, match=r"\.exports\.lock: another build is writing this folder"):
            build(target, "second")
        build(tmp_path / "other", "beside")  # another folder is free
        (folder / "graph.ttl").write_text("first")
    assert state(target) == [("graph.ttl", "first")]
    build(target, "third")
    assert state(target) == whole("third")


def test_a_lock_whose_file_was_removed_by_its_last_holder_is_not_trusted(tmp_path):
    """A waiter that opened the file before its removal must not build beside the holder of a new file."""
    target, lock = tmp_path / "exports", tmp_path / ".exports.lock"
    stale = os.open(lock, os.O_RDWR | os.O_CREAT)
    lock.unlink()
    fcntl.flock(stale, fcntl.LOCK_EX)  # held, but without a name: it keeps nobody out
    build(target, "new")
    assert state(target) == whole("new")
    os.close(stale)


def test_leftovers_of_a_dead_build_are_removed_and_nothing_else(tmp_path):
    target = tmp_path / "exports"
    build(target, "old")
    for name in (".exports.building-12", ".exports.previous", ".other.building-1", ".exports.building-x"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "graph.ttl").write_text("half")
    (tmp_path / ".exports.lock").write_text("")
    build(target, "new")
    assert entries(tmp_path) == [".exports.building-x", ".other.building-1", "exports"]


def test_recovery_brings_back_the_last_build(tmp_path):
    target = tmp_path / "exports"
    build(tmp_path / ".exports.previous", "old")
    recover(target)
    assert state(target) == whole("old")
    build(tmp_path / ".exports.previous", "older")
    recover(target)
    assert state(target) == whole("old") and entries(tmp_path) == ["exports"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux exchanges two names here")
def test_exchange_swaps_two_folders_in_one_step(tmp_path):
    build(tmp_path / "a", "a")
    build(tmp_path / "b", "b")
    assert store_swap.exchange(tmp_path / "a", tmp_path / "b") is True
    assert state(tmp_path / "a") == whole("b") and state(tmp_path / "b") == whole("a")
    with pytest.raises(FileNotFoundError):
        store_swap.exchange(tmp_path / "a", tmp_path / "missing")


WATCHED = ("os.", "shutil.", "ctypes.", "fcntl.")


def kill_at(step):
    """Kill this process, as kill -9 does, when it comes to its step-th access to the file system."""
    seen = 0

    def watch(event, arguments):
        nonlocal seen
        if event == "open" or (event.startswith(WATCHED) and event != "os.kill"):
            if seen == step:
                os.kill(os.getpid(), signal.SIGKILL)
            seen += 1

    sys.addaudithook(watch)


@pytest.mark.parametrize("way", ["exchange", "two renames"])
def test_a_kill_at_any_step_leaves_the_last_build_or_the_new_one(tmp_path, monkeypatch, way):
    if way == "two renames":
        monkeypatch.setattr(store_swap, "exchange", lambda first, second: False)
    target = tmp_path / "exports"
    build(target, "old")
    outcomes, step, code = [], 0, -9
    while code == -signal.SIGKILL:
        code = in_child(lambda step=step: (kill_at(step), build(target, "new")))
        if way == "two renames" and not target.exists():
            outcomes.append("between")
            recover(target)
        assert state(target) in (whole("old"), whole("new")), step
        outcomes.append(state(target)[0][1])
        build(target, "old")  # the next build clears up and works
        assert entries(tmp_path) == ["exports"], step
        step += 1
    assert code == 0
    assert step > 20 and outcomes[0] == "old" and outcomes[-2:] == ["new", "new"]
    assert ("between" in outcomes) == (way == "two renames")


SLOW_BUILD = """
import sys, pathlib
from kg.store import building, write_graph
lines = pathlib.Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
with building(pathlib.Path(sys.argv[1])) as folder:
    for round in range(1000):
        write_graph(lines, folder)
        for path in folder.glob("store/*"):
            path.unlink()
        (folder / "store").rmdir()
"""


def test_a_real_build_killed_in_the_middle_loses_nothing(lines, tmp_path):
    target = tmp_path / "exports"
    with building(target) as folder:
        write_graph(lines[:50], folder)
    before = {path.name: path.read_bytes() for path in target.iterdir() if path.is_file()}
    (tmp_path / "lines.nq").write_text("\n".join(lines), encoding="utf-8")
    child = subprocess.Popen([sys.executable, "-c", SLOW_BUILD, str(target), str(tmp_path / "lines.nq")])
    while not list(tmp_path.glob(".exports.building-*/store/CURRENT")):
        assert child.poll() is None
        time.sleep(0.01)
    child.send_signal(signal.SIGKILL)
    assert child.wait() == -signal.SIGKILL
    assert {path.name: path.read_bytes() for path in target.iterdir() if path.is_file()} == before
    assert list(tmp_path.glob(".exports.building-*"))
    with building(target) as folder:
        write_graph(lines, folder)
    assert entries(tmp_path) == ["exports", "lines.nq"]
    assert len((target / "graph.nq.gz").read_bytes()) > len(before["graph.nq.gz"])


def test_publish_alone_swaps_a_finished_folder(tmp_path):
    build(tmp_path / "exports", "old")
    (tmp_path / "staging").mkdir()
    for name, _ in whole("new"):
        (tmp_path / "staging" / name).write_text("new")
    publish(tmp_path / "staging", tmp_path / "exports")
    assert state(tmp_path / "exports") == whole("new") and entries(tmp_path) == ["exports"]
