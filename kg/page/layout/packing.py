"""Circles side by side: the most tied stand next to each other, none touch."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

STEPS = 48  # directions tried around a placed circle
NEXT_TO = 4  # placed circles beside which a place is sought
Point = tuple[float, float]


def pack(radii: Sequence[float], ties: Mapping[tuple[int, int], float], aspect: float) -> list[Point]:
    """Centres for circles of these radii on a sheet of this width to height. `ties` weighs pairs (i < j)."""
    pull = [dict[int, float]() for _ in radii]
    for (first, second), weight in sorted(ties.items()):
        pull[first][second] = weight
        pull[second][first] = weight
    placed: dict[int, Point] = {}
    waiting = set(range(len(radii)))
    while waiting:
        index = min(waiting, key=lambda i: (-sum(w for j, w in pull[i].items() if j in placed), -radii[i], i))
        waiting.remove(index)
        placed[index] = _best(index, placed, radii, pull[index], aspect)
    return [placed[index] for index in range(len(radii))]


def _best(index: int, placed: Mapping[int, Point], radii: Sequence[float], pull: Mapping[int, float],
          aspect: float) -> Point:
    if not placed:
        return (0.0, 0.0)
    beside = sorted((j for j in pull if j in placed), key=lambda j: (-pull[j], j))[:NEXT_TO]
    beside = beside or sorted(placed, key=lambda j: (math.hypot(*placed[j]), j))[:NEXT_TO]
    away = 1.0
    while True:
        spots = [spot for j in beside for spot in _around(placed[j], (radii[index] + radii[j]) * away)]
        free = [spot for spot in spots if _is_free(spot, radii[index], placed, radii)]
        if free:
            box = _box(placed, radii)
            return min(free, key=lambda spot: (round(_cost(spot, radii[index], box, placed, pull, aspect), 2), spot))
        away *= 1.25


def _around(centre: Point, distance: float) -> list[Point]:
    turn = 2 * math.pi / STEPS
    return [(round(centre[0] + distance * math.cos(k * turn), 3), round(centre[1] + distance * math.sin(k * turn), 3))
            for k in range(STEPS)]


def _is_free(spot: Point, radius: float, placed: Mapping[int, Point], radii: Sequence[float]) -> bool:
    return all(math.hypot(spot[0] - x, spot[1] - y) >= radius + radii[j] - 1e-2 for j, (x, y) in placed.items())


def _box(placed: Mapping[int, Point], radii: Sequence[float]) -> tuple[float, float, float, float]:
    return (min(x - radii[j] for j, (x, _) in placed.items()), min(y - radii[j] for j, (_, y) in placed.items()),
            max(x + radii[j] for j, (x, _) in placed.items()), max(y + radii[j] for j, (_, y) in placed.items()))


def _cost(spot: Point, radius: float, box: tuple[float, float, float, float], placed: Mapping[int, Point],
          pull: Mapping[int, float], aspect: float) -> float:
    """Mean length of its ties, and the size of the sheet that then holds everything."""
    wide = max(box[2], spot[0] + radius) - min(box[0], spot[0] - radius)
    tall = max(box[3], spot[1] + radius) - min(box[1], spot[1] - radius)
    tied = [(weight, math.hypot(spot[0] - placed[j][0], spot[1] - placed[j][1]))
            for j, weight in pull.items() if j in placed]
    mean = sum(weight * far for weight, far in tied) / (sum(weight for weight, _ in tied) or 1.0)
    return mean + max(wide / aspect, tall)
