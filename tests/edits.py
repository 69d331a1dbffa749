"""What somebody changes in a workspace between two commands."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
from clerk import ROOT, SHEET
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

# Another signatory, for the settings.
ACTING = """
[signatories.acting]
post = "И.о. начальника"
name = "Алиев А.А."
"""


def change_settings(workspace: Path, was: str, now: str) -> None:
    """Change letters.toml wherever it says `was`."""
    _change_text(workspace / "letters.toml", was, now, "utf-8")


def extend_settings(workspace: Path, text: str) -> None:
    """Write `text` at the end of letters.toml."""
    with (workspace / "letters.toml").open("a", encoding="utf-8") as settings:
        settings.write(f"\n{text}\n")


def change_directory(workspace: Path, was: str, now: str) -> None:
    """Change the directory of schools wherever it says `was`."""
    _change_text(workspace / "data/schools.csv", was, now, "utf-8-sig")


def drop_school(workspace: Path, name: str) -> None:
    """Take the lines with this name out of the directory of schools."""
    path = workspace / "data/schools.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    kept = [line for line in lines if name not in line]
    assert len(kept) < len(lines)
    path.write_text("\n".join(kept), encoding="utf-8-sig")


def _change_text(path: Path, was: str, now: str, encoding: str) -> None:
    text = path.read_text(encoding=encoding)
    assert was in text
    path.write_text(text.replace(was, now), encoding=encoding)


@contextmanager
def sheet_changed(workspace: Path, file: str | Path = SHEET) -> Iterator[Worksheet]:
    """A week's sheet, that of the printed week if no other is named: saved at the end of the
    block.
    """
    book = openpyxl.load_workbook(workspace / file)
    yield book.worksheets[0]
    book.save(workspace / file)


def sheet_without_period() -> bytes:
    """The printed week's sheet that doesn't say of which week it is."""
    book = openpyxl.load_workbook(ROOT / SHEET)
    for row in book.worksheets[0].iter_rows(max_row=3):
        for cell in row:
            if not isinstance(cell, MergedCell):
                cell.value = None
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def change_template(
    path: Path, change: Callable[[str], str], part: str = "word/document.xml"
) -> None:
    """Change a part of a template."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    before = members[part].decode()
    members[part] = change(before).encode()
    assert members[part].decode() != before
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def write_typed(path: Path, text: str = "Уважаемый глава!") -> bytes:
    """Write a document as a person types it in Word; its bytes."""
    written = docx.Document()
    written.add_paragraph(text)
    written.save(str(path))
    return path.read_bytes()
