"""notices: a notice to each school that falls short, to its head by name."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import openpyxl
import pytest
from conftest import Clerk

SHEET = "data/monitoring/2023-04-14.xlsx"
NOTICES = ("notices", SHEET, "--date", "18.04.2023")
SHORT = [
    "МКОУ «Берихинская ООШ»",
    "МКОУ «Междуреченская СОШ»",
    "МКОУ «Хибиятлинская ООШ»",
    "МКОУ «Хупринская ООШ»",
]


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
    assert [one["number"] for one in report["documents"]] == [
        f"01-16/{number}" for number in range(219, 224)
    ]
    assert [one["addressee"] for one in report["documents"]] == [
        "Директору МКОУ «Берихинская ООШ» Газимагомедову Ш.О.",
        "Исполняющей обязанности директора МКОУ «Междуреченская СОШ» Джабраиловой Х.Н.",
        "Директору МКОУ «Хибиятлинская ООШ» Нурудиновой С.М.",
        "Директору МКОУ «Хупринская ООШ» Черных О.В.",
        "Заведующему МКОУ «Цехокская НОШ» Мусе И.М.",
    ]


def test_a_notice_says_what_its_school_must_mend_and_by_when(clerk: Clerk, workspace: Path) -> None:
    [document] = clerk(*NOTICES, "--yes", "--only", "МКОУ «Междуреченская СОШ»", "--json").json[
        "documents"
    ]
    text = text_of(workspace / document["path"])
    assert "Уважаемая Хадижат Нурмагомедовна!" in text
    assert "в срок до 25 апреля 2023 г." in text
    assert (
        "Обеспечить активацию профиля." in text
        and "Зарегистрировать в ИКОП «Сферум» всех учителей." in text
    )
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


def test_a_school_without_a_head_gets_its_notice_to_the_post_with_a_warning(
    clerk: Clerk, workspace: Path
) -> None:
    change_directory(workspace, "Черных Ольга Викторовна", "")
    report = clerk(*NOTICES, "--yes", "--json").json
    [document] = [one for one in report["documents"] if one["school"] == "МКОУ «Хупринская ООШ»"]
    assert document["addressee"] == "Руководителю МКОУ «Хупринская ООШ»"
    assert "Уважаем" not in text_of(workspace / document["path"])
    [warning] = [one for one in report["warnings"] if one["code"] == "school-without-head"]
    assert "schools.csv, строка 15" in warning["where"]


def test_a_school_that_the_directory_lacks_comes_last_and_to_its_post(
    clerk: Clerk, workspace: Path
) -> None:
    path = workspace / "data/schools.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    path.write_text(
        "\n".join(line for line in lines if "Берихинская" not in line), encoding="utf-8-sig"
    )
    report = clerk(*NOTICES, "--yes", "--json").json
    assert report["documents"][-1]["addressee"].startswith("Руководителю МКОУ «Берихинская ООШ»")


def test_what_is_doubtful_is_told_and_the_assumed_form_is_taken(
    clerk: Clerk, workspace: Path
) -> None:
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
        workspace,
        "school32120@example.org",
        "school32120@example.org;Мусову Ибрагиму Мусаевичу;начальнику",
    )
    assert clerk("check", SHEET, "--json").json["doubts"] == []
    report = clerk(*NOTICES, "--yes", "--json").json
    assert report["documents"][-1]["addressee"] == "Начальнику МКОУ «Цехокская НОШ» Мусову И.М."
    assert path.exists()


def test_a_name_that_doesnt_tell_the_sex_stops_until_it_is_answered(
    clerk: Clerk, workspace: Path
) -> None:
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
    text = settings.read_text(encoding="utf-8").replace(
        "days_off = []", "days_off = []\nprint_volume = 2"
    )
    settings.write_text(text, encoding="utf-8")
    files = clerk(*NOTICES, "--yes", "--print", "--json").json["print_files"]
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
    [whole] = clerk(*NOTICES, "--yes", "--print", "--json").json["print_files"]
    assert "раньше" not in clerk(*NOTICES, "--yes", "--print").out
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8").replace(
        "days_off = []", "days_off = []\nprint_volume = 2"
    )
    settings.write_text(text, encoding="utf-8")
    [told] = [
        line for line in clerk(*NOTICES, "--yes", "--print").out.splitlines() if "раньше" in line
    ]
    assert told.endswith(whole)


def test_a_new_edition_is_printed_where_its_number_stands(clerk: Clerk, workspace: Path) -> None:
    clerk(*NOTICES, "--yes")
    change_directory(workspace, "Черных Ольга Викторовна", "Черных Оксана Вадимовна")
    clerk(*NOTICES, "--yes", "--new-edition", "другой руководитель")
    [file] = clerk(*NOTICES, "--yes", "--print", "--json").json["print_files"]
    numbers = re.findall(r"01-16/[0-9]+", text_of(workspace / file).partition("Подпись, дата")[2])[
        :5
    ]
    assert numbers == sorted(numbers)
    assert Path(file).stem.startswith(f"{numbers[0]}–{numbers[-1]}".replace("/", "_"))


def test_a_new_edition_that_only_annuls_is_no_failure(clerk: Clerk, workspace: Path) -> None:
    documents = clerk(*NOTICES, "--yes", "--json").json["documents"]
    sheet = workspace / SHEET
    book = openpyxl.load_workbook(sheet)
    rows = book.worksheets[0].iter_rows()
    row = next(row for row in rows if any(documents[0]["inn"] in str(cell.value) for cell in row))
    heads = [next(cell for cell in row if cell.value == text) for text in ("Не активен",)]
    heads[0].value = "Активен"
    staff = next(cell for cell in row if isinstance(cell.value, int) and 0 < cell.value < 100)
    for cell in row:
        if cell.column > staff.column and cell.value == 0:
            cell.value = staff.value
    book.save(sheet)
    clerk(*NOTICES, "--yes", "--correct", "данные министерства")
    answer = clerk(*NOTICES, "--yes", "--new-edition", "данные министерства", "--json")
    assert (answer.status, answer.json["issued"]) == (0, 0), answer.err
    states = {
        entry["number"]: entry["state"]
        for entry in clerk("register", "list", "--json").json["entries"]
    }
    assert states[documents[0]["number"]] == "annulled"


def test_a_single_volume_is_not_numbered(clerk: Clerk, workspace: Path) -> None:
    [file] = clerk(*NOTICES, "--yes", "--print", "--json").json["print_files"]
    assert "5 документов\n" in text_of(workspace / file)


def test_a_cover_with_a_fault_is_told_before_a_number_is_taken(
    clerk: Clerk, workspace: Path
) -> None:
    (workspace / "templates/print-cover.docx").unlink()
    answer = clerk(*NOTICES, "--yes", "--print")
    assert (answer.status, "print-cover.docx" in answer.err) == (1, True)
    assert not (workspace / "letters").exists()


@pytest.mark.parametrize("jobs", ["0", "много"])
def test_the_number_of_jobs_is_a_number(clerk: Clerk, jobs: str) -> None:
    assert clerk(*NOTICES, "--yes", "--jobs", jobs).status == 2


def test_a_head_renamed_since_is_a_difference_and_a_correction_greets_the_new_one(
    clerk: Clerk, workspace: Path
) -> None:
    [document] = clerk(*NOTICES, "--yes", "--only", "МКОУ «Хупринская ООШ»", "--json").json[
        "documents"
    ]
    change_directory(workspace, "Черных Ольга Викторовна", "Черных Оксана Вадимовна")
    refused = clerk(*NOTICES, "--yes")
    assert refused.status == 1 and "Черных Оксана Вадимовна" in refused.err
    assert (
        clerk(
            *NOTICES, "--yes", "--correct", "ошибка в имени", "--only", "МКОУ «Хупринская ООШ»"
        ).status
        == 0
    )
    assert "Уважаемая Оксана Вадимовна!" in text_of(workspace / document["path"])


def test_what_is_asked_and_the_requisites_are_remade_by_a_correction(
    clerk: Clerk, workspace: Path
) -> None:
    documents = clerk(*NOTICES, "--yes", "--json").json["documents"]
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8").replace("88722-55-06-16", "88722-00-00-00")
    settings.write_text(
        text.replace("обеспечить активацию профиля", "включить профиль"), encoding="utf-8"
    )
    kept = clerk(*NOTICES, "--yes", "--json").json
    assert kept["issued"] == 0 and "settings-stand" in [one["code"] for one in kept["warnings"]]
    assert clerk(*NOTICES, "--yes", "--correct", "новый телефон", "--json").json["issued"] == 5
    said = text_of(workspace / documents[0]["path"])
    assert "Включить профиль." in said and "88722-00-00-00" in said


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Омаров Омар (и.о.)", "head-name-odd"),
        ("Гасанова З. М., директор", "head-name-odd"),
        ("рамазанов Рамазан абдулаевич", "head-name-odd"),
        ("ЧЕРНЫХ ОЛЬГА ВИКТОРОВНА", "head-name-odd"),
        ("{{ 7*7 }}", "head-name-odd"),
    ],
)
def test_what_isnt_written_as_a_name_stops_and_says_where(
    clerk: Clerk, workspace: Path, head: str, code: str
) -> None:
    change_directory(workspace, "Черных Ольга Викторовна", head)
    [doubt] = clerk("check", SHEET, "--json").json["doubts"]
    assert (doubt["code"], doubt["assumed"]) == (code, None)
    answer = clerk(*NOTICES, "--yes")
    assert answer.status == 1 and "schools.csv, строка 15" in answer.err
    assert not (workspace / "letters").exists()


@pytest.mark.parametrize(
    "head",
    [
        "Черных О.В.",
        "О.В. Черных",
        "Гаджиев М-А.К.",
        "Мамедов Али Гасан оглы",
        "Сулейман-Стальский Магомед-Расул",
    ],
)
def test_names_as_people_write_them_are_no_oddity(clerk: Clerk, workspace: Path, head: str) -> None:
    change_directory(workspace, "Черных Ольга Викторовна;директор;", f"{head};директор;м")
    assert "head-name-odd" not in [
        doubt["code"] for doubt in clerk("check", SHEET, "--json").json["doubts"]
    ]


def test_a_sex_that_the_name_contradicts_stops(clerk: Clerk, workspace: Path) -> None:
    change_directory(
        workspace, "Черных Ольга Викторовна;директор;", "Черных Ольга Викторовна;директор;м"
    )
    [doubt] = clerk("check", SHEET, "--json").json["doubts"]
    assert (doubt["code"], doubt["assumed"]) == ("head-sex-contradicts", None)


@pytest.mark.parametrize("nobody", ["вакансия", "—", "нет"])
def test_a_vacancy_is_no_head(clerk: Clerk, workspace: Path, nobody: str) -> None:
    change_directory(workspace, "Черных Ольга Викторовна", nobody)
    assert "school-without-head" in [
        one["code"] for one in clerk("check", SHEET, "--json").json["warnings"]
    ]


def test_a_post_that_names_its_school_isnt_followed_by_it_again(
    clerk: Clerk, workspace: Path
) -> None:
    was = "Черных Ольга Викторовна;директор;"
    change_directory(workspace, was, "Черных Ольга Викторовна;директор МКОУ «Хупринская ООШ»;")
    [document] = clerk(*NOTICES, "--yes", "--only", "МКОУ «Хупринская ООШ»", "--json").json[
        "documents"
    ]
    assert document["addressee"] == "Директору МКОУ «Хупринская ООШ» Черных О.В."


def test_a_quotation_mark_never_closed_is_told_with_its_line(clerk: Clerk, workspace: Path) -> None:
    path = workspace / "data/schools.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    lines[4] = lines[4].replace(";МКОУ", ';"МКОУ', 1)
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    answer = clerk(*NOTICES, "--yes")
    assert (answer.status, "schools.csv, строка 5" in answer.err) == (1, True)


def test_schools_named_that_dont_fall_short_are_told_as_such(clerk: Clerk) -> None:
    answer = clerk(*NOTICES, "--yes", "--only", "МКОУ «Генухская СОШ»")
    assert (answer.status, "у названных школ замечаний нет" in answer.out) == (0, True)


def test_a_run_tells_what_it_has_issued_itself(clerk: Clerk) -> None:
    clerk(*NOTICES, "--yes", "--only", "МКОУ «Хупринская ООШ»")
    out = clerk(*NOTICES, "--yes").out
    assert "Выпущено 01-16/220" in out and "Выпущено раньше: 1" in out
    assert "Выпущено 01-16/219" not in out


def test_a_missing_file_is_told_when_it_is_to_be_printed(clerk: Clerk, workspace: Path) -> None:
    documents = clerk(*NOTICES, "--yes", "--json").json["documents"]
    (workspace / documents[2]["path"]).unlink()
    answer = clerk(*NOTICES, "--print")
    assert (answer.status, documents[2]["number"] in answer.err) == (3, True)


def test_a_template_that_names_a_deadline_needs_one(clerk: Clerk, workspace: Path) -> None:
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8").replace("deadline = 5 ", "# deadline = 5 ")
    settings.write_text(text, encoding="utf-8")
    answer = clerk(*NOTICES, "--yes")
    assert answer.status == 1 and "types.notice.deadline = 5" in answer.err
    assert not (workspace / "letters").exists()


def test_a_dry_run_sees_a_number_that_a_file_bears(clerk: Clerk, workspace: Path) -> None:
    folder = workspace / "letters/2023"
    folder.mkdir(parents=True)
    (folder / "01-16_221 чужое.docx").touch()
    answer = clerk(*NOTICES, "--dry-run")
    assert (answer.status, "01-16_221 чужое.docx" in answer.err) == (3, True)
