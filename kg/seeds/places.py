"""The gazetteer: divisions of China by GB/T 2260 code, today's and former ones, and countries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.seeds.table import read_table, row_error

LEVELS = ("country", "province", "prefecture", "county")
PLACE_COLUMNS = (
    "code", "name", "short", "abbr", "level", "parent", "lat", "lon", "geonames", "en", "valid_from",
)  # fmt: skip
ALIAS_COLUMNS = ("name", "code", "full")
CHANGE_COLUMNS = ("year", "kind", "old_code", "old_name", "new_code", "new_name")
_CODE = re.compile(r"[1-9]\d{5}")
_YEAR = re.compile(r"(19|20)\d\d")
_POINT = re.compile(r"-?\d{1,3}\.\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A division of China or a country.

    `code` is GB/T 2260 (six digits) or ISO 3166-1 alpha-2; `lat`, `lon` are degrees WGS-84 of the seat;
    `geonames` is the id of the division, not of its town; `valid_from` and `valid_to` are years. A place
    with `valid_to` is historical: that name (or name and code) ended then, and `replaced_by` is the code
    of what followed it.
    """

    code: str
    name: str
    short: str
    level: str
    parent: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    en: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    replaced_by: str | None = None

    @property
    def historical(self) -> bool:
        """True when this name is no longer in force."""
        return self.valid_to is not None


class Gazetteer:
    """Places by code and by name. Nothing in it changes after it is made."""

    __slots__ = ("_by_code", "_by_full_name", "_by_name")

    def __init__(self, places: Iterable[Place], contractions: Mapping[str, str] | None = None) -> None:
        """`contractions` gives further names that are as good as the full one (喀左县): name → code."""
        self._by_code: dict[str, Place] = {}
        self._by_name: dict[str, tuple[Place, ...]] = {}
        self._by_full_name: dict[str, tuple[Place, ...]] = {}
        ordered = sorted(places, key=_rank)
        for place in ordered:
            self._by_code.setdefault(place.code, place)
        for name, code in (contractions or {}).items():
            self._add(self._by_code[code], name, full=True)
        for place in ordered:
            self._add_names(place)

    def _add_names(self, place: Place) -> None:
        if any(known.code == place.replaced_by for known in self._by_full_name.get(place.name, ())):
            return  # 宽甸县 of 1988 is what 宽甸县 is called for short today
        self._add(place, place.name, full=True)
        if not place.historical:
            self._add(place, place.short, full=place.level == "country")
            if place.name[-3:-1] == "自治" and place.level != "province":  # 延边朝鲜族自治州 is 延边州 too
                self._add(place, place.short + place.name[-1], full=True)
        elif all(known.historical for known in self._by_name.get(place.short, ())):
            self._add(place, place.short, full=False)

    def _add(self, place: Place, name: str, *, full: bool) -> None:
        for names in (self._by_name, self._by_full_name)[: 2 if full else 1]:
            if place not in names.get(name, ()):
                names[name] = (*names.get(name, ()), place)

    def by_code(self, code: str) -> Place | None:
        """The place of a code: today's holder of the code, else its last one."""
        return self._by_code.get(code)

    def by_name(self, name: str) -> tuple[Place, ...]:
        """Every place with this full or short name: today's first, then by level and code.

        Historical names are included (`place.historical`; by the short name only where no place of today
        has it); abbreviations such as 辽 are not.
        """
        return self._by_name.get(name, ())

    def by_full_name(self, name: str) -> tuple[Place, ...]:
        """Every place with this full name, or with a name as good as that: an autonomous area by its usual
        contraction (延边州, 喀左县), a country by any of its names. 大连 alone finds none. Today's first.
        """
        return self._by_full_name.get(name, ())

    def names(self) -> Iterator[tuple[str, Place]]:
        """Every (name, place) pair, names in order."""
        for name in sorted(self._by_name):
            for place in self._by_name[name]:
                yield name, place

    def ancestors(self, place: Place) -> tuple[Place, ...]:
        """The places above this one, nearest first."""
        above: list[Place] = []
        parent = self._by_code.get(place.parent or "")
        while parent is not None:
            above.append(parent)
            parent = self._by_code.get(parent.parent or "")
        return tuple(above)


def _rank(place: Place) -> tuple[bool, int, str, int]:
    ended = int(place.valid_to) if place.valid_to else 0
    return place.historical, LEVELS.index(place.level), place.code, -ended


def read_places(path: Path) -> tuple[dict[str, Place], dict[str, Place]]:
    """places.csv → (code → place, abbreviation → place)."""
    rows = read_table(path, PLACE_COLUMNS)
    places: dict[str, Place] = {}
    abbreviations: dict[str, Place] = {}
    codes = {row["code"] for row in rows}
    for index, row in enumerate(rows):
        problem = _problem(row, codes)
        if problem or row["code"] in places:
            raise row_error(path, index, problem or f"code {row['code']} stands twice", "see docs/seeds.md")
        place = _place(row)
        places[place.code] = place
        for abbreviation in filter(None, row["abbr"].split("|")):
            # 宁 is Ningxia before Nanjing, 苏 Jiangsu before Suzhou: a province comes first.
            if abbreviation not in abbreviations or place.level == "province":
                abbreviations[abbreviation] = place
    return places, abbreviations


def read_aliases(path: Path, places: Mapping[str, Place]) -> dict[str, str]:
    """place_aliases.csv → contraction → code (喀左县 → 211324)."""
    aliases: dict[str, str] = {}
    for index, row in enumerate(read_table(path, ALIAS_COLUMNS)):
        place = places.get(row["code"])
        if place is None or place.name != row["full"]:
            problem = f"{row['code']} {row['full']} is not in places.csv"
            raise row_error(path, index, problem, "write the code and full name of today's division")
        if not row["name"] or row["name"] in aliases:
            raise row_error(path, index, f"name {row['name']!r} is empty or stands twice", "keep one row")
        aliases[row["name"]] = place.code
    return aliases


def _problem(row: Mapping[str, str], codes: set[str]) -> str | None:
    parent, point, given = row["parent"], (row["lat"], row["lon"]), row["geonames"] or "0"
    orphan = parent not in codes if parent else row["level"] != "province"
    checks = (
        (not _CODE.fullmatch(row["code"]), f"code {row['code']!r} is not six digits"),
        (not row["name"] or not row["short"], "name or short is empty"),
        (row["level"] != level_of(row["code"]), f"level {row['level']!r} does not fit code {row['code']}"),
        (orphan, f"unknown parent {parent!r}"),
        (any(point) and not all(map(_POINT.fullmatch, point)), f"point {point} is not two degrees"),
        (not given.isdecimal(), f"geonames {given!r} is not a number"),
        (not _YEAR.fullmatch(row["valid_from"] or "2000"), f"valid_from {row['valid_from']!r} is not a year"),
    )
    return next((problem for broken, problem in checks if broken), None)


def level_of(code: str) -> str:
    """province, prefecture or county, as the zeros of a GB/T 2260 code say."""
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def _place(row: Mapping[str, str]) -> Place:
    return Place(
        code=row["code"],
        name=row["name"],
        short=row["short"],
        level=row["level"],
        parent=row["parent"] or None,
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        geonames=int(row["geonames"]) if row["geonames"] else None,
        en=row["en"] or None,
        valid_from=row["valid_from"] or None,
    )
