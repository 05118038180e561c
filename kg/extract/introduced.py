"""People whom no title introduces: 甲公司曹燚一行, 开国将军后代代表罗援朝先生."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.chains import name_like
from kg.extract.marks import STOPS, Marks
from kg.extract.names import surname_length

#: What follows a name and shows that it is one.
_SHOWS = re.compile("一行(?![行程])|先生|女士|校友(?=[、，。和与等]|一行)")
_BEFORE = frozenset((*STOPS, *"的对与同和由表请给向“”\n"))
_LEAST = -3.0  # likelihood of a given name before 先生
_ENDS = frozenset("(（、，也说")
_POLITE = ("先生", "女士")
_SIZES = (3, 2, 4)  # code points of names, the usual one first
#: 来自某大学的伊万·科瓦廖夫教授.
_DOTTED = re.compile(
    r"(?:^|(?<=[的，、。；：\s和与由请]))[\u4e00-\u9fff]{1,9}(?:·[\u4e00-\u9fff]{1,9}){1,3}?(?=教授|先生|女士|博士|院士)"
)
#: 全国人大代表甲(, 政协委员甲说: what leads to a name and is no title of a body.
_LEADS = re.compile("(?:人大代表|政协委员|校友)(?=[\u4e00-\u9fff]{2,4}[(（、，也说])")

_WHAT = ("领导", "专家", "嘉宾", "学者")
_LISTED = re.compile(
    "(?:^|(?<=[，。；：\n]))((?:[\u4e00-\u9fff]{2,4}、){1,40}[\u4e00-\u9fff]{2,4}?)等"
    "(?:(?:[省市县区州校院盟旗]|集团|公司)?领导|(?:院士|领导)?专家(?:学者)?|嘉宾|学者)"
)


def introduced(marks: Marks) -> Iterator[str]:
    """Names before 一行, 先生 and their like that begin a clause or stand behind a body or a place; names
    with dots before 教授; delegates.
    """
    if "·" in marks.text:
        yield from (match.group() for match in _DOTTED.finditer(marks.text))
    yield from _delegates(marks)
    yield from _leaders(marks)
    for match in _SHOWS.finditer(marks.text):
        end = match.start()
        for start in (end - size for size in _SIZES if end >= size):
            polite = match.group() in _POLITE and end - start == _SIZES[0] and marks.breaks[start]
            likely = name_like(marks, start, end, least=_LEAST if polite else 0.0)
            if likely and (polite or _begins(marks, start)):
                yield marks.text[start:end]
                break


def _delegates(marks: Marks) -> Iterator[str]:
    """全国人大代表甲(三江县布央村党支部书记): a name between such words and a mark."""
    for match in _LEADS.finditer(marks.text):
        start = match.end()
        for end in (start + size for size in _SIZES):
            least = _LEAST if end - start == _SIZES[0] else 0.0
            if marks.text[end : end + 1] in _ENDS and name_like(marks, start, end, least=least):
                yield marks.text[start:end]
                break


def _leaders(marks: Marks) -> Iterator[str]:
    """甲、乙、丙等市领导出席: a list of names that what they are follows."""
    for match in _LISTED.finditer(marks.text) if any(word in marks.text for word in _WHAT) else ():
        spans, at = [], match.start(1)
        for name in match.group(1).split("、"):
            spans.append((at, at + len(name)))
            at += len(name) + 1
        likely = sum(name_like(marks, start, end, least=_LEAST) for start, end in spans)
        if likely * 2 > len(spans):
            yield from (marks.text[start:end] for start, end in spans if surname_length(marks, start))


def _begins(marks: Marks, start: int) -> bool:
    if not marks.breaks[start]:
        return False
    before = marks.text[start - 1 : start]
    bodies = any(start in marks.ends[kind] for kind in ("organ", "place", "national", "country", "title"))
    return before in _BEFORE or before == "" or bodies
