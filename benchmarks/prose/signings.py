"""Signings as they happen: who signs what with whom."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from benchmarks.prose.casting import Casting, Diary
from benchmarks.prose.happening import Cast, Happening
from benchmarks.prose.scene import THEMES, venue
from benchmarks.world.careers import World
from kg.seeds import Place

_KINDS = ("战略合作协议", "战略合作框架协议", "合作框架协议", "投资合作协议", "产学研合作协议")
_TOGETHER = ("three", "several", "pairs")  # several agreements or parties, no people
_WITH_PEOPLE = ("ceremony", "simple", "witness", "talks", "friendship", "one")
Parties = tuple[str, ...]


def signing(world: World, diary: Diary, rng: Random, key: str, day: date) -> Happening | None:
    """A signing in a city: with a company, a school or another city; of several, in pairs, or of three."""
    places = rng.sample(world.cities, 3)
    city, casting = places[0], diary.casting(day, places[0].code)
    lead = rng.choice((*_WITH_PEOPLE, *_TOGETHER))
    parties, seats = _sides(world, places, lead, rng)
    cast: Cast = {role: t for role, seat in seats.items() if (t := casting.holder(seat))}
    if len(cast) < len(seats):
        return None
    if lead not in _TOGETHER and (host := casting.holder(f"{city.code}-gov_general")):
        cast["host"] = host
    cast["more"] = _more(casting, city, rng)
    hall, names = venue(city, rng)
    words = {"lead": lead, "parties": parties, "venue": hall, **_titles(lead, parties, day, rng)}
    return Happening(key, "signing", day, city.code, cast, words, agreements=_agreements(lead, parties),
                     place_names=names)


def _sides(world: World, places: list[Place], lead: str, rng: Random) -> tuple[Parties, dict[str, str]]:
    """The parties, and the seats of those who speak and sign for them."""
    city, other, third = places

    def house(seat: str) -> str:
        return world.seats[seat].posts[0].kind.partition(":")[2]

    own = f"{city.name}{rng.choice(('政府', '人民政府'))}"
    home, away = house(f"{city.code}-chair0"), house(f"{other.code}-chair0")
    if lead == "three":
        return (city.name, other.name, third.name), {}
    if lead == "several":
        return (own, home, away), {}
    if lead == "pairs":
        return (city.name, other.name, away, house(f"{third.code}-chair1")), {}
    chief = f"{city.code}-governor"
    if lead == "friendship":
        return (city.name, other.name), {"chief": chief, "guest": f"{other.code}-governor"}
    partner = rng.choice(("company", "school", "city"))
    first, (name, guest, signer) = city.name if partner == "city" else own, {
        "company": (home, f"{city.code}-chair0", f"{city.code}-manager0"),
        "school": (house(f"{city.code}-president"), f"{city.code}-school_secretary",
                   f"{city.code}-president"),
        "city": (other.name, f"{other.code}-governor", f"{other.code}-deputy0"),
    }[partner]
    seats = {"chief": chief, "guest": guest, "signer": f"{city.code}-deputy0", "other_signer": signer}
    return (first, name), seats


def _more(casting: Casting, city: Place, rng: Random) -> list[Any]:
    seats = rng.sample(("bureau0", "bureau1", "bureau3", "deputy1"), rng.randrange(0, 4))
    return casting.holders(*(f"{city.code}-{seat}" for seat in seats))


def _titles(lead: str, parties: Parties, day: date, rng: Random) -> dict[str, Any]:
    theme = rng.choice(THEMES)
    titles = {
        "friendship": ("建立友好城市关系协议书", "缔结友好城市关系协议"),
        "three": (f"{theme}协同发展合作协议", f"{theme}联盟框架协议", f"{theme}一体化发展行动方案"),
    }.get(lead, (f"关于共建{theme}示范区的合作协议", f"{theme}合作框架协议",
                 f"{parties[0]}与{parties[1]}战略合作协议"))
    words = {"theme": theme, "kind": rng.choice(_KINDS), "title": rng.choice(titles)}
    if lead in ("ceremony", "simple", "witness") and rng.random() < 0.3:
        words["earlier"] = (f"{theme}战略合作备忘录", day.year - rng.randrange(2, 6))
    return words


def _agreements(lead: str, parties: Parties) -> tuple[Parties, ...]:
    """The parties of each agreement."""
    if lead == "several":
        return tuple((parties[0], other) for other in parties[1:])
    if lead == "pairs":
        return (parties[0], parties[2]), (parties[1], parties[3])
    return (parties,)
