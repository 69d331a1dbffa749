"""The text of data/schools.csv: its columns, and single cells and lines of it changed.

What isn't changed stays as it was: order, unknown columns, quoting, line ends, encoding (design
§3).
"""

from __future__ import annotations

from collections.abc import Mapping

from letters_gen.errors import InputError, Place
from letters_gen.office.csv_cells import Record, joined, plain, quoted, records_of

MARK = "\ufeff"
COLUMNS = {
    "inn": "ИНН",
    "short_name": "Краткое наименование",
    "full_name": "Полное наименование",
    "head": "Руководитель",
    "post": "Должность",
    "sex": "Пол",
    "email": "E-mail",
    "other_names": "Другие названия",
    "address": "Адрес",
}
_CASES = {
    "genitive": "род.",
    "dative": "дат.",
    "accusative": "вин.",
    "instrumental": "твор.",
    "prepositional": "предл.",
}
# The columns of forms that the clerk has confirmed, e.g. «Руководитель (дат.)».
FORM_COLUMNS: Mapping[tuple[str, str], str] = {
    (word, case): f"{COLUMNS[word]} ({mark})"
    for word in ("head", "post")
    for case, mark in _CASES.items()
}
Column = str | tuple[str, str]
"""The key of a column: of `COLUMNS`, or of `FORM_COLUMNS`."""


def delimiter_of(text: str) -> str:
    """What parts the columns: `;`, or `,` where the heading line has no `;`."""
    return ";" if ";" in text.split("\n", 1)[0] else ","


def decoded(raw: bytes, errors: str) -> tuple[str, str]:
    """The text of a directory, and its encoding: UTF-8 or cp1251."""
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return raw.decode("cp1251", errors=errors), "cp1251"


class DirectoryText:
    """A directory's text, to be changed in place.

    Lines are counted from 1, the headings' own; a line is known by what it calls its school, too:
    the file may have been changed since it was read.
    """

    def __init__(self, raw: bytes, file: str) -> None:
        text, self._encoding = decoded(raw, errors="surrogateescape")
        self._mark = MARK if text.startswith(MARK) else ""
        self._delimiter = delimiter_of(text)
        self._records = records_of(text.removeprefix(MARK), self._delimiter)
        self._file = file

    def has(self, line: int) -> bool:
        """Whether there is such a line below the headings."""
        return 1 < line <= len(self._records)

    def value(self, line: int, column: Column) -> str:
        """What a line says in a column, '' where it has no such."""
        cells, headings = self._records[line - 1].cells, self._headings
        position = headings.index(_heading(column)) if _heading(column) in headings else len(cells)
        return plain(cells[position]) if position < len(cells) else ""

    def change(self, line: int, school: str, values: Mapping[Column, str]) -> None:
        """Put `values` into a line; a column that isn't there comes behind the others.

        Raises:
            InputError: `directory-changed`: the line isn't that school's any more.
        """
        self._refuse_changed(line, school)
        for column, value in values.items():
            self._put(self._records[line - 1], column, value)

    def add(self, values: Mapping[Column, str]) -> int:
        """Add a school behind the others; its line."""
        last = self._records[-1]
        if last.cells == [""] and not last.end:
            # What stands behind the last line end is no line.
            self._records.pop()
        end = self._records[0].end or "\r\n"
        self._records[-1].end = self._records[-1].end or end
        added = Record([""], end)
        self._records.append(added)
        for column, value in values.items():
            self._put(added, column, value)
        return len(self._records)

    def remove(self, line: int, school: str) -> None:
        """Take a line out; raises InputError `directory-changed`."""
        self._refuse_changed(line, school)
        del self._records[line - 1]

    def encoded(self) -> bytes:
        """The whole, as it is written.

        Raises:
            InputError: `directory-encoding`: the file's encoding lacks a letter.
        """
        text = self._mark + joined(self._records, self._delimiter)
        try:
            return text.encode(self._encoding, errors="surrogateescape")
        except UnicodeEncodeError as error:
            letter = text[error.start]
            raise InputError("directory-encoding", Place(file=self._file), letter=letter) from error

    @property
    def _headings(self) -> list[str]:
        return [_folded(plain(heading)) for heading in self._records[0].cells]

    def _put(self, record: Record, column: Column, value: str) -> None:
        if _heading(column) not in self._headings:
            self._records[0].cells.append(_title(column))
        position = self._headings.index(_heading(column))
        record.cells += [""] * (position + 1 - len(record.cells))
        record.cells[position] = quoted(value)

    def _refuse_changed(self, line: int, school: str) -> None:
        if not self.has(line) or self._named(line) != _folded(school):
            raise InputError("directory-changed", Place(file=self._file, line=line), school=school)

    def _named(self, line: int) -> str:
        """What documents call the school of a line: by its full name where the short one is
        missing.
        """
        return _folded(self.value(line, "short_name") or self.value(line, "full_name"))


def _title(column: Column) -> str:
    return COLUMNS[column] if isinstance(column, str) else FORM_COLUMNS[column]


def _heading(column: Column) -> str:
    return _folded(_title(column))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
