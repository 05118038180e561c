"""The OpenAPI description, and a fuzz of the whole HTTP surface by schemathesis on it."""

import json
import subprocess
import sys
from pathlib import Path

from serving import running, write_build

TOKEN = "a-token-of-the-tests"
CHECKS = ("not_a_server_error", "status_code_conformance", "content_type_conformance", "unsupported_method",
          "allow_header_conformance", "ignored_auth")  # fmt: skip


def test_nothing_that_the_description_allows_or_forbids_is_a_server_error(build_folder, tmp_path):
    with running(build_folder, "--workers", "2", "--timeout", "5", "--writable", token=TOKEN) as server:
        words = [Path(sys.executable).with_name("schemathesis"), "run",
                 f"http://127.0.0.1:{server.port}/openapi.json", "--checks", ",".join(CHECKS), "--no-color",
                 "-H", f"Authorization: Bearer {TOKEN}", "--phases", "examples,coverage,fuzzing",
                 "--max-examples", "6", "--seed", "1", "--request-timeout", "20"]  # fmt: skip
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
        assert "13 selected / 13 total" in done.stdout
        assert server.ask("/")[0] == 200
        assert not any("Traceback" in line for line in server.log), server.log


def test_the_description_names_what_there_is(server):
    status, sent, body = server.ask("/openapi.json")
    assert (status, sent["content-type"]) == (200, "application/json")
    described = json.loads(body)
    filled = {"{kind}": "person", "{key}": "canary", "{name}": "who-spoke"}
    for template, methods in described["paths"].items():
        path = template
        for name, value in filled.items():
            path = path.replace(name, value)
        status = server.ask(path + ("?default" if path == "/store" else ""))[0]
        assert status == 200 or (path == "/graph/canary" and status == 404), path
        assert "get" in methods


def test_graphs_with_strange_names_do_not_break_the_description(tmp_path):
    names = ["http://e/a#b", "http://e/?q=%5B", "urn:x:a(b)", "https://kg.example/graph/a#c"]
    write_build(tmp_path / "exports",
                [f'<http://e/s> <http://e/p{n}> "1" <{name}> .' for n, name in enumerate(names)])  # fmt: skip
    with running(tmp_path / "exports", "--workers", "1") as server:
        for path in ("/sparql", "/.well-known/void"):
            status, _, body = server.ask(path, Accept="text/turtle")
            assert status == 200, body
        assert all(name in server.ask("/sparql")[2].decode() for name in names)
