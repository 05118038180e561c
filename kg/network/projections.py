"""Three readings of the network as simple graphs: the whole, people by shared events, bodies by agreements.

The two narrower ones weigh a tie by how much it says. A meeting of two hundred says little about any two who
were there, so an occasion with n takers gives each pair 1/(n - 1): every taker shares out one unit to the
others (Newman, Scientific collaboration networks II, Physical Review E 64, 016132, 2001).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import combinations
from typing import Any, NamedTuple

import networkx

TIE_COLUMNS = (
    "source", "source_label", "target", "target_label", "weight", "count", "occasions", "words", "articles",
)  # fmt: skip
_PARTIES = ("party",)
_Takers = Mapping[str, Mapping[str, tuple[Mapping[str, Any], ...]]]


class Projection(NamedTuple):
    """Chinese name, what its nodes and ties mean (for readers of the page), and how it is made.

    `make(network, most)` gives a simple graph with at most so many ties, None for all. Its nodes carry
    `label` and `class`; its edges `weight`, `count` (facts or occasions), `occasions` (nodes of the network,
    sorted) and `quotes`; `graph["left_out"]` counts the largest occasions, which would have made more ties.
    """

    label: str
    meaning: str
    make: Callable[[networkx.MultiDiGraph, int | None], networkx.Graph]


def whole(graph: networkx.MultiDiGraph, most: int | None = None) -> networkx.Graph:
    """Everything: two things are tied when a fact links them, with weight 1 however many facts do."""
    out = networkx.Graph(left_out=0)
    for node in sorted(graph):
        out.add_node(node, **_named(graph, node))
    for start, end, data in sorted(graph.edges(data=True), key=lambda edge: (edge[0], edge[1])):
        if start != end:
            old = out.get_edge_data(start, end, {"count": 0, "quotes": ()})
            quotes = old["quotes"] + tuple(data.get("quotes", ()))
            out.add_edge(start, end, weight=1.0, count=old["count"] + 1, occasions=(), quotes=quotes)
    return out


def shared_events(graph: networkx.MultiDiGraph, most: int | None = None) -> networkx.Graph:
    """People tied by the events that both took part in.

    An event in which every person of the network took part ties nobody: it tells nothing apart.
    """
    people = {node for node, data in graph.nodes(data=True) if data.get("class") == "person"}
    takers = {event: _tied(graph, event, people) for event in _of_class(graph, "event")}
    if len(people) > 2:
        takers = {event: found for event, found in takers.items() if len(found) < len(people)}
    return _projected(graph, people, takers, most)


def shared_agreements(graph: networkx.MultiDiGraph, most: int | None = None) -> networkx.Graph:
    """Places and organisations tied by the agreements that both are party to; who signed none is left out."""
    bodies = {node for node, data in graph.nodes(data=True) if data.get("class") in ("place", "organization")}
    parties = {one: _tied(graph, one, bodies, _PARTIES) for one in _of_class(graph, "agreement")}
    signed = set().union(*parties.values()) if parties else set()
    return _projected(graph, bodies & signed, parties, most)


PROJECTIONS = {
    "whole": Projection("全部关系", "点是所有对象，线是两者之间的事实。", whole),
    "people": Projection(
        "人物：同场",
        "点是人物；两人参加过同一会议或活动即相连。n 人参加的一场给每对 1/(n−1)：人越少的场合越能说明问题；"
        "人人都参加的一场不计。",
        shared_events,
    ),
    "agreements": Projection(
        "地方与机构：共同签约",
        "点是签过协议的地方和机构；同为一份协议的签约方即相连。n 方签署的一份给每对 1/(n−1)。",
        shared_agreements,
    ),
}


def _named(graph: networkx.MultiDiGraph, node: str) -> dict[str, Any]:
    data = graph.nodes[node]
    return {"label": str(data.get("label") or node), "class": str(data.get("class", "other"))}


def _of_class(graph: networkx.MultiDiGraph, name: str) -> list[str]:
    return sorted(node for node, data in graph.nodes(data=True) if data.get("class") == name)


def _tied(
    graph: networkx.MultiDiGraph, occasion: str, wanted: Collection[str], relations: tuple[str, ...] = ()
) -> dict[str, tuple[Mapping[str, Any], ...]]:
    """Who leads an edge to the occasion, with the words of all those edges."""
    found: dict[str, tuple[Mapping[str, Any], ...]] = {}
    for start, _, data in sorted(
        graph.in_edges(occasion, data=True), key=lambda edge: (edge[0], edge[2]["relation"])
    ):
        if start in wanted and (not relations or data["relation"] in relations):
            found[start] = found.get(start, ()) + tuple(data.get("quotes", ()))
    return found


def _projected(
    graph: networkx.MultiDiGraph, nodes: Collection[str], takers: _Takers, most: int | None
) -> networkx.Graph:
    kept = _affordable(takers, most)
    out = networkx.Graph(left_out=len(takers) - len(kept))
    for node in sorted(nodes):
        out.add_node(node, **_named(graph, node))
    for occasion in kept:
        found = takers[occasion]
        for first, second in combinations(sorted(found), 2):
            old = out.get_edge_data(first, second, {"weight": 0.0, "count": 0, "occasions": (), "quotes": ()})
            out.add_edge(
                first,
                second,
                weight=old["weight"] + 1 / (len(found) - 1),
                count=old["count"] + 1,
                occasions=(*old["occasions"], occasion),
                quotes=old["quotes"] + found[first] + found[second],
            )
    return out


def _affordable(takers: _Takers, most: int | None) -> list[str]:
    """Occasions, sorted, whose pairs are no more than `most`; the small ones, which say most, come first."""
    if most is None:
        return sorted(takers)
    kept, pairs = [], 0
    for occasion in sorted(takers, key=lambda one: (len(takers[one]), one)):
        pairs += len(takers[occasion]) * (len(takers[occasion]) - 1) // 2
        if pairs > most:
            break
        kept.append(occasion)
    return sorted(kept)


def tie_rows(graph: networkx.MultiDiGraph, projected: networkx.Graph) -> list[dict[str, Any]]:
    """One row a tie of a projection of `graph`, with exactly TIE_COLUMNS, the heaviest first."""
    rows = []
    for start, end, data in projected.edges(data=True):
        source, target = sorted((start, end))
        quotes = data["quotes"]
        cells = (
            source,
            projected.nodes[source]["label"],
            target,
            projected.nodes[target]["label"],
            round(data["weight"], 6),
            data["count"],
            _joined(_named(graph, one)["label"] for one in data["occasions"]),
            _joined(str(quote["words"]) for quote in quotes),
            _joined(f"{one['article']}#char={one['start']},{one['end']}" for one in quotes),
        )
        rows.append(dict(zip(TIE_COLUMNS, cells, strict=True)))
    return sorted(rows, key=lambda row: (-row["weight"], -row["count"], row["source"], row["target"]))


def _joined(parts: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(parts))
