"""Opening sources: what kind of file it is, gzip, and how much of it one article may be."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from kg.errors import SourceError, SourceTooLarge

KINDS = {".txt": "txt", ".html": "html", ".htm": "html", ".json": "json", ".jsonl": "jsonl", ".warc": "warc"}
# One article, one JSON file or one record of an archive. 32 MiB is 11 million Chinese characters in UTF-8;
# articles of the genre have at most some 50,000.
LIMIT = 32 * 2**20
_GZIP = b"\x1f\x8b"
_SNIFFED = 4096


@dataclass(frozen=True, slots=True)
class Source:
    """One file to be read, or a stream (standard input).

    `place` is named in errors, `stem` becomes the article's id, `kind` is a value of KINDS.
    """

    place: str
    stem: str
    kind: str
    path: Path | None = None
    stream: BinaryIO | None = None


def source_of(path: Path) -> Source:
    """The source behind a path, by its extension; SourceError when that is not one of ours."""
    name = path.name[:-3] if path.suffix.lower() == ".gz" else path.name
    kind = KINDS.get(Path(name).suffix.lower())
    if kind is None:
        raise SourceError(str(path), f"unknown extension {Path(name).suffix!r}",
                          f"use one of {', '.join(KINDS)}, each also with .gz")
    return Source(place=_readable(str(path)), stem=_readable(Path(name).stem), kind=kind, path=path)


def _readable(name: str) -> str:
    """A file's name as text: bytes that are no UTF-8 would end whatever writes the name down."""
    return os.fsencode(name).decode("utf-8", "replace")


def stdin_source(stream: BinaryIO) -> Source:
    """Standard input; its kind is told by its first bytes."""
    with _translated("-"):
        buffered = io.BufferedReader(cast(io.RawIOBase, unpacked(stream)), _SNIFFED)
        start = buffered.peek(_SNIFFED).lstrip(b"\xef\xbb\xbf \t\r\n")
    return Source(place="-", stem="stdin", kind=_kind(start), stream=cast(BinaryIO, buffered))


def _kind(start: bytes) -> str:
    """txt, html, json, jsonl or warc. A line that opens an object and does not close it begins a .json."""
    if start.startswith(b"WARC/"):
        return "warc"
    if start.startswith(b"<"):
        return "html"
    if start.startswith((b"{", b"[")):
        line, ended, _ = start.partition(b"\n")
        return "json" if start.startswith(b"[") or (ended and not line.rstrip().endswith(b"}")) else "jsonl"
    return "txt"


@contextlib.contextmanager
def opened(source: Source) -> Iterator[BinaryIO]:
    """The source as a stream of plain bytes: gzip is unpacked on the way, whatever the name says."""
    with _translated(source.place):
        if source.stream is not None:
            yield source.stream
        else:
            with cast(Path, source.path).open("rb") as stream:
                yield unpacked(stream)


@contextlib.contextmanager
def _translated(place: str) -> Iterator[None]:
    """Errors of the operating system and of gzip as SourceError."""
    try:
        yield
    except FileNotFoundError:
        raise SourceError(place, "no such file", "check the path") from None
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise SourceError(place, f"broken gzip ({error})", "fetch or pack the file again") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise SourceError(place, f"cannot be read ({reason})", "check its permissions") from None


def unpacked(stream: BinaryIO) -> BinaryIO:
    """The stream, its gzip taken off if it has one."""
    raw = cast(io.RawIOBase, stream)
    peeked = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(raw)
    packed = peeked.peek(2)[:2] == _GZIP
    return cast(BinaryIO, gzip.GzipFile(fileobj=peeked) if packed else peeked)


def whole(source: Source) -> bytes:
    """All bytes of a source that is one article; SourceTooLarge beyond LIMIT, SourceError when empty."""
    with opened(source) as stream:
        data = stream.read(LIMIT + 1)
    check_size(len(data), source.place)
    if not data.strip():
        raise SourceError(source.place, "is empty", "give a file with an article in it")
    return data


def check_size(size: int, place: str) -> None:
    """Raise SourceTooLarge beyond LIMIT bytes."""
    if size > LIMIT:
        raise SourceTooLarge(place, f"is larger than {LIMIT // 2**20} MiB, the limit for one article",
                             "split it, or give many articles as .jsonl or .warc.gz")
