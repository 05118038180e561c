"""RDF terms and statements as N-Quads text: the form in which the graph room hands them over.

Terms stay text from the graph to the files. A triple library in between would change them: Oxigraph
lower-cases language tags, rdflib rewrites numbers and drops time zones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.errors import StoreError

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = f"<{RDF}type>"

_NODE = r"<[^<>\"{}|^`\\\x00-\x20]*>|_:[A-Za-z0-9][A-Za-z0-9_.-]*"
_ESCAPED = r"\\(?:[tbnrf\"'\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})"
_STRING = rf"\"[^\"\\\n\r]*(?:{_ESCAPED}[^\"\\\n\r]*)*\""
_LITERAL = rf"{_STRING}(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?"
_STATEMENT = re.compile(rf"({_NODE}) (<[^>]*>) ({_NODE}|{_LITERAL})(?: ({_NODE}))? \.\n?")
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_QUOTED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}


class Quad(NamedTuple):
    """One statement: N-Quads texts of its subject, predicate, object and graph ("" is the default graph)."""

    subject: str
    predicate: str
    object: str
    graph: str = ""


class Term(NamedTuple):
    """An RDF term taken apart: kind is "iri", "bnode" or "literal"."""

    kind: str
    value: str
    datatype: str | None = None
    language: str | None = None


def parse_quads(lines: Iterable[str]) -> Iterator[Quad]:
    """Take N-Quads lines (one statement a line, single spaces) apart.

    Raises StoreError with the number of the first line that is not such a statement.
    """
    for number, line in enumerate(lines, 1):
        match = _STATEMENT.fullmatch(line)
        if match is None:
            raise StoreError(f"quad {number}", f"not an N-Quads statement: {line.strip()[:80]}",
                             "write one statement a line, with single spaces")
        yield Quad._make(match.groups(""))


def triple_line(line: str) -> str:
    """A statement without its graph, as a line that ends with " ."; `line` has been checked."""
    head, _, graph = line.rpartition(" <")
    if '"' in graph or head.count(" ") < 2:  # what was cut off is no graph
        head = " ".join(next(parse_quads([line]))[:3])
    return f"{head} ."


def by_graph(quads: Iterable[Quad]) -> list[tuple[str, str, str, str]]:
    """(graph, subject, predicate, object), each once, sorted: the default graph first."""
    return sorted({(graph, subject, predicate, value) for subject, predicate, value, graph in quads})


def by_subject(quads: Iterable[Quad]) -> list[tuple[str, str, str]]:
    """(subject, predicate, object), each once, sorted, whatever the graph."""
    return sorted({(subject, predicate, value) for subject, predicate, value, _ in quads})


def parse_term(text: str) -> Term:
    """Take one N-Quads term apart; a plain literal gets the datatype xsd:string."""
    if text.startswith("<"):
        return Term("iri", text[1:-1])
    if text.startswith("_:"):
        return Term("bnode", text[2:])
    body, _, suffix = text.rpartition('"')
    value = unescape(body[1:])
    if suffix.startswith("@"):
        return Term("literal", value, f"{RDF}langString", suffix[1:])
    return Term("literal", value, suffix[3:-1] if suffix else f"{XSD}string")


def term_text(term: Term) -> str:
    """Write a term as N-Quads text: the way back from `parse_term`."""
    if term.kind == "iri":
        return f"<{term.value}>"
    if term.kind == "bnode":
        return f"_:{term.value}"
    if term.language:
        return f"{quote(term.value)}@{term.language}"
    if term.datatype in (None, f"{XSD}string"):
        return quote(term.value)
    return f"{quote(term.value)}^^<{term.datatype}>"


def quote(value: str) -> str:
    """Write a string as a literal of N-Quads, Turtle or SPARQL, whatever characters it has."""
    return '"' + "".join(_QUOTED.get(c) or (f"\\u{ord(c):04X}" if c < " " or c == "\x7f" else c)
                         for c in value) + '"'


def unescape(body: str) -> str:
    """Undo the escapes of a quoted literal's body."""
    if "\\" not in body:
        return body
    return _ESCAPE.sub(lambda m: chr(int(m[1][1:], 16)) if len(m[1]) > 1 else _PLAIN.get(m[1], m[1]), body)
