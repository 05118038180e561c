"""The network as property graph: every file says what the network says, read by parsers of others."""

from __future__ import annotations

import csv
import json
import re

import duckdb
import networkx
import pytest
from network_sample import HASH, TEXT, quads

from kg.network import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    edge_rows,
    network,
    node_rows,
    write_cypher,
    write_neo4j_edges,
    write_neo4j_nodes,
    write_parquet,
)

WRITERS = (write_neo4j_nodes, write_neo4j_edges, write_cypher)
_STRING_OR_KEY = re.compile(r'"(?:[^"\\]|\\.)*"|(\w+)(?=: )')


@pytest.fixture(scope="module")
def graph() -> networkx.MultiDiGraph:
    return network(quads(), {HASH: TEXT})


def hostile() -> networkx.MultiDiGraph:
    graph = networkx.MultiDiGraph()
    label = 'x<b>"&\\u0041\'; MATCH (n) DETACH DELETE n;'
    graph.add_node("a", **{"label": label, "class": "person", "lat": 1.5})
    graph.add_node("b", label="甲,乙;\r\n丙", confidence="0.95")
    graph.add_edge("a", "b", "k1", relation="spoke", label="讲话}]", confidence="0.7")
    return graph


def read(path):
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def known(row):
    """Values as text, those alone that are known, with their line breaks as spaces."""
    return {name: " ".join(str(value).splitlines()) for name, value in row.items() if value not in ("", None)}


def as_text(confidence):
    return "" if confidence in (None, "") else str(float(confidence))


def unwound(text):
    """The maps of a Cypher script, and the label or type that each is given."""
    rows = []
    for maps, name in re.findall(r"^UNWIND (\[.*?\]) AS row\n.*?`(\w+)`", text, re.MULTILINE | re.DOTALL):
        quoted = _STRING_OR_KEY.sub(lambda match: f'"{match[1]}"' if match[1] else match[0], maps)
        for row in json.loads(quoted):
            rows.append((name, {**row.pop("known"), **row}))
    return rows


@pytest.mark.parametrize("write", WRITERS)
def test_two_writings_give_the_same_bytes(graph, tmp_path, write):
    write(graph, tmp_path / "first")
    write(network(quads(), {HASH: TEXT}), tmp_path / "second")
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()
    assert (tmp_path / "first").stat().st_size > 1000


@pytest.mark.parametrize("made", [None, hostile], ids=["sample", "hostile"])
def test_the_tables_have_the_heads_of_neo4j_and_every_row(graph, made, tmp_path):
    graph = made() if made else graph
    write_neo4j_nodes(graph, tmp_path / "nodes")
    write_neo4j_edges(graph, tmp_path / "edges")
    nodes, edges = read(tmp_path / "nodes"), read(tmp_path / "edges")
    heads = {"id:ID": "id", ":LABEL": "class", "lat:double": "lat", "long:double": "long",
             "degree:int": "degree", "confidence:double": "confidence",
             ":START_ID": "source", ":END_ID": "target", ":TYPE": "relation"}  # fmt: skip
    assert [heads.get(name, name) for name in nodes[0]] == list(NODE_COLUMNS)
    assert [heads.get(name, name) for name in edges[0]] == list(EDGE_COLUMNS)
    assert {row[":LABEL"].partition(";")[0] for row in nodes} == {"Entity"}
    for rows, expected in ((nodes, node_rows(graph)), (edges, edge_rows(graph))):
        without = ("class", "relation")
        got = [{heads.get(name, name): value for name, value in row.items()} for row in rows]
        assert [known({k: v for k, v in row.items() if k not in without}) for row in got] == [
            known({k: v for k, v in row.items() if k not in without}) for row in expected
        ]
    assert [row[":TYPE"] for row in edges] == [row["relation"].upper() for row in edge_rows(graph)]
    lines = (tmp_path / "nodes").read_bytes().splitlines()
    assert len(lines) == len(graph) + 1  # no line break within a field


@pytest.mark.parametrize("made", [None, hostile], ids=["sample", "hostile"])
def test_the_script_makes_every_node_and_edge(graph, made, tmp_path):
    graph = made() if made else graph
    write_cypher(graph, tmp_path / "script")
    text = (tmp_path / "script").read_text(encoding="utf-8")
    rows = unwound(text)
    nodes = [(name, row) for name, row in rows if "source" not in row]
    assert {row["id"]: (name, row["label"]) for name, row in nodes} == {
        row["id"]: (row["class"].capitalize() or "Thing", row["label"]) for row in node_rows(graph)
    }
    ends = ("source", "target", "id", "label")
    expected = {
        (*(row[name] for name in ends), row["relation"].upper(), as_text(row["confidence"]))
        for row in edge_rows(graph)
    }
    edges = [(name, row) for name, row in rows if "source" in row]
    assert len(edges) == graph.number_of_edges()
    assert {
        (*(row[end] for end in ends), name, as_text(row.get("confidence")))
        for name, row in edges
    } == expected
    assert all("" not in row.values() for _, row in rows)
    assert all(part.startswith(("CREATE CONSTRAINT", "UNWIND [")) for part in text.split(";\n")[:-1])


def test_parquet_has_the_rows_with_numbers_as_numbers(graph, tmp_path):
    write_parquet(graph, tmp_path)
    for name, rows in (("nodes", node_rows(graph)), ("edges", edge_rows(graph))):
        read = duckdb.connect().execute(f"SELECT * FROM '{tmp_path}/{name}.parquet'")
        heads = [column[0] for column in read.description]
        got = [dict(zip(heads, row, strict=True)) for row in read.fetchall()]
        assert heads == list(rows[0])
        assert [row["id"] for row in got] == [row["id"] for row in rows]
        assert [row["words"] or "" for row in got] == [row["words"] for row in rows]
        assert [as_text(row["confidence"]) for row in got] == [as_text(row["confidence"]) for row in rows]
    joins = f"'{tmp_path}/edges.parquet' e JOIN '{tmp_path}/nodes.parquet' n ON n.id = e.source"
    (joined,) = duckdb.connect().execute(f"SELECT count(*) FROM {joins}").fetchall()
    assert joined == (graph.number_of_edges(),)
