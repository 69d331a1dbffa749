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
    r"|\b(?:все|всех|количество|число) (?:школы?|оо|организаци\w+|учреждени\w+)\b"
    r"|^(?:школы|оо|организации|учреждения) (?:района|республики|округа|города)$"
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
    if min(len(columns), len(rows)) < _FEWEST or not any(figures):
        return False
    sums = [_sum(rows, at) for at in columns]
    stated = [figures[at] or 0 for at in columns]
    means = [Fraction(one, len(rows)) for one in sums]
    return stated == sums or all(map(_is_near, stated, means))


def _sum(rows: Iterable[Sequence[int | None]], at: int) -> int:
    return sum(row[at] or 0 for row in rows)


def _is_near(figure: int, mean: Fraction) -> bool:
    return abs(figure - mean) <= Fraction(1, 2)
