"""«Приложение: на 2 л. в 1 экз.»: the sheets of what is printed, counted before a number is
taken.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from clerk import PRINTED_WEEK, SHEET, Clerk, entry
from edits import change_settings
from read_back import text_of

from letters_gen.issuing import issue

WEEKLY = 'appendices = ["appendix.docx", "appendix.xlsx"]'


@pytest.fixture(autouse=True)
def counting(workspace: Path) -> None:
    """The weekly letter says of how many sheets its appendix is."""
    change_settings(workspace, WEEKLY, f'{WEEKLY}\nappendix_mark = "sheets"')


def test_the_letter_says_of_how_many_sheets_its_appendix_is(clerk: Clerk, workspace: Path) -> None:
    answer = clerk(*PRINTED_WEEK, "--pdf", "--json")
    assert answer.status == 0, answer.err
    [document] = answer.json["documents"]
    text = text_of(workspace / document["path"])
    assert "Приложение: на 2 л. в 1 экз. и в электронном виде." in text
    pdfs = {one["path"]: one["pages"] for one in entry(clerk, "219")["files"] if "pages" in one}
    assert pdfs["letters/2023/01-16_219 Письмо приложение 1.pdf"] == 2
    clerk("register", "export", "--year", "2023")
    [journal] = (workspace / "letters/journals").glob("*2023.csv")
    rows = csv.DictReader(io.StringIO(journal.read_text(encoding="utf-8-sig")), delimiter=";")
    assert [(row["Листов"], row["Приложений, листов в них"]) for row in rows if row["Дата"]] == [
        ("2", "2, 2 л.")
    ]
    assert clerk("register", "verify").status == 0


def test_without_libreoffice_no_number_is_taken(
    clerk: Clerk, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    answer = clerk(*PRINTED_WEEK)
    assert answer.status == 4
    assert "LibreOffice" in answer.err
    assert not (workspace / "letters/register.sqlite").exists()


def test_what_was_reserved_says_what_it_said_then_without_counting_again(
    clerk: Clerk, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as cut_off:

        def fail(*_: object) -> None:
            raise KeyboardInterrupt

        cut_off.setattr(issue, "_write_all", fail)
        assert clerk(*PRINTED_WEEK).status == 130
    monkeypatch.setenv("PATH", "")
    answer = clerk(*PRINTED_WEEK, "--json")
    assert answer.status == 0, answer.err
    assert "на 2 л. в 1 экз." in text_of(workspace / answer.json["documents"][0]["path"])
    again = clerk(*PRINTED_WEEK, "--json")
    assert (again.status, again.json["already_issued"]) == (0, 1)


def test_the_count_stands_in_the_preview_too(clerk: Clerk, workspace: Path) -> None:
    assert clerk("preview", "weekly", SHEET).status == 0
    assert "на 2 л. в 1 экз." in text_of(workspace / "preview/Письмо.docx")


def test_a_type_that_prints_no_appendix_cant_count_it(clerk: Clerk, workspace: Path) -> None:
    change_settings(workspace, WEEKLY, 'appendices = ["appendix.xlsx"]')
    answer = clerk(*PRINTED_WEEK)
    assert answer.status == 1
    assert 'appendix_mark = "sheets"' in answer.err


def test_without_the_setting_it_goes_electronically(clerk: Clerk, workspace: Path) -> None:
    change_settings(workspace, '\nappendix_mark = "sheets"', "")
    [document] = clerk(*PRINTED_WEEK, "--json").json["documents"]
    assert "Приложение: в электронном виде." in text_of(workspace / document["path"])
