"""The directory of schools, and which row of a sheet means which school."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.facts.cells import inn_fits, restored_inn
from letters_gen.facts.folding import folded
from letters_gen.model.oddity import Oddity
from letters_gen.model.school import School

_COLUMNS = {
    "инн": "inn",
    "краткое наименование": "short_name",
    "полное наименование": "full_name",
    "руководитель": "head",
    "должность": "post",
    "пол": "sex",
    "e-mail": "email",
}
_NEEDED = ("ИНН", "Краткое наименование")
_SEXES = {"м": "m", "муж": "m", "m": "m", "ж": "f", "жен": "f", "f": "f"}


@dataclass(frozen=True)
class Directory:
    """The office's schools in the order of the file, and what was odd about it."""

    schools: tuple[School, ...]
    oddities: tuple[Oddity, ...] = ()

    def by_inn(self, inn: str) -> School | None:
        """The school that has this ИНН."""
        return next((school for school in self.schools if inn and school.inn == inn), None)

    def by_name(self, name: str) -> School | None:
        """The one school whose short or full name this is, however it is spelled; None if none or several."""
        wanted = folded(name)
        named = [school for school in self.schools if wanted in (folded(school.short_name), folded(school.full_name))]
        return named[0] if len(named) == 1 else None


def read_directory(path: Path) -> Directory:
    """The directory at `path`: UTF-8 or cp1251, columns parted by `;` or `,`.

    Raises:
        InputError: `no-such-file`, `file-unreadable`, or `directory-column-missing`.
    """
    text = _text(path)
    heading = text.split("\n", 1)[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in heading else ",")
    columns = [_COLUMNS.get(folded(title), "") for title in next(rows, [])]
    missing = [title for title in _NEEDED if _COLUMNS[title.casefold()] not in columns]
    if missing:
        raise InputError("directory-column-missing", Place(file=path.name, line=1), missing=missing, found=heading)
    return _directory(rows, columns, path.name)


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("no-such-file", Place(file=str(path))) from error
    except OSError as error:
        raise InputError("file-unreadable", Place(file=path.name), path=str(path), reason=error.strerror) from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1251", errors="replace")


def _directory(rows: Iterable[list[str]], columns: list[str], file: str) -> Directory:
    schools: list[School] = []
    oddities: list[Oddity] = []
    for line, row in enumerate(rows, 2):
        values = {key: " ".join(cell.split()) for key, cell in zip(columns, row, strict=False) if key}
        if not any(values.values()):
            continue
        place = Place(file=file, line=line)
        school = _school(values)
        oddities += _inn_oddities(values.get("inn", ""), school, place)
        if any(school.key == other.key for other in schools):
            oddities.append(Oddity("directory-school-twice", place, {"school": school.short_name, "inn": school.inn}))
            continue
        schools.append(school)
    return Directory(tuple(schools), tuple(oddities))


def _school(values: dict[str, str]) -> School:
    inn = restored_inn(values.get("inn", "").replace(" ", ""))
    return School(**{**values, "inn": inn, "sex": _SEXES.get(values.get("sex", "").strip(". ").casefold(), "")})


def _inn_oddities(written: str, school: School, place: Place) -> list[Oddity]:
    arguments = {"written": written, "inn": school.inn, "school": school.short_name}
    if written != school.inn:
        return [Oddity("inn-zero-restored", place, arguments)]
    if written and not inn_fits(written):
        return [Oddity("inn-check-digit", place, arguments)]
    return []
