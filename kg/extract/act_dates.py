"""Days of acts: when somebody was appointed or left, by the dates around the words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.appointments import Act
from kg.extract.dates import DateMention
from kg.extract.marks import Marks
from kg.extract.sentences import clause_start
from kg.model import Span

_LIFE = re.compile(r"出?生|参加工作|入党|加入")
#: 8月31日公告显示, 7月6日消息说: the day of what tells of the act, not of the act itself.
_SOURCE = re.compile(r"(?:公告|公报|消息|报道|网站|通报|官网|信息)[^，。；]{0,4}(?:显示|说|称|获悉|表明)")
#: 致电甲，祝贺他当选…: the day of the congratulation.
_CONGRATULATED = re.compile(r"[祝恭]贺|致贺|贺[电信函]")
#: 其后任…, 缘于…: another time than that of the date before it.
_OTHER_TIME = re.compile(r"其后|此后|之后|随后|缘于|其前任")
_NO_DAY = ("year", "period", "page")  # kinds of dates that are no day of news


class ActDates:
    """The dates of one text, asked for the day of an act."""

    def __init__(self, marks: Marks, dates: Sequence[DateMention], published: str | None) -> None:
        self._marks = marks
        self._published = published
        self._dates = [date for date in dates if not _LIFE.match(marks.text, date.span.end)]
        self._starts = [date.span.start for date in self._dates]
        self._alone = [date for date in self._dates if date.kind == "day" and self._is_alone(date.span)]

    def day(self, act: Act) -> str | None:
        """By a date of its own sentence, else by the last one before it in the news, else by the day under
        a notice; None where that date is vague (近日), tells of a report, or of another time. An act that is
        told again where a day stands has that day.
        """
        told = act.former and act.action != "removed"
        places = (act.words, *act.again) if act.told is None else act.told
        days = (self._day(words.start, told) for words in places)
        return next((day for day in days if day), None)

    def _day(self, at: int, told: bool) -> str | None:
        text, line = self._marks.text, self._marks.line(at)
        start = clause_start(text, line.start, at, "。；！")
        if _CONGRATULATED.search(text, start, at):
            return None
        for index in range(bisect_left(self._starts, at) - 1, -1, -1):
            date = self._dates[index]
            inside = date.span.start >= start
            if told and not inside:
                return None
            if date.kind == "vague" and date.span.start >= line.start:
                return None
            coarse = not told and date.kind in _NO_DAY
            if not date.value or coarse or not (inside or self._recent(date.value)):
                continue
            between = text[date.span.end : at] if inside else ""
            return None if _SOURCE.search(between) or _OTHER_TIME.search(between) else date.value
        return None if told else self._under(at)

    def _recent(self, value: str) -> bool:
        """Not after the day of publication, nor more than a year before it: 1993年 of a treaty is not."""
        day = self._published
        return not day or value.startswith("-") or f"{int(day[:4]) - 1}{day[4:]}" <= value <= day

    def _under(self, position: int) -> str | None:
        """A full date alone on a line further down: when a notice was issued."""
        index = bisect_left(self._alone, position, key=lambda date: date.span.start)
        return self._alone[index].value if index < len(self._alone) else None

    def _is_alone(self, span: Span) -> bool:
        line = self._marks.line(span.start)
        return self._marks.text[line.start : line.end].strip() == self._marks.text[span.start : span.end]
