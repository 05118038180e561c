"""The page of an article: its text as far as the quotes keep it, with every fact at its words.

A store holds no whole text, only the words behind each fact with 12 characters on either side. Put together
they are most of an article that is rich in facts; what lies between is shown as a gap.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kg.network.records import Records
from kg.serve.messages import Reply
from kg.serve.pages.html import html
from kg.serve.pages.reading import Reading, quotes_of
from kg.serve.pages.rows import Link, Row, Rows
from kg.store import Store
from kg.vocab import DCT, KG, OA, RDF, SCHEMA

_MOST = 5000  # pieces of evidence of one article


class Piece(NamedTuple):
    """Part of a passage; `anchors` are the ids of the spans that begin here, `marked`: a fact rests on it."""

    text: str
    marked: bool
    anchors: tuple[str, ...]


class Passage(NamedTuple):
    """Text without a gap, and the facts whose words begin in it."""

    start: int
    pieces: tuple[Piece, ...]
    facts: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """The words of one piece of evidence and what stands around them, as the store keeps them."""

    start: int
    end: int
    text: str
    at: int  # where `text` begins
    iri: str


def article(store: Store, iri: str, path: str) -> Reply:
    """The page of the article with this IRI, which is in the store."""
    reading = Reading(store)
    reading.about([iri], hops=1)
    evidence = sorted({quad.subject[1:-1] for quad in store.pointing(iri, _MOST, OA.hasSource)})
    facts: dict[str, list[str]] = defaultdict(list)
    for each in evidence:
        for node in reading.pointing(each, KG.evidence):
            facts[node].append(each)
    records = reading.records()
    rows = Rows(records, quotes_of(records), store.base)
    spans = _spans(records, iri, evidence)
    of_whole = [node for node, found in sorted(facts.items()) if not any("#char=" in each for each in found)]
    return html("article.html", base=store.base, path=path, iri=iri, title=records.label(iri),
                head=_head(rows, iri), passages=_passages(rows, spans, facts),
                whole=[fact for node in of_whole if (fact := _fact(rows, node)).parts])  # fmt: skip


def _head(rows: Rows, iri: str) -> list[tuple[str, Link]]:
    """Date, publisher and address."""
    records = rows.records
    named = (("日期 Date", KG.date), ("发布者 Publisher", DCT.publisher), ("网址 Address", SCHEMA.url),
             ("标识 Identifier", DCT.identifier))  # fmt: skip
    return [
        (label, rows.value(term))
        for label, predicate in named
        for term in records.terms(iri, predicate)
    ]


def _spans(records: Records, article_iri: str, evidence: list[str]) -> list[Span]:
    spans = []
    for each in evidence:
        _, mark, numbers = each.partition("#char=")
        if not mark:
            continue
        start, end = map(int, numbers.split(","))
        selector = f"{article_iri}#quote={start},{end}"
        before, words, after = (records.value(selector, part) for part in (OA.prefix, OA.exact, OA.suffix))
        if words:
            spans.append(Span(start, end, before + words + after, start - len(before), each))
    return sorted(spans, key=lambda span: (span.start, span.end))


def _passages(rows: Rows, spans: list[Span], facts: dict[str, list[str]]) -> list[Passage]:
    """Overlapping pieces put together, in the order of the text."""
    known: dict[int, str] = {}
    for span in spans:
        for offset, character in enumerate(span.text):
            known.setdefault(span.at + offset, character)
    begins: dict[str, list[str]] = defaultdict(list)
    for node, found in facts.items():
        earliest = min((each for each in found if "#char=" in each), key=_start, default="")
        begins[earliest].append(node)
    passages = []
    for first, last in _runs(sorted(known)):
        inside = [span for span in spans if first <= span.start < last]
        cuts = sorted({first, last, *(edge for span in inside for edge in (span.start, span.end))})
        pieces = tuple(
            Piece(
                "".join(known[place] for place in range(start, end)),
                any(span.start <= start < span.end for span in inside),
                tuple(f"c{span.start}-{span.end}" for span in inside if span.start == start),
            )
            for start, end in pairwise(cuts)
        )
        found_here = [_fact(rows, node) for span in inside for node in sorted(begins[span.iri])]
        passages.append(Passage(first, pieces, tuple(fact for fact in found_here if fact.parts)))
    return passages


def _start(evidence: str) -> tuple[int, ...]:
    return tuple(map(int, evidence.partition("#char=")[2].split(",")))


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Runs of whole numbers without a gap: (first, one past the last)."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _fact(rows: Rows, node: str) -> Row:
    """A fact as it is named beside its words; without parts when it is only a mention's own record."""
    records = rows.records
    if RDF.Statement in records.iris(node, RDF.type):
        parts_of = (RDF.subject, RDF.predicate, RDF.object)
        subject, predicate, value = (records.terms(node, part) for part in parts_of)
        if not (subject and predicate and value):
            return Row("", (), ())
        name = Link(records.label(predicate[0].value), note=True)
        said = (rows.link(subject[0].value), name, rows.value(value[0]))
        return Row("", said, (), records.confidence(node))
    fact = rows.row(node, "", "")
    kind = rows.class_of(node)
    heading = records.label(KG[kind]) if kind else ""
    parts = (Link(heading, note=True), *fact.parts) if heading else fact.parts
    return Row(fact.when, parts, (), fact.confidence, fact.status, fact.reason)


