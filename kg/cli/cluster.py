"""kg build --engine spark: the options, and what is told at the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kg.cli.talk import say, say_first

_engine = click.option("--engine", type=click.Choice(["spark"]),
                       help="Build on a cluster: quads and facts in shards, no page.")  # fmt: skip
_master = click.option("--master", metavar="URL", help="Of Spark, like local[4] or spark://host:7077.")


def cluster_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add --engine and --master."""
    return _engine(_master(command))


def is_for_cluster(engine: str | None, master: str | None) -> bool:
    """True when an engine is asked for. Raises UsageError for a master without one."""
    if master and not engine:
        raise click.UsageError("--master belongs to --engine spark")
    return engine is not None


def build_on_cluster(
    context: click.Context, sources: tuple[str, ...], output: Path, master: str | None, **given: Any
) -> None:
    """Build with Spark; exit code 2 when something could not be built."""
    from kg.scale import build_with_spark  # noqa: PLC0415 - an extra

    done = build_with_spark(sources, output, master=master, **given)
    manifest = done.manifest
    failures = manifest["failures"]
    say_first([f"kg: {failure['problem']}" for failure in failures])
    say(f"{manifest['articles']} articles, {manifest['quads']} quads in {len(manifest['shards'])} shards; "
        f"not built: {len(failures)}.")  # fmt: skip
    if done.known_shards:
        say(f"  {done.known_shards} of {done.shards} parts were extracted by a job before this one")
    say(f"  {output / 'manifest.json'}   counts, hashes of the shards, what failed and why")
    if failures:
        context.exit(2)
