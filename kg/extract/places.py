"""Places: mentions of divisions and countries, and what a bare 市, 省 or 我县 stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.marks import Marks
from kg.model import Span

#: How the last characters of a full name say its level, longest first.
_LEVELS = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡")
#: What a bare level word in a title can stand for.
_SAME = {"自治州": "州", "自治县": "县", "自治旗": "旗", "新区": "区", "地区": "地"}
_VENUE = re.compile(r"(?:召开|举行|举办|签署|签约|开幕|闭幕|启动)")
_ARRIVES = ("来到", "走进", "抵达", "深入", "在")
_PAPER = re.compile(r"^\s*(?:日报|晚报|晨报|新闻|发布|广播|电视|卫视|讯)")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A division named in the text; `name` is its full name, or the surface when several could be meant."""

    span: Span
    name: str
    certain: bool = True


def level_of(name: str) -> str:
    """Level word of a full name: 省 自治区 市 区 县 州 …, or '' (a country, a short name)."""
    for level in _LEVELS:
        if name.endswith(level) and len(name) > len(level):
            return _SAME.get(level, level)
    return ""


def full_name(marks: Marks, surface: str, level: str = "") -> str | None:
    """Full name of a short or full surface; `level` chooses where 吉林 could be 省 or 市."""
    lexicon = marks.lexicon
    if level:
        named = {p.name for p in lexicon.seeds.places.by_name(surface) if level_of(p.name) == level}
        if len(named) == 1:
            return named.pop()
        if surface + level in lexicon.places:
            return surface + level
    known = lexicon.places.get(surface)
    return known or None


def find_places(marks: Marks) -> list[PlaceMention]:
    """All mentions, left to right; county short names only where their full name stands elsewhere."""
    text, found = marks.text, []
    for span in marks.spans["place"]:
        surface = text[span.start : span.end]
        name = marks.lexicon.places[surface]
        if surface != name and not (marks.breaks[span.start] or marks.breaks[span.end]):
            continue
        found.append(PlaceMention(span, name or surface, bool(name)))
    found.extend(_short_counties(marks, found))
    return sorted(found, key=lambda mention: mention.span)


def _short_counties(marks: Marks, found: list[PlaceMention]) -> Iterable[PlaceMention]:
    taken = sorted(mention.span for mention in found)
    for name in sorted({m.name for m in found if m.certain}):
        places = marks.lexicon.seeds.places.by_name(name)
        if not places or places[0].level != "county" or len(places[0].short) < 2:
            continue
        short = places[0].short
        for match in re.finditer(re.escape(short), marks.text):
            span = Span(match.start(), match.end())
            if not any(s.start < span.end and span.start < s.end for s in taken):
                yield PlaceMention(span, name)


class Context:
    """What bare level words stand for in one article: weights of places by level, and the last one named."""

    def __init__(self, marks: Marks, places: list[PlaceMention], head: Span, source: str = "") -> None:
        self._marks = marks
        self._places = places
        self._weights: dict[str, dict[str, float]] = {}
        for mention in places:
            if mention.certain:
                self.add(mention.name, self._weight(mention, head))
        for size in range(min(len(source), 8), 1, -1):
            if name := marks.lexicon.places.get(source[:size]):
                self.add(name, 4.0)
                break

    def _weight(self, mention: PlaceMention, head: Span) -> float:
        text = self._marks.text
        weight = 3.0 if mention.span.end <= head.end else 1.0
        after = text[mention.span.end : mention.span.end + 6]
        before = text[max(0, mention.span.start - 2) : mention.span.start]
        if re.match(r"(?:党政)?(?:代表团|考察团|访问团|一行)", text[mention.span.end : mention.span.end + 6]):
            return 0.2
        if before.endswith(("赴", "到", "来", "抵达", "访问")):
            return 0.2
        if _PAPER.match(after):
            return 3.0 if mention.span.start < 200 else 0.3
        surface = text[mention.span.start : mention.span.end]
        if surface != mention.name and after[:1] and "\u3400" <= after[0] <= "\u9fff" and not (
                self._marks.word("leader", mention.span.end) or self._marks.word("follower", mention.span.end)):
            return 0.2  # the head of a company's or school's name
        if text[mention.span.start - 1 : mention.span.start] == "在" and _VENUE.search(after):
            weight += 1.0
        return weight

    def _arrived(self, level: str, position: int) -> str | None:
        """来到太仓市，市委书记…: the place where the same sentence has just gone, or is."""
        text = self._marks.text
        start = max(text.rfind(mark, 0, position) + 1 for mark in "。！\n")
        for mention in reversed(self._places):
            if start <= mention.span.start and mention.span.end <= position and mention.certain and level_of(
                    mention.name) == level and text[start : mention.span.start].endswith(_ARRIVES):
                return mention.name
        return None

    def add(self, name: str, weight: float) -> None:
        """Count a place for its own level and, less, its parents for theirs."""
        gazetteer = self._marks.lexicon.seeds.places
        places = gazetteer.by_name(name)
        self._count(name, weight)
        if len(places) != 1:
            return
        parent = places[0].parent
        while parent and (place := gazetteer.by_code(parent)) is not None:
            weight *= 0.5
            self._count(place.name, weight)
            parent = place.parent

    def _count(self, name: str, weight: float) -> None:
        level = level_of(name)
        weights = self._weights.setdefault(level, {})
        weights[name] = weights.get(name, 0.0) + weight

    def home(self, level: str, position: int) -> str | None:
        """The place that a bare level word at `position` stands for, or None when two are as likely."""
        here = self._arrived(level, position)
        if here:
            return here
        weights = dict(self._weights.get(level, {}))
        if level == "省" and not weights:
            weights = dict(self._weights.get("自治区", {}))
        if not weights:
            return None
        for mention in self._places:
            if mention.span.start >= position:
                break
            if mention.name in weights and position - mention.span.end < 120:
                weights[mention.name] += 0.6
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.25:
            return None
        return ranked[0][0]
