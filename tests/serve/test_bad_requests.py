"""What strangers send: nonsense, too much, too slowly. The server answers, or closes, and goes on."""

import json
import os
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from serving import running

POINT = "ASK { ?p a kg:Person }"
BODY = "application/sparql-query"
IMPATIENT = (
    "from kg.serve import Limits, serve; from pathlib import Path; import sys;"
    "serve(Path(sys.argv[1]), host='127.0.0.1', port=0, limits=Limits(workers=1, patience=1.0),"
    "ready=lambda a: print(f'Serving {a}', file=sys.stderr, flush=True))"
)


@pytest.fixture(autouse=True)
def still_there(server):
    """After each test the same process answers, with all its workers."""
    yield
    assert server.process.poll() is None
    assert json.loads(server.sparql(POINT)[2])["boolean"] is True
    assert not any("Traceback" in line for line in server.log), server.log


def raw(server, *pieces, pause=0.0, patience=5.0):
    """Send bytes as they are; what comes back until the connection closes or nothing comes any more."""
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.settimeout(patience)
        found = b""
        try:
            for piece in pieces:
                connection.sendall(piece)
                time.sleep(pause)
            while part := connection.recv(65536):
                found += part
        except OSError:
            pass
        return found


@pytest.mark.parametrize(
    "query",
    [
        "", " ", "\x00", "SELECT", "SELECT * {", "}" * 1000, '"' * 1001, "SELECT * { ?s ?p \ud7ff }",
        "# only a comment", "SELECT * { ?s ?p ?o } LIMIT -1", "ASK {} LIMIT 99999999999999999999", "🀄" * 100,
        "PREFIX : <not an iri> ASK {}", "ASK { <\x01> ?p ?o }", "ASK { ?s ?p '''unclosed }",
        "SELECT (<http://e/f>(?s) AS ?x) { ?s ?p ?o }", "SELECT ?x ?x { BIND(1 AS ?x) BIND(2 AS ?x) }",
        "CONSTRUCT { ?s ?p }", "DESCRIBE", "ASK { FILTER(REGEX('a', '(')) }", "\ufeffASK {}",
    ],
)  # fmt: skip
def test_malformed_queries_get_400_or_an_answer(server, query):
    status, _, body = server.ask("/sparql", "POST", query.encode(), Content_Type=BODY)
    assert status in (200, 400), (status, body)
    assert b"Traceback" not in body
    assert b".py" not in body


def test_a_query_of_a_megabyte_is_answered(server):
    values = " ".join(f'"{number:020}"' for number in range(45_000))
    query = f"SELECT (COUNT(*) AS ?n) {{ VALUES ?v {{ {values} }} }}"
    assert len(query) > 1_000_000
    status, _, body = server.ask("/sparql", "POST", query, Content_Type=BODY)
    assert status == 200, body
    assert json.loads(body)["results"]["bindings"][0]["n"]["value"] == "45000"
    noise = "SELECT " + "x" * 1_000_000
    assert server.ask("/sparql", "POST", noise, Content_Type=BODY)[0] == 400


def test_more_than_the_largest_body_is_refused(server):
    for headers in ({}, {"Transfer_Encoding": "chunked"}):
        body = b"#" * (5 << 20)
        sent = iter([body]) if headers else body
        try:
            status, _, text = server.ask("/sparql", "POST", sent, Content_Type=BODY)
        except (BrokenPipeError, ConnectionResetError):
            continue  # refused before all of it was sent
        assert status == 413, text


@pytest.mark.parametrize(("opening", "closing"), [("{", "}"), ("(", ")"), ("[", "]")])
def test_deep_nesting_is_refused_with_its_position(server, opening, closing):
    query = f"SELECT * {{ {opening * 5000}{closing * 5000} }}"
    status, _, body = server.ask("/sparql", "POST", query, Content_Type=BODY)
    assert status == 400
    assert body.startswith(b"query:1:")
    assert b"nested deeper" in body


@pytest.mark.parametrize("chain", ["!" * 200_000 + "true", "||".join(["true"] * 100_000), "-" * 200_000 + "1",
                                   "+".join(["1"] * 100_000)])  # fmt: skip
def test_long_chains_end_at_most_one_worker(server, chain):
    status, _, body = server.ask("/sparql", "POST", f"ASK {{ FILTER({chain}) }}", Content_Type=BODY)
    assert status in (200, 400, 503), (status, body[:200])


@pytest.mark.parametrize(
    "path",
    [
        "/../../../../etc/passwd", "/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2f..%2fetc/passwd",
        "/person/..%2f..%2fetc%2fpasswd", "/style.css/../../server.py", "/person/%00", "/%ff%fe",
        "/article/x%0d%0aX-Bad:1", "/questions/..%2fkg", "//etc/passwd", "/person/a.exe",
        "/questions/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/network/../server.py", "/graph/..%2f..", "/" + "a" * 5000,
    ],
)  # fmt: skip
def test_no_path_leads_to_a_file(server, path):
    for method in ("GET", "HEAD"):
        status, sent, body = server.ask(path, method)
        assert status in (400, 404), (path, status)
        assert b"root:" not in body
        assert b"import" not in body
        assert "x-bad" not in sent


@pytest.mark.parametrize(
    "value",
    ["", ",", ";;;", "*", "*/*;q=abc", "text/html;q=2", "a/b;q=0.5;q=0.1", "\xff/\xff", "text/turtle" * 500,
     ",".join(f"a{n}/b;q=0.1" for n in range(5000)), "application/sparql-results+json;q=1;\tx=\"y,z\""],
)  # fmt: skip
def test_no_accept_header_breaks_it(server, value):
    for path in ("/sparql?" + urlencode({"query": POINT}), "/", "/person/canary", "/sparql"):
        status, _, _ = server.ask(path, Accept=value.encode("latin-1"))
        assert status in (200, 406), (path, value)


def test_headers_cannot_be_injected(server):
    for text in ("x\r\nX-Bad: 1", "x%0d%0aX-Bad:%201"):
        encoded = quote(text, safe="%") if "%" in text else quote(text)
        for start in ("/search?q=", "/sparql?query=", "/person/", "/?x=", "/sparql?query=ASK%7B%7D&format=",
                      "/questions/who-spoke?event="):  # fmt: skip
            path = start + encoded
            _, sent, _ = server.ask(path)
            assert "x-bad" not in sent, path


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
        b"\r\n" * 1000,
        b"GET / HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 300_000 + b"\r\n\r\n",
        b"GET /" + b"y" * 300_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: \"><script>\r\n\r\n",
    ],
)  # fmt: skip
def test_what_is_no_http_is_refused_or_ignored(server, request_bytes):
    found = raw(server, request_bytes, patience=1.0)
    assert not found or found.startswith(b"HTTP/1.1 "), found[:100]
    assert b"HTTP/1.1 5" not in found
    assert b"Traceback" not in found


def test_the_address_of_the_service_cannot_be_made_markup(server):
    found = raw(server, b"GET /sparql HTTP/1.1\r\nHost: a>b<c\r\nConnection: close\r\n\r\n")
    assert b"HTTP/1.1 200" in found or b"HTTP/1.1 400" in found
    assert b"a>b<c" not in found


def test_clients_that_leave_in_the_middle(server):
    path = "/sparql?" + urlencode({"query": "SELECT * { ?s ?p ?o }"})
    asked = f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
    for cut in (1, 10, 30, len(asked)):
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(asked[:cut])
    for _ in range(10):
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(asked)
            connection.recv(10)  # the answer begins, and nobody reads the rest
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nASK")


def test_slow_clients_do_not_hold_up_the_others(server):
    slow = []
    try:
        for _ in range(150):
            connection = socket.create_connection(("127.0.0.1", server.port))
            connection.sendall(b"GET /sparql?query=ASK HTTP/1.1\r\nHost: x\r\nX-Slow: ")
            slow.append(connection)
        assert server.sparql(POINT)[0] == 200
    finally:
        for connection in slow:
            connection.close()


def test_a_request_that_never_ends_is_closed(build_folder):
    with running(build_folder, command=IMPATIENT) as impatient:
        head = b"GET /sparql?query=ASK HTTP/1.1\r\nHost: x\r\nX-Slow: "
        start = time.monotonic()
        assert raw(impatient, head, patience=10) == b""
        body = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\nASK"
        assert raw(impatient, body, patience=10).startswith(b"HTTP/1.1 408")
        # Both were closed by the server, long before the patience of this test ended.
        assert time.monotonic() - start < 10
        assert impatient.sparql(POINT)[0] == 200


def test_a_client_that_does_not_read_is_left(build_folder):
    big = "/sparql?" + urlencode({"query": "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 60000"})
    with running(build_folder, command=IMPATIENT) as impatient:
        with socket.create_connection(("127.0.0.1", impatient.port)) as connection:
            connection.sendall(f"GET {big} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            time.sleep(6)
            found = 0
            try:
                while part := connection.recv(1 << 20):
                    found += len(part)
            except OSError:
                pass
        whole = impatient.ask(big, "HEAD")[1]["content-length"]
        assert 0 < found < int(whole)
        assert len(impatient.ask(big)[2]) == int(whole)


def test_many_clients_at_once_all_get_their_own_answer(server):
    def ask(number):
        rows = server.rows(f"SELECT ({number} AS ?n) (COUNT(*) AS ?all) {{ ?s a kg:Person }}")
        return int(rows[0]["n"])

    with ThreadPoolExecutor(32) as pool:
        assert list(pool.map(ask, range(400))) == list(range(400))


def test_memory_and_files_return_to_where_they_were(server):
    def state():
        process = Path(f"/proc/{server.process.pid}")
        size = int((process / "statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
        return size, len(list((process / "fd").iterdir()))

    big = "SELECT * { ?s ?p ?o . ?s ?q ?v }"
    for _ in range(3):
        server.sparql(big)
    before, files_before = state()
    for _ in range(12):
        assert server.sparql(big)[0] == 200
    after, files_after = state()
    assert after - before < 30 << 20
    assert files_after <= files_before + 3
