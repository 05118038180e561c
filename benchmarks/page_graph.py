"""Large networks for measuring pages: the network of the annotated articles, many times over, as one.

Every copy has its own articles, events and organisations, and people with names put together anew; the
divisions of China are shared and tie the copies together. Quotes are the real ones: each copy carries the
whole texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import networkx

import kg

_GOLD = Path(__file__).parents[1] / "tests" / "gold"
_ARTICLES = (_GOLD / "shared" / "articles", _GOLD / "own" / "tuning" / "articles")


@cache
def one_network() -> networkx.MultiDiGraph:
    return kg.build(_ARTICLES).network()


def page_graph(nodes: int) -> networkx.MultiDiGraph:
    """A network of exactly so many nodes; the same number gives the same network."""
    source = one_network()
    graph = networkx.MultiDiGraph(articles={})
    copy = 0
    while len(graph) < nodes:
        _add_copy(graph, source, copy, nodes)
        copy += 1
    return graph


def _add_copy(graph: networkx.MultiDiGraph, source: networkx.MultiDiGraph, copy: int, most: int) -> None:
    def renamed(iri: str) -> str:
        data = source.nodes.get(iri, {})
        if copy == 0 or data.get("class") == "place":
            return iri
        head, _, tail = iri.rpartition("/")
        return f"{head}/{sha256(f'{copy} {tail}'.encode()).hexdigest()[:16]}"

    quoted = {iri: renamed(iri) for iri in source.graph["articles"]}
    people = [data["names"] for _, data in sorted(source.nodes(data=True)) if data["class"] == "person"]
    for number, node in enumerate(sorted(source, key=lambda node: (_first_article(source, node), node))):
        if renamed(node) in graph or len(graph) >= most:
            continue
        data = dict(source.nodes[node])
        if copy and data["class"] == "person":
            first, second = people[number % len(people)], people[(number + 37 * copy) % len(people)]
            both = [tag for tag in first if tag in second]
            data["names"] = {tag: (_crossed(tag, first[tag][0], second[tag][0]),) for tag in both}
            data["label"] = data["names"]["zh-Hans"][0]
        graph.add_node(renamed(node), **_moved(data, quoted))
    for start, end, key, data in source.edges(keys=True, data=True):
        if renamed(start) in graph and renamed(end) in graph:
            graph.add_edge(renamed(start), renamed(end), renamed(key), **_moved(dict(data), quoted))
    for iri, article in source.graph["articles"].items():
        graph.graph["articles"][quoted[iri]] = article


def _first_article(source: networkx.MultiDiGraph, node: str) -> str:
    """Where a node comes from: a part of a network should be that of some articles, with its ties."""
    quotes = [quote for _, _, data in source.edges(node, data=True) for quote in data["quotes"]]
    quotes += source.nodes[node]["quotes"]
    return min((str(quote["article"]) for quote in quotes), default="")


def _crossed(tag: str, first: str, second: str) -> str:
    """The surname of one and the given name of another."""
    if tag.endswith("pinyin"):
        return f"{first.partition(' ')[0]} {second.partition(' ')[2]}"
    return first[:1] + second[1:]


def _moved(data: dict[str, Any], quoted: Mapping[str, str]) -> dict[str, Any]:
    """The same attributes with quotes out of the articles of the copy."""
    for name in ("quotes", "facts"):
        data[name] = tuple(
            {**one, "article": quoted[one["article"]]} if "article" in one else _moved(dict(one), quoted)
            for one in data.get(name, ())
        )
    return data
