"""The command line: words to one verb each. Data goes to stdout, talk to stderr.

Exit codes: 0 done, 1 a graph does not conform, 2 usage or broken input (a build that had to leave something
out has written the rest), 130 stopped by the user.
"""

from __future__ import annotations

import os
import sys
import traceback

import click

from kg.cli.ask import query
from kg.cli.check import evaluate, validate
from kg.cli.diff import diff
from kg.cli.judge import decide, retract, review
from kg.cli.load import load
from kg.cli.look import network, page
from kg.cli.make import build, extract, read
from kg.cli.mcp import mcp
from kg.cli.serve import serve
from kg.cli.talk import say, say_first
from kg.errors import KgError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kg")
def commands() -> None:
    """Knowledge graphs from official news in Chinese, with the words behind every fact.

    \b
    Example:
      kg build articles/ -o exports
      kg query who-spoke

    Exit codes: 0 done, 1 a graph does not conform (kg validate), 2 usage or broken input.
    """


for command in (
    build, read, extract, query, review, decide, retract, diff, page, network, validate, evaluate,
    serve, mcp, load,
):  # fmt: skip
    commands.add_command(command)


def main() -> None:
    """Run a command and leave with its exit code; what is wrong with the input is one line on stderr."""
    sys.exit(_code())


def _code() -> int:
    try:
        code: int | None = commands(prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
        return code or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except KgError as error:
        say_first([f"kg: {line}" for line in (str(error), *getattr(error, "__notes__", ()))])
        return 2
    except click.Abort:
        say("kg: stopped; nothing was changed")
        return 130
    except (BrokenPipeError, SystemExit):
        # `kg extract … | head`: the reader has gone, which is no error (click would leave with 1).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:
        # A fault of ours: Python's own exit code would be 1, which means that a graph does not conform.
        traceback.print_exc()
        return 2
