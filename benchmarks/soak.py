"""A soak of `kg serve`: many clients ask all kinds of things while builds are swapped in, and some run away.

`python -m benchmarks.soak [--seconds 90] [--clients 32]`

Build number n holds n more persons than the first, and each names its build: an answer that mixes two builds
cannot hide. Ends with 1 when an answer failed or was mixed. Prints a table and writes it to RESULTS.md.
"""

from __future__ import annotations

import argparse
import http.client
import json
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.results import put_section, table
from benchmarks.served import family, kg_serve, memory_mb
from kg.store import building, write_graph

FIRST = 300  # persons of the first build
WORKERS = 4
_BASE = "https://kg.example/"
_PERSON = "https://kg.example/ontology#Person"
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
_GRAPH = f"<{_BASE}graph/reference>"
_ALL = f"SELECT ?s ?b {{ ?s a <{_PERSON}> ; {_LABEL} ?b }}"
_RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@dataclass
class Soaked:
    """What came of a soak: answers by kind, what was wrong, builds, processes at its end (the front is one),
    MB before and after.
    """

    answers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    builds: int = 1
    processes: int = 0
    front: tuple[float, float] = (0.0, 0.0)
    worker: tuple[float, float] = (0.0, 0.0)


def write_build(folder: Path, number: int) -> None:
    """Build `number`: FIRST + number persons, each labelled with the number."""
    lines = []
    for each in range(FIRST + number):
        person = f"<{_BASE}person/p{each}>"
        lines.append(f"{person} {_TYPE} <{_PERSON}> {_GRAPH} .")
        lines.append(f'{person} {_LABEL} "{number}"@zh-Hans {_GRAPH} .')
    with building(folder) as staging:
        write_graph(lines, staging)


def whole(status: int, body: bytes) -> bool:
    """All persons of one build, and of no other."""
    rows = json.loads(body)["results"]["bindings"] if status == 200 else []
    named = {row["b"]["value"] for row in rows}
    return len(named) == 1 and len(rows) == FIRST + int(named.pop())


#: Kind of request → its path, and whether an answer is right.
_REQUESTS: dict[str, tuple[str, Callable[[int, bytes], bool]]] = {
    "all persons": ("/sparql?" + urlencode({"query": _ALL}), whole),
    "a point query": ("/sparql?" + urlencode({"query": f"ASK {{ <{_BASE}person/p1> a <{_PERSON}> }}"}),
                      lambda status, body: status == 200 and b"true" in body),
    "a page": ("/person/p7.html", lambda status, body: status == 200 and b"<h1>" in body),
    "RDF": ("/person/p7.ttl", lambda status, body: status == 200 and b"prefLabel" in body),
    "a search": ("/search?q=1", lambda status, body: status == 200 and b"<h1>" in body),
    "a syntax error": ("/sparql?query=SELECT", lambda status, body: status == 400 and b"query:1" in body),
    "SERVICE": ("/sparql?" + urlencode({"query": "ASK { SERVICE <http://127.0.0.1:1/> {} }"}),
                lambda status, body: status == 403),
}  # fmt: skip


def soak(folder: Path, seconds: float, clients: int) -> Soaked:
    """Serve a build in `folder` for so long, under load, and swap others in."""
    found = Soaked()
    write_build(folder, 0)
    with kg_serve(folder, "--timeout", "2", "--workers", str(WORKERS)) as (pid, port, log):
        _ask(port, *_REQUESTS["a search"], found, "a search")
        before = _memory(pid)
        end = time.monotonic() + seconds
        work = [(_client, (port, end, number, found)) for number in range(clients)]
        threads = [threading.Thread(target=each, args=given) for each, given in
                   (*work, (_run_away, (port, end, found)))]  # fmt: skip
        for thread in threads:
            thread.start()
        while time.monotonic() < end - 1:
            time.sleep(1.5)
            write_build(folder, found.builds)
            found.builds += 1
        for thread in threads:
            thread.join()
        time.sleep(3)
        after = _memory(pid)
        found.processes = len(family(pid))
        found.front, found.worker = (before[0], after[0]), (before[1], after[1])
        found.wrong += [f"log: {line}" for line in log]
    return found


def _client(port: int, end: float, number: int, found: Soaked) -> None:
    kinds = list(_REQUESTS)
    turn = number
    while time.monotonic() < end:
        kind = kinds[turn % len(kinds)]
        _ask(port, *_REQUESTS[kind], found, kind)
        turn += 1


def _ask(port: int, path: str, is_right: Callable[[int, bytes], bool], found: Soaked, kind: str) -> None:
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", path)
        answer = connection.getresponse()
        status, body = answer.status, answer.read()
        connection.close()
    except OSError as error:
        found.wrong.append(f"{kind}: {error}")
        return
    found.answers[kind] += 1
    if not is_right(status, body):
        found.wrong.append(f"{kind}: {status} {body[:100]!r}")


def _run_away(port: int, end: float, found: Soaked) -> None:
    """Now and then a query that must be ended: over a build of some hundred persons it would take hours."""
    path = "/sparql?" + urlencode({"query": _RUNAWAY})
    while time.monotonic() < end - 4:
        _ask(port, path, lambda status, body: status == 503 and b"longer than" in body, found, "a runaway")
        time.sleep(2)


def _memory(pid: int) -> tuple[float, float]:
    """MB of the front, and of the largest worker."""
    return memory_mb(pid), max(memory_mb(each) for each in family(pid) if each != pid)


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=90)
    parser.add_argument("--clients", type=int, default=32)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        found = soak(Path(place) / "exports", given.seconds, given.clients)
    rows = [[kind, f"{count:,}"] for kind, count in sorted(found.answers.items())]
    rows += [["builds swapped in", f"{found.builds - 1}"], ["failed or mixed", f"{len(found.wrong)}"],
             *([name, f"{before:.0f} → {after:.0f}"] for name, (before, after) in
               (("MB of the front", found.front), ("MB of the largest worker", found.worker)))]  # fmt: skip
    text = f"{given.seconds:g} s, {given.clients} clients.\n\n" + table(["", "answers"], rows)
    print(text, *found.wrong[:10], sep="\n")
    put_section("Serving: a soak", text)
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
