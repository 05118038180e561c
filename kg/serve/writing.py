"""Jobs that write: SPARQL Update, and PUT, POST, DELETE of the Graph Store Protocol, as updates of the store.

Every write becomes the text of one SPARQL Update, which is what the journal keeps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from email import message_from_bytes
from hashlib import blake2b

from kg.errors import QueryError
from kg.query import checked_update, with_using
from kg.serve.messages import Job, Refusal, Reply
from kg.serve.served import graph_names, refuse_depth
from kg.store import WritableStore, triples_text

#: Statement to run, and the answer to give once it has been.
Write = tuple[str, Reply]
_DONE = Reply(204, "", b"")
_BOUNDARY = re.compile(r"multipart/form-data\s*;.*boundary=", re.IGNORECASE | re.DOTALL)


def update(job: Job, _store: WritableStore) -> Write:
    """A SPARQL Update. Refusal 400, QueryError, and QueryRefused for LOAD and SERVICE."""
    text = job.values["update"]
    refuse_depth(text)
    using = graph_names(job.default_graphs), graph_names(job.named_graphs)
    return with_using(checked_update(text, "update"), *using, "update"), _DONE


def put(job: Job, store: WritableStore) -> Write:
    """Make a graph hold just the triples sent: 201 when it is new."""
    target, known = _target(job.values["graph"], store)
    drop = f"DROP SILENT {target} ; " + ("" if target == "DEFAULT" else f"CREATE SILENT {target} ; ")
    return drop + _insert(job, target), _DONE if known else _created()


def post(job: Job, store: WritableStore) -> Write:
    """Add the triples sent to a graph; without a name to a new one, whose address is in Location."""
    name = job.values.get("graph")
    location: dict[str, str] = {}
    if name is None:
        seed = job.values["collection"].rstrip("/") + "/" + _digest(job.values["body"])
        name = next(each for number in range(1 << 30)
                    if not store.has_graph(each := seed + (f"-{number}" if number else "")))  # fmt: skip
        location = {"Location": name}
    target, known = _target(name, store)
    create = "" if target == "DEFAULT" else f"CREATE SILENT {target} ; "
    return create + _insert(job, target), _DONE if known else _created(location)


def delete(job: Job, store: WritableStore) -> Write:
    """Remove a graph; empty the default graph. Refusal 404."""
    target, known = _target(job.values["graph"], store)
    if not known:
        raise Refusal(404, f"there is no graph <{job.values['graph']}>")
    return f"DROP {target}", _DONE


#: Kind of job → the function of the writer that turns it into an update.
WRITES: Mapping[str, Callable[[Job, WritableStore], Write]] = {
    "update": update, "put": put, "post": post, "delete": delete,
}  # fmt: skip


def _created(headers: Mapping[str, str] | None = None) -> Reply:
    return Reply(201, "text/plain; charset=utf-8", b"created\n", headers or {})


def _target(name: str, store: WritableStore) -> tuple[str, bool]:
    """A graph in the words of SPARQL Update, and whether it is there; "" is the default graph."""
    if not name:
        return "DEFAULT", True
    graph_names((name,))
    return f"GRAPH <{name}>", store.has_graph(name)


def _insert(job: Job, target: str) -> str:
    base = job.values["graph"] if job.values.get("graph") else job.values["collection"]
    triples = "".join(triples_text(body, media, base) for media, body in _bodies(job))
    return f"INSERT DATA {{ {triples if target == 'DEFAULT' else f'{target} {{ {triples} }}'} }}"


def _bodies(job: Job) -> list[tuple[str, bytes]]:
    """Media type and bytes of what was sent: one body, or the parts of a form."""
    media, body = job.values["media"], job.values["body"].encode("utf-8")
    if not _BOUNDARY.match(media):
        return [(media, body)]
    message = message_from_bytes(b"Content-Type: " + media.encode("latin-1", "replace") + b"\r\n\r\n" + body)
    if not message.is_multipart():
        raise QueryError("body", "is no multipart form", "send text/turtle")
    parts = [part for part in message.walk() if not part.is_multipart()]
    return [(part.get_content_type(), bytes(part.get_payload(decode=True) or b"")) for part in parts]


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8"), digest_size=8).hexdigest()
