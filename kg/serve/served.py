"""The store of a build as a worker reads it: answers in W3C formats, statements of one thing."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.network.records import Records
from kg.query.guard import check
from kg.serve.builds import build_id
from kg.serve.formats import GRAPHS, TABLES, Format
from kg.serve.messages import Job, Refusal
from kg.store import Quad, Store, open_store
from kg.store.oxigraph import _syntax_error
from kg.vocab import PREFIXES

_TABLE_FORMATS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_GRAPH_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
_ATTEMPTS = 40  # of opening a build, 50 ms apart
_DEEPEST = 256  # brackets within brackets; Oxigraph's parser overflows its stack at some thousand
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")
Choose = Callable[[tuple[Format, ...]], Format]


def open_served(folder: Path) -> ServedStore:
    """Open the build that stands in `folder`, wholly the old or wholly the new one while they are swapped."""
    for attempt in range(_ATTEMPTS):
        try:
            before = build_id(folder)
            opened = open_store(folder)
            if build_id(folder) == before:
                return ServedStore(opened, before)
        except StoreError:
            if attempt == _ATTEMPTS - 1:
                raise
        time.sleep(0.05)
    raise StoreError(str(folder), "is swapped faster than it can be opened", "build less often")


class ServedStore(Store):
    """A store, opened once by a worker and asked until the next build."""

    def __init__(self, opened: Store, build: str) -> None:
        super().__init__(opened.folder, opened._inner)
        self.build = build
        #: IRIs of the named graphs.
        self.names = frozenset(self.graphs())

    @cached_property
    def base(self) -> str:
        """What the IRIs of entities begin with, taken from the names of the graphs."""
        found = sorted(name for name in self.names if "graph/" in name)
        return found[0].rpartition("graph/")[0] if found else "https://kg.example/"

    def written(self, job: Job, choose: Choose, limit: int) -> tuple[Format, bytes]:
        """Answer the query of a job in the format that `choose` takes from those that suit the answer.

        Raises Refusal: 400 for what is no query, 403 for what a query may not do, 406 by `choose`, 413 when
        the answer has more than `limit` bytes.
        """
        text = job.values["query"]
        out = _Limited(limit)
        result = self._result(text, job)
        if isinstance(result, ox.QueryTriples):
            form = choose(GRAPHS)
            write_triples(result, form, out)
        else:
            form = choose(TABLES)
            result.serialize(out, format=_TABLE_FORMATS[form.name])
        return form, out.getvalue()

    def _result(self, text: str, job: Job) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        refuse_depth(text)
        check(text, self.names, "query")
        default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] | None = None
        named: list[ox.NamedNode | ox.BlankNode] | None = None
        if job.default_graphs or job.named_graphs:
            # A graph that the store has not is empty; nothing is fetched.
            default, named = [*map(_node, job.default_graphs)], [*map(_node, job.named_graphs)]
        try:
            # A relative IRI means one of ours: <person/…>.
            return self._inner.query(text, base_iri=self.base, prefixes=dict(PREFIXES),
                                     default_graph=default, named_graphs=named)  # fmt: skip
        except SyntaxError as error:
            raise _syntax_error(error, "query") from None

    def about(self, subject: str) -> Iterator[Quad]:
        """Statements of a subject, each once."""
        return self._quads(ox.NamedNode(subject), None, None)

    def pointing(self, value: str, most: int, predicate: str | None = None) -> Iterator[Quad]:
        """At most `most` statements whose object is this IRI."""
        link = ox.NamedNode(predicate) if predicate else None
        return islice(self._quads(None, link, ox.NamedNode(value)), most)

    def with_predicate(self, predicate: str) -> Iterator[Quad]:
        """All statements with this predicate."""
        return self._quads(None, ox.NamedNode(predicate), None)

    def graph(self, name: str) -> Iterator[Quad]:
        """The statements of a named graph."""
        found = self._inner.quads_for_pattern(None, None, None, ox.NamedNode(name))
        return (Quad(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in found)

    def name_of(self, iri: str) -> str:
        """The label of a term of the ontology in Chinese, else the end of its IRI."""
        return Records(self.about(iri)).label(iri)

    def _quads(
        self, subject: ox.NamedNode | None, predicate: ox.NamedNode | None, value: ox.NamedNode | None
    ) -> Iterator[Quad]:
        # The default graph is the union of all graphs (kg.store.oxigraph.write_store).
        found = self._inner.quads_for_pattern(subject, predicate, value, ox.DefaultGraph())
        return (Quad(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in found)


def write_triples(triples: Iterator[ox.Triple] | ox.QueryTriples, form: Format, out: io.BytesIO) -> None:
    """Write triples, each once and sorted: the same bytes for the same triples."""
    unique = sorted(set(triples), key=str)
    # Oxigraph declares prefixes in any order; only Turtle and TriG have them in lines that can be sorted.
    prefixes = dict(PREFIXES) if form.name in ("ttl", "trig") else None
    text = ox.serialize(unique, format=_GRAPH_FORMATS[form.name], prefixes=prefixes) or b""
    if prefixes:
        lines = text.split(b"\n", len(prefixes))
        text = b"\n".join([*sorted(lines[:-1]), lines[-1]])
    out.write(text)


def rdf_bytes(quads: Iterator[Quad] | list[Quad], form: Format) -> bytes:
    """Statements in an RDF format, their graphs left out."""
    text = "".join(f"{s} {p} {o} .\n" for s, p, o, _ in quads)
    out = io.BytesIO()
    write_triples((q.triple for q in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)), form, out)
    return out.getvalue()


def refuse_depth(query: str) -> None:
    """Refuse brackets nested deeper than any query needs, which would overflow the parser's stack.

    Brackets in strings and comments count as well: a guess, but only on the safe side.
    """
    if sum(map(query.count, "({[")) <= _DEEPEST:
        return
    depth = 0
    for match in re.finditer(r"[(){}\[\]]", query):
        depth = depth + 1 if match[0] in "({[" else max(0, depth - 1)
        if depth > _DEEPEST:
            line = query.count("\n", 0, match.start()) + 1
            column = match.start() - query.rfind("\n", 0, match.start())
            raise Refusal(400, f"query:{line}:{column}: nested deeper than {_DEEPEST} brackets")


def _node(iri: str) -> ox.NamedNode:
    if not _IRI.fullmatch(iri):
        raise Refusal(400, "default-graph-uri and named-graph-uri must be absolute IRIs")
    return ox.NamedNode(iri)


class _Limited(io.BytesIO):
    """Bytes up to a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: object, /) -> int:
        written = super().write(data)  # type: ignore[arg-type]
        if self.tell() > self._limit:
            raise Refusal(413, f"the answer has more than {self._limit >> 20} MB; add a LIMIT")
        return written

