import json

import pyoxigraph
import pytest

from kg.errors import OutputError, TableError
from kg.store import Quad
from kg.store import files as store_files
from kg.store.jsonld import jsonld
from kg.store.rdfxml import rdfxml
from kg.store.terms import by_graph, by_subject

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def document(quads, context):
    text = "".join(jsonld(by_graph(quads), context))
    return text, json.loads(text)


def test_terms_of_the_context_are_used():
    context = {
        "id": "@id",
        "type": "@type",
        "v": "http://v.example/#",
        "Thing": "v:Thing",
        "likes": {"@id": "v:likes", "@type": "@id"},
        "names": {"@id": "http://v.example/#name", "@container": "@set"},
        "day": {"@id": "v:day", "@type": "http://www.w3.org/2001/XMLSchema#date"},
    }
    quads = [
        Quad("<e:1>", TYPE, "<http://v.example/#Thing>"),
        Quad("<e:1>", "<http://v.example/#likes>", "<e:2>"),
        Quad("<e:1>", "<http://v.example/#likes>", '"rain"'),
        Quad("<e:1>", "<http://v.example/#name>", '"x"@en'),
        Quad("<e:1>", "<http://v.example/#day>", '"2022-02-25"^^<http://www.w3.org/2001/XMLSchema#date>'),
        Quad("<e:1>", "<http://v.example/#other>", '"y"'),
    ]
    _, written = document(quads, context)
    assert written["@context"] == context
    assert written["@graph"] == [{
        "id": "e:1", "type": ["Thing"], "likes": [{"@value": "rain"}, "e:2"], "day": "2022-02-25",
        "names": [{"@value": "x", "@language": "en"}], "http://v.example/#other": "y",
    }]  # fmt: skip


@pytest.mark.parametrize(
    "context",
    [
        {},
        {"@language": "zh-Hans"},
        {"@vocab": "http://v.example/#", "name": {"@type": "@id"}},
        {"name": {"@id": "http://v.example/#name", "@container": "@language"}},
        {"name": {"@id": "http://v.example/#name", "@language": "en"}},
        {"name": {"@reverse": "http://v.example/#name"}},
        {"name": {"@id": "http://v.example/#name", "@container": "@list"}},
        {"name": {"@id": "http://v.example/#name", "@type": "@json"}},
    ],
)
def test_whatever_the_context_says_the_quads_stay(context):
    quads = [Quad("<e:1>", "<http://v.example/#name>", term, "<g:1>") for term in ('"x"', '"x"@zh', "<e:2>")]
    text, _ = document(quads, {"@version": 1.1, **context})
    found = {str(quad.object) for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.JSON_LD)}
    assert found == {'"x"', '"x"@zh', "<e:2>"}


def test_no_quads_are_a_document_too():
    assert document([], {})[1] == {"@context": {}, "@graph": []}


def test_a_broken_context_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(store_files, "ontology_dir", lambda: tmp_path)
    for text in (None, "{", '{"context": {}}', '{"@context": "https://remote.example/"}'):
        if text is not None:
            (tmp_path / "context.jsonld").write_text(text)
        with pytest.raises(TableError, match=r"context\.jsonld"):
            store_files.context()


def test_rdfxml_refuses_what_xml_cannot_hold():
    with pytest.raises(OutputError, match="control character"):
        "".join(rdfxml(by_subject([Quad("<e:1>", "<http://v.example/#p>", '"a\\u0001b"')]), {}))
    with pytest.raises(OutputError, match=r"v\.example/%E5: this predicate"):
        "".join(rdfxml(by_subject([Quad("<e:1>", "<http://v.example/%E5>", '"a"')]), {}))
