"""Facts that change after the letters are issued: refused, corrected, or issued anew (design §6.3,
§6.4).
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import docx
import pytest
from benchmarks.offices import inn
from clerk import PRINTED_NOTICES, PRINTED_WEEK, SHEET, Answer, Clerk, codes_of, entries
from edits import ACTING, change_directory, change_settings, extend_settings, sheet_changed
from faults import no_room_for_documents
from offices import NOTICES, notice_office, school, write_week
from read_back import text_of
from scanner import small_scan

KHUPRI = "МКОУ «Хупринская ООШ»"


@pytest.fixture
def office(clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office with five schools, a notice to each issued, in which the clerk sits."""
    folder = notice_office(tmp_path / "район", 5)
    monkeypatch.chdir(folder)
    assert clerk(*NOTICES, "--json").json["issued"] == 5
    return folder


def change(office: Path, **registered: int) -> None:
    """The ministry sends the week again: some schools have other figures, or none is left
    (`gone`).
    """
    rows = [(number, 10, registered.get(f"school{number}", 5)) for number in range(1, 6)]
    write_week(office / SHEET, [row for row in rows if row[2] >= 0])


def numbers(answer: Answer) -> dict[str, tuple[str, str]]:
    """Each school's number and state."""
    assert answer.status == 0, answer.err
    return {
        one["school"]: (one["number"].partition("/")[2], one["state"])
        for one in answer.json["documents"]
    }


def test_a_notice_goes_to_each_school_that_falls_short_by_name(clerk: Clerk, office: Path) -> None:
    first = entries(clerk)[0]
    assert (first["school"], first["inn"], first["addressee"]) == (
        school(1),
        inn(1),
        f"Руководителю {school(1)}",
    )
    assert first["path"] == "letters/2023/01-16_219 Уведомление МКОУ Школа № 1.docx"
    assert "МКОУ «Школа № 1»: зарегистрировано 50%" in text_of(office / first["path"])
    assert [delivery["to"] for delivery in first["deliveries"]] == [school(1)]


def test_one_changed_school_refuses_the_run_before_anything_is_reserved(
    clerk: Clerk, office: Path
) -> None:
    change(office, school2=7)
    answer = clerk(*NOTICES)
    assert answer.status == 1
    assert "01-16/220 выпущен" in answer.err
    assert "МКОУ «Школа № 2»: Зарегистрировано: было 5, стало 7" in answer.err
    assert [entry["state"] for entry in entries(clerk)] == ["issued"] * 5


def test_a_school_that_is_new_in_a_refused_run_gets_no_number(clerk: Clerk, office: Path) -> None:
    write_week(office / SHEET, [(1, 10, 7), *((number, 10, 5) for number in range(2, 7))])
    assert clerk(*NOTICES).status == 1
    assert len(entries(clerk)) == 5


def test_other_schools_figures_alone_change_nothing(clerk: Clerk, office: Path) -> None:
    write_week(office / SHEET, [*((number, 10, 5) for number in range(1, 6)), (6, 40, 40)])
    answer = clerk(*NOTICES, "--json")
    assert (answer.status, answer.json["issued"], answer.json["already_issued"]) == (0, 0, 5)
    assert "figures-stand" in codes_of(answer.json)


def test_a_correction_remakes_the_changed_document_under_its_own_number(
    clerk: Clerk, office: Path
) -> None:
    before = {entry["number"]: entry["sha256"] for entry in entries(clerk)}
    [old] = entries(clerk, number="01-16/220")
    former = (office / old["path"]).read_bytes()
    change(office, school2=7)
    answer = clerk(*NOTICES, "--correct", "уточнённые сведения", "--json")
    assert (answer.json["issued"], answer.json["already_issued"]) == (5, 0), (
        "the district's shares are compared with"
    )
    after = {entry["number"]: entry["sha256"] for entry in entries(clerk)}
    assert list(before) == list(after)
    assert "зарегистрировано 70%" in text_of(office / old["path"])
    assert (office / "letters/2023/replaced" / Path(old["path"]).name).read_bytes() == former
    shown = clerk("register", "show", "220", "--year", "2023", "--json").json
    assert [(event["what"], event["because"]) for event in shown["events"]] == [
        ("reserved", None),
        ("issued", None),
        ("corrected", "уточнённые сведения"),
        ("issued", None),
    ]
    assert clerk("register", "verify").status == 0


@pytest.mark.parametrize("option", ["--correct", "--new-edition"])
def test_that_nothing_is_to_be_made_anew_is_said(clerk: Clerk, office: Path, option: str) -> None:
    answer = clerk(*NOTICES, option, "уточнение", "--yes")
    assert answer.status == 0, answer.err
    assert "Переделывать нечего: всё вышло бы таким же, как есть." in answer.out
    assert "Переделывать" not in clerk(*NOTICES).out


def test_only_narrows_a_correction(clerk: Clerk, office: Path) -> None:
    before = {entry["number"]: entry["sha256"] for entry in entries(clerk)}
    change(office, school2=7)
    answer = clerk(*NOTICES, "--correct", "уточнение", "--only", school(2), "--json")
    assert numbers(answer) == {school(2): ("220", "issued")}
    after = {entry["number"]: entry["sha256"] for entry in entries(clerk)}
    assert [number for number in before if before[number] != after[number]] == ["01-16/220"]


def test_what_has_been_sent_is_not_corrected(clerk: Clerk, office: Path) -> None:
    clerk("register", "sent", "220", "--year", "2023")
    change(office, school2=7)
    answer = clerk(*NOTICES, "--correct", "уточнение", "--only", school(2))
    assert (answer.status, "--new-edition" in answer.err) == (1, True)
    assert all(entry["edition"] == 1 for entry in entries(clerk))


def test_one_sent_document_does_not_keep_the_others_from_being_corrected(
    clerk: Clerk, office: Path
) -> None:
    clerk("register", "sent", "220", "--year", "2023")
    before = {entry["number"]: entry["sha256"] for entry in entries(clerk)}
    change(office, school2=7, school3=7)
    answer = clerk(*NOTICES, "--correct", "уточнение", "--json")
    assert (answer.status, answer.json["issued"]) == (0, 4)
    assert "sent-not-corrected" in [one["code"] for one in answer.json["warnings"]]
    after = {entry["number"]: entry["sha256"] for entry in entries(clerk)}
    assert before["01-16/220"] == after["01-16/220"]
    assert before["01-16/221"] != after["01-16/221"]


@pytest.mark.parametrize("how", ["скан", "отметка"])
def test_what_is_signed_is_not_corrected(clerk: Clerk, office: Path, how: str) -> None:
    if how == "скан":
        (office / "скан.pdf").write_bytes(small_scan())
        clerk("register", "attach", "220", "скан.pdf", "--year", "2023")
    else:
        clerk("register", "signed", "220", "--on", "18.04.2023", "--year", "2023")
    change(office, school2=7)
    answer = clerk(*NOTICES, "--correct", "уточнение", "--only", school(2), "--json")
    assert (answer.status, answer.json["error"]["code"]) == (1, "entry-signed")


def test_what_was_edited_by_hand_is_left_out_of_a_correction_and_named(
    clerk: Clerk, office: Path
) -> None:
    [old] = entries(clerk, number="01-16/220")
    edited = office / "правка.docx"
    shutil.copy(office / old["path"], edited)
    edited.chmod(0o644)
    with edited.open("ab") as file:
        file.write(b"\0")
    clerk("register", "attach", "220", "правка.docx", "--reason", "опечатка", "--year", "2023")
    change(office, school2=7)
    answer = clerk(*NOTICES, "--correct", "уточнение", "--json")
    assert (answer.status, answer.json["issued"]) == (0, 4)
    assert "edited-not-corrected" in [one["code"] for one in answer.json["warnings"]]
    assert (office / old["path"]).read_bytes() == edited.read_bytes()


def test_a_new_edition_of_what_was_sent_replaces_it_and_says_so(clerk: Clerk, office: Path) -> None:
    template = office / "templates/urging.docx"
    document = docx.Document(str(template))
    document.add_paragraph("{{ письмо.взамен }}")
    document.save(str(template))
    clerk("register", "sent", "220", "--year", "2023")
    change(office, school2=7)
    command = (*NOTICES, "--new-edition", "повторные сведения", "--only", inn(2))
    assert "взамен отправленного № 01-16/220" in clerk(*command, "--dry-run").out
    answer = clerk(*command, "--json")
    assert numbers(answer) == {school(2): ("224", "issued")}
    old, new = entries(clerk, school=school(2))
    assert (old["state"], old["replaced_by"], old["annulled_because"]) == (
        "replaced",
        "01-16/224",
        None,
    )
    assert "Взамен направленного от 18.04.2023 № 01-16/220" in text_of(office / new["path"])
    assert clerk("register", "verify").status == 0
    again = clerk(*NOTICES, "--only", inn(2), "--json")
    assert (again.status, again.json["issued"]) == (0, 0)


def test_what_was_sent_is_not_annulled(clerk: Clerk, office: Path) -> None:
    clerk("register", "sent", "220", "--year", "2023")
    answer = clerk("register", "annul", "220", "--reason", "ошибка", "--year", "2023", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (1, "entry-left")
    assert "letters-gen issue withdrawal --ends 01-16/220" in answer.json["error"]["mend"]
    clerk("register", "sent", "220", "--undo", "--reason", "не та школа", "--year", "2023")
    assert clerk("register", "annul", "220", "--reason", "ошибка", "--year", "2023").status == 0


def test_a_school_that_no_longer_falls_short_is_told_with_the_way_out(
    clerk: Clerk, office: Path
) -> None:
    clerk("register", "sent", "220", "--year", "2023")
    change(office, school2=10, school3=10)
    warnings = clerk(*NOTICES, "--dry-run", "--json").json["warnings"]
    assert {"sent-not-due", "issued-not-due"} <= {one["code"] for one in warnings}


def test_a_new_edition_annuls_the_old_and_takes_the_next_number(clerk: Clerk, office: Path) -> None:
    change(office, school2=7)
    answer = clerk(*NOTICES, "--new-edition", "повторные сведения", "--only", inn(2), "--json")
    assert numbers(answer) == {school(2): ("224", "issued")}
    old, new = entries(clerk, school=school(2))
    assert (old["number"], old["state"], old["annulled_because"]) == (
        "01-16/220",
        "annulled",
        "повторные сведения",
    )
    assert (new["number"], new["state"], new["edition"]) == ("01-16/224", "issued", 2)
    assert (office / old["path"]).exists(), "an annulled document stays where it is"
    assert numbers(clerk(*NOTICES, "--json"))[school(2)] == ("224", "issued")
    assert clerk("register", "verify").status == 0


def test_a_new_edition_annuls_notices_that_are_no_longer_due(clerk: Clerk, office: Path) -> None:
    change(office, school3=10)
    answer = clerk(*NOTICES, "--new-edition", "повторные сведения", "--json")
    assert numbers(answer)[school(3)] == ("221", "annulled")
    assert [entry["state"] for entry in entries(clerk, school=school(3))] == ["annulled"]
    again = clerk(*NOTICES, "--json")
    assert (again.status, again.json["issued"]) == (0, 0)


def test_a_correction_leaves_notices_that_are_no_longer_due(clerk: Clerk, office: Path) -> None:
    change(office, school3=10)
    clerk(*NOTICES, "--correct", "уточнение")
    assert [entry["state"] for entry in entries(clerk, school=school(3))] == ["issued"]


def test_a_key_annulled_by_hand_comes_back_only_with_a_new_edition(
    clerk: Clerk, office: Path
) -> None:
    clerk("register", "annul", "221", "--reason", "школа закрыта", "--year", "2023")
    rerun = clerk(*NOTICES, "--json")
    assert (rerun.json["issued"], numbers(rerun)[school(3)]) == (0, ("221", "annulled"))
    assert codes_of(rerun.json) == ["annulled-by-hand"]
    corrected = clerk(*NOTICES, "--correct", "всё равно", "--json")
    assert numbers(corrected)[school(3)] == ("221", "annulled")
    renewed = clerk(*NOTICES, "--new-edition", "открыта снова", "--json")
    assert (renewed.json["issued"], numbers(renewed)[school(3)]) == (1, ("224", "issued"))


def test_what_is_reserved_and_not_issued_takes_the_new_values(
    clerk: Clerk, tmp_path: Path, monkeypatch: Any
) -> None:
    folder = notice_office(tmp_path / "другой", 3)
    monkeypatch.chdir(folder)
    with no_room_for_documents(monkeypatch):
        assert clerk(*NOTICES).status == 1
    assert [entry["state"] for entry in entries(clerk)] == ["reserved"] * 3
    write_week(folder / SHEET, [(1, 10, 5), (2, 10, 8), (3, 10, 5)])
    answer = clerk(*NOTICES, "--date", "25.04.2023", "--json")
    assert [one["number"] for one in answer.json["documents"]] == [
        "01-16/219",
        "01-16/220",
        "01-16/221",
    ]
    assert {entry["date"] for entry in entries(clerk)} == {"2023-04-18"}, (
        "the reservation froze the date"
    )
    assert "зарегистрировано 80%" in text_of(folder / answer.json["documents"][1]["path"])


def test_schools_are_chosen_by_name_or_inn_and_an_unknown_one_is_refused(
    clerk: Clerk, office: Path
) -> None:
    left = clerk(*NOTICES, "--except", school(1), "--except", inn(2), "--json")
    assert list(numbers(left)) == [school(3), school(4), school(5)]
    unknown = clerk(*NOTICES, "--only", "МКОУ Школа № 77")
    assert (unknown.status, "МКОУ «Школа №" in unknown.err) == (1, True)
    assert clerk("issue", "weekly", SHEET, "--only", school(1), "--yes").status == 1


def test_both_ways_at_once_are_an_error_of_the_command_line(clerk: Clerk, office: Path) -> None:
    assert clerk(*NOTICES, "--correct", "а", "--new-edition", "б").status == 2


def test_the_weekly_letter_of_a_changed_basis_is_corrected(clerk: Clerk, letter: Path) -> None:
    changed = (*PRINTED_WEEK, "--basis-number", "06-1111/06-18/23")
    refused = clerk(*changed)
    assert (refused.status, "--correct" in refused.err) == (1, True)
    answer = clerk(*changed, "--correct", "номер основания", "--json")
    assert answer.json["issued"] == 1
    assert "06-1111/06-18/23" in text_of(letter).replace("\N{NO-BREAK SPACE}", " ")
    assert clerk(*changed, "--json").json["issued"] == 0


def test_a_template_or_a_signatory_of_today_only_warns(clerk: Clerk, office: Path) -> None:
    template = office / "templates/urging.docx"
    document = docx.Document(str(template))
    document.add_paragraph("Ждём ответа.")
    document.save(str(template))
    answer = clerk(*NOTICES, "--json")
    assert (answer.status, answer.json["issued"]) == (0, 0)
    assert codes_of(answer.json) == ["template-stands"]
    corrected = clerk(*NOTICES, "--correct", "новый шаблон", "--json")
    assert corrected.json["issued"] == 5
    assert "Ждём ответа." in text_of(office / corrected.json["documents"][0]["path"])


def test_a_new_edition_that_only_annuls_is_no_failure(clerk: Clerk, workspace: Path) -> None:
    documents = clerk(*PRINTED_NOTICES, "--yes", "--json").json["documents"]
    with sheet_changed(workspace) as sheet:
        assert documents[0]["inn"] == sheet["E107"].value
        sheet["F107"] = "Активен"
        for column in "HIJKL":
            sheet[f"{column}107"] = sheet["G107"].value
    clerk(*PRINTED_NOTICES, "--yes", "--correct", "данные министерства")
    answer = clerk(*PRINTED_NOTICES, "--yes", "--new-edition", "данные министерства", "--json")
    assert (answer.status, answer.json["issued"]) == (0, 0), answer.err
    states = {entry["number"]: entry["state"] for entry in entries(clerk)}
    assert states[documents[0]["number"]] == "annulled"


def test_a_head_renamed_since_is_a_difference_and_a_correction_greets_the_new_one(
    clerk: Clerk, workspace: Path
) -> None:
    [document] = clerk(*PRINTED_NOTICES, "--yes", "--only", KHUPRI, "--json").json["documents"]
    change_directory(workspace, "Черных Ольга Викторовна", "Черных Оксана Вадимовна")
    refused = clerk(*PRINTED_NOTICES, "--yes")
    assert refused.status == 1 and "Черных Оксана Вадимовна" in refused.err
    corrected = clerk(*PRINTED_NOTICES, "--yes", "--correct", "ошибка в имени", "--only", KHUPRI)
    assert corrected.status == 0
    assert "Уважаемая Оксана Вадимовна!" in text_of(workspace / document["path"])


def test_what_is_asked_and_the_requisites_are_remade_by_a_correction(
    clerk: Clerk, workspace: Path
) -> None:
    documents = clerk(*PRINTED_NOTICES, "--yes", "--json").json["documents"]
    change_settings(workspace, "88722-55-06-16", "88722-00-00-00")
    change_settings(workspace, "обеспечить активацию профиля", "включить профиль")
    kept = clerk(*PRINTED_NOTICES, "--yes", "--json").json
    assert kept["issued"] == 0 and "settings-stand" in codes_of(kept)
    corrected = clerk(*PRINTED_NOTICES, "--yes", "--correct", "новый телефон", "--json")
    assert corrected.json["issued"] == 5
    said = text_of(workspace / documents[0]["path"])
    assert "Включить профиль." in said and "88722-00-00-00" in said


def test_a_week_sent_again_is_kept_beside_the_first_and_refused_with_the_difference(
    clerk: Clerk, letter: Path, workspace: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.xlsx"
    shutil.copy(workspace / SHEET, again)
    with sheet_changed(workspace, again) as sheet:
        sheet["H107"] = 5
    answer = clerk("weekly", str(again), "--yes")
    assert answer.status == 1
    assert "01-16/219" in answer.err
    assert "МКОУ «Берихинская ООШ»: Зарегистрировано: было 0, стало 5" in answer.err


def test_another_basis_for_an_issued_letter_is_refused_with_the_difference(
    clerk: Clerk, letter: Path
) -> None:
    answer = clerk("weekly", SHEET, "--yes", "--basis-number", "07-1")
    assert answer.status == 1
    assert "номер основания: было 06-5649/06-18/23, стало 07-1" in answer.err


def test_another_date_or_signatory_for_an_issued_letter_only_warns(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    extend_settings(workspace, ACTING)
    answer = clerk(
        "weekly", SHEET, "--yes", "--date", "19.04.2023", "--signatory", "acting", "--json"
    )
    assert answer.status == 0
    assert codes_of(answer.json) == [
        "date-stands",
        "signatory-stands",
    ]


def test_a_week_issued_by_hand_twice_says_its_number(clerk: Clerk, letter: Path) -> None:
    clerk("register", "annul", "219", "--reason", "отозвано", "--year", "2023")
    answer = clerk(*PRINTED_WEEK)
    assert (answer.status, "--new-edition" in answer.out + answer.err) == (0, True)
    assert clerk("register", "next", "--date", "19.04.2023").out.strip() == "01-16/220"
