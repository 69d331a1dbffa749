"""Why a document says what it says: out of its entry alone, whatever the settings are today."""

from __future__ import annotations

from datetime import date

import pytest

from letters_gen.documents.grounds import Ground, figure_grounds, finding_grounds
from letters_gen.model.entry import Entry, EntryKey
from letters_gen.model.period import Period
from letters_gen.model.statement import (
    JudgedRow,
    OwnStatement,
    SharedStatement,
    StatedFigure,
    StatedFigureRule,
    StatedIndicator,
    StatedRules,
    StatedSheet,
    StatedWeek,
)

PERIOD = Period(date(2023, 4, 8), date(2023, 4, 14))
RULES = StatedRules(
    columns={"wrote": "Написали", "registered": "Зарегистрировано", "status": "Статус"},
    indicators={
        "profile": StatedIndicator("Статус профиля", "Активен", ("status",)),
        "share": StatedIndicator("Доля", "не менее 100%", ("wrote", "registered")),
    },
    figures={"silent": StatedFigureRule("Доля молчащих", True, ("wrote", "registered"))},
)
SHEET = StatedSheet(
    "data/monitoring/2023-04-14.xlsx",
    "0" * 64,
    "Мониторинг",
    {"wrote": "I", "registered": "H", "status": "F"},
)
ROW = JudgedRow(
    "МКОУ «Генухская СОШ»",
    "0538031140",
    {"wrote": 7, "registered": 8, "status": "Не активен"},
    ("profile", "share"),
    27,
)
FIGURES = {"silent": StatedFigure(30, 40, ("Мониторинг!I6:I27", "Мониторинг!H6:H27"))}


def entry(shared: SharedStatement, own: OwnStatement) -> Entry:
    """An entry that states these."""
    return Entry(
        key=EntryKey("notice", PERIOD.subject, ROW.inn),
        series="outgoing",
        year=2023,
        seq=220,
        suffix="",
        number="01-16/220",
        date=date(2023, 4, 18),
        state="issued",
        addressee="Директору",
        school=ROW.school,
        workspace="w",
        batch=1,
        shared=shared,
        own=own,
    )


def test_each_finding_has_its_value_its_rule_and_its_cells() -> None:
    week = SharedStatement(week=StatedWeek(PERIOD, RULES), sheet=SHEET)
    assert list(finding_grounds(entry(week, OwnStatement(rows=(ROW,))))) == [
        Ground(
            ROW.school, "profile", "Статус профиля", "Не активен", "Активен", ("Мониторинг!F27",)
        ),
        Ground(
            ROW.school,
            "share",
            "Доля",
            "87,5% (7 / 8)",
            "не менее 100%",
            ("Мониторинг!I27", "Мониторинг!H27"),
        ),
    ]


@pytest.mark.parametrize(
    ("compared", "own"), [(FIGURES, None), (None, FIGURES)], ids=["a notice", "a letter to all"]
)
def test_the_district_s_figures_are_told_wherever_they_are_stated(
    compared: dict[str, StatedFigure] | None, own: dict[str, StatedFigure] | None
) -> None:
    shared = SharedStatement(week=StatedWeek(PERIOD, RULES, figures=compared), sheet=SHEET)
    [ground] = figure_grounds(entry(shared, OwnStatement(rows=(ROW,), figures=own)))
    assert (ground.value, ground.rule, ground.cells) == (
        "25%",
        "100% − «Написали» / «Зарегистрировано» = 100% − 30 / 40",
        ("Мониторинг!I6:I27", "Мониторинг!H6:H27"),
    )


def test_a_register_that_kept_no_rules_tells_no_grounds() -> None:
    old = entry(SharedStatement(week=StatedWeek(PERIOD)), OwnStatement(rows=(ROW,)))
    assert [*finding_grounds(old), *figure_grounds(old)] == []


def test_a_document_without_a_sheet_has_none() -> None:
    plain = entry(SharedStatement(heading="О смотре"), OwnStatement())
    assert [*finding_grounds(plain), *figure_grounds(plain)] == []
