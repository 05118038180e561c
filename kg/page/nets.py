"""The projections that a reader can choose, as JSON: who is in, where they stand, their ties and measures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

import networkx

from kg.network import PROJECTIONS, Measure, measures
from kg.page.layout import ASPECT, Spot, circles

Json = dict[str, Any]
MOST_TIES = 20_000  # of one projection in a page: more is a blur, and slow on a telephone
TALL = 0.5  # width to height of the picture on a telephone
MOST_TALL = 2000  # nodes up to which a telephone gets a layout of its own


#: What a page says of a net before its columns are unpacked.
HEAD = ("id", "name", "meaning", "many", "left")


def whole_measures(graph: networkx.MultiDiGraph) -> dict[str, Measure]:
    """Where every node stands in the whole network."""
    return {row.node: row for row in measures(PROJECTIONS["whole"].make(graph, None))}


def nets(
    graph: networkx.MultiDiGraph,
    number: Mapping[Any, int],
    room: Callable[[str], tuple[float, float]],
    whole: Mapping[str, Measure],
) -> list[Json]:
    """One entry a projection; the first is the whole, whose nodes, places and lines are those of the scene.

    `number` numbers the nodes of `graph`, `room` is the size of a node with its label, `whole` are the
    measures of the whole. Columns run in parallel: `degree`, `strength`, `between`, `community`, in the
    narrower projections also `nodes`, `spots` (x, y, side of the label) and `tall` (the same for a
    telephone, empty where it gets those). `ties` are `[from, to, weight, occasion, …]` in numbers of nodes.
    """
    rows = [whole[node] for node in sorted(graph, key=number.__getitem__)]
    narrower = (name for name in PROJECTIONS if name != "whole")
    return [
        _named("whole", len(rows), 0) | _standing(rows),
        *(_narrower(name, graph, number, room) for name in narrower),
    ]


def _named(name: str, many: int, left_out: int) -> Json:
    one = PROJECTIONS[name]
    return {"id": name, "name": one.label, "meaning": one.meaning, "many": many, "left": left_out}


def _narrower(
    name: str,
    graph: networkx.MultiDiGraph,
    number: Mapping[Any, int],
    room: Callable[[str], tuple[float, float]],
) -> Json:
    projected = PROJECTIONS[name].make(graph, MOST_TIES)
    standing = {row.node: row for row in measures(projected)}
    shown = sorted((node for node in projected if projected.degree(node)), key=number.__getitem__)
    rows = [standing[node] for node in shown]
    return (
        _named(name, len(shown), projected.graph["left_out"])
        | {"nodes": [number[node] for node in shown]}
        | _standing(rows)
        | _drawn(projected, shown, {row.node: row.community for row in rows}, number, room)
    )


def _standing(rows: list[Measure]) -> Json:
    return {
        "degree": [row.degree for row in rows],
        "strength": [round(row.strength, 3) for row in rows],
        "between": [round(row.betweenness, 5) for row in rows],
        "community": [row.community for row in rows],
    }


def _drawn(
    projected: networkx.Graph,
    shown: list[Any],
    community: Mapping[str, int],
    number: Mapping[Any, int],
    room: Callable[[str], tuple[float, float]],
) -> Json:
    near: dict[str, dict[str, float]] = defaultdict(dict)
    ties = []
    for start, end, data in projected.edges(data=True):
        near[start][end] = near[end][start] = data["weight"]
        first, second = sorted((number[start], number[end]))
        occasions = [number[occasion] for occasion in data["occasions"]]
        ties.append([first, second, round(data["weight"], 3), *occasions])
    near = {node: dict(sorted(near[node].items())) for node in shown}
    wide = circles(community, near, room, ASPECT)
    tall = _places(circles(community, near, room, TALL), shown) if len(shown) <= MOST_TALL else []
    return {"spots": _places(wide, shown), "tall": tall, "ties": sorted(ties)}


def _places(spots: Mapping[str, Spot], shown: list[Any]) -> list[list[Any]]:
    return [list(spots[node][:3]) for node in shown]
