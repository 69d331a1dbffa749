"""Registration numbers of any format: given, found again, and never changed in mid-year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from clerk import PRINTED_NOTICES, Clerk, entry, fault_codes, reserve
from edits import change_settings
from hypothesis import given
from hypothesis import strategies as st

from letters_gen.model.number_format import is_number_format, written
from letters_gen.model.registration_number import parsed_number
from letters_gen.model.settings import Series

OLD = 'format = "{index}/{seq}"'
FIELDS = st.sampled_from(["{index}", "{year}", "{yy}", "{month}"])
DAYS = st.dates(date(1992, 1, 1), date(2099, 12, 31))
SIGNS = st.sampled_from(["/", "-", " № ", ""])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("{index}/{seq}", "01-16/7"),
        ("{seq:03}", "007"),
        ("{index}-{seq}/{year}", "01-16-7/2023"),
        ("{month}{yy}/{seq}", "0423/7"),
    ],
)
def test_a_format_writes_a_number(text: str, number: str) -> None:
    assert is_number_format(text)
    assert written(text, "01-16", 7, date(2023, 4, 18)) == number


@pytest.mark.parametrize(
    "text", ["{index}", "{seq}{seq}", "{day}/{seq}", "{seq:x}", "{seq!r}", "{index:3}/{seq}", "{"]
)
def test_what_is_no_format_is_refused(text: str) -> None:
    assert not is_number_format(text)


@given(FIELDS, SIGNS.filter(bool), SIGNS.filter(bool), FIELDS, st.integers(1, 99_999), DAYS)
def test_what_a_format_writes_it_reads(
    first: str, one: str, other: str, last: str, seq: int, day: date
) -> None:
    series = Series("s", "01-16", f"{first}{one}{{seq}}{other}{last}", {}, "outgoing", ("02-01",))
    for index in series.all_indices:
        number = parsed_number(series.number(seq, day, index), [series])
        assert number is not None
        assert (number.seq, number.suffix) == (seq, "")


def test_a_number_is_found_as_it_was_given_whatever_the_format_is_now(
    clerk: Clerk, workspace: Path
) -> None:
    assert reserve(clerk) == "01-16/219"
    change_settings(workspace, OLD, 'format = "{index}/{seq}/{yy}"')
    assert reserve(clerk) == "01-16/220/23"
    for number in ("01-16/219", "01-16/220/23"):
        assert entry(clerk, number)["number"] == number
    assert clerk("register", "verify").status == 0


def test_a_format_that_could_meet_old_numbers_isnt_changed_in_mid_year(
    clerk: Clerk, workspace: Path
) -> None:
    change_settings(workspace, OLD, 'format = "{seq}/{month}"')
    assert reserve(clerk) == "219/04"
    change_settings(workspace, 'format = "{seq}/{month}"', 'format = "{seq}/{yy}"')
    for command in (
        ("register", "reserve", "--heading", "О", "--addressee", "К", "--date", "20.04.2023"),
        (*PRINTED_NOTICES, "--yes"),
    ):
        answer = clerk(*command)
        assert (answer.status, "219/04" in answer.err, "219/23" in answer.err) == (1, True, True)
    other_year = ("register", "reserve", "--heading", "О", "--addressee", "К")
    assert clerk(*other_year, "--date", "09.01.2024").out.strip() == "1/24"
    assert fault_codes(clerk) == []


def test_types_of_one_run_have_indices_of_their_own(clerk: Clerk, workspace: Path) -> None:
    change_settings(workspace, "[types.notice]", '[types.notice]\ncase = "01-08"')
    assert reserve(clerk) == "01-16/219"
    issued = clerk(*PRINTED_NOTICES, "--yes", "--only", "МКОУ «Хупринская ООШ»", "--json").json
    [document] = issued["documents"]
    assert document["number"] == "01-08/220"
    assert "01-08_220" in document["path"]
    assert reserve(clerk) == "01-16/221"
    shown = entry(clerk, "01-08/220")
    assert (shown["case"], shown["seq"]) == ("01-08", 220)
    assert clerk("register", "verify").status == 0
