"""Places: mentions of divisions and countries, and the level that a name says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.marks import Marks
from kg.extract.occurrences import occurrences
from kg.extract.spans import Spans
from kg.model import Span

#: How the last characters of a full name say its level, longest first, and the level word a title uses.
_LEVELS = {
    "特别行政区": "特别行政区", "自治区": "自治区", "自治州": "州", "自治县": "县", "自治旗": "自治旗",
    "地区": "地", "新区": "区", **{level: level for level in "省市县区州盟旗镇乡"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A division named in the text; `name` is its full name, or the surface when several could be meant."""

    span: Span
    name: str
    certain: bool = True


@lru_cache(maxsize=10_000)
def level_of(name: str) -> str:
    """Level word of a full name: 省 自治区 市 区 县 州 …, or '' (a country, a short name)."""
    found = (word for level, word in _LEVELS.items() if name.endswith(level) and len(name) > len(level))
    return next(found, "")


def full_name(marks: Marks, surface: str, level: str = "") -> str | None:
    """Full name of a short or full surface; `level` chooses where 吉林 could be 省 or 市."""
    lexicon = marks.lexicon
    if level:
        named = {p.name for p in lexicon.seeds.places.by_name(surface) if level_of(p.name) == level}
        if len(named) == 1:
            return named.pop()
        if surface + level in lexicon.places:
            return surface + level
    return lexicon.places.get(surface) or None


def find_places(marks: Marks) -> list[PlaceMention]:
    """All mentions, left to right; county short names only where their full name stands elsewhere."""
    text, found = marks.text, []
    for span in marks.spans["place"]:
        surface = text[span.start : span.end]
        name = marks.lexicon.places[surface]
        if surface == name or marks.breaks[span.start] or marks.breaks[span.end]:
            found.append(PlaceMention(span, name or surface, bool(name)))
    found.extend(_short_counties(marks, found))
    return sorted(found, key=lambda mention: mention.span)


def _short_counties(marks: Marks, found: list[PlaceMention]) -> Iterable[PlaceMention]:
    """长兴县 … 长兴: the short name of a county whose full name the text gives."""
    taken = Spans(mention.span for mention in found)
    full: dict[str, list[str]] = {}
    for name in sorted({m.name for m in found if m.certain}):
        places = marks.lexicon.seeds.places.by_name(name)
        if places and places[0].level == "county" and len(places[0].short) >= 2:
            full.setdefault(places[0].short, []).append(name)
    for span, short in occurrences(marks.text, [short for short, names in full.items() if len(names) == 1]):
        if not taken.meets(span):
            yield PlaceMention(span, full[short][0])
