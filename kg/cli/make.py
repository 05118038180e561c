"""kg build, kg read, kg extract: from sources to a graph, and the stages on the way."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click
import orjson

from kg.build import DEFAULT_BASE, Build, cores, facts_of, size
from kg.build import build as make
from kg.cli.cluster import build_on_cluster, cluster_options, is_for_cluster
from kg.cli.judge import decisions_option
from kg.cli.talk import Talk, say, say_first
from kg.explain import explain
from kg.model import Article, Facts, to_json
from kg.read import Failure
from kg.read import read as read_sources
from kg.store import CACHE_NAME, check_target

_NO_FACTS = "kg: {}: no facts found; look at its text with `kg read`"
# What the last lines of a build count: key of the report, one of it, several.
_COUNTED = (
    ("articles", "article", "articles"),
    ("people", "person", "people"),
    ("posts", "post", "posts"),
    ("events", "event", "events"),
    ("participation", "participation", "participations"),
    ("agreements", "agreement", "agreements"),
    ("documents", "document", "documents"),
    ("appointments", "appointment", "appointments"),
    ("measures", "measure", "measures"),
)


workers_option = click.option("--workers", default=cores(), type=click.IntRange(1, 256),
                              help="Processes that extract. [default: one a core]")  # fmt: skip


@click.command(short_help="Build a graph and write every export.")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("-o", "--output", default="exports", show_default=True, type=click.Path(path_type=Path),
              help="Folder to write; its last good build stays until the new one is whole.")  # fmt: skip
@click.option("--base", default=DEFAULT_BASE, show_default=True, help="IRI under which entities are named.")
@decisions_option
@workers_option
@cluster_options
@click.pass_context
def build(  # noqa: PLR0913, PLR0917 - one argument an option
    context: click.Context, /, sources: tuple[str, ...], output: Path, base: str, decisions: Path,
    workers: int, **cluster: str | None,
) -> None:
    """Build a graph from articles and facts files, and write every export.

    SOURCE is a file (.txt .html .json .jsonl .warc, each also with .gz), a folder, a glob or - for standard
    input; without one, the seed article that comes with kg is built. What cannot be read is named, the rest
    is built and written, and the exit code is then 2.

    \b
    Example:
      kg build articles/ more/*.html -o exports
    """
    if is_for_cluster(**cluster):
        build_on_cluster(context, sources, output, cluster["master"], base=base, decisions=decisions)
        return
    check_target(output)
    with Talk("read") as talk:
        made = make(sources or None, base=base, decisions=decisions, cache=output / CACHE_NAME,
                    workers=workers, progress=talk)  # fmt: skip
        talk("write", 0, 0)
        made.write(output)
    say_first([f"kg: {failure.error}" for failure in made.failures])
    say_first([_NO_FACTS.format(place) for place in made.without_facts])
    for line in _summary(made, output):
        say(line)
    if made.failures:
        context.exit(2)


def _summary(made: Build, output: Path) -> list[str]:
    """What was found, in words, and which files to open."""
    report = made.report()
    counts, undecided = report["counts"], report["undecided"]
    found = [f"{counts[key]} {one if counts[key] == 1 else many}"
             for key, one, many in _COUNTED if counts[key]]  # fmt: skip
    lines = [
        f"Found in {found[0]}: {', '.join(found[1:]) or 'no facts'}.",
        f"  {output / 'graph.html'}   the network: open it in a browser",
        f"  {output / 'graph.ttl'}    the graph as Turtle, with its siblings beside it",
        f"  {output / 'report.json'}  counts, what is undecided, what failed",
        f"Ask it: {_program()} query who-spoke --store {output}",
    ]
    if any(undecided.values()):
        people, places = len(undecided["people"]), len(undecided["places"])
        lines.insert(
            1, f"Left undecided: pairs of people who share a name: {people}, names of places: {places}."
        )
    if made.failures:
        lines.append(f"Not built: {len(made.failures)}, exit code 2; report.json says why.")
    return lines


def _program() -> str:
    """How this command was called, for a line that can be copied."""
    if shutil.which("kg"):
        return "kg"
    return "python -m kg" if sys.argv[0].endswith(".py") else sys.argv[0]


@click.command(short_help="Print the repaired text of articles.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, with the map to the raw text.")
@click.pass_context
def read(context: click.Context, sources: tuple[str, ...], as_json: bool) -> None:
    """Print the canonical text of articles: repaired, simplified; spans of facts count its characters.

    \b
    Example:
      kg read article.txt
    """
    failed = False
    with Talk("read", to_pipe=True) as talk:
        for number, item in enumerate(read_sources(sources), 1):
            talk("read", number, 0)
            if isinstance(item, Failure):
                failed = True
                say(f"kg: {item.error}")
            elif isinstance(item, Facts):
                say(f"kg: {item.id}: holds facts, which have no text; give the article")
            elif as_json:
                click.echo(_article_json(item))
            else:
                say(f"{item.id}: {len(item.text)} characters, of {len(item.raw)} in the file")
                click.echo(item.text, nl=not item.text.endswith("\n"))
    if failed:
        context.exit(2)


def _article_json(article: Article) -> bytes:
    keys = ("id", "title", "source", "url", "published", "text")
    record = {key: getattr(article, key) for key in keys}
    return orjson.dumps({**record, "hash": article.hash, "offsets": list(article.offsets)})


@click.command(short_help="Print the facts of articles as JSON lines.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@workers_option
@click.option("--explain", "explained", is_flag=True,
              help="Draw the facts onto the text, with the rule that made each.")  # fmt: skip
@click.pass_context
def extract(context: click.Context, sources: tuple[str, ...], workers: int, explained: bool) -> None:
    """Print the facts of articles, one JSON object a line, in the exchange format (docs/facts.md).

    \b
    Examples:
      kg extract article.txt > facts.jsonl
      kg extract --explain article.txt
    """
    failed = False
    with Talk("extract", to_pipe=True) as talk:
        for number, item in enumerate(facts_of(sources, workers), 1):
            talk("extract", number, 0)
            if isinstance(item, Failure):
                failed = True
                say(f"kg: {item.error}")
            else:
                article, facts = item
                if not size(facts):
                    say(_NO_FACTS.format(article.path or article.id if article else facts.id))
                click.echo(explain(article, facts) if explained and article else to_json(facts))
    if failed:
        context.exit(2)
