"""Scores: what counts as right, as too much, as missing, and as nothing."""

from typing import Any

import orjson
import pytest
from evaluate_sample import facts, gold, rows

from kg.errors import FactsError
from kg.evaluate import CORE, KINDS, ORDER, Counts, Scores, errors, score
from kg.model import Facts


def scores(**changes: Any) -> Scores:
    """Scores of the perfect facts with some keys replaced."""
    return score({"x1": gold()}, {"x1": facts(**changes)})


def test_perfect_facts() -> None:
    perfect = scores()
    for kind in ORDER:
        assert perfect.strict[kind].f1 == perfect.lenient[kind].f1 == 1.0, kind
    assert errors({"x1": gold()}, {"x1": facts()}) == ()
    assert perfect.strict["posts"] == Counts(4, 0, 0)
    assert perfect.strict["persons"] == Counts(3, 0, 0)
    assert perfect.strict["signatories"] == Counts(4, 0, 0)
    assert perfect.strict["core"] == sum((perfect.strict[kind] for kind in CORE), Counts())
    assert perfect.articles["x1"] == perfect.strict["core"]


def test_no_facts() -> None:
    empty = score({"x1": gold()}, {"x1": Facts(id="x1")})
    for kind in KINDS:
        assert empty.strict[kind].tp == empty.strict[kind].fp == 0, kind
        assert empty.strict[kind].fn > 0, kind
    assert empty.strict["core"].f1 == 0.0


def test_counts() -> None:
    counts = Counts(3, 1, 2)
    assert (counts.precision, counts.recall, counts.rows) == (0.75, 0.6, 5)
    assert counts.f1 == pytest.approx(2 / 3)
    assert (Counts().precision, Counts().recall, Counts().f1) == (1.0, 1.0, 1.0)
    assert Counts(0, 1, 0).f1 == 0.0


@pytest.mark.parametrize(
    ("kind", "index", "change", "strict", "lenient"),
    [
        # Spaces, middle dots, 《》, quotes, 人民政府 and 委员会 do not matter; another answer does.
        ("posts", 0, ("org", " 甲省·委 "), True, True),
        ("posts", 0, ("org", "甲省委员会"), True, True),
        ("posts", 2, ("org", "乙市"), True, True),
        ("posts", 0, ("title", "书记"), False, True),
        ("posts", 0, ("org", "戊省委"), False, True),
        ("posts", 0, ("person", "王一一"), False, False),
        ("participation", 0, ("event", "k9"), False, True),
        ("participation", 0, ("role", "chaired"), False, False),
        ("participation", 4, ("agent", "中国某电集团有限公司"), True, True),
        ("participation", 3, ("agent", "乙市人民政府"), False, False),
        ("agreements", 0, ("title", "两市战略合作协议"), False, True),
        ("agreements", 0, ("title", "框架协议"), False, False),
        ("documents", 0, ("relation", "cited"), False, True),
        ("documents", 0, ("title", "规划"), False, False),
        ("appointments", 0, ("action", "appointed"), False, False),
        ("appointments", 0, ("title", "副董事长"), False, True),
        ("events", 0, ("type", "meeting"), False, True),
        ("events", 1, ("place", "丁市"), False, True),
        ("groups", 0, ("members", ["乙市"]), False, True),
        ("measures", 0, ("order", 3), False, True),
        ("measures", 0, ("list", "measures"), False, True),
        ("measures", 0, ("text", "要协调统筹"), False, False),
        ("credits", 0, ("agent", "某报客户端"), False, True),
        ("credits", 0, ("role", "editor"), False, False),
    ],
)
def test_one_field(kind: str, index: int, change: tuple[str, Any], strict: bool, lenient: bool) -> None:
    changed = rows(kind)
    changed[index][change[0]] = change[1]
    result = scores(**{kind: changed})
    perfect = scores()
    for right, got, best in ((strict, result.strict[kind], perfect.strict[kind]),
                             (lenient, result.lenient[kind], perfect.lenient[kind])):
        assert got == (best if right else Counts(best.tp - 1, 1, 1))


def test_a_row_produced_twice_is_one_too_many() -> None:
    twice = scores(posts=[*rows("posts"), rows("posts")[0]])
    assert twice.strict["posts"] == Counts(4, 1, 0)
    assert twice.strict["persons"] == Counts(3, 0, 0)


def test_inferred_rows_count_as_nothing() -> None:
    inferred = {"person": "赵四", "org": "丙局", "title": "局长"}
    assert scores(posts=[*rows("posts"), inferred]).strict["posts"] == Counts(4, 0, 0)
    assert scores(posts=[*rows("posts"), inferred]).strict["persons"] == Counts(3, 0, 0)
    assert scores(posts=[*rows("posts"), inferred, inferred]).strict["posts"] == Counts(4, 1, 0)


def test_planned_events_give_no_participation() -> None:
    planned = [*rows("participation"), {"event": "k3", "agent": "李二", "role": "attended"}]
    assert scores(participation=planned).strict["participation"] == Counts(5, 1, 0)


def test_a_kind_that_gold_lacks_is_not_counted() -> None:
    without = gold()
    without = type(without)(id="x1", rows={"posts": without.of("posts")})
    result = score({"x1": without}, {"x1": facts()})
    assert result.strict["posts"] == Counts(4, 0, 0)
    assert result.strict["credits"] == result.strict["measures"] == result.strict["orgs"] == Counts()


def test_signatories_follow_their_agreement() -> None:
    fewer = rows("agreements")
    fewer[0]["parties"] = ["乙市", "戊市", "己市"]
    assert scores(agreements=fewer).strict["signatories"] == Counts(3, 2, 1)
    assert scores(agreements=fewer).strict["agreements"] == Counts(2, 0, 0)
    assert scores(agreements=rows("agreements")[:1]).strict["signatories"] == Counts(2, 0, 2)
    other = [*rows("agreements")[:1], {"title": "备忘录", "parties": ["乙市"]}]
    assert scores(agreements=other).strict["signatories"] == Counts(2, 1, 2)


def test_dates_and_events_of_agreements_stand_apart() -> None:
    changed = rows("agreements")
    changed[0]["date"], changed[0]["event"] = "2021-05-06", "k9"
    changed[1]["date"] = "2021-05-05"
    result = scores(agreements=changed)
    assert result.strict["core"] == scores().strict["core"]
    assert result.strict["agreement dates"] == Counts(0, 2, 1)
    assert result.strict["agreement events"] == Counts(1, 1, 1)


def test_former_is_scored_apart() -> None:
    changed = rows("posts")
    changed[3]["former"] = False
    assert scores(posts=changed).strict["former posts"] == Counts(0, 0, 1)
    assert scores(posts=changed).strict["posts"] == Counts(4, 0, 0)


def test_an_agent_that_is_a_body_is_no_person() -> None:
    extra = [*rows("participation"), {"event": "k1", "agent": "孙五", "role": "attended"},
             {"event": "k1", "agent": "戊公司", "role": "attended"}]
    result = scores(participation=extra, orgs=[*rows("orgs"), "戊公司"])
    assert result.strict["persons"] == Counts(3, 1, 0)


def test_errors_are_lines_for_people() -> None:
    changed = rows("posts")
    changed[0].update(org="戊省委", rule="chain")
    assert errors({"x1": gold()}, {"x1": facts(posts=changed)}) == (
        "x1  posts  missing  王一 | 甲省委 | 副书记",
        "x1  posts  extra    王一 | 戊省委 | 副书记  [chain]",
    )
    assert len(errors({"x1": gold()}, {})) > 20


def test_missing_facts_are_an_error() -> None:
    with pytest.raises(FactsError, match="x1: has gold but no facts"):
        score({"x1": gold()}, {})
    assert score({"x1": gold()}, {"x1": facts(), "other": facts()}).strict["core"].f1 == 1.0


def test_reliability() -> None:
    changed = rows("posts")
    for number, row in enumerate(changed):
        row.update(rule="chain" if number else "list", confidence=0.9 if number else 0.6)
    changed[1]["org"] = "戊市委"
    result = scores(posts=changed)
    by_rule = {row.label: (row.facts, row.right, row.stated) for row in result.by_rule}
    assert by_rule["posts: chain"] == (3, 2, pytest.approx(0.9))
    assert by_rule["posts: list"] == (1, 1, pytest.approx(0.6))
    assert by_rule["credits: no rule"] == (1, 1, None)
    by_confidence = {row.label: (row.facts, row.right) for row in result.by_confidence}
    assert by_confidence["0.90–0.95"] == (3, 2)
    assert by_confidence["0.50–0.70"] == (1, 1)
    assert next(row for row in result.by_rule if row.label == "posts: chain").share == pytest.approx(2 / 3)


def test_forms_are_stable() -> None:
    result = score({"b": gold(), "a": gold()}, {"a": facts(), "b": facts(posts=rows("posts")[1:])})
    again = score({"a": gold(), "b": gold()}, {"b": facts(posts=rows("posts")[1:]), "a": facts()})
    assert result.to_json() == again.to_json()
    assert result.to_table() == again.to_table()
    assert result.to_markdown() == again.to_markdown()
    data = orjson.loads(result.to_json())
    posts = {"tp": 7, "fp": 0, "fn": 1, "precision": 1.0, "recall": 0.875, "f1": 0.9333}
    assert data["strict"]["posts"] == posts
    assert list(data["articles"]) == ["a", "b"]
    line = "| posts | 8 | 1.000 | 0.875 | 0.933 | 1.000 | 0.875 | 0.933 |"
    assert line in result.to_markdown().splitlines()
    assert result.to_table().splitlines()[0].split()[0] == "kind"
