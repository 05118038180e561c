"""Visits as they happen."""

from __future__ import annotations

from datetime import date
from random import Random

from benchmarks.prose.casting import Diary
from benchmarks.prose.happening import Cast, Happening
from benchmarks.prose.scene import THEMES, region_of
from benchmarks.world.careers import World


def visit(world: World, diary: Diary, rng: Random, key: str, day: date) -> Happening | None:
    """A leader of the province in a city, of the city in a county, or a delegation of another city."""
    city = rng.choice(world.cities)
    region = region_of(world, city)
    casting = diary.casting(day, city.code)
    way = rng.choice(("province", "county", "delegation"))
    place, home, least = city, region.province, 1
    if way == "county":
        if not region.counties[city.code]:
            return None
        place, home, least = rng.choice(region.counties[city.code]), city, 0
    elif way == "delegation":
        home = rng.choice([other for other in world.cities if other is not city])
    visitors, staff = {
        "province": (("deputy0", "deputy1", "deputy2"), "office2"),
        "county": (("secretary", "governor", "first_deputy"), "bureau1"),
        "delegation": (("secretary", "governor"), "general"),
    }[way]
    visitor = casting.holder(f"{home.code}-{rng.choice(visitors)}")
    if visitor is None:
        return None
    hosts = (f"{place.code}-secretary", f"{place.code}-governor")[: rng.randrange(least, 3)]
    cast: Cast = {"visitor": visitor, "hosts": casting.holders(*hosts)}
    cast["more"] = casting.holders(f"{home.code}-{staff}") if rng.random() < 0.5 else []
    words = {"place_code": place.code, "theme": rng.choice(THEMES), "home": home.name,
             "delegation": way == "delegation"}
    return Happening(key, "visit", day, city.code, cast, words, place_names=(place.name, place.short))
