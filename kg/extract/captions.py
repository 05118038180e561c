"""Captions that lost their pictures: short last lines behind a report."""

from __future__ import annotations

import re

from kg.model import Span

_LONGEST_CAPTION = 40
_CAREER = re.compile(r"(?:19|20)\d\d[年./]")  # 2011年5月 某市委副书记
_PUNCTUATION = re.compile(r"[，。、；：！？,;:!?”)）|]")


def captions(text: str, lines: list[Span], taken: set[int]) -> list[Span]:
    """Short last lines without punctuation, after a text of sentences: captions that lost their pictures.

    `taken`: where zones begin; the lines of credits do not count.
    """
    found: list[Span] = []
    for line in reversed(lines):
        if line.start in taken:
            continue
        if line.end - line.start > _LONGEST_CAPTION or _PUNCTUATION.search(text, *line):
            return found if text[line.end - 1] in "。！？”" else []
        if _CAREER.match(text, *line):
            return found
        found.append(line)
    return []
