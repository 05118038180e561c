"""The graph outside the program: files in every form, the Oxigraph store, and their safe publication.

    with building(Path("exports")) as folder:
        write_graph(lines, folder)
    store = open_store(Path("exports"))
    load(open_endpoint("http://127.0.0.1:3030/kg"), read_nquads(Path("exports")))
"""

from kg.store.answer import Answer, Table, Triples, Verdict
from kg.store.endpoint import Endpoint, open_endpoint
from kg.store.files import read_nquads, write_graph
from kg.store.oxigraph import Store, open_store
from kg.store.publish import (
    CACHE_NAME,
    FACTS_CACHE,
    FILE_NAMES,
    SOURCES_CACHE,
    STORE_NAME,
    building,
    check_target,
    publish,
)
from kg.store.sending import Loaded, load
from kg.store.serialised import serialised
from kg.store.terms import RDF, XSD, Quad, Term, parse_quads, parse_term, quote, term_text
from kg.store.turtle import turtle
from kg.store.writable import WritableStore, copy_writable, triples_text

__all__ = [
    "CACHE_NAME", "FACTS_CACHE", "FILE_NAMES", "RDF", "SOURCES_CACHE", "STORE_NAME", "XSD", "Answer",
    "Endpoint", "Loaded", "Quad", "Store", "Table", "Term", "Triples", "Verdict", "WritableStore", "building",
    "check_target", "copy_writable", "load", "open_endpoint", "open_store", "parse_quads", "parse_term",
    "publish", "quote", "read_nquads", "serialised", "term_text", "triples_text", "turtle", "write_graph",
]  # fmt: skip
