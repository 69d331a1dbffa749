"""The one tree of errors: every expected failure of the program, as a value without words.

An error carries a stable code, the arguments of its sentence and the place it was met. The
sentence, and what to do about it, are made from them in `letters_gen.wording`, in the reader's
language. The class says the exit status.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Self, TypeVar


@dataclass(frozen=True)
class Place:
    """Where something was met: a file, and inside it a cell, a line or a paragraph.

    Attributes:
        file: the file's name or path as the reader knows it.
        sheet: the worksheet's name.
        cell: the cell in A1 notation, or a range of cells.
        line: the line of a text file, from 1.
        part: the part of a .docx package (`word/document.xml`).
        paragraph: the paragraph of that part, from 1.
        text: the text found there, for a place that is easier known by its words.
    """

    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None
    part: str | None = None
    paragraph: int | None = None
    text: str | None = None


class LettersError(Exception):
    """An expected failure: what happened (`code`, `arguments`), where (`place`), and how the
    command ends.

    Attributes:
        code: the stable name of the failure, worded in `letters_gen.wording`.
        place: where it was met, None where there is no one place.
        arguments: what the sentence names.
        also: other failures found in the same pass, so that all are told at once.
        exit_status: the status of the process (design: 1 data, 2 command line, 3 damage, 4 missing
            program).
    """

    exit_status = 1

    def __init__(
        self,
        code: str,
        place: Place | None = None,
        *,
        also: tuple[LettersError, ...] = (),
        **arguments: object,
    ) -> None:
        super().__init__(code, place, arguments)
        self.code: Final = code
        self.place: Final = place
        self.also: Final = also
        self.arguments: Final[Mapping[str, object]] = arguments

    def __reduce__(self) -> tuple[object, ...]:
        """How a failure comes out of a worker's process."""
        return _restored, (type(self), self.code, self.place, self.also, self.arguments)

    def at(self, place: Place) -> Self:
        """The same failure, met at `place`."""
        return type(self)(self.code, place, also=self.also, **self.arguments)

    def named(self, code: str) -> Self:
        """The same failure alone, under another name: where it is to be mended otherwise."""
        return type(self)(code, self.place, also=(), **self.arguments)

    def __str__(self) -> str:
        named = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"{self.code} at {self.place}: {named}" if self.place else f"{self.code}: {named}"


def _restored(
    kind: type[LettersError],
    code: str,
    place: Place | None,
    also: tuple[LettersError, ...],
    arguments: Mapping[str, object],
) -> LettersError:
    return kind(code, place, also=also, **arguments)


Fault = TypeVar("Fault", bound=LettersError)


def together(faults: Iterable[Fault]) -> Fault:
    """`faults`, at least one, as a single error: the first, which tells the others too."""
    first, *others = faults
    also = list(first.also)
    for other in others:
        also += [other, *other.also]
    return type(first)(first.code, first.place, also=tuple(also), **first.arguments)


class InputError(LettersError):
    """Something in the data or in the workspace must be mended by the clerk."""

    exit_status = 1


class CommandLineError(LettersError):
    """The command was given wrongly, or can't ask what it needs to know."""

    exit_status = 2


class DamageError(LettersError):
    """The register or an issued file isn't what was recorded."""

    exit_status = 3


class UnavailableError(LettersError):
    """A program or a server that the command needs is missing."""

    exit_status = 4
