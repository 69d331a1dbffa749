"""Whatever a sheet holds, it ends in facts or in a refusal, and what was answered is never asked
again.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from benchmarks.offices import HEADINGS
from conftest import ROOT
from hypothesis import given
from hypothesis import settings as checked_by
from hypothesis import strategies as st

from letters_gen.errors import LettersError
from letters_gen.facts.monitoring import Reading, read_monitoring
from letters_gen.facts.schools import Directory
from letters_gen.model.question import Question
from letters_gen.model.school import School
from letters_gen.model.settings import Settings
from letters_gen.office.settings import load_settings

DISTRICT = "Цунтинский район"
TITLES = st.sampled_from(
    [
        "",
        "Мониторинг за период с 08.04.2023 по 14.04.2023",
        "с 01.04.2023 по 07.04.2023 и с 08.04.2023 по 14.04.2023",
        "с 31.02.2023 по 7.03.2023",
    ]
)
# All headings, and what somebody did to them: one left out, put twice, written otherwise.
CHANGES = st.dictionaries(
    st.integers(0, len(HEADINGS) + 1),
    st.sampled_from([*HEADINGS, "Зарегистрированно", "Статус", ""]),
    max_size=2,
)
CELLS = st.one_of(
    st.sampled_from(
        [
            DISTRICT,
            "МР «Цунтинский р-н»",
            "Иной район",
            "МКОУ «Первая СОШ»",
            "МКОУ «Вторая СОШ»",
            "Итого",
            "0538031006",
            538031006,
            "12 чел.",
            "н/д",
            -1,
            1.5,
            True,
            datetime(2023, 4, 14),
            "\x02",
            "٣",
        ]
    ),
    st.integers(0, 50),
    st.text(st.characters(codec="utf-8"), max_size=6),
    st.none(),
)
NAMES = st.sampled_from(["МКОУ «Первая СОШ»", "МКОУ «Вторая СОШ»", "Итого", ""])
ROWS = st.lists(
    st.tuples(st.sampled_from([DISTRICT, "Иной район", ""]), NAMES, st.lists(CELLS, max_size=11)),
    max_size=6,
)


@pytest.fixture(scope="module")
def settings() -> Settings:
    return load_settings(ROOT / "letters.toml")


Sent = tuple[str, str, list[object]]


def written(path: Path, title: str, changes: dict[int, str], rows: list[Sent]) -> Path:
    """A sheet as somebody might have sent it: headings changed, cells of any kind."""
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy"})
    sheet = book.add_worksheet("Лист")
    sheet.write(0, 0, title)
    for column, heading in {**dict(enumerate(HEADINGS)), **changes}.items():
        sheet.write_string(2, column, heading)
    for number, (district, name, cells) in enumerate(rows, 3):
        for column, cell in enumerate((district, name, *cells)):
            write = sheet.write_string if isinstance(cell, str) else sheet.write
            write(number, column, cell)
    book.close()
    return path


def any_answer(question: Question) -> str:
    """An answer that can be one."""
    if question.choices:
        return question.choices[-1]
    return "08.04.2023-14.04.2023"


@checked_by(deadline=None, max_examples=50)  # each is read in a process of its own
@given(title=TITLES, changes=CHANGES, rows=ROWS)
def test_any_sheet_ends_in_facts_or_in_a_refusal(
    tmp_path_factory: pytest.TempPathFactory,
    settings: Settings,
    title: str,
    changes: dict[int, str],
    rows: list[Sent],
) -> None:
    path = written(tmp_path_factory.mktemp("sheets") / "неделя.xlsx", title, changes, rows)
    directory = Directory((School("0538031006", "МКОУ «Первая СОШ»"),))
    answers: dict[str, str] = {}
    reading: Reading | None = None
    while reading is None or reading.questions:
        try:
            reading = read_monitoring(path, settings, directory, None, answers)
        except LettersError:
            return
        new = {question.id: any_answer(question) for question in reading.questions}
        assert new.keys().isdisjoint(answers)
        if any(key.startswith("column-missing:") for key in new):
            return
        answers |= new
    assert reading.monitoring is not None
