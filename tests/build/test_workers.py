"""Worker processes: the results of one process, in its order, whoever dies on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import orjson
import pytest

from kg.build import facts_of
from kg.build.workers import Died, worked
from kg.model import to_json

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))


def uneven(number: int) -> int:
    """Later items are often done before earlier ones."""
    time.sleep(0.003 if number % 7 == 0 else 0)
    return number * number


def deadly(number: int) -> int:
    if number in (100, 223):
        os.kill(os.getpid(), signal.SIGKILL)
    return -number


def deadly_once(task: tuple[int, str]) -> int:
    number, folder = task
    if number in (100, 101, 223):
        try:
            (Path(folder) / str(number)).touch(exist_ok=False)
            os.kill(os.getpid(), signal.SIGKILL)
        except FileExistsError:
            pass
    return -number


def raising(number: int) -> int:
    return 1 // (number - 200)


def whoami(number: int) -> int:
    time.sleep(0.001)
    return os.getpid()


def alive(pids: set[int]) -> set[int]:
    """Those of the processes that still run."""
    return {pid for pid in pids if Path(f"/proc/{pid}/status").exists()
            and "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()}  # fmt: skip


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 47, 48, 49, 300])
def test_results_come_in_the_order_of_the_items(workers, count):
    assert list(worked(uneven, iter(range(count)), workers)) == [n * n for n in range(count)]


def test_many_items_are_worked_on_by_several_processes_and_few_by_none():
    assert len(set(worked(whoami, range(600), 2))) == 2
    assert set(worked(whoami, range(20), 2)) == {os.getpid()}
    assert set(worked(whoami, range(200), 1)) == {os.getpid()}


def test_an_item_that_kills_its_process_is_found_and_the_others_are_done():
    results = list(worked(deadly, range(300), 2))
    assert [n for n, result in enumerate(results) if isinstance(result, Died)] == [100, 223]
    assert [result for result in results if not isinstance(result, Died)] == [
        -n for n in range(300) if n not in (100, 223)
    ]


def test_a_process_that_is_killed_once_loses_nothing(tmp_path):
    items = [(number, str(tmp_path)) for number in range(300)]
    assert list(worked(deadly_once, items, 2)) == [-number for number in range(300)]
    assert len(list(tmp_path.iterdir())) == 3


def test_what_the_work_raises_ends_it():
    with pytest.raises(ZeroDivisionError):
        list(worked(raising, range(300), 2))


def test_items_are_taken_as_they_are_needed():
    """A stream of millions is not read to its end before the first result."""
    taken = []

    def stream():
        for number in range(100_000):
            taken.append(number)
            yield number

    results = worked(uneven, stream(), 2)
    assert next(results) == 0
    assert len(taken) < 10_000
    results.close()


def test_no_process_is_left():
    results = worked(whoami, range(10_000), 2)
    pids = {next(results) for _ in range(500)}
    assert alive(pids) == pids
    results.close()
    assert alive(pids) == set()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """400 generated articles, and their facts as one process finds them."""
    from benchmarks.corpus import make_corpus  # noqa: PLC0415 - needs the path above

    path = tmp_path_factory.mktemp("corpus") / "articles.jsonl"
    path.write_bytes(b"\n".join(map(orjson.dumps, make_corpus(400, 1).articles)))
    found = [item for item in facts_of([path]) if isinstance(item, tuple)]
    return path, b"".join(to_json(facts) + b"\n" for _, facts in found)


def children(pid: int) -> list[int]:
    try:
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


@pytest.mark.parametrize("kills", [0, 6])
def test_the_command_prints_what_one_process_prints(corpus, kills):
    path, expected = corpus
    words = [sys.executable, "-m", "kg", "extract", "--workers", "2", str(path)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    printed = process.stdout.read(20_000)
    killed: list[int] = []
    while len(killed) < kills and process.poll() is None:
        # The command's child is the server that forks the workers.
        workers = [one for child in children(process.pid) for one in children(child) if one not in killed]
        for one in workers[:1]:
            os.kill(one, signal.SIGKILL)
            killed.append(one)
        printed += process.stdout.read(20_000)
    printed += process.stdout.read()
    assert process.wait() == 0
    assert len(killed) == kills
    assert printed == expected
