"""Circles side by side: the most tied stand next to each other, none touch."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

STEPS = 48  # directions tried around a placed circle
NEXT_TO = 4  # placed circles beside which a place is sought
Point = tuple[float, float]
Box = tuple[float, float, float, float]


def pack(radii: Sequence[float], ties: Mapping[tuple[int, int], float], aspect: float) -> list[Point]:
    """Centres for circles of these radii on a sheet of this width to height. `ties` weighs pairs (i < j)."""
    pull = [dict[int, float]() for _ in radii]
    for (first, second), weight in sorted(ties.items()):
        pull[first][second] = weight
        pull[second][first] = weight
    sheet = _Sheet(radii, aspect)
    # The circle with the strongest ties to what is placed comes next; then the largest.
    drawn = [0.0] * len(radii)
    waiting = [(0.0, -radius, index) for index, radius in enumerate(radii)]
    heapq.heapify(waiting)
    while waiting:
        drawn_then, _, index = heapq.heappop(waiting)
        if index in sheet.placed or -drawn_then != drawn[index]:
            continue  # placed, or pulled harder since: it stands in the heap again
        sheet.put(index, pull[index])
        for other, weight in pull[index].items():
            if other not in sheet.placed:
                drawn[other] += weight
                heapq.heappush(waiting, (-drawn[other], -radii[other], other))
    return [sheet.placed[index] for index in range(len(radii))]


class _Sheet:
    """The circles placed so far, each in all cells of a grid that its box touches."""

    def __init__(self, radii: Sequence[float], aspect: float) -> None:
        self.radii = radii
        self.aspect = aspect
        self.placed: dict[int, Point] = {}
        self.box: Box = (0.0, 0.0, 0.0, 0.0)
        self._largest = 0
        self._cell = 2 * sorted(radii)[len(radii) // 2] if radii else 1.0
        self._cells: dict[tuple[int, int], list[int]] = defaultdict(list)

    def put(self, index: int, pull: Mapping[int, float]) -> None:
        """Place one circle beside those that pull it, where it costs least."""
        spot = self._best(index, pull) if self.placed else (0.0, 0.0)
        self.placed[index] = spot
        if self.radii[index] > self.radii[self._largest]:
            self._largest = index
        for cell in self._cells_of(spot, self.radii[index]):
            self._cells[cell].append(index)
        self.box = self._grown(spot, self.radii[index])

    def _best(self, index: int, pull: Mapping[int, float]) -> Point:
        tied = sorted((j for j in pull if j in self.placed), key=lambda j: (-pull[j], j))
        # Beside what was placed last there is room; around the largest there may be none left.
        beside = tied or [self._largest, *islice(reversed(self.placed), NEXT_TO - 1)]
        radius, away = self.radii[index], 1.0
        while True:
            spots = [
                spot
                for j in beside[:NEXT_TO]
                for spot in _around(self.placed[j], (radius + self.radii[j]) * away)
                if self._is_free(spot, radius)
            ]
            if spots:
                return min(spots, key=lambda spot: (round(self._cost(spot, radius, pull), 2), spot))
            away *= 1.25

    def _cells_of(self, spot: Point, radius: float) -> Iterator[tuple[int, int]]:
        """Cells that the box of a circle touches."""
        (x, y), wide = spot, self._cell
        columns = range(math.floor((x - radius) / wide), math.floor((x + radius) / wide) + 1)
        rows = range(math.floor((y - radius) / wide), math.floor((y + radius) / wide) + 1)
        return product(columns, rows)

    def _is_free(self, spot: Point, radius: float) -> bool:
        for cell in self._cells_of(spot, radius):
            for j in self._cells.get(cell, ()):
                x, y = self.placed[j]
                if math.hypot(spot[0] - x, spot[1] - y) < radius + self.radii[j] - 1e-2:
                    return False
        return True

    def _cost(self, spot: Point, radius: float, pull: Mapping[int, float]) -> float:
        """Mean length of its ties, and the size of the sheet that then holds everything."""
        left, top, right, bottom = self._grown(spot, radius)
        tied = [
            (weight, math.hypot(spot[0] - self.placed[j][0], spot[1] - self.placed[j][1]))
            for j, weight in pull.items()
            if j in self.placed
        ]
        if not tied:  # towards the middle, so that circles without a tie do not string out
            tied = [(1.0, math.hypot(spot[0] - (left + right) / 2, spot[1] - (top + bottom) / 2))]
        mean = sum(weight * far for weight, far in tied) / sum(weight for weight, _ in tied)
        return mean + max((right - left) / self.aspect, bottom - top)

    def _grown(self, spot: Point, radius: float) -> Box:
        """The box around everything placed and this circle."""
        x, y = spot
        new = (x - radius, y - radius, x + radius, y + radius)
        if not self.placed:
            return new
        return (
            min(self.box[0], new[0]),
            min(self.box[1], new[1]),
            max(self.box[2], new[2]),
            max(self.box[3], new[3]),
        )


def _around(centre: Point, distance: float) -> list[Point]:
    turn = 2 * math.pi / STEPS
    x, y = centre
    return [
        (round(x + distance * math.cos(k * turn), 3), round(y + distance * math.sin(k * turn), 3))
        for k in range(STEPS)
    ]
