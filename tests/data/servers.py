"""Stores of other people, started on 127.0.0.1 for a test and stopped after it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SECONDS = 60


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def server(command: list[str], address: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A server that has answered at `address`; what it says goes to server.log in `folder`."""
    with (folder / "server.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        _wait(process, address, folder)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], address: str, folder: Path) -> None:
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=_SECONDS).close()
            return
        except urllib.error.HTTPError:
            return  # it answers
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{address} does not answer: {(folder / 'server.log').read_text()[-2000:]}")


def oxigraph_command(folder: Path, port: int) -> list[str]:
    """The server of the `oxigraph` wheel on a store in `folder`."""
    program = Path(sys.executable).with_name("oxigraph")
    return [str(program), "serve", "--location", str(folder / "db"), "--bind", f"127.0.0.1:{port}"]


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """An empty Oxigraph server: its address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with server(oxigraph_command(folder, port), address, folder):
        yield address
