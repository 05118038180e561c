"""Places besides divisions: countries, cities abroad, and towns behind their county (沾益区炎方乡)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.marks import STOPS, Marks
from kg.extract.names import is_transliteration
from kg.extract.places import PlaceMention
from kg.extract.segment import is_word
from kg.extract.spans import Spans
from kg.model import Span

_TOWN = re.compile("[\u4e00-\u9fff]{1,4}?(?:镇|乡|街道|苏木)(?![长党委政办人村])")
_NO_TOWN = (
    "同乡", "家乡", "城乡", "下乡", "故乡", "返乡", "老乡", "水乡", "侨乡",
    "城镇", "乡镇", "重镇", "古镇", "小镇", "村镇",
)  # fmt: skip
_ALONE = frozenset(("", *"和与及同在对的将愿是为"))
_LEVELS = ("市", "州", "省")
_PARTS = frozenset("港岛湾海河站人语")
_TWO = 2
_COUNTIES = ("县", "区", "市", "旗")


def other_places(marks: Marks, divisions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Countries and cities abroad where no division is named, and towns; left to right."""
    taken = Spans(place.span for place in divisions)
    found = [place for place in (*_countries(marks), *_cities(marks)) if not taken.meets(place.span)]
    return sorted([*found, *_towns(marks, divisions)], key=lambda place: place.span)


def _countries(marks: Marks) -> Iterator[PlaceMention]:
    """Countries; 中国 only before a mark or a particle, for it begins names of companies and events."""
    for span in marks.spans["country"]:
        name = marks.lexicon.countries[marks.text[span.start : span.end]]
        after = marks.text[span.end : span.end + 1]
        alone = name != "中国" or after in _ALONE or after in STOPS
        if alone and _stands(marks, span):
            yield PlaceMention(span, name)


def _cities(marks: Marks) -> Iterator[PlaceMention]:
    """Cities, and what is called after them (阿拉木图州); 全州 and 大田 only beside 韩国."""
    for span in marks.spans["city"]:
        city = marks.lexicon.seeds.cities[marks.text[span.start : span.end]]
        korean = city.country == "KR" and "韩国" not in marks.text
        if not korean and _stands(marks, span):
            end = span.end + (marks.text[span.end : span.end + 1] in _LEVELS)
            yield PlaceMention(Span(span.start, end), marks.text[span.start : end])


def _stands(marks: Marks, span: Span) -> bool:
    """It is no part of a longer word: not 斯特拉斯堡港, not 马里 in a longer name."""
    following = marks.text[span.end : span.end + 2]
    named = any(span.end in marks.starts[kind] for kind in ("city", "country", "place"))
    letters = is_transliteration(marks.lexicon, marks.text[span.start : span.end] + following[:1])
    longer = (letters and len(following) == _TWO and not is_word(following)) or following[:1] in _PARTS
    bounded = marks.breaks[span.start] and marks.breaks[span.end]
    return bool(bounded) and (named or not longer)


def _towns(marks: Marks, divisions: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    for place in divisions:
        match = _TOWN.match(marks.text, place.span.end) if place.name.endswith(_COUNTIES) else None
        named = match and not match.group().endswith(_NO_TOWN) and "特别行政区" not in place.name
        if match and named and marks.breaks[match.end()]:
            yield PlaceMention(Span(*match.span()), match.group())
