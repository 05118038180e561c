"""What a query may not do. Every refusal is tried for real: the server of the last test is never asked."""

import http.server
import threading

import pytest

from kg.errors import KgError, QueryError, QueryRefused
from kg.query import run
from kg.query.guard import check
from kg.store import open_store
from kg.store.oxigraph import write_store

GRAPHS = ("https://kg.example/graph/1",)

SERVICES = [
    "SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }",
    "select * { service silent ?x { ?s ?p ?o } }",
    "PREFIX e: <http://x.example/#> SELECT * { SERVICE e:sparql { ?s ?p ?o } }",
    "SELECT * { ?s ?p 5SERVICE <http://x.example/> { ?a ?b ?c } }",
    "SELECT * { <http://x.example/#frag> ?p ?o . SERVICE <http://x.example/> { } }",
    "SELECT * { ?s ?p 'it''s' . SERVICE <http://x.example/> { } }",
    r"SELECT * { e:a\' ?p ?o . SERVICE <http://x.example/> { } #'" + "\n}",
    # A comparison and a comment to the engine, an IRI and a long string to a careless scanner.
    'SELECT * { ?s ?p ?o FILTER(?s<?p#>"""\n) SERVICE <http://x.example/> { } #"""\n}',
    r"SELECT * { <http://x.example/\u0041#a> ?p ?o . SERVICE <http://x.example/> { } }",
]
HARMLESS = [
    "SELECT * { ?s ?p 'SERVICE' }",
    '# SERVICE\nSELECT * { ?s ?p "in the service of" }',
    "SELECT * { <http://x.example/service> ?service ?o }",
    'SELECT * { ?s ?p """a "service" b""" }',
    "PREFIX e: <http://x.example/> SELECT * { ?s e:service ?o }",
    r"""SELECT * { ?s ?p "\"SERVICE\"" }""",
    "SELECT * { ?s ?p ?o FILTER(?s < ?o && ?o > 1) }",
    "ASK { ?insert ?p ?load }",
    "SELECT * FROM <https://kg.example/graph/1> FROM NAMED <https://kg.example/graph/1> { ?s ?p ?from }",
]


@pytest.mark.parametrize("text", SERVICES)
def test_service_is_refused(text):
    with pytest.raises(QueryRefused, match="SERVICE is refused"):
        check(text, GRAPHS, "q.rq")


@pytest.mark.parametrize("text", HARMLESS)
def test_the_words_are_harmless_elsewhere(text):
    check(text, GRAPHS, "q.rq")


@pytest.mark.parametrize(
    "verb", ["LOAD", "insert", "DELETE", "Clear", "DROP", "CREATE", "ADD", "MOVE", "COPY"]
)
@pytest.mark.parametrize("prologue", ["", "PREFIX a: <b:>\nBASE <c:> # d\n"])
def test_updates_are_refused(verb, prologue):
    with pytest.raises(QueryRefused, match=f"{verb.upper()} is refused, as a query only reads"):
        check(f"{prologue}{verb} <http://x.example/>", GRAPHS, "q.rq")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://x.example/> { ?s ?p ?o }",
        "SELECT * from<https://kg.example/graph/1>FROM <https://kg.example/graph/2> { ?s ?p ?o }",
    ],
)
def test_from_takes_graphs_of_the_store_only(text):
    with pytest.raises(QueryRefused, match="no such graph in the store"):
        check(text, GRAPHS, "q.rq")
    with pytest.raises(QueryError, match="FROM without an IRI in full"):
        check("PREFIX g: <g:> SELECT * FROM g:1 { ?s ?p ?o }", GRAPHS, "q.rq")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("guard")
    write_store([f"<e:1> <e:p> <e:2> <{GRAPHS[0]}> ."], folder / "store")
    return open_store(folder)


def test_no_refused_query_reaches_a_server(store):
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def do_POST(self):
            self.do_GET()

        def log_message(self, *arguments):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    for text in [
        *SERVICES,
        r"SELECT * { \u0053ERVICE <http://x.example/> { ?s ?p ?o } }",
        "LOAD <http://x.example/>",
        "SELECT * FROM <http://x.example/> { ?s ?p ?o }",
    ]:
        with pytest.raises(KgError):
            run(store, text.replace("http://x.example/", address))
    assert asked == []
    # The opposite: without the guard the server is asked, so the test could see it.
    with pytest.raises(KgError):
        store.query(f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}")
    assert asked
    server.shutdown()


def test_harmless_queries_run(store):
    for text in HARMLESS:
        run(store, text)
    assert run(store, "ASK { <e:1> ?p ?o }").value is True
    assert run(store, f"ASK FROM <{GRAPHS[0]}> {{ <e:1> ?p ?o }}").value is True
