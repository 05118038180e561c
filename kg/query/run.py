"""Asking a question of a store."""

from __future__ import annotations

from collections.abc import Mapping

from kg.query.guard import check
from kg.query.questions import Question, filled, parse_question
from kg.store import Answer, Endpoint, Store
from kg.store.columns import COLUMNS_NAME, ask, has_duckdb
from kg.vocab import PREFIXES


def run(
    store: Store | Endpoint, question: Question | str, parameters: Mapping[str, str] | None = None
) -> Answer:
    """Run a question (or the text of a query) over the union of all graphs of the store.

    `parameters` maps parameter to value: part of a name, or an IRI. The prefixes of the project
    (kg, code, skos, dct, oa …) need no declaration. Raises QueryError when the query is refused, lacks a
    parameter or does not parse, StoreError when the store fails. Has no time limit.

    A question that counts or pairs is answered from the columns of the build where it has them: the store
    would need 50 times as long. The answer is the same.
    """
    if isinstance(question, str):
        question = parse_question(question, "query")
    text = filled(question, parameters or {})
    build = store.folder.parent if isinstance(store, Store) else None
    if build and question.sql and (build / COLUMNS_NAME).is_dir() and has_duckdb():
        given = {p.name: p.default or "" for p in question.parameters} | dict(parameters or {})
        return ask(build, question.sql, given, question.place)
    check(text, store.graphs(), question.place)
    return store.query(text, prefixes=PREFIXES, place=question.place)
