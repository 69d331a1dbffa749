"""Print files of what was issued."""

from __future__ import annotations

import re
from pathlib import Path

import docx
from clerk import PRINTED_NOTICES, TYPED, Clerk
from edits import change_directory, change_settings
from read_back import text_of


def test_a_file_to_print_lists_its_notices(clerk: Clerk, workspace: Path) -> None:
    answer = clerk(*PRINTED_NOTICES, "--yes", "--print", "--json")
    [path] = answer.json["print_files"]
    assert path == "letters/2023/print/01-16_219–01-16_223 Уведомление.docx"
    text = text_of(workspace / path)
    for document in answer.json["documents"]:
        assert document["number"] in text and document["school"] in text
    assert clerk("register", "verify").status == 0
    again = clerk(*PRINTED_NOTICES, "--print", "--json")
    assert (again.status, again.json["issued"], again.json["print_files"]) == (0, 0, [path])


def test_print_files_come_in_volumes(clerk: Clerk, workspace: Path) -> None:
    change_settings(workspace, "days_off = []", "days_off = []\nprint_volume = 2")
    files = clerk(*PRINTED_NOTICES, "--yes", "--print", "--json").json["print_files"]
    assert [Path(file).stem.split()[0] for file in files] == [
        "01-16_219–01-16_220",
        "01-16_221–01-16_222",
        "01-16_223",
    ]
    told = [text_of(workspace / file) for file in files]
    assert ["2 документа; том 1 из 3" in told[0], "1 документ; том 3 из 3" in told[2]] == [
        True,
        True,
    ]


def test_print_files_of_another_size_are_told_when_they_stay_beside(
    clerk: Clerk, workspace: Path
) -> None:
    [whole] = clerk(*PRINTED_NOTICES, "--yes", "--print", "--json").json["print_files"]
    assert "раньше" not in clerk(*PRINTED_NOTICES, "--yes", "--print").out
    change_settings(workspace, "days_off = []", "days_off = []\nprint_volume = 2")
    [told] = [
        line
        for line in clerk(*PRINTED_NOTICES, "--yes", "--print").out.splitlines()
        if "раньше" in line
    ]
    assert told.endswith(whole)


def test_a_new_edition_is_printed_where_its_number_stands(clerk: Clerk, workspace: Path) -> None:
    clerk(*PRINTED_NOTICES, "--yes")
    change_directory(workspace, "Черных Ольга Викторовна", "Черных Оксана Вадимовна")
    clerk(*PRINTED_NOTICES, "--yes", "--new-edition", "другой руководитель")
    [file] = clerk(*PRINTED_NOTICES, "--yes", "--print", "--json").json["print_files"]
    numbers = re.findall(r"01-16/[0-9]+", text_of(workspace / file).partition("Подпись, дата")[2])[
        :5
    ]
    assert numbers == sorted(numbers)
    assert Path(file).stem.startswith(f"{numbers[0]}–{numbers[-1]}".replace("/", "_"))


def test_a_single_volume_is_not_numbered(clerk: Clerk, workspace: Path) -> None:
    [file] = clerk(*PRINTED_NOTICES, "--yes", "--print", "--json").json["print_files"]
    assert "5 документов\n" in text_of(workspace / file)


def test_a_cover_with_a_fault_is_told_before_a_number_is_taken(
    clerk: Clerk, workspace: Path
) -> None:
    (workspace / "templates/print-cover.docx").unlink()
    answer = clerk(*PRINTED_NOTICES, "--yes", "--print")
    assert (answer.status, "print-cover.docx" in answer.err) == (1, True)
    assert not (workspace / "letters").exists()


def test_a_missing_file_is_told_when_it_is_to_be_printed(clerk: Clerk, workspace: Path) -> None:
    documents = clerk(*PRINTED_NOTICES, "--yes", "--json").json["documents"]
    lost, other = documents[2], documents[3]
    (workspace / lost["path"]).unlink()
    answer = clerk(*PRINTED_NOTICES, "--print")
    assert (answer.status, lost["number"] in answer.err) == (3, True)
    answer = clerk(*PRINTED_NOTICES, "--print", "--json")
    assert (answer.status, answer.json["lost"]) == (3, [lost["number"]])
    printed = text_of(workspace / answer.json["print_files"][0])
    assert (other["number"] in printed, lost["number"] in printed) == (True, False)


def test_print_files_made_before_a_correction_are_named(clerk: Clerk, workspace: Path) -> None:
    [whole] = clerk(*PRINTED_NOTICES, "--yes", "--print", "--json").json["print_files"]
    change_directory(workspace, "Черных Ольга Викторовна", "Черных Оксана Вадимовна")
    corrected = clerk(*PRINTED_NOTICES, "--yes", "--correct", "другой руководитель")
    [told] = [line for line in corrected.out.splitlines() if "прежние документы" in line]
    assert told.endswith(whole)
    change_directory(workspace, "Черных Оксана Вадимовна", "Черных Олеся Вадимовна")
    anew = clerk(*PRINTED_NOTICES, "--yes", "--print", "--correct", "ещё раз")
    assert "прежние документы" not in anew.out, "it was made anew under the same name"


def test_a_missing_file_doesnt_stop_the_others_from_being_printed(
    clerk: Clerk, workspace: Path
) -> None:
    documents = clerk(*PRINTED_NOTICES, "--yes", "--json").json["documents"]
    lost, other = documents[2], documents[3]
    (workspace / lost["path"]).unlink()
    answer = clerk("print", "--period", "18.04.2023-18.04.2023", "--json")
    [path] = answer.json["print_files"]
    assert (answer.status, answer.json["lost"]) == (3, [lost["number"]])
    assert lost["number"] in answer.err
    printed = text_of(workspace / path)
    assert (other["number"] in printed, lost["number"] in printed) == (True, False)
    alone = clerk("print", lost["number"], "--year", "2023", "--json")
    assert (alone.status, alone.json["error"]["code"]) == (3, "issued-file-missing")


def test_documents_of_long_ago_are_printed_again_by_number_or_period(
    clerk: Clerk, workspace: Path, letter: Path
) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    report = clerk("print", "219", "01-16/221", "--year", "2023", "--json").json
    [whole] = clerk("print", "221", "222", "--year", "2023", "--json").json["print_files"]
    assert whole == "letters/2023/print/01-16_221–01-16_222 Уведомление.docx"
    assert [Path(path).name for path in report["print_files"]] == [
        "01-16_219 Письмо.docx",
        "01-16_221 Уведомление.docx",
    ]
    answer = clerk("print", "--period", "18.04.2023-18.04.2023")
    assert answer.status == 0
    assert "letters/2023/print/01-16_220–01-16_224 Уведомление.docx" in answer.out
    assert clerk("register", "verify").status == 0


def test_a_cover_of_documents_without_a_week_names_none(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    assert clerk(*TYPED, "--date", "18.04.2023").status == 0
    written = docx.Document()
    written.add_paragraph("Уважаемый глава!")
    written.save(str(tmp_path / "письмо.docx"))
    assert (
        clerk("register", "attach", "219", str(tmp_path / "письмо.docx"), "--year", "2023").status
        == 0
    )
    [path] = clerk("print", "219", "--year", "2023", "--json").json["print_files"]
    text = text_of(workspace / path)
    assert ("мониторинга" in text, "1 документ" in text.replace("\xa0", " ")) == (False, True)
    assert "Уважаемый глава!" in text


def test_what_has_no_word_file_is_left_out_and_named(clerk: Clerk, letter: Path) -> None:
    assert clerk(*TYPED, "--date", "18.04.2023").status == 0
    answer = clerk("print", "--period", "01.04.2023-30.04.2023", "--json")
    assert (answer.status, answer.json["left_out"]) == (0, ["01-16/220"])
    assert len(answer.json["print_files"]) == 1


def test_nothing_to_print_is_told(clerk: Clerk, workspace: Path) -> None:
    assert clerk(*TYPED, "--date", "18.04.2023").status == 0
    nothing = clerk("print", "219", "--year", "2023")
    assert (nothing.status, "Печатать нечего" in nothing.err) == (1, True)
    assert (
        clerk("print").status == clerk("print", "219", "--period", "1.4.2023-2.4.2023").status == 2
    )


def test_a_number_named_twice_is_printed_once(clerk: Clerk, letter: Path) -> None:
    [path] = clerk("print", "219", "219", "--year", "2023", "--json").json["print_files"]
    assert Path(path).name == "01-16_219 Письмо.docx"


def test_another_choice_of_numbers_is_another_file(clerk: Clerk, workspace: Path) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    [some] = clerk("print", "219", "221", "--year", "2023", "--json").json["print_files"]
    [all_] = clerk("print", "219", "220", "221", "--year", "2023", "--json").json["print_files"]
    [ranged] = clerk("print", "219-221", "--year", "2023", "--json").json["print_files"]
    assert ranged == all_
    assert Path(some).name == "01-16_219–01-16_221 (2) Уведомление.docx"
    assert Path(all_).name == "01-16_219–01-16_221 Уведомление.docx"


def test_a_file_changed_after_issue_is_told_when_it_is_printed(clerk: Clerk, letter: Path) -> None:
    letter.chmod(0o644)
    changed = docx.Document(str(letter))
    changed.add_paragraph("Дописано")
    changed.save(str(letter))
    answer = clerk("print", "219", "--year", "2023")
    assert (answer.status, "изменён после выпуска" in answer.err) == (0, True)
