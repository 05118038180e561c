"""Notices of appointments: a heading says the act, the entries below it name people and posts.

二、免去
甲的某州人民政府副州长职务；
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, cached_property
from operator import itemgetter

from kg.extract.lexicon import Lexicon
from kg.extract.sentences import clause_start
from kg.extract.subjects import NAMES

#: 甲(苗族)、乙(女)同志为: the head of an entry.
_ENTRY = re.compile(rf"[ \u3000]*{NAMES}(?:同志)?(?P<link>为|任|担任|的)$")
_NUMBER = r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]+[ \u3000]*)?"
_ACTIONS = ("appointed", "removed", "elected", "nominated")


@cache
def _heading(lexicon: Lexicon) -> re.Pattern[str]:
    """A short line, or the end of a clause before a colon, that says an act and nothing else after it."""
    acts = "|".join(
        f"(?P<{action}>{lexicon.one_of(f'appointment.{action}', f'appointment.{action}.person')})"
        for action in _ACTIONS
    )
    return re.compile(
        rf"(?:^|(?<=[，。；：]))[ \u3000]*{_NUMBER}[^\n，。；：]{{0,24}}?"
        rf"(?:{acts})(?:以下(?:同志|人员))?(?:职务)?(?:[：:][ \u3000]*(?=\S|\n|$)|[ \u3000]*$)",
        re.MULTILINE,
    )


class Notices:
    """The headings of one text, asked what is done to the people of an entry."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text, self._lexicon = text, lexicon

    @cached_property
    def _headings(self) -> list[tuple[int, str]]:
        """Where each heading ends, and its act."""
        found = _heading(self._lexicon).finditer(self._text)
        return [(match.end(), match.lastgroup or "") for match in found]

    def entry(self, before: str, position: int) -> tuple[str, re.Match[str]] | None:
        """The act, and the entry's head that ends the words `before` a post at `position`."""
        start = clause_start(before, 0, len(before), "；。：\n")
        match = _ENTRY.match(before, start)
        if not match:
            return None
        index = bisect_right(self._headings, position, key=itemgetter(0)) - 1
        if index < 0:
            return None
        act = self._headings[index][1]
        return (act, match) if (match["link"] == "的") == (act == "removed") else None
