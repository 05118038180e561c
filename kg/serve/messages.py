"""What front and workers say to each other: a job, a reply, and both as bytes on a pipe."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

import orjson

_HEAD = struct.Struct(">II")  # bytes of the JSON that follows, bytes of the body after it
HEAD_BYTES = _HEAD.size
#: Header in which the writer tells the front the folder of its newest snapshot; no client gets it.
SNAPSHOT = "Snapshot"
#: Status with which a worker tells the front that what it has open is gone; no client gets it.
REPLACED = 599


@dataclass(frozen=True, slots=True)
class Job:
    """One request for a worker: `kind` is "sparql" or a page; `values` what it is asked for."""

    kind: str
    values: Mapping[str, str] = field(default_factory=dict)
    accept: str | None = None
    gzip: bool = False
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: HTTP status, headers without those that the front adds, and the bytes."""

    status: int
    content_type: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    build: str = ""


class Refusal(Exception):
    """A request that is refused with a status and a readable reason."""

    def __init__(self, status: int, reason: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, reason)
        self.status = status
        self.reason = reason
        self.headers = dict(headers or {})

    def reply(self, build: str = "") -> Reply:
        """The refusal as an answer in plain text."""
        body = f"{self.reason}\n".encode("utf-8", "replace")
        return Reply(self.status, "text/plain; charset=utf-8", body, self.headers, build)


def pack(meta: object, body: bytes = b"") -> bytes:
    """A message: head, JSON, body."""
    text = orjson.dumps(meta)
    return _HEAD.pack(len(text), len(body)) + text + body


def lengths(head: bytes) -> tuple[int, int]:
    """Bytes of the JSON and of the body that follow a head."""
    first, second = _HEAD.unpack(head)
    return int(first), int(second)


def job_bytes(job: Job) -> bytes:
    """A job for the pipe."""
    return pack([job.kind, dict(job.values), job.accept, job.gzip, job.default_graphs, job.named_graphs])


def read_job(pipe: BinaryIO) -> Job | None:
    """The next job; None when the front has gone."""
    head = pipe.read(HEAD_BYTES)
    if len(head) < HEAD_BYTES:
        return None
    text, _ = lengths(head)
    kind, values, accept, gzip, default_graphs, named_graphs = orjson.loads(pipe.read(text))
    return Job(kind, values, accept, gzip, tuple(default_graphs), tuple(named_graphs))


def reply_bytes(reply: Reply) -> bytes:
    """A reply for the pipe."""
    return pack([reply.status, reply.content_type, dict(reply.headers), reply.build], reply.body)


def reply_of(text: bytes, body: bytes) -> Reply:
    """The reply from its JSON and its body."""
    status, content_type, headers, build = orjson.loads(text)
    return Reply(status, content_type, body, headers, build)
