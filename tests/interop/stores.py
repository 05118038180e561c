"""Stores of other people: each started empty on 127.0.0.1, and asked what the store of a build is asked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1] / "data")]
from fetch import HERE, jars
from parsers import OXIGRAPH
from servers import fuseki, oxigraph, virtuoso

from kg.errors import KgError
from kg.query import questions, run
from kg.store import open_endpoint, open_store

#: Values for the questions that need one; each has an answer in the world of `tests/data/many_articles`.
VALUES: Mapping[str, Mapping[str, str]] = {
    "evidence-of-person": {"person": "周望海"},
    "who-held-post": {"post": "大连市委书记", "date": "2020-01-01"},
    "agreements-with-company": {"company": "集团"},
}


@dataclass(frozen=True)
class Other:
    """A store: `start` gives its address; `credentials` are what `kg load` needs in its environment.

    `version` is a command whose first number is the version.
    """

    name: str
    version: tuple[str, ...]
    start: Callable[[Path], AbstractContextManager[str]]
    credentials: Mapping[str, str]


@contextmanager
def _fuseki(folder: Path) -> Iterator[str]:
    with fuseki(folder, jars("jena")) as address:
        yield address


@contextmanager
def _virtuoso(folder: Path) -> Iterator[str]:
    with virtuoso(folder) as (address, _):
        yield address


_JENA_VERSION = ElementTree.parse(HERE / "pom.xml").findtext(".//{*}dependency/{*}version") or ""
FUSEKI = Other("Apache Jena Fuseki", ("echo", _JENA_VERSION), _fuseki, {})
VIRTUOSO = Other(
    "Virtuoso", ("virtuoso-t", "-?"), _virtuoso, {"KG_STORE_USER": "dba", "KG_STORE_PASSWORD": "dba"}
)
OXIGRAPH_SERVER = Other("Oxigraph server", OXIGRAPH.version, oxigraph, {})


def differences(address: str, exports: Path, values: Mapping[str, Mapping[str, str]] = VALUES) -> list[str]:
    """The saved questions, each with what is wrong, whose answer is not that of the build's own store.

    Compared are the columns and the rows with their order; not the case of language tags, nor the kind of
    integer, which stores keep or not.
    """
    endpoint, store = open_endpoint(address), open_store(exports)
    wrong = []
    for question in questions():
        given = values.get(question.name, {})
        expected = run(store, question, given)
        try:
            answer = run(endpoint, question, given)
        except KgError as error:
            wrong.append(f"{question.name}: {error}")
            continue
        if answer.variables != expected.variables or answer.values() != expected.values():
            counts = f"{len(answer.rows)} rows, {len(expected.rows)} expected"
            wrong.append(f"{question.name}: another answer, or another order ({counts})")
    return wrong
