"""Gathering: the facts of all sources, each article once, in an order that is not that of the sources."""

from __future__ import annotations

import dataclasses
import itertools
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.build.cache import FactsCache
from kg.build.workers import Died, worked
from kg.errors import KgError, SourceError, TableError
from kg.extract import extract
from kg.graph.draft import article_key
from kg.model import Article, Facts, to_json
from kg.read import Failure, Item, read

#: Called with the stage, how many articles are done, and of how many (0: not known yet).
Progress = Callable[[str, int, int], None]

# The kinds of facts, by their key in the exchange format.
KINDS = ("posts", "events", "participation", "agreements", "documents", "appointments", "groups", "measures",
         "represented", "aliases", "credits")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """One article's facts. `key` is its identity in the graph, `place` (file, or file and id) is for
    messages; `article` is None when only its facts were given.
    """

    key: str
    place: str
    facts: Facts
    article: Article | None


@dataclass
class _Read:
    """What the sources hold: articles by hash, facts that were written by hand, failures by what they say."""

    articles: dict[str, Article] = field(default_factory=dict)
    written: dict[tuple[str, bytes], Found] = field(default_factory=dict)
    failures: dict[tuple[str, str], Failure] = field(default_factory=dict)

    def fail(self, failure: Failure) -> None:
        self.failures[failure.place, str(failure.error)] = failure

    def size(self) -> int:
        return len(self.articles) + len(self.written) + len(self.failures)

    def take(self, source: str, item: Item) -> None:
        """One item of a source; of several articles with one text the first by `_said` counts."""
        if isinstance(item, Failure):
            self.fail(item)
        elif isinstance(item, Facts):
            place = f"{source}: {item.id}"
            try:
                key = article_key(item, None)
                self.written.setdefault((key, to_json(item)), Found(key, place, item, None))
            except KgError as error:
                self.fail(Failure(place, at(place, error)))
        else:
            other = self.articles.get(item.hash)
            if other is None or _said(item) < _said(other):
                self.articles[item.hash] = item


def facts_of(
    sources: Iterable[Path | str], workers: int = 1
) -> Iterator[tuple[Article | None, Facts] | Failure]:
    """The facts of every article of the sources, in their order; facts files are passed through."""
    items, again = itertools.tee(read(sources))
    for item, made in zip(items, worked(_extracted, map(_light, again), workers), strict=True):
        if isinstance(item, Article):
            facts = _told(item, made)
            yield facts if isinstance(facts, Failure) else (item, facts)
        else:
            yield item if isinstance(item, Failure) else (None, item)


def gather(
    sources: Iterable[Path | str],
    tell: Progress,
    *,
    cache: FactsCache | None = None,
    workers: int = 1,
    without: Collection[str] = (),
) -> tuple[list[Found], list[Failure]]:
    """Read and extract everything. Both lists are sorted, and the same whatever the order of the sources.

    An article that comes several times counts once. Facts given in a file take the place of those that
    `extract` finds in the article of the same hash; several such facts add up. `without` are keys of articles
    to leave out.
    """
    known = _Read()
    for source in sorted(set(map(str, sources))):
        for item in read([source]):
            known.take(source, item)
            tell("read", known.size(), 0)
    return _gathered(known, tell, cache, workers, without)


def gather_items(
    items: Iterable[tuple[str, Item]], without: Collection[str] = ()
) -> tuple[list[Found], list[Failure]]:
    """The same of (source, item) pairs that have been read: for a part of the sources in which each article
    is with all its copies and facts.
    """
    known = _Read()
    for source, item in items:
        known.take(source, item)
    return _gathered(known, lambda stage, done, total: None, None, 1, without)


def _gathered(
    known: _Read, tell: Progress, cache: FactsCache | None, workers: int, without: Collection[str]
) -> tuple[list[Found], list[Failure]]:
    told = {key for key, _ in known.written}
    wanted = [a for key, a in sorted(known.articles.items()) if key not in told and key not in without]
    found = [dataclasses.replace(f, article=known.articles.get(f.key)) for f in known.written.values()
             if f.key not in without]  # fmt: skip
    for article, made in _facts_of_all(wanted, tell, cache, workers):
        if isinstance(made, Failure):
            known.fail(made)
        else:
            found.append(Found(article.hash, _place(article), made, article))
    return sorted(found, key=_order), [known.failures[key] for key in sorted(known.failures)]


def as_found(all_facts: Iterable[Facts], articles: Mapping[str, Article]) -> list[Found]:
    """Facts that were gathered once, with their articles by hash, as they were then."""
    found = []
    for facts in all_facts:
        key = article_key(facts, None)
        article = articles.get(key)
        found.append(Found(key, _place(article) if article else facts.id, facts, article))
    return found


def _facts_of_all(
    articles: list[Article], tell: Progress, cache: FactsCache | None, workers: int
) -> Iterator[tuple[Article, Facts | Failure]]:
    """Each article with its facts: those that are known first, then those that are extracted."""
    missing = []
    for article in articles:
        facts = cache.get(article) if cache else None
        if facts is None:
            missing.append(article)
        else:
            yield article, facts
    made = worked(_extracted, map(_light, missing), workers)
    for number, (article, result) in enumerate(zip(missing, made, strict=True), 1):
        facts_or_failure = _told(article, result)
        if cache and isinstance(facts_or_failure, Facts):
            cache.put(article, facts_or_failure)
        yield article, facts_or_failure
        tell("extract", number, len(missing))


def _light(item: Item) -> Item:
    """An article without what extraction does not need of it."""
    return dataclasses.replace(item, raw="", offsets=()) if isinstance(item, Article) else item


def _extracted(item: Item) -> Item:
    """The facts of an article; what is none is given back."""
    if not isinstance(item, Article):
        return item
    try:
        return extract(item)
    except TableError:
        raise  # no article's fault: every other one would fail as well
    except Exception as error:  # a fault of ours in one article must not stop ten thousand others
        return Failure(_place(item), _our_fault(item, error))


def _told(article: Article, made: Item | Died) -> Facts | Failure:
    if isinstance(made, Died):
        what = "the process that read it was killed, twice (is there too little memory?)"
        return Failure(_place(article), SourceError(_place(article), what, "leave it out, or split it"))
    assert not isinstance(made, Article)
    return made


def _place(article: Article) -> str:
    return article.path or article.id


def _said(article: Article) -> tuple[str, ...]:
    """Of several articles with one text, the first in this order counts."""
    others = (article.published, article.title, article.source, article.url)
    return (article.id, *(value or "" for value in others), article.raw, article.path or "")


def _order(found: Found) -> tuple[str, str, bytes, str]:
    return found.facts.id, found.key, to_json(found.facts), found.article.raw if found.article else ""


def size(facts: Facts) -> int:
    """How many facts an article has; what it only mentions does not count."""
    return sum(len(getattr(facts, kind)) for kind in KINDS)


def at(place: str, error: KgError) -> KgError:
    """The same error, told of another place."""
    return type(error)(place, error.problem, error.hint)


def _our_fault(article: Article, error: Exception) -> SourceError:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error}, {Path(frame.filename).name}:{frame.lineno}"
    hint = "leave it out, and report it with the article"
    return SourceError(_place(article), f"kg itself failed on it ({what})", hint)
