"""Labels as they stand in the picture: short lines, and the room that they need."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping

LINE = 9  # Chinese characters in a line; longer ones make labels wider than the gaps of a ring
LINES = 3
SHARED = 6  # titles that begin with at least this many equal characters say the rest only …
FEW = 3  # … when at least this many of them do, and as much is left
EM = 14.0  # width of a Chinese character in picture units (font size 13 and a little air)
ROW = 17.0


def columns(text: str) -> float:
    """Width in Chinese characters: what is not wide counts a little more than half."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WF" else 0.56 for char in text)


def wrap(text: str) -> list[str]:
    """At most LINES lines of about equal width; what does not fit ends in an ellipsis."""
    text = " ".join(text[: 4 * LINE * LINES].split())
    count = min(LINES, max(1, -int(-columns(text) // LINE)))
    width = min(float(LINE), max(columns(text) / count, 4.0)) + 0.5
    lines = [""]
    for char in text:
        if columns(lines[-1] + char) > width and char not in "，、。；：”’》）" and len(lines) <= LINES:
            lines.append("")
        lines[-1] += char
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], lines[LINES - 1][:-1] + "…"]
    return [line.strip() for line in lines]


def room(lines: list[str], radius: float) -> tuple[float, float]:
    """Width and height of a node of this radius with its label, in picture units."""
    return max(2 * radius, max(columns(line) for line in lines) * EM) + 14, len(lines) * ROW + 2 * radius + 8


def shorten(labels: Mapping[str, str]) -> dict[str, str]:
    """Labels of one class without the beginning that several share, marked by an ellipsis.

    Six agreements named 辽宁沿海经济带六城市… would else show six times the same nine characters.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for node in sorted(labels):
        alike[labels[node][:SHARED]].append(node)
    short = dict(labels)
    for start, nodes in alike.items():
        if len(start) < SHARED or len(nodes) < FEW:
            continue
        first, last = min(labels[node] for node in nodes), max(labels[node] for node in nodes)
        length = next(
            (i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b),
            min(len(first), len(last)),
        )
        for node in nodes:
            rest = labels[node][length:].strip()
            short[node] = f"…{rest}" if len(rest) >= SHARED else labels[node]
    return short
