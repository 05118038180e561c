import shutil
import subprocess
import sys

import pyoxigraph
import pytest

from kg.errors import QueryError, StoreError
from kg.store import Table, Triples, Verdict, building, open_store, write_graph
from kg.store.oxigraph import write_store

TWICE = ['<e:1> <e:p> "x"@zh-Hans <g:1> .', '<e:1> <e:p> "x"@zh-Hans <g:2> .', "<e:2> <e:p> <e:1> <g:2> ."]


@pytest.fixture
def folder(tmp_path):
    write_store(TWICE, tmp_path / "store")
    return tmp_path


def test_the_default_graph_is_the_union_with_each_triple_once(folder):
    store = open_store(folder)
    rows = store.query("SELECT ?s ?o { ?s <e:p> ?o } ORDER BY ?s").values()
    assert rows == [("e:1", "x"), ("e:2", "e:1")]
    assert store.query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }").values() == [("3",)]
    assert store.query("SELECT ?s FROM <g:1> { ?s ?p ?o }").values() == [("e:1",)]
    assert store.graphs() == ("g:1", "g:2")


def test_the_store_itself_opens_too(folder):
    assert open_store(folder / "store").graphs() == ("g:1", "g:2")


def test_answers_of_every_form(folder):
    store = open_store(folder)
    table = store.query("SELECT ?o ?none { <e:1> <e:p> ?o }")
    assert isinstance(table, Table) and table.variables == ("o", "none")
    assert table.rows[0][0].language == "zh-hans" and table.rows[0][1] is None
    assert store.query("ASK { <e:1> ?p ?o }") == Verdict(True) != store.query("ASK { <e:9> ?p ?o }")
    triples = store.query("CONSTRUCT { ?s <e:q> ?o } { GRAPH ?g { ?s <e:p> ?o } }")
    assert isinstance(triples, Triples)
    assert [quad[:3] for quad in triples.quads] == [
        ("<e:1>", "<e:q>", '"x"@zh-hans'),
        ("<e:2>", "<e:q>", "<e:1>"),
    ]


def test_prefixes_may_be_given(folder):
    assert open_store(folder).query("ASK { x:1 ?p ?o }", prefixes={"x": "e:"}).value is True


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("SELECT * { ?s ?p\n  ?o", r"q\.rq:2:5: "),
        ("SELECT * { ?s nope:x ?o }", "q.rq:1:21: prefix not found"),
        ("", r"q\.rq:1:1: "),
    ],
)
def test_a_syntax_error_names_line_and_column(folder, text, where):
    with pytest.raises(QueryError, match=where) as caught:
        open_store(folder).query(text, place="q.rq")
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 250


def test_an_unknown_function_is_the_fault_of_the_query(folder):
    with pytest.raises(QueryError, match="f:n"):
        open_store(folder).query("SELECT (<f:n>(1) AS ?x) { }")


def test_a_missing_store_says_what_to_try(tmp_path):
    (tmp_path / "file").write_text("")
    for path in (tmp_path, tmp_path / "nowhere", tmp_path / "file"):
        with pytest.raises(StoreError, match=f"{path.name}: holds no store; run kg build"):
            open_store(path)


@pytest.mark.parametrize("damage", ["current", "cut", "gone"])
def test_a_broken_store_says_what_to_try(folder, damage):
    store = folder / "store"
    for path in list(store.iterdir()):
        if damage == "current" and path.name == "CURRENT":
            path.write_text("nonsense")
        if damage == "cut" and path.suffix == ".sst":
            path.write_bytes(path.read_bytes()[:20])
        if damage == "gone" and path.suffix == ".sst":
            path.unlink()
    with pytest.raises(StoreError, match=r"store: the store failed .*; run kg build again") as caught:
        open_store(folder)
    assert "\n" not in str(caught.value)


def test_a_store_that_is_being_written_cannot_be_written_twice(folder):
    held = pyoxigraph.Store(str(folder / "store"))
    with pytest.raises(StoreError, match="is open for writing elsewhere"):
        write_store(TWICE, folder / "store")
    del held


def test_a_reader_keeps_its_graph_while_builds_replace_the_folder(lines, tmp_path):
    target = tmp_path / "exports"
    with building(target) as staging:
        write_graph(lines, staging)
    reader = open_store(target)
    for kept in (10, 20):
        with building(target) as staging:
            write_graph(lines[:kept], staging)
    count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert reader.query(count).values() == [(str(len(lines)),)]
    assert open_store(target).query(count).values() == [("20",)]
    shutil.rmtree(target)


def test_oxigraph_is_loaded_only_when_a_store_is_used():
    code = "import sys, kg.store, kg.query; sys.exit('pyoxigraph' in sys.modules or 'rdflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
