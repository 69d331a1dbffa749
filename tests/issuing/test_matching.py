"""A document follows its school, whatever becomes of the ИНН in the directory."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.offices import inn
from clerk import Answer, Clerk, entries, fault_codes
from offices import NOTICES, notice_office, school


@pytest.fixture
def office(clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office with three schools, in which the clerk sits."""
    folder = notice_office(tmp_path / "район", 3)
    monkeypatch.chdir(folder)
    return folder


def write_directory(office: Path, *schools: tuple[str, str]) -> None:
    lines = [";".join(one) for one in (("ИНН", "Краткое наименование"), *schools)]
    (office / "data/schools.csv").write_text("\n".join(lines), encoding="utf-8-sig")


def directory(**changed: str) -> list[tuple[str, str]]:
    return [(changed.get(f"school{n}", inn(n)), school(n)) for n in (1, 2, 3)]


def issued(answer: Answer) -> tuple[int, int]:
    assert answer.status == 0, answer.err
    return answer.json["issued"], answer.json["already_issued"]


@pytest.mark.parametrize("before", ["", "0500000001", inn(7)])
def test_an_inn_that_is_entered_or_corrected_gives_no_second_notice(
    clerk: Clerk, office: Path, before: str
) -> None:
    write_directory(office, *directory(school2=before))
    assert issued(clerk(*NOTICES, "--json")) == (3, 0)
    write_directory(office, *directory())
    assert issued(clerk(*NOTICES, "--json")) == (0, 3)
    assert issued(clerk(*NOTICES, "--json")) == (0, 3)
    assert [one["inn"] for one in entries(clerk)] == [inn(n) for n in (1, 2, 3)]
    assert fault_codes(clerk) == []


def test_an_inn_that_is_cleared_gives_no_second_notice(clerk: Clerk, office: Path) -> None:
    assert issued(clerk(*NOTICES, "--json")) == (3, 0)
    write_directory(office, *directory(school2="", school3="0500000001"))
    assert issued(clerk(*NOTICES, "--json")) == (0, 3)


def test_the_change_of_an_inn_is_told_by_the_register(clerk: Clerk, office: Path) -> None:
    write_directory(office, *directory(school2="0500000001"))
    clerk(*NOTICES)
    write_directory(office, *directory())
    clerk(*NOTICES)
    shown = clerk("register", "show", "220", "--year", "2023", "--json").json
    assert [event["what"] for event in shown["events"]] == ["reserved", "issued", "identified"]
    assert "записан ИНН школы" in clerk("register", "show", "220", "--year", "2023").out


def test_the_sheets_inn_counts_where_the_directory_has_none(clerk: Clerk, office: Path) -> None:
    write_directory(office, *directory(school2=""))
    clerk(*NOTICES)
    assert [one["inn"] for one in entries(clerk)] == [inn(n) for n in (1, 2, 3)]


def test_schools_of_one_name_keep_their_own_notices(clerk: Clerk, office: Path) -> None:
    clerk(*NOTICES)
    write_directory(office, (inn(1), school(1)), (inn(2), school(2)), (inn(3), school(2)))
    assert clerk(*NOTICES, "--only", inn(3), "--json").status == 1, "renamed, hence changed"
    assert len(entries(clerk)) == 3


def test_a_new_edition_after_a_change_of_the_inn_annuls_the_former(
    clerk: Clerk, office: Path
) -> None:
    write_directory(office, *directory(school2="0500000001"))
    clerk(*NOTICES)
    write_directory(office, *directory())
    answer = clerk(*NOTICES, "--new-edition", "ИНН исправлен", "--only", school(2), "--json")
    assert issued(answer) == (1, 0)
    states = {one["number"]: one["state"] for one in entries(clerk)}
    assert states == {
        "01-16/219": "issued",
        "01-16/220": "annulled",
        "01-16/221": "issued",
        "01-16/222": "issued",
    }
    assert issued(clerk(*NOTICES, "--json")) == (0, 3)
    assert fault_codes(clerk) == []
