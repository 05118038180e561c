import csv
import io
import json

import pyoxigraph
import pytest
import rdflib
from rdflib.query import Result

from kg.errors import QueryError
from kg.query import render
from kg.store import XSD, Quad, Table, Term, Triples, Verdict

TABLE = Table(("name", "n", "iri", "none"), (
    (Term("literal", '张,"三"\n', f"{XSD}string"), Term("literal", "7", f"{XSD}integer"),
     Term("iri", "https://kg.example/person/1"), None),
    (Term("literal", "Zhāng", None, "zh-latn-pinyin"), None, Term("bnode", "b0"), None),
))  # fmt: skip
TRIPLES = Triples((Quad("<e:1>", "<http://www.w3.org/2004/02/skos/core#prefLabel>", '"甲"@zh-hans'),))


def test_a_table_has_even_columns_whatever_the_script():
    assert render(Table(("a", "b"), ((Term("literal", "大连市"), Term("literal", "x")),
                                     (Term("literal", "e\u0301"), Term("literal", "大")), (None, None)))) == (
        "a       b\n"
        "------  --\n"
        "大连市  x\n"
        "e\u0301       大\n"
        "\n"
    )  # fmt: skip
    assert render(TABLE).splitlines()[2].startswith('张,"三"')  # a newline in a value breaks no row
    assert render(Table(("a",), ())) == "a\n-\n"


def test_csv_is_that_of_the_w3c():
    text = render(TABLE, "csv")
    assert text.startswith("name,n,iri,none\r\n") and text.endswith("Zhāng,,_:b0,\r\n")
    assert list(csv.reader(io.StringIO(text)))[1] == ['张,"三"\n', "7", "https://kg.example/person/1", ""]


def test_json_is_that_of_the_w3c():
    text = render(TABLE, "json")
    read = pyoxigraph.parse_query_results(text, format=pyoxigraph.QueryResultsFormat.JSON)
    rows = [[solution[name] for name in TABLE.variables] for solution in read]
    assert rows[0] == [
        pyoxigraph.Literal('张,"三"\n'),
        pyoxigraph.Literal("7", datatype=pyoxigraph.NamedNode(f"{XSD}integer")),
        pyoxigraph.NamedNode("https://kg.example/person/1"),
        None,
    ]
    assert rows[1] == [
        pyoxigraph.Literal("Zhāng", language="zh-latn-pinyin"),
        None,
        pyoxigraph.BlankNode("b0"),
        None,
    ]
    second = Result.parse(io.BytesIO(text.encode()), format="json")
    assert next(iter(second))[0] == rdflib.Literal('张,"三"\n')
    assert json.loads(render(Verdict(True), "json")) == {"head": {}, "boolean": True}


def test_turtle_is_for_triples():
    graph = rdflib.Graph().parse(data=render(TRIPLES), format="turtle")
    assert render(TRIPLES) == render(TRIPLES, "ttl") and len(graph) == 1
    assert "e:1      http://www.w3.org/2004/02/skos/core#prefLabel  甲\n" in render(TRIPLES, "table")


def test_yes_and_no():
    assert (render(Verdict(True)), render(Verdict(False), "table")) == ("yes\n", "no\n")


@pytest.mark.parametrize(
    ("answer", "form", "use"),
    [
        (TABLE, "ttl", "table or csv or json"),
        (Verdict(True), "csv", "table or json"),
        (TRIPLES, "json", "ttl or table"),
        (TABLE, "xml", "table or csv or json"),
    ],
)
def test_a_form_that_an_answer_has_not_is_named(answer, form, use):
    with pytest.raises(QueryError, match=f"{form}: this answer has no such format; use {use}"):
        render(answer, form)
