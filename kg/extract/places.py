"""Places: mentions of divisions and countries, and the level that a name says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.lexicon import Lexicon
from kg.extract.marks import STOPS, Marks
from kg.extract.occurrences import occurrences
from kg.extract.spans import Spans
from kg.model import Span

#: How the last characters of a full name say its level, longest first, and the level word a title uses.
_LEVELS = {
    "特别行政区": "特别行政区", "自治区": "自治区", "自治州": "州", "自治县": "县", "自治旗": "自治旗",
    "地区": "地", "新区": "区", **{level: level for level in "省市县区州盟旗镇乡"},
}  # fmt: skip

_LONGEST_HEAD = 12  # code points of an organisation's name behind the place that begins it
_SHORTEST = 2  # code points of a short name


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
        if text[span.start - 1 : span.start + 1] == "召开" and surface.startswith("开"):
            continue  # 召开县委常委会: 开县 is a county
        if _is_word(text, span):
            continue
        if surface == name or marks.breaks[span.start] or marks.breaks[span.end]:
            found.append(PlaceMention(span, name or surface, bool(name)))
    found.extend(_short_counties(marks, found))
    return sorted(found, key=lambda mention: mention.span)


def _is_word(text: str, span: Span) -> bool:
    """会见来宾: its province or its body says where 来宾 is a city (广西来宾); 北海道 is not 北海."""
    surface, after = text[span.start : span.end], text[span.end : span.end + 1]
    of_city = text.endswith(("广西", "广西壮族自治区", "、"), 0, span.start) or after == "市"
    return (surface == "来宾" and not of_city) or (surface == "北海" and after == "道")


def short_home(marks: Marks, level: str) -> str | None:
    """The county that only its short name shows (苍南新闻网, 指引灵川加快发展): the one that is named most.

    A short name that is a word of the language (长安, 和平), that stands in a list or that somebody goes to
    says nothing; two that are named as often are undecided.
    """
    shorts = _shorts(marks.lexicon, level)
    counts: dict[str, int] = {}
    for start in range(len(marks.text)):
        word = marks.text[start : start + _SHORTEST] if marks.breaks[start] else ""
        for short in shorts.get(word, ()):
            end = start + len(short)
            stands = marks.text.startswith(short, start) and marks.breaks[end]
            if stands and not _elsewhere(marks, start, end):
                name = shorts[word][short]
                counts[name] = counts.get(name, 0) + 1
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    clear = len(ranked) == 1 or (ranked and counts[ranked[0]] >= 2 * counts[ranked[1]])
    return ranked[0] if clear else None


def _elsewhere(marks: Marks, start: int, end: int) -> bool:
    """It is in a list, gone to, or the head of a company's or school's name."""
    before, after = marks.text[max(0, start - 2) : start], marks.text[end : end + 1]
    listed = before.endswith(("、", "与", "和", *marks.lexicon.words("event.visit.arrives"))) or after == "、"
    return listed or any(
        not any(char in STOPS for char in marks.text[end : organ.start])
        for organ in marks.within("organ", end, end + _LONGEST_HEAD)
    )


@lru_cache(maxsize=16)
def _shorts(lexicon: Lexicon, level: str) -> dict[str, dict[str, str]]:
    """First two characters → short names of one county of a level each → its full name."""
    found: dict[str, set[str]] = {}
    for surface, place in lexicon.seeds.places.names():
        plain = surface == place.short and len(surface) >= _SHORTEST and surface not in lexicon.seeds.words
        if plain and place.level == "county" and not place.historical:
            found.setdefault(surface, set()).add(place.name)
    out: dict[str, dict[str, str]] = {}
    for short, names in found.items():
        name = min(names)
        if len(names) == 1 and level_of(name) == level and short not in lexicon.places:
            out.setdefault(short[:_SHORTEST], {})[short] = name
    return out


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
