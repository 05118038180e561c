"""The command line: words to one verb each. Data goes to stdout, talk to stderr.

Exit codes: 0 done, 1 a graph does not conform, 2 usage or broken input.
"""

from __future__ import annotations

import os
import sys

import click

from kg.cli.ask import query
from kg.cli.check import evaluate, validate
from kg.cli.make import build, extract, read
from kg.errors import KgError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kg")
def commands() -> None:
    """Knowledge graphs from official news in Chinese, with the words behind every fact.

    \b
    Example:
      kg build articles/ -o exports
      kg query who-spoke
    """


for command in (build, read, extract, query, validate, evaluate):
    commands.add_command(command)


def main() -> None:
    """Run a command; an error of ours is one line on stderr and exit code 2."""
    try:
        commands()
    except KgError as error:
        click.echo(f"kg: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        # `kg extract … | head`: the reader has gone, which is no error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
