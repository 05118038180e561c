"""Gathering: the facts of all sources, each article once, in an order that is not that of the sources."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError, SourceError
from kg.extract import extract, load_lexicon
from kg.graph.draft import article_key
from kg.model import Article, Facts, to_json
from kg.read import Failure, read

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


def facts_of(sources: Iterable[Path | str]) -> Iterator[tuple[Article | None, Facts] | Failure]:
    """The facts of every article of the sources, in their order; facts files are passed through."""
    lexicon = load_lexicon()
    for item in read(sources):
        if isinstance(item, Failure):
            yield item
        elif isinstance(item, Facts):
            yield None, item
        else:
            try:
                yield item, extract(item, lexicon)
            except Exception as error:  # a fault of ours in one article must not stop ten thousand others
                yield Failure(item.path or item.id, _our_fault(item, error))


def gather(sources: Iterable[Path | str], tell: Progress) -> tuple[list[Found], list[Failure]]:
    """Read and extract everything. Both lists are sorted, and the same whatever the order of the sources.

    An article that comes several times counts once. Facts given in a file take the place of those that
    `extract` finds in the article of the same hash; several such facts add up.
    """
    articles: dict[str, Found] = {}
    written: dict[tuple[str, bytes], Found] = {}
    failures: dict[tuple[str, str], Failure] = {}
    done = 0
    for source in sorted(set(map(str, sources))):
        for item in facts_of([source]):
            done += 1
            tell("read and extract", done, 0)
            made = item if isinstance(item, Failure) else _found(source, *item)
            if isinstance(made, Failure):
                failures[made.place, str(made.error)] = made
            elif made.article is None:
                written.setdefault((made.key, to_json(made.facts)), made)
            elif made.key not in articles or _order(made) < _order(articles[made.key]):
                articles[made.key] = made
    return _joined(articles, written), [failures[key] for key in sorted(failures)]


def _found(source: str, article: Article | None, facts: Facts) -> Found | Failure:
    place = (article.path or article.id) if article else f"{source}: {facts.id}"
    try:
        return Found(article_key(facts, article), place, facts, article)
    except KgError as error:
        return Failure(place, at(place, error))


def _joined(articles: dict[str, Found], written: dict[tuple[str, bytes], Found]) -> list[Found]:
    texts = {key: found.article for key, found in articles.items()}
    told = [Found(f.key, f.place, f.facts, texts.get(f.key)) for f in written.values()]
    keys = {found.key for found in told}
    return sorted([*told, *(f for key, f in articles.items() if key not in keys)], key=_order)


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
    return SourceError(article.path or article.id, f"kg itself failed on it ({what})", hint)
