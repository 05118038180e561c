"""The tools, over standard input and output or over HTTP."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from kg.errors import OutputError
from kg.packaged import ontology_dir
from kg.query import questions
from kg.serve.builds import build_id
from kg.serve.limits import Limits
from kg.serve.messages import Job, Refusal
from kg.serve.pool import Pool

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

_MOST_ROWS = 1000
_ABOUT = """A knowledge graph of officials, posts, organisations, places, meetings, agreements, documents and
measures, read from official news in Chinese. Every fact can show the words it came from: quote them. People
of one name are not merged without a reason; what is undecided says so. Begin with `search` (names in Chinese
or pinyin), then `describe`; `list_questions` lists saved questions; call `schema` before you write SPARQL."""


def serve_mcp(
    folder: Path,
    *,
    limits: Limits,
    address: tuple[str, int] | None = None,
    ready: Callable[[str], None] | None = None,
) -> None:
    """Serve the build in `folder`: over standard input and output, or at host and port under /mcp.

    Ends when the client closes standard input, or the process is told to end. A new build is noticed, as in
    `kg serve`. Raises StoreError without a build, OutputError when the extra `mcp` is not installed.
    """
    build_id(folder)
    pool = Pool(folder, limits)
    try:
        server = _server(pool)
    except ModuleNotFoundError as error:
        raise OutputError("kg mcp", f"{error.name} is not installed", "pip install '.[mcp]'") from None

    async def run() -> None:
        await pool.start()
        try:
            if address is None:
                await server.run_stdio_async()
                return
            host, port = address
            if ready:
                ready(f"http://{host}:{port}/mcp")
            await server.run_streamable_http_async(host=host, port=port, stateless_http=True)
        finally:
            await pool.stop()

    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run())


class Tools:
    """What a model can call. Their docstrings are what it is told of them."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def search(self, text: str, kind: str = "") -> list[dict[str, str]]:
        """Find people, organisations, places, events … by part of a name: 胡玉亭, 大連, huyuting, hyt.

        `kind` narrows: person, org, place, event, agreement, document, group, post, article, measure.
        """
        found: list[dict[str, str]] = orjson.loads(await self._ask("find", {"text": text, "kind": kind}))
        return found

    async def describe(self, iri: str) -> dict[str, Any]:
        """All that is known of a thing (an IRI from `search`), each fact with confidence and its words."""
        found: dict[str, Any] = orjson.loads(await self._ask("describe", {"iri": iri}))
        return found

    async def list_questions(self) -> list[dict[str, Any]]:
        """The saved questions with their parameters."""
        return [{"name": each.name, "title": f"{each.title_en} · {each.title_zh}", "about": each.description,
                 "parameters": {p.name: p.explanation for p in each.parameters}}
                for each in questions()]  # fmt: skip

    async def run_question(
        self, name: str, parameters: dict[str, str] | None = None, most: int = 100
    ) -> str:
        """Ask a saved question; the answer is a table as TSV, of `most` rows (up to 1000)."""
        given = {"name": name, "parameters": orjson.dumps(parameters or {}).decode(), "rows": _rows(most)}
        return await self._ask("question", given)

    async def sparql(self, query: str, most: int = 100) -> str:
        """Run a SPARQL 1.1 query: SELECT and ASK give TSV, of `most` rows (up to 1000), CONSTRUCT and
        DESCRIBE Turtle. Call `schema` first. The prefixes that it lists need no declaration. SERVICE and
        updates are refused.
        """
        return await self._ask("table", {"query": query, "rows": _rows(most)})

    async def schema(self) -> dict[str, Any]:
        """Classes and properties of the graph with counts, its prefixes, and how to ask."""
        found: dict[str, Any] = orjson.loads(await self._ask("schema", {}))
        return found

    async def _ask(self, kind: str, values: dict[str, str]) -> str:
        """The answer of a worker; what went wrong as an error that the model can read."""
        from mcp.server.mcpserver.exceptions import ToolError  # noqa: PLC0415 - the extra `mcp`

        try:
            reply = await self._pool.run(Job(kind, values))
        except Refusal as refusal:
            raise ToolError(refusal.reason) from None
        text = reply.body.decode()
        if reply.status != 200:
            raise ToolError(text.strip())
        return text


def _rows(most: int) -> str:
    return str(min(max(most, 1), _MOST_ROWS))


def _server(pool: Pool) -> MCPServer[Any]:
    from mcp.server.mcpserver import MCPServer  # noqa: PLC0415
    from mcp.types import ToolAnnotations  # noqa: PLC0415

    server: MCPServer[Any] = MCPServer("kg", instructions=_ABOUT, log_level="WARNING")
    tools = Tools(pool)
    only_reads = ToolAnnotations(read_only_hint=True, open_world_hint=False)
    for tool in (tools.search, tools.describe, tools.list_questions, tools.run_question, tools.sparql,
                 tools.schema):  # fmt: skip
        server.add_tool(tool, annotations=only_reads)

    @server.resource("kg://ontology", mime_type="text/turtle")
    def ontology() -> str:
        """The ontology of the graph, in Turtle."""
        return (ontology_dir() / "kg.ttl").read_text(encoding="utf-8")

    return server
