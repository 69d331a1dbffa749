"""register inventory: the inner list of a file; a journal's title sheet."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from clerk import PRINTED_NOTICES, Clerk, entry, reserve
from edits import change_settings

YEAR = ("--year", "2023")
HEADING = "О недостижении показателей использования ИКОП «Сферум»"


@pytest.fixture
def notices(clerk: Clerk, letter: Path) -> None:
    """The letter of the printed week and its notices, 219 to 224."""
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0


def texts(path: Path) -> list[str]:
    """The paragraphs of a document, tables aside."""
    return [one.text for one in docx.Document(str(path)).paragraphs if one.text.strip()]


def cells(path: Path) -> list[list[str]]:
    """The rows of its first table."""
    [table, *_] = docx.Document(str(path)).tables
    return [[" ".join(cell.text.split()) for cell in row.cells] for row in table.rows]


def test_the_inner_list_of_a_file_says_what_lies_in_it(
    clerk: Clerk, workspace: Path, notices: None
) -> None:
    annulled = ("--reason", "ошибка в адресате", *YEAR)
    assert clerk("register", "annul", "223", *annulled).status == 0
    reserve(clerk, "О летнем отдыхе", "Главе района", "20.04.2023")
    answer = clerk("register", "inventory", "--case", "01-16", *YEAR)
    assert answer.status == 0, answer.err
    assert "Дело № 01-16 за 2023 год, документов: 5" in answer.out
    assert "не в деле: 01-16/223: аннулирован: ошибка в адресате" in answer.out
    assert "Начиная с 01-16/219 листы не посчитаны" in answer.out
    path = workspace / "letters/journals/Внутренняя опись 01-16 2023.docx"
    heads, letter, *others = cells(path)
    assert heads == [
        "№ п/п",
        "Номер документа",
        "Дата документа",
        "Заголовок документа",
        "Листы дела",
        "Примечание",
    ]
    assert letter[:3] == ["1", "01-16/219", "18.04.2023"]
    assert letter[3].startswith("Письмо (Руководителям ОО). О необходимости")
    assert [row[:2] for row in others] == [
        ["2", "01-16/220"],
        ["3", "01-16/221"],
        ["4", "01-16/222"],
        ["5", "01-16/224"],
    ]
    assert others[0][3:] == [f"Уведомление (МКОУ «Берихинская ООШ»). {HEADING}", "", ""]
    told = [one.replace("\N{NO-BREAK SPACE}", " ") for one in texts(path)]
    assert told[:2] == ["МКУ «УОМПСиТ»", "Внутренняя опись\nдокументов дела № 01-16 за 2023 год"]
    assert told[2:4] == [
        "Итого документов: 5 (пять), порядковые номера 1–5.",
        "В деле нет: № 01-16/223 (аннулирован: ошибка в адресате); № 01-16/225 (номер взят).",
    ]
    assert "Опись составил:" in told


def test_the_list_of_a_week_goes_on_from_what_lies_in_the_file_already(
    clerk: Clerk, workspace: Path, notices: None
) -> None:
    for day, sheets in (("24.04.2023", "1/3"), ("02.05.2023", "2"), ("03.05.2023", "б/с")):
        told = ("--from", "Министерство", "--number", day, "--date", day, "--received", day)
        incoming = clerk(
            "register", "incoming", *told, "--heading", "О мониторинге", "--sheets", sheets
        )
        assert incoming.status == 0, incoming.err
    answer = clerk("register", "inventory", "--period", "01.05.2023-07.05.2023", "--json")
    assert answer.status == 0, answer.err
    [found] = answer.json["inventories"]
    assert (found["case"], found["period"]) == ("01-15", ["2023-05-01", "2023-05-07"])
    lines = [(one["position"], one["number"], one["sheets"]) for one in found["documents"]]
    assert lines == [(2, "01-15/2", "5–6"), (3, "01-15/3", None)]
    assert found["documents"][0]["whom"] == "Министерство"
    path = workspace / found["file"]
    assert path.name == "Внутренняя опись 01-15 01.05.2023–07.05.2023.docx"
    assert "документы с 01.05.2023 по 07.05.2023" in texts(path)
    assert cells(path)[1][4] == "5–6"


def test_what_was_written_into_a_list_by_hand_is_kept(
    clerk: Clerk, workspace: Path, notices: None
) -> None:
    command = ("register", "inventory", "--case", "01-16", "--year", "2023")
    assert clerk(*command).status == 0
    [path] = (workspace / "letters/journals").glob("Внутренняя опись*.docx")
    made = path.read_bytes()
    assert clerk(*command).status == 0
    assert not (path.parent / "replaced").exists(), "the same list is written once"
    document = docx.Document(str(path))
    document.add_paragraph("Листов в деле: 37")
    document.save(str(path))
    assert clerk(*command).status == 0
    assert path.read_bytes() == made
    kept = docx.Document(str(path.parent / "replaced" / path.name))
    assert kept.paragraphs[-1].text == "Листов в деле: 37"
    assert clerk("register", "verify").status == 0


def test_a_file_that_ended_with_the_year_begins_anew(clerk: Clerk, workspace: Path) -> None:
    for day in ("29.12.2023", "09.01.2024"):
        told = ("--from", "Министерство", "--number", day, "--date", day, "--received", day)
        assert clerk("register", "incoming", *told, "--heading", "О чём").status == 0
    answer = clerk("register", "inventory", "--period", "25.12.2023-14.01.2024", "--json")
    found = answer.json["inventories"]
    assert [(one["year"], one["period"][1]) for one in found] == [
        (2023, "2023-12-31"),
        (2024, "2024-01-14"),
    ]
    assert [one["documents"][0]["position"] for one in found] == [1, 1]


def test_what_no_file_has_is_told(clerk: Clerk, workspace: Path, notices: None) -> None:
    nothing = clerk("register", "inventory", "--period", "01.05.2023-07.05.2023", "--json")
    assert (nothing.status, nothing.json["error"]["code"]) == (1, "inventory-empty")
    other = clerk("register", "inventory", "--case", "01-99", *YEAR)
    assert other.status == 1
    assert "В деле 01-99 нет документов за эти дни; есть дела: 01-16." in other.err
    both = clerk("register", "inventory", *YEAR, "--period", "01.05.2023-07.05.2023")
    assert both.status == 2 and "Укажите или --period, или --year." in both.err


def test_a_journal_gets_a_title_sheet_and_room_to_sign(
    clerk: Clerk, workspace: Path, notices: None
) -> None:
    ordered = ("--series", "orders", "--heading", "Об итогах", "--addressee", "–")
    assert clerk("register", "reserve", *ordered, "--date", "20.04.2023").status == 0
    answer = clerk("register", "export", "--json")
    titles = [path for path in answer.json["files"] if path.endswith(".docx")]
    assert titles == [
        "letters/journals/Журнал приказов 2023 титульный лист.docx",
        "letters/journals/Журнал исходящих 2023 титульный лист.docx",
    ]
    outgoing = workspace / "letters/journals/Журнал исходящих 2023 титульный лист.docx"
    told = [one.replace("\N{NO-BREAK SPACE}", " ") for one in texts(outgoing)]
    assert told[1:4] == [
        "(МКУ «УОМПСиТ»)",
        "Журнал регистрации исходящих документов",
        "за 2023 год",
    ]
    assert "Записей в журнале: 6 (шесть)." in told
    assert cells(outgoing) == [
        ["Дело №", ""],
        ["Начат", "18.04.2023"],
        ["Окончен", "18.04.2023"],
        ["Листов", ""],
        ["Срок хранения", "5 лет, ст. 182г"],
    ]
    orders = workspace / "letters/journals/Журнал приказов 2023 титульный лист.docx"
    assert cells(orders)[4] == ["Срок хранения", "________________, ст. ________"]


def test_how_long_a_journal_is_kept_is_as_the_settings_say(clerk: Clerk, workspace: Path) -> None:
    kept = 'journal = "orders"\nkept = "постоянно"\narticle = "182а"'
    change_settings(workspace, 'journal = "orders"', kept)
    ordered = ("--series", "orders", "--heading", "Об итогах", "--addressee", "–")
    assert clerk("register", "reserve", *ordered, "--date", "20.04.2023").status == 0
    assert clerk("register", "export").status == 0
    orders = workspace / "letters/journals/Журнал приказов 2023 титульный лист.docx"
    assert cells(orders)[4] == ["Срок хранения", "постоянно, ст. 182а"]


def test_a_journal_of_the_year_that_runs_has_no_end_yet(clerk: Clerk, workspace: Path) -> None:
    assert clerk("register", "reserve", "--heading", "О чём", "--addressee", "Кому").status == 0
    year = clerk("register", "list", "--json").json["entries"][0]["year"]
    assert clerk("register", "export").status == 0
    path = workspace / f"letters/journals/Журнал исходящих {year} титульный лист.docx"
    assert cells(path)[2] == ["Окончен", ""]


def test_a_fault_of_its_template_is_told_before_anything_is_written(
    clerk: Clerk, workspace: Path, notices: None
) -> None:
    template = workspace / "templates/inventory.docx"
    document = docx.Document(str(template))
    document.add_paragraph("{{ опись.страниц }}")
    document.save(str(template))
    answer = clerk("register", "inventory", *YEAR)
    assert answer.status == 1 and "опись.страниц" in answer.err
    assert not list((workspace / "letters").glob("journals/*"))
    assert entry(clerk, "219")["state"] == "issued"
