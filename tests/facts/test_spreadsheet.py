"""Files that are no spreadsheet are told; columns are named as spreadsheets name them."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import SHEET, Clerk, assert_refused

from letters_gen.facts.grid import column_letters


def test_no_such_file(clerk: Clerk, workspace: Path) -> None:
    assert_refused(
        clerk,
        workspace,
        "data/monitoring/2023-05-01.xlsx",
        "нет",
        file="data/monitoring/2023-05-01.xlsx",
    )


@pytest.mark.parametrize(
    "content", [b"", b"just text", b"PK\x03\x04 and then nothing", b"\xd0\xcf\x11\xe0" * 200]
)
def test_a_file_that_is_no_spreadsheet(clerk: Clerk, workspace: Path, content: bytes) -> None:
    (workspace / SHEET).write_bytes(content)
    assert_refused(clerk, workspace, "2023-04-14.xlsx", "не электронная таблица", ".xlsx")


def test_a_word_document_given_for_a_sheet(clerk: Clerk, workspace: Path) -> None:
    assert_refused(
        clerk, workspace, "weekly.docx", "не электронная таблица", file="templates/weekly.docx"
    )


def test_columns_are_named_as_spreadsheets_name_them() -> None:
    assert [column_letters(number) for number in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]
