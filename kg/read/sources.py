"""Sources in, articles out, in a fixed order; what cannot be read is yielded as a Failure, never raised."""

from __future__ import annotations

import dataclasses
import glob
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg.errors import KgError, SourceError
from kg.model import Article
from kg.read.articles import article
from kg.read.decode import decode, decode_page
from kg.read.files import KINDS, Source, source_of, stdin_source, unpacked, whole
from kg.read.page import article_from_page
from kg.read.records import Failure, Item, json_line, read_json, read_jsonl, read_warc


def read(sources: str | Path | Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Item]:
    """Read files, folders (recursive), globs and `-` (standard input, or `stdin`): one of them or several.

    Yields an Article or Facts for each article, and a Failure for each source or record that cannot be
    read. Folders and globs are walked in the order of their paths; a file named twice is read once.
    """
    seen: set[Path] = set()
    several = (sources,) if isinstance(sources, str | Path) else sources
    for given in map(str, several):
        try:
            found = [given] if given == "-" else _paths(given)
        except KgError as error:
            yield Failure(given, error)
            continue
        for name in found:
            real = Path(name).resolve()
            if name == "-" or real not in seen:
                seen.add(real)
                yield from _items(name, stdin)


def read_content(name: str, content: bytes) -> Iterator[Item]:
    """The items of a file whose bytes are at hand, however they came; `name` tells its kind."""
    try:
        source = dataclasses.replace(source_of(Path(name)), path=None, stream=unpacked(io.BytesIO(content)))
        yield from _READERS[source.kind](source)
    except KgError as error:
        yield Failure(name, error)


def read_line(name: str, number: int, line: bytes) -> Item:
    """The item of one line (numbered from 1) of a .jsonl file of that name."""
    stem = Path(name).name.removesuffix(".gz").rpartition(".")[0]
    source = Source(place=name, stem=stem, kind="jsonl", path=Path(name))
    return json_line(source, number, line)


def read_one(path: str | Path) -> Article:
    """The one article of a file. SourceError or FactsError when there is none, or more than one."""
    source = source_of(Path(path))
    items = _READERS[source.kind](source)
    first, second = next(items, None), next(items, None)
    if isinstance(first, Failure):
        raise first.error
    if not isinstance(first, Article):
        raise SourceError(source.place, "holds facts, not an article", "give it to kg build or kg evaluate")
    if second is not None:
        raise SourceError(source.place, "holds more than one article", "read it with kg.read.read")
    return first


def _items(name: str, stdin: BinaryIO | None) -> Iterator[Item]:
    try:
        source = stdin_source(stdin or sys.stdin.buffer) if name == "-" else source_of(Path(name))
        yield from _READERS[source.kind](source)
    except KgError as error:
        yield Failure(name, error)


def _paths(given: str) -> list[str]:
    """The files behind a path, a folder or a glob, in order."""
    if Path(given).is_dir():
        return _folder(given)
    if Path(given).exists() or not glob.has_magic(given):
        return [given]
    matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 - absolute patterns need glob
    files = [name for match in matches for name in (_folder(match) if Path(match).is_dir() else [match])]
    if not files:
        raise SourceError(given, "nothing matches", "check the pattern")
    return files


def _folder(folder: str) -> list[str]:
    """The files below a folder that have one of our extensions, without hidden ones."""
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [str(Path(parent, name)) for name in names if not name.startswith(".") and is_known(name)]
    if not found:
        raise SourceError(folder, "holds no article", f"put files with {', '.join(KINDS)} into it")
    return sorted(found, key=lambda name: Path(name).parts)


def is_known(name: str) -> bool:
    """True for a name with one of our extensions."""
    try:
        source_of(Path(name))
    except SourceError:
        return False
    return True


def _read_text(source: Source) -> Iterator[Item]:
    raw = decode(whole(source), source.place)
    yield article(raw, id=source.stem, place=source.place, path=source.place)


def _read_page(source: Source) -> Iterator[Item]:
    page = decode_page(whole(source), None, source.place)
    yield article_from_page(page, id=source.stem, place=source.place, path=source.place)


_READERS: dict[str, Callable[[Source], Iterator[Item]]] = {
    "txt": _read_text, "html": _read_page, "json": read_json, "jsonl": read_jsonl, "warc": read_warc,
}
