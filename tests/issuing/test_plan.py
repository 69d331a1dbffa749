"""A plan is a value: equal plans have equal fingerprints, and making one writes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from clerk import PRINTED_NOTICES, PRINTED_WEEK, Clerk
from edits import change_directory, change_settings, change_template, drop_school, sheet_changed

from letters_gen.errors import InputError
from letters_gen.issuing.ground import week_ground
from letters_gen.issuing.plan import Plan
from letters_gen.issuing.planning import make_plan
from letters_gen.issuing.request import Request
from letters_gen.model.basis import BasisAnswers
from letters_gen.office.settings import load_settings
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register
from letters_gen.week.survey import survey

REQUEST = Request(type="weekly", today=date(2023, 4, 18))


def planned(folder: Path, request: Request = REQUEST) -> Plan:
    """The plan of the printed week."""
    workspace = Workspace(folder)
    settings = load_settings(workspace.settings)
    register = Register.at(workspace.register, "", settings.office.id)
    sheet = workspace.monitoring / "2023-04-14.xlsx"
    surveyed = survey(workspace, settings, register, sheet, None)
    basis = request.basis if request.basis.whole else surveyed.basis
    return make_plan(week_ground(surveyed), replace(request, basis=basis), register)


def test_equal_plans_have_equal_fingerprints_and_nothing_is_written(workspace: Path) -> None:
    before = sorted(workspace.rglob("*"))
    assert planned(workspace).fingerprint == planned(workspace).fingerprint
    assert sorted(workspace.rglob("*")) == before


@pytest.mark.parametrize(
    "request_",
    [
        replace(REQUEST, day=date(2023, 4, 19)),
        replace(REQUEST, basis=BasisAnswers("Другое министерство", "1", date(2023, 4, 17))),
    ],
)
def test_what_the_document_would_state_shows_in_the_fingerprint(
    workspace: Path, request_: Request
) -> None:
    assert planned(workspace, request_).fingerprint != planned(workspace).fingerprint


def test_a_plan_without_its_basis_is_refused(workspace: Path) -> None:
    (workspace / "data/monitoring/2023-04-14.toml").unlink()
    with pytest.raises(InputError) as caught:
        planned(workspace)
    assert caught.value.arguments == {"missing": ["author", "number", "date"]}


def test_a_school_that_the_directory_lacks_comes_last_and_to_its_post(
    clerk: Clerk, workspace: Path
) -> None:
    drop_school(workspace, "Берихинская")
    report = clerk(*PRINTED_NOTICES, "--yes", "--json").json
    assert report["documents"][-1]["addressee"].startswith("Руководителю МКОУ «Берихинская ООШ»")


def test_schools_named_that_dont_fall_short_are_told_as_such(clerk: Clerk) -> None:
    answer = clerk(*PRINTED_NOTICES, "--yes", "--only", "МКОУ «Генухская СОШ»")
    assert (answer.status, "у названных школ замечаний нет" in answer.out) == (0, True)


def test_a_dry_run_sees_a_number_that_a_file_bears(clerk: Clerk, workspace: Path) -> None:
    folder = workspace / "letters/2023"
    folder.mkdir(parents=True)
    (folder / "01-16_221 чужое.docx").touch()
    answer = clerk(*PRINTED_NOTICES, "--dry-run")
    assert (answer.status, "01-16_221 чужое.docx" in answer.err) == (3, True)


def test_a_correction_says_what_will_differ_in_each_document(clerk: Clerk, workspace: Path) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    change_settings(workspace, "deadline = 5 ", "deadline = 6 ")
    change_settings(workspace, 'name = "Магомедова П.П."', 'name = "Алиева А.А."')
    change_directory(workspace, "Черных Ольга Викторовна", "Черных Оксана Вадимовна")
    planned = clerk(*PRINTED_NOTICES, "--correct", "срок", "--dry-run", "--all")
    lines = [line.strip() for line in planned.out.splitlines()]
    assert lines.count("срок: 25.04.2023 → 26.04.2023") == 5
    assert lines.count("исполнитель: Магомедова П.П. → Алиева А.А.") == 5
    renamed = "Черных Ольга Викторовна → Черных Оксана Вадимовна"
    assert [line for line in lines if line.endswith(renamed)] == [f"имя руководителя: {renamed}"]


def test_a_correction_of_one_paper_says_what_will_differ(clerk: Clerk, workspace: Path) -> None:
    assert clerk(*PRINTED_WEEK).status == 0
    with sheet_changed(workspace) as sheet:
        cell = next(row for row in sheet.iter_rows() if "Хибиятлинская" in str(row[3].value))[6]
        cell.value = int(cell.value) + 1
    change_template(
        workspace / "templates/weekly.docx", lambda xml: xml.replace("Обращаем", "Просим")
    )
    planned = clerk(*PRINTED_WEEK[:-1], "--correct", "уточнение", "--dry-run", "--all")
    assert planned.status == 0, planned.err
    assert "МКОУ «Хибиятлинская ООШ»: Всего по штату: 27 → 28" in planned.out
    assert "изменился шаблон weekly.docx" in planned.out
