"""Talk: what a command says on stderr, and its progress when that takes longer than two seconds."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress

_QUIET_SECONDS = 2.0
_MOST_TOLD = 20  # lines of one kind


class Talk:
    """The progress of a command, from its first stage: nothing for two seconds, then a bar, when stderr is a
    terminal.

    `to_pipe` is for commands that print data all along: their bar is only shown when that goes elsewhere.
    """

    def __init__(self, stage: str, *, to_pipe: bool = False) -> None:
        shown = sys.stderr.isatty() and not (to_pipe and sys.stdout.isatty())
        self._timer = threading.Timer(_QUIET_SECONDS, self._show) if shown else None
        self._lock = threading.Lock()
        self._ended = False
        self._bar: Progress | None = None
        self._said = (stage, 0, 0)
        self._since = time.monotonic()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Tell how far a stage is; `total` 0 when it is not known."""
        if stage != self._said[0]:
            self._since = time.monotonic()
        self._said = (stage, done, total)
        if self._bar is not None:
            self._update(self._bar)

    def __enter__(self) -> Talk:
        if self._timer is not None:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            self._ended = True
            if self._bar is not None:
                self._bar.stop()

    def _show(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - most commands are done before
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

        with self._lock:
            if self._ended:
                return
            columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(),
                       TextColumn("{task.fields[rate]}"))  # fmt: skip
            bar = Progress(*columns, console=Console(stderr=True), transient=True)
            bar.add_task("", total=None, rate="")
            self._update(bar)
            bar.start()
            self._bar = bar

    def _update(self, bar: Progress) -> None:
        stage, done, total = self._said
        count = f" {done} of {total}" if total else f" {done}" if done else ""
        seconds = time.monotonic() - self._since
        bar.update(bar.task_ids[0], description=stage + count, completed=done, total=total or None,
                   rate=_rate(done, total, seconds))  # fmt: skip


def _rate(done: int, total: int, seconds: float) -> str:
    """How many a second, and how long the rest will take at that rate."""
    rate = done / seconds if seconds > 0 else 0.0
    if not rate:
        return ""
    said = f"{rate:.0f}/s" if rate >= 10 else f"{rate:.1f}/s"
    if done < total:
        minutes, rest = divmod(round((total - done) / rate), 60)
        said += f", {minutes}:{rest:02d} left"
    return said


def say(text: str) -> None:
    """A line for the person, not for the pipe."""
    click.echo(text, err=True)


def say_first(lines: list[str]) -> None:
    """The first lines of a list; of thousands the rest would hide what follows."""
    for line in lines[:_MOST_TOLD]:
        say(line)
    if len(lines) > _MOST_TOLD:
        say(f"kg: and {len(lines) - _MOST_TOLD} more like these")
