"""kg validate and kg evaluate: is the graph well formed, and how right is it."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.talk import Talk
from kg.evaluate import errors, extract_for, load_gold, score
from kg.extract import extract
from kg.validate import ENGINES, Engine
from kg.validate import validate as check

_FORMS = ("table", "markdown", "json")


@click.command(short_help="Check a graph against the shapes of the ontology.")
@click.argument("graph", default="exports", type=click.Path(path_type=Path), metavar="[FOLDER | FILE]")
@click.option("--engine", type=click.Choice(ENGINES),
              help="Default: shacl for large files, pyshacl (the reference) for all others.")  # fmt: skip
@click.pass_context
def validate(context: click.Context, graph: Path, engine: Engine | None) -> None:
    """Check a build, or an RDF file, against the shapes of the ontology; exit code 1 when it breaks one.

    \b
    Example:
      kg validate exports
    """
    with Talk("validate"):
        report = check(graph, engine)
    click.echo(report.to_text())
    context.exit(0 if report.conforms else 1)


@click.command(short_help="Score extraction against annotated articles.")
@click.argument("gold_dir", type=click.Path(path_type=Path))
@click.argument("articles_dir", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(_FORMS), default="table", show_default=True)
@click.option("--errors", "with_errors", is_flag=True, help="List what is missing and what is too much.")
def evaluate(gold_dir: Path, articles_dir: Path, form: str, with_errors: bool) -> None:
    """Precision, recall and F1 per kind of fact, strict and lenient, against gold files.

    An article's id is the stem of its file: GOLD_DIR/a01.json belongs to ARTICLES_DIR/a01.txt.

    \b
    Example:
      kg evaluate tests/gold/shared/gold tests/gold/shared/articles
    """
    with Talk("evaluate"):
        gold = load_gold(gold_dir)
        facts = extract_for(gold, articles_dir, extract)
        scores = score(gold, facts)
    if with_errors:
        for line in errors(gold, facts):
            click.echo(line)
    elif form == "json":
        click.echo(scores.to_json())
    else:
        click.echo(scores.to_markdown() if form == "markdown" else scores.to_table(), nl=False)
