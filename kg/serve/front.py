"""The front: HTTP requests in, jobs to the pool, replies out. Nothing here reads the store."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from starlette.requests import ClientDisconnect, Request
from starlette.routing import Route, Router
from starlette.types import Receive, Scope, Send

from kg.serve.formats import takes_gzip
from kg.serve.graph_store import READS, WRITES, read_graph_request
from kg.serve.limits import Limits
from kg.serve.messages import Job, Refusal, Reply
from kg.serve.pool import Pool
from kg.serve.protocol import METHODS, form_fields, read_request
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
_COMMON = {**_CORS, **_SAFE, "Vary": "Accept, Accept-Encoding"}


def application(folder: Path, limits: Limits, token: str | None) -> Router:
    """The ASGI application over the last good build in `folder`; its start raises StoreError without one.

    With a token it takes writes from those who send it.
    """
    pool = Pool(folder, limits, writable=token is not None)

    @asynccontextmanager
    async def running(_: object) -> AsyncIterator[None]:
        await pool.start()
        try:
            yield
        finally:
            await pool.stop()

    kinds = {"/sparql": "sparql", "/sparql/": "sparql", "/store": "store", "/store/{path:path}": "store",
             **dict.fromkeys(FILES, "static"), "/{path:path}": "page"}  # fmt: skip
    routes = [Route(path, _Endpoint(pool, limits, kind, token)) for path, kind in kinds.items()]
    return Router(routes=routes, lifespan=running)


class _Endpoint:
    """One kind of address, as an ASGI application."""

    def __init__(self, pool: Pool, limits: Limits, kind: str, token: str | None) -> None:
        self._pool = pool
        self._limits = limits
        self._kind = kind
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; whatever goes wrong is an answer as well."""
        request = Request(scope, receive)
        # A client that left, or that takes no more of its answer, needs no other one.
        with contextlib.suppress(ClientDisconnect, TimeoutError):
            try:
                reply = await self._reply(request)
            except Refusal as refusal:
                reply = refusal.reply(self._pool.build)
            except asyncio.CancelledError:
                reply = Refusal(503, "the server is ending").reply(self._pool.build)
            if reply is not None:
                await self._send(reply, request, send)

    async def _reply(self, request: Request) -> Reply | None:
        """The answer; None when the client has gone."""
        if request.method == "OPTIONS":
            return Reply(204, _PLAIN, b"", self._preflight())
        job = await self._job(request)
        if isinstance(job, Reply):
            return job
        if job.kind in _WRITES:
            return await asyncio.shield(self._pool.write(job))
        packed = takes_gzip(_header(request, "accept-encoding"))
        job = replace(job, accept=_header(request, "accept"), gzip=packed)
        build = self._pool.build
        tag = _tag(build, job, request)
        if tag and request.method != "POST" and tag in (_header(request, "if-none-match") or ""):
            return Reply(304, "", b"", {"ETag": tag, "Cache-Control": "no-cache"}, self._pool.build)
        reply = await self._run(job, request)
        if reply is None or reply.status != 200:
            return reply
        if tag and reply.build != build:  # exchanged meanwhile
            tag = _tag(reply.build, job, request)
        steady = {"ETag": tag, "Cache-Control": "no-cache"}
        return replace(reply, headers={**reply.headers, **(steady if tag else {"Cache-Control": "no-store"})})

    async def _job(self, request: Request) -> Job | Reply:
        query_string: bytes = request.scope["query_string"]
        method, content_type = request.method, request.headers.get("content-type")
        if self._kind == "store":
            if method in ("PUT", "POST", "DELETE"):
                self._authorise(request)
            body = await self._body(request, self._limits.upload) if method in ("PUT", "POST") else b""
            address = str(request.url.replace(query=""))
            return read_graph_request(method, address, query_string, content_type, body)
        if self._kind == "sparql":
            most = self._limits.upload if self._is_authorised(request) else self._limits.body
            body = await self._body(request, most) if method == "POST" else b""
            job = read_request(method, query_string, content_type, body)
            if job is None:
                writable = {"writable": "yes"} if self._token else {}
                return Job("description", {"endpoint": str(request.url.replace(query="")), **writable})
            if job.kind == "update":
                self._authorise(request)
            return job
        if method not in ("GET", "HEAD"):
            raise Refusal(405, f"{method} is not offered here; use GET", {"Allow": READS})
        if self._kind == "static":
            reply = static(request.scope["path"], takes_gzip(_header(request, "accept-encoding")))
            if reply is None:
                raise Refusal(404, "there is nothing at this address")
            return reply
        path = request.scope["path"]
        return Job("page", {**form_fields(query_string), "path": path, "origin": str(request.base_url)})

    def _authorise(self, request: Request) -> None:
        """Refusal 403 when nothing can be written, 401 when the token is not right."""
        if self._token is None:
            raise Refusal(403, _READ_ONLY)
        if not self._is_authorised(request):
            raise Refusal(401, "writing needs the token: Authorization: Bearer …",
                          {"WWW-Authenticate": 'Bearer realm="kg"'})  # fmt: skip

    def _is_authorised(self, request: Request) -> bool:
        scheme, _, given = (_header(request, "authorization") or "").partition(" ")
        if self._token is None or scheme.lower() != "bearer":
            return False
        return hmac.compare_digest(given.strip().encode(), self._token.encode())

    def _preflight(self) -> dict[str, str]:
        """What a page from elsewhere may send."""
        methods = {"sparql": METHODS, "store": WRITES if self._token else READS}.get(self._kind, READS)
        allowed = "Accept, Content-Type, If-None-Match" + (", Authorization" if self._token else "")
        return {"Allow": methods, "Access-Control-Allow-Methods": methods,
                "Access-Control-Allow-Headers": allowed, "Access-Control-Max-Age": "86400"}  # fmt: skip

    async def _body(self, request: Request, most: int) -> bytes:
        parts, length = [], 0
        try:
            async with asyncio.timeout(self._limits.patience):
                async for part in request.stream():
                    parts.append(part)
                    length += len(part)
                    if length > most:
                        raise Refusal(413, f"the request has more than {most >> 20} MB",
                                      {"Connection": "close"})  # fmt: skip
        except TimeoutError:
            raise Refusal(408, f"the request did not arrive in {self._limits.patience:g} seconds",
                          {"Connection": "close"}) from None  # fmt: skip
        return b"".join(parts)

    async def _run(self, job: Job, request: Request) -> Reply | None:
        """The pool's reply; None, and the query ended, when the client has gone."""
        work = asyncio.ensure_future(self._pool.run(job))
        await asyncio.wait({work}, timeout=_GRACE)
        if work.done():
            return work.result()
        gone = asyncio.ensure_future(_gone(request))
        try:
            await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
            return work.result() if work.done() else None
        finally:
            for task in (work, gone):
                task.cancel()

    async def _send(self, reply: Reply, request: Request, send: Send) -> None:
        """Send a reply piece by piece; a client that takes none for too long is left."""
        headers = {**_COMMON, **reply.headers}
        if reply.status not in (204, 304):
            headers |= {"Content-Type": reply.content_type, "Content-Length": str(len(reply.body))}
        raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": reply.status, "headers": raw})
        body = b"" if request.method == "HEAD" else reply.body
        for start in range(0, max(1, len(body)), _PIECE):
            piece, more = body[start : start + _PIECE], start + _PIECE < len(body)
            async with asyncio.timeout(self._limits.patience):
                await send({"type": "http.response.body", "body": piece, "more_body": more})


async def _gone(request: Request) -> None:
    """Ends when the client has closed the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _header(request: Request, name: str) -> str | None:
    """All values of a header, joined."""
    values = request.headers.getlist(name)
    return ", ".join(values) if values else None


def _tag(build: str, job: Job, request: Request) -> str:
    """Entity tag by build, for one address and what is accepted; empty for answers that differ each time."""
    if _UNSTEADY.search(job.values.get("query", "")):
        return ""
    seed = repr((job, request.scope["query_string"]))
    return f'W/"{build}-{blake2b(seed.encode("utf-8", "replace"), digest_size=6).hexdigest()}"'
