"""A store of other people, asked over HTTP: SPARQL 1.1 Protocol, whatever the program behind it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError, StoreError
from kg.store.answer import Answer, Table, Triples, Verdict
from kg.store.http import Http, said
from kg.store.terms import RDF, XSD, Quad, Term

if TYPE_CHECKING:
    import requests

# Under the address that a person gives: that itself, Oxigraph and Fuseki, Virtuoso and kg serve.
_PATHS = ("", "query", "sparql")
_TABLE, _TRIPLES = "application/sparql-results+json", "application/n-triples"
_ACCEPT = f"{_TABLE}, {_TRIPLES};q=0.9"
_YES = "ASK {}"
# What a store can be told so that a query without GRAPH sees every graph: nothing (Virtuoso, RDF4J, GraphDB,
# kg serve), Fuseki's name of the union, Oxigraph's switch. The last way is to name all graphs.
_UNIONS: tuple[Mapping[str, Any], ...] = (
    {}, {"default-graph-uri": "urn:x-arq:UnionGraph"}, {"union-default-graph": "true"},
)  # fmt: skip
_VIRTUOSO_ASK = "__ASK_RETVAL"  # Virtuoso 7 answers ASK with a table of this one column
_OK = 200
_BAD_QUERY = 400


class Endpoint:
    """The face of `Store` before any SPARQL endpoint. Language tags come back as the store keeps them."""

    def __init__(self, http: Http, address: str) -> None:
        self.http = http
        self.address = address
        self.server = ""  # what the store calls itself, once it has answered

    def graphs(self) -> tuple[str, ...]:
        """IRIs of the named graphs, sorted. Raises StoreError."""
        return self._graphs

    @cached_property
    def _graphs(self) -> tuple[str, ...]:
        # Counted, because DISTINCT takes Virtuoso 20 s where this takes it none.
        text = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
        table = self.ask(text, {}, self.address)
        assert isinstance(table, Table)
        return tuple(sorted(row[0] for row in table.values() if row[0]))

    def query(
        self, text: str, *, prefixes: Mapping[str, str] | None = None, place: str = "query"
    ) -> Answer:
        """Run a SPARQL query over the union of all graphs.

        `prefixes` may be used undeclared; `place` is named in errors. QueryError for what the store calls a
        bad query, StoreError for any other trouble.
        """
        head = "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in (prefixes or {}).items())
        return self.ask(head + text, self._union, place)

    @cached_property
    def _union(self) -> Mapping[str, Any]:
        """Parameters with which a query without GRAPH sees what stands in named graphs."""
        one = "SELECT ?s ?p { GRAPH ?g { ?s ?p ?o FILTER(ISIRI(?s)) } } LIMIT 1"
        sample = self.ask(one, {}, self.address)
        assert isinstance(sample, Table)
        if not sample.rows:
            return {}
        subject, predicate = sample.values()[0]
        for parameters in (*_UNIONS, {"default-graph-uri": list(self._graphs)}):
            try:
                seen = self.ask(f"ASK {{ <{subject}> <{predicate}> ?o }}", parameters, self.address)
            except (QueryError, StoreError):
                continue  # a store may refuse what it does not know
            if seen == Verdict(True):
                return parameters
        raise StoreError(self.address, "shows its named graphs to no query without GRAPH",
                         "switch on the union of graphs as its default graph")  # fmt: skip

    def ask(self, text: str, parameters: Mapping[str, Any], place: str) -> Answer:
        """Send a query as it is, with these parameters of the protocol. Errors as `query`."""
        form = {"query": text, **parameters}
        # A form, not a body of SPARQL: Virtuoso never answers that.
        answer = self.http.send("POST", self.address, data=form, headers={"Accept": _ACCEPT})
        self.server = answer.headers.get("Server", "")
        if answer.status_code == _BAD_QUERY:
            raise QueryError(place, f"the store refuses it ({said(answer)})", "correct the query")
        if answer.status_code != _OK:
            raise StoreError(self.address, f"answers {said(answer)}", "see what the store says in its log")
        try:
            return _read(answer)
        except (ValueError, KeyError, TypeError, SyntaxError):
            raise StoreError(self.address, f"answers what is no SPARQL result ({said(answer)})",
                             "give the address of its SPARQL endpoint") from None  # fmt: skip


def open_endpoint(url: str) -> Endpoint:
    """Find the SPARQL endpoint at or just under an address. Raises StoreError when there is none."""
    http = Http(url)
    told = ""
    for path in _PATHS:
        endpoint = Endpoint(http, http.at(path))
        try:
            if endpoint.ask(_YES, {}, url) == Verdict(True):
                return endpoint
        except (QueryError, StoreError) as error:
            if "credentials" in error.problem or "does not answer" in error.problem:
                raise
            told = told or error.problem
    raise StoreError(http.url, f"is no SPARQL endpoint, nor has one at query or sparql under it ({told})",
                     "give the address of the endpoint")  # fmt: skip


def _read(answer: requests.Response) -> Answer:
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if "json" in kind:
        return read_table(answer.json())
    if kind not in (_TRIPLES, "text/plain", "text/ntriples"):
        raise ValueError(kind)
    import pyoxigraph as ox  # noqa: PLC0415

    triples = ox.parse(answer.content, format=ox.RdfFormat.N_TRIPLES)
    return Triples(tuple(sorted({Quad(*map(str, triple.triple)) for triple in triples})))


def read_table(document: dict[str, Any]) -> Table | Verdict:
    """An answer in the W3C's JSON. Raises ValueError, KeyError or TypeError for anything else."""
    if "boolean" in document:
        return Verdict(document["boolean"] is True)
    variables, rows = tuple(document["head"]["vars"]), document["results"]["bindings"]
    if variables == (_VIRTUOSO_ASK,):
        return Verdict(rows[0][_VIRTUOSO_ASK]["value"] == "1")
    return Table(variables, tuple(tuple(_term(row.get(name)) for name in variables) for row in rows))


def _term(value: dict[str, str] | None) -> Term | None:
    if value is None:
        return None
    if value["type"] in ("uri", "bnode"):
        return Term("iri" if value["type"] == "uri" else "bnode", value["value"])
    language = value.get("xml:lang")
    datatype = f"{RDF}langString" if language else value.get("datatype", f"{XSD}string")
    return Term("literal", value["value"], datatype, language)
