"""Writing to a store over HTTP: by the SPARQL 1.1 Graph Store Protocol, else by SPARQL 1.1 Update.

Much at once goes as N-Quads, where the store takes a file of many graphs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Protocol

from kg.errors import StoreError
from kg.store.answer import Verdict
from kg.store.endpoint import Endpoint
from kg.store.http import Http, said
from kg.store.terms import RDF

# Where stores have their graph store, and take updates, under the address of queries (less the word query or
# sparql at its end): Fuseki, Oxigraph, RDF4J and GraphDB, Neptune, Stardog; "" is the address itself.
_GRAPH_STORES = ("data", "store", "rdf-graphs/service", "gsp/", "")
_UPDATES = ("update", "statements", "")
# Where they take N-Quads, if they do: Oxigraph, Fuseki, RDF4J and GraphDB.
_FILES = ("store", "data", "statements")
_VIRTUOSO = "sparql-graph-crud-auth"
_MOST = 20_000  # triples of one request
_MISSING, _TOO_LARGE = 404, 413


class Writer(Protocol):
    """One way to write: each call has arrived when it returns, and raises StoreError otherwise."""

    way: str

    def replace(self, graphs: Mapping[str, Sequence[str]]) -> None:
        """Put these triples (N-Triples lines) in the place of what each graph holds."""

    def add(self, graph: str, triples: Sequence[str]) -> None:
        """Add triples to a graph."""

    def drop(self, graphs: Iterable[str]) -> None:
        """Remove graphs; one that is not there is no error."""


def writer_for(endpoint: Endpoint, graph: str, triples: Sequence[str]) -> Writer:
    """The first way that the store takes; tried by putting these triples in the place of `graph`.

    Raises StoreError when the store takes none, or wants credentials.
    """
    refusals: list[StoreError] = []
    for writer in _candidates(endpoint):
        try:
            writer.replace({graph: triples})
            return writer
        except StoreError as error:
            refusals.append(error)
    told = next((error for error in refusals if "credentials" in error.problem), None)
    if told is not None:
        raise told
    raise StoreError(
        endpoint.address, "takes neither the Graph Store Protocol nor SPARQL Update",
        "switch one on, or import graph.nq.gz with the store's own loader: see docs/stores.md",
    )  # fmt: skip


def bulk_writer(endpoint: Endpoint, writer: Writer, graph: str, present: Collection[str]) -> Writer:
    """One that sends many graphs a request, where the store takes that, else `writer` itself.

    Tried with one triple more in `graph`, which must then stand there; `present` are the graphs that hold
    something, of those that will be written.
    """
    mark = f"<{graph}> <{RDF}type> <http://rdfs.org/ns/void#Dataset>"
    for path in _FILES:
        bulk = Bulk(endpoint.http, f"{_under(endpoint)}/{path}", writer, present)
        try:
            bulk.send({graph: [f"{mark} ."]})
        except StoreError:
            continue
        if endpoint.ask(f"ASK {{ GRAPH <{graph}> {{ {mark} }} }}", {}, endpoint.address) == Verdict(True):
            return bulk
    return writer


def _under(endpoint: Endpoint) -> str:
    return endpoint.address.removesuffix("/query").removesuffix("/sparql")


def _candidates(endpoint: Endpoint) -> Iterable[Writer]:
    http, under = endpoint.http, _under(endpoint)
    if "virtuoso" in endpoint.server.lower():
        return [GraphStore(http, f"{under}/{_VIRTUOSO}")]
    addresses = [f"{under}/{path}" if path else endpoint.address for path in _GRAPH_STORES]
    updates = [f"{under}/{path}" if path else endpoint.address for path in _UPDATES]
    return [*(GraphStore(http, url) for url in addresses), *(Update(http, url) for url in updates)]


class GraphStore:
    """The Graph Store Protocol, one graph a request."""

    way = "Graph Store Protocol"

    def __init__(self, http: Http, url: str) -> None:
        self._http = http
        self._url = url

    def replace(self, graphs: Mapping[str, Sequence[str]]) -> None:
        """See Writer."""
        for graph, triples in graphs.items():
            self._send("PUT", graph, triples[:_MOST])
            for start in range(_MOST, len(triples), _MOST):
                self._send("POST", graph, triples[start : start + _MOST])

    def add(self, graph: str, triples: Sequence[str]) -> None:
        """See Writer."""
        for start in range(0, len(triples), _MOST):
            self._send("POST", graph, triples[start : start + _MOST])

    def drop(self, graphs: Iterable[str]) -> None:
        """See Writer."""
        for graph in graphs:
            answer = self._http.send("DELETE", self._url, params={"graph": graph})
            if not answer.ok and answer.status_code != _MISSING:
                raise _refused(self._url, answer)

    def _send(self, method: str, graph: str, triples: Sequence[str]) -> None:
        # N-Triples lines are Turtle, which every graph store takes.
        answer = self._http.send(method, self._url, params={"graph": graph}, data=_text(triples),
                                 headers={"Content-Type": "text/turtle; charset=utf-8"})  # fmt: skip
        if answer.status_code == _TOO_LARGE and len(triples) > 1:
            half = len(triples) // 2
            self._send(method, graph, triples[:half])
            self._send("POST", graph, triples[half:])
        elif not answer.ok:
            raise _refused(self._url, answer)


class Update:
    """SPARQL Update, many graphs a request."""

    way = "SPARQL Update"

    def __init__(self, http: Http, url: str) -> None:
        self._http = http
        self._url = url

    def replace(self, graphs: Mapping[str, Sequence[str]]) -> None:
        """See Writer."""
        self.drop(graphs)
        rest = {graph: list(triples) for graph, triples in graphs.items()}
        while rest:
            room, part = _MOST, {}
            for graph in list(rest):
                part[graph], rest[graph] = rest[graph][:room], rest[graph][room:]
                room -= len(part[graph])
                if rest[graph]:
                    break
                del rest[graph]
            self._insert(part)

    def add(self, graph: str, triples: Sequence[str]) -> None:
        """See Writer."""
        for start in range(0, len(triples), _MOST):
            self._insert({graph: triples[start : start + _MOST]})

    def drop(self, graphs: Iterable[str]) -> None:
        """See Writer."""
        if text := " ;\n".join(f"DROP SILENT GRAPH <{graph}>" for graph in graphs):
            self._send(text.encode())

    def _insert(self, graphs: Mapping[str, Sequence[str]]) -> None:
        blocks = (b"GRAPH <%s> {\n%s}\n" % (graph.encode(), _text(lines)) for graph, lines in graphs.items())
        self._send(b"INSERT DATA {\n" + b"".join(blocks) + b"}")

    def _send(self, text: bytes) -> None:
        headers = {"Content-Type": "application/sparql-update; charset=utf-8"}
        answer = self._http.send("POST", self._url, data=text, headers=headers)
        if not answer.ok:
            raise _refused(self._url, answer)


class Bulk:
    """N-Quads of many graphs a request. What stood in a graph, and all else, is left to another writer."""

    way = "N-Quads"

    def __init__(self, http: Http, url: str, other: Writer, present: Collection[str]) -> None:
        self._http = http
        self._url = url
        self._other = other
        self._present = present
        self.add = other.add
        self.drop = other.drop

    def replace(self, graphs: Mapping[str, Sequence[str]]) -> None:
        """See Writer."""
        self._other.drop(graph for graph in graphs if graph in self._present)
        self.send(graphs)

    def send(self, graphs: Mapping[str, Sequence[str]]) -> None:
        """Add triples to graphs. Raises StoreError."""
        lines = [f"{line[:-1]}<{graph}> ." for graph, triples in graphs.items() for line in triples]
        for start in range(0, len(lines), _MOST):
            self._send(lines[start : start + _MOST])

    def _send(self, lines: Sequence[str]) -> None:
        headers = {"Content-Type": "application/n-quads; charset=utf-8"}
        answer = self._http.send("POST", self._url, data=_text(lines), headers=headers)
        if answer.status_code == _TOO_LARGE and len(lines) > 1:
            half = len(lines) // 2
            self._send(lines[:half])
            self._send(lines[half:])
        elif not answer.ok:
            raise _refused(self._url, answer)


def _text(triples: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in triples).encode()


def _refused(url: str, answer: Any) -> StoreError:
    return StoreError(url, f"refuses what is sent ({said(answer)})", "see what the store says in its log")
