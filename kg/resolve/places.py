"""The places of one article: each name → its code, decided by what else the article names, or left open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.model import Facts
from kg.resolve.mentions import head_place, post_facts, short_body, year_of
from kg.seeds import Place, Seeds

# How strongly an article supports a candidate: it names the place above it or one inside it; its province.
_NEAR, _PROVINCE = 2, 1


def places_of(facts: Facts, seeds: Seeds) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """(name → code, undecided name → the codes it could be) for every place name in the facts of one article.

    A name that the gazetteer does not know is in neither. A name is decided when one place bears it; or when
    of several exactly one is supported best by the places that are decided: those above it, inside it, or in
    its province. Two equally good candidates stay undecided: nothing is guessed.
    """
    year = year_of(facts)
    names = sorted(_names(facts, seeds))
    candidates = {name: found for name in names if (found := _candidates(name, year, seeds))}
    decided = {name: found[0] for name, found in candidates.items() if len(found) == 1}
    while True:
        near = _around(decided.values(), seeds)
        chosen = {
            name: best
            for name, found in candidates.items()
            if name not in decided and (best := _best(found, near, seeds)) is not None
        }
        if not chosen:
            break
        decided |= chosen  # all of a round at once: the order of names decides nothing
    codes = {name: place.code for name, place in decided.items()}
    return codes, {name: _codes(found) for name, found in candidates.items() if name not in decided}


def _names(facts: Facts, seeds: Seeds) -> set[str]:
    """Names that stand for a place, and the places with which the names of bodies begin.

    Who takes part or signs is a place only under its full name: 海洋 and 朝阳 are given names too.
    """
    agents = [fact.agent for fact in facts.participation]
    agents += [name for fact in facts.agreements for name in fact.parties]
    agents += [name for fact in facts.groups for name in fact.members]
    bodies: list[str] = [*facts.orgs, *(fact.org for fact in post_facts(facts)), *agents]
    bodies += [fact.body for fact in facts.represented]
    people = {fact.person for fact in post_facts(facts)}
    heads = {head for name in bodies if (head := head_place(short_body(name), seeds))}
    return {*facts.places, *(event.place for event in facts.events if event.place), *heads} - people


def _candidates(name: str, year: int | None, seeds: Seeds) -> tuple[Place, ...]:
    """Places of this name: by the full name if one bears it so; former ones only where none of today is, or
    the article is from their time. Beside 朝阳市 its own 朝阳县 is never called 朝阳.
    """
    named = seeds.places.by_full_name(name) or seeds.places.by_name(name)
    cities = {p.code for p in named if p.level == "prefecture"}
    named = tuple(p for p in named if p.parent not in cities)
    today = tuple(p for p in named if not p.historical)
    if year is not None:
        then = tuple(p for p in named if p.valid_to and int(p.valid_to) >= year)
        return (*today, *then) or named
    return today or named


def _around(places: Iterable[Place], seeds: Seeds) -> Mapping[str, frozenset[str]]:
    """Code → codes of the decided places that lie in it (itself among them)."""
    inside: dict[str, set[str]] = {}
    for place in places:
        for above in (place, *seeds.places.ancestors(place)):
            inside.setdefault(above.code, set()).add(place.code)
    return {code: frozenset(codes) for code, codes in inside.items()}


def _best(found: tuple[Place, ...], near: Mapping[str, frozenset[str]], seeds: Seeds) -> Place | None:
    """The one candidate that is supported best, or None."""
    ranked = sorted(((_support(place, near, seeds), place.code, place) for place in found), reverse=True,
                    key=lambda entry: entry[:2])  # fmt: skip
    best, second = ranked[0][0], ranked[1][0]
    return ranked[0][2] if best > second else None


def _support(place: Place, near: Mapping[str, frozenset[str]], seeds: Seeds) -> int:
    if place.code in near or (place.parent and place.parent in near):
        return _NEAR
    return _PROVINCE if any(above.code in near for above in seeds.places.ancestors(place)) else 0


def _codes(found: Iterable[Place]) -> tuple[str, ...]:
    return tuple(sorted({place.code for place in found}))
