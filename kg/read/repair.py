"""Repair a text once, with the way back: the canonical text and the raw index of each of its characters."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

from kg.read.fold import CUT, fold
from kg.read.lines import (
    join_broken,
    join_padded_names,
    join_padded_titles,
    join_wrapped,
    trim_spaces,
)
from kg.read.marks import strip_photo_marks, strip_pinyin, strip_stray_signs
from kg.read.punctuation import chinese_signs, chinese_stops, close_up, collapse_doubled
from kg.read.script import simplify, simplify_alone
from kg.seeds import load_seeds

Rule = Callable[[str], str]


def canonical(text: str) -> tuple[str, Sequence[int]]:
    """The canonical text, and for each of its characters the index in `text`; one more entry is len(text).

    A rule never changes a length: what it removes it overwrites with NUL, and the NULs are cut between the
    stages. So the map is exact, strictly rising, and the time linear.
    """
    offsets: Sequence[int] = array("I", range(len(text) + 1))
    for stage in _STAGES:
        for rule in stage:
            text = rule(text)
        text, offsets = _cut(text, offsets)
    return text, offsets


def _is_surname(name: str) -> bool:
    return "".join(map(simplify_alone, name)) in load_seeds().surnames


def _padded_names(text: str) -> str:
    return join_padded_names(text, _is_surname)


def _simplified(text: str) -> str:
    return simplify(text, _is_surname)


# Each stage sees the text without what the stages before it removed.
_STAGES: tuple[tuple[Rule, ...], ...] = (
    (fold,),
    (strip_pinyin, strip_photo_marks, strip_stray_signs),
    (join_wrapped,),
    (join_broken,),
    (join_padded_titles, _padded_names, trim_spaces),
    (_simplified, chinese_signs, chinese_stops, close_up, collapse_doubled),
)


def _cut(text: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    if CUT not in text:
        return text, offsets
    pieces = text.split(CUT)
    kept = array("I")
    begin = 0
    for piece in pieces:
        if piece:
            kept.extend(offsets[begin : begin + len(piece)])
        begin += len(piece) + 1
    kept.append(offsets[-1])
    return "".join(pieces), kept
