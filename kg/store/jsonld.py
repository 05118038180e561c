"""JSON-LD 1.1 with the project's context inlined, so that no reader has to fetch it.

An own writer: rdflib's holds the whole graph several times over and does not keep an order, Oxigraph's
lower-cases language tags and uses no context. Numbers stay strings with their datatype, as a JSON number
would come back in another form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import orjson

from kg.store.terms import RDF_TYPE, XSD, unescape

_STRING = f"{XSD}string"
_KNOWN_KEYS = {"@id", "@type", "@container"}


class _Definition(NamedTuple):
    """How a term of the context writes its values: `coercion` is "@id", a datatype IRI, or None."""

    term: str
    coercion: str | None
    as_list: bool


class _Context:
    """The part of a JSON-LD context that the writer uses: terms of properties and of classes.

    A definition with anything beyond @id, @type and @container @set is left unused; its property is
    then written with the full IRI, which is always right.
    """

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._context = context
        self._plain_text = "@language" not in context
        # The context may rename the keywords: "id" for "@id".
        names = {value: term for term, value in context.items() if value in ("@id", "@type")}
        self.id, self.type = names.get("@id", "@id"), names.get("@type", "@type")
        self._definitions: dict[str, _Definition] = {}
        for term in sorted(context, reverse=True):
            self._define(term, context[term])

    def _define(self, term: str, value: Any) -> None:
        if term.startswith("@"):
            return
        detail = value if isinstance(value, Mapping) else {"@id": value}
        iri = self._expand(detail.get("@id", term))
        if iri is None or iri.endswith(("/", "#")) or not set(detail) <= _KNOWN_KEYS:
            return
        coercion = detail.get("@type")
        if coercion not in (None, "@id"):
            coercion = self._expand(coercion)
            if coercion is None:
                return
        if detail.get("@container", "@set") == "@set":
            self._definitions[iri] = _Definition(term, coercion, "@container" in detail)

    def _expand(self, name: Any) -> str | None:
        """IRI of a term, a prefixed name or an IRI of the context; None for a keyword."""
        if not isinstance(name, str) or name.startswith("@"):
            return None
        prefix, colon, local = name.partition(":")
        if colon and not local.startswith("//") and isinstance(self._context.get(prefix), str):
            return f"{self._context[prefix]}{local}"
        if colon:
            return name
        return f"{self._context['@vocab']}{name}" if "@vocab" in self._context else None

    def class_name(self, iri: str) -> str:
        """Term of a class, or its IRI in full."""
        return self._definitions[iri].term if iri in self._definitions else iri

    def pair(self, iri: str, values: list[str]) -> tuple[str, Any]:
        """Key and value of one property of a node; `values` are N-Quads terms."""
        definition = self._definitions.get(iri) or _Definition(iri, None, False)
        written = [self._value(value, definition.coercion) for value in values]
        single = len(written) == 1 and not definition.as_list
        return definition.term, written[0] if single else written

    def _value(self, text: str, coercion: str | None) -> Any:
        if text[0] != '"':
            name = _name(text)
            return name if coercion == "@id" else {"@id": name}
        body, _, suffix = text.rpartition('"')
        value = unescape(body[1:])
        if suffix.startswith("@"):
            return {"@value": value, "@language": suffix[1:]}
        if suffix:
            datatype = suffix[3:-1]
            return value if datatype == coercion else {"@value": value, "@type": datatype}
        plain = coercion == _STRING or (coercion is None and self._plain_text)
        return value if plain else {"@value": value}


def jsonld(rows: Iterable[tuple[str, str, str, str]], context: Mapping[str, Any]) -> Iterator[str]:
    """Write rows (of `by_graph`, or in that order) as one JSON-LD document: chunks of text, one node a line,
    graph by graph. `context` is the value of "@context" in ontology/context.jsonld.
    """
    names = _Context(context)
    yield f'{{"@context": {_json(context)},\n"@graph": ['
    first = True
    for graph, members in groupby(rows, key=itemgetter(0)):
        if graph:
            yield f'{"" if first else ","}\n{{"@id": {_json(_name(graph))}, "@graph": ['
            first = True
        for subject, block in groupby(members, key=itemgetter(1)):
            yield f'{"" if first else ","}\n{_json(_node(subject, block, names))}'
            first = False
        if graph:
            yield "]}"
        first = False
    yield "]}\n"


def _node(subject: str, rows: Iterable[tuple[str, str, str, str]], names: _Context) -> dict[str, Any]:
    node: dict[str, Any] = {names.id: _name(subject)}
    for predicate, members in groupby(rows, key=itemgetter(2)):
        values = [value for *_, value in members]
        if predicate == RDF_TYPE:
            node[names.type] = [names.class_name(_name(value)) for value in values]
        else:
            key, written = names.pair(predicate[1:-1], values)
            node[key] = written
    return node


def _name(text: str) -> str:
    return text if text.startswith("_:") else text[1:-1]


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()
