"""kg load: a build sent to another store."""

from __future__ import annotations

from pathlib import Path

import click

from kg.build import load as send
from kg.cli.talk import Talk, say


@click.command(short_help="Send a build to another store over HTTP.")
@click.argument("url")
@click.option("--store", default="exports", show_default=True, type=click.Path(path_type=Path),
              help="Folder of a build.")  # fmt: skip
def load(url: str, store: Path) -> None:
    """Send a build to any store with a SPARQL endpoint: Fuseki, Virtuoso, Oxigraph and others.

    URL is the address of the endpoint, or the one just above it. Only graphs that changed since the last
    load are sent, graphs that are gone from the build are removed, others are left alone, and all is counted
    at the end. A load that was broken off goes on where it stopped.

    A name and a password come from the environment alone: KG_STORE_USER and KG_STORE_PASSWORD, or
    KG_STORE_TOKEN.

    \b
    Example:
      kg load http://127.0.0.1:3030/kg --store exports
    """
    with Talk("load") as talk:
        done = send(url, store, progress=talk)
    graphs = f"{done.sent} graphs sent, {done.unchanged} unchanged, {done.removed} removed"
    say(f"{graphs} ({done.way}); {done.triples} triples in their graphs, counted by the store.")
    say(f"Ask it: kg query who-spoke --endpoint {url}")
