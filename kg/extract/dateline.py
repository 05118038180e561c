"""The dateline: 新华社北京11月8日电 says which day 今天 is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.date_parts import RECENT, YEARS_OF_NEWS, Day, day_or_none
from kg.extract.date_words import Expression

_WITHIN = 500  # code points from the start of the text
_NEARBY = 8  # expressions from the start of the text that can give the dateline its year
#: 华声时报讯(记者甲)某市…, 某网9月20日电 (甲 乙)某市…: the words of a dateline before those of its sentence,
#: as a pattern.
BEFORE_SENTENCE = r"[\u4e00-\u9fff\d]{2,20}?(?:[讯电]|消息)(?:\s?\([^()]{1,24}\)\s?|\s)"
_DATELINE = re.compile(r"(?:综合)?(?:专?电|讯|消息|报道)(?=[\s(（)）【记，,:：]|$)")

#: A page's own line at the head of the text: 来源：…, 第01版, 玉环发布 08:30.
_PAGE = re.compile("报|网|第.{1,3}版|来源|时间|发布|作者|记者|编辑|阅读|浏览|点击|新闻|客户端|公众号|^\\s*$")
_SENTENCE = re.compile("[。，；！]|举行|召开|举办|会见|调研|考察|出席|签署|任命|通过")
_HEAD_LINES, _LONGEST_REST = 6, 40  # lines, and code points beside the date


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


def find_page_day(text: str, found: Sequence[Expression]) -> Expression | None:
    """The full date of a page's own line (朝阳日报 2022年3月16日 第01版): its day of publication."""
    for expression in found:
        first, (start, end) = expression.first, expression.span
        head, foot = text.rfind("\n", 0, start) + 1, text.find("\n", end) if end <= _WITHIN else -1
        if foot < 0 or text.count("\n", 0, start) > _HEAD_LINES:
            return None
        rest = text[head:start] + text[end:foot]
        full = first.year in YEARS_OF_NEWS and first.day is not None and expression.last is None
        if full and len(rest) <= _LONGEST_REST and _PAGE.search(rest) and not _SENTENCE.search(rest):
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
