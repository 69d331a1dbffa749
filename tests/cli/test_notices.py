"""notices: a notice to each school that falls short, to its head by name."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from conftest import Clerk

SHEET = "data/monitoring/2023-04-14.xlsx"
NOTICES = ("notices", SHEET, "--date", "18.04.2023")
SHORT = ["МКОУ «Берихинская ООШ»", "МКОУ «Междуреченская СОШ»", "МКОУ «Хибиятлинская ООШ»", "МКОУ «Хупринская ООШ»"]


def text_of(path: Path) -> str:
    """All text of a document, tables after the paragraphs, with plain spaces."""
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    return text.replace("\N{NO-BREAK SPACE}", " ")


def change_directory(workspace: Path, was: str, now: str) -> Path:
    path = workspace / "data/schools.csv"
    text = path.read_text(encoding="utf-8-sig")
    assert was in text
    path.write_text(text.replace(was, now), encoding="utf-8-sig")
    return path


def test_each_head_is_addressed_by_post_and_name_in_the_directorys_order(clerk: Clerk) -> None:
    report = clerk(*NOTICES, "--yes", "--json").json
    assert (report["issued"], report["already_issued"], report["type"]) == (5, 0, "notice")
    assert [one["school"] for one in report["documents"]] == [*SHORT, "МКОУ «Цехокская НОШ»"]
    assert [one["number"] for one in report["documents"]] == [f"01-16/{number}" for number in range(219, 224)]
    assert [one["addressee"] for one in report["documents"]] == [
        "Директору МКОУ «Берихинская ООШ» Газимагомедову Ш.О.",
        "Исполняющей обязанности директора МКОУ «Междуреченская СОШ» Джабраиловой Х.Н.",
        "Директору МКОУ «Хибиятлинская ООШ» Нурудиновой С.М.",
        "Директору МКОУ «Хупринская ООШ» Черных О.В.",
        "Заведующему МКОУ «Цехокская НОШ» Мусе И.М.",
    ]


def test_a_notice_says_what_its_school_must_mend_and_by_when(clerk: Clerk, workspace: Path) -> None:
    [document] = clerk(*NOTICES, "--yes", "--only", "МКОУ «Междуреченская СОШ»", "--json").json["documents"]
    text = text_of(workspace / document["path"])
    assert "Уважаемая Хадижат Нурмагомедовна!" in text
    assert "в срок до 25 апреля 2023 г." in text
    assert "Обеспечить активацию профиля." in text and "Зарегистрировать в ИКОП «Сферум» всех учителей." in text
    assert "обеспечить переписку" not in text.lower()
    assert "17 из 22" in text
    assert "срок: 25.04.2023" in clerk("register", "show", "219").out
    [entry] = clerk("register", "list", "--json").json["entries"]
    assert (entry["deadline"], entry["heading"]) == (
        "2023-04-25",
        "О недостижении показателей использования ИКОП «Сферум»",
    )


def test_the_regions_own_days_off_move_the_deadline(clerk: Clerk, workspace: Path) -> None:
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8").replace("days_off = []", "days_off = [2023-04-21]")
    settings.write_text(text, encoding="utf-8")
    clerk(*NOTICES, "--yes", "--only", "МКОУ «Хупринская ООШ»")
    assert clerk("register", "list", "--json").json["entries"][0]["deadline"] == "2023-04-26"


def test_a_school_without_a_head_gets_its_notice_to_the_post_with_a_warning(clerk: Clerk, workspace: Path) -> None:
    change_directory(workspace, "Черных Ольга Викторовна", "")
    report = clerk(*NOTICES, "--yes", "--json").json
    [document] = [one for one in report["documents"] if one["school"] == "МКОУ «Хупринская ООШ»"]
    assert document["addressee"] == "Руководителю МКОУ «Хупринская ООШ»"
    assert "Уважаем" not in text_of(workspace / document["path"])
    [warning] = [one for one in report["warnings"] if one["code"] == "school-without-head"]
    assert "schools.csv, строка 15" in warning["where"]


def test_a_school_that_the_directory_lacks_comes_last_and_to_its_post(clerk: Clerk, workspace: Path) -> None:
    path = workspace / "data/schools.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    path.write_text("\n".join(line for line in lines if "Берихинская" not in line), encoding="utf-8-sig")
    report = clerk(*NOTICES, "--yes", "--json").json
    assert report["documents"][-1]["addressee"].startswith("Руководителю МКОУ «Берихинская ООШ»")


def test_what_is_doubtful_is_told_and_the_assumed_form_is_taken(clerk: Clerk, workspace: Path) -> None:
    change_directory(workspace, "Муса Ибрагим Мусаевич", "Топчий Ибрагим Мусаевич")
    checked = clerk("check", SHEET, "--json")
    assert checked.status == 0
    [doubt] = checked.json["doubts"]
    assert (doubt["code"], doubt["id"]) == ("head-form-doubtful", "head-form-doubtful:0538032120")
    assert "schools.csv, строка 18" in doubt["where"]
    assert doubt["assumed"] == doubt["choices"][0] and len(doubt["choices"]) > 1
    answer = clerk(*NOTICES, "--yes", "--json")
    assert [one["id"] for one in answer.json["doubts"]] == [doubt["id"]]
    surname = doubt["assumed"].split()[0]
    assert answer.json["documents"][-1]["addressee"].endswith(f"{surname} И.М.")


def test_a_form_that_the_clerk_has_confirmed_always_wins(clerk: Clerk, workspace: Path) -> None:
    path = change_directory(workspace, "E-mail", "E-mail;Руководитель (дат.);Должность (дат.)")
    change_directory(
        workspace, "school32120@example.org", "school32120@example.org;Мусову Ибрагиму Мусаевичу;начальнику"
    )
    assert clerk("check", SHEET, "--json").json["doubts"] == []
    report = clerk(*NOTICES, "--yes", "--json").json
    assert report["documents"][-1]["addressee"] == "Начальнику МКОУ «Цехокская НОШ» Мусову И.М."
    assert path.exists()


def test_a_name_that_doesnt_tell_the_sex_stops_until_it_is_answered(clerk: Clerk, workspace: Path) -> None:
    change_directory(workspace, "Муса Ибрагим Мусаевич;заведующий;", "Ким Женя;директор;")
    checked = clerk("check", SHEET, "--json")
    assert (checked.status, checked.json["doubts"][0]["assumed"]) == (1, None)
    answer = clerk(*NOTICES, "--yes")
    assert answer.status == 1 and "Ким Женя" in answer.err and "«Пол»" in answer.err
    assert not (workspace / "letters").exists()
    change_directory(workspace, "Ким Женя;директор;", "Ким Женя;директор;ж")
    report = clerk(*NOTICES, "--yes", "--json").json
    assert report["documents"][-1]["addressee"] == "Директору МКОУ «Цехокская НОШ» Ким Ж."


def test_notices_before_the_weeks_letter_are_warned_of(clerk: Clerk) -> None:
    codes = [one["code"] for one in clerk(*NOTICES, "--dry-run", "--json").json["warnings"]]
    assert "weekly-not-issued" in codes
    clerk("weekly", SHEET, "--date", "18.04.2023", "--yes")
    codes = [one["code"] for one in clerk(*NOTICES, "--dry-run", "--json").json["warnings"]]
    assert "weekly-not-issued" not in codes


def test_a_second_run_issues_nothing(clerk: Clerk) -> None:
    clerk(*NOTICES, "--yes")
    report = clerk(*NOTICES, "--yes", "--json").json
    assert (report["issued"], report["already_issued"]) == (0, 5)


def test_a_file_to_print_lists_its_notices(clerk: Clerk, workspace: Path) -> None:
    answer = clerk(*NOTICES, "--yes", "--print", "--json")
    [path] = answer.json["print_files"]
    assert path == "letters/2023/print/01-16_219–01-16_223 Уведомление.docx"
    text = text_of(workspace / path)
    for document in answer.json["documents"]:
        assert document["number"] in text and document["school"] in text
    assert clerk("register", "verify").status == 0
    again = clerk(*NOTICES, "--print", "--json")
    assert (again.status, again.json["issued"], again.json["print_files"]) == (0, 0, [path])


def test_print_files_come_in_volumes(clerk: Clerk, workspace: Path) -> None:
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8").replace("days_off = []", "days_off = []\nprint_volume = 2")
    settings.write_text(text, encoding="utf-8")
    files = clerk(*NOTICES, "--yes", "--print", "--json").json["print_files"]
    assert [Path(file).stem.split()[0] for file in files] == ["01-16_219–01-16_220", "01-16_221–01-16_222", "01-16_223"]


def test_a_cover_with_a_fault_is_told_before_a_number_is_taken(clerk: Clerk, workspace: Path) -> None:
    (workspace / "templates/print-cover.docx").unlink()
    answer = clerk(*NOTICES, "--yes", "--print")
    assert (answer.status, "print-cover.docx" in answer.err) == (1, True)
    assert not (workspace / "letters").exists()


@pytest.mark.parametrize("jobs", ["0", "много"])
def test_the_number_of_jobs_is_a_number(clerk: Clerk, jobs: str) -> None:
    assert clerk(*NOTICES, "--yes", "--jobs", jobs).status == 2
