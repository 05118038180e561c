"""kg serve: a build over HTTP."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.talk import say
from kg.serve import Limits
from kg.serve import serve as run


@click.command(short_help="Serve a build: SPARQL endpoint and pages.")
@click.argument("folder", default="exports", type=click.Path(path_type=Path), metavar="[EXPORTS_DIR]")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=7878, show_default=True, type=click.IntRange(0, 65535), help="0: any free.")
@click.option("--workers", default=Limits().workers, type=click.IntRange(1, 64),
              help="Processes that answer queries. [default: one a core and two more]")  # fmt: skip
@click.option("--timeout", default=Limits().seconds, show_default=True, type=click.FloatRange(0.1),
              help="Seconds that one query may take.")  # fmt: skip
@click.option("--memory", default=Limits().memory >> 20, show_default=True, type=click.IntRange(256),
              help="MB of memory that one query may use.")  # fmt: skip
def serve(  # noqa: PLR0913, PLR0917 - one argument an option
    folder: Path, host: str, port: int, workers: int, timeout: float, memory: int
) -> None:
    """Serve the last good build: a SPARQL endpoint at /sparql, and a page for every entity. Read-only.

    A new build in the same folder is noticed and served, without an interruption. It has no password: to
    serve others than this machine, put a web server with one in front.

    \b
    Example:
      kg serve exports --port 7878
    """
    limits = Limits(workers=workers, seconds=timeout, memory=memory << 20)

    def ready(address: str) -> None:
        say(f"Serving {folder} at {address} (SPARQL: {address}sparql). Ctrl-C ends it.")

    run(folder, host=host, port=port, limits=limits, ready=ready)
