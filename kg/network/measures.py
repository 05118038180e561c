"""Who stands where in a network: degree, strength, betweenness, community."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import NamedTuple

import networkx

from kg.errors import OutputError

SAMPLE = 500  # sources of shortest paths that betweenness looks at in a larger network …
LEAST = 30  # … and in one so large that even these would take minutes
STEPS = 1_000_000  # ties walked along for betweenness: a second or two
SEED = 1


class Measure(NamedTuple):
    """Measures of one node.

    `degree`: neighbours. `strength`: sum of the weights of its ties. `betweenness`: share of the shortest
    paths between two others that pass through it, 0…1; ties with more weight are shorter; above SAMPLE nodes
    it is estimated from SAMPLE of them, fewer in a network of many ties. `community`: number of its group
    by modularity (Louvain), 1 is the largest.
    """

    node: str
    label: str
    degree: int
    strength: float
    betweenness: float
    community: int


def measures(graph: networkx.Graph) -> list[Measure]:
    """Measures of a projection (or of any simple graph), the best connected first."""
    order = sorted(graph, key=str)
    number = {node: index for index, node in enumerate(order)}
    # Whole numbers as nodes: sets of strings run in another order in every process.
    plain = networkx.Graph()
    plain.add_nodes_from(range(len(order)))
    for start, end, data in sorted(
        graph.edges(data=True), key=lambda edge: (number[edge[0]], number[edge[1]])
    ):
        weight = float(data.get("weight", 1.0))
        plain.add_edge(number[start], number[end], weight=weight, length=1 / weight)
    between = _betweenness(plain)
    community = _communities(plain)
    rows = []
    for node, index in number.items():
        label = str(graph.nodes[node].get("label") or node)
        strength = float(plain.degree(index, weight="weight"))
        standing = (int(plain.degree(index)), round(strength, 6), round(float(between[index]), 6))
        rows.append(Measure(str(node), label, *standing, community[index]))
    return sorted(rows, key=lambda row: (-row.strength, -row.degree, row.node))


def _betweenness(plain: networkx.Graph) -> dict[int, float]:
    weighted = len({weight for _, _, weight in plain.edges(data="weight")}) > 1
    # A walk by weights takes three times as long.
    ties = max(1, plain.number_of_edges()) * (3 if weighted else 1)
    sources = min(SAMPLE, max(LEAST, STEPS // ties))
    found: dict[int, float] = networkx.betweenness_centrality(
        plain,
        k=sources if len(plain) > SAMPLE else None,
        weight="length" if weighted else None,
        seed=SEED,
    )
    return found


def _communities(plain: networkx.Graph) -> dict[int, int]:
    groups = networkx.community.louvain_communities(plain, weight="weight", seed=SEED)
    ranked = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    return {node: index for index, group in enumerate(ranked, 1) for node in group}


def write_measures_csv(rows: list[Measure], path: Path) -> None:
    """Write measures as UTF-8 CSV, first line the names. Raises OutputError."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(Measure._fields)
    writer.writerows(rows)
    try:
        path.write_bytes(text.getvalue().encode("utf-8", "replace"))
    except OSError as error:
        raise OutputError(
            str(path), f"cannot be written ({error.strerror})", "name a folder that can be"
        ) from None
