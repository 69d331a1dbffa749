"""Entries found by what is known of them, and what one of them tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import PRINTED_NOTICES, TYPED, Clerk, entry


def test_show_tells_why_each_school_is_named(clerk: Clerk, letter: Path) -> None:
    out = clerk("register", "show", "219", "--year", "2023").out
    assert (
        "МКОУ «Берихинская ООШ»: Доля зарегистрированных: 0% (0 / 33), требуется: не менее 100%"
        in out
    )
    assert "(Мониторинг!H107, Мониторинг!G107)" in out
    assert "100% − «Написали более трёх сообщений» / «Зарегистрировано» = 100% − 325 / 325" in out
    assert [event["what"] for event in entry(clerk, "219")["events"]] == ["reserved", "issued"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (("find", "летнем"), ["01-16/220", "01-16/1"]),
        (("find", "ЛЕТНЕМ", "--year", "2024"), ["01-16/1"]),
        (("find", "магомедова"), ["01-16/219", "01-16/220", "01-16/1"]),
        (("find", "5649/06"), ["01-16/219"]),
        (("find", "ошибк"), ["01-16/220"]),
        (("list", "--to", "19.04.2023"), ["01-16/219", "01-16/220"]),
        (("list", "--type", "weekly"), ["01-16/219"]),
        (("list", "--state", "annulled"), ["01-16/220"]),
        (("list", "--from", "19.04.2023", "--to", "31.12.2023"), ["01-16/220"]),
        (("list", "--series", "orders"), []),
        (("list", "--year", "2024"), ["01-16/1"]),
    ],
)
def test_entries_are_found_by_what_is_known_of_them(
    clerk: Clerk, letter: Path, filters: tuple[str, ...], numbers: list[str]
) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    clerk("register", "annul", "220", "--reason", "ошибка", "--year", "2023")
    clerk(*TYPED, "--date", "09.01.2024")
    found = clerk("register", *filters, "--json").json["entries"]
    assert [entry["number"] for entry in found] == numbers


@pytest.mark.parametrize("named", ["by ИНН", "хупринская", "МКОУ «Хупринская ООШ»"])
def test_the_letters_of_a_school_are_found_by_its_name_or_inn(clerk: Clerk, named: str) -> None:
    documents = clerk(*PRINTED_NOTICES, "--yes", "--json").json["documents"]
    [notice] = [one for one in documents if one["school"] == "МКОУ «Хупринская ООШ»"]
    school = notice["inn"] if named == "by ИНН" else named
    found = clerk("register", "list", "--school", school, "--json").json["entries"]
    assert [entry["number"] for entry in found] == [notice["number"]]
    said = clerk("register", "find", "Хупринская", "--json").json["entries"]
    assert [entry["number"] for entry in said] == [notice["number"]]


def test_without_a_year_the_number_of_this_year_is_meant(clerk: Clerk) -> None:
    clerk(*TYPED, "--date", "09.01.2024")
    assert clerk(*TYPED).out.strip() == "01-16/1"
    shown = clerk("register", "show", "1", "--json").json
    assert shown["year"] == int(shown["date"][:4]) > 2024


def test_a_number_of_two_years_is_asked_about(clerk: Clerk) -> None:
    clerk(*TYPED, "--date", "09.01.2024")
    clerk(*TYPED, "--date", "09.01.2025")
    answer = clerk("register", "show", "1")
    assert (answer.status, "09.01.2024" in answer.err, "--year" in answer.err) == (1, True, True)
    assert clerk("register", "show", "1", "--year", "2025", "--json").json["year"] == 2025
    assert clerk("register", "show", "77").status == 1


def test_a_range_with_a_gap_names_what_there_isnt_and_takes_the_others(
    clerk: Clerk, letter: Path
) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    answer = clerk("register", "signed", "217-222", "224-226", "--year", "2023")
    assert answer.status == 0, answer.err
    assert "Этих номеров в журнале нет: 217–218, 225–226" in answer.err
    signed = [number for number in range(219, 225) if entry(clerk, str(number)).get("signed_at")]
    assert signed == [219, 220, 221, 222, 224]


@pytest.mark.parametrize(
    ("mistyped", "said"),
    [
        ("219-2240", "219-2240: номеров с 220 по 320 в журнале нет."),
        ("230-240", "Номера 230-240 в журнале нет."),
        ("219-219000", "219-219000: номеров с 220 по 320 в журнале нет."),
    ],
)
def test_a_range_that_is_mistyped_is_refused_whole(
    clerk: Clerk, letter: Path, mistyped: str, said: str
) -> None:
    answer = clerk("register", "signed", mistyped, "--year", "2023")
    assert answer.status == 1
    assert said in answer.err
    assert not entry(clerk, "219").get("signed_at")


def test_a_range_where_one_number_is_wanted_is_said_to_be_one(clerk: Clerk, letter: Path) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    answer = clerk("register", "annul", "220-222", "--reason", "ошибка", "--year", "2023")
    assert answer.status == 1
    assert "«220-222» — несколько номеров, а здесь нужен один." in answer.err
    assert "в журнале нет" not in answer.err
