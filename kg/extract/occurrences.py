"""Where a set of names that the text itself gave stands in it again."""

from __future__ import annotations

from collections.abc import Collection

import daachorse

from kg.model import Span

#: Building an automaton costs as much as searching an article for so many names one by one.
_FEW = 60


def occurrences(text: str, names: Collection[str]) -> list[tuple[Span, str]]:
    """Every place of every name, also those that overlap, in the order of the names, then of the text.

    Time is linear in the text whatever the number of names.
    """
    if len(names) <= _FEW:
        return [(Span(at, at + len(name)), name) for name in names for at in _places(text, name)]
    ordered = list(names)
    found = daachorse.CharwiseDoubleArrayAhoCorasick(ordered).find_overlapping(text)
    found.sort(key=lambda match: (match[2], match[0]))
    return [(Span(start, end), ordered[number]) for start, end, number in found]


def _places(text: str, name: str) -> list[int]:
    found = []
    at = text.find(name)
    while at >= 0:
        found.append(at)
        at = text.find(name, at + 1)
    return found
