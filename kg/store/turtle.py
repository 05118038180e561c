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
from kg.vocab import KG, OA, SKOS

_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_BARE = {
    f"{XSD}integer": re.compile(r"-?(?:0|[1-9][0-9]*)"),
    f"{XSD}decimal": re.compile(r"-?[0-9]+\.[0-9]+"),
    f"{XSD}boolean": re.compile(r"true|false"),
}
_PREF_LABEL = f"<{SKOS.prefLabel}>"
_POST = f"<{KG.post}>"
_SELECTOR, _EXACT = f"<{OA.hasSelector}>", f"<{OA.exact}>"
_FIRST = (RDF_TYPE, _PREF_LABEL, f"<{SKOS.altLabel}>", f"<{SKOS.notation}>")
_COMMENT_WIDTH = 40
_LINE_WIDTH = 100
_TAGS = ("@zh-Hans", "@zh-Hant", "@zh-Latn-pinyin", "@en")  # the order in which labels are read


def turtle(
    quads: Iterable[Quad],
    prefixes: Mapping[str, str],
    *,
    sections: Iterable[str] = (),
    names: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """Write the triples of `quads`, whatever their graph, as Turtle: chunks of text, one a subject.

    `prefixes` maps prefix to namespace and should cover vocabularies only. Subjects stand in sections by
    class under a comment; `sections` lists class IRIs in the order wanted, others follow by IRI. An IRI in
    full that `names` knows (see `names_of`) is followed by its name as a comment. Sorts in memory.
    """
    triples = sorted({quad[:3] for quad in quads})
    classes = _classes(triples)
    rank = {f"<{iri}>": position for position, iri in enumerate(sections)}

    def place(triple: tuple[str, ...]) -> tuple[int, str]:
        name = classes.get(triple[0])
        return (len(rank) + 1, "") if name is None else (rank.get(name, len(rank)), name)

    shorten = _Shortener(prefixes)
    yield _header(prefixes)
    # The sort is stable: within a section the triples stay in the order of their subjects.
    for (_, name), members in groupby(sorted(triples, key=place), key=place):
        yield f"\n# ---- {shorten(name) if name else 'described elsewhere'} ----\n"
        for subject, block in groupby(members, key=lambda triple: triple[0]):
            yield "\n" + _block(subject, [(p, o) for _, p, o in block], shorten, names or {})


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
        self._short: dict[str, str] = {}  # the words of the vocabularies: few, and met again and again

    def __call__(self, text: str) -> str:
        if text.startswith("<"):
            return self._iri(text)
        if not text.endswith(">"):
            return text
        body, _, datatype = text.rpartition('"^^')
        value, pattern = body[1:], _BARE.get(datatype[1:-1])
        return value if pattern and pattern.fullmatch(value) else f'{body}"^^{self._iri(datatype)}'

    def _iri(self, text: str) -> str:
        if text in self._short:
            return self._short[text]
        for space, prefix in self._spaces:
            if text.startswith(space, 1):
                local = text[len(space) + 1 : -1]
                if _LOCAL.fullmatch(local):
                    return self._short.setdefault(text, f"{prefix}:{local}")
                return text
        return text


def _block(subject: str, pairs: list[tuple[str, str]], shorten: _Shortener, names: Mapping[str, str]) -> str:
    """One subject with all that is said of it; `pairs` are (predicate, object), sorted."""
    pairs = sorted(pairs, key=lambda pair: (_rank(_FIRST, pair[0]), pair[0], _rank(_TAGS, pair[1]), pair[1]))
    lines = []
    for predicate, members in groupby(pairs, key=lambda pair: pair[0]):
        verb = "a" if predicate == RDF_TYPE else shorten(predicate)
        # A prefixed name says what it is; only an IRI in full needs a comment.
        objects = [(shorten(o), names.get(o, "")) for _, o in members]
        lines.append((verb, [(text, name if text[0] == "<" else "") for text, name in objects]))
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


def _rank(order: tuple[str, ...], text: str) -> int:
    """Place in an order of endings (a whole predicate ends in itself); what ends in none comes last."""
    return next((place for place, end in enumerate(order) if text.endswith(end)), len(order))


def _classes(triples: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Subject → its class; of several classes the first by IRI."""
    found: dict[str, str] = {}
    for subject, predicate, value in triples:
        if predicate == RDF_TYPE:
            found.setdefault(subject, value)
    return found


def names_of(quads: Iterable[Quad]) -> dict[str, str]:
    """N-Quads text of an IRI → what a person would call it: its label in simplified Chinese, else its first.

    Evidence is called by the words that it quotes, a tenure by its post.
    """
    names: dict[str, tuple[bool, str]] = {}
    called_by: dict[str, str] = {}
    for subject, predicate, value, _ in sorted(quads):
        if predicate == _PREF_LABEL:
            label = parse_term(value)
            is_chinese = (label.language or "").lower() == "zh-hans"
            if subject not in names or (is_chinese and not names[subject][0]):
                names[subject] = is_chinese, label.value
        elif predicate == _SELECTOR:
            called_by[subject] = max(value, called_by.get(subject, ""))  # #quote=, not #position=
        elif predicate == _POST:
            called_by[subject] = value
        elif predicate == _EXACT:
            names[subject] = True, parse_term(value).value
    found = {subject: _comment(name) for subject, (_, name) in names.items()}
    return {name: found[other] for name, other in called_by.items() if other in found} | found


def _comment(name: str) -> str:
    """One short line, which never looks like the end of a statement."""
    line = " ".join(name.split())
    return line.rstrip(" .") if len(line) <= _COMMENT_WIDTH else f"{line[:_COMMENT_WIDTH]}…"
