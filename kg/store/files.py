"""A graph as files: N-Quads, two Turtle files, TriG, JSON-LD, RDF/XML, and the folder of an Oxigraph store.

All but the store are the same bytes for the same quads. The lines are sorted twice, by subject and by graph,
through the disk where they do not fit (`kg.store.sorting`), and every file is written from them as a stream:
memory grows with the names of entities only, which stand as comments in graph.ttl.
"""

from __future__ import annotations

import gzip
import shutil
import zlib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import chain, groupby, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any

import orjson

from kg.errors import OutputError, StoreError, TableError
from kg.graph import is_evidence_quad
from kg.packaged import ontology_dir
from kg.store.columns import COLUMNS_NAME, has_duckdb, write_columns
from kg.store.jsonld import jsonld
from kg.store.oxigraph import write_store
from kg.store.publish import STORE_NAME
from kg.store.rdfxml import rdfxml
from kg.store.sorting import read_lines, write_sorted
from kg.store.terms import parse_quads, triple_line
from kg.store.turtle import evidence_turtle, names_of, trig, turtle
from kg.vocab import CLASSES, KG, PREFIXES, SKOS

_CHUNK = 1 << 20  # bytes
_NAMING = (f"> <{SKOS.prefLabel}> ", f"> <{KG.post}> ")
# Prefixes of the ontology alone.
_OWL, _RDFS = "http://www.w3.org/2002/07/owl#", "http://www.w3.org/2000/01/rdf-schema#"


def write_graph(lines: Iterable[str], folder: Path, ontology: Iterable[str] = ()) -> None:
    """Write the N-Quads `lines` (with or without newline, in any order) into `folder` in every form.

    graph.nq.gz, graph.trig, graph.jsonld and graph.rdf hold everything; graph.ttl the facts and evidence.ttl
    the words behind them; columns/ (where the extra `columns` is installed) the facts as tables. The lines of
    `ontology`, with the labels of classes and codes, make ontology.ttl, and are in store/ as well. Raises
    OutputError when the folder cannot be written, StoreError for a line that is no statement.
    """
    with _translated(folder), TemporaryDirectory(dir=folder, prefix=".sorting-") as scratch:
        ordered, grouped = Path(scratch) / "by-subject", Path(scratch) / "by-graph"
        write_sorted(lines, ordered)
        write_sorted((f"{g} {s} {p} {o}" for s, p, o, g in parse_quads(read_lines(ordered))), grouped)
        terms = sorted(ontology)
        with _loading(chain(read_lines(ordered), terms), folder / STORE_NAME):
            _write_files(ordered, grouped, terms, folder)


@contextmanager
def _loading(lines: Iterable[str], store: Path) -> Iterator[None]:
    """Fill the store in a thread while files are written: Oxigraph works outside of the lock of Python."""
    stopped = Event()
    with ThreadPoolExecutor(1) as pool:
        loaded = pool.submit(write_store, takewhile(lambda line: not stopped.is_set(), lines), store)
        try:
            yield
            loaded.result()
        except BaseException:
            stopped.set()
            raise


def _write_files(ordered: Path, grouped: Path, terms: Iterable[str], folder: Path) -> None:
    """Every file that is written from sorted lines: `ordered` by subject, `grouped` by graph."""
    write_nquads(ordered, folder / "graph.nq.gz")
    _write(folder / "graph.rdf", rdfxml(_triples(read_lines(ordered)), PREFIXES))
    names = names_of(_triples(line for line in read_lines(ordered) if any(n in line for n in _NAMING)))
    facts = (line for line in read_lines(ordered) if not is_evidence_quad(line))
    sections = [f"{KG.namespace}{name}" for name in CLASSES]
    _write(folder / "graph.ttl", turtle(_triples(facts), PREFIXES, sections=sections, names=names))
    words = (row for row in _rows(grouped) if is_evidence_quad(" ".join(row[1:])))
    _write(folder / "evidence.ttl", evidence_turtle(words, PREFIXES, names))
    _write(folder / "ontology.ttl", turtle(_triples(terms), {**PREFIXES, "owl": _OWL, "rdfs": _RDFS}))
    _write(folder / "graph.trig", trig(_rows(grouped), PREFIXES))
    _write(folder / "graph.jsonld", jsonld(_rows(grouped), context()))
    if has_duckdb():
        write_columns(_triples(read_lines(ordered)), folder / COLUMNS_NAME)


def write_nquads(plain: Path, path: Path) -> None:
    """Write a file of N-Quads gzipped; the gzip head has no name and no time."""
    with (
        plain.open("rb") as source,
        path.open("wb") as raw,
        gzip.GzipFile("", "wb", compresslevel=6, fileobj=raw, mtime=0) as packed,
    ):
        shutil.copyfileobj(source, packed, _CHUNK)


def _triples(lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """The triples of sorted lines, each once, in their order."""
    for line, _ in groupby(map(triple_line, lines)):
        subject, predicate, value = line.split(" ", 2)
        yield subject, predicate, value[:-2]


def _rows(grouped: Path) -> Iterator[tuple[str, str, str, str]]:
    """The rows of `by_graph`, from lines that begin with the graph."""
    for line in read_lines(grouped):
        graph, subject, predicate, value = line.split(" ", 3)
        yield graph, subject, predicate, value


def read_nquads(folder: Path) -> list[str]:
    """The lines (without newline) of the graph.nq.gz of a build.

    Raises StoreError when there is none, or it is broken.
    """
    path = folder / "graph.nq.gz"
    try:
        return gzip.decompress(path.read_bytes()).decode().splitlines()
    except OSError as error:
        raise StoreError(str(path), f"cannot be read ({error.strerror or error})",
                         "run kg build, or give --store the folder it wrote") from None
    except (EOFError, ValueError, zlib.error) as error:
        raise StoreError(str(path), f"is broken ({error})", "run kg build again") from None


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
