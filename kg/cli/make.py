"""kg build, kg read, kg extract: from sources to a graph, and the stages on the way."""

from __future__ import annotations

from pathlib import Path

import click
import orjson

from kg.build import DEFAULT_BASE, facts_of
from kg.build import build as make
from kg.cli.talk import Talk, say
from kg.model import Article, Facts, to_json
from kg.read import Failure
from kg.read import read as read_sources

_COUNTED = (("people", "people"), ("posts", "posts"), ("events", "events"), ("participation", "participations"),
            ("agreements", "agreements"), ("documents", "documents"), ("appointments", "appointments"),
            ("measures", "measures"))


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("-o", "--output", default="exports", show_default=True, type=click.Path(path_type=Path),
              help="Folder to write; its last good build stays until the new one is whole.")
@click.option("--base", default=DEFAULT_BASE, show_default=True, help="IRI under which entities are named.")
@click.pass_context
def build(context: click.Context, sources: tuple[str, ...], output: Path, base: str) -> None:
    """Build a graph from articles and facts files, and write every export.

    SOURCE is a file (.txt .html .json .jsonl .warc, also .gz), a folder, a glob or -; without one, the seed
    article that comes with kg is built. What cannot be read is named and the rest is built; the exit code is
    then 2.

    \b
    Example:
      kg build articles/ more/*.html -o exports
    """
    if not base.isascii() or not base.startswith(("http://", "https://", "urn:")) or not base.endswith(("/", "#", ":")):
        raise click.BadParameter("must be an ASCII IRI that ends in / (https://example.org/kg/)", param_hint="--base")
    with Talk() as talk:
        made = make(sources or None, base=base, progress=talk)
        talk("write", 0, 0)
        made.write(output)
    for failure in made.failures:
        say(f"kg: {failure.error}")
    counts = made.report()["counts"]
    found = ", ".join(f"{counts[key]} {word}" for key, word in _COUNTED if counts.get(key))
    articles = counts["articles"]
    say(f"{articles} article{'s' if articles != 1 else ''}: {found}.")
    say(f"Look at {output / 'graph.html'}, read {output / 'graph.ttl'}, "
        f"ask `kg query --store {output}`; {output / 'report.json'} tells what is undecided.")
    if made.failures:
        say(f"{len(made.failures)} source{'s' if len(made.failures) != 1 else ''} could not be read.")
        context.exit(2)


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object an article, with the map to the raw text.")
@click.pass_context
def read(context: click.Context, sources: tuple[str, ...], as_json: bool) -> None:
    """Print the canonical text of articles: repaired, simplified; spans of facts count its characters.

    \b
    Example:
      kg read seeds/articles/s01.txt
    """
    failed = False
    for item in read_sources(sources):
        if isinstance(item, Failure):
            failed = True
            say(f"kg: {item.error}")
        elif isinstance(item, Facts):
            say(f"{item.id}: facts, not an article; they have no text")
        elif as_json:
            click.echo(_article_json(item))
        else:
            say(f"{item.id}: {len(item.text)} characters of {len(item.raw)}")
            click.echo(item.text, nl=not item.text.endswith("\n"))
    if failed:
        context.exit(2)


def _article_json(article: Article) -> bytes:
    keys = ("id", "title", "source", "url", "published", "text")
    record = {key: getattr(article, key) for key in keys}
    return orjson.dumps({**record, "hash": article.hash, "offsets": list(article.offsets)})


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.pass_context
def extract(context: click.Context, sources: tuple[str, ...]) -> None:
    """Print the facts of articles, one JSON object a line, in the exchange format (docs/facts.md).

    \b
    Example:
      kg extract seeds/articles/s01.txt > facts.jsonl
    """
    failed = False
    for item in facts_of(sources):
        if isinstance(item, Failure):
            failed = True
            say(f"kg: {item.error}")
        else:
            click.echo(to_json(item[1]))
    if failed:
        context.exit(2)
