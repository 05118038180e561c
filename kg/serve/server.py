"""The server: a socket, uvicorn over it, and patience with slow clients that ends."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg.errors import OutputError
from kg.serve.builds import build_id
from kg.serve.limits import Limits

_LONGEST_HEAD = 1 << 17  # bytes of request line and headers; what is longer comes by POST
_CONNECTIONS = 1000


class PortError(OutputError):
    """An address that cannot be listened on."""


def serve(
    folder: Path,
    *,
    host: str,
    port: int,
    limits: Limits | None = None,
    ready: Callable[[str], None] | None = None,
) -> None:
    """Serve the build in `folder` until the process is told to end. `ready` gets the address.

    Port 0 takes any free port. Raises StoreError without a build, PortError when the port is taken, and
    OutputError when the extra `serve` is not installed.
    """
    limits = limits or Limits()
    build_id(folder)
    try:
        import uvicorn  # noqa: PLC0415 - the extra `serve`

        from kg.serve.front import application  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise OutputError("kg serve", f"{error.name} is not installed", "pip install 'kg[serve]'") from None
    with _listening(host, port) as listener:
        config = uvicorn.Config(
            application(folder, limits), http=_patient_protocol(limits.patience), ws="none", lifespan="on",
            log_level="warning", access_log=False, server_header=False, date_header=False,
            proxy_headers=False, timeout_keep_alive=15, timeout_graceful_shutdown=3,
            limit_concurrency=_CONNECTIONS, h11_max_incomplete_event_size=_LONGEST_HEAD,
        )  # fmt: skip
        server = uvicorn.Server(config)
        asyncio.run(_run(server, listener, ready))


async def _run(server: Any, listener: socket.socket, ready: Callable[[str], None] | None) -> None:
    task = asyncio.ensure_future(server.serve(sockets=[listener]))
    while not (server.started or task.done()):
        await asyncio.sleep(0.02)
    if server.started and ready:
        host, port = listener.getsockname()[:2]
        ready(f"http://{f'[{host}]' if ':' in host else host}:{port}/")
    await task


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.create_server((host, port), family=family, backlog=1024)
        # Connections inherit it. Without, head and body of an answer wait for each other for 40 ms; asyncio
        # sets it only on sockets that name the protocol.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PortError(f"{host}:{port}", f"cannot be listened on ({reason})",
                        "give another --port") from None


def _patient_protocol(seconds: float) -> type[asyncio.Protocol]:
    """uvicorn's HTTP/1.1 over h11; a connection whose request line and headers do not arrive is closed."""
    from uvicorn.protocols.http.h11_impl import H11Protocol  # noqa: PLC0415

    class Patient(H11Protocol):
        head_timer: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self.wait_for_head()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if str(self.conn.their_state) != "IDLE":
                self.stop_waiting()
            elif self.head_timer is None:
                self.wait_for_head()

        def connection_lost(self, exc: Exception | None) -> None:
            self.stop_waiting()
            super().connection_lost(exc)

        def wait_for_head(self) -> None:
            self.head_timer = self.loop.call_later(seconds, self.transport.close)

        def stop_waiting(self) -> None:
            if self.head_timer is not None:
                self.head_timer.cancel()
                self.head_timer = None

    return Patient


