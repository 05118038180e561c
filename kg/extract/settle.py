"""When and where: the date and place of each event, with the reason for a year that its date lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.dates import DateMention
from kg.extract.events import Event, is_planned, live
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.places import PlaceMention, full_name
from kg.extract.sentences import Sentence, clause_end, sentence_at
from kg.extract.spans import InOrder
from kg.model import Span

#: One year; the years of a plan (2021—2026年) are not that of the meeting.
_TITLE_YEAR = re.compile(r"(?<![—–\-~至到\d])(20\d\d|19\d\d)年(?![—–\-~至到])")
#: Words before a title that show that the event handles it.
_HANDLED = re.compile(r"(?:通过|审议|就|对|印发|签署|签订|发布)了?\s*$")
_FULL_DATE = 10  # code points of YYYY-MM-DD
_OF_BODY = re.compile("委|人?民?政府|人大|政协|党政|代表团|[^，。]{0,2}领导|[^，。；、]{0,6}?(?:大学|学院)")
_SHORT_PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}")


#: 在山东大厦会见: words that end the name of a building, a school, a park.
_VENUE = re.compile(
    "(?:大厦|宾馆|酒店|饭店|中心|礼堂|报告厅|会堂|剧院|体育馆|图书馆|博物馆|纪念馆|展览馆|宫|府|会见厅|会议室|展厅|楼|山庄"
    "|园区|产业园|创业园|基地|大学|学院|学校|校区|总部|[镇乡]?[\u4e00-\u9fff]村|社区|街道|机场|广场|公园|指挥部|政府)$"
)
_POINTING = re.compile("[该本我此其全各这那]|有关|相关|新闻|服务|以.{1,4}为中心")
_HERE = "中国"  # no place that somebody goes to in it
_LETTERS = ("京", "沪", "津", "渝")
_NEAR = 6  # code points behind a date in which 将 speaks of it
_HEAD = 160  # code points of a text in which its date stands


#: The name of a place, its words, and the town that it lies in.
_Where = tuple[str, Span, str | None]


@dataclass(frozen=True, slots=True)
class Settled:
    """Date (with words, reason and span) and place of an event."""

    date: str | None = None
    date_text: str | None = None
    reason: str | None = None
    date_span: Span | None = None
    place: str | None = None
    place_span: Span | None = None
    town: str | None = None  # the place that holds a building


@cache
def _venue(lexicon: Lexicon) -> re.Pattern[str]:
    """在某地举行, 在某地成功签约, 在某地与乙会谈."""
    acts = lexicon.one_of("event.any.holds", "event.any.happens", "event.signing", "event.reception")
    return re.compile(
        rf"在(?P<place>[^，。；在]{{1,20}}?)(?:{acts}|考察|调研|成功|隆重|正式|与|同(?![时一样步比期志学行事])|分别|共同|以视频)"
    )


class Settler:
    """The dates and places of one article, asked for those of an event."""

    def __init__(
        self, marks: Marks, sentences: Sequence[Sentence], places: Sequence[PlaceMention],
        dates: Sequence[DateMention], works: Sequence[Span],
    ) -> None:  # fmt: skip
        self._marks = marks
        self._sentences = sentences
        self._places = InOrder(places, lambda place: place.span)
        exact = [d for d in dates if d.value and (len(d.value) == _FULL_DATE or d.value.startswith("--"))]
        # The day of a dateline (3月11日讯) is when the report was written.
        told = [date for date in exact if date.kind != "dateline"] or exact
        self._dates = InOrder(told, lambda date: date.span)
        rough = [d for d in dates if d.value and d.kind in ("month", "year") and d.value not in _years(exact)]
        self._rough = InOrder(rough, lambda date: date.span)
        self._line = next((date for date in dates if date.kind == "dateline"), None)
        at = self._line.span.start if self._line else -1
        self._line_place = next((place for place in places if place.span.end == at), None)
        self._title_year = _title_year(marks.text, works)

    def settle(self, events: Sequence[Event]) -> list[Settled]:
        """Date and place of each event, in their order."""
        settled = [self._one(event) for event in events]
        placed = [(e, s) for e, s in zip(events, settled, strict=True) if s.place and live(e)]
        first = next(iter(placed), None)
        settled = [self._of_line(s, e) for s, e in zip(settled, events, strict=True)]
        return [_shared(s, e, *first) if first else s for s, e in zip(settled, events, strict=True)]

    def _of_line(self, settled: Settled, event: Event) -> Settled:
        """新华社雅典6月19日电: what happened that day happened there."""
        there, line = self._line_place, self._line
        same = line is not None and settled.date in (None, line.value)
        if settled.place or there is None or not same or event.type == "visit" or not live(event):
            return settled
        return replace(settled, place=there.name, place_span=there.span, town=there.name)

    def _one(self, event: Event) -> Settled:
        sentences = [s for a in event.anchors if (s := sentence_at(self._sentences, a.start))]
        settled = Settled()
        place = self._place(sentences) or (self._reached(event) if event.type == "visit" else None)
        if place:
            settled = Settled(place=place[0], place_span=place[1], town=place[2])
        date = self._date(event)
        if date is None:
            return settled
        words = self._marks.text[date.span.start : date.span.end]
        settled = replace(settled, date=date.value, date_text=words, reason=date.reason, date_span=date.span)
        if self._title_year and date.value and date.value.startswith("--"):
            year, title = self._title_year
            return replace(settled, date=f"{year}-{date.value[2:]}", reason=f"year from the title {title}")
        return settled

    def _date(self, event: Event) -> DateMention | None:
        """The date nearest to where a sentence names the event; else, if it took place, the text's first."""
        month: DateMention | None = None
        for anchor in event.anchors:
            sentence = sentence_at(self._sentences, anchor.start)
            dates = self._dates.starting(*sentence.span) if sentence else ()
            here = [date for date in dates if self._on(date, event, anchor)]
            if here:
                return min(here, key=lambda d: (abs(d.span.start - anchor.start), d.span.start))
            rough = self._rough.starting(sentence.span.start, anchor.start) if sentence else ()
            if rough and anchor == event.anchors[0]:  # 今年3月，甲曾率团…; of a year alone nothing is said
                if rough[-1].kind != "month":
                    return None
                month = rough[-1]
        return month or (self._far(event) if live(event) else None)

    def _far(self, event: Event) -> DateMention | None:
        """The date told last in the paragraph, else the first one of the text."""
        told = self._dates.starting(self._marks.line(event.start).start, event.start)
        first = [*told[-1:], *self._dates.all[:1]][:1]
        near = [d for d in first if d.span.start < event.start or d.span.start < _HEAD]
        return next((d for d in near if d.end is None or event.type == "visit"), None)

    def _on(self, date: DateMention, event: Event, anchor: Span) -> bool:
        """Not the days of a trip (10日至16日访问…) for what happens on it; not what comes (明天将…)."""
        text, end, lexicon = self._marks.text, date.span.end, self._marks.lexicon
        if date.end and event.type != "visit":
            on_trip = re.search(lexicon.one_of("event.visit", "event.visit.direct"), text[end : anchor.start])
            if event.rule != "event-name" or on_trip:
                return False
        near = clause_end(text, end, min(end + _NEAR, len(text)))
        return event.planned or not is_planned(lexicon, text, end, near)

    def _place(self, sentences: Iterable[Sentence]) -> _Where | None:
        for sentence in sentences:
            for match in _venue(self._marks.lexicon).finditer(self._marks.text, *sentence.span):
                found = self._named(Span(*match.span("place")))
                if found:
                    return found
        return None

    def _reached(self, event: Event) -> _Where | None:
        """赴江西省赣州市考察: the first division that a verb of arriving leads to, to its innermost."""
        sentence = sentence_at(self._sentences, event.start)
        ahead = self._places.starting(*sentence.span) if sentence else ()
        arrives = self._marks.lexicon.words("event.visit.arrives")
        for number, place in enumerate(ahead):
            if place.name == _HERE or _OF_BODY.match(self._marks.text, place.span.end):
                continue  # 在某市委副书记的带领下
            if self._marks.text.endswith((*arrives, "在"), 0, place.span.start):
                chain = [place]
                for inner in ahead[number + 1 :]:
                    if inner.span.start == chain[-1].span.end:
                        chain.append(inner)
                return chain[-1].name, chain[-1].span, chain[-1].name
        return None

    def _county(self, place: PlaceMention, end: int) -> tuple[str, Span] | None:
        """河北宁晋: the short name of a county behind its province or city."""
        gazetteer, rest = self._marks.lexicon.seeds.places, self._marks.text[place.span.end : end]
        above = {known.code for known in gazetteer.by_name(place.name)}
        inner = [
            known.name for known in gazetteer.by_name(rest) if not known.historical
            and above.intersection(upper.code for upper in gazetteer.ancestors(known))
        ]  # fmt: skip
        return (inner[0], Span(place.span.end, end)) if len(inner) == 1 else None

    def _named(self, span: Span) -> _Where | None:
        """The words of a venue that end like one (山东大厦), else the last place in them."""
        words, inside = self._marks.text[span.start : span.end], self._places.starting(*span)
        if _VENUE.search(words) and not _POINTING.match(words):
            return words, span, inside[0].name if inside else None
        if words in _LETTERS:
            name = self._marks.lexicon.seeds.abbreviations[words].name
            return name, span, name
        if len(words) == 1:  # 在攀举行 in a report of 攀枝花市
            begun = {place.name for place in self._places.all if place.name.startswith(words)}
            city = max(begun, default="")
            return (city, span, city) if len(begun) == 1 else None
        if inside:
            name, at = self._county(inside[-1], span.end) or (inside[-1].name, inside[-1].span)
            return name, at, name
        short = full_name(self._marks, words) if _SHORT_PLACE.fullmatch(words) else None
        return (short, span, short) if short else None


def _years(dates: Iterable[DateMention]) -> set[str]:
    """The years of some dates: 2024年…大会 names the year that is told of."""
    return {date.value[:4] for date in dates if date.value}


def _title_year(text: str, works: Iterable[Span]) -> tuple[str, str] | None:
    """(year, title) of the first work that is handled and whose title says its year (…2022年工作要点)."""
    for start, end in works:
        match = _TITLE_YEAR.search(text, start, end)
        if match and _HANDLED.search(text, max(0, start - 12), start):
            return match.group(1), text[start:end]
    return None


def _shared(settled: Settled, event: Event, first: Event, there: Settled) -> Settled:
    """A meeting or signing without a place of its own is in the town of the first event on its day."""
    if (
        settled.place
        or settled.date != there.date
        or event.type not in ("meeting", "signing")
        or not live(event)
        or first.start > _HEAD  # an item of a digest
        or (first.type == "visit" and event.start < first.start)
    ):
        return settled
    return replace(settled, place=there.town, place_span=there.place_span if there.town else None)
