"""Derived tenures of a generated world beside the true ones, and where what is missing is lost.

A true tenure begins and ends on days of the world. What no article tells of them no reader can know, so three
figures stand side by side: the overlap with the truth; the same rules on what the articles state (rows of
gold, people as in the truth), which is what perfect reading would give; and the overlap with the part of the
true tenure that the articles state, from its first to its last report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from benchmarks.corpus import Corpus
from benchmarks.prose.words import Words
from benchmarks.world.careers import FIRST, LAST, Tenure, World
from kg.graph import Sighting, sightings
from kg.graph.sightings import BEGINNING
from kg.graph.tenures import Spell, bounds, spells_of
from kg.model import AppointmentFact, Article, EventFact, Facts, ParticipationFact, PostFact, Resolution
from kg.resolve.mentions import short_body

#: Observations (days on which articles prove a tenure) from which on the overlap with the truth is counted.
LEAST_SEEN = (3, 8, 20)
#: What is known of an end of a tenure: an act, a day of another holder, the world's own end, nothing.
CAUSES = ("told", "between two reports", "at the edge of the world", "never reported", "no such tenure")
_SLACK = timedelta(days=30)

Interval = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Overlap:
    """One derived tenure beside the true one; `seen` days prove it, and both of its ends are told or bounded
    by other holders where it `is_closed`. `lost` is cause → share of the two intervals' span that is not
    common to them; `stated` the overlap with what the articles state of the true tenure.
    """

    seen: int
    is_closed: bool
    jaccard: float
    stated: float
    lost: Mapping[str, float]


class Beside:
    """The truth of a corpus, asked for the true tenure of a spell."""

    def __init__(self, corpus: Corpus, articles: Sequence[Article]) -> None:
        self.world = corpus.world
        self.who = {a.hash: own["who"] for a, own in zip(articles, corpus.truth, strict=True)}

    def true(self, spell: Spell) -> Tenure | None:
        """The tenure that most proofs of a spell are of, if any."""
        votes: Counter[int] = Counter()
        known: dict[int, Tenure] = {}
        for proof in spell.proofs:
            person, day = self.who[proof.article].get(proof.name), _day(proof.day)
            org, _, title = proof.words.partition(" ")
            for tenure in self.world.by_person.get(person or "", ()):
                near = tenure.start - _SLACK <= day <= (tenure.end or LAST) + _SLACK
                if near and (short_body(org), title) in _words(tenure, Words(self.world, day, None)):
                    votes[id(tenure)] += 1
                    known[id(tenure)] = tenure
        return known[votes.most_common(1)[0][0]] if votes else None


def overlaps(
    corpus: Corpus, articles: Sequence[Article], facts: Sequence[Facts], who: Resolution
) -> list[Overlap]:
    """The overlap of every derived tenure with the true one of its person and post (0 where there is none);
    `articles` and `facts` run in parallel with the corpus.
    """
    beside = Beside(corpus, articles)
    stated = _stated_intervals(corpus, articles, who, beside)
    return [
        _overlap(spell, spells, beside.true(spell), stated)
        for spells in _spells(zip(facts, articles, strict=True), who, corpus.world)
        for spell in spells
    ]


def reachable(corpus: Corpus, articles: Sequence[Article], who: Resolution) -> list[Overlap]:
    """The same of the facts that the articles state, by people as they are: what perfect reading gives. Of
    `who` only the places are taken.
    """
    beside = Beside(corpus, articles)
    return [
        _overlap(spell, spells, beside.true(spell), {})
        for spells in _spells(*_gold(corpus, articles, who), corpus.world)
        for spell in spells
    ]


def _spells(
    told: Iterable[tuple[Facts, Article | None]], who: Resolution, world: World
) -> list[list[Spell]]:
    posts: dict[str, list[Sighting]] = {}
    for facts, article in told:
        for sighting in sightings(facts, article, who, world.seeds):
            posts.setdefault(sighting.post, []).append(sighting)
    return [spells_of(posts[post]) for post in sorted(posts)]


def _overlap(
    spell: Spell, spells: Sequence[Spell], true: Tenure | None, stated: Mapping[tuple[int, str], Interval]
) -> Overlap:
    begin, end = bounds(spell, spells)
    begins, ends = spell.first.how in BEGINNING, spell.closed
    seen = len({proof.day for proof in spell.proofs if proof.how not in ("since", "until")})
    closed = (begins or begin is not None) and (ends or end is not None)
    if true is None:
        return Overlap(seen, closed, 0.0, 0.0, {"no such tenure": 1.0})
    derived, held = _interval(spell, spells), (true.start, true.end or LAST)
    told = stated.get((id(true), spell.first.post))
    whole = (max(derived[1], held[1]) - min(derived[0], held[0])).days or 1
    lost = dict.fromkeys(CAUSES, 0.0)
    for side, is_told, bound, edge in ((0, begins, begin, true.start == FIRST), (1, ends, end, not true.end)):
        cause = "told" if is_told else "between two reports" if bound else \
            "at the edge of the world" if edge else "never reported"
        lost[cause] += abs((derived[side] - held[side]).days) / whole
    return Overlap(seen, closed, _jaccard(derived, held), _jaccard(_told(spell), told) if told else 0.0, lost)


def _interval(spell: Spell, spells: Sequence[Spell]) -> Interval:
    """From the act that began the tenure to the one that ended it, as far as they are told; else from the
    first (to the last) proof, and half of the way to the bound that another holder sets.
    """
    begin, end = bounds(spell, spells)
    first, last = _day(spell.first.day), _day(spell.last.day)
    if begin and spell.first.how not in BEGINNING:
        first -= max(first - _day(begin.day), timedelta(0)) / 2
    if end and not spell.closed:
        told = any(left.how == "gone" and left.day == end.day for left in spell.left)
        last += max(_day(end.day) - last, timedelta(0)) / (1 if told else 2)
    return first, last


def _day(told: str) -> date:
    """A day; the middle of a month or a year of which no more is told."""
    return date.fromisoformat(f"{told}-07-01" if len(told) == 4 else f"{told}-15" if len(told) == 7 else told)


def _told(spell: Spell) -> Interval:
    """From the first to the last report that a person is in a post, or that a removal ends it."""
    gone = [left.day for left in spell.left if left.how == "gone" and not spell.closed]
    return _day(spell.first.day), _day(min(gone, default=spell.last.day))


def _stated_intervals(
    corpus: Corpus, articles: Sequence[Article], who: Resolution, beside: Beside
) -> dict[tuple[int, str], Interval]:
    """(true tenure, IRI of the post) → from the first to the last day on which articles state it."""
    found: dict[tuple[int, str], Interval] = {}
    for spells in _spells(*_gold(corpus, articles, who), corpus.world):
        for spell in spells:
            true = beside.true(spell)
            if true:
                key, (first, last) = (id(true), spell.first.post), _told(spell)
                other = found.get(key, (first, last))
                found[key] = (min(first, other[0]), max(last, other[1]))
    return found


def _gold(
    corpus: Corpus, articles: Sequence[Article], who: Resolution
) -> tuple[list[tuple[Facts, Article | None]], Resolution]:
    """The facts that the articles state, each person known as in the truth."""
    facts: list[tuple[Facts, Article | None]] = []
    persons: dict[tuple[str, str], str] = {}
    for article, truth in zip(articles, corpus.truth, strict=True):
        facts.append((replace(_gold_facts(truth), hash=article.hash), None))
        persons |= {(article.hash, name): person for name, person in truth["who"].items()}
    return facts, replace(who, persons=persons, spells={})


def _gold_facts(truth: Mapping[str, Any]) -> Facts:
    gold = truth["gold"]
    held: dict[str, list[str]] = {}
    for row in gold["posts"]:
        if not row["former"]:
            held.setdefault(row["person"], []).append(f"{row['org'][0]} {row['title'][0]}")
    return Facts(
        id=truth["id"],
        published=truth["published"],
        posts=tuple(PostFact(person=row["person"], org=row["org"][0], title=row["title"][0],
                             former=row["former"], since=row.get("since"), until=row.get("until"))
                    for row in gold["posts"]),
        events=tuple(EventFact(key=row["key"], name=row["name"][0], type=row["type"], date=row["date"])
                     for row in gold.get("events", ())),
        participation=tuple(
            ParticipationFact(event=row["event"] if isinstance(row["event"], str) else row["event"][0],
                              agent=row["agent"], role="attended", capacity=tuple(held.get(row["agent"], ())))
            for row in gold["participation"] if row["agent"] in truth["who"]
        ),
        appointments=tuple(
            AppointmentFact(person=row["person"], org=row["org"][0], title=row["title"][0],
                            action=row["action"], date=_full(row["date"]))
            for row in gold["appointments"]
        ),
    )  # fmt: skip


def _full(day: str | None) -> str | None:
    return None if day is None or day.startswith("--") else day


def _words(tenure: Tenure, words: Words) -> set[tuple[str, str]]:
    """(short name of the body, title) of every post of a seat, in every way to write it."""
    return {(short_body(body), words.title(post)) for post in tenure.seat.posts
            for body in words.bodies(post)}


def _jaccard(one: Interval, two: Interval) -> float:
    common = (min(one[1], two[1]) - max(one[0], two[0])).days
    whole = (max(one[1], two[1]) - min(one[0], two[0])).days
    return max(0, common) / whole if whole else 1.0


def chosen(found: Iterable[Overlap], least: int) -> list[Overlap]:
    """The tenures with so many observations."""
    return [each for each in found if each.seen >= least]


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
