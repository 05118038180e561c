"""What a build was made from, kept beside it, so that it can be made again without one of its articles.

`.cache/sources.jsonl.gz`: a line with the base and the failures of the build, then a line for each article.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import orjson

from kg.errors import FactsError, SourceError, StoreError
from kg.graph.draft import article_key
from kg.model import Article, Facts, from_json
from kg.read import Failure
from kg.store import CACHE_NAME, SOURCES_CACHE

_PLAIN = tuple(field.name for field in fields(Article) if field.name != "offsets")


@dataclass(frozen=True, slots=True)
class Kept:
    """The facts of a build, its articles by hash, its failures, and the base of its IRIs."""

    base: str
    failures: tuple[Failure, ...]
    articles: dict[str, Article]
    facts: tuple[Facts, ...]

    def key_of(self, word: str) -> str:
        """The hash of an article by its id or its hash. SourceError when there is none, or more than one."""
        found = sorted({key for facts in self.facts if word in (facts.id, key := article_key(facts, None))})
        if not found:
            raise SourceError(word, "is no article of this build", "its report.json lists them all")
        if len(found) > 1:
            raise SourceError(word, f"is the id of {len(found)} articles", f"say {' or '.join(found)}")
        return found[0]


def write_kept(folder: Path, base: str, failures: Iterable[Failure], articles: Iterable[Article]) -> None:
    """Write into the exports `folder` what `read_kept` needs; the same articles give the same bytes."""
    told = [[utf8(part) for part in (f.place, *f.error.args)] for f in failures]
    path = folder / CACHE_NAME / SOURCES_CACHE
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as raw, gzip.GzipFile("", "wb", compresslevel=3, fileobj=raw, mtime=0) as packed:
        packed.write(orjson.dumps({"base": base, "failures": told}) + b"\n")
        for article in articles:
            record: dict[str, Any] = {key: getattr(article, key) for key in _PLAIN}
            packed.write(orjson.dumps({**record, "runs": list(_runs(article.offsets))}) + b"\n")


def read_kept(folder: Path) -> Kept:
    """What the build in the exports `folder` was made from. StoreError when it is not there, or broken."""
    try:
        lines = gzip.decompress((folder / CACHE_NAME / SOURCES_CACHE).read_bytes()).splitlines()
        head, *records = [orjson.loads(line) for line in lines]
        articles = [_article(record) for record in records]
        told = tuple(Failure(place, SourceError(*error)) for place, *error in head["failures"])
        facts = (folder / "facts.jsonl").read_bytes().splitlines()
        known = tuple(from_json(line, f"{folder / 'facts.jsonl'}:{n}") for n, line in enumerate(facts, 1))
        return Kept(head["base"], told, {article.hash: article for article in articles}, known)
    except (OSError, EOFError, ValueError, KeyError, TypeError, FactsError) as error:
        problem = f"does not hold what it was made from ({type(error).__name__})"
        raise StoreError(str(folder), problem, "run kg build, or name the folder it wrote") from None


def utf8(name: str) -> str:
    """The name of a file as text, whatever bytes the system lets it have."""
    return name.encode("utf-8", "replace").decode()


def _article(record: dict[str, Any]) -> Article:
    offsets = [at + i for at, length in record.pop("runs") for i in range(length)]
    return Article(**record, offsets=offsets)


def _runs(offsets: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(first, how many) of each run of offsets that grow by one: an undamaged text is one run."""
    first = length = 0
    for offset in offsets:
        if length and offset == first + length:
            length += 1
        else:
            if length:
                yield first, length
            first, length = offset, 1
    if length:
        yield first, length
