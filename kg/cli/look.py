"""kg page and kg network: the network of a build as a page to look at, and as tables."""

from __future__ import annotations

import os
from pathlib import Path

import click

from kg.build import build
from kg.cli.talk import Talk, say, say_first
from kg.errors import OutputError
from kg.query import render
from kg.read import Failure
from kg.store import STORE_NAME, Table, Term

_NETS = ("whole", "people", "agreements")
_TIES = ("source_label", "target_label", "weight", "count", "occasions")  # what a person reads of a tie
_MEASURES = ("label", "degree", "strength", "betweenness", "community")


@click.command(short_help="Write the page of a network.")
@click.argument("sources", nargs=-1, required=True, metavar="FOLDER | SOURCE...")
@click.option("-o", "--output", default="graph.html", show_default=True, type=click.Path(path_type=Path),
              help="File to write.")  # fmt: skip
@click.pass_context
def page(context: click.Context, sources: tuple[str, ...], output: Path) -> None:
    """Write the network of articles and facts files as one HTML page that works offline, and nothing else.

    SOURCE is what `kg build` takes. FOLDER is one that it wrote: then the quotes are the words and 12
    characters on either side, because a build holds no texts.

    \b
    Examples:
      kg page article.txt -o article.html
      kg page exports
    """
    from kg.network import stored_network  # noqa: PLC0415 - networkx
    from kg.page import page as made  # noqa: PLC0415

    failures: tuple[Failure, ...] = ()
    with Talk("read") as talk:
        if len(sources) == 1 and (Path(sources[0]) / STORE_NAME).is_dir():
            graph = stored_network(Path(sources[0]))
        else:
            built = build(sources, progress=talk)
            graph, failures = built.network(), built.failures
        talk("lay out", 0, 0)
        _put(made(graph), output)
    say_first([f"kg: {failure.error}" for failure in failures])
    say(f"{output}: {len(graph)} nodes, {graph.number_of_edges()} facts between them")
    if failures:
        context.exit(2)


def _put(text: str, path: Path) -> None:
    """Write a file in one step: who reads it finds the old or the new one."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        part.write_bytes(text.encode())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        what = f"cannot be written ({error.strerror})"
        raise OutputError(str(path), what, "name a file in a folder that can be written") from None


@click.command(short_help="Print the measures or ties of a network.")
@click.argument("name", default="people", type=click.Choice(_NETS), metavar="[whole | people | agreements]")
@click.option("--store", default="exports", show_default=True, type=click.Path(path_type=Path),
              help="Folder of a build.")  # fmt: skip
@click.option("--ties", is_flag=True, help="The ties with what they rest on, instead of the measures.")
@click.option("--format", "form", type=click.Choice(("table", "csv", "json")), default="table",
              show_default=True, help="csv and json also name IRIs and quote the words.")  # fmt: skip
def network(name: str, store: Path, ties: bool, form: str) -> None:
    """Print who stands where: degree, strength, betweenness and community of every node, the best tied first.

    whole: everything, tied by facts. people: people tied by the events that both took part in. agreements:
    places and organisations tied by the agreements that both are party to. An occasion of n gives each pair
    1/(n-1); docs/page.md explains it.

    \b
    Examples:
      kg network people
      kg network agreements --ties --format csv > ties.csv
    """
    from kg.network import PROJECTIONS, TIE_COLUMNS, Measure, measures, stored_network, tie_rows  # noqa: PLC0415

    with Talk("network"):
        graph = stored_network(store)
        projected = PROJECTIONS[name].make(graph, None)
        rows = tie_rows(graph, projected) if ties else [one._asdict() for one in measures(projected)]
    columns: tuple[str, ...] = TIE_COLUMNS if ties else Measure._fields
    if form == "table":
        columns = _TIES if ties else _MEASURES
    cells = tuple(tuple(_cell(row[column]) for column in columns) for row in rows)
    click.echo(render(Table(columns, cells), form), nl=False)


def _cell(value: str | float) -> Term:
    text = f"{value:.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return Term("literal", text)
