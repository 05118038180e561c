"""kg mcp: a build for language models."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.talk import say
from kg.serve import Limits, serve_mcp


@click.command(short_help="Offer a build to language models (MCP).")
@click.argument("folder", default="exports", type=click.Path(path_type=Path), metavar="[EXPORTS_DIR]")
@click.option("--http", is_flag=True, help="Over HTTP, at /mcp, instead of standard input and output.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on, with --http.")
@click.option("--port", default=7879, show_default=True, type=click.IntRange(1, 65535), help="With --http.")
@click.option("--timeout", default=Limits().seconds, show_default=True, type=click.FloatRange(0.1),
              help="Seconds that one query may take.")  # fmt: skip
def mcp(folder: Path, http: bool, host: str, port: int, timeout: float) -> None:
    """Serve the last good build over the Model Context Protocol, read only.

    Tools: search a name, describe a thing with the words behind every fact, list and run the saved questions,
    run SPARQL with limits, read the schema. A client starts it as a command and talks to it over standard
    input and output; with --http it listens.

    \b
    Example:
      kg mcp exports
    """
    limits = Limits(workers=2, seconds=timeout)
    serve_mcp(folder, limits=limits, address=(host, port) if http else None,
              ready=lambda address: say(f"Serving {folder} at {address}. Ctrl-C ends it."))  # fmt: skip
