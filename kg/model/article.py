"""An article: one text, repaired once, with the way back to its raw characters."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open interval of code points in the canonical text of an article."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as `read` hands it on.

    `text` is canonical: simplified script, no noise; every span of every fact counts its code points.
    `offsets[i]` is the index in `raw` of canonical character i, and `offsets[len(text)] == len(raw)`.
    `published` is an ISO date (YYYY-MM-DD) given with the article from outside or found in its head.
    """

    id: str
    text: str
    raw: str
    offsets: Sequence[int]
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    path: str | None = None

    @property
    def hash(self) -> str:
        """First 16 hex digits of the SHA-256 of the canonical text: the article's identity."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    def quote(self, span: Span) -> str:
        """The canonical words of a span."""
        return self.text[span.start : span.end]

    def raw_span(self, span: Span) -> Span:
        """The same words in the raw text, noise inside them included."""
        if span.start == span.end:
            return Span(self.offsets[span.start], self.offsets[span.start])
        return Span(self.offsets[span.start], self.offsets[span.end - 1] + 1)
