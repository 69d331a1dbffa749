"""What click would show in English of its own, or by inner names, in the words that are spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import click

from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked

_WORD = re.compile(r"[A-Z]+")
# The placeholders of usage lines and options.
PLACEHOLDERS = (
    marked("ARGS"),
    marked("COMMAND"),
    marked("D"),
    marked("DIR"),
    marked("FILE"),
    marked("HASH"),
    marked("KEY"),
    marked("LETTER"),
    marked("N"),
    marked("NAME"),
    marked("NEW"),
    marked("NUMBER"),
    marked("OLD"),
    marked("OPTIONS"),
    marked("PATH"),
    marked("REASON"),
    marked("SCHOOL"),
    marked("T"),
    marked("TEXT"),
    marked("TYPE"),
    marked("URL"),
    marked("Y"),
)


class WordChoice(click.Choice[str]):
    """One of several values, shown and typed as words; the values themselves are taken too."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """`words` has the word of each value."""
        super().__init__(list(words))
        self._words = words

    def normalize_choice(self, choice: Any, ctx: click.Context | None) -> str:
        """The word of a value, or what was typed, in small letters."""
        text = str(choice).casefold()
        return self._words.get(text, text).casefold()

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """What may be answered instead."""
        accepted = ", ".join(self._words.values())
        return _("{found} is none of these: {accepted}.").format(found=value, accepted=accepted)


class Whole(click.IntRange):
    """A whole number between bounds, or any."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number that `value` writes; fails with a message otherwise."""
        try:
            number = int(value)
        except ValueError:
            self.fail(_("{found} is no whole number.").format(found=value), param, ctx)
        if number < (self.min or number) or number > (self.max or number):
            told = _("{found} is not {range}.")
            self.fail(told.format(found=number, range=self._describe_range()), param, ctx)
        return number

    def _describe_range(self) -> str:
        """The bounds in words; click shows them in the help."""
        if self.min is None:
            return ""
        if self.max is None:
            return _("{least} or more").format(least=self.min)
        return _("from {least} to {most}").format(least=self.min, most=self.max)


YEAR = Whole()


def speak_usage(command: click.Command) -> None:
    """Put the placeholders of a command, and of all below it, into the language that is spoken."""
    for one in _commands(command):
        one.options_metavar = spoken(one.options_metavar or "")
        if isinstance(one, click.Group):
            one.subcommand_metavar = spoken(one.subcommand_metavar or "")
        for parameter in one.params:
            if not _speaks_for_itself(parameter):
                shown = parameter.make_metavar(click.Context(one))
                parameter.metavar = spoken(shown)


def spoken(metavar: str) -> str:
    """`[OPTIONS]`, `NUMBER…` in the language that is spoken; other words as they are."""
    return _WORD.sub(lambda word: _(word.group()), metavar)


def _commands(command: click.Command) -> Iterator[click.Command]:
    yield command
    if isinstance(command, click.Group):
        for below in command.commands.values():
            yield from _commands(below)


def _speaks_for_itself(parameter: click.Parameter) -> bool:
    """Whether there is nothing to put into words: a flag, or a choice of values."""
    is_flag = isinstance(parameter, click.Option) and parameter.is_flag
    return is_flag or (parameter.metavar is None and isinstance(parameter.type, click.Choice))
