"""Outlines for the map: coasts and borders around the places of a graph."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from kg.packaged import seeds_dir

LEAST = 6.0  # degrees of surroundings on every side of the places
FAR = 0.5  # degrees between two points of a line far from most places (a country among counties) …
NEAR = 1 / 800  # … and near them, in widths of the map that shows most places: less than a pixel or two
Point = tuple[float, float]  # longitude, latitude


class Outline(NamedTuple):
    """A line on the map; `kind` is province or country (coasts are borders of countries)."""

    kind: str
    points: tuple[Point, ...]


@cache
def all_outlines() -> tuple[Outline, ...]:
    """The lines of seeds/outlines.csv; seeds/sources.md names their source and licence."""
    with (seeds_dir() / "outlines.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Outline(row["kind"], _points(row["points"])) for row in csv.DictReader(file))


def _points(text: str) -> tuple[Point, ...]:
    numbers = [float(word) for word in text.split()]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def outlines_around(places: Iterable[Point]) -> list[list[str | int]]:
    """Lines near these places: `[kind, x, y, dx, dy, …]`, steps in hundredths of a degree."""
    found = list(places)
    if not found:
        return []
    (west, east), (south, north) = ((min(axis), max(axis)) for axis in zip(*found, strict=True))
    wide, tall = max(LEAST, (east - west) / 2), max(LEAST, (north - south) / 2)
    west, east, south, north = west - wide, east + wide, south - tall, north + tall
    fine = _most(found)
    step = NEAR * max(fine[1] - fine[0], fine[3] - fine[2])
    return [
        _steps(Outline(line.kind, _thinned(line.points, fine, step)))
        for line in all_outlines()
        if min(x for x, _ in line.points) < east
        and max(x for x, _ in line.points) > west
        and min(y for _, y in line.points) < north
        and max(y for _, y in line.points) > south
    ]


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
    """The ends, and points that lie as far from the last kept one as can be seen."""
    kept = [points[0]]
    for x, y in points[1:-1]:
        near = fine[0] <= x <= fine[1] and fine[2] <= y <= fine[3]
        if max(abs(x - kept[-1][0]), abs(y - kept[-1][1])) >= (step if near else FAR):
            kept.append((x, y))
    return (*kept, points[-1])


def _steps(line: Outline) -> list[str | int]:
    out: list[str | int] = [line.kind]
    last = (0, 0)
    for x, y in ((round(100 * x), round(100 * y)) for x, y in line.points):
        out += [x - last[0], y - last[1]]
        last = (x, y)
    return out
