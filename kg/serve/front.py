"""The front: HTTP requests in, jobs to the pool, replies out. Nothing here reads the store."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import re
from dataclasses import replace
from hashlib import blake2b

from kg.serve.formats import takes_gzip
from kg.serve.graph_store import READS, WRITES, read_graph_request
from kg.serve.limits import Limits
from kg.serve.messages import Job, Refusal, Reply
from kg.serve.pool import Pool
from kg.serve.protocol import METHODS, form_fields, read_request
from kg.serve.request import ClientGone, Receive, Request, Scope, Send
from kg.serve.statics import FILES, static

_PIECE = 1 << 16  # bytes sent at a time
_GRACE = 1.0  # seconds before anyone looks whether the client is still there: cheaper than a new worker
# What gives another answer each time must not be kept by a cache.
_UNSTEADY = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(", re.IGNORECASE)
_CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After, Content-Location, Location",
}
_READ_ONLY = (
    "nothing is written here: this graph is made by kg build; change the sources and build again, "
    "or start the server with --writable"
)
_WRITES = frozenset({"update", "put", "post", "delete"})
_PLAIN = "text/plain; charset=utf-8"
# Pages hold no script (but that of the query page) and load nothing from elsewhere.
_SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
}
_COMMON = {name.lower().encode(): value.encode()
           for name, value in {**_CORS, **_SAFE, "Vary": "Accept, Accept-Encoding"}.items()}  # fmt: skip


class Front:
    """The ASGI application over the workers of a pool. Takes writes from those who send the token."""

    def __init__(self, pool: Pool, limits: Limits, token: str | None) -> None:
        self._pool = pool
        self._limits = limits
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; whatever goes wrong is an answer as well."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        request = Request(scope, receive)
        # A client that left, or that takes no more of its answer, needs no other one.
        with contextlib.suppress(ClientGone, TimeoutError):
            try:
                reply = await self._reply(request)
            except Refusal as refusal:
                reply = refusal.reply(self._pool.build)
            except asyncio.CancelledError:
                reply = Refusal(503, "the server is ending").reply(self._pool.build)
            await self._send(reply, request.method, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        """The pool has been started before; it ends when no request is under way any more."""
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._pool.stop()
        await send({"type": "lifespan.shutdown.complete"})

    async def _reply(self, request: Request) -> Reply:
        kind = _kind(request.path)
        if request.method == "OPTIONS":
            return Reply(204, _PLAIN, b"", self._preflight(kind))
        if kind == "static":
            return _static(request)
        job = await self._job(kind, request)
        if job.kind in _WRITES:
            return await asyncio.shield(self._pool.write(job))
        build, seed = self._pool.build, _seed(job, request)
        tag = _tag(build, seed)
        if tag and request.method != "POST" and tag in request.headers.get(b"if-none-match", ""):
            return Reply(304, "", b"", {"ETag": tag, "Cache-Control": "no-cache"}, build)
        reply = await self._run(job, request)
        if reply.status != 200:
            return reply
        if reply.build != build:  # exchanged meanwhile
            tag = _tag(reply.build, seed)
        steady = {"ETag": tag, "Cache-Control": "no-cache"} if tag else {"Cache-Control": "no-store"}
        return Reply(200, reply.content_type, reply.body, {**reply.headers, **steady}, reply.build)

    async def _job(self, kind: str, request: Request) -> Job:
        method, query_string = request.method, request.query_string
        content_type, accept = request.headers.get(b"content-type"), request.headers.get(b"accept")
        packed = takes_gzip(request.headers.get(b"accept-encoding"))
        if kind == "sparql":
            most = self._limits.upload if self._is_authorised(request) else self._limits.body
            body = await request.body(most, self._limits.patience) if method == "POST" else b""
            job = read_request(method, query_string, content_type, body, accept, gzip=packed)
            if job is None:
                writable = {"writable": "yes"} if self._token else {}
                return Job("description", {"endpoint": request.origin + request.path, **writable},
                           accept, packed)  # fmt: skip
            if job.kind == "update":
                self._authorise(request)
            return job
        if kind == "store":
            if method in ("PUT", "POST", "DELETE"):
                self._authorise(request)
            is_sent = method in ("PUT", "POST")
            body = await request.body(self._limits.upload, self._limits.patience) if is_sent else b""
            address = request.origin + request.path
            job = read_graph_request(method, address, query_string, content_type, body)
            return replace(job, accept=accept, gzip=packed)
        _only_read(method)
        values = {**form_fields(query_string), "path": request.path, "origin": f"{request.origin}/"}
        return Job("page", values, accept, packed)

    def _authorise(self, request: Request) -> None:
        """Refusal 403 when nothing can be written, 401 when the token is not right."""
        if self._token is None:
            raise Refusal(403, _READ_ONLY)
        if not self._is_authorised(request):
            raise Refusal(401, "writing needs the token: Authorization: Bearer …",
                          {"WWW-Authenticate": 'Bearer realm="kg"'})  # fmt: skip

    def _is_authorised(self, request: Request) -> bool:
        scheme, _, given = request.headers.get(b"authorization", "").partition(" ")
        if self._token is None or scheme.lower() != "bearer":
            return False
        return hmac.compare_digest(given.strip().encode(), self._token.encode())

    def _preflight(self, kind: str) -> dict[str, str]:
        """What a page from elsewhere may send."""
        methods = {"sparql": METHODS, "store": WRITES if self._token else READS}.get(kind, READS)
        allowed = "Accept, Content-Type, If-None-Match" + (", Authorization" if self._token else "")
        return {"Allow": methods, "Access-Control-Allow-Methods": methods,
                "Access-Control-Allow-Headers": allowed, "Access-Control-Max-Age": "86400"}  # fmt: skip

    async def _run(self, job: Job, request: Request) -> Reply:
        """The pool's reply. ClientGone, and the query ended, when the client has gone."""
        loop, asking, watching = asyncio.get_running_loop(), asyncio.current_task(), None
        gone = False

        async def watch() -> None:
            nonlocal gone
            await request.gone()
            gone = True
            assert asking is not None
            asking.cancel()

        def begin() -> None:
            nonlocal watching
            watching = loop.create_task(watch())

        timer = loop.call_later(_GRACE, begin)
        try:
            return await self._pool.run(job)
        except asyncio.CancelledError:
            if gone:
                raise ClientGone from None
            raise
        finally:
            timer.cancel()
            if watching is not None:
                watching.cancel()

    async def _send(self, reply: Reply, method: str, send: Send) -> None:
        """Send a reply piece by piece; a client that takes none for too long is left."""
        headers = _COMMON.copy()  # those of the reply, as of the query page, take their place
        for name, value in reply.headers.items():
            headers[name.lower().encode("latin-1")] = value.encode("latin-1")
        if reply.status not in (204, 304):
            headers[b"content-type"] = reply.content_type.encode("latin-1")
            headers[b"content-length"] = str(len(reply.body)).encode()
        raw = list(headers.items())
        body = b"" if method == "HEAD" else reply.body
        async with asyncio.timeout(self._limits.patience):
            await send({"type": "http.response.start", "status": reply.status, "headers": raw})
            await send({"type": "http.response.body", "body": body[:_PIECE], "more_body": len(body) > _PIECE})
        for start in range(_PIECE, len(body), _PIECE):
            piece, more = body[start : start + _PIECE], start + _PIECE < len(body)
            async with asyncio.timeout(self._limits.patience):
                await send({"type": "http.response.body", "body": piece, "more_body": more})


def _kind(path: str) -> str:
    if path in ("/sparql", "/sparql/"):
        return "sparql"
    if path == "/store" or path.startswith("/store/"):
        return "store"
    return "static" if path in FILES else "page"


def _static(request: Request) -> Reply:
    _only_read(request.method)
    reply = static(request.path, takes_gzip(request.headers.get(b"accept-encoding")))
    if reply is None:
        raise Refusal(404, "there is nothing at this address")
    return reply


def _only_read(method: str) -> None:
    if method not in ("GET", "HEAD"):
        raise Refusal(405, f"{method} is not offered here; use GET", {"Allow": READS})


def _seed(job: Job, request: Request) -> bytes:
    """What an answer depends on beside the build; empty for answers that differ each time."""
    query = job.values.get("query", "")
    if "(" in query and _UNSTEADY.search(query):
        return b""
    body = repr((job.values, job.default_graphs, job.named_graphs)) if request.method == "POST" else ""
    text = f"{request.path}\n{job.accept}\n{job.gzip}\n{body}"
    return text.encode("utf-8", "replace") + b"\n" + request.query_string


def _tag(build: str, seed: bytes) -> str:
    """Entity tag by build, for one address and what is accepted; none without a seed."""
    return f'W/"{build}-{blake2b(seed, digest_size=6).hexdigest()}"' if seed else ""
