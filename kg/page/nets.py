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


def whole_measures(graph: networkx.MultiDiGraph) -> dict[str, Measure]:
    """Where every node stands in the whole network."""
    return {row.node: row for row in measures(PROJECTIONS["whole"].make(graph, None))}


def nets(
    graph: networkx.MultiDiGraph,
    number: Mapping[Any, int],
    room: Callable[[str], tuple[float, float]],
    whole: Mapping[str, Measure],
) -> list[Json]:
    """One entry a projection; the first is the whole, whose places and lines are those of the scene.

    `number` numbers the nodes of `graph`, `room` is the size of a node with its label, `whole` are the
    measures of the whole. Columns run in
    parallel: `nodes` with `degree`, `strength`, `between`, `community`, in the narrower projections also with
    `spots` (x, y, side of the label) and `tall` (the same for a telephone). `ties` are
    `[from, to, weight, occasion, …]` in numbers of nodes.
    """
    out = []
    for name, one in PROJECTIONS.items():
        projected = one.make(graph, None if name == "whole" else MOST_TIES)
        rows = whole if name == "whole" else {row.node: row for row in measures(projected)}
        shown = sorted(
            (node for node in projected if name == "whole" or projected.degree(node)), key=number.__getitem__
        )
        entry: Json = {"id": name, "name": one.label, "meaning": one.meaning}
        entry |= {"left": projected.graph["left_out"], "nodes": [number[node] for node in shown]}
        entry |= _standing([rows[node] for node in shown])
        if name != "whole":
            entry |= _drawn(projected, shown, {node: rows[node].community for node in shown}, number, room)
        out.append(entry)
    return out


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
    tall = circles(community, near, room, TALL) if len(shown) <= MOST_TALL else wide
    return {"spots": _places(wide, shown), "tall": _places(tall, shown), "ties": sorted(ties)}


def _places(spots: Mapping[str, Spot], shown: list[Any]) -> list[list[Any]]:
    return [list(spots[node][:3]) for node in shown]
