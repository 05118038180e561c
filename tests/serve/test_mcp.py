"""kg mcp, asked by the client of the Model Context Protocol's own library, over both transports."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

import pytest
from mcp import Client, MCPError, StdioServerParameters
from serving import write_build

RUN = "import sys; from kg.cli import main; sys.argv = ['kg', 'mcp', *sys.argv[1:]]; main()"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module", params=["stdio", "http"])
def transport(request, build_folder):
    """What a client connects to: a command, or an address at which a server listens."""
    words = ["-c", RUN, str(build_folder), "--timeout", "3"]
    if request.param == "stdio":
        yield StdioServerParameters(command=sys.executable, args=words, env=dict(os.environ))
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, *words, "--http", "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert f"http://127.0.0.1:{port}/mcp" in server.stderr.readline()
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/mcp"
        server.terminate()
        assert "Traceback" not in server.stderr.read()


@asynccontextmanager
async def connected(transport):
    async with Client(transport, read_timeout_seconds=30) as client:
        yield client


async def call(client, name, /, **arguments):
    """What a tool gives: its text, and the same as data when it has some."""
    result = await client.call_tool(name, arguments)
    assert not result.is_error, result.content
    text = "".join(part.text for part in result.content)
    data = result.structured_content
    return text, data["result"] if data and set(data) == {"result"} else data


async def refused(client, name, /, **arguments):
    result = await client.call_tool(name, arguments)
    assert result.is_error, result.content
    return "".join(part.text for part in result.content)


def in_own_loop(coroutine):
    """Runs it in a thread: the session's browser keeps an event loop in this one."""
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, coroutine).result()


def test_a_model_finds_a_person_and_the_words_behind_a_post(transport):
    async def go():
        async with connected(transport) as client:
            _, found = await call(client, "search", text="huyuting")
            people = [each for each in found if each["kind"] == "person"]
            assert [each["name"] for each in people] == ["胡玉亭"]
            assert (await call(client, "search", text="huyuting", kind="place"))[1] == []
            _, person = await call(client, "describe", iri=people[0]["iri"])
            posts = person["facts"]["任职 Posts"]
            secretary = next(fact for fact in posts if "大连市委书记" in fact["says"])
            assert 0 < secretary["confidence"] <= 1
            _, committee = await call(client, "describe", iri=secretary["things"]["大连市委"])
            assert committee["kind"] == "机构"
            evidence = secretary["evidence"][0]
            assert "胡玉亭" in evidence["sentence"]
            assert evidence["words"] in evidence["sentence"]
            assert evidence["article"].startswith("https://kg.example/article/")

    in_own_loop(go())


def test_it_offers_only_reading_tools_and_the_ontology(transport):
    async def go():
        async with connected(transport) as client:
            tools = {tool.name: tool for tool in (await client.list_tools()).tools}
            assert set(tools) == {"search", "describe", "list_questions", "run_question", "sparql", "schema"}
            assert all(tool.annotations.read_only_hint for tool in tools.values())
            assert all(tool.description for tool in tools.values())
            assert "quote them" in client.instructions
            ontology = await client.read_resource("kg://ontology")
            assert "kg:Tenure" in ontology.contents[0].text

    in_own_loop(go())


def test_questions_and_queries_answer_as_tables(transport):
    async def go():
        async with connected(transport) as client:
            _, listed = await call(client, "list_questions")
            assert "event" in next(each for each in listed if each["name"] == "who-spoke")["parameters"]
            table, _ = await call(client, "run_question", name="who-spoke", parameters={"event": "推进会"})
            assert "胡玉亭" in table
            assert table.startswith("?event\t?date\t")
            _, schema = await call(client, "schema")
            person = next(each for each in schema["classes"] if each["iri"].endswith("#Person"))
            count = person["count"]
            assert (person["zh"], person["en"]) == ("人物", "person")
            holder = next(each for each in schema["properties"] if each["iri"].endswith("#holder"))
            assert (holder["domain"].endswith("#Tenure"), "tenure" in holder["about"]) == (True, True)
            table, _ = await call(client, "sparql", query="SELECT (COUNT(?p) AS ?n) { ?p a kg:Person }")
            assert table == f"?n\n{count}\n"
            cut, _ = await call(client, "sparql", query="SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", most=5)
            assert len(cut.splitlines()) == 7
            assert "cut after 5 rows" in cut
            turtle, _ = await call(client, "sparql", query="DESCRIBE ?p { ?p a kg:Article }")
            assert "@prefix" in turtle

    in_own_loop(go())


def test_what_goes_wrong_is_told_and_ends_nothing(transport):
    async def go():
        async with connected(transport) as client:
            assert "query:1:" in await refused(client, "sparql", query="SELECT * { ?s }")
            service = "ASK { SERVICE <http://127.0.0.1:1/> {} }"
            assert "SERVICE is refused" in await refused(client, "sparql", query=service)
            assert "DROP is refused" in await refused(client, "sparql", query="DROP ALL")
            assert "longer than 3 seconds" in await refused(client, "sparql", query=RUNAWAY)
            assert "not in this build" in await refused(client, "describe", iri="https://kg.example/person/no")
            assert "not in this build" in await refused(client, "describe", iri="file:///etc/passwd")
            assert "did you mean who-spoke" in await refused(client, "run_question", name="who-spok")
            asked = {"name": "who-spoke", "parameters": {"no": "x"}}
            assert "it takes event" in await refused(client, "run_question", **asked)
            with pytest.raises(MCPError):
                await client.read_resource("file:///etc/passwd")
            assert (await call(client, "sparql", query="ASK {}"))[0].strip() == "true"

    in_own_loop(go())


def test_a_new_build_is_served(tmp_path):
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"

    def build(number):
        write_build(tmp_path / "exports", [
            f"<https://kg.example/person/p{n}> {kind} <https://kg.example/ontology#Person>"
            " <https://kg.example/graph/reference> ." for n in range(number)])  # fmt: skip

    async def go():
        words = ["-c", RUN, str(tmp_path / "exports")]
        parameters = StdioServerParameters(command=sys.executable, args=words, env=dict(os.environ))
        async with connected(parameters) as client:
            query = "SELECT (COUNT(*) AS ?n) { ?p a kg:Person }"
            assert (await call(client, "sparql", query=query))[0] == "?n\n1\n"
            build(4)
            for _ in range(100):
                if (await call(client, "sparql", query=query))[0] == "?n\n4\n":
                    return
                await asyncio.sleep(0.1)
            raise AssertionError("the new build was not noticed")

    build(1)
    in_own_loop(go())


def test_without_the_extra_it_says_what_to_install(build_folder):
    missing = "import sys; sys.modules['mcp'] = None; " + RUN
    ran = subprocess.run([sys.executable, "-c", missing, str(build_folder)], capture_output=True, text=True,
                         check=False)  # fmt: skip
    assert ran.returncode == 2
    assert ran.stderr == "kg: kg mcp: mcp.server is not installed; pip install '.[mcp]'\n"
    assert ran.stdout == ""
