"""USING clauses put into updates, checked by what Oxigraph then does with them."""

import pyoxigraph as ox
import pytest

from kg.errors import QueryError, QueryRefused
from kg.query import checked_update, with_using

G1, G2, TO = "http://e/1", "http://e/2", "http://e/to"


def changed(text, graphs=(G1,), named=()):
    """Objects in <TO> after the update, over two graphs with one statement each."""
    store = ox.Store()
    store.update(f"INSERT DATA {{ GRAPH <{G1}> {{ <http://e/s> <http://e/p> 1 }}"
                 f" GRAPH <{G2}> {{ <http://e/s> <http://e/p> 2 }} }}")  # fmt: skip
    store.update(with_using(text, graphs, named, "u"), base_iri="http://e/", prefixes={"where": "http://e/"})
    return sorted(quad.object.value for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(TO)))


COPY = f"INSERT {{ GRAPH <{TO}> {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o }}"


@pytest.mark.parametrize(
    ("text", "graphs", "named", "found"),
    [
        (COPY, [G1], [], ["1"]),
        (COPY, [G1, G2], [], ["1", "2"]),
        (COPY, ["http://e/none"], [], []),
        (f"INSERT {{ GRAPH <{TO}> {{ ?s ?p ?o }} }} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}", [G1], [], []),
        (f"INSERT {{ GRAPH <{TO}> {{ ?s ?p ?o }} }} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}", [], [G2], ["2"]),
        (f"DELETE {{ GRAPH <{TO}> {{ ?s ?p 'WHERE {{' }} }} " + COPY, [G1], [], ["1"]),
        (f"INSERT DATA {{ GRAPH <{TO}> {{ <s> <p> 'USING' }} }} ; {COPY}", [G1], [], ["1", "USING"]),
        (f'INSERT DATA {{ GRAPH <{TO}> {{ <s> <p> """}}\nWHERE {{""" }} }} ; {COPY}', [G2], [],
         ["2", "}\nWHERE {"]),
        (f"{COPY} # WHERE {{\n ; INSERT {{ GRAPH <{TO}> {{ ?where <p> 3 }} }} where {{ ?where where:p ?o }}",
         [G1], [], ["1", "3"]),
    ],
)  # fmt: skip
def test_the_pattern_is_asked_of_these_graphs(text, graphs, named, found):
    assert changed(text, graphs, named) == found


def test_the_short_form_of_delete():
    store = ox.Store()
    triple = "<http://e/s> <http://e/{}> 1"
    store.update(f"INSERT DATA {{ {triple.format('p')} GRAPH <{G1}> {{ {triple.format('q')} }} }}")
    text = "DELETE WHERE { ?s ?p ?o }"
    # The pattern is found in G1, and deleted from the default graph, which has not got it.
    store.update(with_using(text, [G1], [], "u"))
    assert len(store) == 2
    store.update(with_using(text, [], [], "u"))
    assert len(store) == 1


@pytest.mark.parametrize("text", [f"WITH <{G1}> {COPY}", COPY.replace("WHERE", f"USING <{G2}> WHERE")])
def test_a_dataset_of_the_text_and_of_the_request_exclude_each_other(text):
    with pytest.raises(QueryError, match="exclude each other"):
        with_using(text, [G1], [], "u")
    assert with_using(text, [], [], "u") == text


@pytest.mark.parametrize(
    "text",
    [
        "LOAD <http://e/x>", "load<file:///etc/passwd>", "CLEAR ALL;\nLOAD <http://e/x> INTO GRAPH <http://e/g>",
        "PREFIX e: <http://e/> LOAD SILENT e:x INTO GRAPH <http://e/g>", "LOAD SILENT e:x",
        "LOAD SILENT <http://e/a> ; LOAD <http://e/b>",
        "INSERT { ?s ?p ?o } WHERE { SERVICE SILENT <http://e/> { ?s ?p ?o } }",
    ],
)  # fmt: skip
def test_what_an_update_may_not_do(text):
    with pytest.raises(QueryRefused):
        checked_update(text, "u")


def test_loading_silently_does_nothing():
    text = "# LOAD\nLOAD SILENT <file:///etc/passwd> ; INSERT DATA { <http://e/s> <http://e/p> 'LOAD <x>' }"
    store = ox.Store()
    store.update(checked_update(f"{text} ; LOAD SILENT <http://127.0.0.1:1/> INTO GRAPH <http://e/g>", "u"))
    assert [quad.object.value for quad in store] == ["LOAD <x>"]
