"""The rules of an order's form, noted where its template departs from them."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from clerk import BASIS, Clerk, entries
from edits import change_settings

ORDER = ("order", "data/monitoring/2023-04-21.xlsx", "--date", "25.04.2023", *BASIS, "--yes")


def changed(workspace: Path, old: str, new: str) -> None:
    """Change the text of a paragraph of the order's template; '' takes the paragraph out."""
    path = workspace / "templates/order.docx"
    document = docx.Document(str(path))
    paragraph = next(one for one in document.paragraphs if old in one.text)
    text = paragraph.text.replace(old, new)
    if new:
        paragraph.text = text
    else:
        paragraph._p.getparent().remove(paragraph._p)
    document.save(str(path))


def noted(clerk: Clerk) -> list[str]:
    """The codes of the notes on the order's form."""
    report = clerk("template", "check", "templates/order.docx", "--json").json
    assert report["ok"], report["faults"]
    return [note["code"] for note in report["notes"] if note["code"].startswith("order-")]


def test_the_shipped_order_departs_in_nothing(clerk: Clerk, workspace: Path) -> None:
    assert noted(clerk) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("ПРИКАЗЫВАЮ:", "", "order-command"),
        ("Контроль за исполнением", "", "order-control"),
        ("Руководителям организаций, указанных", "Всем указанным", "order-performer"),
        (" не позднее {{ письмо.срок }}.", ".", "order-deadline"),
    ],
)
def test_a_departure_is_noted(clerk: Clerk, workspace: Path, old: str, new: str, code: str) -> None:
    changed(workspace, old, new)
    assert code in noted(clerk)


def test_an_order_without_a_preamble_is_noted(clerk: Clerk, workspace: Path) -> None:
    changed(workspace, "По результатам мониторинга", "")
    changed(workspace, "целях достижения", "")
    assert noted(clerk) == ["order-preamble"]


def test_an_order_without_its_number_is_refused(clerk: Clerk, workspace: Path) -> None:
    changed(workspace, "{{ письмо.номер }}", "45")
    answer = clerk(*ORDER)
    assert (answer.status, "письмо.номер" in answer.err) == (1, True)
    assert entries(clerk) == []


def test_a_reminder_that_reminds_of_nothing_is_refused(clerk: Clerk, workspace: Path) -> None:
    change_settings(workspace, 'template = "reminder.docx"', 'template = "blank.docx"')
    answer = clerk("issue", "reminder", "--date", "25.04.2023", "--yes")
    assert (answer.status, "напоминаем" in answer.err) == (1, True)
