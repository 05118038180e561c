"""Which rows belong together: assignment, events whose keys differ, names of one body."""

from itertools import permutations

import pytest
from evaluate_sample import facts, gold, rows
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate.events import align_events
from kg.evaluate.matching import Aliases, assign, likeness, normal, overlaps, same_body
from kg.evaluate.rows import gold_aliases

WEIGHT = st.sampled_from([0, 0, 1, 5, 9, 10])
WEIGHTS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(WEIGHT, min_size=width, max_size=width), max_size=4)
)


@settings(deadline=None)
@given(WEIGHTS)
def test_assignment_is_the_best(weights: list[list[int]]) -> None:
    pairs = assign(weights)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(weights[row][column] > 0 for row, column in pairs)
    assert list(pairs) == sorted(pairs)
    width = len(weights[0]) if weights else 0
    padded = [[*row, *[0] * len(weights)] for row in weights]
    best = max(sum(row[column] for row, column in zip(padded, columns, strict=True))
               for columns in permutations(range(width + len(weights)), len(weights)))
    assert sum(weights[row][column] for row, column in pairs) == best


def test_events_are_aligned_by_what_they_are() -> None:
    assert align_events(gold(), facts(), gold_aliases(gold())) == {"k1": "e1", "k9": "e2", "k3": "e3"}


def test_shared_participants_align_an_event_of_another_name() -> None:
    events = rows("events")
    events[1].update(name="工作部署会", date=None, place=None)
    assert align_events(gold(), facts(events=events), gold_aliases(gold()))["k1"] == "e1"
    alone = facts(events=events, participation=[])
    assert "k1" not in align_events(gold(), alone, gold_aliases(gold()))


@pytest.mark.parametrize(
    ("first", "second"),
    [("《协议》", "协议"), ("甲 乙", "甲乙"), ("热·力", "热力"), ("“十四五”规划", "十四五规划"),
     ("某市人民政府", "某市政府"), ("某委员会", "某委"), ("（甲）", "(甲)")],
)
def test_normal_forms(first: str, second: str) -> None:
    assert normal(first) == normal(second)


def test_different_bodies_stay_different() -> None:
    names = {normal(name) for name in ("某市委", "某市政府", "某市", "某市人大常委会", "某市政协")}
    assert len(names) == 5


def test_a_wider_body_is_no_alias() -> None:
    assert same_body(["乙市政府", "乙市人民政府", "乙市"]) == ("乙市政府",)
    assert same_body(["某大学党委", "某大学"]) == ("某大学党委",)
    assert same_body(["某电集团有限公司", "某电"]) == ("某电集团有限公司", "某电")
    assert same_body([]) == ()


def test_aliases_fold_to_one_name() -> None:
    names = Aliases([("甲公司", "甲"), ("乙", "甲"), ("丙",)])
    assert names.fold("甲") == names.fold("甲 公司") == names.fold("乙") == "甲公司"
    assert names.fold("丁") == "丁"


def test_likeness() -> None:
    assert likeness("推进会议", "推进会议") == 1.0
    assert likeness("推进会议", "签约仪式") == likeness("", "甲") == 0.0
    assert overlaps("推进会议", "乙市推进会议")
    assert not overlaps("会", "推进会议")
