"""Addresses other than the endpoint."""

from __future__ import annotations

from kg.serve.description import void
from kg.serve.messages import Job, Refusal, Reply
from kg.serve.served import ServedStore


def page(job: Job, store: ServedStore, limit: int) -> Reply:
    """The answer to the path of a job."""
    path = job.values["path"]
    if path == "/.well-known/void":
        return void(job, store, limit)
    raise Refusal(404, "there is nothing at this address")
