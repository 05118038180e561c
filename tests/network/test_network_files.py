from __future__ import annotations

import csv
from pathlib import Path

import networkx
import pytest
from network_sample import HASH, TEXT, quads

from kg.errors import OutputError
from kg.network import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    network,
    write_edges_csv,
    write_gexf,
    write_graphml,
    write_nodes_csv,
)

WRITERS = (write_graphml, write_gexf, write_nodes_csv, write_edges_csv)


@pytest.fixture(scope="module")
def graph() -> networkx.MultiDiGraph:
    return network(quads(), {HASH: TEXT})


def hostile() -> networkx.MultiDiGraph:
    graph = networkx.MultiDiGraph()
    graph.add_node(
        "a", **{"label": 'x\x00<b>"&', "class": "person", "source": "s", "size": "大", "type": "t"}
    )
    graph.add_node("b", label="甲,乙\n丙")
    graph.add_edge("a", "b", "k1", relation="spoke", label="讲话", id="no", weight="w")
    graph.add_edge("a", "b", "k2", relation="attended", label="出席", start="1", end="2")
    return graph


@pytest.mark.parametrize("write", WRITERS)
def test_two_writings_give_the_same_bytes(graph, tmp_path, write):
    write(graph, tmp_path / "first")
    write(network(quads(), {HASH: TEXT}), tmp_path / "second")
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()
    assert (tmp_path / "first").stat().st_size > 1000


@pytest.mark.parametrize("write", [write_graphml, write_gexf])
def test_no_date_and_no_version_of_a_library_is_written(graph, tmp_path, write):
    write(graph, tmp_path / "out")
    text = (tmp_path / "out").read_text(encoding="utf-8")
    assert "lastmodified" not in text
    assert "NetworkX" not in text


@pytest.mark.parametrize(
    ("write", "read"), [(write_graphml, networkx.read_graphml), (write_gexf, networkx.read_gexf)]
)
def test_what_is_written_reads_back_whole(graph, tmp_path, write, read):
    write(graph, tmp_path / "out")
    back = read(tmp_path / "out")
    assert set(back) == set(graph)
    assert back.number_of_edges() == graph.number_of_edges()
    start, end, key = next(
        (u, v, k) for u, v, k, d in graph.edges(keys=True, data=True) if d["relation"] == "spoke"
    )
    found = [data for data in back.get_edge_data(start, end).values() if data["relation"] == "spoke"]
    assert found[0]["words"] == "讲话"
    assert found[0].get("label") == "讲话" or write is write_gexf
    assert key.startswith("https://kg.example/participation/")


@pytest.mark.parametrize("write", WRITERS)
def test_attributes_that_collide_and_characters_that_xml_lacks_do_no_harm(tmp_path, write):
    write(hostile(), tmp_path / "out")
    text = (tmp_path / "out").read_text(encoding="utf-8")
    assert "讲话" in text or write is write_nodes_csv
    if write in (write_graphml, write_gexf):
        back = (networkx.read_graphml if write is write_graphml else networkx.read_gexf)(tmp_path / "out")
        assert back.number_of_edges() == 2
        assert back.nodes["a"]["label"] == 'x\ufffd<b>"&'


def test_tables_have_their_columns_and_keep_line_breaks(tmp_path):
    for write, columns in ((write_nodes_csv, NODE_COLUMNS), (write_edges_csv, EDGE_COLUMNS)):
        write(hostile(), tmp_path / "t.csv")
        with (tmp_path / "t.csv").open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        assert tuple(rows[0]) == columns
        assert len(rows) == 2
    write_nodes_csv(hostile(), tmp_path / "t.csv")
    with (tmp_path / "t.csv").open(encoding="utf-8", newline="") as lines:
        assert [row["label"] for row in csv.DictReader(lines)] == ['x\x00<b>"&', "甲,乙\n丙"]


def test_a_place_that_cannot_be_written_is_named(graph, tmp_path):
    missing = tmp_path / "no" / "such" / "out.csv"
    with pytest.raises(OutputError, match=str(Path("no") / "such")):
        write_nodes_csv(graph, missing)
