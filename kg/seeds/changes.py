"""Former names and codes of divisions, from the table of dated changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from kg.seeds.places import CHANGE_COLUMNS, Place, level_of
from kg.seeds.table import read_table, row_error

ORGANIZATION_COLUMNS = ("old", "new", "year")
_CODE = re.compile(r"[1-9]\d{5}")
_KIND = re.compile("(?:(?:土家|哈尼|纳西|.)族)+自治[州县旗]$|(?:地区|[省市盟县区])$")
_YEAR = re.compile(r"(19|20)\d\d")


def read_changes(path: Path, current: Mapping[str, Place]) -> list[Place]:
    """place_changes.csv → one historical place for each name that ended, with the code that followed it."""
    former = []
    for index, row in enumerate(read_table(path, CHANGE_COLUMNS)):
        if not _YEAR.fullmatch(row["year"]):
            raise row_error(path, index, f"year {row['year']!r} is not a year", "write it like 2015")
        if not (_CODE.fullmatch(row["old_code"]) and _CODE.fullmatch(row["new_code"])):
            raise row_error(path, index, "a code is not six digits", "write GB/T 2260 codes")
        if not (row["old_name"] and row["kind"]):
            raise row_error(path, index, "lacks old_name or kind", "fill every field")
        followed_by = current.get(row["new_code"])
        if followed_by is None or followed_by.name != row["new_name"]:
            problem = f"{row['new_code']} {row['new_name']} is not in places.csv"
            raise row_error(path, index, problem, "write the code and name of today's division")
        former.append(_former(row, current))
    return former


def read_organization_changes(path: Path) -> dict[str, tuple[str, str]]:
    """organization_changes.csv → name that ended → (name of the body that took its place, year)."""
    changes: dict[str, tuple[str, str]] = {}
    for index, row in enumerate(read_table(path, ORGANIZATION_COLUMNS)):
        old, new, year = row["old"], row["new"], row["year"]
        if not (old and new) or old == new or old in changes:
            raise row_error(path, index, f"{old!r} stands twice, or a name is missing", "write old,new,year")
        if not _YEAR.fullmatch(year):
            raise row_error(path, index, f"year {year!r} is not a year", "write it like 2018")
        changes[old] = (new, year)
    return changes


def _former(row: Mapping[str, str], current: Mapping[str, Place]) -> Place:
    code, name = row["old_code"], row["old_name"]
    level = level_of(code)
    prefecture = code[:4] + "00"
    parent = prefecture if level == "county" and prefecture in current else code[:2] + "0000"
    return Place(
        code=code,
        name=name,
        short=short_name(name),
        level=level,
        parent=parent if level != "province" and parent in current else None,
        valid_to=row["year"],
        replaced_by=row["new_code"],
    )


def short_name(name: str) -> str:
    """普兰店市 → 普兰店, 鄂西土家族苗族自治州 → 鄂西: without its kind if two characters are left."""
    short = _KIND.sub("", name)
    return short if len(short) > 1 else name
