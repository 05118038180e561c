"""Kind of job → the function of a worker that answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.serve.choice import chosen
from kg.serve.description import description
from kg.serve.messages import Job, Reply
from kg.serve.pages import page
from kg.serve.served import ServedStore


def sparql(job: Job, store: ServedStore, limit: int) -> Reply:
    """A query from outside."""
    form, body = store.written(job, lambda offered: chosen(job, offered), limit)
    return Reply(200, form.content_type, body)


ANSWERS: Mapping[str, Callable[[Job, ServedStore, int], Reply]] = {
    "sparql": sparql,
    "description": description,
    "page": page,
}
