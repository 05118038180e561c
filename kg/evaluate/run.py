"""From two folders to scores."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path

from kg.errors import FactsError, SourceError
from kg.evaluate.gold import Gold, load_gold
from kg.evaluate.scores import Scores, score
from kg.model import Article, Facts


def extract_for(
    gold: Mapping[str, Gold], articles_dir: Path | str, extract: Callable[[Article], Facts]
) -> dict[str, Facts]:
    """Read and extract the article of every gold file: id → Facts. An article's id is its file's stem.

    A publication date that gold gives and the text lacks reaches the extractor with the article, as it
    would from a crawler. Raises FactsError when an article is missing or two files share its stem, and what
    reading an article raises.
    """
    paths = _by_stem(Path(articles_dir), frozenset(gold))
    missing = sorted(set(gold) - set(paths))
    if missing:
        raise FactsError(str(articles_dir), f"no article for the gold of {', '.join(missing)}",
                         "name each article like its gold file (a01.txt beside a01.json)")
    return {name: extract(_article(paths[name], gold[name])) for name in sorted(gold)}


def evaluate(gold_dir: Path | str, articles_dir: Path | str, extract: Callable[[Article], Facts]) -> Scores:
    """Score an extractor on a folder of gold and a folder of articles.

    Articles that have no gold are left aside. Errors are those of `load_gold` and `extract_for`.
    """
    gold = load_gold(gold_dir)
    return score(gold, extract_for(gold, articles_dir, extract))


def _by_stem(folder: Path, wanted: frozenset[str]) -> dict[str, Path]:
    if not folder.is_dir():
        raise SourceError(str(folder), "is not a folder", "give the folder with the articles")
    paths: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if path.stem in wanted and path.is_file():
            if path.stem in paths:
                raise FactsError(str(path), f"same id as {paths[path.stem].name}", "keep one file an article")
            paths[path.stem] = path
    return paths


def _article(path: Path, gold: Gold) -> Article:
    from kg.read import read_one  # noqa: PLC0415 - reading is only needed for folders, not for score()

    article = dataclasses.replace(read_one(path), id=gold.id)
    return article if article.published else dataclasses.replace(article, published=gold.published)
