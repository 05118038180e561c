"""A finished build, sent to another store."""

from __future__ import annotations

from pathlib import Path

from kg.build.gather import Progress
from kg.store import Loaded, open_endpoint, parse_quads, read_nquads
from kg.store import load as send


def load(url: str, store: Path | str = "exports", *, progress: Progress | None = None) -> Loaded:
    """Make the store at `url` hold the build in the folder `store`, and the labels of its classes and codes.

    `url` is a SPARQL endpoint, or the address just above it. Raises StoreError when there is no build, or no
    store that takes it.
    """
    from kg.validate import ontology_quads  # noqa: PLC0415 - rdflib

    lines = read_nquads(Path(store))
    graph = next(parse_quads(lines)).graph
    base = graph[1:].rpartition("graph/")[0]
    return send(open_endpoint(url), [*lines, *ontology_quads(base=base)], progress)
