"""Every file gives back exactly the quads that went in, in rdflib and in pyoxigraph.

Oxigraph lower-cases language tags, so tags are compared in lower case; a separate test sees that our files
keep the case of BCP 47.
"""

import pyoxigraph
import pytest
import rdflib

from kg.store import Quad, parse_quads, parse_term, turtle
from kg.store.files import context
from kg.store.jsonld import jsonld
from kg.store.rdfxml import rdfxml
from kg.store.terms import by_graph, by_subject
from kg.store.turtle import names_of, trig
from kg.vocab import PREFIXES

XSD = "http://www.w3.org/2001/XMLSchema#"
KG = "https://kg.example/ontology#"
ODD = [
    "甲",
    "",
    " leading and trailing ",
    "two\\nlines\\r\\nthree",
    "tab\\there",
    'quote \\"x\\"',
    "back\\\\slash",
    "<b>&amp;</b>",
    "]]>",
    "''' \\\"\\\"\\\"",
    "\\u2028",
    "a  b",
    "@en",
    "^^",
    "# no comment",
    " .",
    "\\u00A0",
    " ",
    "\\n",
    "\\t \\r\\n",
    "𠮷😀",
]
ODD_QUADS = [
    *(
        Quad(f"<https://kg.example/e/{n}>", f"<{KG}title>", f'"{text}"{tag}', "<https://kg.example/graph/1>")
        for n, text in enumerate(ODD)
        for tag in ("", "@zh-Hans", "@en")
    ),
    *(
        Quad(
            "<https://kg.example/e/n>",
            f"<{KG}{name}>",
            f'"{value}"^^<{XSD}{kind}>',
            "<https://kg.example/graph/2>",
        )
        for name in ("order", "confidence", "title")
        for value, kind in [
            ("7", "integer"),
            ("-7", "integer"),
            ("0.95", "decimal"),
            ("1", "decimal"),
            ("2022-02-25", "date"),
            ("2022", "gYear"),
            ("2022-02", "gYearMonth"),
            ("--02-25", "gMonthDay"),
            ("61", "nonNegativeInteger"),
            ("https://x.example/?a=1&b=2", "anyURI"),
            ("true", "boolean"),
        ]
    ),
    Quad("<https://kg.example/article/ab#char=10,18>", f"<{KG}party>", "<https://kg.example/e/1>"),
    Quad("<https://kg.example/article/ab#char=10,18>", f"<{KG}party>", "<https://kg.example/e/1>", "<g:1>"),
    Quad("<https://kg.example/e/1>", f"<{KG}party>", '"a literal where an IRI is usual"', "<g:1>"),
    Quad("<https://kg.example/e/1>", f"<{KG}title>", "<https://kg.example/e/2>", "<g:1>"),
    Quad("<https://kg.example/e/1>", "<http://other.example/ns/word>", "<urn:uuid:1>", "<g:1>"),
    Quad(
        "<https://kg.example/e/1>",
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
        "<http://other.example/ns/Class>",
        "<g:1>",
    ),
    Quad("<https://kg.example/e/1>", f"<{KG}kind>", "_:b0", "<g:1>"),
    Quad("_:b0", f"<{KG}title>", '"blank"', "<g:1>"),
]
TRIPLES = {
    "turtle": (
        lambda quads: turtle(by_subject(quads), PREFIXES, names=names_of(by_subject(quads))),
        "turtle",
        pyoxigraph.RdfFormat.TURTLE,
    ),
    "rdfxml": (lambda quads: rdfxml(by_subject(quads), PREFIXES), "xml", pyoxigraph.RdfFormat.RDF_XML),
}
QUADS = {
    "trig": (lambda quads: trig(by_graph(quads), PREFIXES), "trig", pyoxigraph.RdfFormat.TRIG),
    "jsonld": (lambda quads: jsonld(by_graph(quads), context()), "json-ld", pyoxigraph.RdfFormat.JSON_LD),
}


def key(text):
    """A term that compares equal whatever the escapes and the case of its tag; blank nodes are one."""
    term = parse_term(text)
    if term.kind == "bnode":
        return ("bnode",)
    return (term.kind, term.value, term.datatype, term.language and term.language.lower())


def expected(quads, width):
    return {tuple(key(text) if text else "" for text in quad[:width]) for quad in quads}


def rdflib_key(term):
    if isinstance(term, rdflib.Literal):
        datatype = term.datatype or (f"{rdflib.RDF}langString" if term.language else f"{XSD}string")
        return ("literal", str(term), str(datatype), term.language and term.language.lower())
    return ("bnode",) if isinstance(term, rdflib.BNode) else ("iri", str(term), None, None)


def in_rdflib(text, form, width):
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format=form)
    default = str(rdflib.graph.DATASET_DEFAULT_GRAPH_ID)
    return {
        tuple(rdflib_key(term) if term is not None and str(term) != default else "" for term in quad[:width])
        for quad in dataset.quads()
    }


def in_oxigraph(text, form, width):
    return {
        tuple(
            "" if isinstance(term, pyoxigraph.DefaultGraph) else key(str(term))
            for term in (quad.subject, quad.predicate, quad.object, quad.graph_name)[:width]
        )
        for quad in pyoxigraph.parse(text, format=form)
    }


@pytest.mark.parametrize("name", [*TRIPLES, *QUADS])
@pytest.mark.parametrize("source", ["odd", "seed"])
def test_both_readers_give_back_the_same_quads(name, source, lines):
    quads = ODD_QUADS if source == "odd" else list(parse_quads(lines))
    write, rdflib_form, oxigraph_form = (TRIPLES | QUADS)[name]
    width = 3 if name in TRIPLES else 4
    text = "".join(write(quads))
    want = expected(quads, width)
    assert in_oxigraph(text, oxigraph_form, width) == want
    assert in_rdflib(text, rdflib_form, width) == want
    # The opposite: a file that lacks one statement is told apart.
    fewer = "".join(write(quads[1:]))
    assert in_oxigraph(fewer, oxigraph_form, width) != want


@pytest.mark.parametrize("name", [*TRIPLES, *QUADS])
def test_files_keep_the_case_of_language_tags(name, lines):
    write = (TRIPLES | QUADS)[name][0]
    text = "".join(write(list(parse_quads(lines))))
    assert "zh-Hans" in text and "zh-hans" not in text


@pytest.mark.parametrize("name", [*TRIPLES, *QUADS])
def test_the_order_of_the_quads_is_no_matter(name, lines):
    write = (TRIPLES | QUADS)[name][0]
    quads = list(parse_quads(lines))
    assert "".join(write(quads)) == "".join(write([*quads[::-1], *quads[:10]]))
