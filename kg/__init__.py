"""Knowledge graphs from official news in Chinese, with the words behind every fact.

The verbs of the command line, from Python:

    import kg

    article = kg.read_one("article.txt")
    facts = kg.extract(article)
    built = kg.build(["articles/"])
    built.write("exports")
    print(kg.query("who-spoke", store="exports", event="推进会").values())
    kg.show(built)  # in a notebook

Six names (read, extract, build, query, evaluate, validate) are at the same time rooms of the package.
`kg.read` is the function; `from kg.read import …` always means the room; `import kg.read as name` would give
the function.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

# The order matters: a function takes the name of its room only after the room has been imported.
from kg.build import DEFAULT_BASE, Build, build, load
from kg.errors import KgError
from kg.evaluate import Scores
from kg.evaluate import evaluate as _evaluate
from kg.extract import extract
from kg.model import Article, Facts, Span
from kg.query import question_named, read_question, run
from kg.read import Failure, read, read_one
from kg.store import Answer, Loaded, open_endpoint, open_store
from kg.validate import Report, validate

if TYPE_CHECKING:
    import networkx

__all__ = [
    "DEFAULT_BASE", "Answer", "Article", "Build", "Facts", "Failure", "KgError", "Loaded", "Report", "Scores",
    "Span", "build", "evaluate", "extract", "load", "query", "read", "read_one", "show", "validate",
]  # fmt: skip


def query(
    question: str | Path, *, store: str | Path = "exports", endpoint: str | None = None, **parameters: str
) -> Answer:
    """Ask the store of a build, or a SPARQL endpoint.

    `question` is a saved question by name, a .rq file (as a Path), or the text of a query; `parameters` are
    those of the saved question (`event="推进会"`). Raises QueryError or StoreError.
    """
    asked = open_endpoint(endpoint) if endpoint else open_store(Path(store))
    if isinstance(question, Path):
        return run(asked, read_question(question), parameters)
    is_text = any(mark in question for mark in " \n{")
    return run(asked, question if is_text else question_named(question), parameters)


def evaluate(gold_dir: str | Path, articles_dir: str | Path) -> Scores:
    """Precision, recall and F1 of `extract` on a folder of gold files and one of articles."""
    return _evaluate(gold_dir, articles_dir, extract)


def show(graph: networkx.MultiDiGraph | Build | str | Path, *, height: int = 720) -> Any:
    """The page of a network, of a build or of the folder of one, in a notebook: an IPython display object.

    Raises StoreError when the folder holds no build.
    """
    from kg.network import stored_network  # noqa: PLC0415 - networkx
    from kg.page import show as shown  # noqa: PLC0415

    if isinstance(graph, str | Path):
        graph = stored_network(Path(graph))
    return shown(graph.network() if isinstance(graph, Build) else graph, height=height)
