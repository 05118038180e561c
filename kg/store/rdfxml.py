"""RDF/XML, for tools that read nothing else.

An own writer: rdflib's rewrites numbers and zones and can write a predicate that is not well-formed,
Oxigraph's lower-cases language tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from kg.errors import OutputError
from kg.store.terms import RDF, XSD, Quad, Term, parse_term

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*\Z")
# XML 1.0 has no way to write these, not even as a character reference.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def rdfxml(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Write the triples of `quads`, whatever their graph, as RDF/XML: chunks of text, one a subject.

    Sorts in memory. Raises OutputError for what XML cannot hold: a control character in a literal, or a
    predicate whose end is no XML name.
    """
    spaces = {space: prefix for prefix, space in sorted(prefixes.items(), reverse=True)} | {RDF: "rdf"}
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    for space, prefix in sorted(spaces.items(), key=lambda item: item[1]):
        yield f"\n    xmlns:{prefix}={quoteattr(space)}"
    yield ">\n"
    for subject, members in groupby(sorted({quad[:3] for quad in quads}), key=lambda triple: triple[0]):
        yield f"\n<rdf:Description {_reference(parse_term(subject), 'about')}>\n"
        for _, predicate, value in members:
            yield f"  {_property(predicate[1:-1], parse_term(value), spaces)}\n"
        yield "</rdf:Description>\n"
    yield "\n</rdf:RDF>\n"


def _property(predicate: str, value: Term, spaces: Mapping[str, str]) -> str:
    tag, declaration = _tag(predicate, spaces)
    start = f"<{tag}{declaration}"
    if value.kind != "literal":
        return f"{start} {_reference(value, 'resource')}/>"
    if value.language:
        start += f" xml:lang={quoteattr(value.language)}"
    elif value.datatype != f"{XSD}string":
        start += f" rdf:datatype={quoteattr(value.datatype or '')}"
    return f"{start}>{_text(value.value, predicate)}</{tag}>"


def _tag(predicate: str, spaces: Mapping[str, str]) -> tuple[str, str]:
    """The element's name, and the declaration of its namespace where the head of the file has none."""
    for space, prefix in spaces.items():
        if predicate.startswith(space) and _NAME.match(predicate, len(space)):
            return f"{prefix}:{predicate[len(space):]}", ""
    cut = max(predicate.rfind(mark) for mark in "/#:") + 1
    if not _NAME.match(predicate, cut):
        raise OutputError(predicate, "this predicate cannot be written in RDF/XML",
                          "end it in letters, digits, '_', '-' or '.', beginning with a letter")
    return f"ns:{predicate[cut:]}", f" xmlns:ns={quoteattr(predicate[:cut])}"


def _reference(term: Term, role: str) -> str:
    if term.kind == "bnode":
        return f"rdf:nodeID={quoteattr(term.value)}"
    return f"rdf:{role}={quoteattr(term.value)}"


def _text(value: str, predicate: str) -> str:
    if _UNWRITABLE.search(value):
        raise OutputError(predicate, "a value holds a control character, which XML cannot hold",
                          "remove it from the source text")
    # A parser would turn a bare carriage return into a newline.
    return escape(value, {"\r": "&#13;"})
