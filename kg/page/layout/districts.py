"""Flowers by district: what belongs together is packed first, then the districts side by side."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.page.layout.packing import Point, pack

FEW = 40  # flowers that are packed as they are: so many are still seen one by one
GAP = 60.0  # between two districts, in picture units
NONE = -1


def districts(flowers: Sequence[Iterable[str]], community: Mapping[str, int]) -> list[int]:
    """The community of most nodes of each flower (the larger of two equals); NONE where flowers are few."""
    if len(flowers) <= FEW or not community:
        return [NONE] * len(flowers)
    found = []
    for nodes in flowers:
        counts = Counter(community[node] for node in nodes if node in community)
        found.append(min(counts, key=lambda number: (-counts[number], number), default=NONE))
    return found


def pack_districts(
    radii: Sequence[float], ties: Mapping[tuple[int, int], float], district: Sequence[int], aspect: float
) -> list[Point]:
    """Centres as `pack` gives them, with the circles of one district inside a circle of its own."""
    members: dict[int, list[int]] = defaultdict(list)
    for index, number in enumerate(district):
        members[number].append(index)
    if len(members) < 2:
        return pack(radii, ties, aspect)
    inside, between = _shared_out(ties, district)
    order = sorted(members)
    packed = [_one([radii[index] for index in members[n]], members[n], inside[n]) for n in order]
    rank = {number: index for index, number in enumerate(order)}
    pulls = {(rank[first], rank[second]): weight for (first, second), weight in between.items()}
    spots: dict[int, Point] = {}
    middles = pack([reach + GAP / 2 for _, reach in packed], pulls, aspect)
    for number, (x, y), (local, _) in zip(order, middles, packed, strict=True):
        for index, (dx, dy) in zip(members[number], local, strict=True):
            spots[index] = (x + dx, y + dy)
    return [spots[index] for index in range(len(radii))]


def _shared_out(
    ties: Mapping[tuple[int, int], float], district: Sequence[int]
) -> tuple[dict[int, dict[tuple[int, int], float]], dict[tuple[int, int], float]]:
    """The ties inside each district, and their sums between two."""
    inside: dict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    between: dict[tuple[int, int], float] = defaultdict(float)
    for (first, second), weight in sorted(ties.items()):
        one, other = sorted((district[first], district[second]))
        if one == other:
            inside[one][first, second] = weight
        else:
            between[one, other] += weight
    return inside, between


def _one(
    radii: Sequence[float], members: Sequence[int], ties: Mapping[tuple[int, int], float]
) -> tuple[list[Point], float]:
    """Centres around (0, 0) of the circles of one district, and how far they reach."""
    row = {index: number for number, index in enumerate(members)}
    spots = pack(radii, {(row[a], row[b]): weight for (a, b), weight in ties.items()}, 1.0)
    left, right = (pick(x for x, _ in spots) for pick in (min, max))
    top, bottom = (pick(y for _, y in spots) for pick in (min, max))
    x0, y0 = (left + right) / 2, (top + bottom) / 2
    moved = [(round(x - x0, 3), round(y - y0, 3)) for x, y in spots]
    return moved, max(math.hypot(x, y) + radius for (x, y), radius in zip(moved, radii, strict=True))
