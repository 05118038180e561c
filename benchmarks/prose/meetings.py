"""Meetings of cities and provinces, and receptions, as they happen."""

from __future__ import annotations

from datetime import date
from random import Random

from benchmarks.prose.casting import Casting, Diary
from benchmarks.prose.happening import Cast, Happening
from benchmarks.prose.scene import THEMES, region_of, venue
from benchmarks.world.careers import World
from kg.seeds import Place

_FORMS = ("推进会", "工作会议", "现场会", "调度会", "动员大会", "座谈会", "专题会议")
_WORKS = ("三年行动计划", "实施方案", "工作规划（{y}—{z}年）", "管理办法（试行）", "若干措施", "专项规划")
_REPORTERS = {"省": ("office0", "office3"), "市": ("bureau0", "bureau1")}
_MORE = ("deputy1", "deputy2", "congress", "conference", "general", "organiser", "congress_deputy")


def meeting(world: World, diary: Diary, rng: Random, key: str, day: date) -> Happening | None:
    """A meeting of a city, now and then of a province (then in its first city)."""
    city = rng.choice(world.cities)
    region = region_of(world, city)
    owner = region.province if rng.random() < 0.2 else city
    city = region.cities[0] if owner is region.province else city
    casting = diary.casting(day, city.code)
    cast = _hall(casting, owner, rng)
    if not {"chief", "reporter", "explainer"} <= set(cast):
        return None
    counties = region.counties[city.code] if owner is city else ()
    if rng.random() < 0.3:
        cast["counties"] = casting.holders(*(f"{c.code}-{rng.choice(('secretary', 'governor'))}"
                                             for c in counties))
    _absent(cast, casting, owner, rng)
    theme, (hall, names) = rng.choice(THEMES), venue(city, rng)
    work = rng.choice(_WORKS).format(y=day.year, z=day.year + 5)
    near = [c.name for c in counties][:2] or [c.name for c in region.cities][:2]
    words = {
        "whole": f"全{owner.name[-1]}", "owner": owner.name, "form": theme + rng.choice(_FORMS),
        "theme": theme, "venue": hall,
        "bodies": near if len(near) == 2 else [f"{owner.name}财政局", f"{owner.name}水务局"],
    }
    title = f"{owner.name}{theme}{work}"
    return Happening(key, "meeting", day, owner.code, cast, words, work=title, place_names=names)


def _hall(casting: Casting, owner: Place, rng: Random) -> Cast:
    """Who is there: one who speaks, one who chairs, reporters, and some more of the house."""
    seats = {"chief": rng.choice(("secretary", "governor")), "chair": "first_deputy",
             "reporter": rng.choice(_REPORTERS[owner.name[-1]]), "explainer": "deputy0"}
    cast: Cast = {role: t for role, seat in seats.items() if (t := casting.holder(f"{owner.code}-{seat}"))}
    more = rng.sample(_MORE, rng.randrange(1, 5))
    cast["more"] = casting.holders(*(f"{owner.code}-{seat}" for seat in more))
    guests = ("gov_general", "bureau2", "office1")
    cast["guests"] = casting.holders(*(f"{owner.code}-{seat}" for seat in guests))
    return cast


def _absent(cast: Cast, casting: Casting, owner: Place, rng: Random) -> None:
    """Now and then someone is away, and perhaps sends someone else."""
    chance = rng.random()
    absent = casting.diary.world.held(f"{owner.code}-vice_secretary", casting.day)
    if absent is None or absent.person.name in casting.names or chance >= 0.3:
        return
    casting.names.add(absent.person.name)
    if chance >= 0.12:
        cast["absent"] = absent
    elif envoy := casting.holder(f"{owner.code}-conference_deputy"):
        cast |= {"sender": absent, "envoy": envoy}


def reception(world: World, diary: Diary, rng: Random, key: str, day: date) -> Happening | None:
    """A head of a city receives the head of a company, a school or another city."""
    city, other = rng.sample(world.cities, 2)
    casting, code = diary.casting(day, city.code), city.code
    chief = casting.holder(f"{code}-{rng.choice(('secretary', 'governor'))}")
    guest = casting.holder(f"{other.code}-{rng.choice(('chair0', 'manager1', 'president', 'governor'))}")
    if not chief or not guest:
        return None
    cast: Cast = {"chief": chief, "guest": guest}
    if rng.random() < 0.25 and (second := casting.holder(f"{code}-conference")):
        cast["second"] = second
    more = rng.sample(("general", "deputy0", "bureau0", "gov_general"), rng.randrange(0, 4))
    cast["more"] = casting.holders(*(f"{code}-{seat}" for seat in more))
    if rng.random() < 0.2 and (caller := casting.holder(f"{code}-congress")):
        cast["caller"] = caller
    hall, names = venue(city, rng)
    words = {"theme": rng.choice(THEMES), "venue": hall, "place": city.short}
    return Happening(key, "reception", day, code, cast, words, place_names=names)
