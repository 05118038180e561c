"""The server: a socket, and uvicorn over it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg.errors import OutputError
from kg.serve.builds import build_id
from kg.serve.limits import Limits
from kg.serve.pool import Pool

_CONNECTIONS = 1000


class PortError(OutputError):
    """An address that cannot be listened on."""


def serve(  # noqa: PLR0913 - one argument an option
    folder: Path,
    *,
    host: str,
    port: int,
    limits: Limits | None = None,
    token: str | None = None,
    ready: Callable[[str], None] | None = None,
) -> None:
    """Serve the build in `folder` until the process is told to end. `ready` gets the address.

    Port 0 takes any free port. With a token the build is served writable, to those who send it (see
    docs/serving.md: a copy is written, and a journal kept). Raises StoreError without a build, PortError
    when the port is taken, and OutputError when the extra `serve` is not installed.
    """
    limits = limits or Limits()
    build_id(folder)
    try:
        import uvicorn  # noqa: PLC0415 - the extra `serve`

        from kg.serve.connection import patient_protocol  # noqa: PLC0415
        from kg.serve.front import Front  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise OutputError("kg serve", f"{error.name} is not installed", "pip install '.[serve]'") from None
    pool = Pool(folder, limits, writable=token is not None)
    with _listening(host, port) as listener:
        config = uvicorn.Config(
            Front(pool, limits, token), http=patient_protocol(limits.patience), ws="none",
            lifespan="on", log_level="warning", access_log=False, server_header=False, date_header=False,
            proxy_headers=False, timeout_keep_alive=15, timeout_graceful_shutdown=3,
            limit_concurrency=_CONNECTIONS,
        )  # fmt: skip
        server = uvicorn.Server(config)
        with contextlib.suppress(KeyboardInterrupt):  # uvicorn raises it again when all is closed
            asyncio.run(_run(server, pool, listener, ready))


async def _run(
    server: Any, pool: Pool, listener: socket.socket, ready: Callable[[str], None] | None
) -> None:
    await pool.start()
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
