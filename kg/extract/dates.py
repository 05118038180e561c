"""Dates: what a date expression means, and why.

A year or month that the words leave out is taken from an earlier date, the dateline or the publication date,
and the reason is kept. Where nothing decides, it stays out: 2月25日 without a year is --02-25.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.extract.date_parts import (
    RECENT,
    YEARS_OF_NEWS,
    Day,
    day_or_none,
    month_after,
    of_date,
    quarter,
    shifted,
)
from kg.extract.date_words import Expression, Point, expressions
from kg.extract.dateline import Meaning, find_dateline, find_page_day, with_year_nearby
from kg.model import Span

_TURN_OF_MONTH = 15  # days back over the first of a month to which a bare 30日 can point
_LEAST_LATER = 5  # days between an event and its report, for a date whose 月 is lost
_SENTENCE = 200  # code points beyond which an earlier date is another sentence's
_HEADLINE = 40  # code points between a year and a date in one headline
_LAST_OWN_MONTH = 10
_HEADLINE_END = re.compile(r"[。！？；，《》!?;,]")
_SENTENCE_END = re.compile(r"[。！？!?\n]")
# Words that announce: just before a date (将于, 定于, 到12月底) or just after it (12月将, 6月底前).
_ANNOUNCED = re.compile(r"(?:将|拟|定于|预计|计划|力争|确保|截至|到)[^，。；,;\n]{0,4}$")
_ANNOUNCED_AFTER = re.compile(r"[前将拟]")
_BIRTH = re.compile(r"出?生")
_DAYS = {"今": 0, "昨": -1, "前": -2, "明": 1}
_YEARS = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1}
_WEEKS = {"上": -7, "本": 0, "这": 0, "下": 7}
_NEXT = ("次年", "翌年", "次日", "翌日")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date where the text gives it.

    `value` and, for ranges, `end` are YYYY-MM-DD, YYYY-MM, YYYY or --MM-DD; `value` is None for what is vague
    (近日) and for a month of an unknown year. `reason` tells how a missing part was decided, None when the
    words say all. `kind` is day, month, year, period (the years of a plan), vague, dateline, or page (the
    day of publication in a line of the page's own).
    """

    span: Span
    value: str | None
    end: str | None
    reason: str | None
    kind: str


def find_dates(text: str, published: str | None) -> tuple[DateMention, ...]:
    """All dates of a text, in order; `published` (YYYY-MM-DD or None) is the day of publication.

    Pure; linear in the length of the text; no error on any text. Another form of `published` counts as None.
    """
    found = expressions(text)
    reader = _Reader(text, _published(published), found)
    mentions = (reader.read(expression) for expression in found)
    return tuple(mention for mention in mentions if mention is not None)


def _published(published: str | None) -> Day | None:
    try:
        day = date.fromisoformat(published or "")
    except ValueError:
        return None
    return of_date(day)._replace(words="publication") if day.year in YEARS_OF_NEWS else None


class _Reader:
    """Reads the expressions of one text in order, and remembers what later ones lean on."""

    def __init__(self, text: str, published: Day | None, found: Sequence[Expression]) -> None:
        self._text = text
        self._page = find_page_day(text, found)
        self._published = published or self._of_page()
        self._now = self._published  # the day that 今天 means
        self._last_day: Day | None = None
        self._last_month: Day | None = None
        self._last_year: Day | None = None
        self._latest = max((y for e in found if (y := e.first.year) and y in YEARS_OF_NEWS), default=0)
        self._dateline, self._line = find_dateline(text, found), Meaning()
        if self._dateline is not None:
            self._line = with_year_nearby(self._meaning(self._dateline.first), found)
            if self._line.day is not None and self._line.day.month is not None:
                self._now = self._line.day._replace(words="the dateline")

    def read(self, expression: Expression) -> DateMention | None:
        """The mention of an expression; None when it is no date after all."""
        first, span, is_line = expression.first, expression.span, expression is self._dateline
        meaning = self._line if is_line else self._meaning(first)
        if first.form == "lost" and meaning.day is None:
            return None
        day, until = meaning.day, meaning.until
        if expression.last is not None and day is not None:
            until = self._until(expression.last, day)
        self._remember(span, day)
        value, end = (part.iso() if part else None for part in (day, until))
        kind = "dateline" if is_line else "page" if expression is self._page else first.unit
        return DateMention(span, value, end, meaning.reason, kind)

    def _of_page(self) -> Day | None:
        point = self._page.first if self._page else None
        day = day_or_none(point.year, point.month, point.day) if point else None
        return day._replace(words="the page's own line") if day else None

    def _remember(self, span: Span, day: Day | None) -> None:
        if day is None or _BIRTH.match(self._text, span.end):
            return
        day = day._replace(words=self._text[span.start : span.end], at=span.end)
        self._last_day = day if day.day else self._last_day
        self._last_month = day if day.month else self._last_month
        self._last_year = day if day.year else self._last_year

    def _meaning(self, point: Point) -> Meaning:
        if point.form in _WORDS:
            return _WORDS[point.form](self, point)
        if point.month_word:
            return self._of_month_word(point)
        year, reason = self._named_year(point)
        if point.word:  # 今年一季度
            return Meaning(*quarter(point.word, year), reason) if year else Meaning()
        if point.month is None:
            if point.day is not None:
                return self._of_day(point)
            return Meaning(Day(year) if year else None, None, reason)
        if year is None and not point.year_word:
            year, reason = self._year_of(point)
        return Meaning(day_or_none(year, point.month, point.day), None, reason)

    def _named_year(self, point: Point) -> tuple[int | None, str | None]:
        """The year that the words name; with a reason when they need another date for it."""
        last, now = self._last_year, self._now
        if point.year is not None:
            year = point.year if point.year in YEARS_OF_NEWS else None
            return year, "two-digit year" if point.short_year else None
        if point.year_word in _YEARS:
            if now is None or now.year is None:
                return None, None
            return now.year + _YEARS[point.year_word], f"counted from {now.words}"
        if point.year_word and last is not None and last.year is not None:
            step = point.year_word in _NEXT
            return last.year + step, f"{'year after' if step else 'same year as'} {last.words}"
        return None, None

    def _same_sentence(self, day: Day, point: Point) -> bool:
        if not day.at <= point.start <= day.at + _SENTENCE:
            return False
        return not _SENTENCE_END.search(self._text, day.at, point.start)

    def _announced(self, point: Point) -> bool:
        before = self._text[max(0, point.start - 8) : point.start]
        return bool(_ANNOUNCED.search(before) or _ANNOUNCED_AFTER.match(self._text, point.end))

    def _year_of(self, point: Point) -> tuple[int | None, str | None]:
        """The year of 2月25日 or 7月."""
        last, now, month = self._last_day, self._now, point.month or 1
        if (last is not None and last.year is not None and self._same_sentence(last, point)
                and (last.month or 1, last.day or 1) <= (month, point.day or 31)):
            return last.year, f"same year as {last.words}"
        today = now.known if now else None
        if now is None or today is None or not 1 <= month <= 12:
            return self._told_year(point) or self._headline_year(point)
        there = date(today.year, month, min(point.day or 1, 28))
        announced = self._announced(point)
        if announced and today - there > RECENT:
            return today.year + 1, f"year after {now.words} because the text announces the date"
        if not announced and there - today > RECENT:
            return today.year - 1, f"year before {now.words} because the date would lie in the future"
        return today.year, f"year of {now.words}"

    def _told_year(self, point: Point) -> tuple[int, str] | None:
        """2024年3月4日… 3月6日…: the year of the day told before, in a month of it, if it is the latest."""
        last = self._last_day
        told = last.known if last else None
        if last is None or told is None or point.day is None or told.year < self._latest:
            return None
        there = day_or_none(told.year, point.month, point.day)
        near = there and there.known and abs(there.known - told) <= RECENT
        return (told.year, f"same year as {last.words}") if near else None

    def _headline_year(self, point: Point) -> tuple[int | None, str | None]:
        """2023年某某会议5月12日召开. At the end of a year meetings are already named for the next one."""
        year = self._last_year
        if year is None or year.month is not None or point.day is None or not point.month:
            return None, None
        near = year.at <= point.start <= year.at + _HEADLINE and point.month <= _LAST_OWN_MONTH
        if not near or _HEADLINE_END.search(self._text, year.at, point.start):
            return None, None
        return year.year, f"same year as {year.words} in the same headline"

    def _of_day(self, point: Point) -> Meaning:
        """21日: the month from a date of the same sentence, the dateline, publication, or an earlier date."""
        number, last, now = point.day or 1, self._last_day, self._now
        follows = last is not None and (last.day or 1) <= number
        if last is not None and follows and (now is None or self._same_sentence(last, point)):
            return Meaning(day_or_none(last.year, last.month, number), None, f"same month as {last.words}")
        return Meaning() if now is None else self._of_day_now(number, now, self._announced(point))

    def _of_day_now(self, number: int, now: Day, announced: bool) -> Meaning:
        today = now.day or 1
        if number <= today or announced:
            return Meaning(day_or_none(now.year, now.month, number), None, f"month of {now.words}")
        year, month = month_after(now, -1)
        length = calendar.monthrange(year or 2001, month)[1]
        if number > length or today + length - number > _TURN_OF_MONTH:
            return Meaning()
        reason = f"month before {now.words} because the date would lie in the future"
        return Meaning(Day(year, month, number), None, reason)

    def _of_month_word(self, point: Point) -> Meaning:
        same = point.month_word in ("同月", "当月")
        base = self._last_month if same else self._now
        if base is None or base.month is None:
            return Meaning()
        year, month = month_after(base, {"上": -1, "下": 1}.get(point.month_word[0], 0))
        reason = f"{'same month as' if same else 'counted from'} {base.words}"
        return Meaning(day_or_none(year, month, point.day), None, reason)

    def _of_day_word(self, point: Point) -> Meaning:
        if self._now is None:
            return Meaning()
        return Meaning(shifted(self._now, _DAYS[point.word[0]]), None, f"counted from {self._now.words}")

    def _of_same_day(self, point: Point) -> Meaning:
        if self._last_day is None:
            return Meaning()
        step = point.word in _NEXT
        reason = f"{'day after' if step else 'same day as'} {self._last_day.words}"
        return Meaning(shifted(self._last_day, int(step)), None, reason)

    def _of_week(self, point: Point) -> Meaning:
        today = self._now.known if self._now else None
        if self._now is None or today is None:
            return Meaning()
        first = last = today + timedelta(days=_WEEKS[point.word[0]] - today.weekday())
        name = point.word[-1]
        if name in "周期":
            last += timedelta(days=6)
        elif name == "末":
            first, last = first + timedelta(days=5), last + timedelta(days=6)
        else:
            first = last = first + timedelta(days=min("一二三四五六日天".index(name), 6))
        until = None if first == last else of_date(last)
        return Meaning(of_date(first), until, f"counted from {self._now.words}")

    def _of_period(self, point: Point) -> Meaning:
        plan = 11 + "一二三四五六七八九".index(point.word.lstrip("“\"")[1])
        start = 1966 + 5 * (plan - 3)  # the third plan began in 1966, and each since then follows the last
        return Meaning(Day(start), Day(start + 4), "years of the five-year plan")

    def _of_vague(self, _: Point) -> Meaning:
        return Meaning()

    def _of_edge(self, _: Point) -> Meaning:
        if self._now is None or self._now.year is None:
            return Meaning()
        return Meaning(Day(self._now.year), None, f"counted from {self._now.words}")

    def _of_lost(self, point: Point) -> Meaning:
        """124日 for 12月4日: 月 was lost. Believed only when publication follows within a few days."""
        today, digits = (self._published.known if self._published else None), point.word[:-1]
        for cut in (1, 2):
            there = day_or_none(today.year if today else None, int(digits[:cut]), int(digits[cut:]))
            if today and there and there.known and 0 <= (today - there.known).days <= _LEAST_LATER:
                reason = f"read as {there.month}月{there.day}日: 月 is lost, and publication follows at once"
                return Meaning(there, None, reason)
        return Meaning()

    def _until(self, last: Point, first: Day) -> Day | None:
        """The end of a range: what it leaves out is that of its start."""
        year, _ = self._named_year(last)
        if year is None and first.year is not None:
            year = first.year + bool(last.month and first.month and last.month < first.month)
        month = last.month or (first.month if last.day else None)
        return day_or_none(year, month, last.day)


_WORDS = {
    "day_word": _Reader._of_day_word,
    "same_day": _Reader._of_same_day,
    "week": _Reader._of_week,
    "edge": _Reader._of_edge,
    "lost": _Reader._of_lost,
    "period": _Reader._of_period,
    "vague": _Reader._of_vague,
}
