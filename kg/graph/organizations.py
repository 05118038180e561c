"""What the name of an organisation says of it: its kind, the place it governs, the body it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from kg.errors import TableError
from kg.packaged import ontology_dir
from kg.seeds import Place, Seeds, read_table
from kg.vocab import CODES

_SCOPES = ("yes", "no", "national", "named")
_GOVERNING = {"yes", "national"}
_COLUMNS = ("suffix", "kind", "territorial", "inner")
_LONGEST_PLACE = 15  # 克孜勒苏柯尔克孜自治州 has 11 characters
_LONGEST_SUFFIX = 8
#: The national level has no division of its own in its names.
_NATIONAL = re.compile(r"国家|国务院|中央|中共中央|中国|中华|全国|最高人民")
#: Words that point at the speaker's or reader's own body: the name means nothing outside its article.
_DEICTIC = re.compile(r"[我该各]|本(?=[省市区县州校院公集行])|[贵两双](?=[方地校院公])|[省市区县州旗](?!场)")
_SHORTENED = (
    (re.compile(r"^(?:中共|中国共产党)(?!中央|$)"), ""),
    (re.compile(r"人民代表大会常务委员会"), "人大常委会"),
    (re.compile(r"人民政府"), "政府"),
    (re.compile(r"区管理委员会"), "区管委会"),
    (re.compile(r"委员会"), "委"),
)
_SHORTEST_GLOBAL = 4  # a shorter name of no known kind is taken to mean something in its article only

PlaceOf = Callable[[str], Place | None]


@dataclass(frozen=True, slots=True)
class KindRow:
    """A row of `ontology/organization_kinds.csv`.

    `territorial` is yes for an organ of the place its name begins with, national for one that needs no place
    (科技部), no for a body that governs none, named for one that means a certain body only with the name of
    a place before it (龙岩学院, but 土木工程学院); `inner` is True for organs that other bodies have.
    """

    kind: str
    territorial: str
    inner: bool


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """A name taken apart.

    `name` is its shortest usual form (大连市政府 for 大连市人民政府), `rest` what follows the division that
    it starts with, `jurisdiction` that division if it governs it, `parent` the body that it is a part of
    (大连理工大学 for 大连理工大学党委). `is_local` is True when the name means nothing outside its article
    (区委, 我校).
    """

    name: str
    kind: str
    rest: str
    jurisdiction: Place | None
    parent: str | None
    is_local: bool


@lru_cache(maxsize=1)
def kind_rows() -> dict[str, KindRow]:
    """Suffix → what it says. A broken row raises TableError."""
    path = ontology_dir() / "organization_kinds.csv"
    rows: dict[str, KindRow] = {}
    for number, row in enumerate(read_table(path, _COLUMNS), 2):
        known = row["kind"] in CODES["organization"] and row["territorial"] in _SCOPES
        if not (known and row["suffix"] and row["inner"] in ("yes", "no")):
            raise TableError(f"{path}:{number}", "unknown kind or flag", "see ontology/codes.ttl")
        rows[row["suffix"]] = KindRow(row["kind"], row["territorial"], row["inner"] == "yes")
    return rows


def short_form(name: str) -> str:
    """One form for the ways to write an organisation: 中共大连市委员会 → 大连市委."""
    name = re.sub(r"[\s《》]", "", name)
    for pattern, short in _SHORTENED:
        name = pattern.sub(short, name)
    return name


@lru_cache(maxsize=8)
def renamed(seeds: Seeds) -> dict[str, tuple[str, str]]:
    """Short form of a name that ended → (short form of what took its place, year)."""
    changes = seeds.organization_changes.items()
    return {short_form(old): (short_form(new), year) for old, (new, year) in changes}


def _suffix(name: str) -> str | None:
    """The longest row of the table that the name ends with."""
    starts = range(max(0, len(name) - _LONGEST_SUFFIX), len(name))
    return next((name[start:] for start in starts if name[start:] in kind_rows()), None)


def _row(name: str) -> KindRow | None:
    suffix = _suffix(name)
    return None if suffix is None else kind_rows()[suffix]


def kind_of(name: str) -> str | None:
    """The kind that the end of a name says (大学 → university), or None."""
    row = _row(short_form(name))
    return row.kind if row else None


def read_organization(name: str, seeds: Seeds, place_of: PlaceOf) -> OrganizationName:
    """Take a name apart. `place_of` gives the one place of a full place name, or None when undecided."""
    name = short_form(name)
    place, rest, doubtful = _leading_place(name, seeds, place_of)
    parent = _parent(name)
    # 辽宁省委 is 辽宁省 and 委: what follows a place in full is a committee of the Party.
    row = kind_rows()["党委"] if place and rest == "委" else _row(name)
    kind = row.kind if row else "other"
    body = _row(parent) if parent else row
    governs = (
        row is not None
        and rest != ""
        and {row.territorial, body.territorial if body else "yes"} <= _GOVERNING
    )
    is_local = doubtful or (place is None and not _means_one_body(name, seeds))
    if place is not None and governs:
        # 大连市西岗区委 and 西岗区委 are one body with one label.
        name = f"{place.short if place.level == 'country' else place.name}{rest}"
    return OrganizationName(name, kind, rest, place if governs else None, parent, is_local)


def _means_one_body(name: str, seeds: Seeds) -> bool:
    """False for a name without a full place that only its article explains: 区委, 发展规划处, 集团公司."""
    if _NATIONAL.match(name) or _DEICTIC.match(name):
        return _NATIONAL.match(name) is not None
    parent, suffix, rows = _parent(name), _suffix(name), kind_rows()
    if parent is not None:
        return _means_one_body(parent, seeds)
    if suffix is None:
        return len(name) >= _SHORTEST_GLOBAL
    scope, stem = rows[suffix].territorial, name[: -len(suffix)]
    if scope == "named":
        return any(seeds.places.by_name(name[:length]) for length in range(2, len(stem) + 1))
    if scope == "yes":
        starts = (rows.get(name[:length]) for length in range(2, len(name)))
        return any(start is not None and start.territorial == "national" for start in starts)
    return scope == "national" or (stem != "" and stem not in rows)


def whole_place(name: str, seeds: Seeds, place_of: PlaceOf) -> Place | None:
    """The innermost place of a name that is made of places only: 苏州市吴江区 → 吴江区."""
    place, rest, _ = _leading_place(name, seeds, place_of)
    return None if rest else place


def _leading_place(name: str, seeds: Seeds, place_of: PlaceOf) -> tuple[Place | None, str, bool]:
    """(place, rest, doubtful): the innermost division the name starts with (大连市中山区 → 中山区)."""
    found: Place | None = None
    rest = name
    while True:
        step = _one_place(rest, found, seeds, place_of)
        if step is None:
            return found, rest, False
        place, length = step
        if place is None:
            return found, rest, found is None
        found, rest = place, rest[length:]


def _one_place(
    name: str, above: Place | None, seeds: Seeds, place_of: PlaceOf
) -> tuple[Place | None, int] | None:
    for length in range(min(_LONGEST_PLACE, len(name)), 1, -1):
        word = name[:length]
        named = [p for p in seeds.places.by_name(word) if p.name == word or p.level == "country"]
        if above is not None:
            inside = [p for p in named if above in seeds.places.ancestors(p) and not p.historical]
            if len(inside) == 1:
                return inside[0], length
        elif named:
            return place_of(word), length
    return None


def _parent(name: str) -> str | None:
    """夏邑县委宣传部 → 夏邑县委: a body of known kind followed by the name of an inner organ."""
    rows = kind_rows()
    for start in range(max(2, len(name) - _LONGEST_SUFFIX), len(name) - 1):
        row = rows.get(name[start:])
        if row is not None and row.inner and _row(name[:start]) is not None:
            return name[:start]
    return None
