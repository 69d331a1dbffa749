"""Rows that sum up others without saying so: they have no name, or one that is no school's, and
their figures are the sums or the means of the rows above or below.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Container, Iterator, Sequence

from letters_gen.facts.lines import Line
from letters_gen.facts.school_names import looks_like_a_school
from letters_gen.facts.schools import Directory
from letters_gen.facts.totals import sums_up

Figures = Sequence[int | None]


def without_sums(
    own: Sequence[Line], directory: Directory, keys: Sequence[str], tell: Callable[[Line], None]
) -> Sequence[Line]:
    """The rows without those that sum up others.

    Args:
        keys: the columns of counts.
        tell: told of each row that is left out.
    """
    doubtful = {line.number for line in own if _may_sum_up(line, directory)}
    if not doubtful:
        return own
    sums = dict.fromkeys(
        _sums([(line, [line.count(key) for key in keys]) for line in own], doubtful)
    )
    for line in sums:
        tell(line)
    return [line for line in own if line not in sums]


def _sums(rows: Sequence[tuple[Line, Figures]], doubtful: Container[int]) -> Iterator[Line]:
    """Those of the doubtful rows that sum up the others above them, or below."""
    below = deque(figures for line, figures in rows if line.number not in doubtful)
    above: list[Figures] = []
    for line, figures in rows:
        if line.number not in doubtful:
            below.popleft()
        elif sums_up(figures, above) or sums_up(figures, below):
            yield line
            continue
        above.append(figures)


def _may_sum_up(line: Line, directory: Directory) -> bool:
    if line.continues:
        return True
    is_known = line.inn or directory.by_name(line.name) is not None
    return not is_known and not looks_like_a_school(line.name)
