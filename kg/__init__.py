"""Knowledge graphs from official news in Chinese, with the words behind every fact.

    import kg

    article = kg.read_one("article.txt")
    facts = kg.extract(article)
    built = kg.build(["articles/"])
    built.write("exports")
    print(kg.query("who-spoke", store="exports").values())
"""

from __future__ import annotations

from pathlib import Path

# The order matters: a function takes the name of its room only after the room has been imported.
from kg.build import DEFAULT_BASE, Build, build
from kg.errors import KgError
from kg.evaluate import evaluate as _evaluate
from kg.evaluate.scores import Scores
from kg.extract import extract
from kg.model import Article, Facts, Span
from kg.query import question_named, run
from kg.read import Failure, read, read_one
from kg.store import Answer, open_store
from kg.validate import Report, validate

__all__ = ["DEFAULT_BASE", "Answer", "Article", "Build", "Facts", "Failure", "KgError", "Report", "Scores", "Span", "build",
           "evaluate", "extract", "query", "read", "read_one", "validate"]


def query(question: str, *, store: Path | str = "exports", **parameters: str) -> Answer:
    """Ask a saved question by name, or any SPARQL query, of the store of a build.

    `parameters` are those of the saved question (`event="推进会"`). Raises QueryError or StoreError.
    """
    saved = question if any(mark in question for mark in " \n{") else question_named(question)
    return run(open_store(Path(store)), saved, parameters)


def evaluate(gold_dir: Path | str, articles_dir: Path | str) -> Scores:
    """Precision, recall and F1 of `extract` on a folder of gold files and one of articles."""
    return _evaluate(gold_dir, articles_dir, extract)
