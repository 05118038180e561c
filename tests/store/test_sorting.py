"""Lines that do not fit in memory are sorted as those that do."""

import random

import pytest

from kg.store.sorting import read_lines, write_sorted

LINES = [f"<a:{number}> 大连\u2028{'字' * (number % 7)} \U0001f600" for number in range(500)]


@pytest.mark.parametrize("run", [1, 7, 100, 10_000])
def test_runs_of_any_length_give_the_same_file(tmp_path, run):
    shuffled = [*LINES, *LINES[:50]]
    random.Random(3).shuffle(shuffled)
    write_sorted((f"{line}\n" if len(line) % 2 else line for line in shuffled), tmp_path / "out", run)
    assert list(read_lines(tmp_path / "out")) == sorted(LINES)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]  # the runs are gone


def test_no_line_gives_an_empty_file(tmp_path):
    write_sorted([], tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"" and list(read_lines(tmp_path / "out")) == []
