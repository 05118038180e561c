"""Stores of other people, started on 127.0.0.1 for a test and stopped after it."""

from __future__ import annotations

import shutil
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


def _program(name: str, package: str) -> str:
    """The path of a program; RuntimeError that names the package of Debian where it is missing."""
    path = shutil.which(name)
    if path is None:
        raise RuntimeError(f"{name} is missing: apt install {package}, or run .ci/run")
    return path


_VIRTUOSO = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
ServerThreads = 10
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
DirsAllowed = {allowed}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 40
MaxClientConnections = 40
[SPARQL]
ResultSetMaxRows = 1000000
[Client]
[Replication]
ServerName = kg
"""


@contextmanager
def virtuoso(folder: Path, allowed: str = ".") -> Iterator[tuple[str, int]]:
    """An empty Virtuoso 7 (user dba, password dba): its address, and its port for isql-vt.

    It may read files of the folders `allowed` (separated by commas).
    """
    http, sql = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(http=http, sql=sql, allowed=allowed))
    program = _program("virtuoso-t", "virtuoso-opensource-7-bin")
    command = [program, "+configfile", "virtuoso.ini", "+foreground"]
    with server(command, f"http://127.0.0.1:{http}/sparql", folder):
        yield f"http://127.0.0.1:{http}", sql


@contextmanager
def fuseki(folder: Path, jars: Path, *options: str) -> Iterator[str]:
    """A Fuseki server with an empty dataset in memory that takes updates, or as `options` say."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/kg"
    what = options or ("--mem", "--update", "/kg")
    java = _program("java", "default-jre-headless")
    command = [java, "-Xmx1g", "-cp", f"{jars}/*", "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
               "--localhost", "--port", str(port), *what]  # fmt: skip
    with server(command, address, folder):
        yield address
