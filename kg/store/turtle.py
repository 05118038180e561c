"""Turtle for people, and TriG.

An own writer, because Oxigraph's writes backslashes into local names (Virtuoso keeps them in the IRI) and
lower-cases language tags, and rdflib's rewrites numbers and zones. Rules kept here so that every store
imports the files unchanged: prefixes at the top and for vocabularies only, entity IRIs in full, no backslash
in a local name, no string over several lines, every statement ends with " ." and a newline, no word GRAPH in
TriG.
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from itertools import groupby
from operator import itemgetter
from tempfile import SpooledTemporaryFile
from typing import IO

from kg.store.terms import RDF_TYPE, XSD, parse_term
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
_HELD = 4_000_000  # characters of a section that are held in memory
_LINE_WIDTH = 100
_TAGS = ("@zh-Hans", "@zh-Hant", "@zh-Latn-pinyin", "@en")  # the order in which labels are read


def turtle(
    triples: Iterable[tuple[str, str, str]],
    prefixes: Mapping[str, str],
    *,
    sections: Iterable[str] = (),
    names: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """Write triples (of `by_subject`, or in that order) as Turtle, in chunks of text.

    `prefixes` maps prefix to namespace and should cover vocabularies only. Subjects stand in sections by
    class under a comment; `sections` lists class IRIs in the order wanted, others follow by IRI. An IRI in
    full that `names` knows (see `names_of`) is followed by its name as a comment. Sections wait in temporary
    files, so that memory does not grow with the triples.
    """
    rank = {f"<{iri}>": position for position, iri in enumerate(sections)}
    shorten = _Shortener(prefixes)
    with ExitStack() as opened:
        waiting: dict[tuple[int, str], IO[str]] = {}
        for subject, members in groupby(triples, key=itemgetter(0)):
            pairs = [(p, o) for _, p, o in members]
            name = min((o for p, o in pairs if p == RDF_TYPE), default="")
            place = (rank.get(name, len(rank)), name) if name else (len(rank) + 1, "")
            if place not in waiting:
                waiting[place] = opened.enter_context(
                    SpooledTemporaryFile(_HELD, "w+", encoding="utf-8", newline="\n")
                )
            waiting[place].write("\n" + _block(subject, pairs, shorten, names or {}))
        yield _header(prefixes)
        for place in sorted(waiting):
            yield f"\n# ---- {shorten(place[1]) if place[1] else 'described elsewhere'} ----\n"
            waiting[place].seek(0)
            yield from iter(partial(waiting[place].read, _HELD), "")


def trig(rows: Iterable[tuple[str, str, str, str]], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Write rows (of `by_graph`, or in that order) as TriG: chunks of text, graph by graph."""
    shorten = _Shortener(prefixes)
    yield _header(prefixes)
    for graph, members in groupby(rows, key=itemgetter(0)):
        yield f"\n{graph} {{\n" if graph else "\n"
        for subject, triples in groupby(members, key=itemgetter(1)):
            yield _block(subject, [(p, o) for *_, p, o in triples], shorten, {})
        if graph:
            yield "}\n"


def evidence_turtle(
    rows: Iterable[tuple[str, str, str, str]], prefixes: Mapping[str, str], names: dict[str, str]
) -> Iterator[str]:
    """Write the triples of rows in the order of `by_graph` as Turtle, a section a graph: one article's words
    stand together, and their comments need no more than its own quotes (and `names`, of everything else).
    """
    shorten = _Shortener(prefixes)
    yield _header(prefixes)
    for graph, members in groupby(rows, key=itemgetter(0)):
        triples = [row[1:] for row in members]
        called = ChainMap(names_of(triples), names)
        yield f"\n# ---- {graph} ----\n"
        for subject, pairs in groupby(triples, key=itemgetter(0)):
            yield "\n" + _block(subject, [(p, o) for _, p, o in pairs], shorten, called)


def _header(prefixes: Mapping[str, str]) -> str:
    return "".join(f"@prefix {prefix}: <{prefixes[prefix]}> .\n" for prefix in sorted(prefixes))


class _Shortener:
    """Writes a term as Turtle: a prefixed name, a bare number, or the N-Quads text unchanged."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._spaces = sorted(((f"<{space}", prefix) for prefix, space in prefixes.items()), reverse=True)
        self._heads = tuple(head for head, _ in self._spaces)
        self._short: dict[str, str] = {}  # the words of the vocabularies: few, and met again and again
        self._verbs: dict[str, tuple[int, str, str]] = {}

    def __call__(self, text: str) -> str:
        if text[-1] != ">":
            return text
        if text[0] == "<":
            return self._short.get(text) or self._iri(text)
        body, _, datatype = text.rpartition('"^^')
        value, pattern = body[1:], _BARE.get(datatype[1:-1])
        return value if pattern and pattern.fullmatch(value) else f'{body}"^^{self(datatype)}'

    def _iri(self, text: str) -> str:
        if not text.startswith(self._heads):
            return text
        head, prefix = next(space for space in self._spaces if text.startswith(space[0]))
        local = text[len(head) : -1]
        return self._short.setdefault(text, f"{prefix}:{local}" if _LOCAL.fullmatch(local) else text)

    def verb(self, predicate: str) -> tuple[int, str, str]:
        """(place among the predicates of a subject, IRI, what is written): sorts in the order of a block."""
        known = self._verbs.get(predicate)
        if known is None:
            written = "a" if predicate == RDF_TYPE else self(predicate)
            known = self._verbs[predicate] = (_rank(_FIRST, predicate), predicate, written)
        return known


def _block(
    subject: str, pairs: Iterable[tuple[str, str]], shorten: _Shortener, names: Mapping[str, str]
) -> str:
    """One subject with all that is said of it; `pairs` are (predicate, object), sorted."""
    said: dict[str, list[str]] = {}
    for predicate, value in pairs:
        if predicate in said:
            said[predicate].append(value)
        else:
            said[predicate] = [value]
    rows = []
    last = len(said) - 1
    for number, (_, predicate, verb) in enumerate(sorted([shorten.verb(predicate) for predicate in said])):
        end = " ;" if number < last else " ."
        rows.append(f"{verb} {_objects(said[predicate], shorten, names, end)}")
    return f"{subject} {'    '.join(rows)}"


def _objects(values: list[str], shorten: _Shortener, names: Mapping[str, str], end: str) -> str:
    """The objects of one verb, on one line where they fit and none needs a comment."""
    if len(values) == 1:
        text = shorten(values[0])
        if text[0] != "<" or text not in names:
            return f"{text}{end}\n"
    values = sorted(values, key=lambda value: (_rank(_TAGS, value), value))
    written = [shorten(value) for value in values]
    # A prefixed name says what it is; only an IRI in full needs a comment.
    said = [names.get(text, "") if text[0] == "<" else "" for text in written] if names else [""]
    plain = ", ".join(written)
    if not any(said) and (len(written) == 1 or len(plain) <= _LINE_WIDTH):
        return f"{plain}{end}\n"
    rows = []
    for number, (text, comment) in enumerate(zip(written, said * (len(written) // len(said)), strict=True)):
        last = number + 1 == len(written)
        # A full stop that ends a statement is followed by the newline and nothing else.
        if comment and last and end == " .":
            rows.append(f"{text} # {comment}\n   {end}\n")
        else:
            rows.append(f"{text}{end if last else ','}{f' # {comment}' if comment else ''}\n")
    return "        ".join(rows)


def _rank(order: tuple[str, ...], text: str) -> int:
    """Place in an order of endings (a whole predicate ends in itself); what ends in none comes last."""
    return next((place for place, end in enumerate(order) if text.endswith(end)), len(order))


def names_of(triples: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """N-Quads text of an IRI → what a person would call it: its label in simplified Chinese, else its first.

    Evidence is called by the words that it quotes, a tenure by its post. The triples come in order.
    """
    names: dict[str, tuple[bool, str]] = {}
    called_by: dict[str, str] = {}
    for subject, predicate, value in triples:
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
