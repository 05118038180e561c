"""Shards: extracted facts, which a job that died leaves to the next, and sorted lines, which it is for."""

from __future__ import annotations

import gzip
import hashlib
import os
import pickle
from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from kg.build import Found, gather_items
from kg.build.cache import extractor_version
from kg.errors import FactsError
from kg.graph import article_graphs
from kg.model import Article, Facts, Resolution, to_json
from kg.read import Failure
from kg.scale.inputs import Sourced
from kg.seeds import load_seeds
from kg.store.sorting import read_lines, write_sorted

_NOBODY = Resolution(persons={}, places={})


class Extracted(NamedTuple):
    """The facts of a part of the articles, in a file; `is_new` is False for what an earlier job did."""

    number: int
    path: str
    articles: int
    rows: int
    failures: list[Failure]
    is_new: bool


def extract_shard(
    index: int, groups: Iterable[Iterable[Sourced]], *, work: str, base: str, without: Collection[str]
) -> Iterator[Extracted]:
    """Extract a partition of the articles into a file of `work`, unless a job that died has done it.

    Each group holds all copies of one article and all facts about it.
    """
    items = sorted((pair for group in groups for pair in group), key=_content)
    given = [extractor_version().hex(), base, *sorted(without), *map(_content, items)]
    digest = hashlib.sha256("\n".join(given).encode()).hexdigest()[:16]
    path = Path(work) / f"{index:05d}-{digest}.gz"
    is_new = not path.exists()
    if is_new:
        _write(path, *_sound(*gather_items(items, without), base))
    stream = _pickled(path)
    articles, rows, failures = next(stream)
    yield Extracted(index, str(path), articles, rows, failures, is_new)


def found_in(path: str) -> Iterator[Found]:
    """The facts of an extracted shard, by key of the article."""
    stream = _pickled(Path(path))
    next(stream)
    yield from stream


def _write(path: Path, found: list[Found], failures: list[Failure]) -> None:
    written = path.with_name(f".{path.name}.{os.getpid()}")
    with gzip.open(written, "wb", 1) as file:
        pickle.dump((len({each.key for each in found}), len(found), failures), file)
        for each in sorted(found, key=attrgetter("key")):
            pickle.dump(each, file)
    written.replace(path)


def _pickled(path: Path) -> Iterator[Any]:
    with gzip.open(path, "rb") as file:
        while True:
            try:
                yield pickle.load(file)
            except EOFError:
                return


def _content(pair: Sourced) -> str:
    source, item = pair
    if isinstance(item, Article):
        named = (item.id, item.published, item.title, item.source, item.url, item.path)
        return repr((*named, item.raw))
    return f"{source} {to_json(item).decode() if isinstance(item, Facts) else item.error}"


def _sound(found: list[Found], failures: list[Failure], base: str) -> tuple[list[Found], list[Failure]]:
    """The facts that do not contradict themselves, whoever is who; the others are failures."""
    good = []
    for each in found:
        try:
            article_graphs(each.facts, each.article, _NOBODY, load_seeds(), base=base)
            good.append(each)
        except FactsError as error:
            failures.append(Failure(each.place, FactsError(each.place, error.problem, error.hint)))
    return good, failures


class Written(NamedTuple):
    """A file of the output: its lines (or rows), and the SHA-256 of its plain text (or of its bytes)."""

    name: str
    lines: int
    sha256: str


def write_lines(index: int, lines: Iterable[str], *, folder: str) -> Iterator[Written]:
    """Write a range of lines as graph-{index}.nq.gz: sorted by code points, each once."""
    path = Path(folder) / f"graph-{index:05d}.nq.gz"
    digest, count = hashlib.sha256(), 0
    with TemporaryDirectory() as scratch:
        ordered = Path(scratch) / "sorted"
        write_sorted(lines, ordered)
        made = path.with_name(f".{path.name}.{os.getpid()}")
        with made.open("wb") as raw, gzip.GzipFile("", "wb", compresslevel=6, fileobj=raw, mtime=0) as packed:
            for line in read_lines(ordered):
                plain = f"{line}\n".encode()
                digest.update(plain)
                packed.write(plain)
                count += 1
        made.replace(path)
    yield Written(path.name, count, digest.hexdigest())


def numbered(folder: Path, rows: Mapping[int, int]) -> list[Written]:
    """Give the files of a Parquet table that Spark wrote (part-00000-….parquet) names that depend on their
    number alone, and remove its marks; `rows` by number.
    """
    written = []
    for path in sorted(folder.iterdir()):
        if path.suffix == ".parquet" and not path.name.startswith("."):
            number = int(path.name.split("-")[1])
            plain = path.rename(folder / f"part-{number:05d}.parquet")
            digest = hashlib.sha256(plain.read_bytes()).hexdigest()
            written.append(Written(f"{folder.name}/{plain.name}", rows[number], digest))
        else:
            path.unlink()
    return written
