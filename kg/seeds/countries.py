"""Countries by ISO 3166-1 code, as news in Chinese names them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kg.seeds.places import Place
from kg.seeds.table import read_table, row_error

COUNTRY_COLUMNS = ("code", "name", "full", "abbr", "en", "capital", "capital_en", "lat", "lon", "geonames")
_POINT = re.compile(r"-?\d{1,3}\.\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country: `code` ISO 3166-1 alpha-2, `abbr` the letter of headlines (法), `capital` in Chinese.

    `lat`, `lon` are degrees WGS-84 of the capital; `geonames` is the id of the country.
    """

    code: str
    name: str
    full: str
    en: str
    abbr: str | None = None
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


def read_countries(path: Path) -> dict[str, Country]:
    """countries.csv → code → country."""
    countries: dict[str, Country] = {}
    for index, row in enumerate(read_table(path, COUNTRY_COLUMNS)):
        code = row["code"]
        if not re.fullmatch("[A-Z]{2}", code) or code in countries:
            raise row_error(path, index, f"code {code!r} stands twice or is not ISO 3166-1", "two letters")
        if not (row["name"] and row["full"] and row["en"]):
            raise row_error(path, index, "lacks name, full or en", "fill all three")
        if (row["lat"] or row["lon"]) and not (_POINT.fullmatch(row["lat"]) and _POINT.fullmatch(row["lon"])):
            raise row_error(path, index, f"point {row['lat']!r}, {row['lon']!r}", "write degrees")
        if row["geonames"] and not row["geonames"].isdecimal():
            raise row_error(path, index, f"geonames {row['geonames']!r} is not a number", "write the id")
        countries[code] = Country(
            code=code,
            name=row["name"],
            full=row["full"],
            en=row["en"],
            abbr=row["abbr"] or None,
            capital=row["capital"] or None,
            capital_en=row["capital_en"] or None,
            lat=float(row["lat"]) if row["lat"] else None,
            lon=float(row["lon"]) if row["lon"] else None,
            geonames=int(row["geonames"]) if row["geonames"] else None,
        )
    return countries
