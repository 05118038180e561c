"""The dateline: 新华社北京11月8日电 says which day 今天 is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.date_parts import RECENT, YEARS_OF_NEWS, Day, day_or_none
from kg.extract.date_words import Expression

_WITHIN = 500  # code points from the start of the text
_NEARBY = 8  # expressions from the start of the text that can give the dateline its year
_DATELINE = re.compile(r"(?:综合)?(?:专?电|讯|消息|报道)(?=[\s(（)）【记，,:：]|$)")


@dataclass(frozen=True, slots=True)
class Meaning:
    """A resolved point: the day, the last one where the words name a stretch, and the reason."""

    day: Day | None = None
    until: Day | None = None
    reason: str | None = None


def find_dateline(text: str, found: Sequence[Expression]) -> Expression | None:
    """The first date near the beginning that 电, 讯, 消息 or 报道 follows."""
    for expression in found:
        first, span = expression.first, expression.span
        if span.end > _WITHIN:
            return None
        if expression.last is None and first.day is not None and _DATELINE.match(text, span.end):
            return expression
    return None


def with_year_nearby(line: Meaning, others: Sequence[Expression]) -> Meaning:
    """1月7日电 … 2020年1月6日至7日: a dateline without a year takes that of a full date of the same days."""
    day = line.day
    if day is None or day.year is not None or day.month is None or day.day is None:
        return line
    for point in (expression.first for expression in others[:_NEARBY]):
        full = day_or_none(point.year, point.month, point.day) if point.year in YEARS_OF_NEWS else None
        there = full.known if full else None
        for year in (there.year, there.year + 1) if there else ():
            same = day_or_none(year, day.month, day.day)
            if there and same and same.known and abs(same.known - there) <= RECENT:
                return Meaning(same, None, f"same days as {there.year}年{there.month}月{there.day}日")
    return line
