"""Events: what the article tells of, and how words show that one takes place or is still to come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.extract.agents import Person
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.sentences import Sentence, clause_end, clause_start, sentence_at
from kg.extract.spans import Spans
from kg.model import Span

#: 商工会议所, 市议会议长, 国会议员
_OF_BODY = re.compile("所(?![作形提通达取确决议])|(?<=会议)(?:长(?![达时期效])|员)")
#: 近年来连续召开推介会: what is held again and again is no event of the report.
HABIT = re.compile(
    r"(?:近|多|[\d一二三四五六七八九十]+)年来|自\d{4}年(?:以来)?，|连续(?:召开|举办|举行)"
    r"|已(?:成功|连续)*(?:召开|举办|举行)|每年"
)
#: 与客人座谈, 进行座谈交流: words that are verbs as well.
TALKS = ("座谈", "座谈交流", "交流座谈")
_OF_GUESTS = ".{0,40}的[^，。]{0,6}(?:嘉宾|客商|客人|领导|代表)"  # 会见出席大会的嘉宾


@dataclass(slots=True)
class Event:
    """An event under construction: `anchors`, the spans that name it in the order of the text, grow.

    `told`: a sentence says that it takes place, so that another one about its plan is older.
    `head` is the word for its kind; `met` are the people of a reception, each
    with the verb, `guests` the names of those who were received, `visitors` the names of those of a visit.
    """

    name: str
    type: str
    anchors: list[Span]
    head: str
    rule: str
    planned: bool = False
    told: bool = False
    past: bool = False
    met: list[tuple[Person, Span]] = field(default_factory=list)
    guests: tuple[str, ...] = ()
    visitors: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where the text first names it."""
        return self.anchors[0].start


def live(event: Event) -> bool:
    """It took place, and is what the article reports."""
    return not event.planned and not event.past


def main_event(events: Iterable[Event], *types: str) -> Event | None:
    """The first event (of some types) that took place."""
    found = (e for e in events if live(e) and (not types or e.type in types))
    return min(found, key=lambda e: e.start, default=None)


@dataclass(frozen=True, slots=True)
class EventForms:
    """What the words around the name of an event say of it."""

    happens: re.Pattern[str]
    held: re.Pattern[str]
    planned: re.Pattern[str]
    no_event: re.Pattern[str]
    before: re.Pattern[str]
    around: re.Pattern[str]


@cache
def event_forms(lexicon: Lexicon) -> EventForms:
    """The forms in the words of a lexicon."""
    takes_part, held = ("role.attended", "role.chaired"), "event.any.holds"
    before = lexicon.one_of(*takes_part, "role.hosted", "role.hosted.passive")
    return EventForms(
        happens=re.compile(rf"{lexicon.one_of(held, 'event.any.happens')}|开[了在]"),
        held=re.compile(rf"{lexicon.one_of(held, 'event.any.happens', *takes_part)}(?!{_OF_GUESTS})|开了"),
        planned=re.compile(lexicon.one_of("modal.planned")),
        no_event=re.compile(lexicon.one_of("edge.event.closes")),
        before=re.compile(rf"{before}|在[^，。]{{0,12}}$"),
        around=re.compile(rf"[上由]|现场|期间|{lexicon.one_of(*takes_part, held)}"),
    )


def is_planned(lexicon: Lexicon, text: str, start: int, end: int) -> bool:
    """The words of an interval are about something still to come (将于, 拟定)."""
    return event_forms(lexicon).planned.search(text, start, end) is not None


def event_heads(
    marks: Marks, sentences: Sequence[Sentence], blocked: Spans
) -> Iterator[tuple[Span, Sentence]]:
    """Words for kinds of events that stand in a sentence and are no part of the name of something else."""
    no_event = event_forms(marks.lexicon).no_event
    for span in marks.spans["event"]:
        if _OF_BODY.match(marks.text, span.end) or no_event.match(marks.text, span.end):
            continue
        sentence = (
            None if blocked.meets(span) or _in_organ(marks, span) else sentence_at(sentences, span.start)
        )
        if sentence:
            yield span, sentence


def _in_organ(marks: Marks, span: Span) -> bool:
    near = (
        s
        for kind in ("organ", "national")
        for s in marks.within(kind, max(0, span.start - 12), span.end + 12)
    )
    return any(s.start <= span.start and span.end <= s.end and s != span for s in near)


def clause_of(text: str, span: Span, sentence: Sentence) -> Span:
    """The clause of a sentence that holds a span."""
    start = clause_start(text, sentence.span.start, span.start, "，；。\n")
    return Span(start, clause_end(text, span.end, sentence.span.end, "，；。\n"))
