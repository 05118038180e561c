"""A server of the tests, in a process of its own."""

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from kg.store import building, write_graph

_RUN = "import sys; from kg.cli.serve import serve; serve(sys.argv[1:])"


class Server:
    """A server process of its own on the loopback."""

    def __init__(self, folder, *options, command=_RUN, token=""):
        words = [sys.executable, "-c", command, str(folder), "--port", "0", *options]
        self.process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True,
                                        env={**os.environ, "KG_TOKEN": token})  # fmt: skip
        self.log = []
        for line in self.process.stderr:
            self.log.append(line)
            if line.startswith("Serving"):
                self.port = int(line.split("http://127.0.0.1:")[1].split("/")[0])
                break
        else:
            raise RuntimeError("".join(self.log))
        self._reader = threading.Thread(target=lambda: self.log.extend(self.process.stderr), daemon=True)
        self._reader.start()

    def ask(self, path, method="GET", body=None, **headers):
        """(status, headers in lower case, body) of one request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, names)
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def sparql(self, query, **headers):
        return self.ask("/sparql?" + urlencode({"query": query}), **headers)

    def rows(self, query):
        """Rows of a SELECT as dictionaries of plain values."""
        status, _, body = self.sparql(query)
        assert status == 200, body
        found = json.loads(body)["results"]["bindings"]
        return [{name: value["value"] for name, value in row.items()} for row in found]

    def workers(self):
        """Process ids of the workers."""
        found = []
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                parent = path.read_text().rpartition(")")[2].split()[1]
            except OSError:
                continue
            if int(parent) == self.process.pid:
                found.append(int(path.parent.name))
        return found

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        self._reader.join(5)


def write_build(folder, lines, ontology=()):
    """A build as `kg build` publishes it."""
    with building(folder) as staging:
        write_graph(lines, staging, ontology)


@contextmanager
def running(folder, *options, command=_RUN, token=""):
    server = Server(folder, *options, command=command, token=token)
    try:
        yield server
    finally:
        server.stop()


def until(condition, seconds=20):
    """Wait for a condition; a failure of the test when it does not come true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("did not happen in time")


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


CANARY = '"><script>alert(1)</script>'
