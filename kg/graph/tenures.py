"""Sightings of many articles → tenures with their bounds, who followed whom, and second spells; all derived.

A title proves one day. Between the first and the last proof of a person in a post lies one spell, unless the
person was removed, or another one held a post for one person in between: then the next proof begins a second
spell. That another one held it needs two days or an act: one day alone may be an error, and stays in the
graph as a contradiction. Nothing here decides who is right.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from kg.graph import terms
from kg.graph.article import DEFAULT_BASE
from kg.graph.iris import Iris
from kg.graph.lines import Lines
from kg.graph.sightings import BEGINNING, ENDING, Sighting
from kg.vocab import DCT, KG, code

#: How a post was proven, in the order of a day; gone and former say that it was held no more.
_RANK = {"opened": 0, "named": 1, "since": 2, "seen": 3, "closed": 4, "until": 5, "gone": 6, "former": 7}
_LEFT = ("gone", "former")
_ORDER = attrgetter("order")
_VERBS = {"opened": "appointed to {} on", "named": "named for {} on", "since": "in {} from",
          "seen": "seen in {} on", "closed": "removed from {} on", "until": "in {} until"}  # fmt: skip
_REASONS = {"gone": "said to be removed on", "former": "called a former holder on"}


@dataclass(frozen=True, slots=True)
class Spell:
    """One tenure: its proofs by day; `left` are the days by which the person had left. `ordinal` counts the
    spells of the person in the post.
    """

    ordinal: int
    proofs: tuple[Sighting, ...]
    left: tuple[Sighting, ...] = ()

    @property
    def first(self) -> Sighting:
        """The earliest proof; of several that begin it in one month or year, the one that knows the day."""
        return _nearest(self.proofs, BEGINNING)

    @property
    def last(self) -> Sighting:
        """The latest proof, likewise."""
        return _nearest(self.proofs[::-1], ENDING)

    @property
    def opened(self) -> bool:
        """True when an article tells when it began: of the act, or in a résumé."""
        return any(proof.how in ("opened", "since") for proof in self.proofs)

    @property
    def closed(self) -> bool:
        """True when an article tells when it ended: of the act, or in a résumé."""
        return any(proof.how in ("closed", "until") for proof in self.proofs)


def _nearest(proofs: Sequence[Sighting], hows: Sequence[str]) -> Sighting:
    end = proofs[0]
    if end.how not in hows or len(end.day) == len("2008-03-20"):
        return end
    return max((p for p in proofs if p.how in hows and _is_same(p.day, end.day)), key=lambda p: len(p.day))


def _is_same(day: str, other: str) -> bool:
    """As far as both say: 2008-03 is the month of 2008-03-20."""
    return day.startswith(other) or other.startswith(day)


class Bound(NamedTuple):
    """A day (month, year) before or after which a tenure cannot reach, why, and the words that show it."""

    day: str
    reason: str
    evidence: str


class Tenures(NamedTuple):
    """`derived`: sorted lines of graph/derived; `spells` as in Resolution."""

    derived: list[str]
    spells: dict[tuple[str, str, str], int]


def tenures(sightings: Iterable[Sighting], *, base: str = DEFAULT_BASE) -> Tenures:
    """All tenures: one group for each post, each alone; the order of sightings does not matter."""
    posts: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        posts.setdefault(sighting.post, []).append(sighting)
    iris = Iris(base)
    derived: list[str] = []
    numbers: dict[tuple[str, str, str], int] = {}
    for post in sorted(posts):
        spells = spells_of(posts[post])
        derived += _lines(spells, iris)
        numbers |= {
            (told.article, told.name, told.words): spell.ordinal
            for spell in spells
            if spell.ordinal > 1
            for told in (*spell.proofs, *spell.left)
        }
    return Tenures(sorted(derived), numbers)


def spells_of(sightings: Iterable[Sighting]) -> list[Spell]:
    """The spells of one post, by first day. Pure: the same sightings give the same spells."""
    ordered = sorted(set(sightings), key=lambda s: (s.order, _RANK[s.how], s))
    people: dict[str, list[Sighting]] = {}
    for sighting in ordered:
        people.setdefault(sighting.person, []).append(sighting)
    spells = [spell for person in sorted(people) for spell in _of_person(people[person], ordered)]
    return sorted(spells, key=lambda s: (s.first.order, s.last.order, s.first.person))


def _of_person(own: Sequence[Sighting], everyone: Sequence[Sighting]) -> list[Spell]:
    proofs = [sighting for sighting in own if sighting.how not in _LEFT]
    left = [sighting for sighting in own if sighting.how in _LEFT]
    told = [
        (since.order, until.order) for since in own if since.how == "since" for until in own
        if until.how == "until" and (since.article, since.words) == (until.article, until.words)
    ]  # fmt: skip
    ends = [sighting.order for sighting in own if sighting.how in ("closed", "until", "gone")]
    runs: list[list[Sighting]] = [[]] if proofs else []
    for number, proof in enumerate(proofs):
        last = proofs[number - 1]
        is_one = any(since <= last.order and proof.order <= until for since, until in told)
        if number and not is_one and (_is_held_between(last, proof, everyone)
                                      or _is_back(proofs, number, ends)):  # fmt: skip
            runs.append([])
        runs[-1].append(proof)
    spells = []
    for ordinal, run in enumerate(runs, 1):
        until = runs[ordinal][0].order if ordinal < len(runs) else "9999"
        own_left = tuple(s for s in left if run[-1].order <= s.order < until)
        spells.append(Spell(ordinal, tuple(run), own_left))
    return spells


def _is_back(proofs: Sequence[Sighting], number: int, ends: Sequence[str]) -> bool:
    """After a removal: appointed again, or seen on two later days. The proofs are in the order of days."""
    last, back = proofs[number - 1], proofs[number]
    if not any(last.order <= end < back.order for end in ends):
        return False
    return back.how in BEGINNING or back.order < proofs[-1].order


def _is_held_between(earlier: Sighting, later: Sighting, everyone: Sequence[Sighting]) -> bool:
    """True when one other person, of another name, is proven in a one-person post between two proofs.
    `everyone` is in the order of days.
    """
    if not earlier.is_single or _is_same(earlier.day, later.day):
        return False
    days: dict[str, set[str]] = {}
    start = bisect_right(everyone, earlier.order, key=_ORDER)
    for other in everyone[start : bisect_left(everyone, later.order, start, key=_ORDER)]:
        at_edge = _is_same(other.day, earlier.day) or _is_same(other.day, later.day)
        if other.how not in _LEFT and other.name != earlier.name and not at_edge:
            if other.how != "seen":
                return True
            days.setdefault(other.person, set()).add(other.day)
    return any(len(found) > 1 for found in days.values())


def bounds(spell: Spell, spells: Sequence[Spell]) -> tuple[Bound | None, Bound | None]:
    """(not before, not after) of a spell among all of its post, where no act of its own says so: the last
    proof of an earlier holder, the first of a later one, or the day by which it is called a former post.
    """
    others = [o for o in spells if o.first.name != spell.first.name] if spell.first.is_single else []
    before = max((o.last for o in others if precedes(o, spell)), key=_ORDER, default=None)
    after = min((o.first for o in others if precedes(spell, o)), key=_ORDER, default=None)
    begin = None if spell.opened or before is None else _bound(before)
    ends = [] if spell.closed or after is None else [_bound(after)]
    if not spell.closed and spell.left:
        left = spell.left[0]
        ends.append(Bound(left.day, f"{_REASONS[left.how]} {left.day}", left.evidence))
    return begin, min(ends, default=None)


def _bound(other: Sighting) -> Bound:
    return Bound(other.day, f"{other.name} was {_told(other, 'the post')}", other.evidence)


def _told(sighting: Sighting, post: str) -> str:
    return f"{_VERBS[sighting.how].format(post)} {sighting.day}"


def successions(spells: Sequence[Spell]) -> list[tuple[Spell, Spell]]:
    """Who followed whom in a one-person post, nobody else being known between them. Spells that overlap
    contradict each other and follow nobody.
    """
    chain: list[tuple[Spell, Spell]] = []
    last: Spell | None = None
    for spell in spells if spells and spells[0].first.is_single else ():
        if last is None or precedes(last, spell):
            if last is not None and last.first.name != spell.first.name:
                chain.append((last, spell))
            last = spell
        elif spell.last.order > last.last.order:
            last = spell
    return chain


def precedes(spell: Spell, later: Spell) -> bool:
    """True when one ends before the other begins, or on its first day (in its month) when an act or a résumé
    says so.
    """
    end, start = spell.last, later.first
    if not _is_same(end.day, start.day):
        return end.day < start.day
    return spell.first.order < start.order and (end.how in ENDING or start.how in BEGINNING)


def _lines(spells: Sequence[Spell], iris: Iris) -> list[str]:
    lines = Lines(iris, "derived")
    for spell in spells:
        for predicate, bound in zip((KG.notBefore, KG.notAfter), bounds(spell, spells), strict=True):
            if bound is not None:
                term, _ = terms.date(bound.day, bound.evidence)
                _derive(lines, (_iri(spell, iris), predicate, term), bound.reason, bound.evidence)
    for first, second in successions(spells):
        reason = (f"{first.first.name} was {_told(first.last, 'the post')}, {second.first.name} "
                  f"{_told(second.first, 'it')}; nobody else is known between them")  # fmt: skip
        link = (_iri(first, iris), DCT.isReplacedBy, terms.iri(_iri(second, iris)))
        _derive(lines, link, reason, first.last.evidence, second.first.evidence)
    return lines.sorted()


def _derive(lines: Lines, triple: tuple[str, str, str], reason: str, *evidence: str) -> None:
    statement = lines.statement(*triple, reason)
    lines.link(statement, KG.reviewStatus, code("review", "derived"))
    for words in evidence:
        lines.link(statement, KG.evidence, words)


def _iri(spell: Spell, iris: Iris) -> str:
    return iris.tenure(spell.first.person, spell.first.post, spell.ordinal)

