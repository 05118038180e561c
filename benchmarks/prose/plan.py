"""What happens in the world, day by day, as far as papers report it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.prose import changes
from benchmarks.prose.casting import Diary
from benchmarks.prose.happening import Happening
from benchmarks.prose.meetings import meeting, reception
from benchmarks.prose.signings import signing
from benchmarks.prose.visits import visit
from benchmarks.world.careers import FIRST, LAST, World

_KINDS = (meeting, signing, visit, reception)
_CHANGES = 0.25  # share of articles about appointments and removals


def happenings(world: World, diary: Diary, rng: Random) -> Iterator[Happening]:
    """Without end: each on a day of the twenty years, in a place of the world."""
    days = (LAST - FIRST).days - 60
    turns = changes.changes_of(world)
    waiting: list[changes.Turn] = []
    number = 0
    while True:
        number += 1
        key = f"h{number:06d}"
        if rng.random() < _CHANGES:
            if not waiting:  # every turn is reported once before one is reported again
                waiting = rng.sample(turns, len(turns))
            made = changes.change(world, diary, rng, key, waiting.pop())
        else:
            day = FIRST + timedelta(days=30 + rng.randrange(days))
            made = rng.choice(_KINDS)(world, diary, rng, key, day)
        if made:
            yield made


def planted(given: Happening, kind: str, world: World, diary: Diary, rng: Random) -> Happening | None:
    """The other half of a contradiction with `given`, or None when it cannot be had from it."""
    makers: dict[str, Any] = {
        "two holders": _two_holders, "two places": _two_places, "two dates": _two_dates,
        "two party lists": _two_lists,
    }
    made: Happening | None = makers[kind](given, world, diary, rng)
    return made


def _changed(given: Happening, **changed: Any) -> Happening:
    return Happening(**{**{name: getattr(given, name) for name in given.__dataclass_fields__}, **changed})


def _two_holders(given: Happening, world: World, diary: Diary, rng: Random) -> Happening | None:
    """The same meeting, with someone else named in the chief's one-person seat."""
    if given.kind != "meeting" or given.cast["chief"].seat.many:
        return None
    chief, day = given.cast["chief"], given.day
    names = {t.person.name for t in _people(given)}
    others = [t for t in world.tenures if t.start <= day < (t.end or date.max) and t.person.name not in names
              and t.seat.code[:2] != chief.seat.code[:2] and t.seat.rank == chief.seat.rank]
    others = [t for t in others if (t.person.id, day) not in diary.where]
    if not others:
        return None
    fake = rng.choice(others)
    taken = type(chief)(fake.person, chief.seat, day)
    diary.where[fake.person.id, day] = given.code[:4]
    return _changed(given, id=f"{given.id}x", cast={**given.cast, "chief": taken})


def _two_places(given: Happening, world: World, diary: Diary, rng: Random) -> Happening | None:
    """The same host on the same day with another guest, in a city of another province; both are named."""
    if given.kind != "reception":
        return None
    far = [city for city in world.cities if city.code[:2] != given.code[:2]]
    if not far:
        return None
    city = rng.choice(far)
    guests = diary.casting(given.day, city.code).holders(f"{city.code}-chair0", f"{city.code}-governor")
    if not guests or guests[0].person.name in {t.person.name for t in _people(given)}:
        return None
    words = {**given.words, "venue": f"{city.short}国际会议中心"}
    cast = {"chief": given.cast["chief"], "guest": guests[0]}
    places = (words["venue"], city.name, city.short)
    return _changed(given, id=f"{given.id}x", code=city.code, words=words, cast=cast, place_names=places)


def _two_dates(given: Happening, world: World, diary: Diary, rng: Random) -> Happening | None:
    """The same meeting, dated two days later by another paper."""
    if given.kind != "meeting":
        return None
    day = given.day + timedelta(days=2)
    for tenure in _people(given):
        if diary.where.setdefault((tenure.person.id, day), given.code[:4]) != given.code[:4]:
            return None
    return _changed(given, day=day)


def _two_lists(given: Happening, world: World, diary: Diary, rng: Random) -> Happening | None:
    """The same agreement of three, with another city in the third place."""
    if given.kind != "signing" or given.words["lead"] != "three":
        return None
    parties = given.agreements[0]
    others = [city.name for city in world.cities if city.name not in parties]
    if not others:
        return None
    changed = (*parties[:2], rng.choice(others))
    words = {**given.words, "parties": changed}
    return _changed(given, agreements=(changed,), words=words)


def _people(given: Happening) -> list[Any]:
    return [t for value in given.cast.values() for t in (value if isinstance(value, list) else [value])]
