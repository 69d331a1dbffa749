"""Documents of any matter: without a monitoring sheet, and about several schools at once."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from clerk import SHEET, Clerk, assert_refused, entries
from edits import change_settings, extend_settings, sheet_changed
from read_back import text_of

CAMPS = """
[types.camps]
title = "Письмо"
template = "camps.docx"
series = "outgoing"
sheet = false
addressee = "Главе МР «Цунтинский район»"
heading = "Об организации отдыха детей"
"""
GREETING = """
[types.greeting]
title = "Поздравление"
template = "greeting.docx"
series = "outgoing"
sheet = false
each = true
addressee = "Руководителю"
heading = "О Дне учителя"
"""
SUMMARY = """
[types.summary]
title = "Справка"
template = "summary.docx"
series = "outgoing"
schools = "finding"
addressee = "Главе МР «Цунтинский район»"
heading = "О школах, не достигших показателей"
"""
DAY = ("--date", "18.04.2023", "--yes")
ON_CAMPS = ("issue", "camps", "--subject", "Летний отдых 2023", *DAY)
ON_SCHOOLS = ("issue", "summary", SHEET, *DAY)


def write_template(path: Path, *texts: str) -> None:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    document.save(str(path))


@pytest.fixture
def office(workspace: Path) -> Path:
    """A workspace with a type of each matter."""
    extend_settings(workspace, CAMPS + GREETING + SUMMARY)
    templates = workspace / "templates"
    write_template(
        templates / "camps.docx",
        "{{ письмо.адресат }}: {{ письмо.предмет }}, № {{ письмо.номер }}, {{ подписант.подпись }}",
    )
    write_template(templates / "greeting.docx", "{{ письмо.адресат }}: {{ письмо.предмет }}")
    write_template(
        templates / "summary.docx",
        "{{ школы | length }}: {% for ш in школы %}{{ ш.название }}; {% endfor %}"
        "{{ нарушения | length }}, {{ период.словами }}, всего {{ итого.зарегистрировано }}",
    )
    return workspace


def test_a_document_without_a_sheet_lives_as_any_other(clerk: Clerk, office: Path) -> None:
    first = clerk(*ON_CAMPS, "--json")
    assert first.status == 0, first.err
    [issued] = first.json["documents"]
    assert (first.json["period"], first.json["subject"]) == (None, "Летний отдых 2023")
    assert (issued["number"], issued["findings"]) == ("01-16/219", 0)
    text = text_of(office / issued["path"])
    assert "Главе МР «Цунтинский район»: Летний отдых 2023" in text.replace(
        "\N{NO-BREAK SPACE}", " "
    )

    again = clerk(*ON_CAMPS, "--json").json
    assert (again["issued"], again["already_issued"]) == (0, 1)
    other = clerk("issue", "camps", "--subject", "Осенние каникулы", *DAY, "--json").json
    assert other["documents"][0]["number"] == "01-16/220"

    [entry, _] = entries(clerk)
    assert (entry["subject"], entry["period"], entry["basis"]) == ("Летний отдых 2023", None, None)
    assert clerk("register", "verify").status == 0
    assert clerk("register", "show", "219").status == 0
    assert clerk("register", "export", "журнал.csv").status == 0
    assert "Об организации отдыха детей" in (office / "журнал.csv").read_text("utf-8-sig")

    change_settings(office, "Об организации отдыха детей", "Об отдыхе детей")
    corrected = clerk(*ON_CAMPS, "--correct", "опечатка в заголовке", "--json")
    assert (corrected.status, corrected.json["documents"][0]["number"]) == (0, "01-16/219")
    [corrected_entry, _] = entries(clerk)
    assert corrected_entry["heading"] == "Об отдыхе детей"
    assert clerk("register", "verify").status == 0


def test_a_document_without_a_sheet_may_rely_on_a_letter(clerk: Clerk, office: Path) -> None:
    basis = ("--basis-author", "Министерство", "--basis-number", "7", "--basis-date", "17.04.2023")
    assert clerk(*ON_CAMPS, *basis).status == 0
    [entry] = entries(clerk)
    assert entry["basis"] == {"author": "Министерство", "number": "7", "date": "2023-04-17"}
    assert clerk(*ON_CAMPS, "--json").json["already_issued"] == 1
    half = clerk("issue", "camps", "--subject", "Иное", *DAY, "--basis-number", "7")
    assert (half.status, "--basis-date" in half.err) == (1, True)


def test_each_school_of_the_directory_gets_its_own_without_a_sheet(
    clerk: Clerk, office: Path
) -> None:
    command = ("issue", "greeting", "--subject", "День учителя", *DAY)
    report = clerk(*command, "--json").json
    assert (report["issued"], len({one["inn"] for one in report["documents"]})) == (22, 22)
    only = ("issue", "greeting", "--subject", "Юбилей", *DAY, "--only", "МКОУ «Генухская СОШ»")
    assert clerk(*only, "--json").json["issued"] == 1
    assert clerk("register", "verify").status == 0


def test_one_paper_about_several_schools_lives_as_any_other(clerk: Clerk, office: Path) -> None:
    first = clerk(*ON_SCHOOLS, "--json")
    assert first.status == 0, first.err
    [issued] = first.json["documents"]
    text = text_of(office / issued["path"])
    assert text.startswith("5: ")
    assert "всего 325" in text, "the totals are the whole district's, whomever a paper is about"
    assert (issued["school"], issued["findings"]) == (None, 15)
    [entry] = entries(clerk)
    assert len(entry["deliveries"]) == 5
    shown = clerk("register", "show", issued["number"], "--json").json
    assert len(shown["findings"]) == 15
    assert clerk("register", "export").status == 0
    assert clerk("register", "verify").status == 0

    with sheet_changed(office) as sheet:
        sheet["H106"] = sheet["I106"] = 1
    changed = clerk(*ON_SCHOOLS)
    assert (changed.status, "01-16/219" in changed.err) == (1, True)
    corrected = clerk(*ON_SCHOOLS, "--correct", "уточнены данные", "--json")
    assert (corrected.status, corrected.json["documents"][0]["number"]) == (0, "01-16/219")
    assert clerk("register", "verify").status == 0


def test_a_paper_about_schools_that_meet_all_leaves_the_others_out(
    clerk: Clerk, office: Path
) -> None:
    change_settings(
        office, 'schools = "finding"\naddressee = "Главе', 'schools = "met"\naddressee = "Главе'
    )
    [issued] = clerk(*ON_SCHOOLS, "--json").json["documents"]
    assert (text_of(office / issued["path"])[:3], issued["findings"]) == ("17:", 0)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("issue", "camps", *DAY), "--subject"),
        (("issue", "camps", SHEET, "--subject", "Отдых", *DAY), "обходятся без листа"),
        (("weekly", SHEET, "--subject", "Отдых", *DAY), "он и есть их предмет"),
    ],
)
def test_a_subject_and_a_sheet_exclude_each_other(
    clerk: Clerk, office: Path, command: tuple[str, ...], told: str
) -> None:
    answer = clerk(*command)
    assert (answer.status, told in answer.err) == (2, True)
    assert not (office / "letters/register.sqlite").exists()


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        (
            "sheet = false\neach = true",
            'sheet = false\nschools = "finding"',
            "без листа мониторинга",
        ),
        ("sheet = false\neach = true", 'scope = "school"\neach = true', "либо scope"),
        ("each = true\naddressee", 'each = "да"\naddressee', "true или false"),
    ],
)
def test_a_type_that_contradicts_itself_is_refused(
    clerk: Clerk, office: Path, was: str, now: str, told: str
) -> None:
    change_settings(office, was, now)
    assert_refused(clerk, office, told)


def test_scope_of_older_settings_is_still_read(clerk: Clerk, workspace: Path) -> None:
    change_settings(workspace, 'schools = "finding"\neach = true', 'scope = "finding"')
    report = clerk("notices", SHEET, *DAY, "--json").json
    assert (report["issued"], report["documents"][0]["school"] is None) == (5, False)


def test_one_subject_is_one_document_however_it_is_spaced(clerk: Clerk, office: Path) -> None:
    assert clerk(*ON_CAMPS).status == 0
    again = ("issue", "camps", "--subject", "  Летний   отдых 2023 ", *DAY, "--json")
    assert clerk(*again).json["already_issued"] == 1
    assert clerk("issue", "camps", "--subject", "  ", *DAY).status == 2


def test_a_subject_is_shown_and_found(clerk: Clerk, office: Path) -> None:
    assert clerk(*ON_CAMPS).status == 0
    assert "предмет: Летний отдых 2023" in clerk("register", "show", "219", "--year", "2023").out
    assert "01-16/219" in clerk("register", "find", "отдых 2023").out


def test_a_template_may_ask_whether_there_is_a_basis(clerk: Clerk, office: Path) -> None:
    write_template(
        office / "templates/camps.docx",
        "{% if основание.номер %}На № {{ основание.номер }}{% else %}Без основания{% endif %}",
    )
    [issued] = clerk(*ON_CAMPS, "--json").json["documents"]
    assert text_of(office / issued["path"]) == "Без основания"


def test_what_an_edition_annuls_stands_in_the_plan(clerk: Clerk, office: Path) -> None:
    each = 'schools = "finding"\neach = true\naddressee = "Главе'
    change_settings(office, 'schools = "finding"\naddressee = "Главе', each)
    write_template(office / "templates/summary.docx", "{{ школа.название }}")
    assert clerk(*ON_SCHOOLS, "--json").json["issued"] == 5
    change_settings(office, each, 'schools = "finding"\naddressee = "Главе')
    write_template(office / "templates/summary.docx", "{{ школы | length }}")
    plan = clerk(*ON_SCHOOLS[:-1], "--dry-run", "--new-edition", "одна на всех")
    assert (plan.status, plan.out.count(": аннулируется")) == (0, 5)


def test_nothing_to_issue_is_told_with_its_reason(clerk: Clerk, office: Path) -> None:
    change_settings(office, 'schools = "finding"\naddressee', 'schools = "met"\naddressee')
    change_settings(office, "at_least = 1\n", "at_least = 1000\n")
    answer = clerk(*ON_SCHOOLS)
    assert "ни одна школа не выполнила все показатели" in answer.out


def test_a_type_that_contradicts_itself_names_its_keys(clerk: Clerk, office: Path) -> None:
    change_settings(office, "false\neach = true", 'false\nschools = "finding"')
    told = clerk("doctor").out
    assert ("{" in told, "sheet" in told) == (False, True)


def test_a_blank_basis_is_none(clerk: Clerk, workspace: Path) -> None:
    blank = ("--basis-author", "  ", "--basis-number", " ", "--basis-date", "24.04.2023")
    answer = clerk("weekly", "data/monitoring/2023-04-21.xlsx", *DAY, *blank)
    assert (answer.status, "--basis-author" in answer.err) == (1, True)


def test_a_ground_told_in_part_for_a_type_without_a_sheet_isnt_called_the_ministrys(
    clerk: Clerk, workspace: Path
) -> None:
    answer = clerk("issue", "blank", "--subject", "О сверке", "--basis-number", "7", "--yes")
    assert (answer.status, "министерств" in answer.err) == (1, False)
    assert "О письме, на основании которого выпускается документ, не указано" in answer.err
