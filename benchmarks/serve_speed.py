"""What one answer of `kg serve` costs, beside other endpoints over the same graph.

`python -m benchmarks.serve_speed [--articles 566] [--requests 3000]`

Peers: Virtuoso (Debian's), and from benchmarks/.venv rdflib-endpoint (rdflib in memory) and Oxigraph's own
server. Cost is the CPU of a server's process and all that came of it, for one answer: on a shared machine it
holds still where rates do not.
Prints a table and writes it to RESULTS.md.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.corpus import make_corpus, write
from benchmarks.results import figures, put_section, table
from benchmarks.served import cpu_ms, family, kg_serve
from kg.build import build
from kg.store import Table, open_store

sys.path.append(str(Path(__file__).parents[1] / "tests" / "data"))
from servers import virtuoso as empty_virtuoso

_BIN = Path(__file__).parent / ".venv" / "bin"
_PREFIXES = """PREFIX kg: <https://kg.example/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_PERSONS = "SELECT DISTINCT ?p { ?t a kg:Tenure ; kg:holder ?p } ORDER BY ?p"
#: What is asked of each person.
QUERIES = {
    "point (the name of a person)": "SELECT ?l {{ <{0}> skos:prefLabel ?l }}",
    "hop (posts of a person)": "SELECT ?t ?post ?l {{ ?t kg:holder <{0}> ; kg:post ?post . "
    "?post skos:prefLabel ?l }}",
    "list (50 names after a person's, sorted)": "SELECT DISTINCT ?p ?l {{ ?p a kg:Person ; "
    'skos:prefLabel ?l . FILTER(STR(?p) > "{0}") }} ORDER BY STR(?l) ?p LIMIT 50',
}
_CLIENTS = 32
_PATIENCE = 240  # seconds for a peer to load the graph

Server = tuple[int, int, str]  # process id, port, path


@contextmanager
def ours(exports: Path) -> Iterator[Server]:
    """Process id, port and path of `kg serve`."""
    with kg_serve(exports) as (pid, port, _):
        yield pid, port, "/sparql"


@contextmanager
def _peer(words: Sequence[str | Path], port: int, path: str) -> Iterator[Server]:
    process = subprocess.Popen([*map(str, words)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(_PATIENCE * 2):
            try:
                _get(port, path, "ASK {}")
                break
            except OSError:
                time.sleep(0.5)
        yield process.pid, port, path
    finally:
        process.terminate()
        process.wait(20)


def rdflib_endpoint(exports: Path) -> AbstractContextManager[Server]:
    """rdflib-endpoint over the facts and the evidence, in memory."""
    files = [exports / "graph.ttl", exports / "evidence.ttl"]
    return _peer([_BIN / "rdflib-endpoint", "serve", "--port", "7891", *files], 7891, "/")


def oxigraph(exports: Path) -> AbstractContextManager[Server]:
    """Oxigraph's own server over the same store."""
    words = ["serve-read-only", "--location", exports / "store", "--bind", "127.0.0.1:7892"]
    return _peer([_BIN / "oxigraph", *words], 7892, "/query")


@contextmanager
def virtuoso(exports: Path) -> Iterator[Server]:
    """Virtuoso 7 over the N-Quads, loaded by its own loader; its default graph is the union of all."""
    load = f"ld_dir('{exports}', 'graph.nq.gz', 'urn:x'); rdf_loader_run(); checkpoint;"
    with tempfile.TemporaryDirectory() as place, empty_virtuoso(Path(place), str(exports)) as (address, sql):
        subprocess.run(["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", f"exec={load}"], check=True,
                       stdout=subprocess.DEVNULL)  # fmt: skip
        names = {pid: Path(f"/proc/{pid}/comm").read_text().strip() for pid in family(os.getpid())}
        (pid,) = (pid for pid, name in names.items() if name == "virtuoso-t")
        yield pid, int(address.rpartition(":")[2]), "/sparql"


#: Name of an endpoint → what starts it over the exports of a build.
SERVERS: Mapping[str, Callable[[Path], AbstractContextManager[Server]]] = {
    "kg serve": ours, "Oxigraph's server": oxigraph, "Virtuoso": virtuoso,
    "rdflib-endpoint": rdflib_endpoint,
}  # fmt: skip


def _get(port: int, path: str, query: str, connection: http.client.HTTPConnection | None = None) -> bytes:
    connection = connection or http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", f"{path}?{urlencode({'query': query})}",
                       headers={"Accept": "application/sparql-results+json"})  # fmt: skip
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{answer.status}: {body[:200]!r}")
    return body


def cost(server: Server, queries: Sequence[str]) -> tuple[float, float]:
    """CPU milliseconds an answer, and answers a second, of all queries asked by _CLIENTS clients."""
    pid, port, path = server

    def client(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for query in queries[number::_CLIENTS]:
            _get(port, path, query, connection)

    for query in queries[:50]:  # warm
        _get(port, path, query)
    before, start = cpu_ms(pid), time.perf_counter()
    with ThreadPoolExecutor(_CLIENTS) as pool:
        list(pool.map(client, range(_CLIENTS)))
    return (cpu_ms(pid) - before) / len(queries), len(queries) / (time.perf_counter() - start)


def _values(server: Server, query: str) -> set[str]:
    """What stands in an answer, in whatever order and however often."""
    rows = json.loads(_get(server[1], server[2], _PREFIXES + query))["results"]["bindings"]
    return {value["value"] for row in rows for value in row.values()}


def measure(exports: Path, requests: int) -> tuple[list[list[str]], int]:
    """Rows of the table, and the statements of the default graph."""
    store = open_store(exports)
    answer, counted = store.query(_PREFIXES + _PERSONS), store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert isinstance(answer, Table)
    assert isinstance(counted, Table)
    people = [row[0] or "" for row in answer.values()]
    asked = [people[number % len(people)] for number in range(requests)]
    costs: dict[str, list[tuple[float, float]]] = {}
    seen: list[list[set[str]]] = []
    for name, start in SERVERS.items():
        with start(exports) as server:
            seen.append([_values(server, pattern.format(people[0])) for pattern in QUERIES.values()])
            if seen[-1] != seen[0]:
                raise RuntimeError(f"{name} gives other answers")
            for pattern in QUERIES.values():
                few = asked[: requests // 10] if name == "rdflib-endpoint" else asked
                texts = [_PREFIXES + pattern.format(person) for person in few]
                costs.setdefault(name, []).append(cost(server, texts))
    rows = []
    for number, query in enumerate(QUERIES):
        ours_ms = costs["kg serve"][number][0]
        for name, found in costs.items():
            ms, rate = found[number]
            rows.append([query, name, figures(ms), figures(ms / ours_ms), figures(rate)])
    return rows, int(counted.values()[0][0] or 0)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=566)
    parser.add_argument("--requests", type=int, default=3000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(make_corpus(given.articles, 1), folder / "world")
        build([folder / "world" / "articles.jsonl"]).write(folder / "exports")
        rows, statements = measure(folder / "exports", given.requests)
    text = (f"{statements:,} statements, {_CLIENTS} clients, {given.requests:,} requests of a kind "
            "(a tenth of them to rdflib-endpoint).\n\n"
            + table(["query", "endpoint", "CPU ms", "× kg serve", "answers/s"], rows))  # fmt: skip
    print(text)
    put_section("Serving: speed", text)


if __name__ == "__main__":
    main()
