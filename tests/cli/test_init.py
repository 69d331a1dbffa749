"""init: a new workspace with the sample office."""

from __future__ import annotations

from pathlib import Path

from clerk import Clerk


def test_a_new_workspace_issues_its_letter(clerk: Clerk, tmp_path: Path) -> None:
    made = clerk("init", str(tmp_path / "новая"))
    assert (made.status, "letters.toml" in made.out) == (0, True)
    answer = clerk(
        "-w",
        str(tmp_path / "новая"),
        "weekly",
        str(tmp_path / "новая/data/monitoring/2023-04-14.xlsx"),
        "--date",
        "18.04.2023",
        "--yes",
    )
    assert answer.status == 0, answer.err
    assert (tmp_path / "новая/letters/2023/01-16_219 Письмо.docx").is_file()


def test_a_new_workspace_has_all_its_folders_and_nothing_of_the_projects(
    clerk: Clerk, tmp_path: Path
) -> None:
    clerk("init", str(tmp_path / "новая"))
    made = {path.name for path in (tmp_path / "новая").iterdir()}
    assert made == {"letters.toml", "templates", "data", "letters"}
    assert [path.name for path in (tmp_path / "новая/letters").iterdir()] == ["workspace.id"]


def test_each_workspace_has_an_id_of_its_own(clerk: Clerk, tmp_path: Path) -> None:
    for name in ("a", "b"):
        clerk("init", str(tmp_path / name))
    first, second = (
        (tmp_path / name / "letters/workspace.id").read_text(encoding="ascii")
        for name in ("a", "b")
    )
    assert first != second


def test_a_folder_that_is_not_empty_is_refused_and_left_as_it_is(
    clerk: Clerk, tmp_path: Path
) -> None:
    folder = tmp_path / "занято"
    folder.mkdir()
    (folder / "важное.txt").write_text("важное", encoding="utf-8")
    answer = clerk("init", str(folder))
    assert (answer.status, "не пуста" in answer.err) == (1, True)
    assert [path.name for path in folder.iterdir()] == ["важное.txt"]


def test_the_office_of_todays_monitoring_issues_its_letter_its_notices_and_its_order(
    clerk: Clerk, tmp_path: Path
) -> None:
    office = str(tmp_path / "MAX")
    assert clerk("init", office, "--sample", "max").status == 0
    checked = clerk("-w", office, "check", "--json")
    assert (checked.status, checked.json["doubts"]) == (0, [])
    for command in ("weekly", "notices", "order"):
        answer = clerk("-w", office, command, "--date", "02.12.2025", "--yes")
        assert answer.status == 0, answer.err
    titles = {finding["title"] for finding in checked.json["findings"]}
    assert titles and not any("родител" in title.casefold() for title in titles)
