"""kg diff: what changed from one build to another."""

from __future__ import annotations

from pathlib import Path

import click
import orjson

from kg.build.diff import Change, patch
from kg.build.diff import diff as compare
from kg.cli.talk import Talk, say


@click.command(short_help="Show what changed from one build to another.")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["table", "json", "patch"]), default="table",
              show_default=True, help="json: a line a change; patch: the quads as an RDF patch.")  # fmt: skip
def diff(old: Path, new: Path, form: str) -> None:
    """Compare two builds: facts new, withdrawn and re-dated, and people re-identified.

    OLD and NEW are folders that `kg build` wrote. The exit code is 0 also when they differ.

    \b
    Example:
      kg diff exports new-exports
    """
    if form == "patch":
        for line in patch(old, new):
            click.echo(line)
        return
    with Talk("compare"):
        changes = compare(old, new)
    for change in changes:
        click.echo(_json(change) if form == "json" else _row(change))
    if not changes:
        say("No difference in what is said or in who is who.")


def _json(change: Change) -> bytes:
    return orjson.dumps({field: getattr(change, field) for field in change.__slots__})


def _row(change: Change) -> str:
    states = f"    {change.before} -> {change.after}" if change.what.startswith("re-") else ""
    return f"{change.what}  {change.article}  {change.kind}  {change.said}{states}"
