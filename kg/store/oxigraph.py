"""The Oxigraph store: written once by a build, then only read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import QueryError, StoreConflict, StoreError, StoreReplaced
from kg.graph import DEFAULT_BASE
from kg.store.answer import Answer, Table, Triples, Verdict
from kg.store.publish import STORE_NAME
from kg.store.serialised import write_triples
from kg.store.terms import Quad, Term, triple_line

if TYPE_CHECKING:
    import pyoxigraph

_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_AGAIN = "run kg build again"
_BATCH = 100_000  # quads handed over at once
_PROBLEM_WIDTH = 160  # the parser lists every character class that it would have taken


def write_store(lines: Iterable[str], folder: Path) -> None:
    """Load N-Quads lines (without newline, checked) into a new Oxigraph store, compacted and flushed.

    Each quad goes into its named graph, and its triple once more into the default graph. Oxigraph's own
    union of graphs gives a triple as often as graphs hold it, and a join multiplies that: with 300 articles
    on the same posts a simple question ran out of memory. So the default graph *is* the union, also for
    other programs that open the store. The files differ from build to build, what they answer does not.
    Raises StoreError.
    """
    import pyoxigraph as ox  # noqa: PLC0415 - heavy: only those who open a store pay for it

    with store_errors(folder, "look at the space on the disk and build again"):
        store = ox.Store(str(folder))
        rest = iter(lines)
        # By batches the loader needs a third of the memory and no more time than for one file.
        while batch := list(islice(rest, _BATCH)):
            text = "\n".join([*batch, *dict.fromkeys(map(triple_line, batch)), ""])
            store.bulk_load(input=text, format=ox.RdfFormat.N_QUADS, lenient=True)
        store.optimize()
        store.flush()


def open_store(folder: Path) -> Store:
    """Open the store of a build for reading. `folder` is an exports folder, or the store in it.

    The store stays readable while a new build takes the folder's place; it shows the graph as of its opening.
    Raises StoreError when there is no store, or it is broken.
    """
    import pyoxigraph as ox  # noqa: PLC0415

    path = folder if (folder / "CURRENT").is_file() else folder / STORE_NAME
    if not (path / "CURRENT").is_file():
        raise StoreError(str(folder), "holds no store", "run kg build, or give --store the folder it wrote")
    try:
        with store_errors(path, _AGAIN):
            return Store(path, ox.Store.read_only(str(path)))
    except StoreReplaced:
        # A build has just taken the folder's place, or files of the store are gone for good.
        with store_errors(path, _AGAIN, replaced=False):
            return Store(path, ox.Store.read_only(str(path)))


class Store:
    """A read-only door to the graph. Language tags come back in lower case (zh-hans)."""

    def __init__(self, folder: Path, inner: pyoxigraph.Store) -> None:
        self.folder = folder
        self._inner = inner

    def graphs(self) -> tuple[str, ...]:
        """IRIs of the named graphs, sorted; read once, as the store does not change."""
        return self._graphs

    @cached_property
    def _graphs(self) -> tuple[str, ...]:
        with store_errors(self.folder, _AGAIN):
            return tuple(sorted(str(graph.value) for graph in self._inner.named_graphs()))

    @cached_property
    def base(self) -> str:
        """What the IRIs of entities begin with, taken from the names of the graphs."""
        found = [name for name in self._graphs if "graph/" in name]
        return found[0].rpartition("graph/")[0] if found else DEFAULT_BASE

    def about(self, subject: str) -> Iterator[Quad]:
        """Statements of a subject in any graph, each once and without its graph."""
        return self._matching(subject, None, None)

    def pointing(self, value: str, most: int, predicate: str | None = None) -> Iterator[Quad]:
        """At most `most` statements in any graph whose object is this IRI."""
        return islice(self._matching(None, predicate, value), most)

    def with_predicate(self, predicate: str) -> Iterator[Quad]:
        """All statements in any graph with this predicate."""
        return self._matching(None, predicate, None)

    def graph(self, name: str | None) -> Iterator[Quad]:
        """The statements of a named graph, or of the default graph; none when there is no such graph."""
        return self._matching(None, None, None, name)

    def _matching(
        self, subject: str | None, predicate: str | None, value: str | None, graph: str | None = None
    ) -> Iterator[Quad]:
        import pyoxigraph as ox  # noqa: PLC0415

        s, p, o = (ox.NamedNode(iri) if iri is not None else None for iri in (subject, predicate, value))
        # The default graph is the union of all graphs: see write_store.
        place = ox.DefaultGraph() if graph is None else ox.NamedNode(graph)
        with store_errors(self.folder, _AGAIN):
            for quad in self._inner.quads_for_pattern(s, p, o, place):
                yield Quad(str(quad.subject), str(quad.predicate), str(quad.object))

    def query(
        self, text: str, *, prefixes: Mapping[str, str] | None = None, place: str = "query"
    ) -> Answer:
        """Run a SPARQL query; the default graph is the union of all graphs, each triple once.

        `prefixes` may be used undeclared; `place` is named in errors. The text is trusted: see `kg.query.run`
        for texts from outside. QueryError (with line:column) when it does not parse, StoreError when the
        store fails.
        """
        import pyoxigraph as ox  # noqa: PLC0415

        with query_errors(place), store_errors(self.folder, _AGAIN):
            result = self._inner.query(text, prefixes=dict(prefixes or {}))
            if isinstance(result, ox.QueryBoolean):
                return Verdict(bool(result))
            if isinstance(result, ox.QueryTriples):
                return Triples(tuple(sorted({Quad(*map(str, triple)) for triple in result})))
            variables = tuple(variable.value for variable in result.variables)
            return Table(variables, tuple(tuple(map(_term, row)) for row in result))

    def write_answer(  # noqa: PLR0913
        self,
        text: str,
        out: BinaryIO,
        choose: Callable[[bool], str],
        *,
        prefixes: Mapping[str, str],
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> None:
        """Run a query and write its answer to `out` in a W3C format, row after row.

        `choose` is told whether the answer is a graph and gives the format: json, xml, csv, tsv for a table,
        ttl, nt, nq, trig, rdf, jsonld for a graph. Graphs named here are the dataset instead of the whole
        store; one that the store has not is empty. Relative IRIs lie under `base`. Errors as `query`.
        """
        import pyoxigraph as ox  # noqa: PLC0415

        is_given = bool(default_graphs or named_graphs)
        with query_errors("query"), store_errors(self.folder, _AGAIN):
            result = self._inner.query(
                text, base_iri=self.base, prefixes=dict(prefixes),
                default_graph=[ox.NamedNode(iri) for iri in default_graphs] if is_given else None,
                named_graphs=[ox.NamedNode(iri) for iri in named_graphs] if is_given else None,
            )  # fmt: skip
            if isinstance(result, ox.QueryTriples):
                write_triples(result, choose(True), out, prefixes)
            else:
                result.serialize(out, format=ox.QueryResultsFormat.from_extension(choose(False)))

    def copy_to(self, target: Path) -> None:
        """Copy the store as it is open here into a new folder, by hard links where it can."""
        with store_errors(self.folder, _AGAIN):
            self._inner.backup(str(target))


def _term(value: object) -> Term | None:
    import pyoxigraph as ox  # noqa: PLC0415

    if value is None:
        return None
    if isinstance(value, ox.NamedNode):
        return Term("iri", value.value)
    if isinstance(value, ox.Literal):
        return Term("literal", value.value, value.datatype.value, value.language)
    if isinstance(value, ox.BlankNode):
        return Term("bnode", value.value)
    return Term("literal", str(value), None)  # a triple term: RDF 1.2 only, never in our graphs


def _syntax_error(error: SyntaxError, place: str) -> QueryError:
    match = _POSITION.match(str(error))
    if match is None:
        return QueryError(place, str(error)[:_PROBLEM_WIDTH], "see docs/questions.md")
    line, column, problem = match.groups()
    if "Prefix not found" in problem:
        problem = "prefix not found"
    problem = " ".join(problem.split())
    return QueryError(f"{place}:{line}:{column}", problem[:_PROBLEM_WIDTH], "correct the query")


@contextmanager
def query_errors(place: str) -> Iterator[None]:
    """Syntax errors of Oxigraph as QueryErrors that name `place` with line and column."""
    try:
        yield
    except SyntaxError as error:
        raise _syntax_error(error, place) from None


@contextmanager
def store_errors(folder: Path, hint: str, *, replaced: bool = True) -> Iterator[None]:
    """What goes wrong in Oxigraph as StoreErrors, or QueryErrors where the query is to blame.

    `replaced`: files that are missing tell of another build, not of damage.
    """
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        problem = " ".join(str(error).split())
        if replaced and "No such file" in problem:
            raise StoreReplaced(str(folder), "was replaced by another build", "open it anew") from None
        if "lock" in problem.lower():
            raise StoreError(str(folder), "is open for writing elsewhere", "wait for that to end") from None
        if isinstance(error, RuntimeError) and "custom function" in problem:
            raise QueryError("query", problem, "use the functions of SPARQL 1.1") from None
        if isinstance(error, RuntimeError) and problem.startswith("The graph <"):
            raise StoreConflict("update", problem, "CREATE, DROP and CLEAR take SILENT") from None
        raise StoreError(str(folder), f"the store failed ({problem[:_PROBLEM_WIDTH]})", hint) from None
