"""The saved questions asked of a store of other people: the Oxigraph server, loaded by `kg.load`."""

import sys
from pathlib import Path

import pytest
from servers import free_port, oxigraph, oxigraph_command, server

sys.path.append(str(Path(__file__).parents[1] / "interop"))
from stores import VALUES

import kg
from kg.errors import QueryError, QueryRefused, StoreError
from kg.query import question_named, questions, run
from kg.store import Triples, Verdict, open_endpoint, open_store


@pytest.fixture(scope="module")
def exports(many_and_seed):
    return many_and_seed[0]


@pytest.fixture(scope="module")
def address(exports, tmp_path_factory):
    with oxigraph(tmp_path_factory.mktemp("server")) as started:
        kg.load(started, exports)
        yield started


@pytest.fixture(scope="module")
def endpoint(address):
    return open_endpoint(address)


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_every_saved_question_has_the_same_answer_as_in_the_store_of_the_build(exports, endpoint, name):
    question, values = question_named(name), VALUES.get(name, {})
    expected = run(open_store(exports), question, values)
    assert expected.rows
    assert run(endpoint, question, values) == expected


def test_python_asks_an_endpoint_as_it_asks_a_folder(address):
    rows = kg.query("who-spoke", endpoint=address, event="推进会").values()
    assert ("胡玉亭", "大连市委书记") in {row[2:] for row in rows}


def test_other_forms_of_a_query(endpoint):
    assert run(endpoint, "ASK { ?a a kg:Agreement }") == Verdict(True)
    assert run(endpoint, "ASK { ?a a kg:Nothing }") == Verdict(False)
    made = run(endpoint, "CONSTRUCT { ?p a kg:Person } { ?p a kg:Person }")
    assert isinstance(made, Triples)
    ((counted,),) = run(endpoint, "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p a kg:Person }").values()
    assert len(made.quads) == int(counted)


def test_a_query_that_is_wrong_or_refused(endpoint):
    with pytest.raises(QueryError, match="the store refuses it"):
        run(endpoint, "SELECT ?s { ?s }")
    with pytest.raises(QueryRefused):
        run(endpoint, "SELECT ?s { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }")
    with pytest.raises(QueryError, match="no such graph"):
        run(endpoint, "SELECT ?s FROM <http://127.0.0.1/> { ?s ?p ?o }")
    with pytest.raises(StoreError):
        open_endpoint("http://127.0.0.1:1")


@pytest.mark.parametrize("switch", [[], ["--union-default-graph"]])
def test_named_graphs_are_seen_whatever_the_default_graph_is(exports, tmp_path, switch):
    port = free_port()
    with server([*oxigraph_command(tmp_path, port), *switch], f"http://127.0.0.1:{port}", tmp_path):
        kg.load(f"http://127.0.0.1:{port}", exports)
        opened = open_endpoint(f"http://127.0.0.1:{port}")
        question = question_named("who-spoke")
        assert run(opened, question) == run(open_store(exports), question)


def test_an_empty_store_has_empty_answers(tmp_path):
    with oxigraph(tmp_path) as started:
        opened = open_endpoint(started)
        assert run(opened, question_named("who-spoke")).rows == ()
        assert opened.graphs() == ()
