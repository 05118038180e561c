"""Dates with unknown parts: --02-25 is a day of an unknown year."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

YEARS_OF_NEWS = range(1800, 2200)
RECENT = timedelta(days=31)  # within which a report follows or announces an event
_QUARTERS = "一二三四"
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAP = 2000  # stands for an unknown year, in which 29 February could exist


class Day(NamedTuple):
    """A date whose parts may be unknown; `words` name it in reasons, `at` is where they end in the text."""

    year: int | None
    month: int | None = None
    day: int | None = None
    words: str = ""
    at: int = 0

    @property
    def known(self) -> date | None:
        """The calendar day, when every part is known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def iso(self) -> str | None:
        """YYYY-MM-DD, YYYY-MM, YYYY or --MM-DD; None for a month without a year."""
        if self.year is None and self.day is None:
            return None
        year = "-" if self.year is None else f"{self.year:04}"
        parts = [year, *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)


def day_or_none(year: int | None, month: int | None, day: int | None) -> Day | None:
    """A Day from parts that could be a date (not 2月30日), None otherwise."""
    if month is not None and not 1 <= month <= 12:
        return None
    length = 31 if month is None else _LENGTHS[month - 1]
    if month == 2 and not calendar.isleap(year or _LEAP):
        length -= 1
    return Day(year, month, day) if day is None or 1 <= day <= length else None


def of_date(there: date) -> Day:
    """A calendar day as a Day."""
    return Day(there.year, there.month, there.day)


def shifted(day: Day, step: int) -> Day | None:
    """The day `step` days later; None without month and day, and across February's end without a year."""
    if day.month is None or day.day is None:
        return None
    there = date(day.year or _LEAP, day.month, day.day)
    try:
        moved = there + timedelta(days=step)
    except OverflowError:
        return None
    if day.year is not None:
        return of_date(moved)
    crosses = {there.month, moved.month} == {2, 3} or (moved.month, moved.day) == (2, 29)
    return None if crosses and step else Day(None, moved.month, moved.day)


def month_after(day: Day, step: int) -> tuple[int | None, int]:
    """Year (None when unknown) and month that lie `step` months after those of `day`."""
    months = (day.month or 1) - 1 + step
    return (None if day.year is None else day.year + months // 12), months % 12 + 1


def quarter(words: str, year: int) -> tuple[Day, Day]:
    """First and last month of 一季度, 第2季度, 上半年 …"""
    if words.endswith("半年"):
        start, months = (1 if words[0] == "上" else 7), 6
    else:
        sign = words.removesuffix("季度")[-1]
        start, months = 3 * (_QUARTERS.index(sign) if sign in _QUARTERS else int(sign) - 1) + 1, 3
    return Day(year, start), Day(year, start + months - 1)
