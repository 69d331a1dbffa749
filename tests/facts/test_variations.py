"""The true week as people write it: read rightly, or asked about; never other facts."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from sheet_variations import ASKED, FULL_NAMES, READ
from true_week import ASKED as IS_ASKED
from true_week import HEADINGS, RIGHT, WRONG, outcome, true_week, write

from letters_gen.facts import monitoring
from letters_gen.facts.reading.child import grids_of
from letters_gen.facts.schools import Directory, read_directory
from letters_gen.model.settings import Settings
from letters_gen.office.settings import load_settings


@pytest.fixture(scope="module")
def office() -> tuple[Settings, Directory]:
    directory = read_directory(ROOT / "data/schools.csv")
    FULL_NAMES.update({school.short_name: school.full_name for school in directory.schools})
    return load_settings(ROOT / "letters.toml"), directory


@pytest.fixture(autouse=True)
def read_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process for each of hundreds of sheets would take minutes."""
    monkeypatch.setattr(
        monitoring, "read_grids", lambda path: grids_of(path.read_bytes(), path.name)
    )


@pytest.mark.parametrize("name", READ)
def test_a_sheet_as_people_write_it_is_read_rightly(
    tmp_path: Path, office: tuple[Settings, Directory], name: str
) -> None:
    table = true_week()
    READ[name](table)
    assert outcome(write(table, tmp_path / "лист.xlsx"), *office) == RIGHT


@pytest.mark.parametrize("name", ASKED)
def test_a_sheet_that_can_t_be_read_for_certain_is_asked_about(
    tmp_path: Path, office: tuple[Settings, Directory], name: str
) -> None:
    table = true_week()
    ASKED[name](table)
    assert outcome(write(table, tmp_path / "лист.xlsx"), *office).startswith(IS_ASKED)


CHANGES = st.lists(
    st.sampled_from(["rows", "columns", "heading", "blank row", "blank column", "cell"]),
    min_size=1,
    max_size=4,
)
STATUSES = ("Активен", "Не активен")
NOISE = ["", "-", "н/д", "Итого", "12 чел.", "1,000", "Зарегистрировано", -1, 0, 7, 3.5, "Активен"]


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), changes=CHANGES)
def test_a_shuffled_sheet_is_read_rightly_or_asked_about(
    tmp_path_factory: pytest.TempPathFactory,
    office: tuple[Settings, Directory],
    seed: int,
    changes: list[str],
) -> None:
    chance, table = random.Random(seed), true_week()
    for change in changes:
        if change == "rows":
            chance.shuffle(table.rows)
        elif change == "columns":
            order = chance.sample(range(len(table.header[0])), len(table.header[0]))
            table.header = [[row[at] for at in order] for row in table.header]
            table.rows = [[row[at] for at in order] for row in table.rows]
        elif change == "heading":
            at = chance.randrange(len(table.header[0]))
            table.header[0][at] = chance.choice([*HEADINGS, "Иное", None])
        elif change == "blank row":
            table.rows.insert(chance.randrange(len(table.rows)), [None] * len(table.header[0]))
        elif change == "blank column":
            at = chance.randrange(len(table.header[0]))
            for row in (*table.header, *table.rows):
                row.insert(at, None)
        else:
            row = chance.choice(table.rows)
            at = chance.randrange(len(row))
            # Another plausible count or status can't be told from the true one.
            noise = chance.choice(NOISE)
            is_another_status = row[at] in STATUSES and noise in STATUSES
            if not isinstance(row[at], int) and not is_another_status:
                row[at] = noise
    path = tmp_path_factory.mktemp("sheets") / "лист.xlsx"
    found = outcome(write(table, path), *office)
    assert not found.startswith(WRONG), found
