"""A column of words that is judged: what each school's cell says of the values that the column
knows; asked where it says something else, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from letters_gen.errors import Place
from letters_gen.facts.cells import NO_DATA
from letters_gen.facts.inquiry import Inquiry
from letters_gen.facts.lines import Line, texts_down
from letters_gen.facts.repeats import SchoolLines
from letters_gen.facts.silence import heading_of
from letters_gen.model.characters import holds_forbidden, without_forbidden
from letters_gen.model.column import Column
from letters_gen.model.folding import folded_alike
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import KnownValue, Question, SheetAnswer

YES, NO = "да", "нет"
_YES_NO: Mapping[str, tuple[str, ...]] = {
    YES: (
        "есть",
        "имеется",
        "имеют",
        "создан",
        "создано",
        "создана",
        "+",
        "1",
        "v",
        "✓",
        "✔",
        "yes",
        "истина",
    ),
    NO: (
        "отсутствует",
        "нету",
        "не создан",
        "не создано",
        "не создана",
        "не имеется",
        "0",
        "no",
        "ложь",
    ),
}
# Beside a plus a dash says no; else it may as well say that nobody knows.
_PLUS, _DASH = "+", "-"


def known_values(column: Column, bounds: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """The values that a judged column of words may have, each with its other spellings.

    Args:
        bounds: what it is judged by, where the settings name no values.
    """
    given = column.values or dict.fromkeys(bounds, ())
    if column.kind != "yes_no":
        return given
    both = dict(_YES_NO)
    for value, others in given.items():
        both[value] = (*both.get(value, ()), *others)
    return both


@dataclass
class TextColumn:
    """Reads one column of words; `oddities` grows as it does, and what it asks of `inquiry`:
    `unknown-value`, `blank-value`.

    Attributes:
        values: what it may say, empty where nothing is judged by it.
    """

    column: Column
    values: Mapping[str, tuple[str, ...]]
    file: str
    inquiry: Inquiry
    oddities: list[Oddity] = field(default_factory=list)
    _blank: list[SchoolLines] = field(default_factory=list)

    def read(self, schools: Iterable[SchoolLines]) -> list[str | None]:
        """What the first row of each school says."""
        kept = list(schools)
        texts = self._said([one.lines[0] for one in kept])
        if not self.values:
            return [text or None for text in texts]
        self._read_dashes(texts)
        self._blank = [one for one, text in zip(kept, texts, strict=True) if not text]
        meanings: dict[str, str | None] = {}
        for one, text in zip(kept, texts, strict=True):
            if text not in meanings:
                meanings[text] = self._meaning(text, one.lines[0])
        return [meanings[text] for text in texts]

    def _read_dashes(self, texts: Sequence[str]) -> None:
        if self.column.kind == "yes_no" and _PLUS in texts:
            self.values = {**self.values, NO: (*self.values[NO], _DASH)}

    def _meaning(self, text: str, line: Line) -> str | None:
        """The value that a text spells, by the settings or as the clerk says."""
        if not text:
            return self._asked_blank()
        for value, others in self.values.items():
            if _folded(text) in map(_folded, (value, *others)):
                return value
        return self._asked(text, line)

    def _asked(self, text: str, line: Line) -> str | None:
        """What the clerk says that an unknown text means."""
        values = tuple(self.values)
        arguments = {"found": text, "heading": heading_of(line, self.column), "values": values}
        question = Question(
            "unknown-value",
            Place(file=self.file, cell=line.at(self.column.key)),
            f"{self.column.key}/{text}",
            (*values, NO_DATA),
            None,
            KnownValue(self.column.key, text, values),
            arguments,
        )
        answer = self.inquiry.answer(question)
        return None if answer == NO_DATA else answer

    def _asked_blank(self) -> str | None:
        first = self._blank[0].lines[0]
        if self.column.key not in first.header.columns:
            return None
        arguments = {
            "heading": heading_of(first, self.column),
            "schools": [one.school.short_name for one in self._blank],
        }
        question = Question(
            "blank-value",
            Place(file=self.file, cell=first.at(self.column.key)),
            f"{self.column.key}/{len(self._blank)}",
            (NO_DATA, *self.values),
            None,
            SheetAnswer(),
            arguments,
        )
        answer = self.inquiry.answer(question)
        return None if answer == NO_DATA else answer

    def _said(self, lines: Sequence[Line]) -> list[str]:
        """The texts as a document can hold them; what had to be left out is told."""
        written = texts_down(lines, self.column.key)
        # One text for all rows that say it.
        texts = {
            text: without_forbidden(text) if holds_forbidden(text) else text
            for text in set(written)
        }
        for line, text in zip(lines, written, strict=True):
            if texts[text] != text:
                place = Place(file=self.file, cell=line.at(self.column.key))
                self.oddities.append(Oddity("characters-dropped", place, {"found": texts[text]}))
        return [texts[text] for text in written]


def _folded(text: str) -> str:
    return folded_alike(text).strip("!() ") or text.strip()
