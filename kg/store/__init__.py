"""The graph outside the program: files in every form, the Oxigraph store, and their safe publication.

    with building(Path("exports")) as folder:
        write_graph(lines, folder)
    store = open_store(Path("exports"))
"""

from kg.store.answer import Answer, Table, Triples, Verdict
from kg.store.files import write_graph
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
from kg.store.serialised import serialised
from kg.store.terms import RDF, XSD, Quad, Term, parse_quads, parse_term, quote, term_text
from kg.store.turtle import turtle
from kg.store.writable import WritableStore, copy_writable, triples_text

__all__ = [
    "CACHE_NAME", "FACTS_CACHE", "FILE_NAMES", "RDF", "SOURCES_CACHE", "STORE_NAME", "XSD", "Answer", "Quad",
    "Store", "Table", "Term", "Triples", "Verdict", "WritableStore", "building", "check_target",
    "copy_writable", "open_store", "parse_quads", "parse_term", "publish", "quote", "serialised", "term_text",
    "triples_text", "turtle", "write_graph",
]  # fmt: skip
