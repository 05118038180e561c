"""The build that a worker has open, and the answer to a query from outside."""

from __future__ import annotations

import io
import re
import time
from pathlib import Path

from kg.errors import StoreError
from kg.query import check
from kg.serve.builds import build_id
from kg.serve.choice import chosen
from kg.serve.formats import GRAPHS, TABLES, Format
from kg.serve.messages import Job, Refusal, Reply
from kg.store import Store, open_store
from kg.vocab import PREFIXES

_ATTEMPTS = 40  # of opening a build, 50 ms apart
_DEEPEST = 256  # brackets within brackets; Oxigraph's parser overflows its stack at some thousand
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")


def open_served(folder: Path) -> tuple[Store, str]:
    """Open the build that stands in `folder`, wholly the old or wholly the new one while they are swapped.

    Gives the store and the name of the build. Raises StoreError.
    """
    for attempt in range(_ATTEMPTS):
        try:
            before = build_id(folder)
            opened = open_store(folder)
            if build_id(folder) == before:
                return opened, before
        except StoreError:
            if attempt == _ATTEMPTS - 1:
                raise
        time.sleep(0.05)
    raise StoreError(str(folder), "is swapped faster than it can be opened", "build less often")


def sparql(job: Job, store: Store, limit: int) -> Reply:
    """The answer to the query of a job, in the form that it asks for.

    Raises QueryError, QueryRefused, and Refusal: 400 for what is nested too deep, 406, 413 when the answer
    has more than `limit` bytes.
    """
    text = job.values["query"]
    refuse_depth(text)
    check(text, store.graphs(), "query")
    out = _Limited(limit)
    form: Format = TABLES[0]

    def choose(is_graph: bool) -> str:
        nonlocal form
        form = chosen(job, GRAPHS if is_graph else TABLES)
        return form.name

    # A graph that the store has not is empty; nothing is fetched.
    store.write_answer(text, out, choose, prefixes=PREFIXES,
                       default_graphs=graph_names(job.default_graphs),
                       named_graphs=graph_names(job.named_graphs))  # fmt: skip
    return Reply(200, form.content_type, out.getvalue())


def refuse_depth(query: str) -> None:
    """Refuse brackets nested deeper than any query needs, which would overflow the parser's stack.

    Brackets in strings and comments count as well: a guess, but only on the safe side.
    """
    if sum(map(query.count, "({[")) <= _DEEPEST:
        return
    depth = 0
    for match in re.finditer(r"[(){}\[\]]", query):
        depth = depth + 1 if match[0] in "({[" else max(0, depth - 1)
        if depth > _DEEPEST:
            line = query.count("\n", 0, match.start()) + 1
            column = match.start() - query.rfind("\n", 0, match.start())
            raise Refusal(400, f"query:{line}:{column}: nested deeper than {_DEEPEST} brackets")


def graph_names(iris: tuple[str, ...]) -> tuple[str, ...]:
    """The names of graphs in a request as they are. Refusal 400 for one that is no absolute IRI."""
    for iri in iris:
        if not _IRI.fullmatch(iri):
            raise Refusal(400, "a graph is named by an absolute IRI")
    return iris


class _Limited(io.BytesIO):
    """Bytes up to a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: object, /) -> int:
        written = super().write(data)  # type: ignore[arg-type]
        if self.tell() > self._limit:
            raise Refusal(413, f"the answer has more than {self._limit >> 20} MB; add a LIMIT")
        return written
