"""RDF/XML, for tools that read nothing else.

An own writer: rdflib's rewrites numbers and zones and can write a predicate that is not well-formed,
Oxigraph's lower-cases language tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from xml.sax.saxutils import escape, quoteattr

from kg.errors import OutputError
from kg.store.terms import RDF, unescape

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*\Z")
# XML 1.0 has no way to write these, not even as a character reference.
_MARKED = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def rdfxml(triples: Iterable[tuple[str, str, str]], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Write triples (of `by_subject`, or in that order) as RDF/XML: chunks of text, one a subject.

    Raises OutputError for what XML cannot hold: a control character in a literal, or a predicate whose end is
    no XML name.
    """
    spaces = {space: prefix for prefix, space in sorted(prefixes.items(), reverse=True)} | {RDF: "rdf"}
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    for space, prefix in sorted(spaces.items(), key=lambda item: item[1]):
        yield f"\n    xmlns:{prefix}={quoteattr(space)}"
    yield ">\n"
    tags: dict[str, tuple[str, str]] = {}  # of the vocabularies: few
    for subject, members in groupby(triples, key=itemgetter(0)):
        text = f"\n<rdf:Description {_reference(subject, 'about')}>\n"
        for _, predicate, value in members:
            tag = tags.get(predicate) or tags.setdefault(predicate, _tag(predicate[1:-1], spaces))
            text += f"  {_property(predicate, tag, value)}\n"
        yield f"{text}</rdf:Description>\n"
    yield "\n</rdf:RDF>\n"


def _property(predicate: str, tag: tuple[str, str], value: str) -> str:
    name, declaration = tag
    if value[0] != '"':
        return f"<{name}{declaration} {_reference(value, 'resource')}/>"
    body, _, suffix = value.rpartition('"')
    if suffix.startswith("@"):
        declaration += f' xml:lang="{suffix[1:]}"'
    elif suffix:
        declaration += f" rdf:datatype={quoteattr(suffix[3:-1])}"
    return f"<{name}{declaration}>{_text(unescape(body[1:]), predicate)}</{name}>"


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


def _reference(node: str, role: str) -> str:
    if node.startswith("_:"):
        return f'rdf:nodeID="{node[2:]}"'
    iri = node[1:-1]
    return f"rdf:{role}={quoteattr(iri)}" if "&" in iri else f'rdf:{role}="{iri}"'


def _text(value: str, predicate: str) -> str:
    if not _MARKED.search(value):
        return value
    if _UNWRITABLE.search(value):
        raise OutputError(predicate[1:-1], "a value holds a control character, which XML cannot hold",
                          "remove it from the source text")
    # A parser would turn a bare carriage return into a newline.
    return escape(value, {"\r": "&#13;"})
