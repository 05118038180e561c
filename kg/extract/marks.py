"""One pass over a text: where lexicon words begin and end, and where dictionary words break."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from kg.extract.lexicon import Lexicon
from kg.extract.segment import cut
from kg.model import Span

#: Characters that no name, title or organisation crosses.
STOPS = frozenset("，。；：、！？《》〈〉【】[]…\n,.;:!?|()（）—–-")
#: 不再担任县委书记, 代县长, 甲和县长乙: counties too (任县, 代县), but hardly there; 安徽省和县县委 is one.
_NO_COUNTY = re.compile(
    r"任县(?=[委长政人纪监])|代县(?=长)|(?<=[\u4e00-\u9fff)”])(?<![省市在到赴来往对])和县(?=[委长政人纪监领])"
)
#: Kinds whose inside is not looked at.
_SOLID = ("place", "national", "organ", "country")
_KINDS = (
    "title", "organ", "national", "event", "follower", "leader", "place", "country", "city", "agreement",
)  # fmt: skip
#: Kinds that are also asked for as a list of matches that do not overlap.
_LISTED = ("title", "organ", "national", "event", "place", "country", "city")


@dataclass(frozen=True)
class Marks:
    """Lexicon matches of one text.

    `starts[kind][i]` is the end of the longest word of a kind that starts at i, `ends[kind][i]` the start
    of the longest that ends at i, `spans[kind]` the leftmost-longest matches; `solid[i]` is where the longest
    place, country or body that ends at i starts. `breaks[i]` is 1 where a dictionary word begins or the text
    ends. `newlines` are the places of line breaks.
    """

    text: str
    lexicon: Lexicon
    starts: dict[str, dict[int, int]]
    ends: dict[str, dict[int, int]]
    spans: dict[str, list[Span]]
    solid: dict[int, int]
    breaks: bytes
    newlines: list[int]

    def word(self, kind: str, start: int) -> str:
        """Longest word of a kind that starts here, or ''."""
        end = self.starts[kind].get(start)
        return self.text[start:end] if end else ""

    def within(self, kind: str, start: int, end: int) -> list[Span]:
        """Leftmost-longest matches of a kind inside an interval."""
        spans = self.spans[kind]
        return [span for span in spans[bisect_left(spans, (start, 0)) : bisect_right(spans, (end, end))]
                if span.end <= end]  # fmt: skip

    def line(self, position: int) -> Span:
        """The line that holds a position, without its break."""
        index = bisect_left(self.newlines, position)
        start = self.newlines[index - 1] + 1 if index else 0
        return Span(start, self.newlines[index] if index < len(self.newlines) else len(self.text))


def mark(text: str, lexicon: Lexicon) -> Marks:
    """Match the whole lexicon and segment the text, both linear in its length."""
    starts: dict[str, dict[int, int]] = {kind: {} for kind in _KINDS}
    ends: dict[str, dict[int, int]] = {kind: {} for kind in _KINDS}
    # Matches come by their ends, the longest first: the first of an end and the last of a start are longest.
    tables = [[(starts[kind], ends[kind]) for kind in kinds] for kinds in lexicon.mixes]
    mix_of = lexicon.mix_of
    for start, end, number in lexicon.automaton.find_overlapping(text):
        for by_start, by_end in tables[mix_of[number]]:
            by_start[start] = end
            if end not in by_end:
                by_end[end] = start
    breaks = bytearray(_breaks(text))
    for match in _NO_COUNTY.finditer(text) if "县" in text else ():
        breaks[match.start() : match.start() + 2] = b"\x01\x01"
        if match.start() not in ends["place"] or match.group() != "和县":
            starts["place"].pop(match.start(), None)
            ends["place"].pop(match.end(), None)
    spans = {kind: _leftmost(starts[kind]) for kind in _LISTED}
    newlines = [match.start() for match in re.finditer("\n", text)]
    return Marks(text, lexicon, starts, ends, spans, _solid(ends), bytes(breaks), newlines)


def _solid(ends: dict[str, dict[int, int]]) -> dict[int, int]:
    solid: dict[int, int] = {}
    for kind in _SOLID:
        for end, start in ends[kind].items():
            if start < solid.get(end, end):
                solid[end] = start
    return solid


def _breaks(text: str) -> bytes:
    lengths = list(map(len, cut(text)))
    word_of = {length: b"\x01" + bytes(length - 1) for length in set(lengths)}
    return b"".join(map(word_of.__getitem__, lengths)) + b"\x01"


def _leftmost(starts: dict[int, int]) -> list[Span]:
    out: list[Span] = []
    last = 0
    for start in sorted(starts):
        if start >= last:
            last = starts[start]
            out.append(Span(start, last))
    return out
