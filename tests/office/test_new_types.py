"""A document type of the clerk's own, begun with a command, changed in Word and letters.toml."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from clerk import SHEET, Clerk, entries
from read_back import text_of

DAY = ("--date", "18.04.2023", "--yes")
NEW = ("template", "new", "письмо_родителям", "--like", "notice")


def test_a_new_type_is_a_template_and_a_table_and_lives_as_any_other(
    clerk: Clerk, workspace: Path
) -> None:
    before = (workspace / "letters.toml").read_text("utf-8")
    answer = clerk(*NEW, "--title", "Письмо родителям", "--heading", "О платформе")
    assert answer.status == 0, answer.err
    after = (workspace / "letters.toml").read_text("utf-8")
    assert after.startswith(before.rstrip())
    assert '[types."письмо_родителям"]' in after
    assert 'Таблица: [types."письмо_родителям"] в конце letters.toml' in answer.out
    template = workspace / "templates/письмо_родителям.docx"
    document = docx.Document(str(template))
    document.add_paragraph("Уважаемые родители, школа {{ школа.название }} ждёт вас.")
    document.save(str(template))
    assert clerk("template", "check", str(template)).status == 0

    only = ("--only", "МКОУ «Хибиятлинская ООШ»")
    issued = clerk("issue", "письмо_родителям", SHEET, *DAY, *only, "--json")
    assert issued.status == 0, issued.err
    [made] = issued.json["documents"]
    assert "Уважаемые родители" in text_of(workspace / made["path"])
    [kept] = entries(clerk)
    assert (kept["type"], kept["heading"]) == ("письмо_родителям", "О платформе")
    assert "Письмо родителям" in made["path"]
    assert clerk("register", "export", "журнал.csv").status == 0
    assert "О платформе" in (workspace / "журнал.csv").read_text("utf-8-sig")
    assert clerk("register", "verify").status == 0


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("template", "new", "weekly", "--like", "notice"), "types.weekly"),
        (("template", "new", "a b", "--like", "notice"), "a b"),
        (("template", "new", "appendix", "--like", "notice"), "appendix.docx"),
        (("template", "new", "иное", "--like", "notise"), "notise"),
    ],
)
def test_what_cant_be_begun_leaves_nothing_behind(
    clerk: Clerk, workspace: Path, command: tuple[str, ...], words: str
) -> None:
    before = sorted((workspace / "templates").iterdir())
    text = (workspace / "letters.toml").read_bytes()
    answer = clerk(*command)
    assert (answer.status, words in answer.err) == (1, True)
    assert sorted((workspace / "templates").iterdir()) == before
    assert (workspace / "letters.toml").read_bytes() == text
