"""What is validated: a graph in memory, a file, or the folder of a build; as rdflib, or as text."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import SourceError
from kg.validate.ontology import ontology_graph

if TYPE_CHECKING:
    import rdflib

FORMATS = {
    ".ttl": "turtle", ".nq": "nquads", ".trig": "trig", ".nt": "nt", ".rdf": "xml", ".jsonld": "json-ld",
}  # fmt: skip


def contents(path: Path) -> list[tuple[Path, str, bytes]]:
    """(file, its ending without .gz, its bytes) of a file or of a build; a graph.ttl comes with the
    evidence.ttl beside it, where a build puts half of its statements. SourceError names what cannot be read.
    """
    path = path / "graph.nq.gz" if path.is_dir() else path
    evidence = path.with_name("evidence.ttl")
    files = [path, evidence] if path.name == "graph.ttl" and evidence.exists() else [path]
    return [_content(file) for file in files]


def _content(path: Path) -> tuple[Path, str, bytes]:
    plain = path.with_suffix("") if path.suffix == ".gz" else path
    if plain.suffix not in FORMATS:
        raise SourceError(str(path), "is no RDF file by its name", f"use one of {', '.join(FORMATS)}")
    try:
        content = path.read_bytes()
        return path, plain.suffix, gzip.decompress(content) if path.suffix == ".gz" else content
    except (OSError, EOFError) as error:
        problem = f"cannot be read ({getattr(error, 'strerror', None) or error})"
        raise SourceError(str(path), problem, "run `kg build`") from None


def union(data: list[tuple[Path, str, bytes]] | rdflib.Graph) -> rdflib.Graph:
    """All named graphs in one, with the ontology: shapes ask it for subclasses and code lists."""
    import rdflib  # noqa: PLC0415

    graph = rdflib.Graph()
    graph += ontology_graph("kg", "codes")
    if isinstance(data, list):
        dataset = rdflib.Dataset(default_union=True)
        for path, suffix, content in data:
            try:
                dataset.parse(data=content, format=FORMATS[suffix])
            except Exception as error:  # every rdflib parser has errors of its own
                raise broken(path, error) from None
        data = dataset
    if isinstance(data, rdflib.Dataset):
        for s, p, o, _ in data.quads((None, None, None, None)):
            graph.add((s, p, o))
    else:
        graph += data
    return graph


def broken(path: Path, error: Exception) -> SourceError:
    """A file that a parser refuses."""
    return SourceError(str(path), f"is broken ({' '.join(str(error).split())})", "build it again")
