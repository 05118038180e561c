"""kg serve: a build over HTTP."""

from __future__ import annotations

import os
import re
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
@click.option("--writable", is_flag=True,
              help="Take writes from those who send the token of the variable KG_TOKEN.")  # fmt: skip
def serve(  # noqa: PLR0913, PLR0917 - one argument an option
    folder: Path, host: str, port: int, workers: int, timeout: float, memory: int, writable: bool
) -> None:
    """Serve the last good build: a SPARQL endpoint at /sparql, and a page for every entity.

    A new build in the same folder is noticed and served, without an interruption. Reading
    needs no password: to serve others than this machine, put a web server with one in front. What is written
    goes to a copy of the build and to EXPORTS_DIR.updates.jsonl, which later builds get as well.

    \b
    Example:
      kg serve exports --port 7878
    """
    token = _token() if writable else None
    limits = Limits(workers=workers, seconds=timeout, memory=memory << 20)

    def ready(address: str) -> None:
        say(f"Serving {folder} at {address} (SPARQL: {address}sparql). Ctrl-C ends it.")

    run(folder, host=host, port=port, limits=limits, token=token, ready=ready)


def _token() -> str:
    token = os.environ.get("KG_TOKEN", "")
    if not re.fullmatch(r"[!-~]{16,}", token):
        raise click.UsageError("--writable needs a token in the variable KG_TOKEN, "
                               "16 or more visible ASCII characters")  # fmt: skip
    return token
