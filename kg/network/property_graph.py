"""The network for property graphs: tables for `neo4j-admin database import`, a Cypher script, Parquet.

All are the rows of `kg.network.tables`: a node has the label Entity and that of its class, an edge the type
of its relation in capitals (HOLDS_POST). What is unknown is no property. The bytes depend on the graph alone.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from pathlib import Path
from typing import Any

import networkx

from kg.network.tables import EDGE_COLUMNS, NODE_COLUMNS, edge_rows, node_rows, write_bytes
from kg.store.columns import write_table

Rows = Iterable[Mapping[str, Any]]

# Heads of columns as neo4j-admin 5 wants them (operations manual, "Import"); the others keep their name.
_NODE_HEADS = {"id": "id:ID", "class": ":LABEL", "lat": "lat:double", "long": "long:double",
               "degree": "degree:int", "confidence": "confidence:double"}  # fmt: skip
_EDGE_HEADS = {"source": ":START_ID", "target": ":END_ID", "relation": ":TYPE",
               "confidence": "confidence:double"}  # fmt: skip
_REALS, _INTEGERS = ("lat", "long", "confidence"), ("degree",)
_BATCH = 500  # rows of one statement


def write_neo4j_nodes(graph: networkx.MultiDiGraph, path: Path) -> None:
    """Write the nodes as CSV with the header that neo4j-admin asks for. Raises OutputError."""
    rows = ({**row, "class": f"Entity;{_label(row)}"} for row in node_rows(graph))
    write_bytes(path, _csv(NODE_COLUMNS, _NODE_HEADS, rows))


def write_neo4j_edges(graph: networkx.MultiDiGraph, path: Path) -> None:
    """Write the edges as CSV with the header that neo4j-admin asks for. Raises OutputError."""
    rows = ({**row, "relation": _type(row)} for row in edge_rows(graph))
    write_bytes(path, _csv(EDGE_COLUMNS, _EDGE_HEADS, rows))


def write_cypher(graph: networkx.MultiDiGraph, path: Path) -> None:
    """Write statements that make the nodes and edges, for `cypher-shell -f`; run again they change nothing.

    Raises OutputError.
    """
    text = "".join(f"{statement};\n" for statement in _statements(graph))
    write_bytes(path, text.encode("utf-8", "replace"))


def write_parquet(graph: networkx.MultiDiGraph, folder: Path) -> None:
    """Write nodes.parquet and edges.parquet into an existing folder; needs the extra `columns`."""
    write_table([_known(row) for row in node_rows(graph)], _types(NODE_COLUMNS), folder / "nodes.parquet")
    write_table([_known(row) for row in edge_rows(graph)], _types(EDGE_COLUMNS), folder / "edges.parquet")


def _label(row: Mapping[str, Any]) -> str:
    return str(row["class"]).capitalize() or "Thing"


def _type(row: Mapping[str, Any]) -> str:
    return str(row["relation"]).upper() or "RELATED"


def _types(columns: tuple[str, ...]) -> dict[str, str]:
    return {name: "DOUBLE" if name in _REALS else "INTEGER" if name in _INTEGERS else "VARCHAR"
            for name in columns}  # fmt: skip


def _known(row: Mapping[str, Any]) -> dict[str, Any]:
    """The values that are known, numbers as numbers."""
    return {name: float(value) if name in _REALS else value for name, value in row.items() if value != ""}


def _csv(columns: tuple[str, ...], heads: Mapping[str, str], rows: Rows) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heads.get(name, name) for name in columns)
    # One line a row: without a switch of its own the import tool takes a line break for the end of a row.
    writer.writerows([" ".join(str(row[name]).splitlines()) for name in columns] for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def _statements(graph: networkx.MultiDiGraph) -> Iterator[str]:
    yield "CREATE CONSTRAINT kg_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE"
    for label, rows in groupby(sorted(node_rows(graph), key=_label), key=_label):
        for maps in _batches(_map(row, "id", "class") for row in rows):
            yield f"UNWIND [{maps}] AS row\nMERGE (n:Entity {{id: row.id}})\nSET n:`{label}`, n += row.known"
    for name, rows in groupby(sorted(edge_rows(graph), key=_type), key=_type):
        for maps in _batches(_map(row, "id", "source", "target", "relation") for row in rows):
            yield (f"UNWIND [{maps}] AS row\nMATCH (a:Entity {{id: row.source}})\n"
                   f"MATCH (b:Entity {{id: row.target}})\n"
                   f"MERGE (a)-[r:`{name}` {{id: row.id}}]->(b)\nSET r += row.known")  # fmt: skip


def _batches(maps: Iterator[str]) -> Iterator[str]:
    while batch := list(islice(maps, _BATCH)):
        yield ",\n".join(batch)


def _map(row: Mapping[str, Any], *keys: str) -> str:
    """A map of these keys but the label and the type, and of what else is known; strings as in JSON."""
    known = _known({name: value for name, value in row.items() if name not in keys})
    outer = ", ".join(f"{key}: {_literal(row[key])}" for key in keys if key not in ("class", "relation"))
    inner = ", ".join(f"{key}: {_literal(value)}" for key, value in known.items())
    return f"{{{outer}, known: {{{inner}}}}}"


def _literal(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
