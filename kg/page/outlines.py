"""Outlines for the map: coasts and borders around the places of a graph."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from kg.packaged import seeds_dir

LEAST = 6.0  # degrees of surroundings on every side of the places
FAR = 0.15  # degrees by which a line may be off far from most places (a country among counties) …
NEAR = 1 / 1600  # … and near them, in widths of the map that shows most places: less than a pixel
Point = tuple[float, float]  # longitude, latitude


class Outline(NamedTuple):
    """A line on the map; `kind` is province or country (coasts are borders of countries)."""

    kind: str
    points: tuple[Point, ...]


@cache
def all_outlines() -> tuple[Outline, ...]:
    """The lines of seeds/outlines.csv (source and licence: seeds/sources.md), those joined that meet."""
    lines: dict[str, list[tuple[Point, ...]]] = defaultdict(list)
    with (seeds_dir() / "outlines.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lines[row["kind"]].append(_points(row["points"]))
    return tuple(Outline(kind, points) for kind, found in lines.items() for points in _joined(found))


def _joined(lines: list[tuple[Point, ...]]) -> Iterator[tuple[Point, ...]]:
    """Each line with the one that goes on from its end, and so on, as long as there is one left."""
    meeting: dict[Point, list[int]] = defaultdict(list)
    for index, points in enumerate(lines):
        for end in {points[0], points[-1]}:
            meeting[end].append(index)
    left = dict(enumerate(lines))
    for index in range(len(lines)):
        points = left.pop(index, ())
        while points:
            after = next((other for other in meeting[points[-1]] if other in left), None)
            if after is None:
                yield points
                break
            more = left.pop(after)
            points += more[1:] if more[0] == points[-1] else more[-2::-1]


def _points(text: str) -> tuple[Point, ...]:
    numbers = [float(word) for word in text.split()]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def outlines_around(places: Iterable[Point]) -> list[list[str | int]]:
    """Lines near these places: `[kind, dx, dy, dx, dy, …]`, steps in hundredths of a degree from the point
    before, the first from the last of the line before.
    """
    found = list(places)
    if not found:
        return []
    (west, east), (south, north) = ((min(axis), max(axis)) for axis in zip(*found, strict=True))
    wide, tall = max(LEAST, (east - west) / 2), max(LEAST, (north - south) / 2)
    west, east, south, north = west - wide, east + wide, south - tall, north + tall
    fine = _most(found)
    step = NEAR * max(fine[1] - fine[0], fine[3] - fine[2])
    near = (
        Outline(line.kind, _thinned(line.points, fine, step))
        for line in all_outlines()
        if min(x for x, _ in line.points) < east
        and max(x for x, _ in line.points) > west
        and min(y for _, y in line.points) < north
        and max(y for _, y in line.points) > south
    )
    return _steps(near)


def _most(places: list[Point]) -> tuple[float, float, float, float]:
    """West, east, south and north of the middle four fifths of the places, with surroundings."""
    cut = len(places) // 10
    box = []
    for axis in zip(*places, strict=True):
        inside = sorted(axis)[cut : len(places) - cut]
        box += [inside[0] - LEAST, inside[-1] + LEAST]
    return box[0], box[1], box[2], box[3]


def _thinned(
    points: tuple[Point, ...], fine: tuple[float, float, float, float], step: float
) -> tuple[Point, ...]:
    """The ends, and points that lie as far as can be seen from the line between those that are kept.

    Douglas and Peucker, Algorithms for the reduction of the number of points required to represent a
    digitized line or its caricature, Cartographica 10 (2), 1973.
    """
    kept = {0, len(points) - 1}
    parts = [(0, len(points) - 1)]
    while parts:
        first, last = parts.pop()
        off = {i: _aside(points[i], points[first], points[last]) for i in range(first + 1, last)}
        for i, (x, y) in zip(off, points[first + 1 : last], strict=True):
            off[i] /= step if fine[0] <= x <= fine[1] and fine[2] <= y <= fine[3] else FAR
        most = max(off, key=off.__getitem__, default=first)
        if off.get(most, 0.0) > 1:
            kept.add(most)
            parts += [(first, most), (most, last)]
    return tuple(points[i] for i in sorted(kept))


def _aside(point: Point, first: Point, last: Point) -> float:
    """Distance of a point from the line between two."""
    dx, dy = last[0] - first[0], last[1] - first[1]
    x, y = point[0] - first[0], point[1] - first[1]
    along = max(0.0, min(1.0, (x * dx + y * dy) / (dx * dx + dy * dy or 1.0)))
    return math.hypot(x - along * dx, y - along * dy)


def _steps(lines: Iterable[Outline]) -> list[list[str | int]]:
    out, last = [], (0, 0)
    for line in lines:
        steps: list[str | int] = [line.kind]
        for x, y in ((round(100 * x), round(100 * y)) for x, y in line.points):
            steps += [x - last[0], y - last[1]]
            last = (x, y)
        out.append(steps)
    return out
