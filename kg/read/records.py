"""Files that hold many articles: .json, .jsonl and web archives, one record at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

import orjson

from kg.errors import FactsError, KgError, SourceError
from kg.model import Article, Facts, from_dict
from kg.read.articles import article_from_object
from kg.read.decode import decode, decode_page
from kg.read.files import LIMIT, Source, check_size, opened, whole
from kg.read.page import article_from_page

# Row keys of the exchange format: an object with one of them, or without "text", is facts.
_FACTS_KEYS = frozenset({
    "posts", "events", "participation", "agreements", "documents", "appointments", "groups", "measures",
    "represented", "aliases", "credits", "orgs", "places", "mentions",
})


@dataclass(frozen=True, slots=True)
class Failure:
    """One source, or one record of a source, that could not be read. `str(error)` is one clear line."""

    place: str
    error: KgError


Item = Article | Facts | Failure


def read_json(source: Source) -> Iterator[Item]:
    """A .json file: one object, or a list of objects."""
    data = _parse(whole(source), source.place)
    if not isinstance(data, list):
        yield _from_object(data, source, source.stem, source.place)
        return
    for number, item in enumerate(data, 1):
        yield _guarded(item, source, number)


def read_jsonl(source: Source) -> Iterator[Item]:
    """A .jsonl file, one object a line; a broken line fails alone."""
    count = 0
    with opened(source) as stream:
        for number, line in _lines(stream):
            count += 1
            yield json_line(source, number, line)
    if not count:
        raise SourceError(source.place, "is empty", "write one JSON object a line")


def json_line(source: Source, number: int, line: bytes) -> Item:
    """One line of a .jsonl file."""
    place = f"{source.place}:{number}"
    try:
        check_size(len(line), place)
        return _from_object(_parse(line, place), source, f"{source.stem}-{number}", place)
    except KgError as error:
        return Failure(place, error)


def read_warc(source: Source) -> Iterator[Item]:
    """A web archive: the HTML pages among its responses with status 200."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - archives are rare

    count = 0
    with opened(source) as stream:
        try:
            for number, record in enumerate(
                    ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True,
                                    auto_decode="all"), 1):
                if not _is_page(record):
                    continue
                count += 1
                yield _from_record(record, source, number)
        except OSError as error:
            raise SourceError(source.place, f"broken web archive ({error})", "fetch it again") from None
    if not count:
        raise SourceError(source.place, "holds no HTML response", "check that it is a WARC file of web pages")


def _is_page(record: Any) -> bool:
    if not record.is_http or record.http_headers is None or record.http_headers.status_code != 200:
        return False
    return (record.http_content_type or "").lower() in ("text/html", "application/xhtml+xml")


def _from_record(record: Any, source: Source, number: int) -> Item:
    url = record.headers.get("WARC-Target-URI", "").strip("<>") or None
    place = f"{source.place}#{number}" + (f" ({url})" if url else "")
    try:
        data = record.reader.read(LIMIT + 1)
        check_size(len(data), place)
        page = decode_page(data, record.http_charset, place)
        return article_from_page(page, id=f"{source.stem}-{number}", place=place, path=source.place, url=url)
    except KgError as error:
        return Failure(place, error)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Numbered lines that are not blank. A line beyond LIMIT comes cut, just long enough to be refused."""
    number = 0
    while line := stream.readline(LIMIT + 2):
        number += 1
        rest = line
        while not rest.endswith(b"\n") and (rest := stream.readline(LIMIT)):
            pass
        if line.strip():
            yield number, line


def _parse(data: bytes, place: str) -> Any:
    try:
        return orjson.loads(decode(data, place))
    except orjson.JSONDecodeError as error:
        raise SourceError(place, f"not JSON ({error})", "write one object a line, or a file") from None


def _guarded(data: Any, source: Source, number: int) -> Item:
    place = f"{source.place}[{number}]"
    try:
        return _from_object(data, source, f"{source.stem}-{number}", place)
    except KgError as error:
        return Failure(place, error)


def _from_object(data: Any, source: Source, stem: str, place: str) -> Article | Facts:
    if isinstance(data, Mapping) and "text" in data and not _FACTS_KEYS & data.keys():
        return article_from_object(data, stem=stem, place=place, path=source.place)
    if not isinstance(data, Mapping):
        raise FactsError(place, "must be an object", 'write {"text": …}, or facts as docs/facts.md says')
    return from_dict(data, place)
