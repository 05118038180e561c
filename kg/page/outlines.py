"""Outlines for the map: coasts and borders around the places of a graph."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from kg.packaged import seeds_dir

LEAST = 6.0  # degrees of surroundings on every side of the places
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
    return [
        _steps(line)
        for line in all_outlines()
        if min(x for x, _ in line.points) < east
        and max(x for x, _ in line.points) > west
        and min(y for _, y in line.points) < north
        and max(y for _, y in line.points) > south
    ]


def _steps(line: Outline) -> list[str | int]:
    out: list[str | int] = [line.kind]
    last = (0, 0)
    for x, y in ((round(100 * x), round(100 * y)) for x, y in line.points):
        out += [x - last[0], y - last[1]]
        last = (x, y)
    return out
