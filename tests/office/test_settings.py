"""letters.toml: a mistake is answered with the key, its line, what was found and what is
accepted.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from clerk import SHEET, Clerk


def broken(workspace: Path, old: str, new: str) -> int:
    """Change the settings; the line on which the change begins."""
    path = workspace / "letters.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "at_least = 80",
            "at_last = 80",
            ["indicators.wrote_share.at_last", "Ближе всего: at_least"],
        ),
        ("complement = true", 'complement = "да"', ["complement", "да", "true или false"]),
        ('schools = "all"', 'schools = "some"', ["types.weekly.schools", "some", "finding"]),
        (
            'series = "outgoing"',
            'series = "incoming"',
            ["types.weekly.series", "incoming", "outgoing"],
        ),
        ('okpo = "02120978"', "okpo = 2120978", ["office.okpo", "2120978", "текст в кавычках"]),
        ("first = { 2023 = 219 }", "first = { 23 = 219 }", ["series.outgoing.first.23"]),
        (
            "first = { 2023 = 219 }",
            "first = { 2023 = 0 }",
            ["series.outgoing.first.2023", "не меньше 1"],
        ),
        (
            'value = "service_chats"',
            'value = "servise_chats"',
            ["servise_chats", "Ближе всего: service_chats"],
        ),
        ('share = ["registered", "staff"]', 'share = ["status", "staff"]', ["status", "kind"]),
        ('equals = "Активен"', "at_least = 3", ["indicators.profile_status.at_least", "status"]),
        (
            "at_least = 1\n",
            "at_least = 1.5\n",
            ["indicators.service_chats.at_least", "целое число"],
        ),
        ('headings = ["ИНН", "ИНН ОО"]', 'headings = ["ИНН", "Район"]', ["Район", "district"]),
        (
            '[figures."доля_не_писавших"]',
            "[figures.доля_не_писавших]",
            ["в кавычки", '"доля_не_писавших"'],
        ),
        ('index = "01-16"', 'index = "01-16', ["TOML"]),
        ("deadline = 5", 'responsible = "никто"', ["types.notice.responsible", "никто"]),
        ("deadline = 5", 'form = "приказ"', ["types.notice.form", "приказ", "order"]),
    ],
)
def test_a_mistake_is_answered_with_its_key_its_line_and_what_is_accepted(
    clerk: Clerk, workspace: Path, old: str, new: str, words: list[str]
) -> None:
    line = broken(workspace, old, new)
    answer = clerk("check")
    assert answer.status == 1
    for word in words:
        assert word in answer.err
    told = [int(part.split(":")[0].split(",")[0]) for part in answer.err.split("строка ")[1:]]
    assert any(abs(found - line) <= 1 for found in told), answer.err


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("days_off = []", "days_off = [", ["TOML"]),
        ('format = "{index}/{seq}"', 'format = "{index}"', ["series.outgoing", "{seq}"]),
        ('format = "{index}/{seq}"', 'format = "{index}/{seq"', ["series.outgoing", "{seq}"]),
        (
            "at_least = 100\n",
            "at_least = 100\nat_most = 100\n",
            ["indicators.registered_share", "at_least, at_most, equals"],
        ),
        ('name = "Абакаров Г.К."\n', "", ["signatories.head.name"]),
        (
            'value = "status"\n',
            'value = "status"\nshare = ["wrote", "staff"]\n',
            ["indicators.profile_status", "либо value"],
        ),
    ],
)
def test_a_mistake_of_a_whole_table_is_answered_with_its_name(
    clerk: Clerk, workspace: Path, old: str, new: str, words: list[str]
) -> None:
    broken(workspace, old, new)
    answer = clerk("check")
    assert answer.status == 1
    for word in words:
        assert word in answer.err


def test_several_mistakes_are_told_at_once(clerk: Clerk, workspace: Path) -> None:
    broken(workspace, 'okpo = "02120978"', "okpo = 2120978")
    broken(workspace, "complement = true", "complement = 1")
    answer = clerk("check")
    assert "office.okpo" in answer.err
    assert "complement" in answer.err


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_settings_in_utf_16_are_refused_with_the_mend(
    clerk: Clerk, workspace: Path, encoding: str
) -> None:
    path = workspace / "letters.toml"
    path.write_text(path.read_text(encoding="utf-8"), encoding=encoding)
    answer = clerk("check")
    assert (answer.status, "UTF-16" in answer.err, "UTF-8" in answer.err) == (1, True, True)


def test_settings_in_cp1251_are_refused_with_the_mend(clerk: Clerk, workspace: Path) -> None:
    path = workspace / "letters.toml"
    path.write_text(path.read_text(encoding="utf-8"), encoding="cp1251", errors="replace")
    answer = clerk("check")
    assert (answer.status, "Сохраните его в UTF-8" in answer.err) == (1, True)


def test_settings_with_a_byte_order_mark_are_read(clerk: Clerk, workspace: Path) -> None:
    path = workspace / "letters.toml"
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert clerk("check").status == 0


def is_whole(text: bytes) -> bool:
    """Whether settings cut off there still say all that is needed: the cut fell between lines of
    the last tables.
    """
    try:
        types = tomllib.loads(text.decode("utf-8")).get("types", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return False
    needed = {"title", "template", "series", "addressee", "heading"}
    return bool(types) and all(needed <= set(table) for table in types.values())


def test_cut_off_settings_are_refused_wherever_they_end(clerk: Clerk, workspace: Path) -> None:
    path = workspace / "letters.toml"
    whole = path.read_bytes()
    for length in range(0, len(whole), 211):
        path.write_bytes(whole[:length])
        answer = clerk("check")
        assert answer.status == (0 if is_whole(whole[:length]) else 1)
        assert answer.status == 0 or "letters.toml" in answer.err
        assert "letters-gen itself" not in answer.err and "в самой программе" not in answer.err


def test_a_folder_that_is_no_workspace(clerk: Clerk, tmp_path: Path) -> None:
    answer = clerk("-w", str(tmp_path), "check")
    assert (answer.status, "letters-gen init" in answer.err) == (1, True)


def test_an_office_without_a_district_takes_every_row(clerk: Clerk, workspace: Path) -> None:
    broken(workspace, 'district = "Цунтинский район"', "")
    assert clerk("check", SHEET, "--json").json["schools"] == 162


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('schools = "finding"', 'schools = "overdue"', ["types.notice", "sheet = false"]),
        (
            "[series.outgoing]",
            '[people.a]\npost = "методист"\nname = "Ли О."\nfrom = 2023-05-01\n[series.outgoing]',
            ["people.a", "from", "to"],
        ),
    ],
)
def test_keys_that_contradict_each_other_are_answered_with_their_table(
    clerk: Clerk, workspace: Path, old: str, new: str, words: list[str]
) -> None:
    broken(workspace, old, new)
    answer = clerk("check")
    assert answer.status == 1
    for word in words:
        assert word in answer.err
