"""The covering letter told on the page: its deadline, and a number that looks like none."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from page_desk import Clerk, forms, text_of

SHEET = "/sheets/2023-04-21.xlsx"
LETTER = {"author": "Министерство образования и науки РД", "number": "06-77", "day": "24.04.2023"}


def told(page: Clerk, **typed: str) -> tuple[int, str]:
    """The status and the words of the answer to a covering letter."""
    [form] = forms(page.open(f"{SHEET}/basis"), "/basis")
    answer = page.post(form.action, form.but(**{**LETTER, **typed}))
    return answer.status_code, text_of(answer.text)


def kept(workspace: Path) -> Any:
    """What is kept of it beside its sheet."""
    sidecar = workspace / "data/monitoring/2023-04-21.toml"
    return tomllib.loads(sidecar.read_text(encoding="utf-8"))["basis"]


def test_a_report_has_the_deadline_that_the_letter_sets(page: Clerk, workspace: Path) -> None:
    assert told(page, due="10.05.2023")[0] == 303
    assert kept(workspace)["due"].isoformat() == "2023-05-10"
    shown = text_of(page.open(f"{SHEET}/report?day=25.04.2023"))
    assert "Срок 10.05.2023" in shown
    assert 'value="10.05.2023"' in page.open(f"{SHEET}/basis")


def test_the_deadline_of_another_letter_goes_with_it(page: Clerk, workspace: Path) -> None:
    told(page, due="10.05.2023")
    assert told(page, number="06-78", due="")[0] == 303
    assert "due" not in kept(workspace)
    assert kept(workspace)["number"] == "06-78"


def test_a_deadline_before_the_letter_itself_is_told(page: Clerk, workspace: Path) -> None:
    status, said = told(page, due="23.04.2023")
    assert status == 422 and "раньше даты письма" in said
    status, said = told(page, due="скоро")
    assert status == 422 and "Напишите дату так" in said
    assert not (workspace / "data/monitoring/2023-04-21.toml").exists()


def test_a_number_without_a_figure_is_asked_about(page: Clerk, workspace: Path) -> None:
    status, said = told(page, number="да")
    assert status == 422 and "В номере нет ни одной цифры" in said
    assert told(page, number="б/н", number_as_written="y")[0] == 303
    assert kept(workspace)["number"] == "б/н"
