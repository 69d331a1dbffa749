"""An entry's state is told alike in the list, in its own lines, and by the filter."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import BASIS, PRINTED_NOTICES, PRINTED_WEEK, Clerk, entries, entry
from edits import ACTING, extend_settings
from scanner import small_scan

from letters_gen.model.entry_state import SHOWN
from letters_gen.wording.states import state_text

YEAR = ("--year", "2023")
DAY = ("--date", "19.04.2023")


def done(clerk: Clerk, *command: str) -> None:
    answer = clerk(*command)
    assert answer.status == 0, answer.err


def act(clerk: Clerk, name: str, number: str, *more: str) -> None:
    done(clerk, "register", name, number, *more, *YEAR)


@pytest.fixture
def varied(clerk: Clerk, workspace: Path) -> dict[str, str]:
    """A register with entries in every state; which number is in which."""
    done(clerk, *PRINTED_WEEK)
    done(clerk, *PRINTED_NOTICES, "--yes")
    act(clerk, "signed", "220")
    (workspace / "скан.pdf").write_bytes(small_scan())
    act(clerk, "attach", "221", "скан.pdf")
    for number in ("222", "223", "224"):
        act(clerk, "sent", number)
    act(clerk, "signed", "222")
    done(clerk, "issue", "withdrawal", "--ends", "223", *DAY, "--yes")
    school = entry(clerk, "224")["school"]
    notice = (*PRINTED_NOTICES, "--only", school, "--yes")
    extend_settings(workspace, ACTING)
    done(clerk, *notice, "--new-edition", "другой подписал", "--signatory", "acting")
    act(clerk, "annul", "226", "--reason", "снова не то")
    blank = ("issue", "blank", "--subject", "О дороге", "--addressee", "Главе", *DAY, "--yes")
    done(clerk, *blank)
    typed = ("register", "reserve", "--heading", "О чём", "--addressee", "Кому", *DAY)
    done(clerk, *typed)
    done(clerk, *typed)
    act(clerk, "signed", "229")
    incoming = ("--from", "МКОУ «Генухская СОШ»", "--number", "12", "--date", "20.04.2023")
    done(clerk, "register", "incoming", *incoming, "--heading", "Ответ")
    order = ("order", "data/monitoring/2023-04-14.xlsx", "--yes", "--date")
    done(clerk, *order, "20.04.2023")
    later = ("order", "data/monitoring/2023-04-21.xlsx", *BASIS, "--date", "26.04.2023", "--yes")
    done(clerk, *later, "--ends", "45-ОД")
    return {
        "219": "issued",
        "220": "signed",
        "221": "signed",
        "222": "sent",
        "223": "withdrawn",
        "224": "replaced",
        "225": "issued",
        "226": "annulled",
        "227": "reserved",
        "228": "number",
        "229": "signed",
    }


def test_the_filter_finds_what_is_told_to_be_in_a_state(
    clerk: Clerk, varied: dict[str, str]
) -> None:
    found: dict[str, str] = {}
    for state in SHOWN:
        for one in clerk("register", "list", "--state", state, "--json").json["entries"]:
            assert one["number"] not in found, "each is in one state"
            found[one["number"]] = state
            shown = clerk("register", "show", one["number"], "--year", str(one["year"])).out
            assert f"— {state_text(state)}" in shown.splitlines()[0]
    assert sorted(found) == sorted(one["number"] for one in entries(clerk))
    assert {number: found[f"01-16/{number}"] for number in varied} == varied
    assert (found["45-ОД"], found["46-ОД"]) == ("ended", "issued")
    assert "received" in found.values()


@pytest.mark.parametrize(
    ("number", "word"),
    [
        ("219", "выпущен"),
        ("220", "подписан"),
        ("222", "отправлен"),
        ("223", "отозван № 01-16/225"),
        ("224", "заменён № 01-16/226"),
        ("227", "не закончен"),
        ("228", "номер взят"),
    ],
)
def test_list_and_show_say_the_same(
    clerk: Clerk, varied: dict[str, str], number: str, word: str
) -> None:
    shown = clerk("register", "show", number, *YEAR).out.splitlines()[0]
    assert shown.endswith(f"— {word}")
    state = word.partition(" №")[0]
    listed = clerk("register", "list", "--state", state)
    assert listed.status == 0, listed.err
    assert f"01-16/{number}" in listed.out
