"""kg query: saved questions by name with parameters, any .rq file, or standard input."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.talk import Talk
from kg.errors import QueryError
from kg.query import FORMATS, Question, parse_question, question_named, questions, read_question, render, run
from kg.store import open_endpoint, open_store


@click.command(short_help="Ask a saved question, or any SPARQL query.",
               context_settings={"ignore_unknown_options": True, "allow_extra_args": True})  # fmt: skip
@click.argument("name", required=False, metavar="[NAME | FILE.rq | -]")
@click.option(
    "--store",
    default="exports",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Folder of a build.",
)
@click.option("--endpoint", metavar="URL", help="Ask the SPARQL endpoint of another store instead.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: what suits the answer.")
@click.pass_context
def query(
    context: click.Context, name: str | None, store: Path, endpoint: str | None, form: str | None
) -> None:
    """Ask a question of a build; without a name, list the saved questions and their parameters.

    \b
    Examples:
      kg query who-spoke --event 推进会
      kg query my.rq --store exports --format csv
      echo 'SELECT * { ?s ?p ?o } LIMIT 5' | kg query -
      kg query who-spoke --endpoint http://127.0.0.1:3030/kg
    """
    if name is None:
        if context.args:
            raise QueryError("kg query", f"unknown words {' '.join(context.args)}", "name a question first")
        click.echo(_listing(), nl=False)
        return
    question = _question(name)
    parameters = _parameters(context.args, name, question)
    with Talk("query"):
        answer = run(open_endpoint(endpoint) if endpoint else open_store(store), question, parameters)
    click.echo(render(answer, form), nl=False)


def _question(name: str) -> Question:
    if name == "-":
        return parse_question(sys.stdin.read(), "standard input")
    if name.endswith(".rq") or "/" in name:
        return read_question(Path(name))
    return question_named(name)


def _parameters(words: list[str], name: str, question: Question) -> dict[str, str]:
    """`--event X` and `--event=X` for each parameter of the question."""
    values: dict[str, str] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        key, equals, value = word.removeprefix("--").partition("=")
        known = " ".join(f"--{p.name} …" for p in question.parameters) or "none"
        if not word.startswith("--"):
            raise QueryError(f"kg query {name}", f"cannot use {word!r}", f"its parameters are: {known}")
        if not equals and (not rest or rest[0].startswith("--")):
            raise QueryError(f"kg query {name}", f"{word} has no value", f"its parameters are: {known}")
        values[key] = value if equals else rest.pop(0)
    return values


def _listing() -> str:
    lines: list[str] = []
    for question in questions():
        lines.append(f"{question.name}\n    {question.title_en} · {question.title_zh}\n")
        lines += [f"    --{p.name}: {p.explanation}\n" for p in question.parameters]
    return "".join(lines)
