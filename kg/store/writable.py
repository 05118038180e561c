"""A store that takes updates: a copy of a build's, never the build's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.store.oxigraph import Store, query_errors, store_errors

if TYPE_CHECKING:
    import pyoxigraph

_SPACE = "look at the space on the disk"


class WritableStore:
    """The one process that has it open may write; others read its snapshots. Each update is whole or not."""

    def __init__(self, folder: Path, inner: pyoxigraph.Store) -> None:
        self.folder = folder
        self._inner = inner

    def update(self, text: str, *, base: str, prefixes: Mapping[str, str]) -> None:
        """Run a SPARQL 1.1 Update. The text is trusted: it may LOAD, see `kg.query.checked_update`.

        Unlike in a build, the default graph is a graph of its own here, which began as the union of the
        build's graphs. Raises QueryError (with line:column) when it does not parse, StoreConflict when a
        graph is there that should not be, or the reverse, StoreError when the store fails.
        """
        with self._errors():
            self._inner.update(text, base_iri=base, prefixes=dict(prefixes))

    def has_graph(self, name: str) -> bool:
        """Whether there is a named graph of that name, be it empty."""
        import pyoxigraph as ox  # noqa: PLC0415

        with self._errors():
            return self._inner.contains_named_graph(ox.NamedNode(name))

    def snapshot(self, target: Path) -> None:
        """A copy of the present state in the new folder `target`, by hard links: 20 ms whatever its size."""
        with self._errors():
            self._inner.backup(str(target))

    @contextmanager
    def _errors(self) -> Iterator[None]:
        with query_errors("update"), store_errors(self.folder, _SPACE):
            yield


def copy_writable(store: Store, target: Path) -> WritableStore:
    """Copy an open store into the new folder `target` (hard links where it can) and open it for writing."""
    import pyoxigraph as ox  # noqa: PLC0415

    with store_errors(target, _SPACE):
        store.copy_to(target)
        return WritableStore(target, ox.Store(str(target)))


def triples_text(body: bytes, media: str, base: str) -> str:
    """RDF in the form of a media type → N-Triples lines, which also stand in the braces of INSERT DATA.

    Relative IRIs are resolved against `base`. Raises QueryError for text that does not parse, a media type
    that is not read, or statements that name a graph.
    """
    import pyoxigraph as ox  # noqa: PLC0415

    form = ox.RdfFormat.from_media_type(media)
    if form is None:
        raise QueryError("body", f"{media or 'a body without Content-Type'} is not read", "send text/turtle")
    lines = []
    with query_errors("body"):
        for quad in ox.parse(body, format=form, base_iri=base):
            if quad.graph_name != ox.DefaultGraph():
                raise QueryError("body", "names a graph of its own", "name the graph in the address")
            lines.append(f"{quad.subject} {quad.predicate} {quad.object} .\n")
    return "".join(lines)
