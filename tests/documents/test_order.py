"""The order, the statement that it approves, and the sheets that are filed with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from clerk import BASIS, PRINTED_WEEK, Clerk, entries, entry
from edits import change_settings, change_template
from read_back import all_described, opened, pages_of, text_of

GOLDEN = Path(__file__).with_name("golden")
SHEET = "data/monitoring/2023-04-21.xlsx"
ORDER = ("order", SHEET, "--date", "25.04.2023", *BASIS, "--yes")
FILES = "letters/2023/45-ОД Приказ"
ACTING = """
[people.acting]
post = "и.о. начальника"
name = "Исаев Магомед Гаджиевич"
from = 2023-04-24
to = 2023-04-28
"""


def told(path: Path) -> list[str]:
    """A document as its golden file writes it: its paragraphs, then its tables."""
    document = opened(path)
    rows = [
        "| " + " | ".join(" ".join(cell.text.split()) for cell in row.cells) + " |"
        for table in document.tables
        for row in table.rows
    ]
    return [*all_described(document), *rows]


@pytest.fixture
def order(clerk: Clerk, workspace: Path) -> Path:
    """The order of the second week, the first one's letter issued before it."""
    assert clerk(*PRINTED_WEEK).status == 0
    answer = clerk(*ORDER)
    assert answer.status == 0, answer.err
    return workspace / f"{FILES}.docx"


@pytest.mark.parametrize(
    ("file", "golden"),
    [
        ("", "order"),
        (" приложение 1", "statement"),
        (" лист ознакомления", "acquaintance"),
        (" указатель рассылки", "distribution"),
    ],
)
def test_the_order_and_what_goes_with_it_read_as_they_should(
    order: Path, workspace: Path, file: str, golden: str
) -> None:
    source = GOLDEN / f"{golden}.txt"
    assert told(workspace / f"{FILES}{file}.docx") == source.read_text("utf-8").splitlines()


def test_an_order_has_its_own_journal_and_its_sheets_are_no_appendices(
    clerk: Clerk, order: Path, workspace: Path
) -> None:
    shown = entry(clerk, "45-ОД")
    assert (shown["series"], shown["case"], shown["deadline"]) == ("orders", "ОД", "2023-05-03")
    roles = [file["role"] for file in shown["files"]]
    assert roles == ["document", "appendix", "enclosure", "enclosure"]
    assert len(shown["appendices"]) == 1
    assert clerk("register", "verify").status == 0
    assert clerk("register", "export", "приказы.csv", "--journal", "orders").status == 0
    assert "О мерах по достижению" in (workspace / "приказы.csv").read_text("utf-8-sig")


def test_the_same_order_is_issued_once(clerk: Clerk, order: Path) -> None:
    again = clerk(*ORDER, "--json").json
    assert (again["issued"], again["already_issued"]) == (0, 1)
    assert [one["number"] for one in again["documents"]] == ["45-ОД"]


def test_without_a_school_that_falls_short_there_is_no_order(clerk: Clerk, workspace: Path) -> None:
    for old, new in (
        ('equals = "Активен"', 'equals = "Активен"\n'),
        ("at_least = 100", "at_least = 0"),
        ("at_least = 80", "at_least = 0"),
        ("at_least = 1\n", "at_least = 0\n"),
    ):
        change_settings(workspace, old, new)
    change_settings(
        workspace, 'value = "status"\nequals = "Активен"', 'value = "chats"\nat_least = 0'
    )
    answer = clerk(*ORDER)
    assert answer.status == 0, answer.err
    assert "все школы выполнили показатели" in answer.out
    assert entries(clerk) == []


def test_a_long_list_of_schools_is_counted_and_the_statement_has_it(
    clerk: Clerk, workspace: Path
) -> None:
    change_settings(workspace, "# schools_named = 10", "schools_named = 4")
    assert clerk(*ORDER).status == 0
    text = text_of(workspace / f"{FILES}.docx")
    assert (
        "Зарегистрировать в ИКОП «Сферум» всех учителей (9 организаций согласно приложению)."
        in text
    )
    assert "(МКОУ «Хибиятлинская ООШ», МКОУ «Цехокская НОШ»)" in text


def test_control_may_be_given_to_somebody(clerk: Clerk, workspace: Path) -> None:
    change_settings(workspace, "# control = ", "control = ")
    change_settings(workspace, "[series.outgoing]", ACTING + "[series.outgoing]")
    assert clerk(*ORDER).status == 0
    text = text_of(workspace / f"{FILES}.docx")
    assert "возложить на и.о. начальника Исаева М.Г." in text


def test_an_acting_head_signs_on_their_days_alone(clerk: Clerk, workspace: Path) -> None:
    change_settings(workspace, "[series.outgoing]", ACTING + "[series.outgoing]")
    assert clerk(*ORDER).status == 0
    assert entry(clerk, "45-ОД")["signatory"] == "Исаев Магомед Гаджиевич"
    later = clerk("weekly", SHEET, "--date", "02.05.2023", "--yes", "--signatory", "acting")
    assert later.status == 1
    assert "24.04.2023" in later.err
    assert "28.04.2023" in later.err


def test_a_person_whose_name_is_doubtful_is_asked_about(clerk: Clerk, workspace: Path) -> None:
    change_settings(workspace, "Магомедова Патимат Пайзулаевна", "Хейфец П.П.")
    answer = clerk(*ORDER)
    assert (answer.status, "Хейфец П.П." in answer.err) == (1, True)
    assert entries(clerk) == []
    change_settings(workspace, 'name = "Хейфец П.П."', 'name = "Хейфец П.П."\nsex = "м"')
    answer = clerk(*ORDER)
    assert answer.status == 0, answer.err
    assert "винительный" in answer.out


def test_a_form_given_by_hand_is_taken(clerk: Clerk, workspace: Path) -> None:
    given = 'name = "Хейфец П.П."\nsex = "м"\nname_forms = { accusative = "Хейфеца П.П." }'
    change_settings(workspace, 'name = "Магомедова Патимат Пайзулаевна"', given)
    assert clerk(*ORDER).status == 0
    text = text_of(workspace / f"{FILES}.docx")
    assert "Назначить методиста Хейфеца П.П. ответственным" in text


def test_the_signature_stands_with_text(order: Path, to_pdf: Callable[[Path], Path]) -> None:
    pages = pages_of(to_pdf(order))
    assert len(pages) == 2
    assert "оставляю за собой" in " ".join(pages[1].split())
    assert "Г.К. Абакаров" in pages[1]


def test_cases_that_the_template_does_not_use_are_not_asked_about(
    clerk: Clerk, workspace: Path
) -> None:
    given = 'name = "Хейфец П.П."\nsex = "м"\nname_forms = { accusative = "Хейфеца П.П." }'
    change_settings(workspace, 'name = "Магомедова Патимат Пайзулаевна"', given)
    ids = [doubt["id"] for doubt in clerk(*ORDER, "--dry-run", "--json").json["doubts"]]
    assert [one for one in ids if one.startswith("person")] == [
        "person-name-doubtful:methodist/dative"
    ]
    change_template(
        workspace / "templates/order.docx",
        lambda xml: xml.replace("ответственный.имя | дательный", "ответственный.имя"),
    )
    ids = [doubt["id"] for doubt in clerk(*ORDER, "--dry-run", "--json").json["doubts"]]
    assert [one for one in ids if one.startswith("person")] == []


def test_any_case_that_the_template_uses_is_asked_about(clerk: Clerk, workspace: Path) -> None:
    change_settings(
        workspace, 'name = "Магомедова Патимат Пайзулаевна"', 'name = "Хейфец П.П."\nsex = "м"'
    )
    change_template(
        workspace / "templates/statement.docx",
        lambda xml: xml.replace("составитель.подпись", "составитель.имя | тв | инициалы"),
    )
    statement = ("issue", "statement", *ORDER[1:], "--dry-run", "--json")
    ids = [doubt["id"] for doubt in clerk(*statement).json["doubts"]]
    assert "person-name-doubtful:methodist/instrumental" in ids


def test_several_indicators_that_most_schools_miss_are_spoken_of_in_the_plural(
    clerk: Clerk, workspace: Path
) -> None:
    sheet = "data/monitoring/2023-04-14.xlsx"
    answer = clerk("order", sheet, "--date", "20.04.2023", "--yes")
    assert answer.status == 0, answer.err
    [statement] = workspace.glob("letters/2023/* приложение 1.docx")
    assert (
        "Чаще всего не достигаются показатели «Статус профиля», «Доля зарегистрированных», "
        "«Служебные чаты» (5 организаций)."
    ) in " ".join(text_of(statement).split())


def test_after_an_order_the_clerk_is_told_to_acquaint_people_with_it(clerk: Clerk) -> None:
    told = clerk(*ORDER).out
    assert (
        "Дальше: подпишите 45-ОД и ознакомьте с ним под подпись: letters-gen register signed "
        "45-ОД, затем letters-gen register acquainted 45-ОД."
    ) in told
