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
_SHORT_PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}")


_NEAR = 6  # code points behind a date in which 将 speaks of it
_HEAD = 160  # code points of a text in which its date stands


@dataclass(frozen=True, slots=True)
class Settled:
    """Date (with words, reason and span) and place of an event."""

    date: str | None = None
    date_text: str | None = None
    reason: str | None = None
    date_span: Span | None = None
    place: str | None = None
    place_span: Span | None = None


@cache
def _venue(lexicon: Lexicon) -> re.Pattern[str]:
    """在某地举行, 在某地成功签约, 在某地与乙会谈."""
    acts = lexicon.one_of("event.any.holds", "event.any.happens", "event.signing", "event.reception")
    return re.compile(rf"在(?P<place>[^，。；在]{{2,16}}?)(?:{acts}|考察|调研|成功|隆重|正式|与)")


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
        self._title_year = _title_year(marks.text, works)

    def settle(self, events: Sequence[Event]) -> list[Settled]:
        """Date and place of each event, in their order."""
        settled = [self._one(event) for event in events]
        placed = [(e, s) for e, s in zip(events, settled, strict=True) if s.place and live(e)]
        first = next(iter(placed), None)
        return [_shared(s, e, *first) if first else s for s, e in zip(settled, events, strict=True)]

    def _one(self, event: Event) -> Settled:
        sentences = [s for a in event.anchors if (s := sentence_at(self._sentences, a.start))]
        settled = Settled()
        place = self._place(sentences) or (self._reached(event) if event.type == "visit" else None)
        if place:
            settled = Settled(place=place[0], place_span=place[1])
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
        for anchor in event.anchors:
            sentence = sentence_at(self._sentences, anchor.start)
            dates = self._dates.starting(*sentence.span) if sentence else ()
            here = [date for date in dates if self._on(date, event, anchor)]
            if here:
                return min(here, key=lambda d: (abs(d.span.start - anchor.start), d.span.start))
            rough = self._rough.starting(sentence.span.start, anchor.start) if sentence else ()
            if rough and anchor == event.anchors[0]:  # 今年3月，甲曾率团…; of a year alone nothing is said
                return rough[-1] if rough[-1].kind == "month" else None
        return self._far(event) if live(event) else None

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

    def _place(self, sentences: Iterable[Sentence]) -> tuple[str, Span] | None:
        for sentence in sentences:
            for match in _venue(self._marks.lexicon).finditer(self._marks.text, *sentence.span):
                found = self._named(Span(*match.span("place")))
                if found:
                    return found
        return None

    def _reached(self, event: Event) -> tuple[str, Span] | None:
        """赴江西省赣州市考察: the first division that a verb of arriving leads to, to its innermost."""
        sentence = sentence_at(self._sentences, event.start)
        ahead = self._places.starting(*sentence.span) if sentence else ()
        arrives = self._marks.lexicon.words("event.visit.arrives")
        for number, place in enumerate(ahead):
            if self._marks.text.endswith((*arrives, "在"), 0, place.span.start):
                chain = [place]
                for inner in ahead[number + 1 :]:
                    if inner.span.start == chain[-1].span.end:
                        chain.append(inner)
                return chain[-1].name, chain[-1].span
        return None

    def _named(self, span: Span) -> tuple[str, Span] | None:
        """The last division in the words of a venue, or the country that they begin with."""
        inside = self._places.starting(*span)
        if inside:
            return inside[-1].name, inside[-1].span
        end = self._marks.starts["country"].get(span.start)
        if end and (end == span.end or (end < span.end and end in self._marks.starts["place"])):
            return self._marks.text[span.start : end], span
        words = self._marks.text[span.start : span.end]
        name = full_name(self._marks, words) if _SHORT_PLACE.fullmatch(words) else None
        return (name, span) if name else None


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
    """A meeting or signing without a place of its own takes that of the article's first event on its day."""
    if (
        settled.place
        or settled.date != there.date
        or event.type not in ("meeting", "signing")
        or not live(event)
        or (first.type == "visit" and event.start < first.start)
    ):
        return settled
    return replace(settled, place=there.place, place_span=there.place_span)
