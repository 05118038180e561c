"""Talk: what a command says on stderr, and its progress when that takes longer than two seconds."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_QUIET_SECONDS = 2.0


class Talk:
    """Progress of a build: nothing for two seconds, then a bar when stderr is a terminal."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Tell how far a stage is; `total` 0 when it is not known."""
        if not sys.stderr.isatty() or time.monotonic() - self._start < _QUIET_SECONDS:
            return
        if self._bar is None:
            from rich.console import Console  # noqa: PLC0415
            from rich.progress import Progress  # noqa: PLC0415

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task(stage, total=None)
            self._bar.start()
        if self._task is not None:
            self._bar.update(self._task, description=f"{stage} ({done})", completed=done, total=total or None)

    def __enter__(self) -> Talk:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()


def say(text: str) -> None:
    """A line for the person, not for the pipe."""
    click.echo(text, err=True)
