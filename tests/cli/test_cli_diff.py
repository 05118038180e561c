"""kg diff: two builds compared, as a person, a program and another store would read it."""

from __future__ import annotations

import json

import pytest

import kg as library

BEFORE, AFTER = "2022年5月4日，抚顺市市长高键出席推进会议。", "2022年5月6日，抚顺市市长高键出席推进会议。"


@pytest.fixture
def two(tmp_path):
    for name, text in (("old", BEFORE), ("new", AFTER)):
        (tmp_path / "a.txt").write_text(text, encoding="utf-8")
        library.build([tmp_path / "a.txt"]).write(tmp_path / name)


def test_a_line_a_change(kg, two):
    ran = kg("diff", "old", "new")
    assert (ran.code, ran.out) == (0, "re-dated  a  events  推进会议 | meeting    2022-05-04 -> 2022-05-06\n")


def test_as_json_lines_and_as_a_patch(kg, two):
    (change,) = map(json.loads, kg("diff", "old", "new", "--format", "json").out.splitlines())
    assert change == {"what": "re-dated", "article": "a", "kind": "events", "said": "推进会议 | meeting",
                      "before": "2022-05-04", "after": "2022-05-06"}  # fmt: skip
    lines = kg("diff", "old", "new", "--format", "patch").out.splitlines()
    assert (lines[0], lines[-1]) == ("TX .", "TC .")
    assert any(line.startswith("A ") and '"2022-05-06"' in line for line in lines)
    assert not any(line.startswith("A ") and '"2022-05-04"' in line for line in lines)


def test_no_difference_is_said_beside_the_data(kg, two):
    ran = kg("diff", "old", "old")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith("No difference in what is said or in who is who.\n")


def test_a_missing_build_is_one_line(kg, two):
    ran = kg("diff", "old", "none")
    assert ran.code == 2
    (line,) = ran.problems()
    assert line.startswith("kg: none/facts.jsonl: cannot be read")
