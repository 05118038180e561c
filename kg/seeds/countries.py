"""Countries by ISO 3166-1 code, and cities abroad, as news in Chinese names them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kg.seeds.places import Place
from kg.seeds.table import read_table, row_error

COUNTRY_COLUMNS = ("code", "name", "full", "abbr", "en", "capital", "capital_en", "lat", "lon", "geonames")
CITY_COLUMNS = ("geonames", "name", "country", "en", "lat", "lon")
_POINT = re.compile(r"-?\d{1,3}\.\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country: `code` ISO 3166-1 alpha-2, `short_forms` as in headlines (法, 沙特), `capital` in Chinese.

    `lat`, `lon` are degrees WGS-84 of the capital; `geonames` is the id of the country.
    """

    code: str
    name: str
    full: str
    en: str
    short_forms: tuple[str, ...] = ()
    capital: str | None = None
    capital_en: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None

    @property
    def place(self) -> Place:
        """The country as a place of the gazetteer: name the full one, short the usual one."""
        return Place(
            code=self.code,
            name=self.full,
            short=self.name,
            level="country",
            lat=self.lat,
            lon=self.lon,
            geonames=self.geonames,
            en=self.en,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city abroad: `country` is ISO 3166-1 alpha-2, `lat`, `lon` degrees WGS-84, `geonames` its id."""

    geonames: int
    name: str
    country: str
    en: str
    lat: float
    lon: float


def read_countries(path: Path) -> dict[str, Country]:
    """countries.csv → code → country."""
    countries: dict[str, Country] = {}
    for index, row in enumerate(read_table(path, COUNTRY_COLUMNS)):
        code = row["code"]
        if not re.fullmatch("[A-Z]{2}", code) or code in countries:
            raise row_error(path, index, f"code {code!r} stands twice or is not ISO 3166-1", "two letters")
        if not (row["name"] and row["full"] and row["en"]):
            raise row_error(path, index, "lacks name, full or en", "fill all three")
        if (row["lat"] or row["lon"]) and not _is_point(row):
            raise row_error(path, index, f"point {row['lat']!r}, {row['lon']!r}", "write degrees as 38.9122")
        if row["geonames"] and not row["geonames"].isdecimal():
            raise row_error(path, index, f"geonames {row['geonames']!r} is not a number", "write the id")
        countries[code] = _country(row)
    return countries


def _country(row: dict[str, str]) -> Country:
    return Country(
        code=row["code"],
        name=row["name"],
        full=row["full"],
        en=row["en"],
        short_forms=tuple(filter(None, row["abbr"].split("|"))),
        capital=row["capital"] or None,
        capital_en=row["capital_en"] or None,
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        geonames=int(row["geonames"]) if row["geonames"] else None,
    )


def read_cities(path: Path) -> dict[str, City]:
    """world_cities.csv → Chinese name → city."""
    cities: dict[str, City] = {}
    for index, row in enumerate(read_table(path, CITY_COLUMNS)):
        if not row["name"] or row["name"] in cities:
            raise row_error(path, index, f"name {row['name']!r} is empty or stands twice", "keep one row")
        if not row["geonames"].isdecimal() or not re.fullmatch("[A-Z]{2}", row["country"]) or not row["en"]:
            raise row_error(path, index, "geonames, country or en is broken", "see docs/seeds.md")
        if not _is_point(row):
            raise row_error(path, index, f"point {row['lat']!r}, {row['lon']!r}", "write degrees as 38.9122")
        cities[row["name"]] = City(
            geonames=int(row["geonames"]),
            name=row["name"],
            country=row["country"],
            en=row["en"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
        )
    return cities


def _is_point(row: dict[str, str]) -> bool:
    return bool(_POINT.fullmatch(row["lat"]) and _POINT.fullmatch(row["lon"]))
