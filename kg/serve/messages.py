"""What front and workers say to each other: a job, a reply, and both as bytes on a line."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

import orjson

_HEAD = struct.Struct(">III")  # number of the job, bytes of the JSON that follows, bytes of the body after it
#: Kind of the job with which the front takes back what waits behind the job that a worker is at.
TAKE_BACK = "take back"
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


def too_slow(what: str, seconds: float) -> Refusal:
    """The refusal of a query or an update that was ended."""
    advice = "ask for less, or add a LIMIT" if what == "query" else "change less at once"
    return Refusal(503, f"the {what} took longer than {seconds:g} seconds and was ended; {advice}")


def pack(number: int, meta: object, body: bytes = b"") -> bytes:
    """A message: head with the number of its job, JSON, body."""
    text = orjson.dumps(meta)
    return _HEAD.pack(number, len(text), len(body)) + text + body


def whole_messages(buffer: bytearray) -> list[tuple[int, bytes, bytes]]:
    """Take the messages that have come wholly from the front of a buffer: number, JSON and body of each."""
    found, start, end = [], 0, len(buffer)
    while end - start >= _HEAD.size:
        number, text, body = _HEAD.unpack_from(buffer, start)
        middle = start + _HEAD.size + text
        last = middle + body
        if last > end:
            break
        found.append((number, bytes(buffer[start + _HEAD.size : middle]), bytes(buffer[middle:last])))
        start = last
    del buffer[:start]
    return found


def job_bytes(number: int, job: Job) -> bytes:
    """A job for the line to a worker."""
    return pack(number, [job.kind, job.values, job.accept, job.gzip, job.default_graphs, job.named_graphs])


def job_of(text: bytes) -> Job:
    """The job from its JSON."""
    kind, values, accept, gzip, default_graphs, named_graphs = orjson.loads(text)
    return Job(kind, values, accept, gzip, tuple(default_graphs), tuple(named_graphs))


def reply_bytes(number: int, reply: Reply) -> bytes:
    """A reply for the line to the front."""
    return pack(number, [reply.status, reply.content_type, reply.headers, reply.build], reply.body)


def reply_of(text: bytes, body: bytes) -> Reply:
    """The reply from its JSON and its body."""
    status, content_type, headers, build = orjson.loads(text)
    return Reply(status, content_type, body, headers, build)
