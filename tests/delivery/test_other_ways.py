"""What goes out another way than by mail: envelopes, the dispatch list, the distribution list."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest
from clerk import PRINTED_NOTICES, PRINTED_WEEK, Clerk, entry
from mail import Mailbox, attach_scan, mail_by, mail_server
from scanner import small_scan

YEAR = ("--year", "2023")


def with_addresses(workspace: Path, without: str = "") -> None:
    """Give every school of the directory a postal address, but for one."""
    directory = workspace / "data/schools.csv"
    first, *lines = directory.read_text(encoding="utf-8-sig").splitlines()
    told = [f"{first};Адрес"]
    for number, line in enumerate(lines):
        is_without = bool(without) and without in line
        told.append(line + (";" if is_without else f';"003{number:03}, РД, с. Село {number}"'))
    directory.write_text("\n".join(told), encoding="utf-8-sig")


@pytest.fixture
def notices(clerk: Clerk, letter: Path) -> None:
    """The letter of the printed week and its notices, 219 to 224."""
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0


def cells(path: Path) -> list[list[str]]:
    [table, *_] = docx.Document(str(path)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_an_envelope_names_the_head_and_keeps_the_zeros_of_the_index(
    clerk: Clerk, workspace: Path, notices: None
) -> None:
    with_addresses(workspace)
    answer = clerk("envelopes", "220-224", *YEAR, "--json")
    assert answer.status == 0, answer.err
    path = answer.json["file"]
    assert path == "letters/2023/print/Конверты 01-16_220–01-16_224.docx"
    document = docx.Document(str(workspace / path))
    assert len(document.tables) == len(answer.json["envelopes"]) == 5
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (229, 162)
    [sender, _], [numbers, whom] = [
        [cell.text for cell in row.cells] for row in document.tables[0].rows
    ]
    assert "МКУ «УОМПСиТ»" in sender and sender.endswith("\n368412")
    assert numbers == "№\N{NO-BREAK SPACE}01-16/220"
    assert whom.startswith("Кому: Директору МКОУ «Берихинская ООШ» Газимагомедову")
    assert "Куда: РД, с." in whom and whom.endswith("\n003001")


def test_what_goes_to_one_school_goes_in_one_envelope_and_who_has_it_needs_none(
    clerk: Clerk, workspace: Path, notices: None
) -> None:
    with_addresses(workspace)
    assert clerk("register", "sent", "221", *YEAR, "--by", "эл.почта").status == 0
    report = clerk("envelopes", "219-221", *YEAR, "--json").json
    numbers = [one["numbers"] for one in report["envelopes"]]
    assert len(numbers) == 22
    assert ["01-16/219", "01-16/220"] in numbers and ["01-16/219", "01-16/221"] not in numbers
    everybody = clerk("envelopes", "221", *YEAR, "--all", "--json").json
    assert [one["numbers"] for one in everybody["envelopes"]] == [["01-16/221"]]


def test_a_school_without_a_postal_address_is_told(
    clerk: Clerk, workspace: Path, notices: None
) -> None:
    with_addresses(workspace, without="Берихинская")
    answer = clerk("envelopes", "220-221", *YEAR, "--json")
    assert answer.status == 1
    assert [one["code"] for one in answer.json["left_out"]] == ["envelope-no-address"]
    assert len(answer.json["envelopes"]) == 1
    assert "столбец «Адрес»" in answer.err


def test_the_dispatch_list_says_who_got_what_by_which_way(
    clerk: Clerk, workspace: Path, notices: None
) -> None:
    assert clerk("register", "sent", "220", *YEAR, "--by", "hand", "--on", "19.04.2023").status == 0
    assert clerk("register", "sent", "221", *YEAR, "--by", "почта").status == 0
    with mail_server(Mailbox(answers=lambda to: None)) as box:
        mail_by(workspace, box)
        attach_scan(clerk, workspace, "222")
        assert clerk("send", "222", *YEAR, "--yes").status == 1
    answer = clerk("register", "dispatch", "220-224", *YEAR, "--json")
    assert answer.status == 0, answer.err
    told = {one["number"]: one for one in answer.json["deliveries"]}
    assert (told["01-16/220"]["way"], told["01-16/220"]["on"]) == ("нарочно", "2023-04-19")
    assert told["01-16/220"]["name"] == "Газимагомедов\N{NO-BREAK SPACE}Ш.О."
    assert told["01-16/221"]["way"] == "почта"
    assert told["01-16/222"]["way"] == "эл. почта: неизвестно" and told["01-16/222"]["id"]
    assert told["01-16/223"]["way"] is None
    assert answer.json["ways"] == {"нарочно": 1, "почта": 1, "не отправлено": 3}
    book, document = (workspace / path for path in answer.json["files"])
    rows = cells(document)
    assert rows[0][-1] == "Получил: подпись, дата"
    assert [row[-1] for row in rows[1:3]] == ["", "–"]
    sheet = openpyxl.load_workbook(book).active
    assert sheet is not None
    assert sheet["A1"].value == "Реестр отправки за 18.04.2023"
    assert sheet["B4"].value == "01-16/220" and sheet["G4"].value == "нарочно"


def test_a_list_to_carry_names_what_hasnt_gone_yet(
    clerk: Clerk, workspace: Path, notices: None
) -> None:
    assert clerk("register", "sent", "221", *YEAR, "--by", "почта").status == 0
    answer = clerk("register", "dispatch", "220-222", *YEAR, "--by", "нарочно", "--json")
    ways = {one["number"]: (one["way"], one["on"]) for one in answer.json["deliveries"]}
    assert ways == {"01-16/220": ("нарочно", None), "01-16/222": ("нарочно", None)}
    nothing = clerk("register", "dispatch", "221", *YEAR, "--by", "ЭДО", "--json")
    assert (nothing.status, nothing.json["error"]["code"]) == (1, "dispatch-empty")


def test_a_way_is_named_once(clerk: Clerk, workspace: Path, notices: None) -> None:
    twice = clerk("register", "sent", "220", *YEAR, "--by", "почта", "--way", "курьер")
    assert twice.status == 2
    assert clerk("register", "sent", "220-221", *YEAR, "--by", "мессенджер").status == 0
    [delivery] = entry(clerk, "220")["deliveries"]
    assert delivery["way"] == "мессенджер"
    assert clerk("register", "sent", "222", *YEAR, "--way", "фельдъегерь").status == 0


def test_a_distribution_list_is_an_appendix_of_a_letter_to_many(
    clerk: Clerk, workspace: Path
) -> None:
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace('"appendix.xlsx"]', '"appendix.xlsx", "recipients.docx"]'), encoding="utf-8"
    )
    answer = clerk(*PRINTED_WEEK, "--json")
    assert answer.status == 0, answer.err
    path = workspace / answer.json["documents"][0]["appendices"][2]
    rows = cells(path)
    assert len(rows) == 23
    assert rows[1][1:3] == ["МКОУ «Асахская СОШ»", "school31006@example.org"]
    assert "№\N{NO-BREAK SPACE}01-16/219" in docx.Document(str(path)).paragraphs[0].text


def test_files_laid_ready_for_a_school_with_a_long_name_dont_take_each_other_s_place(
    clerk: Clerk, workspace: Path
) -> None:
    long = "МБОУ «Берихинская средняя общеобразовательная школа имени Героя Советского Союза»"
    directory = workspace / "data/schools.csv"
    text = directory.read_text(encoding="utf-8-sig")
    directory.write_text(text.replace("МКОУ «Берихинская ООШ»", long), encoding="utf-8-sig")
    issued = clerk(*PRINTED_NOTICES, "--yes", "--json")
    assert issued.status == 0, issued.err
    [one] = [one for one in issued.json["documents"] if "Берихинская" in one["school"]]
    for size in (900, 901):
        attach_scan(clerk, workspace, one["number"], size)

    laid = workspace / "На отправку"
    seq = one["number"].rpartition("/")[2]
    assert clerk("send", seq, "--year", "2023", "--out", str(laid)).status == 0
    names = sorted(path.name for path in laid.rglob("*.pdf"))
    assert [name.partition(" 01-16_")[2] for name in names] == [
        f"{seq} Уведомление скан 1.pdf",
        f"{seq} Уведомление скан 2.pdf",
    ]
    assert all(name.startswith("МБОУ Берихинская") for name in names)
    assert clerk("send", seq, "--year", "2023", "--draft").status == 0
    [draft] = workspace.rglob("*.eml")
    assert draft.name.endswith(f" 01-16_{seq} Уведомление.eml")


def test_a_print_pdf_made_before_a_correction_is_told_too(clerk: Clerk, workspace: Path) -> None:
    issued = clerk(*PRINTED_NOTICES, "--yes", "--print")
    assert issued.status == 0, issued.err
    [joined] = (workspace / "letters/2023/print").glob("*.docx")
    joined.with_suffix(".pdf").write_bytes(small_scan())
    directory = workspace / "data/schools.csv"
    text = directory.read_text(encoding="utf-8-sig")
    head = "Газимагомедов Шамиль Омарович"
    directory.write_text(text.replace(head, "Исаев Магомед Гаджиевич"), encoding="utf-8-sig")
    answer = clerk(*PRINTED_NOTICES, "--yes", "--correct", "сменился директор")
    assert answer.status == 0, answer.err
    for suffix in (".docx", ".pdf"):
        told = f"в нём прежние документы — удалите: letters/2023/print/{joined.stem}{suffix}"
        assert told in answer.out
