"""Two people side by side, and the key that answers whether they are one."""

from __future__ import annotations

import os
import select
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager

import click

from kg.build import Pair, Seen
from kg.cli.talk import say

_KEYS = "sdunbq"
_ASK = "[s]ame  [d]ifferent  [u]nsure  [n]ext  [b]ack  [q]uit? "
_AT_ONCE = 0.02  # seconds within which a terminal sends all characters of one key
_MOST_ARTICLES = 4  # that are shown of each of the two


def show(pair: Pair, number: int, more: int) -> None:
    """Print both, each with the articles that say most."""
    from rich.console import Console  # noqa: PLC0415 - most commands draw nothing
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(show_header=False, show_lines=False, expand=True, padding=(0, 1))
    for _ in range(2):
        table.add_column(ratio=1, overflow="fold")
    for row in range(min(max(len(pair.first), len(pair.second)), _MOST_ARTICLES)):
        cells = [Text(_told(side, row)) for side in (pair.first, pair.second)]
        for cell in cells:
            cell.highlight_words([pair.name], "bold")
        table.add_row(*cells, end_section=True)
    console = Console(file=sys.stdout, highlight=False)
    heading = f"{number} · {pair.name} · chance that they are one: {pair.prior:.3f} · {more} more"
    console.print(Text(heading))
    console.print(table)


def _told(side: tuple[Seen, ...], row: int) -> str:
    if row >= len(side):
        return ""
    seen = side[row]
    lines = [" ".join(filter(None, (seen.id, seen.published, seen.title))), *(f"· {p}" for p in seen.posts)]
    lines += [f"「{quote}」" for quote in seen.quotes]
    if row == _MOST_ARTICLES - 1 and len(side) > _MOST_ARTICLES:
        lines.append(f"and {len(side) - _MOST_ARTICLES} more articles")
    return "\n".join(lines)


@contextmanager
def key_by_key() -> Iterator[None]:
    """Keys arrive as they are pressed, when there is a terminal; what is typed ahead is kept."""
    if not sys.stdin.isatty():
        yield
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def answer() -> str:
    """One of the keys, from the terminal (see `key_by_key`) or from standard input; an empty text where that
    has ended.
    """
    sys.stdout.flush()
    while True:
        click.echo(_ASK, err=True, nl=False)
        key = _pressed(sys.stdin.fileno()) if sys.stdin.isatty() else _read()
        say(key)
        if key == "" or key in _KEYS:
            return key
        say(f"{key!r} is no answer.")


def _pressed(terminal: int) -> str:
    key = os.read(terminal, 1)
    while key.startswith(b"\x1b") and select.select([terminal], [], [], _AT_ONCE)[0]:
        key += os.read(terminal, 1)  # an arrow is ESC [ D, which is no D
    return key.decode(errors="replace")


def _read() -> str:
    key = " "
    while key.isspace():
        key = sys.stdin.read(1)
    return key
