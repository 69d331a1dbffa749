"""Rows that sum up others: known by the words of their name cell, or by being the sums or means of
what stands above.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from letters_gen.model.folding import folded_alike

# As they read folded; «средняя» is a kind of school.
_WORDS = re.compile(
    r"\b(?:итого|итог|итоги|всего|свод|сводн\w*|средний|среднее|средн|сумма|"
    r"в среднем|в том числе|из них)\b"
    r"|\bпо (?:\w+ )?(?:району|району|республике|муниципальн\w+|мр|округу|городу|области|краю)\b"
)
_SPACED = re.compile(r"\b(?:[а-я] ){3,}[а-я]\b")
_FEWEST = 2


def names_total(name: str) -> bool:
    """Whether the words of a name cell say that its row sums up others: `И Т О Г О`, `Всего по
    району:`.
    """
    text = folded_alike(name)
    text = _SPACED.sub(lambda spaced: spaced[0].replace(" ", ""), text)
    return _WORDS.search(text) is not None


def sums_up(figures: Sequence[int | None], above: Iterable[Sequence[int | None]]) -> bool:
    """Whether `figures` are the sums, or the means, of the rows above them, column by column."""
    rows = list(above)
    columns = [position for position, figure in enumerate(figures) if figure is not None]
    if len(columns) < _FEWEST or len(rows) < _FEWEST or not any(figures):
        return False
    sums = {at: sum(row[at] or 0 for row in rows) for at in columns}
    if all(figures[at] == sums[at] for at in columns):
        return True
    return all(_is_near(figures[at], Fraction(sums[at], len(rows))) for at in columns)


def _is_near(figure: int | None, mean: Fraction) -> bool:
    return figure is not None and abs(figure - mean) <= Fraction(1, 2)
