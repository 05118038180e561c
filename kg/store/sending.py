"""Sending a graph to a store of other people: graph by graph, and only what changed.

The store keeps an account beside the graphs, in `{base}graph/loaded`: of each graph that was sent its number
of triples and a digest. A graph is struck from the account before it is touched, and entered again when all
of it has arrived. So a load that was broken off goes on where it stopped, and what is half sent never counts.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.errors import StoreError
from kg.store.answer import Table
from kg.store.endpoint import Endpoint
from kg.store.writing import bulk_writer, writer_for

Graphs = dict[str, list[str]]  # IRI of a graph → its triples as N-Triples lines without newline, sorted

_DIGEST, _COUNT = "https://schema.org/sha256", "http://rdfs.org/ns/void#triples"
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_BATCH = 20_000  # triples after which what has arrived is entered: some 3 MB, one second of most stores
_BULK_FROM = 20_000  # triples to send from which a file of many graphs is worth a try
_PAGE = 5_000  # rows of one question: Virtuoso gives 10,000 at most, and does not say so
_AGAIN = "load again: what has arrived is not sent twice"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did, in numbers of graphs; `triples` is what the store holds of the build now, counted."""

    way: str
    sent: int
    unchanged: int
    removed: int
    triples: int


def load(
    endpoint: Endpoint, lines: Iterable[str], progress: Callable[[str, int, int], None] | None = None
) -> Loaded:
    """Make the store hold the named graphs of these N-Quads lines, and no other that an earlier load sent.

    Raises StoreError when the store takes no writing, breaks off, or counts other triples than were sent.
    """
    tell = progress or (lambda stage, done, total: None)
    graphs = _by_graph(lines)
    account = f"{_start(next(iter(graphs)))}loaded"
    digests = {graph: _digest(triples) for graph, triples in graphs.items()}
    known, counted = _account(endpoint, account), count_triples(endpoint, account)
    same = {g for g in graphs if known.get(g) == digests[g] and counted.get(g) == len(graphs[g])}
    gone = sorted(known.keys() - graphs.keys())
    changed = {graph: triples for graph, triples in graphs.items() if graph not in same}
    way = "nothing to send"
    if changed or gone:
        kept = [line for g in sorted(same) for line in _entry(g, len(graphs[g]), digests[g])]
        writer = writer_for(endpoint, account, [f"<{account}> <{_COUNT}> {_number(len(same))} .", *kept])
        if sum(map(len, changed.values())) >= _BULK_FROM:
            writer = bulk_writer(endpoint, writer, account, counted.keys())
        way = writer.way
        writer.drop(gone)
        done = 0
        for batch in _batches(changed):
            tell("load", done, len(changed))
            writer.replace(batch)
            writer.add(account, [line for g in batch for line in _entry(g, len(batch[g]), digests[g])])
            done += len(batch)
    _verify(endpoint, graphs, count_triples(endpoint, account) if changed else counted)
    return Loaded(way, len(changed), len(same), len(gone), sum(map(len, graphs.values())))


def count_triples(endpoint: Endpoint, like: str) -> dict[str, int]:
    """Number of triples of each graph whose IRI begins as that of the graph `like`, up to its last slash."""
    start = _start(like)
    pages = _paged(endpoint, "?g (COUNT(*) AS ?n)", "GRAPH ?g { ?s ?p ?o }", start, "GROUP BY ?g")
    return {graph: int(count) for graph, count in pages}


def _account(endpoint: Endpoint, account: str) -> dict[str, str]:
    pattern = f"GRAPH <{account}> {{ ?g <{_DIGEST}> ?digest }}"
    return dict(_paged(endpoint, "?g ?digest", pattern, _start(account)))


def _start(graph: str) -> str:
    return graph.rpartition("/")[0] + "/"


def _paged(
    endpoint: Endpoint, columns: str, pattern: str, last: str, end: str = ""
) -> Iterator[tuple[str, str]]:
    """Rows of a graph's IRI that begins with `last`, and a value: in the order of the IRIs, page by page."""
    start = last
    while True:
        filters = f'FILTER(STRSTARTS(STR(?g), "{start}") && STR(?g) > "{last}")'
        text = f"SELECT {columns} {{ {pattern} {filters} }} {end} ORDER BY STR(?g) LIMIT {_PAGE}"
        table = endpoint.ask(text, {}, endpoint.address)
        assert isinstance(table, Table)
        for graph, value in table.values():
            if graph and value:
                last = graph
                yield graph, value
        if len(table.rows) < _PAGE:
            return


def _by_graph(lines: Iterable[str]) -> Graphs:
    graphs: Graphs = defaultdict(list)
    for line in sorted(lines):
        start = line.rindex(" <")
        graphs[line[start + 2 : -3]].append(f"{line[:start]} .")
    return dict(sorted(graphs.items()))


def _digest(triples: list[str]) -> str:
    return hashlib.sha256("\n".join(triples).encode()).hexdigest()


def _entry(graph: str, count: int, digest: str) -> tuple[str, str]:
    return f"<{graph}> <{_COUNT}> {_number(count)} .", f'<{graph}> <{_DIGEST}> "{digest}" .'


def _number(value: int) -> str:
    return f'"{value}"^^<{_INTEGER}>'


def _batches(graphs: Graphs) -> Iterator[Graphs]:
    batch: Graphs = {}
    size = 0
    for graph, triples in graphs.items():
        batch[graph] = triples
        size += len(triples)
        if size >= _BATCH:
            yield batch
            batch, size = {}, 0
    if batch:
        yield batch


def _verify(endpoint: Endpoint, graphs: Graphs, counted: dict[str, int]) -> None:
    for graph, triples in graphs.items():
        if counted.get(graph, 0) != len(triples):
            problem = f"holds {counted.get(graph, 0)} triples in <{graph}>, {len(triples)} were sent"
            raise StoreError(endpoint.address, problem, _AGAIN)
