"""How commands show: plain lines and tables that survive any code page and 80 columns."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from letters_gen.model.question import Question
    from letters_gen.wording.sentences import Told

_DRAWN = "─│┌"


def prepare_streams() -> None:
    """Let both streams replace what their encoding lacks rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str, *, aside: bool = False) -> None:
    """Print a line on stdout; `aside` on stderr, where JSON owns stdout."""
    click.echo(text, err=aside)


def say_told(told: Told, sign: str, *, aside: bool = False) -> None:
    """Print a failure or an oddity: where, what, and what to do."""
    where = f"{told.where}: " if told.where else ""
    mend = f"\n    → {told.mend}" if told.mend else ""
    say(f"{sign} {where}{told.text}{mend}", aside=aside)


def say_question(question: Question, *, aside: bool = False) -> None:
    """Print what isn't certain, and what is assumed; without an assumption it is a failure."""
    from letters_gen.wording.sentences import told_question

    say_told(told_question(question), "✗" if question.is_open else "?", aside=aside)


def table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[int] = ()
) -> str:
    """A table as text, fitted to the terminal (80 columns where there is none).

    Args:
        right: the positions of the columns whose cells are set to the right.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table

    drawn = Table(
        box=box.SIMPLE_HEAD if _can_draw(sys.stdout) else box.ASCII, pad_edge=False, highlight=False
    )
    aligned = set(right)
    for position, heading in enumerate(headings):
        drawn.add_column(
            heading, justify="right" if position in aligned else "left", overflow="fold"
        )
    for row in rows:
        drawn.add_row(*(_plain(cell) for cell in row))
    buffer = io.StringIO()
    console = Console(
        file=buffer, width=_width(), color_system=None, legacy_windows=False, markup=False
    )
    console.print(drawn)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines() if line.strip())


def _plain(cell: str) -> str:
    return "".join(character if character.isprintable() else " " for character in cell)


def _width() -> int:
    import shutil

    return max(60, shutil.get_terminal_size((80, 24)).columns)


def _can_draw(stream: TextIO) -> bool:
    try:
        _DRAWN.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
