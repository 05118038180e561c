"""Turtle for people, and TriG.

An own writer, because Oxigraph's writes backslashes into local names (Virtuoso keeps them in the IRI) and
lower-cases language tags, and rdflib's rewrites numbers and zones. Rules kept here so that every store
imports the files unchanged: prefixes at the top and for vocabularies only, entity IRIs in full, no backslash
in a local name, no string over several lines, every statement ends with " ." and a newline, no word GRAPH in
TriG.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from kg.store.terms import RDF_TYPE, XSD, Quad, parse_term

_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_BARE = {
    f"{XSD}integer": re.compile(r"-?(?:0|[1-9][0-9]*)"),
    f"{XSD}decimal": re.compile(r"-?[0-9]+\.[0-9]+"),
    f"{XSD}boolean": re.compile(r"true|false"),
}
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_PREF_LABEL = f"<{_SKOS}prefLabel>"
_FIRST = (RDF_TYPE, _PREF_LABEL, f"<{_SKOS}altLabel>", f"<{_SKOS}notation>")
_COMMENT_WIDTH = 40
_LINE_WIDTH = 100


def turtle(quads: Iterable[Quad], prefixes: Mapping[str, str], sections: Iterable[str] = ()) -> Iterator[str]:
    """Write the triples of `quads`, whatever their graph, as Turtle: chunks of text, one a subject.

    `prefixes` maps prefix to namespace and should cover vocabularies only. Subjects stand in sections by
    class under a comment; `sections` lists class IRIs in the order wanted, others follow by IRI. An IRI
    that has a label in `quads` is followed by that label as a comment. Sorts in memory.
    """
    triples = sorted({quad[:3] for quad in quads})
    labels = _labels(triples)
    classes = _classes(triples)
    rank = {f"<{iri}>": position for position, iri in enumerate(sections)}

    def place(triple: tuple[str, ...]) -> tuple[int, str]:
        name = classes.get(triple[0])
        return (len(rank) + 1, "") if name is None else (rank.get(name, len(rank)), name)

    shorten = _Shortener(prefixes)
    yield _header(prefixes)
    # The sort is stable: within a section the triples stay in the order of their subjects.
    for (_, name), members in groupby(sorted(triples, key=place), key=place):
        yield f"\n# ---- {shorten(name) if name else 'without a class'} ----\n"
        for subject, block in groupby(members, key=lambda triple: triple[0]):
            yield "\n" + _block(subject, [(p, o) for _, p, o in block], shorten, labels)


def trig(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Write `quads` as TriG: chunks of text, graph by graph, the default graph first. Sorts in memory."""
    shorten = _Shortener(prefixes)
    yield _header(prefixes)
    ordered = sorted({(quad.graph, *quad[:3]) for quad in quads})
    for graph, members in groupby(ordered, key=lambda row: row[0]):
        yield f"\n{graph} {{\n" if graph else "\n"
        for subject, block in groupby(members, key=lambda row: row[1]):
            yield _block(subject, [(p, o) for *_, p, o in block], shorten, {})
        if graph:
            yield "}\n"


def _header(prefixes: Mapping[str, str]) -> str:
    return "".join(f"@prefix {prefix}: <{prefixes[prefix]}> .\n" for prefix in sorted(prefixes))


class _Shortener:
    """Writes a term as Turtle: a prefixed name, a bare number, or the N-Quads text unchanged."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._spaces = sorted(((space, prefix) for prefix, space in prefixes.items()), reverse=True)

    def __call__(self, text: str) -> str:
        if text.startswith("<"):
            return self._iri(text)
        body, mark, datatype = text.rpartition('"^^')
        if not mark:
            return text
        value, pattern = body[1:], _BARE.get(datatype[1:-1])
        return value if pattern and pattern.fullmatch(value) else f'{body}"^^{self._iri(datatype)}'

    def _iri(self, text: str) -> str:
        for space, prefix in self._spaces:
            if text.startswith(space, 1):
                local = text[len(space) + 1 : -1]
                return f"{prefix}:{local}" if _LOCAL.fullmatch(local) else text
        return text




def _block(subject: str, pairs: list[tuple[str, str]], shorten: _Shortener, labels: Mapping[str, str]) -> str:
    """One subject with all that is said of it; `pairs` are (predicate, object), sorted."""
    pairs = sorted(pairs, key=lambda pair: (_rank(pair[0]), pair))
    lines = []
    for predicate, members in groupby(pairs, key=lambda pair: pair[0]):
        verb = "a" if predicate == RDF_TYPE else shorten(predicate)
        objects = [(shorten(o), labels.get(o, "")) for _, o in members]
        # A prefixed name says what it is; only an IRI in full needs a comment.
        lines.append((verb, [(text, label if text[0] == "<" else "") for text, label in objects]))
    text = f"{subject} "
    for number, (verb, objects) in enumerate(lines):
        indent = "    " if number else ""
        end = " ;" if number + 1 < len(lines) else " ."
        text += f"{indent}{verb} {_objects(objects, end)}"
    return text


def _objects(objects: list[tuple[str, str]], end: str) -> str:
    """The objects of one verb, on one line where they fit and none needs a comment."""
    plain = ", ".join(text for text, _ in objects)
    if not any(comment for _, comment in objects) and (len(objects) == 1 or len(plain) <= _LINE_WIDTH):
        return f"{plain}{end}\n"
    rows = []
    for number, (text, comment) in enumerate(objects):
        last = number + 1 == len(objects)
        # A full stop that ends a statement is followed by the newline and nothing else.
        if comment and last and end == " .":
            rows.append(f"{text} # {comment}\n   {end}\n")
        else:
            rows.append(f"{text}{end if last else ','}{f' # {comment}' if comment else ''}\n")
    return "        ".join(rows)


def _rank(predicate: str) -> int:
    return _FIRST.index(predicate) if predicate in _FIRST else len(_FIRST)


def _classes(triples: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Subject → its class; of several classes the first by IRI."""
    found: dict[str, str] = {}
    for subject, predicate, value in triples:
        if predicate == RDF_TYPE:
            found.setdefault(subject, value)
    return found


def _labels(triples: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Subject → a label fit for a comment: the one in simplified Chinese, else the first."""
    found: dict[str, tuple[bool, str]] = {}
    for subject, predicate, value in triples:
        if predicate == _PREF_LABEL:
            label = parse_term(value)
            chinese = (label.language or "").lower() == "zh-hans"
            if subject not in found or (chinese and not found[subject][0]):
                # A comment must not look like the end of a statement: no newline, no closing full stop.
                found[subject] = chinese, " ".join(label.value.split())[:_COMMENT_WIDTH].rstrip(" .")
    return {subject: comment for subject, (_, comment) in found.items()}
