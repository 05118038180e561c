"""A graph as files: N-Quads, two Turtle files, TriG, JSON-LD, RDF/XML, and the folder of an Oxigraph store.

All but the store are the same bytes for the same quads. The quads are held and sorted in memory: 807,000
quads took 0.95 GB at the peak and 40 s of processor time (Python 3.11, 2 cores, Oxigraph 0.5.13), so a
machine of 16 GB holds some ten million; a larger graph is made in shards.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson

from kg.errors import OutputError, TableError
from kg.graph import is_evidence_quad
from kg.packaged import ontology_dir
from kg.store.jsonld import jsonld
from kg.store.oxigraph import write_store
from kg.store.publish import STORE_NAME
from kg.store.rdfxml import rdfxml
from kg.store.terms import parse_quads
from kg.store.turtle import names_of, trig, turtle
from kg.vocab import CLASSES, KG, PREFIXES


def write_graph(lines: Iterable[str], folder: Path, ontology: Iterable[str] = ()) -> None:
    """Write the N-Quads `lines` (with or without newline, in any order) into `folder` in every form.

    graph.nq.gz, graph.trig, graph.jsonld and graph.rdf hold everything; graph.ttl the facts and evidence.ttl
    the words behind them. store/ holds the lines of `ontology` as well, for the labels of codes: they have
    files of their own. Raises OutputError when the folder cannot be written, StoreError for a line that is
    no statement.
    """
    ordered = sorted({line.rstrip("\n") for line in lines})
    quads = list(parse_quads(ordered))
    behind = [is_evidence_quad(line) for line in ordered]
    facts = [quad for quad, is_behind in zip(quads, behind, strict=True) if not is_behind]
    words = [quad for quad, is_behind in zip(quads, behind, strict=True) if is_behind]
    sections, names = [f"{KG.namespace}{name}" for name in CLASSES], names_of(quads)
    with _translated(folder):
        write_nquads(ordered, folder / "graph.nq.gz")
        _write(folder / "graph.ttl", turtle(facts, PREFIXES, sections=sections, names=names))
        _write(folder / "evidence.ttl", turtle(words, PREFIXES, sections=sections, names=names))
        _write(folder / "graph.trig", trig(quads, PREFIXES))
        _write(folder / "graph.jsonld", jsonld(quads, context()))
        _write(folder / "graph.rdf", rdfxml(quads, PREFIXES))
        write_store([*quads, *parse_quads(ontology)], folder / STORE_NAME)


def write_nquads(lines: Iterable[str], path: Path) -> None:
    """Write lines (without newline) as gzipped N-Quads; the gzip head has no name and no time."""
    with path.open("wb") as raw, gzip.GzipFile("", "wb", compresslevel=6, fileobj=raw, mtime=0) as packed:
        packed.writelines(f"{line}\n".encode() for line in lines)


def context() -> Mapping[str, Any]:
    """The value of "@context" in ontology/context.jsonld. Raises TableError when it is broken."""
    path = ontology_dir() / "context.jsonld"
    try:
        value = orjson.loads(path.read_bytes())["@context"]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise TableError(str(path), f"no JSON-LD context ({error})", "reinstall kg") from None
    if not isinstance(value, Mapping):
        raise TableError(str(path), "the context must be an object", "reinstall kg")
    return value


def _write(path: Path, chunks: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(chunks)


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(str(error.filename or folder), f"cannot be written ({error.strerror or error})",
                          "check the rights and the space of the folder") from None
