"""A door before a real store: it passes everything on, and keeps account of what was written.

What may happen on the way is set as attributes: a password, hidden addresses, small bodies, a lost line.
"""

from __future__ import annotations

import base64
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Door(ThreadingHTTPServer):
    """Listens on any free port of 127.0.0.1 and passes on to `store`."""

    daemon_threads = True

    def __init__(self, store: str) -> None:
        super().__init__(("127.0.0.1", 0), _Passing)
        self.store = store
        self.address = f"http://127.0.0.1:{self.server_address[1]}"
        self.written: list[tuple[str, str]] = []  # method, and path with query, of what the store took
        self.authorizations: set[str | None] = set()
        self.wants: str | None = None  # the one value of Authorization that opens
        self.hidden: tuple[str, ...] = ()  # beginnings of paths that are not there
        self.most: int | None = None  # bytes of a body
        self.refuses = "nothing"  # a media type
        self.loses_a_line = False
        self.breaks_after: int | None = None  # what was written so often
        self.moved = ""

    def __enter__(self) -> Door:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


def basic(user: str, password: str) -> str:
    """The value of Authorization for a name and a password."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


class _Passing(BaseHTTPRequestHandler):
    server: Door
    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        writes = not self.path.startswith("/query")
        self.server.authorizations.add(self.headers.get("Authorization"))
        status, headers = 404, {}
        if self.server.wants and self.headers.get("Authorization") != self.server.wants:
            status, headers = 401, {"WWW-Authenticate": 'Basic realm="store"'}
        elif self.server.moved:
            status, headers = 307, {"Location": self.server.moved}
        elif self.server.most is not None and len(body) > self.server.most:
            status = 413
        elif self.headers.get("Content-Type", "").startswith(self.server.refuses):
            status = 415
        elif not any(self.path.startswith(path) for path in self.server.hidden):
            if writes and len(self.server.written) == self.server.breaks_after:
                self.close_connection = True
                return
            if writes and self.server.loses_a_line and body.count(b"\n") > 1:
                body = body[body.index(b"\n") + 1 :]
            if self._pass_on(body) and writes:
                self.server.written.append((self.command, self.path))
            return
        self._say(status, headers, b"")

    do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 - the names that http.server looks for

    def _pass_on(self, body: bytes) -> bool:
        """Whether the store took it."""
        kept = {name: value for name, value in self.headers.items() if name in ("Accept", "Content-Type")}
        url = self.server.store + self.path
        request = urllib.request.Request(url, body or None, kept, method=self.command)
        try:
            with urllib.request.urlopen(request) as answer:
                kind = {"Content-Type": answer.headers.get("Content-Type", "")}
                self._say(answer.status, kind, answer.read())
            return True
        except urllib.error.HTTPError as error:
            self._say(error.code, {}, error.read())
            return False

    def _say(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""
