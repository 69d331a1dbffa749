"""The directory of schools, and which row of a sheet means which school."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from letters_gen.errors import InputError, Place, together
from letters_gen.facts.cells import inn_fits, restored_inn
from letters_gen.facts.school_names import name_key
from letters_gen.model.characters import holds_forbidden, without_forbidden
from letters_gen.model.folding import folded
from letters_gen.model.oddity import Oddity
from letters_gen.model.school import School
from letters_gen.office.directory_file import read_directory_text
from letters_gen.office.directory_text import COLUMNS, FORM_COLUMNS, Column, delimiter_of

_HEADINGS: Mapping[str, Column] = {
    **{folded(heading): key for key, heading in COLUMNS.items()},
    **{folded(heading): key for key, heading in FORM_COLUMNS.items()},
}
# What people write where a school has no head.
_NOBODY = {"-", "–", "—", "нет", "нету", "н/д"}
# …and where they say that its post is vacant: «вакансия», «вакантно с 1 марта».
_VACANT = re.compile(r"ваканси[яи]|вакант(?:но|на|ен)\b", re.IGNORECASE)
_BREAK = re.compile(r"[\r\n]")
_NEEDED = ("inn", "short_name")
# One for all schools, like the few posts that there are: a country has 40,000.
_NO_FORMS: Mapping[tuple[str, str], str] = {}
_SEXES = {"м": "m", "муж": "m", "m": "m", "ж": "f", "жен": "f", "f": "f"}


@dataclass(frozen=True)
class Directory:
    """The office's schools in the order of the file, and what was odd about it."""

    schools: tuple[School, ...]
    oddities: tuple[Oddity, ...] = ()

    def by_inn(self, inn: str) -> School | None:
        """The school that has this ИНН."""
        return self._by_inn.get(inn)

    def by_key(self, key: str) -> School | None:
        """The school that the register knows by that key."""
        return next((school for school in self.schools if school.key == key), None)

    def by_name(self, name: str) -> School | None:
        """The one school whose short, full or other name this is, however it is spelled and
        whatever its legal form; None if none or several.
        """
        if not name:
            return None
        named = self._by_name.get(folded(name)) or self._by_key.get(name_key(name), ())
        return named[0] if len(named) == 1 else None

    def is_named(self, school: School, name: str) -> bool:
        """Whether `name` is one of the school's, however it is spelled."""
        if name in (school.short_name, school.full_name):
            return True
        return folded(name) in map(folded, school.names)

    @cached_property
    def _by_inn(self) -> Mapping[str, School]:
        return {school.inn: school for school in reversed(self.schools) if school.inn}

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[School]]:
        named: dict[str, list[School]] = {}
        for school in self.schools:
            for name in {folded(name) for name in school.names}:
                named.setdefault(name, []).append(school)
        return named

    @cached_property
    def _by_key(self) -> Mapping[str, Sequence[School]]:
        named: dict[str, list[School]] = {}
        for school in self.schools:
            for key in {name_key(name) for name in school.names} - {""}:
                named.setdefault(key, []).append(school)
        return named


def read_directory(path: Path) -> Directory:
    """The directory at `path`: UTF-8 or cp1251, columns parted by `;` or `,`.

    Raises:
        InputError: `no-such-file`, `file-unreadable`, `directory-column-missing`,
            `directory-column-twice`; `directory-quote`: an open quotation mark takes the lines
            below it into one cell.
    """
    return parsed_directory(read_directory_text(path), path.name)


def parsed_directory(text: str, file: str) -> Directory:
    """The directory that `text` holds, `file` its name; raises as `read_directory`."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    titles = next(rows, [])
    columns = [_HEADINGS.get(folded(title)) for title in titles]
    faults = list(_heading_faults(titles, columns, file))
    if faults:
        raise together(faults)
    return _directory(rows, columns, file)


def _heading_faults(
    titles: Sequence[str], columns: Sequence[Column | None], file: str
) -> Iterator[InputError]:
    place = Place(file=file, line=1)
    twice = [
        title for title, key in zip(titles, columns, strict=True) if key and columns.count(key) > 1
    ]
    if twice:
        yield InputError("directory-column-twice", place, found=twice)
    missing = [COLUMNS[key] for key in _NEEDED if key not in columns]
    if missing:
        yield InputError("directory-column-missing", place, missing=missing, found=titles)


def _directory(rows: Iterable[list[str]], columns: Sequence[Column | None], file: str) -> Directory:
    schools: dict[str, School] = {}
    oddities: list[Oddity] = []
    for line, row in enumerate(rows, 2):
        whole = "".join(row)
        if _BREAK.search(whole):
            raise InputError("directory-quote", Place(file=file, line=line))
        values = {
            key: " ".join(cell.split()) for key, cell in zip(columns, row, strict=False) if key
        }
        if not any(values.values()):
            continue
        if holds_forbidden(whole):
            oddities += _dropped(values, Place(file=file, line=line))
            values = {key: without_forbidden(value) for key, value in values.items()}
        school = _school(values, line)
        oddities += [
            Oddity(code, Place(file=file, line=line), told) for code, told in _odd(values, school)
        ]
        if schools.setdefault(school.key, school) is not school:
            arguments = {"school": school.short_name, "inn": school.inn}
            oddities.append(
                Oddity("directory-school-twice", Place(file=file, line=line), arguments)
            )
    return Directory(tuple(schools.values()), tuple(oddities))


def _dropped(values: Mapping[Column, str], place: Place) -> Iterator[Oddity]:
    """What is told of values that no document can hold as they are."""
    for value in values.values():
        if holds_forbidden(value):
            yield Oddity("characters-dropped", place, {"found": without_forbidden(value)})


def _school(values: Mapping[Column, str], line: int) -> School:
    plain, forms = dict[str, str](), dict[tuple[str, str], str]()
    for key, value in values.items():
        if isinstance(key, str):
            plain[key] = value
        elif value:
            forms[key] = value
    is_vacant = _VACANT.match(plain.get("head", "")) is not None
    if is_vacant or plain.get("head", "").casefold() in _NOBODY:
        plain["head"] = ""
    # A notice names the school: without its short name by its full one, which the oddity tells.
    plain["short_name"] = plain.get("short_name") or plain.get("full_name", "")
    if "post" in plain:
        plain["post"] = sys.intern(plain["post"])
    inn = restored_inn(plain.get("inn", "").replace(" ", ""))
    sex = _SEXES.get(plain.get("sex", "").strip(". ").casefold(), "")
    plain |= {"inn": inn, "sex": sex}
    return School(**plain, forms=forms or _NO_FORMS, line=line, is_vacant=is_vacant)


def _odd(
    values: Mapping[Column, str], school: School
) -> Iterator[tuple[str, Mapping[str, object]]]:
    """What is odd about a school's line: the code, and the arguments of its words."""
    name = school.short_name
    if not values.get("short_name"):
        yield "directory-name-missing", {"school": name or school.inn}
    if not school.sex and values.get("sex"):
        yield "sex-unread", {"school": name, "found": values["sex"]}
    written = values.get("inn", "")
    if written != school.inn:
        yield "inn-zero-restored", {"written": written, "inn": school.inn, "school": name}
    elif written and not inn_fits(written):
        yield "inn-check-digit", {"written": written, "inn": school.inn, "school": name}
