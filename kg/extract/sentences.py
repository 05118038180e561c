"""Sentences and clauses, and what must not be read as narration: titles of works."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from kg.model import Span

#: One set of characters to begin with: the search skips all others at once.
_BREAK = re.compile(r"[。！？!?\n](?:(?<=\n)\n*|(?<!\n)[。！？!?]*[”’」』）)]*)")
#: A new line goes on with the sentence when it begins so, or when the line before ends so.
_GOES_ON = re.compile(r"[《与和同并及、，]")
_OPEN_END = re.compile(r"(?:[、，：:]|签署|签订|通过了?|印发|发布)$")
_LONGEST_LEAD = 20  # code points of a broken line that a line beginning with 与 or 、 continues
#: A longer run without a full stop is cut, so that no rule looks further than this.
_LONGEST = 1000
_CUTS = "，；、 "
_LONGEST_WORK = 120


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the number of the paragraph it stands in (0 is the headline)."""

    span: Span
    paragraph: int


def split_sentences(text: str) -> list[Sentence]:
    """Sentences in order; they cover the text but for line breaks and blanks between them."""
    out: list[Sentence] = []
    start, paragraph = 0, 0
    for match in _BREAK.finditer(text):
        newline = match.group().startswith("\n")
        if newline and _continues(text, start, match.start(), match.end()):
            continue
        end = match.start() if newline else match.end()
        if text[start : match.start()].strip():
            out.extend(_pieces(text, start, end, paragraph))
        start = match.end()
        paragraph += newline
    if text[start:].strip():
        out.extend(_pieces(text, start, len(text), paragraph))
    return out


def _pieces(text: str, start: int, end: int, paragraph: int) -> Iterator[Sentence]:
    while end - start > _LONGEST:
        limit = start + _LONGEST
        cut = max(text.rfind(mark, limit - _LONGEST // 4, limit) + 1 for mark in _CUTS) or limit
        yield Sentence(Span(start, cut), paragraph)
        start = cut
    yield Sentence(Span(start, end), paragraph)


def _continues(text: str, start: int, end: int, following: int) -> bool:
    """签署 \\n 《…》: a break inside a sentence, as pages set long titles on lines of their own."""
    if not text[start:end].strip() or following >= len(text) or following - end > 1:
        return False
    line = text[text.rfind("\n", 0, end) + 1 : end]
    if _OPEN_END.search(line):
        return text[following] in "《“" or not line.endswith(("通过", "发布"))
    if line.endswith("》"):
        return text[following] in "《与和同并及、，"
    return bool(_GOES_ON.match(text, following)) and len(line) <= _LONGEST_LEAD


def sentence_at(sentences: Sequence[Sentence], position: int) -> Sentence | None:
    """The sentence that holds a position."""
    index = bisect_right(sentences, position, key=attrgetter("span.end"))
    if index < len(sentences) and sentences[index].span.start <= position:
        return sentences[index]
    return None


def clause_start(text: str, floor: int, position: int, marks: str = "，；。") -> int:
    """Where the clause before `position` begins: after the last of `marks`, not before `floor`."""
    start = floor
    for mark in marks:
        start = max(start, text.rfind(mark, start, position) + 1)
    return start


def clause_end(text: str, position: int, ceiling: int, marks: str = "，；。") -> int:
    """Where the clause after `position` ends: before the first of `marks`, not behind `ceiling`."""
    found = _one_of(marks).search(text, position, ceiling)
    return found.start() if found else ceiling


@cache
def _one_of(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(marks)}]")


def works(text: str) -> list[Span]:
    """Titles in 《…》, the marks included; nested marks belong to the outer title."""
    found: list[Span] = []
    depth, start = 0, 0
    for match in re.finditer(r"[《》]", text):
        if match.group() == "《":
            if depth == 0 or match.start() - start > _LONGEST_WORK:  # the one before was never closed
                depth, start = 0, match.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and match.end() - start <= _LONGEST_WORK:
                found.append(Span(start, match.end()))
    return found


def has_headline(text: str, sentences: Sequence[Sentence]) -> bool:
    """The first sentence is a headline: nothing ends it but its line."""
    return bool(sentences) and text[sentences[0].span.end - 1] not in "。！？”"
