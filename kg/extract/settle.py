"""When and where: the date and place of each event, with the reason for a year that its date lacks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.dates import DateMention
from kg.extract.events import Event
from kg.extract.marks import Marks
from kg.extract.places import PlaceMention, full_name
from kg.extract.sentences import Sentence, sentence_at
from kg.model import Span

_VENUE = re.compile(r"在(?P<place>[^，。；在]{2,16}?)(?:召开|举行|举办|开幕|闭幕|成功|隆重|正式|签署|签约|签订|启动|与|会见|会晤|考察|调研)")
_TITLE_YEAR = re.compile(r"(20\d\d|19\d\d)年")


@dataclass(frozen=True, slots=True)
class Settled:
    """Date (with words, reason and span) and place of an event."""

    date: str | None = None
    date_text: str | None = None
    reason: str | None = None
    date_span: Span | None = None
    place: str | None = None
    place_span: Span | None = None


def settle_events(marks: Marks, sentences: Sequence[Sentence], events: Sequence[Event], places: Sequence[PlaceMention],
                  dates: Sequence[DateMention], works: Sequence[Span]) -> dict[int, Settled]:
    """Settled times and places by id of the event (its position in `events`)."""
    out: dict[int, Settled] = {}
    exact = [d for d in dates if d.value and (len(d.value) == 10 or d.value.startswith("--"))]
    for number, event in enumerate(events):
        date = _date_of(sentences, event, exact, planned_or_past=event.planned or event.past)
        place = _place_of(marks, sentences, event, places)
        settled = Settled(
            date.value if date else None, marks.text[date.span.start : date.span.end] if date else None,
            date.reason if date else None, date.span if date else None,
            place[0] if place else None, place[1] if place else None)
        out[number] = _with_year(marks.text, settled, works)
    return _share_place(out, events)


def _date_of(sentences: Sequence[Sentence], event: Event, dates: Sequence[DateMention], *, planned_or_past: bool) -> DateMention | None:
    for anchor in event.anchors:
        sentence = sentence_at(sentences, anchor.start)
        if sentence is None:
            continue
        here = [d for d in dates if sentence.span.start <= d.span.start < sentence.span.end]
        if here:
            return min(here, key=lambda d: (abs(d.span.start - anchor.start), d.span.start))
    if planned_or_past:
        return None
    main = [d for d in dates if d.span.start <= event.start] or list(dates[:1])
    return main[0] if main else None


def _place_of(marks: Marks, sentences: Sequence[Sentence], event: Event, places: Sequence[PlaceMention]) -> tuple[str, Span] | None:
    for anchor in event.anchors:
        sentence = sentence_at(sentences, anchor.start)
        if sentence is None:
            continue
        for match in _VENUE.finditer(marks.text, sentence.span.start, sentence.span.end):
            found = _named(marks, match, places)
            if found:
                return found
    return None


def _named(marks: Marks, match: re.Match[str], places: Sequence[PlaceMention]) -> tuple[str, Span] | None:
    start, end = match.span("place")
    inside = [p for p in places if start <= p.span.start < end]
    if inside:
        last = inside[-1]
        return last.name, last.span
    words = match.group("place")
    countries = [c for c in marks.lexicon.countries if words.startswith(c)]
    if countries:
        return max(countries, key=len), Span(start, end)
    if re.fullmatch(r"[\u4e00-\u9fff]{2,8}", words) and full_name(marks, words):
        return str(full_name(marks, words)), Span(start, end)
    return None


def _with_year(text: str, settled: Settled, works: Sequence[Span]) -> Settled:
    """The year of a date without one, from the title of a work that the event handles (…2022年工作要点)."""
    if not settled.date or not settled.date.startswith("--"):
        return settled
    for work in works:
        title = text[work.start : work.end]
        before = text[max(0, work.start - 12) : work.start]
        match = _TITLE_YEAR.search(title)
        if match and re.search(r"(?:通过|审议|就|对|印发|签署|签订|发布)了?\s*$", before):
            return Settled(f"{match.group(1)}-{settled.date[2:]}", settled.date_text,
                           f"year from the title {title}", settled.date_span, settled.place, settled.place_span)
    return settled


def _share_place(settled: dict[int, Settled], events: Sequence[Event]) -> dict[int, Settled]:
    """A meeting or signing without a place of its own takes that of the article's first event on its day."""
    first = next((s for n, s in settled.items() if s.place and not events[n].planned and not events[n].past), None)
    if first is None:
        return settled
    out = {}
    for number, item in settled.items():
        event = events[number]
        if not item.place and item.date == first.date and event.type in ("meeting", "signing") and not event.planned and not event.past:
            item = Settled(item.date, item.date_text, item.reason, item.date_span, first.place, first.place_span)
        out[number] = item
    return out
