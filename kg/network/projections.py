"""Two narrower views of the network: people by shared events, places and bodies by agreements.

Both weigh a tie by how much it says. A meeting of two hundred says little about any two who were there, so an
occasion with n takers gives each pair 1/(n - 1): every taker shares out one unit to the others (Newman,
Scientific collaboration networks II, Physical Review E 64, 016132, 2001).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import combinations
from typing import Any

import networkx

_PARTIES = ("party",)


def shared_events(graph: networkx.MultiDiGraph) -> networkx.Graph:
    """People tied by the events that both took part in.

    Edge attributes: `weight`, `count`, `events` (IRIs, sorted), `quotes` (the words that put the two there).
    An event in which every person of the network took part ties nobody: it tells nothing apart.
    """
    people = {node for node, data in graph.nodes(data=True) if data.get("class") == "person"}
    takers = {event: _tied(graph, event, people) for event in _of_class(graph, "event")}
    if len(people) > 2:
        takers = {event: found for event, found in takers.items() if len(found) < len(people)}
    return _projected(graph, people, takers, "events")


def shared_agreements(graph: networkx.MultiDiGraph) -> networkx.Graph:
    """Places and organisations tied by the agreements that both are party to.

    Edge attributes as for `shared_events`, with `agreements` in place of `events`.
    """
    bodies = {node for node, data in graph.nodes(data=True) if data.get("class") in ("place", "organization")}
    parties = {one: _tied(graph, one, bodies, _PARTIES) for one in _of_class(graph, "agreement")}
    signed = set().union(*parties.values()) if parties else set()
    return _projected(graph, bodies & signed, parties, "agreements")


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
    graph: networkx.MultiDiGraph,
    nodes: Collection[str],
    takers: Mapping[str, Mapping[str, tuple[Mapping[str, Any], ...]]],
    name: str,
) -> networkx.Graph:
    out = networkx.Graph()
    for node in sorted(nodes):
        out.add_node(node, **{key: graph.nodes[node].get(key) for key in ("label", "class")})
    for occasion, found in sorted(takers.items()):
        for first, second in combinations(sorted(found), 2):
            old = out.get_edge_data(first, second, {"weight": 0.0, "count": 0, name: (), "quotes": ()})
            out.add_edge(
                first,
                second,
                weight=round(old["weight"] + 1 / (len(found) - 1), 6),
                count=old["count"] + 1,
                quotes=old["quotes"] + found[first] + found[second],
                **{name: (*old[name], occasion)},
            )
    return out
