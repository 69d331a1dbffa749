"""Registration numbers are read back whatever their format."""

from __future__ import annotations

from pathlib import Path

from clerk import Clerk, reserve
from edits import write_typed


def test_a_format_that_begins_with_the_number_sign_is_read_back(
    clerk: Clerk, workspace: Path
) -> None:
    settings = (workspace / "letters.toml").read_text(encoding="utf-8")
    settings = settings.replace('format = "{index}/{seq}"', 'format = "№. {seq} от {index}"')
    (workspace / "letters.toml").write_text(settings, encoding="utf-8")
    reserve(clerk)
    write_typed(workspace / "text.docx")
    assert clerk("register", "attach", "№. 219 от 01-16", "text.docx").status == 0
    assert clerk("register", "verify").status == 0
    (workspace / "letters/register.sqlite").unlink()
    assert clerk("register", "verify").status == 3, "the file's name still tells its number"
