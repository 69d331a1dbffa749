"""The covering letter beside its sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from clerk import PRINTED_WEEK, Clerk
from hypothesis import given
from hypothesis import strategies as st

from letters_gen.model.basis import Basis, BasisAnswers
from letters_gen.office.sidecar import keep_answers, keep_basis, read_sidecar

BASIS = Basis("Министерство", "1", date(2023, 4, 17))


def test_a_kept_basis_is_read_back(tmp_path: Path) -> None:
    sheet = tmp_path / "2023-04-14.xlsx"
    keep_basis(sheet, BASIS)
    assert read_sidecar(sheet).basis == BasisAnswers("Министерство", "1", date(2023, 4, 17))


def test_answers_are_kept_beside_the_covering_letter_and_read_back(tmp_path: Path) -> None:
    sheet = tmp_path / "2023-04-14.xlsx"
    keep_basis(sheet, BASIS)
    before = sheet.with_suffix(".toml").read_text(encoding="utf-8")
    keep_answers(sheet, {"heading-twice:registered": "Мониторинг!H5"})
    keep_answers(sheet, {'period-twice:Лист "1"': "08.04.2023-14.04.2023"})
    assert sheet.with_suffix(".toml").read_text(encoding="utf-8").startswith(before)
    assert read_sidecar(sheet).answers == {
        "heading-twice:registered": "Мониторинг!H5",
        'period-twice:Лист "1"': "08.04.2023-14.04.2023",
    }


def test_keeping_a_basis_keeps_all_else_as_it_was(tmp_path: Path) -> None:
    sidecar = tmp_path / "2023-04-14.toml"
    sidecar.write_text('# пришло с курьером\n[answers]\nscale = "percent"\n', encoding="utf-8")
    keep_basis(sidecar.with_suffix(".xlsx"), BASIS)
    text = sidecar.read_text(encoding="utf-8")
    assert text.startswith('# пришло с курьером\n[answers]\nscale = "percent"\n')
    assert 'author = "Министерство"' in text


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


@given(st.dictionaries(TEXTS, TEXTS, min_size=1, max_size=4))
def test_any_answer_under_any_id_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, answers: dict[str, str]
) -> None:
    sheet = tmp_path_factory.mktemp("sheets") / "2023-04-14.xlsx"
    keep_basis(sheet, BASIS)
    for identity, answer in answers.items():
        keep_answers(sheet, {identity: answer})
    assert read_sidecar(sheet).answers == answers
    assert read_sidecar(sheet).basis == BasisAnswers(BASIS.author, BASIS.number, BASIS.date)


@pytest.mark.parametrize(
    "wrong", ["[answers]\nscale = 5", "answers = 5", "[basis]\nnumber = 1\ndate = 2"]
)
def test_all_values_of_another_kind_are_told_at_once(
    clerk: Clerk, workspace: Path, wrong: str
) -> None:
    (workspace / "data/monitoring/2023-04-14.toml").write_text(wrong, encoding="utf-8")
    answer = clerk(*PRINTED_WEEK)
    assert (answer.status, answer.err.count("✗")) == (1, wrong.count("=")), answer.err


@pytest.mark.parametrize(
    "wrong", ["number = 5", 'date = "17.04.2023"', "date = 2023-04-17T10:00:00"]
)
def test_a_value_of_another_kind_is_refused_with_its_line(
    clerk: Clerk, workspace: Path, wrong: str
) -> None:
    (workspace / "data/monitoring/2023-04-14.toml").write_text(
        f"[basis]\n{wrong}\n", encoding="utf-8"
    )
    answer = clerk(*PRINTED_WEEK)
    assert (answer.status, "2023-04-14.toml, строка 2" in answer.err) == (1, True)
