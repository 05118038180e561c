"""Flowers to coordinates: rings with room for every label, flowers side by side without touching."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kg.page.layout.districts import NONE, districts, pack_districts
from kg.page.layout.flowers import Adjacency, Flower, gather
from kg.page.layout.ring import spread, wide_enough

Size = tuple[float, float]  # width and height of a node with its label, in picture units
RING_GAP = 40.0  # clear space between the labels of one ring and the next
FLOWER_GAP = 24.0
ASPECT = 1.15  # of what a window leaves for the picture beside legend and panel
ROUNDS = 3  # the flowers look at each other; after three rounds nothing changes any more
SWEEPS = 10
MANY = 2000  # nodes above which one round of few sweeps must do: what they add is too small to be seen
RING = 24  # nodes that one circle of a community holds
SOFTEN = 12  # how many ties away a node still feels what lies outside its flower


class Spot(NamedTuple):
    """Whole-number coordinates (y grows downwards), the side on which the label stands (n, e, s or w), the
    number of the flower (-1 for a node without any tie) and that of its district (-1 where there are none).
    """

    x: int
    y: int
    side: str
    flower: int
    district: int = NONE


@dataclass(slots=True)
class _Drawn:
    """A flower while it is being drawn: the radius of its heart and rings, the angle of each node."""

    flower: Flower
    radii: list[float]
    angle: dict[str, float]
    level: dict[str, int]
    inner: int = 1  # level of the first ring
    district: int = NONE
    x: float = 0.0
    y: float = 0.0

    def reach(self, size: Callable[[str], Size]) -> float:
        outer = [size(node) for node in self.flower.nodes() if self.level[node] == len(self.radii) - 1]
        return self.radii[-1] + max(max(width / 2, height) for width, height in outer)

    def at(self, node: str) -> tuple[float, float]:
        radius = self.radii[self.level[node]]
        return (self.x + radius * math.cos(self.angle[node]), self.y + radius * math.sin(self.angle[node]))


def layout(
    classes: Mapping[str, str],
    near: Adjacency,
    size: Callable[[str], Size],
    aspect: float = ASPECT,
    community: Mapping[str, int] | None = None,
) -> dict[str, Spot]:
    """Place every node. `classes` and `near` as for `gather`; `size` tells the room a node and its label
    need; `aspect` is the width to height of the sheet that the flowers should fill; many flowers are kept
    together by the `community` of their nodes.
    """
    tied = {node: name for node, name in classes.items() if near[node]}
    spots = _arrange(gather(tied, near), near, size, aspect, community or {})
    return spots | _shelf(sorted(set(classes) - set(tied)), size, spots)


def circles(
    community: Mapping[str, int], near: Adjacency, size: Callable[[str], Size], aspect: float = ASPECT
) -> dict[str, Spot]:
    """Place the nodes of a projection: a community is a circle, a large one several, the best tied inside."""
    members: dict[int, list[str]] = defaultdict(list)
    for node in sorted(community, key=lambda node: (-sum(near[node].values()), node)):
        if near[node]:
            members[community[node]].append(node)
    flowers = [Flower(None, [], _in_rings(members[number])) for number in sorted(members)]
    spots = _arrange(flowers, near, size, aspect, {})
    return spots | _shelf(sorted(node for node in community if not near[node]), size, spots)


def _in_rings(nodes: list[str]) -> list[list[str]]:
    """One ring of up to RING nodes; more are shared out over rings, each RING / 2 larger than the last."""
    if len(nodes) <= RING:
        return [nodes]
    rings, hold = [], RING // 2
    while nodes:
        rings.append(nodes[:hold])
        nodes, hold = nodes[hold:], hold + RING // 2
    return rings


def _arrange(
    flowers: list[Flower],
    near: Adjacency,
    size: Callable[[str], Size],
    aspect: float,
    community: Mapping[str, int],
) -> dict[str, Spot]:
    drawn = [_draw(flower, size) for flower in flowers]
    _pack(drawn, near, size, aspect, community)
    home = {node: index for index, one in enumerate(drawn) for node in one.flower.nodes()}
    many = len(home) > MANY
    for _ in range(1 if many else ROUNDS):
        for one in drawn:
            _lean(one, drawn, home, near, size)
        for _ in range(2 if many else SWEEPS):
            before = [dict(one.angle) for one in drawn]
            for one in drawn:
                _turn(one, drawn, home, near, size)
            if before == [one.angle for one in drawn]:
                break
    return {node: _spot(drawn[index], node, index) for node, index in home.items()}


def _pack(
    drawn: list[_Drawn],
    near: Adjacency,
    size: Callable[[str], Size],
    aspect: float,
    community: Mapping[str, int],
) -> None:
    """Give every flower its district and its middle."""
    home = {node: index for index, one in enumerate(drawn) for node in one.flower.nodes()}
    ties: dict[tuple[int, int], float] = {}
    for node, others in near.items():
        for other, weight in others.items():
            pair = (home[node], home[other])
            if pair[0] < pair[1]:
                ties[pair] = ties.get(pair, 0.0) + weight
    found = districts([one.flower.nodes() for one in drawn], community)
    middles = pack_districts([one.reach(size) + FLOWER_GAP / 2 for one in drawn], ties, found, aspect)
    for one, number, (x, y) in zip(drawn, found, middles, strict=True):
        one.district, one.x, one.y = number, x, y


def _shelf(alone: list[str], size: Callable[[str], Size], spots: Mapping[str, Spot]) -> dict[str, Spot]:
    """Nodes without any tie, in rows under the picture."""
    left = min((spot.x for spot in spots.values()), default=0)
    right = max((spot.x for spot in spots.values()), default=0)
    x, y = float(left), max((spot.y for spot in spots.values()), default=0) + 110.0
    shelf, tall = {}, 0.0
    for node in alone:
        width, height = size(node)
        if x + width > max(right, left + 400) and x > left:
            x, y, tall = float(left), y + tall + 12, 0.0
        shelf[node] = Spot(round(x + width / 2), round(y), "s", -1)
        x, tall = x + width + 10, max(tall, height)
    return shelf


def _draw(flower: Flower, size: Callable[[str], Size]) -> _Drawn:
    """Radii with room for all labels; angles spaced evenly in the given order."""
    levels = [[flower.middle] if flower.middle is not None else [], flower.heart, *flower.rings]
    levels = [level for level in levels if level]
    one = _Drawn(flower, [], {}, {}, inner=len(levels) - len(flower.rings))
    outer = 0.0  # radius that the labels so far fill
    for number, nodes in enumerate(levels):
        tall = max(size(node)[1] for node in nodes)
        lone = number == 0 and len(nodes) == 1
        radius = (
            0.0
            if lone
            else wide_enough([size(node) for node in nodes], outer + RING_GAP + tall / 2 if number else tall)
        )
        for index, node in enumerate(nodes):
            one.angle[node] = 2 * math.pi * index / len(nodes) - math.pi / 2
            one.level[node] = number
        one.radii.append(radius)
        outer = radius + tall / 2
    return one


def _lean(
    one: _Drawn, drawn: list[_Drawn], home: Mapping[str, int], near: Adjacency, size: Callable[[str], Size]
) -> None:
    """First order of all rings: each node leans where its ties, and their ties, lead outside the flower.

    A mean of means has one solution, so no ring is caught in a bad order as it would be by swapping.
    What leads nowhere outside goes to the far side.
    """
    nodes = one.flower.nodes()
    lean = dict.fromkeys(nodes, (0.0, 0.0))
    outside = {node: _outside(node, one, drawn, home, near) for node in nodes}
    for _ in range(SOFTEN):
        lean = {
            node: _mean(
                outside[node],
                [
                    (lean[other], weight)
                    for other, weight in near[node].items()
                    if other in lean and one.radii[one.level[other]] > 0.0
                ],
            )
            for node in nodes
        }
    far = math.atan2(-sum(y for _, y in lean.values()), -sum(x for x, _ in lean.values()))
    wished = {
        node: round(math.atan2(y, x) if math.hypot(x, y) > 1e-3 else far, 6) for node, (x, y) in lean.items()
    }
    for number, radius in enumerate(one.radii):
        ring = {node: wished[node] for node in nodes if one.level[node] == number}
        if len(ring) > 1:
            one.angle.update(spread(ring, size, radius, number <= one.inner))


def _outside(
    node: str, one: _Drawn, drawn: list[_Drawn], home: Mapping[str, int], near: Adjacency
) -> list[tuple[tuple[float, float], float]]:
    """Unit vectors, with weights, from the middle of the flower to what `node` is tied to outside it."""
    found = []
    for other, weight in near[node].items():
        away = drawn[home[other]]
        if away is not one:
            x, y = away.at(other)
            far = math.hypot(x - one.x, y - one.y) or 1.0
            found.append((((x - one.x) / far, (y - one.y) / far), weight))
    return found


def _mean(*groups: list[tuple[tuple[float, float], float]]) -> tuple[float, float]:
    pairs = [pair for group in groups for pair in group]
    total = sum(weight for _, weight in pairs) or 1.0
    return (
        sum(x * weight for (x, _), weight in pairs) / total,
        sum(y * weight for (_, y), weight in pairs) / total,
    )


def _turn(
    one: _Drawn, drawn: list[_Drawn], home: Mapping[str, int], near: Adjacency, size: Callable[[str], Size]
) -> None:
    """Let every node look towards what it is tied to, ring by ring from the outside in."""
    for number in reversed(range(len(one.radii))):
        nodes = [node for node in one.flower.nodes() if one.level[node] == number]
        if len(nodes) < 2:
            continue
        wished = {node: _wish(node, one, drawn, home, near) for node in nodes}
        full = (
            number <= one.inner
        )  # heart and first ring fill their circle, outer ones stay by their neighbours
        one.angle.update(spread(wished, size, one.radii[number], full))


def _wish(node: str, one: _Drawn, drawn: list[_Drawn], home: Mapping[str, int], near: Adjacency) -> float:
    """Direction of everything that `node` is tied to, seen from the middle of its flower."""
    x, y = 0.05 * math.cos(one.angle[node]), 0.05 * math.sin(one.angle[node])  # a little inertia
    for other, weight in near[node].items():
        away = drawn[home[other]]
        if away is one and one.radii[one.level[other]] == 0.0:
            continue
        there = away.at(other)
        dx, dy = there[0] - one.x, there[1] - one.y
        far = math.hypot(dx, dy) or 1.0
        x, y = x + weight * dx / far, y + weight * dy / far
    return round(math.atan2(y, x), 6)


def _spot(one: _Drawn, node: str, flower: int) -> Spot:
    x, y = one.at(node)
    if one.level[node] < one.inner:
        return Spot(round(x), round(y), "s", flower, one.district)
    cos, sin = math.cos(one.angle[node]), math.sin(one.angle[node])
    if abs(cos) > 0.5:  # within 60 degrees of the horizontal the label stands beside the node
        return Spot(round(x), round(y), "e" if cos > 0 else "w", flower, one.district)
    return Spot(round(x), round(y), "s" if sin > 0 else "n", flower, one.district)
