"""A request as ASGI gives it, and its body while it arrives."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from kg.serve.messages import Refusal

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
_HOST = re.compile(r"[\w.-]+(?::\d+)?|\[[0-9a-fA-F:.]+\](?::\d+)?", re.ASCII)


class ClientGone(Exception):
    """The client has closed its connection."""


class Request:
    """Method, path (decoded), query string (as sent), and headers, those of one name joined."""

    __slots__ = ("_receive", "_scope", "headers", "method", "path", "query_string")

    def __init__(self, scope: Scope, receive: Receive) -> None:
        self._scope, self._receive = scope, receive
        self.method: str = scope["method"]
        self.path: str = scope["path"]
        self.query_string: bytes = scope["query_string"]
        self.headers: dict[bytes, str] = {}
        for name, value in scope["headers"]:
            text = value.decode("latin-1")
            self.headers[name] = f"{self.headers[name]}, {text}" if name in self.headers else text

    @property
    def origin(self) -> str:
        """Scheme and host, as the client names them."""
        host = self.headers.get(b"host", "")
        if not _HOST.fullmatch(host):
            name, port = self._scope["server"]
            host = f"{name}:{port}"
        return f"{self._scope['scheme']}://{host}"

    async def body(self, most: int, seconds: float) -> bytes:
        """The body. Refusal 413 for more bytes, 408 for one that takes longer; ClientGone."""
        parts, length = [], 0
        try:
            async with asyncio.timeout(seconds):
                while (message := await self._receive())["type"] == "http.request":
                    parts.append(message.get("body", b""))
                    length += len(parts[-1])
                    if length > most:
                        raise Refusal(413, f"the request has more than {most >> 20} MB",
                                      {"Connection": "close"})  # fmt: skip
                    if not message.get("more_body"):
                        return b"".join(parts)
        except TimeoutError:
            raise Refusal(408, f"the request did not arrive in {seconds:g} seconds",
                          {"Connection": "close"}) from None  # fmt: skip
        raise ClientGone

    async def gone(self) -> None:
        """Ends when the client has closed the connection."""
        while (await self._receive())["type"] != "http.disconnect":
            pass
