"""Context: what a bare 市, 省 or 我县 stands for in one article."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.lexicon import Lexicon
from kg.extract.marks import STOPS, Marks
from kg.extract.places import PlaceMention, level_of, short_home
from kg.extract.sentences import clause_end, clause_start
from kg.extract.spans import InOrder
from kg.extract.travellers import WITH
from kg.model import Span

_PAPER = re.compile(r"\s*(?:日报|晚报|晨报|新闻|发布|广播|电视|卫视|讯)")
_GUESTS = re.compile(r"(?:党政)?(?:代表团|考察团|访问团|一行)")
_LED = re.compile(r"(?:率领?|带领)[^，。；\n]{2,24}")
_LEADS = re.compile(rf"[^，。；\n]{{0,24}}?{_LED.pattern}")
_HAN_FIRST = re.compile(r"[\u3400-\u9fff]")
#: Weights of a mention, set on the tuning articles: a place in the headline or first sentence counts most; a
#: place of guests or the head of a company's name hardly; parents half as much as their child.
_HEADLINE, _MENTION, _HARDLY, _VENUE_BONUS, _SOURCE = 3.0, 1.0, 0.2, 1.0, 4.0
_SHORT = 0.6  # a short name before a word that ends no name
_HEAD_WORDS, _LONGEST_COMPANY = 2, 12  # code points behind a place
_FAR_PAPER = 0.3  # a paper's name far from the head of the text
_PARENT = 0.5
_RECENT_BONUS, _RECENT = 0.6, 120  # a place named within so many code points before counts more
_CLEAR = 0.25  # two places closer than this are undecided
_HEAD_OF_TEXT = 200
_SENTENCE = 1000
_NO_HOME = ("台湾省",)  # no 省委 stands for it
#: 随州市|六届人大常委会第三十次会议, 政协宜昌市|七届六次会议.
_SESSION = re.compile(
    r"(?:第?[一二三四五六七八九十]+届)?(?:人大常委会|人大|人民代表大会(?:常务委员会)?|政协|委员会)?(?:常委会)?"
    r"(?:第?[一二三四五六七八九十]+次)(?:全体)?会议"
)
_FEW = 40  # places before a position
_COUNTIES = ("县", "区", "市")


@dataclass(frozen=True, slots=True)
class _Forms:
    venue: re.Pattern[str]
    visited: tuple[str, ...]
    arrived: tuple[str, ...]


@cache
def _forms(lexicon: Lexicon) -> _Forms:
    arrives = lexicon.words("event.visit.arrives")
    return _Forms(
        venue=re.compile(lexicon.one_of("event.any.holds", "event.any.happens", "event.signing")),
        visited=(*arrives, "访问"),
        arrived=(*arrives, "在"),
    )


#: 娄底市|产业推介会在|深圳.
_EVENT_IN = re.compile("[^，。；]{2,24}?(?:会|仪式|活动|论坛|签约)在")
_TRAVELS = re.compile(f"随团|(?:{WITH})的|[表考访察问]团(?:的)?(?:主要)?成员")
_ACCOMPANY = re.compile(r"陪同|迎接")
_GOES = ("赴", "到", "来到", "抵达", "前往", "走进", "来")


class Context:
    """Weights of places by level, and the last one named. It is built up by steps: `add` makes it learn."""

    def __init__(self, marks: Marks, places: Sequence[PlaceMention], head: Span, source: str = "") -> None:
        self._marks = marks
        self._places = InOrder((p for p in places if p.certain), lambda p: p.span)
        self._weights: dict[str, dict[str, float]] = {}
        self._ranked: dict[str, list[str]] = {}
        self._short: dict[str, str | None] = {}
        self._heads: frozenset[str] | None = None
        self._sender = self._senders()
        for mention in self._places.all:
            self.add(mention.name, self._weight(mention, head))
        for size in range(min(len(source), 8), 1, -1):
            if name := marks.lexicon.places.get(source[:size]):
                self.add(name, _SOURCE)
                break

    def _weight(self, mention: PlaceMention, head: Span) -> float:
        text, (start, end) = self._marks.text, mention.span
        if _GUESTS.match(text, end) or text.endswith(
            _forms(self._marks.lexicon).visited, max(0, start - 2), start
        ):
            return _HARDLY
        if _PAPER.match(text, end, end + 6):
            return _HEADLINE if start < _HEAD_OF_TEXT else _FAR_PAPER
        named = end in self._marks.starts["leader"] or end in self._marks.starts["follower"]
        if text[start:end] != mention.name and _HAN_FIRST.match(text, end) and not named:
            # The head of a company's or school's name, or a short name before any other word.
            return _HARDLY if text[start : end + _HEAD_WORDS] in self._companies() else _SHORT
        weight = _HEADLINE if end <= head.end else _MENTION
        venue = text[start - 1 : start] == "在" and _forms(self._marks.lexicon).venue.search(
            text, end, end + 6
        )
        return weight + (_VENUE_BONUS if venue else 0.0)

    def _companies(self) -> frozenset[str]:
        """Heads of names of companies and schools with the two characters behind the place (上海电气)."""
        if self._heads is None:
            text, heads = self._marks.text, set[str]()
            for place in self._places.all:
                end = place.span.end
                organs = self._marks.within("organ", end, end + _LONGEST_COMPANY)
                if any(not any(char in STOPS for char in text[end : organ.start]) for organ in organs):
                    heads.add(text[place.span.start : end + _HEAD_WORDS])
            self._heads = frozenset(heads)
        return self._heads

    def add(self, name: str, weight: float) -> None:
        """Count a place for its own level and, less, its parents for theirs."""
        gazetteer = self._marks.lexicon.seeds.places
        places = gazetteer.by_name(name)
        self._count(name, weight)
        if len(places) != 1:
            return
        for place in gazetteer.ancestors(places[0]):
            weight *= _PARENT
            self._count(place.name, weight)

    def _count(self, name: str, weight: float) -> None:
        if name in _NO_HOME:
            return
        level = level_of(name)
        weights = self._weights.setdefault(level, {})
        weights[name] = weights.get(name, 0.0) + weight
        self._ranked.pop(level, None)

    def settled(self, mention: PlaceMention) -> PlaceMention:
        """吉林 is the province where the province, and no city of that name, is what the article is about."""
        if mention.certain:
            return mention
        named = {place.name for place in self._marks.lexicon.seeds.places.by_name(mention.name)}
        homes = {name for name in named if self.home(level_of(name), mention.span.start) == name}
        return PlaceMention(mention.span, homes.pop()) if len(homes) == 1 else mention

    def ours(self, level: str, position: int) -> str | None:
        """我市: the place of the paper or of the delegation that the article is about, else that of 市."""
        return self._sender.get(level) or self.home(level, position)

    def _travelling(self, level: str, position: int) -> str | None:
        """随团出访的有副市长甲: those who travel are of the place that sent the delegation."""
        if level not in self._sender:
            return None
        text, floor = self._marks.text, max(self._marks.line(position).start, position - _SENTENCE)
        start = clause_start(text, floor, position, "。！")
        with_it = _TRAVELS.search(text, start, position)
        return self._sender[level] if with_it and not _ACCOMPANY.search(text, start, position) else None

    def last(self, level: str, position: int) -> str | None:
        """该市: the place of that level named last before."""
        before = self._places.count_before(position)
        near = reversed(self._places.all[max(0, before - _FEW) : before])
        return next((p.name for p in near if level_of(p.name) == level), None)

    def home(self, level: str, position: int) -> str | None:
        """The place that a bare level word at `position` stands for, or None when two are as likely."""
        asked = (self._led, self._in_session, self._acting, self._travelling)
        led = next((place for ask in asked if (place := ask(level, position))), None)
        if led:
            return led
        here = self._arrived(level, position)
        if here:
            return here
        if level == "省" and "省" not in self._weights:
            level = "自治区"
        weights = self._weights.get(level)
        if not weights:
            return self._shown_short(level)
        recent = [p.name for p in self._near(position) if p.name in weights]
        # Besides the places just named only the heaviest others can win or come close.
        candidates = {name: weights[name] for name in (*recent, *self._heaviest(level)[: len(recent) + 2])}
        for name in recent:
            candidates[name] += _RECENT_BONUS
        ranked = sorted(candidates.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= _CLEAR:
            return None if self._gone_to(ranked[0][0], position) else ranked[0][0]
        return self._province_of_city(candidates, position) if level in ("省", "自治区") else None

    def _gone_to(self, name: str, position: int) -> bool:
        """市长甲赴深圳考察: a place named only later on, as one to go to, is not the speaker's."""
        first = next((p for p in self._places.all if p.name == name), None)
        if first is None or first.span.start < position or self._weights[level_of(name)][name] > _HARDLY:
            return False
        return self._marks.text.endswith(_GOES, position, first.span.start)

    def _province_of_city(self, candidates: Collection[str], position: int) -> str | None:
        """省委 of a report from a city is that of its province, where several are named."""
        city = self.home("市", position)
        places = self._marks.lexicon.seeds.places.by_name(city) if city else ()
        above = {p.name for place in places for p in self._marks.lexicon.seeds.places.ancestors(place)}
        found = above & set(candidates)
        return found.pop() if len(found) == 1 else None

    def _shown_short(self, level: str) -> str | None:
        if level not in self._short:
            self._short[level] = short_home(self._marks, level) if level in _COUNTIES else None
        return self._short[level]

    def _near(self, position: int) -> Sequence[PlaceMention]:
        # A name can be a dozen code points long; what counts is where it ends.
        begin = self._places.starting(max(0, position - _RECENT - 20), position)
        return [p for p in begin if position - p.span.end < _RECENT]

    def _heaviest(self, level: str) -> list[str]:
        if level not in self._ranked:
            weights = self._weights[level]
            self._ranked[level] = sorted(weights, key=lambda name: (-weights[name], name))
        return self._ranked[level]

    def visited(self, level: str, position: int) -> str | None:
        """甲市市长率团赴乙市考察，市委书记…陪同: those who accompany are of the place visited."""
        text = self._marks.text
        end = clause_end(text, position, min(len(text), position + _SENTENCE), "。！\n")
        start = clause_start(
            text, max(self._marks.line(position).start, position - _SENTENCE), position, "。！"
        )
        if not _ACCOMPANY.search(text, position, end) or _ACCOMPANY.search(text, start, position):
            return None
        for mention in reversed(self._places.starting(start, position)):
            inside = mention.span.end <= position and level_of(mention.name) == level
            if inside and text.endswith(_GOES, start, mention.span.start):
                return mention.name
        return None

    def _senders(self) -> dict[str, str]:
        """Level → the place whose delegation somebody leads, where the text leads only one."""
        found: dict[str, set[str]] = {}
        for match in _LED.finditer(self._marks.text):
            for mention in self._places.starting(*match.span()):
                if _GUESTS.match(self._marks.text, mention.span.end):
                    found.setdefault(level_of(mention.name), set()).add(mention.name)
        return {level: min(names) for level, names in found.items() if len(names) == 1}

    def _led(self, level: str, position: int) -> str | None:
        """市委书记甲率定西市党政代表团赴青岛市: who leads a delegation is of the place that sent it."""
        text = self._marks.text
        match = _LEADS.match(text, position)
        for mention in self._places.starting(position, match.end()) if match else ():
            if level_of(mention.name) == level and _GUESTS.match(text, mention.span.end):
                return mention.name
        return None

    def _acting(self, level: str, position: int) -> str | None:
        """中卫市由副市长甲签字: the place for which somebody acts."""
        by = self._marks.text.startswith("由", position - 1)
        start = self._marks.ends["place"].get(position - 1) if by else None
        mention = next(iter(self._places.starting(start, position)), None) if start is not None else None
        return mention.name if mention and level_of(mention.name) == level else None

    def _in_session(self, level: str, position: int) -> str | None:
        """随州市人大常委会第三十次会议接受甲辞去市长职务: the place whose assembly the sentence tells of."""
        text = self._marks.text
        floor = max(self._marks.line(position).start, position - _SENTENCE)
        start = clause_start(text, floor, position, "。！")
        for mention in reversed(self._places.starting(start, position)):
            session = _SESSION.match(text, mention.span.end)
            if session and session.end() <= position and level_of(mention.name) == level:
                return mention.name
        return None

    def _arrived(self, level: str, position: int) -> str | None:
        """来到太仓市，市委书记…: the place where the same sentence has just gone, or is."""
        text, arrived = self._marks.text, _forms(self._marks.lexicon).arrived
        floor = max(self._marks.line(position).start, position - _SENTENCE)
        start = clause_start(text, floor, position, "。！")
        for mention in reversed(self._places.starting(start, position)):
            inside = mention.span.end <= position and level_of(mention.name) == level
            if inside and text.endswith(arrived, start, mention.span.start):
                return self._owner(mention, start) or mention.name
        return None

    def _owner(self, venue: PlaceMention, start: int) -> str | None:
        """娄底市推介会在深圳举行: the place of that level whose event it is, at the head of the sentence."""
        for first in self._places.starting(start, venue.span.start)[:1]:
            event = _EVENT_IN.fullmatch(self._marks.text, first.span.end, venue.span.start)
            if event and level_of(first.name) == level_of(venue.name):
                return first.name
        return None
