"""The directory of schools, as it is kept by hand."""

from __future__ import annotations

from pathlib import Path

from clerk import PRINTED_NOTICES, SHEET, Clerk, assert_refused, codes_of


def test_a_directory_in_cp1251_with_commas_is_read(clerk: Clerk, workspace: Path) -> None:
    directory = workspace / "data/schools.csv"
    text = directory.read_text(encoding="utf-8-sig").replace(";", ",")
    directory.write_text(text, encoding="cp1251")
    assert codes_of(clerk("check", SHEET, "--json").json) == []


def test_a_directory_without_its_columns(clerk: Clerk, workspace: Path) -> None:
    (workspace / "data/schools.csv").write_text("Школа;Директор\nСОШ;Иванов\n", encoding="utf-8")
    assert_refused(clerk, workspace, "schools.csv", "Краткое наименование")


def test_a_column_that_the_directory_has_twice_is_refused(clerk: Clerk, workspace: Path) -> None:
    directory = workspace / "data/schools.csv"
    lines = directory.read_text(encoding="utf-8-sig").splitlines()
    directory.write_text(
        "\n".join([f"{lines[0]};руководитель", *(f"{line};" for line in lines[1:])]),
        encoding="utf-8",
    )
    assert_refused(clerk, workspace, "schools.csv", "повторяются", "Руководитель, руководитель")


def test_a_school_without_a_short_name_is_called_by_its_full_one(
    clerk: Clerk, workspace: Path
) -> None:
    directory = workspace / "data/schools.csv"
    text = directory.read_text(encoding="utf-8-sig").replace(
        "0538031077;МКОУ «Берихинская ООШ»;", "0538031077;;"
    )
    directory.write_text(text, encoding="utf-8")
    answer = clerk("notices", SHEET, "--date", "18.04.2023", "--dry-run", "--json").json
    assert "Берихинская основная" in answer["documents"][0]["school"]
    [warning] = [one for one in answer["warnings"] if one["code"] == "directory-name-missing"]
    assert "строка 3" in warning["where"]


def test_a_quotation_mark_never_closed_is_told_with_its_line(clerk: Clerk, workspace: Path) -> None:
    path = workspace / "data/schools.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    lines[4] = lines[4].replace(";МКОУ", ';"МКОУ', 1)
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    answer = clerk(*PRINTED_NOTICES, "--yes")
    assert (answer.status, "schools.csv, строка 5" in answer.err) == (1, True)
