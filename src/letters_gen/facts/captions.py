"""What stands over each column of a header: its heading, and the groups above that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from letters_gen.facts.grid import Area, Grid
from letters_gen.facts.headings import (
    is_bare_percent,
    is_bare_unit,
    is_of_others,
    says_another_time,
    says_one_of,
    says_percent,
    says_unit,
)
from letters_gen.model.column import Column


@dataclass(frozen=True)
class Words:
    """A cell of a header, in one line."""

    row: int
    column: int
    text: str


@dataclass(frozen=True)
class Caption:
    """What stands over one column, from the top: groups, then its heading, then perhaps a unit."""

    column: int
    words: tuple[Words, ...]

    @cached_property
    def _core(self) -> tuple[Words, ...]:
        """Its words without the units at their end."""
        core = list(self.words)
        while len(core) > 1 and _is_unit(core[-1].text):
            core.pop()
        return tuple(core)

    @property
    def heading(self) -> Words:
        """Its lowest words that are no unit."""
        return self._core[-1]

    @property
    def text(self) -> str:
        """All of it: `Сотрудники / Всего`."""
        return " / ".join(words.text for words in self.words)

    @cached_property
    def is_percent(self) -> bool:
        """Whether the column holds percentages."""
        units = self.words[len(self._core) - 1 :]
        return any(says_percent(words.text) for words in units)

    @cached_property
    def is_open(self) -> bool:
        """Whether it says neither of percentages nor of what is counted."""
        units = self.words[len(self._core) - 1 :]
        return not self.is_percent and not any(says_unit(words.text) for words in units)

    @property
    def is_of_now(self) -> bool:
        """Whether the column may be this week's: neither a plan nor last week's."""
        return not any(says_another_time(words.text) for words in self.words[1:])

    def is_headed(self, column: Column) -> bool:
        """Whether its heading is one of `column`'s, written in one row or over several."""
        texts = [words.text for words in self._core]
        joined = (" ".join(texts[first:]) for first in range(len(texts)))
        return any(says_one_of(text, column.headings) for text in joined)

    def is_under(self, column: Column) -> bool:
        """Whether a group above its heading reads as a heading of `column`."""
        return any(says_one_of(words.text, column.headings) for words in self._core[:-1])

    def is_in_group(self, column: Column) -> bool:
        """Whether it stands in a group of `column`, or its heading names both:
        `Сотрудники, всего`.
        """
        if any(says_one_of(words.text, column.group) for words in self._core[:-1]):
            return True
        return self.names_group(column)

    def names_group(self, column: Column) -> bool:
        """Whether its heading names both a group and a heading of `column`."""
        joined = [
            f"{first} {second}"
            for group in column.group
            for heading in column.headings
            for first, second in ((group, heading), (heading, group))
        ]
        return says_one_of(self.heading.text, joined)

    def doubted_group(self, column: Column) -> str:
        """The group above it that makes it doubtful whether it is `column`'s: of other people, of
        another time, of percentages; '' where there is none.
        """
        if column.is_text or self.is_in_group(column):
            return ""
        own = (*column.headings, column.title)
        for words in self._core[:-1]:
            in_percent = not column.is_percent and says_percent(words.text)
            if is_of_others(words.text, own) or (in_percent and not says_unit(words.text)):
                return words.text
        return ""

    def may_hold(self, column: Column) -> bool:
        """Whether it holds what `column` does: percentages or not."""
        return column.is_text or self.is_percent == column.is_percent


def _is_unit(text: str) -> bool:
    return is_bare_unit(text) or is_bare_percent(text)


def captions_of(grid: Grid, first: int, last: int) -> Iterator[Caption]:
    """What stands over each column that has anything over it, of the header in these rows."""
    width = max(len(grid.rows[row]) for row in range(first, last + 1))
    above: dict[int, list[Words]] = {column: [] for column in range(width)}
    for row in range(first, last + 1):
        for column, words in _row_words(grid, row, last, width, above):
            if words not in above[column]:
                above[column].append(words)
    for column, found in above.items():
        if found:
            yield Caption(column, tuple(found))


def _row_words(
    grid: Grid, row: int, last: int, width: int, above: dict[int, list[Words]]
) -> Iterator[tuple[int, Words]]:
    """Which words of a row stand over which column: a group over all of its own."""
    current: Words | None = None
    area: Area | None = None
    for column in range(width):
        text = text_at(grid, row, column)
        if text:
            current, area = Words(row, column, text), grid.merge_of(row, column)
            yield column, current
        elif current and _spans(grid, current, area, column, last, above):
            yield column, current
        else:
            current = None


def _spans(
    grid: Grid,
    words: Words,
    area: Area | None,
    column: int,
    last: int,
    above: dict[int, list[Words]],
) -> bool:
    """Whether a group goes on over `column`: by its merged range; without one over columns that are
    divided further below it, within the group above.
    """
    if area is not None:
        return (words.row, column) in area
    groups = [one for one in above[words.column] if one != words]
    return (
        groups == above[column]
        and _is_divided(grid, words.row, words.column, last)
        and _is_divided(grid, words.row, column, last)
    )


def _is_divided(grid: Grid, row: int, column: int, last: int) -> bool:
    return any(text_at(grid, below, column) for below in range(row + 1, last + 1))


def text_at(grid: Grid, row: int, column: int) -> str:
    """The text of a header's cell in one line, '' where there is none."""
    cells = grid.rows[row]
    cell = cells[column] if column < len(cells) else ""
    return " ".join(cell.split()) if isinstance(cell, str) else ""
