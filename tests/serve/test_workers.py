"""Runaway queries, exhausted memory, full queues and new builds: the server goes on."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest
from serving import Server, alive, running, until, write_build

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
POINT = "ASK { ?p a kg:Person }"
PERSON = "https://kg.example/ontology#Person"


def test_a_runaway_query_is_ended_while_others_are_answered(build_folder):
    with running(build_folder, "--workers", "2", "--timeout", "1.5") as server:
        before = set(server.workers())
        with ThreadPoolExecutor(1) as pool:
            runaway = pool.submit(server.sparql, RUNAWAY)
            answered = 0
            while not runaway.done():
                assert server.sparql(POINT)[0] == 200
                answered += 1
            status, _, body = runaway.result()
        assert status == 503
        assert b"longer than 1.5 seconds" in body
        assert answered > 5
        # One process was ended, and another stands in its place.
        until(lambda: len(server.workers()) == 2 and set(server.workers()) != before)
        assert len(before & set(server.workers())) == 1


def test_those_on_the_line_of_a_runaway_are_answered_by_others_meanwhile(build_folder):
    """All arrive at once, so that several stand on the line of the worker that runs away."""
    with running(build_folder, "--workers", "2", "--timeout", "8") as server:
        points = [f"SELECT (COUNT(*) AS ?n) {{ ?s ?p ?o FILTER(?o != {number}) }}" for number in range(20)]
        connections = []
        for query in [*points[:10], RUNAWAY, *points[10:]]:
            connection = socket.create_connection(("127.0.0.1", server.port))
            connection.settimeout(30)
            connection.sendall(f"GET /sparql?{urlencode({'query': query})} HTTP/1.1\r\nHost: x\r\n".encode())
            connections.append(connection)
        for connection in connections:  # only now is each request whole
            connection.sendall(b"\r\n")
        runaway = connections.pop(10)
        assert [connection.recv(12) for connection in connections] == [b"HTTP/1.1 200"] * 20
        runaway.setblocking(False)
        with pytest.raises(BlockingIOError):
            runaway.recv(1)
        runaway.settimeout(30)
        assert runaway.recv(12) == b"HTTP/1.1 503"
        for connection in (*connections, runaway):
            connection.close()


def test_when_every_worker_runs_away_the_next_query_is_answered_after_them(build_folder):
    with running(build_folder, "--workers", "2", "--timeout", "1") as server, ThreadPoolExecutor(3) as pool:
        runaways = [pool.submit(server.sparql, RUNAWAY) for _ in range(2)]
        time.sleep(0.3)
        status, sent, _ = server.sparql(POINT)
        assert [task.result()[0] for task in runaways] == [503, 503]
        # Waited for longer than the limit, or got one of the new workers.
        assert status == 200 or (status == 503 and sent["retry-after"])
        until(lambda: server.sparql(POINT)[0] == 200)


def test_a_full_queue_turns_the_next_one_away_at_once(build_folder):
    narrow = (
        "from kg.serve import Limits, serve; from pathlib import Path; import sys;"
        "serve(Path(sys.argv[1]), host='127.0.0.1', port=0, limits=Limits(workers=1, seconds=4.0, waiting=1),"
        "ready=lambda a: print(f'Serving {a}', file=sys.stderr, flush=True))"
    )
    with running(build_folder, command=narrow) as server, ThreadPoolExecutor(3) as pool:
        runaway = pool.submit(server.sparql, RUNAWAY)
        time.sleep(0.5)
        second = pool.submit(server.sparql, POINT)
        time.sleep(0.5)
        status, sent, body = server.sparql(POINT)
        assert (status, sent["retry-after"]) == (503, "2")
        assert b"too many" in body
        assert not runaway.done() and not second.done()
        assert runaway.result()[0] == 503


def test_memory_has_a_ceiling(build_folder):
    many = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"
    with running(build_folder, "--workers", "2", "--timeout", "60", "--memory", "300") as server:
        status, _, body = server.sparql(many)
        assert status == 503
        assert b"memory" in body
        until(lambda: len(server.workers()) == 2)
        assert server.sparql(POINT)[0] == 200


def test_an_answer_has_a_largest_size(server):
    status, _, body = server.sparql("SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert status == 413, status
    assert b"LIMIT" in body
    assert server.sparql(POINT)[0] == 200


def test_a_client_that_leaves_takes_its_query_with_it(build_folder):
    with running(build_folder, "--workers", "1", "--timeout", "60") as server:
        before = server.workers()
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            path = "/sparql?" + urlencode({"query": RUNAWAY})
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            time.sleep(0.5)
        until(lambda: server.workers() and server.workers() != before)
        assert server.sparql(POINT)[0] == 200


def test_a_worker_that_is_killed_is_replaced(build_folder):
    with running(build_folder, "--workers", "2") as server:
        before = server.workers()
        os.kill(before[0], signal.SIGKILL)
        assert [server.sparql(POINT)[0] for _ in range(6)].count(200) >= 5
        until(lambda: len(server.workers()) == 2 and before[0] not in server.workers())


def test_no_worker_outlives_the_server(build_folder):
    with running(build_folder, "--workers", "2") as server:
        workers = server.workers()
        assert len(workers) == 2
        server.process.kill()
        until(lambda: not any(map(alive, workers)))


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, -signal.SIGTERM)])
def test_it_ends_when_told_to_even_while_a_query_runs(build_folder, sent, code):
    server = Server(build_folder, "--workers", "2", "--timeout", "60")
    workers = server.workers()
    with ThreadPoolExecutor(1) as pool:
        runaway = pool.submit(server.sparql, RUNAWAY)
        time.sleep(0.3)
        server.process.send_signal(sent)
        assert server.process.wait(15) == code
        assert runaway.result()[0] == 503
    assert not any(map(alive, workers))
    assert not any("Traceback" in line for line in server.log), server.log


def test_without_a_build_it_does_not_start(tmp_path):
    with pytest.raises(RuntimeError, match="holds no store"), running(tmp_path):
        pass


def test_a_port_that_is_taken_is_said(build_folder):
    with running(build_folder, "--workers", "1") as server:
        taken = running(build_folder, "--port", str(server.port))
        with pytest.raises(RuntimeError, match="cannot be listened on"):
            taken.__enter__()


def counted(number):
    """A build of `number` persons: a query over it must count exactly these."""
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    graph = "<https://kg.example/graph/reference>"
    return [f"<https://kg.example/person/p{i}> {kind} <{PERSON}> {graph} ." for i in range(number)]


def test_builds_are_exchanged_under_load_without_a_failed_or_mixed_answer(tmp_path):
    folder = tmp_path / "exports"
    sizes = [300 + step for step in range(4)]
    write_build(folder, counted(sizes[0]))
    query = f"SELECT ?s {{ ?s a <{PERSON}> }}"
    answers = []
    with running(folder, "--workers", "2") as server:
        end = threading.Event()

        def client():
            while not end.is_set():
                status, sent, body = server.sparql(query)
                rows = len(json.loads(body)["results"]["bindings"]) if status == 200 else body
                answers.append((status, rows, sent.get("etag")))

        with ThreadPoolExecutor(8) as pool:
            tasks = [pool.submit(client) for _ in range(8)]
            try:
                for size in sizes[1:]:
                    time.sleep(0.5)
                    write_build(folder, counted(size))
                until(lambda: len(server.rows(query)) == sizes[-1])
            finally:
                end.set()
            for task in tasks:
                task.result()
        until(lambda: len(server.workers()) == 2)
    assert len(answers) > 100
    assert {(status, "" if status == 200 else rows) for status, rows, _ in answers} == {(200, "")}
    assert {rows for _, rows, _ in answers} <= set(sizes)
    assert sizes[0] in {rows for _, rows, _ in answers}
    # One tag a build, and never the same for two.
    by_tag = {}
    for _, rows, tag in answers:
        assert by_tag.setdefault(tag, rows) == rows


def test_a_broken_new_build_leaves_the_last_one_served(tmp_path):
    folder = tmp_path / "exports"
    write_build(folder, counted(3))
    with running(folder, "--workers", "1") as server:
        (folder / "store").rename(tmp_path / "away")
        (folder / "store").mkdir()
        (folder / "store" / "CURRENT").write_text("MANIFEST-000001\n")
        until(lambda: any("served on" in line for line in server.log))
        assert len(server.rows("SELECT * { ?s ?p ?o }")) == 3


def test_without_the_extra_it_says_what_to_install(build_folder):
    missing = "import sys; sys.modules['httptools'] = None; from kg.cli import main; main()"
    words = [sys.executable, "-c", missing, "serve", str(build_folder), "--port", "0"]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr == "kg: kg serve: httptools is not installed; pip install '.[serve]'\n"
