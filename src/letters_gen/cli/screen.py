"""How commands show: plain lines and tables that survive any code page and 80 columns."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

import click

from letters_gen.wording.language import ngettext

if TYPE_CHECKING:
    from letters_gen.model.oddity import Oddity
    from letters_gen.model.question import Question
    from letters_gen.wording.sentences import Told

_DRAWN = "─│┌"
# What stands before a sentence: its sign, a number of a list.
_SIGN = re.compile(r"(?:[!?✗✓→–•]|\d+\.) ")
# Of one kind of warning; --json has all of them.
_MOST_ALIKE = 10


def prepare_streams() -> None:
    """Let both streams replace what their encoding lacks rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str, *, aside: bool = False) -> None:
    """Print a line on stdout; `aside` on stderr, where JSON owns stdout."""
    from letters_gen.russian.typography import stopped_once

    click.echo(fitted(stopped_once(text), aside=aside), err=aside)


def fitted(text: str, *, aside: bool = True) -> str:
    """`text` as the terminal is to show it: left alone it would break a long line in the middle of
    a word. What goes into a file or another program stays as it is.
    """
    stream = sys.stderr if aside else sys.stdout
    if stream is None or not stream.isatty():
        return text
    return broken(text, _width())


def broken(text: str, width: int) -> str:
    """`text` in lines of no more than `width` signs, broken between words, what goes on of a line
    set in under its first word; a longer word stays whole, for paths are copied.
    """
    return "\n".join(_broken_line(line, width) for line in text.split("\n"))


def _broken_line(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    import textwrap

    words = line.lstrip(" ")
    sign = _SIGN.match(words)
    under = len(line) - len(words) + (sign.end() if sign else 0)
    return textwrap.fill(
        words,
        width,
        initial_indent=" " * (len(line) - len(words)),
        subsequent_indent=" " * under,
        break_long_words=False,
        break_on_hyphens=False,
    )


def say_told(told: Told, sign: str, *, aside: bool = False) -> None:
    """Print a failure or an oddity: where, what, and what to do."""
    where = f"{told.where}: " if told.where else ""
    mend = f"\n    → {told.mend}" if told.mend else ""
    say(f"{sign} {where}{told.text}{mend}", aside=aside)


def say_oddities(oddities: Iterable[Oddity], *, aside: bool = False) -> None:
    """Print what is odd."""
    from letters_gen.wording.sentences import told_oddity

    say_by_kind(map(told_oddity, oddities), "!", aside=aside)


def say_by_kind(failures: Iterable[Told], sign: str, *, aside: bool = False) -> None:
    """Print failures or oddities: those of one kind together, no more than the first ten of them,
    with one mend.
    """
    by_kind: dict[tuple[str, str], list[Told]] = {}
    for told in failures:
        by_kind.setdefault((told.code, told.mend), []).append(told)
    for (_, mend), alike in by_kind.items():
        for told in alike[:_MOST_ALIKE]:
            say_told(replace(told, mend=""), sign, aside=aside)
        _say_more(len(alike), aside)
        if mend:
            say(f"    → {mend}", aside=aside)


def say_assumed(questions: Sequence[Question], *, aside: bool = False) -> None:
    """Print the first ten of what isn't certain and is assumed."""
    for question in questions[:_MOST_ALIKE]:
        say_question(question, aside=aside)
    _say_more(len(questions), aside)


def _say_more(number: int, aside: bool) -> None:
    """That there are more of a kind than were shown."""
    if number > _MOST_ALIKE:
        rest = number - _MOST_ALIKE
        told = ngettext("  … and {number} more like this", "  … and {number} more like this", rest)
        say(told.format(number=rest), aside=aside)


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


def is_read_at_once() -> bool:
    """Whether what is shown goes to a terminal, rather than into a file or another program."""
    return sys.stdout is not None and sys.stdout.isatty()


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
