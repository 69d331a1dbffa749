"""register acquainted: who has read an order, and who hasn't yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import Clerk, entry
from terminal import typed

WEEK = ("data/monitoring/2023-04-14.xlsx", "--date", "18.04.2023", "--yes")


@pytest.fixture
def order(clerk: Clerk, workspace: Path) -> str:
    """The number of an order that names the heads of its schools."""
    answer = clerk("order", *WEEK, "--json")
    assert answer.status == 0, answer.err
    return str(answer.json["documents"][0]["number"])


def acquainted(clerk: Clerk, order: str, *options: str) -> dict[str, str | None]:
    """Who is listed after the command, each with the day."""
    answer = clerk("register", "acquainted", order, *options, "--year", "2023")
    assert answer.status == 0, answer.err
    return {one["name"]: one["on"] for one in entry(clerk, order)["acquainted"]}


def test_all_but_some_are_entered_and_the_others_are_told(clerk: Clerk, order: str) -> None:
    names = list(acquainted(clerk, order))
    assert len(names) > 3
    command = ("register", "acquainted", order, "--year", "2023", "--on", "20.04.2023")
    answer = clerk(*command, "--all", "--except", names[0])
    assert answer.out.endswith(f"Ещё не ознакомлены: {names[0]}\n"), "one full stop"
    listed = {one["name"]: one["on"] for one in entry(clerk, order)["acquainted"]}
    assert (listed[names[0]], listed[names[1]]) == (None, "2023-04-20")


@pytest.mark.parametrize(("answer", "entered"), [("н", False), ("д", True)])
def test_one_whom_the_order_doesnt_name_is_asked_about(
    clerk: Clerk, workspace: Path, order: str, answer: str, entered: bool
) -> None:
    command = ("register", "acquainted", order, "Иванов И.И.", "--year", "2023")
    asked = [("Всё равно внести? [д/Н]", f"{answer}\r")]
    status, shown = typed(workspace, asked, *command, "--on", "20.04.2023")
    assert (status, "Ничего не внесено." in shown) == (0, not entered)
    listed = {one["name"] for one in entry(clerk, order)["acquainted"]}
    assert ("Иванов И.И." in listed) == entered


def test_without_names_it_is_only_told_who_hasnt_been_yet(clerk: Clerk, order: str) -> None:
    assert set(acquainted(clerk, order).values()) == {None}


def test_a_refusal_and_the_post_are_kept(clerk: Clerk, order: str) -> None:
    first, second, *_ = acquainted(clerk, order)
    acquainted(clerk, order, first, "--refused", "акт от 21.04.2023", "--on", "21.04.2023")
    acquainted(clerk, order, second, "--by", "mail", "--on", "21.04.2023")
    shown = clerk("register", "show", order, "--year", "2023").out
    assert f"{first}: 21.04.2023, от подписи отказался, акт от 21.04.2023" in shown
    assert f"{second}: 21.04.2023, почтой" in shown


def test_a_name_that_the_order_doesnt_list_is_told(clerk: Clerk, order: str) -> None:
    answer = clerk("register", "acquainted", order, "Иванов И.И.", "--year", "2023")
    assert (answer.status, "нет «Иванов И.И.»" in answer.err) == (0, True)


def test_leaving_out_somebody_unknown_enters_nobody(clerk: Clerk, order: str) -> None:
    answer = clerk("register", "acquainted", order, "--all", "--except", "Я", "--year", "2023")
    assert answer.status == 1
    assert set(acquainted(clerk, order).values()) == {None}
