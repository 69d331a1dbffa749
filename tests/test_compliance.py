"""Judging: exact quotients, no data is never a finding, a district's share is a quotient of
sums.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters_gen.compliance import figure, findings, meets, ranges
from letters_gen.model.judgement import FigureRule, Indicator, Relation, Requirement, Source
from letters_gen.model.monitoring import Cells, Layout, Monitoring, Row
from letters_gen.model.period import Period
from letters_gen.model.school import School

SHARE = Indicator(
    "share",
    "Доля",
    Source(("part", "whole")),
    Requirement(Relation.AT_LEAST, Fraction(4, 5)),
    "сделать",
    "доля",
)
RULE = FigureRule("доля", "Доля", Source(("part", "whole")))
LAYOUT = Layout("Л", {"part": "A", "whole": "B"})
counts = st.one_of(st.none(), st.integers(0, 1000))


def monitoring(pairs: list[tuple[int | None, int | None]]) -> Monitoring:
    rows = [
        Row(School("", f"Школа {number}"), Cells(LAYOUT, number, pair))
        for number, pair in enumerate(pairs, 1)
    ]
    return Monitoring(
        Period(date(2023, 4, 8), date(2023, 4, 14)), "Л", ("part", "whole"), tuple(rows)
    )


@pytest.mark.parametrize("pair", [(None, 5), (5, None), (None, None), (0, 0)])
def test_no_data_is_never_a_finding(pair: tuple[int | None, int | None]) -> None:
    assert findings(monitoring([pair]), [SHARE]) == []


@given(st.lists(st.tuples(counts, counts), max_size=20))
def test_exactly_those_below_the_requirement_are_found(
    pairs: list[tuple[int | None, int | None]],
) -> None:
    found = {finding.school.short_name for finding in findings(monitoring(pairs), [SHARE])}
    below = {
        f"Школа {n}"
        for n, (part, whole) in enumerate(pairs, 1)
        if part is not None and whole and 5 * part < 4 * whole
    }
    assert found == below


@given(st.lists(st.tuples(counts, counts), max_size=20))
def test_the_districts_share_is_the_quotient_of_sums_over_rows_with_both_counts(
    pairs: list[tuple[int | None, int | None]],
) -> None:
    got = figure(monitoring(pairs).rows, RULE)
    both = [(part, whole) for part, whole in pairs if part is not None and whole is not None]
    whole = sum(whole for _, whole in both)
    assert got.value == (Fraction(sum(part for part, _ in both), whole) if whole else None)
    assert len(got.left_out) == len(pairs) - len(both)


def test_a_finding_carries_its_cells() -> None:
    [finding] = findings(monitoring([(1, 2)]), [SHARE])
    assert finding.cells == ("Л!A1", "Л!B1")


@pytest.mark.parametrize(
    ("value", "relation", "bound", "is_met"),
    [
        (1, Relation.AT_LEAST, 1, True),
        (0, Relation.AT_LEAST, 1, False),
        (3, Relation.AT_MOST, 3, True),
        (4, Relation.AT_MOST, 3, False),
        ("активен ", Relation.EQUALS, "Активен", True),
        ("Не активен", Relation.EQUALS, "Активен", False),
    ],
)
def test_a_value_meets_its_requirement_or_not(
    value: int | str, relation: Relation, bound: int | str, is_met: bool
) -> None:
    assert meets(value, Requirement(relation, bound)) is is_met


def test_cells_that_touch_are_joined() -> None:
    layout = Layout("Л", {"part": "H", "whole": ""})
    rows = [Row(School("", "А"), Cells(layout, line, (1, 1))) for line in (6, 7, 9, 12, 13)]
    assert ranges(rows, "part") == ["Л!H6:H7", "Л!H9", "Л!H12:H13"]
    assert ranges(rows, "whole") == ranges([], "part") == []
