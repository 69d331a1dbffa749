"""How far a long run is: a bar with rate and time left on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from letters_gen.cli.screen import say
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from rich.progress import Progress

# Shorter runs are over before a bar could be read.
_LONG = 100
_LINES = 10


@contextmanager
def progress_shown(quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """A function that shows how many of how many are done, on stderr, until the block ends."""
    shown = _Bar() if sys.stderr is not None and sys.stderr.isatty() else _Lines()
    try:
        yield (lambda done, total: None) if quiet else shown
    finally:
        shown.stop()


class _Lines:
    """A line whenever another tenth is done."""

    def __init__(self) -> None:
        self._told = 0

    def __call__(self, done: int, total: int) -> None:
        tenth = done * _LINES // total
        if total >= _LONG and tenth > self._told:
            self._told = tenth
            say(_("Written: {done} of {total}").format(done=done, total=total), aside=True)

    def stop(self) -> None:
        """Nothing is left open."""


class _Bar:
    """A bar that rich draws; it appears with the first call for a long run."""

    def __init__(self) -> None:
        self._progress: Progress | None = None

    def __call__(self, done: int, total: int) -> None:
        if total < _LONG:
            return
        if self._progress is None:
            self._progress = _drawn(total)
        self._progress.update(self._progress.task_ids[0], completed=done)

    def stop(self) -> None:
        """Leave the bar as it stands."""
        if self._progress is not None:
            self._progress.stop()


def _drawn(total: int) -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(TextColumn):
        def render(self, task: Task) -> Text:
            return Text(_("{rate}/s").format(rate=round(task.speed or 0)))

    console = Console(file=sys.stderr, highlight=False)
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        Rate(""),
        TextColumn(_("left:")),
        TimeRemainingColumn(),
    )
    progress = Progress(*columns, console=console)
    progress.add_task("", total=total)
    progress.start()
    return progress
