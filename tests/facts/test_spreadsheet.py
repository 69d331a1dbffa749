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
    ("content", "said"),
    [
        (b"", "пуст"),
        (b"just text", "не электронная таблица"),
        (b"PK\x03\x04 and then nothing", "повреждён"),
        (b"\xd0\xcf\x11\xe0" * 200, "не электронная таблица"),
    ],
)
def test_a_file_that_is_no_spreadsheet(
    clerk: Clerk, workspace: Path, content: bytes, said: str
) -> None:
    (workspace / SHEET).write_bytes(content)
    assert_refused(clerk, workspace, "2023-04-14.xlsx", said)


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016)]
)
def test_a_bad_file_in_the_folder_ends_no_command_without_a_file(
    clerk: Clerk, workspace: Path, content: bytes
) -> None:
    (workspace / "data/monitoring/Мониторинг из почты.xls").write_bytes(content)
    answer = clerk("check", "--json")
    assert answer.status == 0, answer.err
    assert answer.json["period"] == ["2023-04-15", "2023-04-21"]


def test_a_word_document_given_for_a_sheet(clerk: Clerk, workspace: Path) -> None:
    assert_refused(
        clerk, workspace, "weekly.docx", "не электронная таблица", file="templates/weekly.docx"
    )


@pytest.mark.parametrize("name", ["выгрузка", "Мониторинг.14.04", "неделя.dat"])
def test_a_sheet_whose_name_says_nothing_is_kept_under_the_ending_of_its_format(
    clerk: Clerk, workspace: Path, name: str
) -> None:
    sheet = workspace / SHEET
    sent = workspace / name
    sheet.rename(sent)
    answer = clerk("weekly", name, "--date", "18.04.2023", "--yes")
    assert answer.status == 0, answer.err
    assert sheet.read_bytes() == sent.read_bytes()


def test_columns_are_named_as_spreadsheets_name_them() -> None:
    assert [column_letters(number) for number in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]
