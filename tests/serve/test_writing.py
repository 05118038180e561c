"""A writable server: who may write, what is kept, and what a write must never do."""

import json
import os
import re
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest
import rdflib
from serving import Server, running, until, write_build

TOKEN = "a-token-of-the-tests"
AUTH = {"Authorization": f"Bearer {TOKEN}"}
UPDATE = {**AUTH, "Content_Type": "application/sparql-update"}
GRAPH = "http://e/notes"
NOTES = "/store?" + urlencode({"graph": GRAPH})
KIND = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"

ROOT = Path(__file__).parents[2]


def persons(*names):
    graph = "<https://kg.example/graph/reference>"
    return [f"<https://kg.example/person/{name}> {KIND} <https://kg.example/ontology#Person> {graph} ."
            for name in names]  # fmt: skip


@contextmanager
def writable(folder, *options):
    with running(folder, "--writable", "--workers", "2", *options, token=TOKEN) as server:
        yield server
    assert not any("Traceback" in line or "IO error" in line for line in server.log), server.log


def update(server, text, **headers):
    return server.ask("/sparql", "POST", text.encode(), **{**UPDATE, **headers})


@pytest.fixture
def folder(tmp_path):
    write_build(tmp_path / "exports", persons("a"))
    return tmp_path / "exports"


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("writable") / "exports"
    write_build(folder, persons("a"))
    with writable(folder) as server:
        yield server


def test_only_who_has_the_token_writes(shared):
    text = "INSERT DATA { GRAPH <http://e/g> { <http://e/s> <http://e/p> 1 } }"
    wrong = ["", "Bearer", "Bearer x", f"Basic {TOKEN}", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}"]
    for given in wrong:
        status, sent, body = update(shared, text, Authorization=given)
        assert (status, sent["www-authenticate"]) == (401, 'Bearer realm="kg"')
        assert TOKEN.encode() not in body
        assert shared.ask(NOTES, "PUT", b"<a> <b> <c> .", Authorization=given)[0] == 401
        assert shared.ask(NOTES, "DELETE", Authorization=given)[0] == 401
    assert json.loads(shared.sparql("ASK { GRAPH <http://e/g> { ?s ?p ?o } }")[2])["boolean"] is False
    assert update(shared, text)[0] == 204
    assert json.loads(shared.sparql("ASK { GRAPH <http://e/g> { ?s ?p ?o } }")[2])["boolean"] is True


def test_without_a_token_in_the_environment_it_does_not_start(folder):
    for token in ("", "short", "with spaces in the middle of it"):
        with pytest.raises(RuntimeError, match="KG_TOKEN"):
            Server(folder, "--writable", token=token)


def test_a_read_only_server_takes_no_write(server):
    for path, method, body in (("/sparql", "POST", b"CLEAR ALL"), (NOTES, "PUT", b""), (NOTES, "POST", b""),
                               (NOTES, "DELETE", None)):  # fmt: skip
        status, _, text = server.ask(path, method, body, **UPDATE)
        assert (status, b"--writable" in text) == (403, True)
    assert "Snapshot" not in str(server.ask("/sparql")[1])


def test_what_was_written_is_read_by_the_next_query(shared):
    for number in range(20):
        status, sent, _ = update(shared, f"INSERT DATA {{ <http://e/n> <http://e/next> {number} }}")
        assert (status, "snapshot" in sent) == (204, False)
        found = shared.rows("SELECT (MAX(?n) AS ?n) { <http://e/n> <http://e/next> ?n }")
        assert found == [{"n": str(number)}]


def test_an_update_in_a_form_and_its_dataset(shared):
    fields = {"update": 'INSERT { GRAPH <http://e/copy> { ?s ?p "WHERE {" } } WHERE { ?s ?p ?o }',
              "using-graph-uri": "https://kg.example/graph/reference"}  # fmt: skip
    form = "application/x-www-form-urlencoded"
    assert shared.ask("/sparql", "POST", urlencode(fields), **AUTH, Content_Type=form)[0] == 204
    assert len(shared.rows("SELECT * { GRAPH <http://e/copy> { ?s ?p ?o } }")) == 1


@pytest.mark.parametrize(
    ("text", "status", "says"),
    [
        ("INSERT DATA {", 400, "update:1:"),
        ("ASK {}", 400, "update:1:"),
        ("CREATE GRAPH <https://kg.example/graph/reference>", 409, "already exists"),
        ("DROP GRAPH <http://e/none>", 409, "does not exist"),
        ("LOAD <file:///etc/passwd>", 403, "LOAD is refused"),
        ("LOAD <http://127.0.0.1:1/> INTO GRAPH <http://e/x>", 403, "LOAD is refused"),
        ("PREFIX e: <http://e/> LOAD SILENT e:x", 403, "LOAD is refused"),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 403, "SERVICE"),
        ("LOAD SILENT <file:///etc/passwd> INTO GRAPH <http://e/x>", 204, ""),
        ("INSERT DATA { <http://e/s> <http://e/p> 1 } ; DROP GRAPH <http://e/none>", 409, "not exist"),
    ],
)
def test_what_is_refused_changes_nothing(shared, text, status, says):
    every = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    before = shared.rows(every)
    found, _, body = update(shared, text)
    assert (found, says in body.decode()) == (status, True), body
    assert b"root:" not in body
    assert shared.rows(every) == before


def test_the_graph_store_puts_posts_gives_and_deletes(shared):
    turtle = {**AUTH, "Content_Type": "text/turtle"}
    assert shared.ask(NOTES)[0] == 404
    assert shared.ask(NOTES, "PUT", '<s> <http://e/says> "张"@zh-Hans .'.encode(), **turtle)[0] == 201
    assert shared.ask(NOTES, "POST", b"<t> <http://e/says> _:x .", **turtle)[0] == 204
    graph = rdflib.Graph().parse(data=shared.ask(NOTES, Accept="text/turtle")[2], format="turtle")
    assert {str(subject) for subject in graph.subjects()} == {"http://e/s", "http://e/t"}
    assert shared.ask(NOTES, "HEAD")[0] == 200
    assert shared.ask(NOTES, "PUT", b"", **turtle)[0] == 204
    assert shared.ask(NOTES)[::2] == (200, b"") or b"@prefix" in shared.ask(NOTES)[2]
    assert shared.ask(NOTES, "DELETE", **AUTH)[0] == 204
    assert shared.ask(NOTES, "DELETE", **AUTH)[0] == 404
    status, sent, _ = shared.ask("/store", "POST", b"<http://e/s> <http://e/p> 1 .", **turtle)
    assert status == 201
    path = sent["location"].partition(f":{shared.port}")[2]
    assert b"http://e/s" in shared.ask(path, Accept="application/n-triples")[2]


@pytest.mark.parametrize(
    ("path", "method", "body", "media", "status"),
    [
        ("/store", "GET", None, None, 400),
        ("/store", "DELETE", None, None, 400),
        ("/store?graph=x", "GET", None, None, 400),
        ("/store?graph=http://e/x&default", "GET", None, None, 400),
        ("/store/x?default", "GET", None, None, 400),
        (NOTES, "PATCH", b"", "text/turtle", 405),
        (NOTES, "PUT", b"<s> <p>", "text/turtle", 400),
        (NOTES, "PUT", b"<s> <p> <o> .", None, 400),
        (NOTES, "PUT", b"<s> <p> <o> .", "image/png", 400),
        (NOTES, "PUT", b"\xff", "text/turtle", 400),
        (NOTES, "PUT", b"<http://a> <http://b> <http://c> <http://g> .", "application/n-quads", 400),
        ("/store?graph=http://e/%3E%7D", "PUT", b"", "text/turtle", 400),
        (NOTES, "POST", b"no form", "multipart/form-data; boundary=x", 400),
    ],
)
def test_what_the_graph_store_refuses(shared, path, method, body, media, status):
    headers = {**AUTH, **({"Content_Type": media} if media else {})}
    found, _, text = shared.ask(path, method, body, **headers)
    assert found == status, text
    assert shared.ask(NOTES)[0] == 404


def test_writes_are_there_again_after_a_new_build_and_a_new_start(folder):
    with writable(folder) as server:
        assert update(server, "INSERT DATA { <http://e/s> <http://e/p> '写' }")[0] == 204
        write_build(folder, persons("a", "b"))
        until(lambda: len(server.rows("SELECT ?s { ?s a kg:Person }")) == 2)
        assert server.rows("SELECT ?o { <http://e/s> ?p ?o }") == [{"o": "写"}]
    # Nothing stands in the build itself; the copy is gone, the journal is not.
    assert sorted(path.name for path in folder.parent.iterdir()) == ["exports", "exports.updates.jsonl"]
    with writable(folder) as server:
        assert server.rows("SELECT ?o { <http://e/s> ?p ?o }") == [{"o": "写"}]
    (folder.parent / "exports.updates.jsonl").unlink()
    with running(folder, "--workers", "1") as server:
        assert server.rows("SELECT ?o { <http://e/s> ?p ?o }") == []


def test_a_journal_torn_by_a_crash_keeps_what_was_acknowledged(folder):
    journal = folder.parent / "exports.updates.jsonl"
    whole = b'{"update":"INSERT DATA { <http://e/s> <http://e/p> 1 }"}\n{"update":"DROP GRAPH <http://e/no>"}\n'
    journal.write_bytes(whole + b'{"update":"INSERT DATA { <http:')
    with writable(folder) as server:
        assert server.rows("SELECT ?o { <http://e/s> ?p ?o }") == [{"o": "1"}]
        assert any("line 2 of the journal no longer holds" in line for line in server.log)
        assert update(server, "INSERT DATA { <http://e/s> <http://e/p> 2 }")[0] == 204
    assert journal.read_bytes() == whole + b'{"update":"INSERT DATA { <http://e/s> <http://e/p> 2 }"}\n'
    journal.write_bytes(b"nonsense\n")
    with pytest.raises(RuntimeError, match=r"updates.jsonl:1"):
        Server(folder, "--writable", token=TOKEN)


def test_kg_load_sends_a_build_to_it_and_then_only_what_changed(folder, build_folder, tmp_path):
    def kg(*words):
        known = {**os.environ, "KG_STORE_TOKEN": TOKEN}
        return subprocess.run([sys.executable, "-m", "kg", *words], env=known, capture_output=True, text=True,
                              check=False)  # fmt: skip

    with writable(folder) as server:
        endpoint = f"http://127.0.0.1:{server.port}/sparql"
        loaded = kg("load", endpoint, "--store", build_folder)
        assert loaded.returncode == 0, loaded.stderr
        assert "0 unchanged, 0 removed (Graph Store Protocol)" in loaded.stderr
        again = kg("load", endpoint, "--store", build_folder).stderr
        assert "0 graphs sent" in again and "(nothing to send)" in again
        sources = (str(ROOT / "seeds/articles"), str(ROOT / "tests/data/many_articles/w02.txt"))
        for name, articles in (("less", sources[:1]), ("more", sources)):
            assert kg("build", *articles, "-o", str(tmp_path / name)).returncode == 0
        assert kg("load", endpoint, "--store", str(tmp_path / "less")).returncode == 0
        more = kg("load", endpoint, "--store", str(tmp_path / "more")).stderr
        sent, unchanged, removed = map(int, re.search(r"(\d+) graphs sent, (\d+) \w+, (\d+)", more).groups())
        assert 0 < sent < unchanged and removed == 0
        assert "周望海" in kg("query", "posts-of-person", "--person", "周望海", "--endpoint", endpoint).stdout
        assert "胡玉亭" in kg("query", "who-spoke", "--endpoint", endpoint).stdout


def test_two_servers_do_not_write_to_one_build(folder):
    with writable(folder), pytest.raises(RuntimeError, match="another server writes"):
        Server(folder, "--writable", token=TOKEN)


def test_a_runaway_update_is_ended_and_nothing_of_it_stays(folder):
    many = " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(12))
    data = " ".join(f"<http://e/{n}> <http://e/p> {n} ." for n in range(400))
    with writable(folder, "--timeout", "1.5") as server:
        assert update(server, f"INSERT DATA {{ {data} }}")[0] == 204
        with ThreadPoolExecutor(1) as pool:
            text = f"INSERT {{ <http://e/x> <http://e/y> ?c1 }} WHERE {{ {many} }}"
            runaway = pool.submit(update, server, text)
            answered = 0
            while not runaway.done():
                assert server.sparql("ASK { ?p a kg:Person }")[0] == 200
                answered += 1
        assert runaway.result()[0] == 503
        assert answered > 5
        assert update(server, "INSERT DATA { <http://e/after> <http://e/p> 1 }")[0] == 204
        assert server.rows("SELECT ?o { <http://e/x> ?p ?o }") == []
        assert len(server.rows("SELECT ?s { ?s <http://e/p> ?o }")) == 401


def test_queries_beside_writes_see_each_write_whole(folder):
    """Each write puts two statements in the place of two others: a query never sees one, or three."""
    with writable(folder) as server:
        pair = "<http://e/s> <http://e/left> {0} ; <http://e/right> {0} ."
        assert server.ask(NOTES, "PUT", pair.format(0), **AUTH, Content_Type="text/turtle")[0] == 201
        seen, end = [], threading.Event()

        def read():
            while not end.is_set():
                seen.append(server.rows(f"SELECT ?o {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}"))

        with ThreadPoolExecutor(4) as pool:
            tasks = [pool.submit(read) for _ in range(4)]
            try:
                for number in range(1, 30):
                    body = pair.format(number)
                    assert server.ask(NOTES, "PUT", body, **AUTH, Content_Type="text/turtle")[0] == 204
            finally:
                end.set()
            for task in tasks:
                task.result()
    assert len(seen) > 20
    assert all(len(rows) == 2 and rows[0] == rows[1] for rows in seen)
    assert len({rows[0]["o"] for rows in seen}) > 3
