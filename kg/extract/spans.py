"""Spans asked by position: what covers a place, and which things begin in an interval."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from kg.model import Span

T = TypeVar("T")


class Spans:
    """A set of characters given by spans; spans that overlap or touch are one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            elif end > start:
                self._starts.append(start)
                self._ends.append(end)

    def covers(self, position: int) -> bool:
        """Does the character at `position` belong to the set?"""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._ends[index]

    def meets(self, span: Span) -> bool:
        """Does any character of `span` belong to the set?"""
        index = bisect_left(self._starts, span.end) - 1
        return index >= 0 and span.start < self._ends[index]

    def behind(self, position: int) -> int:
        """Where the stretch ends that begins at `position`, else `position` itself."""
        index = bisect_left(self._starts, position)
        return self._ends[index] if self._starts[index : index + 1] == [position] else position

    def holds(self, span: Span) -> bool:
        """Do all characters of `span` belong to the set, without a gap?"""
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and span.end <= self._ends[index]


class InOrder(Generic[T]):
    """Things in the order of their spans; each question costs a binary search."""

    def __init__(self, things: Iterable[T], span: Callable[[T], Span]) -> None:
        self.all = tuple(sorted(things, key=span))
        self._starts = [span(thing).start for thing in self.all]

    def starting(self, start: int, end: int) -> tuple[T, ...]:
        """Those that begin in the half-open interval."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def count_before(self, position: int) -> int:
        """How many begin before `position`: those are all[:count]."""
        return bisect_left(self._starts, position)
