"""A progress bar with rate and remaining time, for whatever takes longer than a second.

It appears on a terminal only, on standard error, and leaves nothing behind. Most commands end
sooner and never pay for drawing one.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from probatum.cli.wording import size

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE_SECONDS = 1.0
Update = Callable[[int, int], None]


class Stages(Protocol):
    """Told the stage, and how far it is."""

    def __call__(self, what: str, done: int, total: int, *, in_bytes: bool = False) -> None:
        """Draw it."""


@contextmanager
def bytes_bar(title: str) -> Iterator[Update]:
    """Give ``update(bytes_done, bytes_total)``."""
    yield from _bar(title, in_bytes=True)


@contextmanager
def count_bar(title: str) -> Iterator[Update]:
    """Give ``update(done, total)`` for entries or steps."""
    yield from _bar(title, in_bytes=False)


@contextmanager
def stages_bar(title: str) -> Iterator[Stages]:
    """Give ``update(what, done, total)`` for work in stages that each count anew.

    With ``in_bytes=True`` the two numbers are bytes.
    """
    if not sys.stderr.isatty():
        yield lambda _what, _done, _total, *, in_bytes=False: None
        return
    bar = _Bar(title, in_bytes=False)

    def update(what: str, done: int, total: int, *, in_bytes: bool = False) -> None:
        bar.update(done, total, what, in_bytes=in_bytes)

    try:
        yield update
    finally:
        bar.close()


def _bar(title: str, *, in_bytes: bool) -> Iterator[Update]:
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    bar = _Bar(title, in_bytes=in_bytes)
    try:
        yield bar.update
    finally:
        bar.close()


class _Bar:
    """Draws nothing until the first update after ``PATIENCE_SECONDS``."""

    def __init__(self, title: str, *, in_bytes: bool) -> None:
        self._title = title
        self._in_bytes = in_bytes
        self._what = ""
        self._began = time.monotonic()
        self._drawn: tuple[Progress, TaskID] | None = None

    def update(self, done: int, total: int, what: str = "", *, in_bytes: bool = False) -> None:
        if self._drawn is None:
            if time.monotonic() - self._began < PATIENCE_SECONDS:
                return
            self._drawn = self._draw(done, total)
        progress, task = self._drawn
        if what != self._what:
            self._what = what
            # A new task for each stage: an old one would keep its total where none is known.
            progress.remove_task(task)
            task = progress.add_task(
                f"{self._title}: {what}", total=total or None, in_bytes=in_bytes
            )
            self._drawn = progress, task
        progress.update(task, completed=done, total=total or None)

    def close(self) -> None:
        if self._drawn is not None:
            self._drawn[0].stop()

    def _draw(self, done: int, total: int) -> tuple[Progress, TaskID]:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            DownloadColumn,
            Progress,
            ProgressColumn,
            Task,
            TextColumn,
            TimeRemainingColumn,
            TransferSpeedColumn,
        )
        from rich.text import Text

        class Amount(ProgressColumn):
            """How many of how many; bytes where only bytes are known."""

            def render(self, task: Task) -> Text:
                if task.total is None:
                    return Text(size(int(task.completed)))
                if task.fields.get("in_bytes"):
                    percent = f"{min(task.percentage, 100):.0f} %"
                    return Text(
                        f"{size(int(task.completed))} of {size(int(task.total))}, {percent}"
                    )
                return Text(f"{task.completed:,.0f}/{task.total:,.0f}")

        class Rate(ProgressColumn):
            """Entries, or bytes, a second."""

            def render(self, task: Task) -> Text:
                speed = task.finished_speed or task.speed
                if speed is None:
                    return Text("")
                in_bytes = task.total is None or task.fields.get("in_bytes")
                return Text(f"{size(int(speed)) if in_bytes else f'{speed:,.0f}'}/s")

        amount: list[ProgressColumn] = (
            [DownloadColumn(), TransferSpeedColumn()] if self._in_bytes else [Amount(), Rate()]
        )
        progress = Progress(
            TextColumn("{task.description}"), BarColumn(), *amount, TimeRemainingColumn(),
            console=Console(stderr=True), transient=True,
        )  # fmt: skip
        progress.start()
        task = progress.add_task(self._title, total=total or None, completed=done)
        return progress, task
