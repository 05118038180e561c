"""The network as files for other programs: GraphML, GEXF, and two tables.

Lists become one string with ` | ` between the parts. The bytes depend on the graph alone: nodes and edges are
sorted, no date and no version of a library is written.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx

from kg.errors import OutputError

NODE_COLUMNS = (
    "id",
    "label",
    "class",
    "kind",
    "kind_label",
    "date",
    "code",
    "lat",
    "long",
    "domain",
    "names",
    "facts",
    "degree",
    "confidence",
    "words",
    "articles",
)
EDGE_COLUMNS = (
    "id",
    "source",
    "target",
    "relation",
    "label",
    "detail",
    "date",
    "confidence",
    "status",
    "note",
    "words",
    "articles",
)
# Characters that XML 1.0 cannot hold, escaped or not.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def node_rows(graph: networkx.MultiDiGraph) -> list[dict[str, Any]]:
    """One flat row a node, sorted by id, with exactly NODE_COLUMNS; what is unknown is an empty string."""
    rows = []
    for node in sorted(graph, key=str):
        data = graph.nodes[node]
        names = data.get("names", {})
        row = {
            **{column: data.get(column, "") for column in NODE_COLUMNS},
            "id": str(node),
            "label": str(data.get("label", node)),
            "degree": int(graph.degree(node)),
            "names": _joined(f"{name}@{language}" for language in sorted(names) for name in names[language]),
            "facts": _joined(f"{fact['label']}: {fact['value']}" for fact in data.get("facts", ())),
        }
        rows.append(_plain(row | _evidence(data.get("quotes", ()))))
    return rows


def edge_rows(graph: networkx.MultiDiGraph) -> list[dict[str, Any]]:
    """One flat row an edge, sorted by ends and id, with exactly EDGE_COLUMNS."""
    rows = []
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: tuple(map(str, edge[:3])))
    for start, end, key, data in edges:
        row = {
            **{column: data.get(column, "") for column in EDGE_COLUMNS},
            "id": str(key),
            "source": str(start),
            "target": str(end),
        }
        rows.append(_plain(row | _evidence(data.get("quotes", ()))))
    return rows


def write_nodes_csv(graph: networkx.MultiDiGraph, path: Path) -> None:
    """Write NODE_COLUMNS as UTF-8 CSV (RFC 4180, first line the names). Raises OutputError."""
    write_bytes(path, _csv(NODE_COLUMNS, node_rows(graph)))


def write_edges_csv(graph: networkx.MultiDiGraph, path: Path) -> None:
    """Write EDGE_COLUMNS as UTF-8 CSV; Gephi and Cytoscape read source and target. Raises OutputError."""
    write_bytes(path, _csv(EDGE_COLUMNS, edge_rows(graph)))


def write_graphml(graph: networkx.MultiDiGraph, path: Path) -> None:
    """Write GraphML (yEd, Gephi, Cytoscape, igraph). Raises OutputError."""
    from networkx.readwrite.graphml import GraphMLWriter  # noqa: PLC0415

    # Not write_graphml: that takes lxml where it is installed, and its bytes differ.
    writer = GraphMLWriter(graph=_flat(graph), encoding="utf-8", prettyprint=True)
    write_bytes(path, _xml(writer.xml))


def write_gexf(graph: networkx.MultiDiGraph, path: Path) -> None:
    """Write GEXF 1.2 for Gephi and Gephi Lite, without the date that networkx puts in. Raises OutputError."""
    from networkx.readwrite.gexf import GEXFWriter  # noqa: PLC0415

    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(_flat(graph))
    for meta in [child for child in writer.xml if child.tag.endswith("meta")]:
        writer.xml.remove(meta)
    write_bytes(path, _xml(writer.xml))


def _flat(graph: networkx.MultiDiGraph) -> networkx.MultiDiGraph:
    """The same graph with plain attributes in a fixed order; empty ones are left out."""
    flat = networkx.MultiDiGraph()
    for row in node_rows(graph):
        flat.add_node(_safe(row["id"]), **_filled(row, "id"))
    for row in edge_rows(graph):
        flat.add_edge(
            _safe(row["source"]),
            _safe(row["target"]),
            _safe(row["id"]),
            **_filled(row, "id", "source", "target"),
        )
    return flat


def _filled(row: Mapping[str, Any], *without: str) -> dict[str, Any]:
    return {name: _safe(value) for name, value in row.items() if name not in without and value != ""}


def _safe(value: Any) -> Any:
    return _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value


def _evidence(quotes: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    found = list(quotes)
    return {
        "words": _joined(str(quote["words"]) for quote in found),
        "articles": _joined(f"{quote['article']}#char={quote['start']},{quote['end']}" for quote in found),
    }


def _joined(parts: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(parts))


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: "" if value is None else value for name, value in row.items()}


def _csv(columns: tuple[str, ...], rows: list[dict[str, Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def _xml(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root)
    text: str = ElementTree.tostring(root, encoding="unicode")
    return f"<?xml version='1.0' encoding='utf-8'?>\n{text}\n".encode()


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file. Raises OutputError."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise OutputError(
            str(path), f"cannot be written ({error.strerror})", "name a folder that can be"
        ) from None
