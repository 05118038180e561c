"""Which node belongs to which flower, and to which of its rings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

Adjacency = Mapping[str, Mapping[str, float]]
BUNDLE = 3  # an agreement, or a bundle of them, with fewer parties than this stays a petal of its event


@dataclass(slots=True)
class Flower:
    """A heart (`middle` and the nodes of `heart` around it) and the rings outside it, inner ring first."""

    middle: str | None
    heart: list[str]
    rings: list[list[str]] = field(default_factory=list)

    def nodes(self) -> list[str]:
        """All nodes, from the middle outwards."""
        first = [self.middle] if self.middle is not None else []
        return first + self.heart + [node for ring in self.rings for node in ring]


def gather(classes: Mapping[str, str], near: Adjacency) -> list[Flower]:
    """Divide all nodes into flowers. `classes` gives the class of each node, `near` the weight of each tie.

    Hearts are the events and the bundles of agreements; every other node joins the flower that pulls it
    hardest, ring by ring. What no event or agreement reaches forms flowers around its best-connected node.
    """
    flowers = _bundles(classes, near)
    taken = {node for flower in flowers for node in flower.nodes()}
    flowers += [
        Flower(node, []) for node in sorted(classes) if classes[node] == "event" and node not in taken
    ]
    _seat_groups(flowers, classes, near)
    home = {node: index for index, flower in enumerate(flowers) for node in flower.nodes()}
    _grow(flowers, home, near, sorted(home))
    loose = sorted((node for node in classes if node not in home), key=lambda node: (-len(near[node]), node))
    for node in loose:
        if node not in home:
            flowers.append(Flower(node, []))
            home[node] = len(flowers) - 1
            _grow(flowers, home, near, [node])  # beside all others nothing is free any more
    return flowers


def _bundles(classes: Mapping[str, str], near: Adjacency) -> list[Flower]:
    """Agreements of one event (or, without an event, of the same parties) with at least BUNDLE parties."""
    by_key: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for node in sorted(classes):
        if classes[node] == "agreement":
            events = [other for other in sorted(near[node]) if classes[other] == "event"]
            by_key[tuple(events[:1] or sorted(near[node]))].append(node)
    bundles = []
    for agreements in by_key.values():
        parties = {other for node in agreements for other in near[node] if classes[other] != "event"}
        if len(parties) >= BUNDLE:
            alone = len(agreements) == 1
            bundles.append(Flower(agreements[0] if alone else None, [] if alone else agreements))
    return bundles


def _seat_groups(flowers: list[Flower], classes: Mapping[str, str], near: Adjacency) -> None:
    """A group whose members are parties of a bundle sits in the middle of that bundle."""
    groups = {node: set(near[node]) for node in sorted(classes) if classes[node] == "group"}
    for flower in flowers:
        if flower.middle is not None:
            continue
        parties = {other for node in flower.heart for other in near[node] if classes[other] != "group"}
        members = {node: inside.difference(flower.heart) for node, inside in groups.items()}
        found = [node for node, inside in members.items() if 2 * len(parties & inside) > max(2, len(inside))]
        if found:
            flower.middle = max(found, key=lambda node: (len(parties & members[node]), node))
            del groups[flower.middle]


def _grow(flowers: list[Flower], home: dict[str, int], near: Adjacency, edge: list[str]) -> None:
    """Add ring after ring from `edge`: every free node beside it joins the flower that pulls it hardest."""
    while edge:
        free = sorted({other for node in edge for other in near[node] if other not in home})
        joined = {}
        for node in free:
            pull: dict[int, float] = defaultdict(float)
            for other, weight in near[node].items():
                if other in home:
                    pull[home[other]] += weight
            joined[node] = max(pull, key=lambda index: (pull[index], -index))
        opened: set[int] = set()
        for node, index in joined.items():
            if index not in opened:
                opened.add(index)
                flowers[index].rings.append([])
            flowers[index].rings[-1].append(node)
        home.update(joined)
        edge = free
