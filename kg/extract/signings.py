"""Signings that no ceremony and no meeting holds: an event of its own, once an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.events import Event, is_planned, live
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.receptions import meeting_verb
from kg.extract.sentences import Sentence, clause_end, clause_start
from kg.extract.spans import Spans
from kg.model import Span

_OBJECT = "《|协议|备忘录|合同|意向书|宣言"
#: 根据…签署的, 自2019年签署以来, 见证签署: not what this article reports as done by its people.
_NOT_HERE = re.compile(r"根据|按照|自\d|见证")
_AFTER_MEETING = re.compile(r"会见(?:结束)?[前后]")
_LONGEST_NAME = 40


@cache
def _signs(lexicon: Lexicon) -> re.Pattern[str]:
    verbs = lexicon.one_of("role.signed.object")
    return re.compile(rf"{verbs}了?[^，。；]{{0,30}}?(?:{_OBJECT})|(?:协议|备忘录)上签字")


def unnamed_signing(
    marks: Marks, sentences: Sequence[Sentence], events: Sequence[Event], blocked: Spans
) -> list[Event]:
    """The first signing of the text (甲县与乙县签署《协议》) that none of the events is or holds."""
    if any(e.type == "signing" and not e.planned for e in events):
        return []
    reader = _Reader(marks, events)
    for sentence in sentences[1:]:
        match = _signs(marks.lexicon).search(marks.text, sentence.span.start, sentence.span.end)
        if not match or blocked.covers(match.start()):
            continue
        start = clause_start(marks.text, sentence.span.start, match.start(), "，；。\n")
        if reader.stands_alone(start, match.start()):
            end = clause_end(marks.text, match.end(), len(marks.text), "，。；\n")
            name = marks.text[start:end].strip()[:_LONGEST_NAME]
            return [Event(name, "signing", [Span(match.start(), match.start() + 2)], "签约", "signing")]
    return []


class _Reader:
    """The events of one article, asked whether one of them holds a signing."""

    def __init__(self, marks: Marks, events: Sequence[Event]) -> None:
        self._marks = marks
        happened = [event for event in events if live(event)]
        self._held = Spans(a for e in happened if e.type != "reception" for a in e.anchors)
        self._received = Spans(a for e in happened if e.type == "reception" for a in e.anchors)
        hosts = (e.start for e in happened if e.type in ("meeting", "visit"))
        self._first_host = min(hosts, default=len(marks.text))

    def stands_alone(self, start: int, verb: int) -> bool:
        """The signing whose clause begins at `start` is no part of another event."""
        text, lexicon, paragraph = self._marks.text, self._marks.lexicon, self._marks.line(verb)
        here = Span(paragraph.start, verb)
        if (
            self._held.meets(here)
            or is_planned(lexicon, text, start, verb)
            or _NOT_HERE.search(text, start, verb)
        ):
            return False
        return verb < self._first_host or self._after_reception(here)

    def _after_reception(self, here: Span) -> bool:
        """会见后，双方签署: a reception in the paragraph, or in the one before."""
        text, before = self._marks.text, self._marks.line(max(here.start - 1, 0)).start
        return bool(
            self._received.meets(here)
            or _AFTER_MEETING.match(text, here.start)
            or meeting_verb(self._marks.lexicon).search(text, before, here.end)
        )
