"""What isn't certain, as a value: what is assumed, what else it may be, and where the answer is
kept (design §6.7).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from letters_gen.errors import InputError, Place
from letters_gen.model.entry import EntryKey

# What of a sheet was answered: the id of its question -> the answer.
Answers = Mapping[str, str]


@dataclass(frozen=True)
class DirectoryCell:
    """A cell of the directory.

    Attributes:
        line: its line, from 1.
        column: the key of its column: "sex", ("head", "dative").
        school: what the line must call the school: the file may have been changed since.
    """

    line: int
    column: str | tuple[str, str]
    school: str


@dataclass(frozen=True)
class SettingsKey:
    """A key of letters.toml, known by the keys that lead to it: the answer is its value, or is
    added to the list that stands there.
    """

    keys: tuple[str, ...]
    is_list: bool = False


@dataclass(frozen=True)
class OtherName:
    """The directory's column of other names, in the line of the school that the answer names; any
    other answer is the sheet's own.

    Attributes:
        name: what the sheet calls the school; it is kept.
        lines: the lines of the schools that may be meant, by what the answers call them.
    """

    name: str
    lines: Mapping[str, int]


@dataclass(frozen=True)
class KnownValue:
    """The spellings of the value that the answer names, in `values` of a column of letters.toml;
    any other answer is the sheet's own.

    Attributes:
        column: the column's key.
        text: how the sheet spells the value; it is kept.
        values: the values that the column has.
    """

    column: str
    text: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class SheetAnswer:
    """The table [answers] of the sheet's sidecar, under the question's id: what is true of one
    sheet only.
    """


@dataclass(frozen=True)
class EntryAnswer:
    """The register: which of `lines`, if any, is the document whose key is `about`.

    Attributes:
        lines: the entries that the first of the choices name, in their order.
    """

    lines: tuple[EntryKey, ...]
    about: EntryKey


@dataclass(frozen=True)
class ThisRun:
    """Nowhere: it is true of this run only."""


@dataclass(frozen=True, eq=False)
class Question:
    """A question that the data leave open; its words are made in `letters_gen.wording`.

    Attributes:
        code: its stable name.
        source: where it was met: a cell of the sheet, a line of the directory.
        subject: what it is about, so that the same question is known again.
        choices: what it may be, the likeliest first.
        assumed: what is taken where nobody answers; None where nothing can be: then nothing is
            issued.
        kept_in: where the answer is kept.
        arguments: what its sentence names.
        others: a regular expression of what else may be answered, '' where only the choices may be.
    """

    code: str
    source: Place
    subject: str
    choices: tuple[str, ...]
    assumed: str | None
    kept_in: (
        DirectoryCell | OtherName | SettingsKey | KnownValue | SheetAnswer | EntryAnswer | ThisRun
    )
    arguments: Mapping[str, object] = field(default_factory=dict)
    others: str = ""

    @property
    def id(self) -> str:
        """A stable id: the code and what it is about."""
        return f"{self.code}:{self.subject}"

    @property
    def is_open(self) -> bool:
        """Whether it must be answered before anything is issued."""
        return self.assumed is None

    @property
    def fault(self) -> InputError:
        """The failure that it is while nobody answers."""
        return InputError(self.code, self.source, also=(), **self.arguments)

    def accepts(self, answer: str) -> bool:
        """Whether `answer` can be one: a choice, or text of the shape that others have."""
        return answer in self.choices or bool(self.others and re.fullmatch(self.others, answer))
