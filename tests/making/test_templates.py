"""A workspace's templates: a fault stops before a number is taken."""

from __future__ import annotations

from pathlib import Path

from clerk import PRINTED_NOTICES, PRINTED_WEEK, Clerk
from edits import change_settings, change_template


def test_a_template_that_names_a_deadline_needs_one(clerk: Clerk, workspace: Path) -> None:
    change_settings(workspace, "deadline = 5 ", "# deadline = 5 ")
    answer = clerk(*PRINTED_NOTICES, "--yes")
    assert answer.status == 1 and "types.notice.deadline = 5" in answer.err
    assert not (workspace / "letters").exists()


def test_a_fault_stops_the_letter_before_a_number_is_taken(clerk: Clerk, workspace: Path) -> None:
    change_template(
        workspace / "templates/appendix.docx", lambda xml: xml.replace("ш.название", "ш.имя")
    )
    answer = clerk(*PRINTED_WEEK)
    assert answer.status == 1
    assert "школы.имя: такого поля нет" in answer.err
    assert not (workspace / "letters/register.sqlite").exists()


def test_a_template_open_in_word_is_read_as_last_saved_with_a_note(
    clerk: Clerk, workspace: Path
) -> None:
    (workspace / "templates/~$ekly.docx").write_bytes(b"")
    answer = clerk("template", "check", "--json")
    assert (answer.status, "template-open" in {note["code"] for note in answer.json["notes"]}) == (
        0,
        True,
    )
