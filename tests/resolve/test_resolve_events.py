"""When two articles tell of one event: kind, day and name agree, and no two places disagree."""

from __future__ import annotations

from itertools import permutations

import pytest

from kg.graph import article_graphs
from kg.model import EventFact, Facts
from kg.resolve import resolve
from kg.seeds import load_seeds
from kg.vocab import KG, RDF

SEEDS = load_seeds()
NAME = "大连烟台战略合作座谈会"


def article(number: int, place: str | None, name: str = NAME, **more: str | None) -> Facts:
    fields = {"type": "meeting", "date": "2019-03-11", **more}
    event = EventFact(key="e1", name=name, place=place, **fields)  # type: ignore[arg-type]
    return Facts(id=f"a{number}", hash=f"{number:016x}", events=(event,), places=(place,) if place else ())


def events(*articles: Facts) -> int:
    """How many event nodes the articles give; the same in any order."""
    counts = set()
    for ordered in permutations(articles):
        who = resolve(ordered, SEEDS)
        lines = [line for facts in ordered for line in article_graphs(facts, None, who, SEEDS).article]
        typed = {line.split(" ")[0] for line in lines if f"<{RDF.type}> <{KG.Event}>" in line}
        counts.add(len(typed))
    (count,) = counts
    return count


def test_kind_day_place_and_name_make_one_event() -> None:
    assert events(article(1, "大连市"), article(2, "大连市")) == 1


@pytest.mark.parametrize("places", [("大连市", None), (None, None), ("大连市", None, None), ("大连", None)])
def test_no_place_means_the_only_one_that_is_named(places: tuple[str | None, ...]) -> None:
    assert events(*(article(number, place) for number, place in enumerate(places, 1))) == 1


@pytest.mark.parametrize("second", [
    article(2, "烟台市"), article(2, None, date="2019-03-12"), article(2, None, date="2019-03"),
    article(2, None, date="--03-11"), article(2, None, type="signing"),
    article(2, None, name=f"{NAME}预备会"),
])  # fmt: skip
def test_what_disagrees_stays_two(second: Facts) -> None:
    assert events(article(1, "大连市"), second) == 2


def test_two_places_leave_the_third_article_alone() -> None:
    assert events(article(1, "大连市"), article(2, "烟台市"), article(3, None)) == 3


@pytest.mark.parametrize(("name", "kind"), [
    ("签约仪式", "signing"), ("座谈会", "meeting"), ("周望海到企业调研", "visit"),
])  # fmt: skip
def test_a_name_that_any_event_may_have_tells_nothing(name: str, kind: str) -> None:
    assert events(article(1, None, name=name, type=kind), article(2, None, name=name, type=kind)) == 2


def test_an_event_without_a_place_is_given_none() -> None:
    pair = (article(1, None), article(2, "大连市"))
    lines = article_graphs(pair[0], None, resolve(pair, SEEDS), SEEDS).article
    assert not any(f"<{KG.place}>" in line for line in lines)
