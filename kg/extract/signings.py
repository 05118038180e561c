"""Signings that no ceremony and no meeting holds, each an event of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.dateline import BEFORE_SENTENCE
from kg.extract.events import Event, is_planned, live
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.receptions import meeting_verbs
from kg.extract.sentences import Sentence, clause_end, clause_start, has_headline
from kg.extract.spans import Spans
from kg.model import Span

_OBJECT = "《|协议|备忘录|合同|意向书|宣言|文件"
#: 根据…签署的, 自2019年签署以来, 去年签署: not what this article reports as done by its people.
_NOT_HERE = re.compile(
    r"根据|按照|停止执行|自\d|曾(?:[于在经与同赴到率来]|多次|先后|访问|考察|出席|签|\d)|去年|早在|此前"
)
_WITNESSED = re.compile("见证")
_AFTER_MEETING = re.compile(r"会见(?:结束)?[前后]")
#: 会谈后, 会见前, 会前, 期间: the signing is no part of the meeting that the words point to.
_ASIDE = re.compile(
    r"(?:^|[，。；\n“”])[^，。；：“”]{0,6}?(?:会谈|会见|会晤|会面|会议|座谈|会)(?:正式)?(?:开始|结束)?"
    r"(?:之?[前后])(?=[，,]|[^，。；]{2,30}签)"
    r"|(?:^|\n)(?:访问|其间|期间)[，,]"
)
_DATELINE = re.compile(BEFORE_SENTENCE)
_LONGEST_NAME = 40


@cache
def _signs(lexicon: Lexicon) -> re.Pattern[str]:
    verbs = lexicon.one_of("role.signed.object")
    return re.compile(
        rf"{verbs}了?[^，。；]{{0,30}}?(?:{_OBJECT})|(?:协议|备忘录)上签字|见证[^。；]{{0,60}}?(?P<noun>{verbs}|签约)"
    )


@cache
def _words(lexicon: Lexicon) -> tuple[str, ...]:
    """A signing is told with one of them."""
    return (*lexicon.words("role.signed.object"), "上签字", "见证")


def unnamed_signing(
    marks: Marks, sentences: Sequence[Sentence], events: Sequence[Event], blocked: Spans
) -> list[Event]:
    """Signings (甲县与乙县签署《协议》) that none of the events is or holds: the first of the text, and those
    before or after a meeting.
    """
    if not any(word in marks.text for word in _words(marks.lexicon)):
        return []
    named = any(e.type == "signing" and not e.planned for e in events)
    reader = _Reader(marks, events)
    made: list[Event] = []
    for sentence in sentences[has_headline(marks.text, sentences) :]:
        match = _signs(marks.lexicon).search(marks.text, *sentence.span)
        if not match or blocked.covers(match.start()):
            continue
        verb = match.start("noun") if match["noun"] else match.start()
        start = clause_start(marks.text, sentence.span.start, match.start(), "，；。\n")
        aside = reader.aside(sentence, verb)
        first = not (named or made or _WITNESSED.search(marks.text, start, verb))
        known = made and marks.line(made[-1].start) == marks.line(verb)
        if (aside or first) and not known and reader.stands_alone(start, verb, aside=aside):
            end = clause_end(marks.text, match.end(), len(marks.text), "，。；\n")
            line = _DATELINE.match(marks.text, start, end)
            name = marks.text[line.end() if line else start : end].strip()[:_LONGEST_NAME]
            made.append(Event(name, "signing", [Span(verb, verb + 2)], "签约", "signing"))
    return made


class _Reader:
    """The events of one article, asked whether one of them holds a signing."""

    def __init__(self, marks: Marks, events: Sequence[Event]) -> None:
        self._marks = marks
        happened = [event for event in events if live(event)]
        self._held = Spans(a for e in happened if e.type != "reception" for a in e.anchors)
        self._received = Spans(a for e in happened if e.type == "reception" for a in e.anchors)
        hosts = (e.start for e in happened if e.type in ("meeting", "visit"))
        self._first_host = min(hosts, default=len(marks.text))

    def aside(self, sentence: Sentence, verb: int) -> bool:
        """The sentence says that it is before or after a meeting."""
        return _ASIDE.search(self._marks.text, max(0, sentence.span.start - 1), verb) is not None

    def stands_alone(self, start: int, verb: int, *, aside: bool) -> bool:
        """The signing whose clause begins at `start` is no part of another event."""
        text, lexicon, paragraph = self._marks.text, self._marks.lexicon, self._marks.line(verb)
        here = Span(paragraph.start, verb)
        if is_planned(lexicon, text, start, verb) or _NOT_HERE.search(text, start, verb):
            return False
        if aside:
            return True
        return not self._held.meets(here) and (verb < self._first_host or self._after_reception(here))

    def _after_reception(self, here: Span) -> bool:
        """会见后，双方签署: a reception in the paragraph, or in the one before."""
        text, before = self._marks.text, self._marks.line(max(here.start - 1, 0)).start
        return bool(
            self._received.meets(here)
            or _AFTER_MEETING.match(text, here.start)
            or any(meeting_verbs(self._marks.lexicon, text, before, here.end))
        )
