"""The Oxigraph store: written once by a build, then only read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError, StoreError
from kg.store.answer import Answer, Table, Triples, Verdict
from kg.store.publish import STORE_NAME
from kg.store.terms import Quad, Term

if TYPE_CHECKING:
    import pyoxigraph

_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_AGAIN = "run kg build again"
_BATCH = 100_000  # quads handed over at once
_PROBLEM_WIDTH = 160  # the parser lists every character class that it would have taken


def write_store(quads: Iterable[Quad], folder: Path) -> None:
    """Load quads into a new Oxigraph store at `folder`, compacted and flushed.

    Each quad goes into its named graph, and its triple once more into the default graph. Oxigraph's own
    union of graphs gives a triple as often as graphs hold it, and a join multiplies that: with 300 articles
    on the same posts a simple question ran out of memory. So the default graph *is* the union, also for
    other programs that open the store. The files differ from build to build, what they answer does not.
    Raises StoreError.
    """
    import pyoxigraph as ox  # noqa: PLC0415 - heavy: only those who open a store pay for it

    with _translated(folder, "look at the space on the disk and build again"):
        store = ox.Store(str(folder))
        rest = iter(quads)
        while batch := list(islice(rest, _BATCH)):
            named = "".join(f"{s} {p} {o} {g} .\n" for s, p, o, g in batch if g)
            store.bulk_load(input=named, format=ox.RdfFormat.N_QUADS)
            union = "".join(f"{s} {p} {o} .\n" for s, p, o, _ in batch)
            store.bulk_load(input=union, format=ox.RdfFormat.N_TRIPLES)
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
    with _translated(path, _AGAIN):
        return Store(path, ox.Store.read_only(str(path)))


class Store:
    """A read-only door to the graph. Language tags come back in lower case (zh-hans)."""

    def __init__(self, folder: Path, inner: pyoxigraph.Store) -> None:
        self.folder = folder
        self._inner = inner

    def graphs(self) -> tuple[str, ...]:
        """IRIs of the named graphs, sorted."""
        with _translated(self.folder, _AGAIN):
            return tuple(sorted(str(graph.value) for graph in self._inner.named_graphs()))

    def query(
        self, text: str, *, prefixes: Mapping[str, str] | None = None, place: str = "query"
    ) -> Answer:
        """Run a SPARQL query; the default graph is the union of all graphs, each triple once.

        `prefixes` may be used undeclared; `place` is named in errors. The text is trusted: see `kg.query.run`
        for texts from outside. QueryError (with line:column) when it does not parse, StoreError when the
        store fails.
        """
        import pyoxigraph as ox  # noqa: PLC0415

        try:
            with _translated(self.folder, _AGAIN):
                result = self._inner.query(text, prefixes=dict(prefixes or {}))
                if isinstance(result, ox.QueryBoolean):
                    return Verdict(bool(result))
                if isinstance(result, ox.QueryTriples):
                    return Triples(tuple(sorted({Quad(*map(str, triple)) for triple in result})))
                variables = tuple(variable.value for variable in result.variables)
                return Table(variables, tuple(tuple(map(_term, row)) for row in result))
        except SyntaxError as error:
            raise _syntax_error(error, place) from None


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
def _translated(folder: Path, hint: str) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        problem = " ".join(str(error).split())
        if "lock" in problem.lower():
            raise StoreError(str(folder), "is open for writing elsewhere", "wait for that to end") from None
        if isinstance(error, RuntimeError) and "custom function" in problem:
            raise QueryError("query", problem, "use the functions of SPARQL 1.1") from None
        raise StoreError(str(folder), f"the store failed ({problem[:_PROBLEM_WIDTH]})", hint) from None
