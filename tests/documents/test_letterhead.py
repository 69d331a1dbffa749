"""The letterhead: requisites that the office hasn't take their words with them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from clerk import PRINTED_WEEK, SHEET, Clerk
from read_back import lines

ORDER = ("order", SHEET, "--date", "18.04.2023", "--yes")
NOTICE = ("notices", SHEET, "--date", "18.04.2023", "--only", "Берихинская", "--yes")
EMPTY = {
    "okpo": ["ОГРН 5120536001560"],
    "ogrn": ["ОКПО 02120978"],
    "phone": ["Email: ruo_41@mail.ru"],
    "email": ["тел. 88722-55-06-16"],
    "kpp": ["ИНН 0538003986"],
    "inn": ["КПП 053801001"],
}


def without(workspace: Path, *keys: str) -> None:
    """Empty requisites in letters.toml."""
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8")
    for key in keys:
        text, found = re.subn(rf'(?m)^{key} = "[^"]*"', f'{key} = ""', text)
        assert found == 1
    settings.write_text(text, encoding="utf-8")


def issued(clerk: Clerk, workspace: Path, command: tuple[str, ...]) -> list[str]:
    """The lines of the document that the command issues."""
    answer = clerk(*command, "--json")
    assert answer.status == 0, answer.err
    return lines(workspace / answer.json["documents"][0]["path"])


@pytest.mark.parametrize("command", [PRINTED_WEEK, NOTICE, ORDER], ids=lambda one: one[0])
def test_all_requisites_stand_in_their_lines(
    clerk: Clerk, workspace: Path, command: tuple[str, ...]
) -> None:
    told = issued(clerk, workspace, command)
    at = told.index("368412 РД, МР «Цунтинский район», с. Цунта")
    assert told[at + 1 : at + 4] == [
        "ОКПО 02120978 ОГРН 5120536001560",
        "Email: ruo_41@mail.ru тел. 88722-55-06-16",
        "ИНН/КПП 0538003986 053801001",
    ]


@pytest.mark.parametrize("key", EMPTY)
def test_an_empty_requisite_leaves_with_its_word(clerk: Clerk, workspace: Path, key: str) -> None:
    without(workspace, key)
    told = issued(clerk, workspace, NOTICE)
    assert set(EMPTY[key]) <= set(told)


@pytest.mark.parametrize("command", [PRINTED_WEEK, NOTICE, ORDER], ids=lambda one: one[0])
def test_without_any_requisite_no_word_of_them_is_left(
    clerk: Clerk, workspace: Path, command: tuple[str, ...]
) -> None:
    without(workspace, "address", "okpo", "ogrn", "inn", "kpp", "email", "phone", "place")
    told = "\n".join(issued(clerk, workspace, command))
    for word in ("ОКПО", "ОГРН", "Email", "тел.", "ИНН", "КПП", "на адрес", "  "):
        assert word not in told
