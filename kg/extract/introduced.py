"""People whom no title introduces: 甲公司曹燚一行, 开国将军后代代表罗援朝先生."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.chains import name_like
from kg.extract.marks import STOPS, Marks

#: What follows a name and shows that it is one.
_SHOWS = re.compile("一行(?![行程])|先生|女士|校友(?=[、，。和与等]|一行)")
_BEFORE = frozenset((*STOPS, *"的对与同和由表请给向“”\n"))
_LEAST = -3.0  # likelihood of a given name before 先生
_POLITE = ("先生", "女士")
_SIZES = (3, 2, 4)  # code points of names, the usual one first


def introduced(marks: Marks) -> Iterator[str]:
    """Names before 一行, 先生 and their like that begin a clause or stand behind a body or a place."""
    for match in _SHOWS.finditer(marks.text):
        end = match.start()
        for start in (end - size for size in _SIZES if end >= size):
            polite = match.group() in _POLITE and end - start == _SIZES[0] and marks.breaks[start]
            likely = name_like(marks, start, end, least=_LEAST if polite else 0.0)
            if likely and (polite or _begins(marks, start)):
                yield marks.text[start:end]
                break


def _begins(marks: Marks, start: int) -> bool:
    if not marks.breaks[start]:
        return False
    before = marks.text[start - 1 : start]
    bodies = any(start in marks.ends[kind] for kind in ("organ", "place", "national", "country", "title"))
    return before in _BEFORE or before == "" or bodies
