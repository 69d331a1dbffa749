"""Questions on a real terminal."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from clerk import PRINTED_WEEK, SHEET, TYPED
from edits import change_template
from processes import PROGRAM
from terminal import typed

QUESTION = "Взять номер 01-16/219 и выпустить"


def test_the_question_stands_before_the_number_and_yes_issues(workspace: Path) -> None:
    status, shown = typed(workspace, [(QUESTION, "да\r")], "weekly", SHEET, "--date", "18.04.2023")
    assert status == 0
    assert shown.index("кому: Руководителям ОО") < shown.index(QUESTION)
    assert "Выпущено 01-16/219" in shown


def test_no_issues_nothing(workspace: Path) -> None:
    for answer in ("нет\r", "\r"):
        status, shown = typed(
            workspace, [(QUESTION, answer)], "weekly", SHEET, "--date", "18.04.2023"
        )
        assert (status, "Ничего не выпущено" in shown) == (0, True)
    assert not (workspace / "letters").exists()


def test_a_missing_basis_is_asked_for_and_kept_whatever_is_answered_then(workspace: Path) -> None:
    sidecar = workspace / "data/monitoring/2023-04-14.toml"
    sidecar.unlink()
    answers = [
        ("От кого", "Министерство просвещения РФ\r"),
        ("Его номер", "06-1\r"),
        ("Его дата", "вчера\r"),
        ("Его дата", "17.04.2023\r"),
        (QUESTION, "нет\r"),
    ]
    status, shown = typed(workspace, answers, "weekly", SHEET, "--date", "18.04.2023")
    assert status == 0, shown
    assert "2023-04-14.xlsx" in shown
    assert "не дата" in shown
    kept = sidecar.read_text(encoding="utf-8")
    assert 'author = "Министерство просвещения РФ"' in kept
    assert "date = 2023-04-17" in kept


def test_what_is_told_of_a_sheet_from_elsewhere_is_kept_with_the_sheet_itself(
    workspace: Path, tmp_path: Path
) -> None:
    monitoring = workspace / "data/monitoring"
    elsewhere = shutil.move(workspace / SHEET, tmp_path / "от министерства.xlsx")
    (monitoring / "2023-04-14.toml").unlink()
    told = [("От кого", "Министерство\r"), ("Его номер", "06-1\r"), ("Его дата", "17.04.2023\r")]
    command = ("weekly", str(elsewhere), "--date", "18.04.2023")
    offered = [("Основание верно?", "да\r")]
    for asked, answer in ((told, "нет\r"), (offered, "нет\r"), (offered, "да\r")):
        status, shown = typed(workspace, [*asked, (QUESTION, answer)], *command)
        assert status == 0, shown
        kept = sorted(path.name for path in monitoring.glob("2023-04-14*"))
        assert kept == ["2023-04-14.toml", "2023-04-14.xlsx"]
    assert "unconfirmed" not in (monitoring / "2023-04-14.toml").read_text(encoding="utf-8")


WEEKLY = ("weekly", SHEET, "--date", "18.04.2023")
TOLD = [("От кого", "Министерство\r"), ("Его номер", "06-1\r"), ("Его дата", "17.04.2023\r")]


def from_elsewhere(workspace: Path, tmp_path: Path) -> str:
    """The printed week's sheet as it lies in another folder, and nothing of it in the workspace."""
    elsewhere = shutil.move(workspace / SHEET, tmp_path / "от министерства.xlsx")
    (workspace / "data/monitoring/2023-04-14.toml").unlink()
    return str(elsewhere)


def test_a_basis_that_was_told_before_a_refusal_is_offered_again(
    workspace: Path, tmp_path: Path
) -> None:
    command = ("weekly", from_elsewhere(workspace, tmp_path), "--date", "18.04.2023")
    template = workspace / "templates/weekly.docx"
    sound = template.read_bytes()
    template.write_bytes(b"PK")
    status, shown = typed(workspace, TOLD, *command)
    assert (status, "weekly.docx" in shown) == (1, True)
    template.write_bytes(sound)
    answers = [("Основание верно?", "да\r"), (QUESTION, "да\r")]
    status, shown = typed(workspace, answers, *command)
    assert (status, "№06-1 от 17.04.2023" in shown) == (0, True)


def test_a_basis_that_was_told_before_an_interruption_is_offered_again(
    workspace: Path, tmp_path: Path
) -> None:
    command = ("weekly", from_elsewhere(workspace, tmp_path), "--date", "18.04.2023")
    status, _ = typed(workspace, [*TOLD, (QUESTION, "\x03")], *command)
    assert status == 130
    status, _ = typed(workspace, [("Основание верно?", "да\r"), (QUESTION, "нет\r")], *command)
    assert status == 0


@pytest.mark.parametrize("stop", ["refused", "declined"])
def test_a_basis_of_the_command_line_is_offered_again(workspace: Path, stop: str) -> None:
    (workspace / "data/monitoring/2023-04-14.toml").unlink()
    template = workspace / "templates/weekly.docx"
    sound = template.read_bytes()
    if stop == "refused":
        template.write_bytes(b"PK")
    basis = ("--basis-author", "Министерство", "--basis-number", "06-1")
    basis += ("--basis-date", "17.04.2023")
    asked = [(QUESTION, "нет\r")] if stop == "declined" else []
    status, _ = typed(workspace, asked, *WEEKLY, *basis)
    assert status == (1 if stop == "refused" else 0)
    template.write_bytes(sound)
    answers = [("Основание верно?", "да\r"), (QUESTION, "нет\r")]
    status, shown = typed(workspace, answers, *WEEKLY)
    assert (status, "№06-1 от 17.04.2023" in shown) == (0, True)


def test_interrupted_at_the_question_ends_with_130(workspace: Path) -> None:
    status, _ = typed(workspace, [(QUESTION, "\x03")], "weekly", SHEET, "--date", "18.04.2023")
    assert status == 130
    assert not (workspace / "letters").exists()


def test_what_is_doubtful_is_asked_once_and_kept_in_the_directory(workspace: Path) -> None:
    directory = workspace / "data/schools.csv"
    text = directory.read_text(encoding="utf-8-sig")
    directory.write_text(
        text.replace("Муса Ибрагим Мусаевич", "Топчий Ибрагим Мусаевич"), encoding="utf-8-sig"
    )
    command = ("notices", SHEET, "--date", "18.04.2023")
    status, shown = typed(
        workspace, [("Номер или верная форма", "2\r"), ("выпустить", "д\r")], *command
    )
    assert status == 0, shown
    heading, *lines = directory.read_text(encoding="utf-8-sig").splitlines()
    assert heading.endswith(";Руководитель (дат.)")
    [line] = [line for line in lines if "Топчий" in line]
    kept = line.rpartition(";")[2]
    assert kept.endswith("Ибрагиму Мусаевичу")
    assert any(
        f"Заведующему МКОУ «Цехокская НОШ» {kept.split()[0]} И.М." in one
        for one in shown.splitlines()
    )
    status, shown = typed(workspace, [], *command)
    assert (status, "Номер или верная форма" in shown) == (0, False)


NEVER_ASKED = (QUESTION, "нет\r")


def edit_sheet(workspace: Path, **cells: object) -> None:
    """Put values into cells of the printed week's sheet."""
    book = openpyxl.load_workbook(workspace / SHEET)
    for cell, value in cells.items():
        book.active[cell] = value
    book.save(workspace / SHEET)


def sidecar_of_the_week(workspace: Path) -> str:
    return (workspace / "data/monitoring/2023-04-14.toml").read_text(encoding="utf-8")


def test_a_number_without_a_figure_is_asked_about(workspace: Path) -> None:
    (workspace / "data/monitoring/2023-04-14.toml").unlink()
    told = [
        ("От кого", "Министерство\r"),
        ("Его номер", "да\r"),
        ("В номере «да» нет ни одной цифры. Оставить? [д/Н]", "н\r"),
        ("Его номер", "б/н\r"),
        ("В номере «б/н» нет ни одной цифры. Оставить? [д/Н]", "д\r"),
        ("Его дата", "17.04.2023\r"),
        NEVER_ASKED,
    ]
    status, _ = typed(workspace, told, *WEEKLY)
    assert status == 0
    assert 'number = "б/н"' in sidecar_of_the_week(workspace)


def test_a_yes_to_what_is_offered_takes_it(workspace: Path) -> None:
    sidecar = workspace / "data/monitoring/2023-04-21.toml"
    told = [("От кого", "да\r"), ("Его номер", "06-1\r"), ("Его дата", "24.04.2023\r")]
    week = ("weekly", "data/monitoring/2023-04-21.xlsx", "--date", "25.04.2023")
    status, shown = typed(workspace, [*told, ("выпустить?", "да\r")], *week)
    assert status == 0, shown
    assert 'author = "Министерство образования и науки РД"' in sidecar.read_text("utf-8")


def test_interrupted_at_a_question_nothing_is_entered(workspace: Path) -> None:
    reserve = ("register", "reserve", "--heading", "О смотре")
    status, shown = typed(workspace, [("Кому", "\x03")], *reserve)
    assert status == 130
    assert "Прервано на вопросе: ничего не выпущено и не внесено в журнал." in shown
    assert not (workspace / "letters/register.sqlite").exists()


def test_two_columns_of_one_heading_are_asked_about_once(workspace: Path) -> None:
    edit_sheet(workspace, J5="Зарегистрировано учителей")
    before = sidecar_of_the_week(workspace)
    status, shown = typed(workspace, [("Ваш ответ", "1\r"), NEVER_ASKED], *WEEKLY)
    assert status == 0, shown
    group = "Пользователи с ролью «Учитель» / "
    assert f"H5 «{group}Зарегистрировано», Мониторинг!J5 «{group}Зарегистрировано" in shown
    kept = '[answers]\n"heading-twice:registered" = "Мониторинг!H5"\n'
    assert sidecar_of_the_week(workspace) == f"{before}\n{kept}"
    status, shown = typed(workspace, [NEVER_ASKED], *WEEKLY)
    assert (status, "Ваш ответ" in shown) == (0, False)


def test_the_column_that_was_answered_is_the_one_that_is_counted(workspace: Path) -> None:
    book = openpyxl.load_workbook(workspace / SHEET)
    book.active["J5"] = "Зарегистрировано учителей"
    for row in range(6, 168):
        # The other column says that all who are employed are registered.
        book.active.cell(row, 10).value = book.active.cell(row, 7).value
    book.save(workspace / SHEET)
    typed(workspace, [("Ваш ответ", "2\r"), NEVER_ASKED], *WEEKLY)
    answer = subprocess.run(
        [*PROGRAM, "check", SHEET, "--json"], cwd=workspace, capture_output=True, check=False
    )
    totals = json.loads(answer.stdout)["totals"]
    assert totals["registered"] == totals["staff"] != 325


def test_two_periods_are_asked_about_once_and_another_can_be_typed(workspace: Path) -> None:
    edit_sheet(workspace, A1="Мониторинг с 01.04.2023 по 07.04.2023")
    answers = [
        ("Ваш ответ", "на той неделе\r"),
        ("Ваш ответ", "31.02.2023-14.04.2023\r"),
        ("Ваш ответ", "2\r"),
        NEVER_ASKED,
    ]
    status, shown = typed(workspace, answers, *WEEKLY)
    assert status == 0, shown
    assert "1. 01.04.2023-07.04.2023" in shown
    assert '"period-twice:Мониторинг" = "08.04.2023-14.04.2023"' in sidecar_of_the_week(workspace)
    status, shown = typed(workspace, [NEVER_ASKED], *WEEKLY)
    assert (status, "Ваш ответ" in shown) == (0, False)


def test_a_sheet_from_elsewhere_without_a_period_is_asked_once_and_never_again(
    workspace: Path, tmp_path: Path
) -> None:
    edit_sheet(workspace, A2="Республика Дагестан")
    elsewhere = tmp_path / "от министерства.xlsx"
    (workspace / SHEET).rename(elsewhere)
    (workspace / "data/monitoring/2023-04-14.toml").unlink()
    told = ("--basis-author", "Министерство", "--basis-number", "1", "--basis-date", "17.04.2023")
    command = ("weekly", str(elsewhere), "--date", "18.04.2023", *told)
    answers = [("Ваш ответ", "08.04.2023-14.04.2023\r"), (QUESTION, "да\r")]
    status, shown = typed(workspace, answers, *command)
    assert status == 0, shown
    kept = 'period-not-found:Мониторинг" = "08.04.2023-14.04.2023"'
    assert kept in sidecar_of_the_week(workspace)
    for again in (command, WEEKLY):
        status, shown = typed(workspace, [], *again)
        assert (status, "Ваш ответ" in shown) == (0, False), shown


def test_a_column_under_another_name_is_kept_in_the_settings_with_its_comments(
    workspace: Path,
) -> None:
    edit_sheet(workspace, H5="Состоят на платформе")
    settings = workspace / "letters.toml"
    before = settings.read_text(encoding="utf-8").splitlines()
    status, shown = typed(workspace, [("Ваш ответ", "3\r"), NEVER_ASKED], *WEEKLY)
    assert status == 0, shown
    assert "3. Состоят на платформе" in shown
    after = settings.read_text(encoding="utf-8").splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [
        (
            'headings = ["Зарегистрировано", "Зарегистрировано учителей"]',
            'headings = ["Зарегистрировано", "Зарегистрировано учителей", "Состоят на платформе"]',
        )
    ]
    status, shown = typed(workspace, [NEVER_ASKED], *WEEKLY)
    assert (status, "Ваш ответ" in shown) == (0, False)


def test_an_impossible_count_and_a_doubled_school_are_asked_about_together(
    workspace: Path,
) -> None:
    book = openpyxl.load_workbook(workspace / SHEET)
    for column in range(1, 14):
        book.active.cell(105, column).value = book.active.cell(106, column).value
    book.active["H105"] = 1
    book.active["H107"] = "двенадцать"
    book.save(workspace / SHEET)
    answers = [("Ваш ответ", "2\r"), ("Ваш ответ", "12\r"), NEVER_ASKED]
    status, shown = typed(workspace, answers, *WEEKLY)
    assert status == 0, shown
    kept = sidecar_of_the_week(workspace)
    assert '"not-a-count:0538031077/registered/двенадцать" = "12"' in kept
    assert '"school-twice-differs:0538031006" = "Мониторинг!D106"' in kept
    assert typed(workspace, [NEVER_ASKED], *WEEKLY)[0] == 0


def test_a_dash_leaves_a_question_open_and_nothing_is_issued(workspace: Path) -> None:
    edit_sheet(workspace, J5="Зарегистрировано")
    status, shown = typed(workspace, [("Ваш ответ", "-\r")], *WEEKLY)
    assert (status, "встречается дважды" in shown) == (1, True)
    assert "answers" not in sidecar_of_the_week(workspace)
    assert not (workspace / "letters").exists()


def test_what_was_answered_before_an_interruption_is_kept(workspace: Path) -> None:
    edit_sheet(workspace, J5="Зарегистрировано", A1="Мониторинг с 01.04.2023 по 07.04.2023")
    answers = [("Ваш ответ", "1\r"), ("Ваш ответ", "\x03")]
    assert typed(workspace, answers, *WEEKLY)[0] == 130
    kept = sidecar_of_the_week(workspace)
    assert ("heading-twice" in kept, "period-twice" in kept) == (True, False)
    status, shown = typed(workspace, [("Ваш ответ", "2\r"), NEVER_ASKED], *WEEKLY)
    assert (status, shown.count("Ваш ответ")) == (0, 1)


# Another letter of the same year gets the next number.
TAKEN = (*TYPED, "--date", "18.04.2023")


def meanwhile(workspace: Path, *command: str) -> Callable[[], str]:
    """Another process runs `command` before the question is answered with yes."""

    def acts() -> str:
        subprocess.run([*PROGRAM, *command], cwd=workspace, capture_output=True, check=True)
        return "да\r"

    return acts


def test_a_number_taken_while_the_question_stood_is_shown_and_asked_again(workspace: Path) -> None:
    another = meanwhile(workspace, *TAKEN)
    again = "Взять номер 01-16/220 и выпустить"
    status, shown = typed(workspace, [(QUESTION, another), (again, "да\r")], *WEEKLY)
    assert status == 0, shown
    assert "журнал изменился. Ничего не выпущено" in " ".join(shown.split())
    assert "Выпущено 01-16/220" in shown


def test_no_to_the_plan_that_changed_issues_nothing(workspace: Path) -> None:
    another = meanwhile(workspace, *TAKEN)
    again = "Взять номер 01-16/220 и выпустить"
    status, shown = typed(workspace, [(QUESTION, another), (again, "нет\r")], *WEEKLY)
    assert (status, "Выпущено" in shown) == (0, False)
    assert sorted(path.name for path in (workspace / "letters/2023").glob("*.docx")) == []


def test_a_run_that_issued_the_same_meanwhile_is_found_done(workspace: Path) -> None:
    another = meanwhile(workspace, *PRINTED_WEEK)
    status, shown = typed(workspace, [(QUESTION, another)], *WEEKLY)
    assert (status, "Уже выпущено под номером 01-16/219" in " ".join(shown.split())) == (0, True)


def test_with_yes_nothing_was_shown_and_it_goes_on(workspace: Path) -> None:
    assert typed(workspace, [], *TAKEN)[0] == 0
    status, shown = typed(workspace, [], *WEEKLY, "--yes")
    assert (status, "Выпущено 01-16/220" in shown) == (0, True)


def test_a_number_that_is_the_answer_is_no_number_of_a_choice(workspace: Path) -> None:
    edit_sheet(workspace, H107="1 чел.")
    status, shown = typed(workspace, [("Ваш ответ", "1\r"), NEVER_ASKED], *WEEKLY)
    assert (status, "– нет данных" in shown) == (0, True)
    assert '"not-a-count:0538031077/registered/1 чел." = "1"' in sidecar_of_the_week(workspace)


def test_a_dash_after_an_answer_leaves_the_rest_at_once(workspace: Path) -> None:
    edit_sheet(workspace, J5="Зарегистрировано", A1="Мониторинг с 01.04.2023 по 07.04.2023")
    answers = [("Ваш ответ", "1\r"), ("Ваш ответ", "-\r")]
    status, shown = typed(workspace, answers, *WEEKLY)
    assert (status, shown.count("Ваш ответ")) == (1, 2)


def test_a_dry_run_asks_nothing_and_writes_nothing(workspace: Path) -> None:
    sidecar = workspace / "data/monitoring/2023-04-14.toml"
    sidecar.unlink()
    status, _ = typed(workspace, [], *WEEKLY, "--dry-run")
    assert (status, sidecar.exists()) == (1, False)


def test_a_template_changed_while_the_question_stood_costs_no_number(workspace: Path) -> None:
    def edits() -> str:
        change_template(
            workspace / "templates/weekly.docx", lambda xml: xml.replace("необходимо", "нужно")
        )
        return "да\r"

    status, shown = typed(workspace, [(QUESTION, edits)], *WEEKLY)
    assert (status, "Шаблон изменили" in " ".join(shown.split())) == (1, True)
    assert not (workspace / "letters/register.sqlite").exists()


def test_what_was_annulled_while_the_question_stood_is_shown_anew(workspace: Path) -> None:
    typed(workspace, [], *PRINTED_WEEK)
    sheet = workspace / SHEET
    edit_sheet(workspace, H106=1, I106=1)
    assert sheet.is_file()
    edition = (*WEEKLY, "--new-edition", "уточнены данные")
    asked = "Аннулируется 1 документ. Взять номер 01-16/220 и выпустить"
    another = meanwhile(workspace, "register", "annul", "219", "--year", "2023", "--reason", "брак")
    answers = [(asked, another), ("Взять номер 01-16/220", "нет\r")]
    status, shown = typed(workspace, answers, *edition)
    assert (status, "журнал изменился" in " ".join(shown.split())) == (0, True)
