"""The front: HTTP requests in, jobs to the pool, replies out. Nothing here reads the store."""

from __future__ import annotations

import asyncio
import contextlib
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
from kg.serve.limits import Limits
from kg.serve.messages import Job, Refusal, Reply
from kg.serve.pool import Pool
from kg.serve.protocol import METHODS, form_fields, read_request

_PIECE = 1 << 16  # bytes sent at a time
_GRACE = 1.0  # seconds before anyone looks whether the client is still there: cheaper than a new worker
# What gives another answer each time must not be kept by a cache.
_UNSTEADY = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(", re.IGNORECASE)
_CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After, Content-Location",
}
_PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
_PLAIN = "text/plain; charset=utf-8"
# Pages hold no script and load nothing from elsewhere.
_SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
}
_COMMON = {**_CORS, **_SAFE, "Vary": "Accept, Accept-Encoding"}
_STYLE = Reply(200, "text/css; charset=utf-8", Path(__file__).with_name("style.css").read_bytes(),
               {"Cache-Control": "max-age=3600"})  # fmt: skip


def application(folder: Path, limits: Limits) -> Router:
    """The ASGI application over the last good build in `folder`; its start raises StoreError without one."""
    pool = Pool(folder, limits)

    @asynccontextmanager
    async def running(_: object) -> AsyncIterator[None]:
        await pool.start()
        try:
            yield
        finally:
            await pool.stop()

    routes = [
        Route("/sparql", _Endpoint(pool, limits, "sparql")),
        Route("/sparql/", _Endpoint(pool, limits, "sparql")),
        Route("/style.css", _Endpoint(pool, limits, "style")),
        Route("/{path:path}", _Endpoint(pool, limits, "page")),
    ]
    return Router(routes=routes, lifespan=running)


class _Endpoint:
    """One kind of address, as an ASGI application."""

    def __init__(self, pool: Pool, limits: Limits, kind: str) -> None:
        self._pool = pool
        self._limits = limits
        self._kind = kind

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
            return Reply(204, _PLAIN, b"", _PREFLIGHT)
        job = await self._job(request)
        if isinstance(job, Reply):
            return job
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
        if self._kind == "sparql":
            body = await self._body(request) if request.method == "POST" else b""
            job = read_request(request.method, query_string, request.headers.get("content-type"), body)
            return job or Job("description", {"endpoint": str(request.url.replace(query=""))})
        if request.method not in ("GET", "HEAD"):
            allowed = {"Allow": "GET, HEAD, OPTIONS"}
            raise Refusal(405, f"{request.method} is not offered here; use GET", allowed)
        if self._kind == "style":
            return _STYLE
        path = request.scope["path"]
        return Job("page", {**form_fields(query_string), "path": path, "origin": str(request.base_url)})

    async def _body(self, request: Request) -> bytes:
        parts, length = [], 0
        try:
            async with asyncio.timeout(self._limits.patience):
                async for part in request.stream():
                    parts.append(part)
                    length += len(part)
                    if length > self._limits.body:
                        raise Refusal(413, f"the request has more than {self._limits.body >> 20} MB",
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
