"""A networkx graph to what the page shows: nodes with a place, lines, facts with their words, articles.

The graph is read through its attributes alone (docs/page.md lists them), so any MultiDiGraph with `label` and
`class` on its nodes can be shown; what is missing is simply not shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import networkx

from kg.page.labels import room, shorten, wrap
from kg.page.layout import ASPECT, Spot, layout
from kg.page.nets import MOST_TALL, TALL, Json, nets, whole_measures
from kg.page.reasons import in_chinese
from kg.page.search import initials_in
from kg.page.style import CLASSES, FAMILIES, OTHER, family_of


@dataclass(slots=True)
class Scene:
    """Everything that the page shows, as JSON values; nodes and lines are dictionaries for pyvis."""

    heading: str
    all: int = 0  # nodes of the network, drawn or not
    all_articles: int = 0  # of the network, quoted or not
    nodes: list[Json] = field(default_factory=list)
    districts: list[int] = field(default_factory=list)  # of each flower; empty where flowers are few
    lines: list[Json] = field(default_factory=list)
    articles: list[Json] = field(default_factory=list)
    nets: list[Json] = field(default_factory=list)


class Sources:
    """The articles quoted so far, numbered, each with the pieces of its text that the page needs."""

    def __init__(self, articles: Mapping[str, Mapping[str, Any]]) -> None:
        self._known = articles
        self._number: dict[str, int] = {}
        self._pieces: list[dict[int, str]] = []

    def quote(self, quote: Mapping[str, Any]) -> list[int]:
        """`[article, start, end]`; the words around it are kept in the article's pieces."""
        iri = str(quote["article"])
        if iri not in self._number:
            self._number[iri] = len(self._number)
            self._pieces.append({})
        number, start, end = self._number[iri], int(quote["start"]), int(quote["end"])
        if not self._known.get(iri, {}).get("text"):
            at = int(quote.get("at", start))
            piece = str(quote.get("sentence") or quote.get("words", ""))
            if len(piece) > len(self._pieces[number].get(at, "")):
                self._pieces[number][at] = piece
        return [number, start, end]

    def articles(self) -> list[Json]:
        """One entry an article, in the order of their numbers."""
        out = []
        for iri, number in self._number.items():
            known = self._known.get(iri, {})
            text = known.get("text")
            pieces = {0: str(text)} if text else self._pieces[number]
            out.append(
                {
                    "iri": iri,
                    **{key: str(known.get(key) or "") for key in ("title", "date", "source", "url")},
                    "credits": [list(pair) for pair in known.get("credits", ())],
                    "whole": bool(text),
                    "pieces": [[at, pieces[at]] for at in sorted(pieces)],
                }
            )
        return out


def scene(graph: networkx.MultiDiGraph, heading: str, all_nodes: int) -> Scene:
    """Lay the graph out and put its facts in order; equal graphs give equal scenes.

    `all_nodes` is the size of the network of which `graph` may be a part.
    """
    order = sorted(graph, key=lambda node: (_rank(graph.nodes[node]), str(node)))
    number = {node: index for index, node in enumerate(order)}
    sources = Sources(graph.graph.get("articles", {}))
    out = Scene(heading, all_nodes)
    labels = _picture_labels(graph, order)
    rooms = {str(node): room(labels[node], _radius(graph, node)) for node in order}
    whole = whole_measures(graph)
    spots, tall = _spots(graph, order, rooms, {node: row.community for node, row in whole.items()})
    out.nodes = [
        _node(graph, node, number[node], labels[node], sources) | _place(spots[str(node)], tall[str(node)])
        for node in order
    ]
    out.districts = _districts(spots.values())
    out.lines = _lines(graph, number, sources)
    out.articles = sources.articles()
    out.all_articles = len(graph.graph.get("articles", {})) or len(out.articles)
    out.nets = nets(graph, number, rooms.__getitem__, whole)
    return out


def _node(graph: networkx.MultiDiGraph, node: Any, number: int, label: list[str], sources: Sources) -> Json:
    data = graph.nodes[node]
    return {
        "id": number,
        "label": "\n".join(label),
        "shape": CLASSES.get(str(data.get("class")), OTHER).shape,
        "group": str(data.get("class", "other")),
        "size": _radius(graph, node),
        "iri": str(node),
        "name": _label(graph, node),
        "kind": str(data.get("kind_label") or ""),
        "names": _names(data),
        "initials": initials_in(data.get("names", {})),
        "domain": str(data.get("domain_label") or ""),
        "about": [_own_fact(fact, sources) for fact in data.get("facts", ())],
        "quotes": [sources.quote(quote) for quote in data.get("quotes", ())],
        **{key: data[key] for key in ("date", "lat", "long") if data.get(key) is not None},
    }


def _place(wide: Spot, tall: Spot) -> Json:
    return {"x": wide.x, "y": wide.y, "side": wide.side, "flower": wide.flower, "tall": list(tall[:3])}


def _districts(spots: Iterable[Spot]) -> list[int]:
    found = {spot.flower: spot.district for spot in spots if spot.district >= 0}
    return [found[flower] for flower in sorted(found)]


def _rank(data: Mapping[str, Any]) -> int:
    order = list(CLASSES)
    return order.index(data["class"]) if data.get("class") in order else len(order)


def _label(graph: networkx.MultiDiGraph, node: Any) -> str:
    return str(graph.nodes[node].get("label") or node)


def _names(data: Mapping[str, Any]) -> list[list[str]]:
    names: Mapping[str, Iterable[str]] = data.get("names", {})
    return [[language, str(name)] for language in sorted(names) for name in names[language]]


def _picture_labels(graph: networkx.MultiDiGraph, order: list[Any]) -> dict[Any, list[str]]:
    by_class: dict[str, dict[Any, str]] = defaultdict(dict)
    for node in order:
        by_class[str(graph.nodes[node].get("class"))][node] = _label(graph, node)
    short: dict[Any, str] = {}
    for name, labels in by_class.items():
        short.update(shorten(labels) if name in ("agreement", "document") else labels)
    return {node: wrap(short[node]) for node in order}


def _radius(graph: networkx.MultiDiGraph, node: Any) -> int:
    """Radius by class, a little larger for the well connected."""
    name, degree = str(graph.nodes[node].get("class")), int(graph.degree(node))
    base = CLASSES.get(name, OTHER).radius
    return base + (min(8, degree // 3) if name == "event" else min(6, degree // 6))


def _spots(
    graph: networkx.MultiDiGraph,
    order: list[Any],
    rooms: Mapping[str, tuple[float, float]],
    community: Mapping[str, int],
) -> tuple[Mapping[str, Spot], Mapping[str, Spot]]:
    """Places for a wide window, and for a narrow upright one."""
    near: dict[str, dict[str, float]] = {str(node): {} for node in order}
    for start, end, data in graph.edges(data=True):
        if start != end:
            pull = FAMILIES[family_of(str(data.get("relation")))].pull
            pull = max(pull, near[str(start)].get(str(end), 0.0))
            near[str(start)][str(end)] = near[str(end)][str(start)] = pull
    # Sorted, so that sums run in the same order whatever order the edges were added in.
    near = {node: dict(sorted(others.items())) for node, others in near.items()}
    classes = {str(node): str(graph.nodes[node].get("class")) for node in order}
    wide = layout(classes, near, rooms.__getitem__, ASPECT, community)
    if len(order) > MOST_TALL:
        return wide, wide
    return wide, layout(classes, near, rooms.__getitem__, TALL, community)


def _own_fact(fact: Mapping[str, Any], sources: Sources) -> Json:
    out: Json = {"label": str(fact.get("label", "")), "value": str(fact.get("value", ""))}
    return out | _trust(fact, sources)


def _trust(fact: Mapping[str, Any], sources: Sources) -> Json:
    out: Json = {key: str(fact[key]) for key in ("detail", "date") if fact.get(key)}
    if fact.get("note"):
        out["note"] = in_chinese(str(fact["note"]))
    if status := fact.get("status_label") or fact.get("status"):
        out["status"] = str(status)
    if fact.get("confidence") is not None:
        out["confidence"] = round(float(fact["confidence"]), 3)
    out["quotes"] = [sources.quote(quote) for quote in fact.get("quotes", ())]
    return out


def _lines(graph: networkx.MultiDiGraph, number: Mapping[Any, int], sources: Sources) -> list[Json]:
    """One line a pair of nodes, with every fact between the two; a loop is no line."""
    between: dict[tuple[int, int], list[Json]] = defaultdict(list)
    edges = sorted(graph.edges(keys=True, data=True), key=lambda e: (number[e[0]], number[e[1]], str(e[2])))
    for start, end, key, data in edges:
        pair = (min(number[start], number[end]), max(number[start], number[end]))
        if pair[0] == pair[1]:
            continue
        relation = str(data.get("relation", ""))
        fact: Json = {
            "iri": str(key),
            "from": number[start],
            "to": number[end],
            "relation": relation,
            "label": str(data.get("label") or relation),
            "family": family_of(relation),
        }
        between[pair].append(fact | _trust(data, sources))
    order = list(FAMILIES)
    lines = []
    for index, (_, facts) in enumerate(sorted(between.items())):
        facts.sort(key=lambda fact: (order.index(fact["family"]), fact["label"], fact["iri"]))
        lines.append(
            {
                "id": index,
                "from": facts[0]["from"],
                "to": facts[0]["to"],
                "family": facts[0]["family"],
                "label": "、".join(dict.fromkeys(fact["label"] for fact in facts)),
                "facts": facts,
            }
        )
    return lines
