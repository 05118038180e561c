"""Parties that the clause of a signing does not name: 双方, 两地, 两国 and what they point to.

甲市考察团到乙市考察，双方签署        the two that the headline or the lead names
会谈后，两国外长签署                  the two countries of the paragraph
甲与乙签署…。双方还签署              the parties of the signing just told
会上签署                            nobody: a guess would be worse than an agreement without parties
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.marks import Marks
from kg.extract.sides import GOVERNMENT, Item, Side, agrees, are_several, merged
from kg.extract.spans import InOrder
from kg.model import Span

#: Words for the two or three that agree.
BOTH = re.compile(
    r"双方|两地|两国|两市|两省|两县|两区|两校|两院|三方|三地|三国|各方|校企|政企|校地|甲乙|学校、企业|企业、学校|中外"
)
_BOTH_OFFICES = re.compile(r"[两双三][省市县区州地]的?(?P<office>[\u4e00-\u9fff]{2,10})")
_THREE = re.compile(r"三方|三地|三市|三校|三家|三国")
_COUNTRIES = re.compile(r"两国|三国")
#: 又签署, 同时签署: the same parties as just before.
_AGAIN = re.compile(
    r"(?:^|[，。；])(?:随后|此外|另外)?，?(?:又|还|并|再|同时|一并)+(?:共同|正式|现场|分别)?$"
)
_VISIT = re.compile("(?:前往|赴|到|来)[^，。；]{2,20}(?:考察|访问|调研|学习|拜访|对接)")
#: 六省政府分管领导: those who sign for their places.
_LEADERS = re.compile("[^，。；]{0,4}(?:领导|负责人|负责同志|代表)")
_CHINA = re.compile("中国|我国|中方|中华人民共和国|习近平|国务院|人民大会堂|[来访]华")
_CHINESE = ("中国", "国务院", "外交部", "中共中央", "全国人大", "全国政协")
_SCHOOLS = ("大学", "学院", "学校", "中学", "我校")
_TWO = 2
_MOST_SIDES = 3  # 三方: no report says 四方 without naming them
_LEAD = 2  # lines at the head of a text: its headline and its first paragraph
_FAR = 2  # lines from the words for both back to those they point to


class ImpliedParties:
    """The bodies, groups and people of one article, asked who 双方 are."""

    def __init__(self, marks: Marks, items: InOrder[Item]) -> None:
        self._marks = marks
        self._items = items
        self._opening = _first_bodies(marks, items.all)

    def of(self, region: Span, verb: Span, last: Side) -> Side:
        """The parties of a signing whose clause before the verb is `region`; `last` are those told before."""
        text = self._marks.text
        here = [item for item in self._items.starting(*region) if item.span.end <= region.end]
        groups = [item for item in here if item.group or len(item.names) > 1]
        if groups:
            return self._members(groups[-1])
        people = merged(item for item in here if item.person and item.names)
        if are_several(people):
            return people
        office = self._office(region)
        if not (office or BOTH.search(text, *region)):
            return self._again(region, verb, last)
        if _COUNTRIES.search(text, *region):
            return self._countries(region)
        if len(last.parties) > 1 and self._is_near(last, verb):
            return self._with_offices(last, office)
        return self._with_offices(self._first(region, verb), office)

    def _office(self, region: Span) -> str:
        """两市政府, 两地教育局: the office of each."""
        both = _BOTH_OFFICES.search(self._marks.text, *region)
        start = both.start("office") if both else -1
        end = self._marks.starts["organ"].get(start, -1)
        return self._marks.text[start:end] if start < end else ""

    def _again(self, region: Span, verb: Span, last: Side) -> Side:
        """还签署: those of the signing just told; 前往乙市考察，并签订: the guest and the host."""
        text = self._marks.text
        if not _AGAIN.search(text, max(0, region.start - 1), verb.start):
            return Side()
        if last.parties and self._is_near(last, verb):
            return last
        visit = _VISIT.search(text, self._marks.line(verb.start).start, region.start)
        return self._first(region, verb) if visit else Side()

    def _members(self, item: Item) -> Side:
        """The members of a set; of their governments, whose leaders sign, the places."""
        side = merged([item])
        if not _LEADERS.match(self._marks.text, item.span.end):
            return side
        return replace(side, parties=tuple(GOVERNMENT.sub("", name) for name in side.parties))

    def _is_near(self, side: Side, verb: Span) -> bool:
        """A side is named in the paragraph of a verb, or in the one before."""
        ends = [span.end for span in side.evidence]
        return bool(ends) and self._lines(max(ends), verb.start) <= _FAR

    def _lines(self, start: int, end: int) -> int:
        return self._marks.text.count("\n", start, end)

    def _first(self, region: Span, verb: Span) -> Side:
        """The two or three bodies that the article opens with, in its headline or in its lead."""
        text = self._marks.text
        size = 3 if _THREE.search(text, *region) else 2
        if text.find("两校", *region) >= 0:
            return self._schools(verb)
        opening = [item for item in self._opening[:size] if item.span.start < verb.start]
        if len(opening) < size or self._lines(0, opening[-1].span.start) > _LEAD:
            return Side()
        countries = self._marks.starts["country"]
        if any(item.span.start in countries or item.names[0] in _CHINESE for item in opening):
            return self._countries(region)
        return merged(opening)

    def _schools(self, verb: Span) -> Side:
        """两校: the two schools of the text, or its own and the one named last."""
        before = [i for i in self._items.starting(0, verb.start) if i.names and i.names[0].endswith(_SCHOOLS)]
        named = {item.names[0]: item for item in before}
        own = next((i for i in before if self._marks.text.startswith("我校", i.span.start)), None)
        if own and len(named) > _TWO and before[-1].names != own.names:
            return merged([own, before[-1]])
        return merged(named.values()) if len(named) == _TWO else Side()

    def _countries(self, region: Span) -> Side:
        """The countries of the paragraph, or of the headline: two of them, or one beside China."""
        text = self._marks.text
        for start in (self._marks.line(region.start).start, 0):
            spans: dict[str, Span] = {}
            for at, end in sorted(self._marks.starts["country"].items()):
                if start <= at < region.end:
                    spans.setdefault(text[at:end], Span(at, end))
            china = _CHINA.search(text, start, region.end)
            if china and "中国" not in spans:
                spans = {"中国": Span(*china.span()), **spans}
            if len(spans) == (3 if _THREE.search(text, *region) else 2):
                return Side(tuple(spans), tuple(spans.values()))
        return Side()

    def _with_offices(self, side: Side, office: str) -> Side:
        """两市政府: the government of each place."""
        places = (GOVERNMENT.sub("", name) for name in side.parties) if office else side.parties
        named = (name + office if name[-1] in "省市县区州旗" else name for name in places)
        return replace(side, parties=tuple(named))


def _first_bodies(marks: Marks, items: Iterable[Item]) -> list[Item]:
    """The three bodies that the text names first; of a place and its government the place, when named, but
    for a government that stands beside the other party.
    """
    first: dict[str, Item] = {}
    for item in items:
        if len(item.names) == 1 and not item.group:
            side = GOVERNMENT.sub("", item.names[0])
            if side not in first and len(first) == _MOST_SIDES:
                break
            place = side == item.names[0]
            if side not in first or (place and first[side].names[0] != side):
                known = first.get(side)
                first[side] = known if known and agrees(marks, known.span) else item
    return list(first.values())
