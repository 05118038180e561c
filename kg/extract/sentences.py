"""Sentences and clauses, and what must not be read as narration: quotations of titles, speech."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Span

_BREAK = re.compile(r"[。！？!?]+[”’」』）)]*|\n+")
#: A new line goes on with the sentence when it begins so, or the line before ends so.
_GOES_ON = re.compile(r"[《“与和同并及、，]")
_OPEN_END = re.compile(r"(?:[、，：:]|签署|签订|通过了?|印发|发布)$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `line_start` when it begins a line or paragraph."""

    span: Span
    paragraph: int


def split_sentences(text: str) -> list[Sentence]:
    """Sentences in order; they cover the text but for line breaks and spaces between them."""
    out: list[Sentence] = []
    start, paragraph = 0, 0
    for match in _BREAK.finditer(text):
        newline = match.group().startswith("\n")
        if newline and _continues(text, start, match.start(), match.end()):
            continue
        if text[start : match.start()].strip():
            out.append(Sentence(Span(start, match.end() if not newline else match.start()), paragraph))
        start = match.end()
        paragraph += newline
    if text[start:].strip():
        out.append(Sentence(Span(start, len(text)), paragraph))
    return out


def _continues(text: str, start: int, end: int, following: int) -> bool:
    if not text[start:end].strip() or following >= len(text):
        return False
    if "\n\n" in text[end:following]:
        return False
    line = text[text.rfind("\n", 0, end) + 1 : end]
    if _OPEN_END.search(line):
        return text[following] in "《“" or not line.endswith(("通过", "发布"))
    if line.endswith("》"):
        return text[following] in "《与和同并及、，"
    return bool(_GOES_ON.match(text, following)) and text[following] not in "“" and len(line) <= 20


def sentence_at(sentences: list[Sentence], position: int) -> Sentence | None:
    """The sentence that holds a position."""
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].span.end <= position:
            low = middle + 1
        else:
            high = middle
    if low < len(sentences) and sentences[low].span.start <= position:
        return sentences[low]
    return None


def works(text: str) -> list[Span]:
    """Titles in 《…》, the marks included; nested marks belong to the outer title."""
    found: list[Span] = []
    depth, start = 0, 0
    for match in re.finditer(r"[《》]", text):
        if match.group() == "《":
            if depth == 0:
                start = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and match.end() - start <= 120:
                found.append(Span(start, match.end()))
    return found
