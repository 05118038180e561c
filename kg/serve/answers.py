"""Kind of job → the function of a worker that answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.serve.description import description
from kg.serve.graph_store import graph
from kg.serve.mcp.answers import TOOL_ANSWERS
from kg.serve.messages import Job, Reply
from kg.serve.pages import page
from kg.serve.served import sparql
from kg.store import Store

ANSWERS: Mapping[str, Callable[[Job, Store, int], Reply]] = {
    "sparql": sparql,
    "description": description,
    "graph": graph,
    "page": page,
    **TOOL_ANSWERS,
}
