"""The directory changed school by school, each change held against what is read of it: nothing is
written that the commands would stumble over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Set
from typing import Any

from letters_gen.documents.head import SEXES
from letters_gen.errors import InputError, together
from letters_gen.facts.cells import restored_inn
from letters_gen.facts.schools import Directory, parsed_directory
from letters_gen.model.entry import Stamp
from letters_gen.model.school import School
from letters_gen.office.directory_file import directory_text
from letters_gen.office.directory_text import COLUMNS, Column, DirectoryText
from letters_gen.office.files import read_file, refuse_open
from letters_gen.office.former import editing, refuse_changed, replace_file
from letters_gen.office.workspace import Workspace

Values = Mapping[Column, str]
"""What a school's line says, by its columns."""

_EDITED: tuple[Column, ...] = (*COLUMNS, ("head", "dative"), ("post", "dative"))
_SEXES = {str(sex): written for sex, written in SEXES.items()}
_NAMES = ("short_name", "full_name", "other_names")
# What is refused of a change, by the columns that it may come from.
_REFUSED: Mapping[str, tuple[str, ...]] = {
    "inn-check-digit": ("inn",),
    "directory-school-twice": ("inn", "short_name"),
    "directory-name-missing": ("short_name", "full_name"),
}


def values_of(school: School) -> dict[Column, str]:
    """What the directory says of a school, in the columns that are edited."""
    values: dict[Column, str] = {}
    for column in _EDITED:
        if isinstance(column, tuple):
            values[column] = school.forms.get(column, "")
        else:
            values[column] = getattr(school, column)
    return {**values, "sex": _SEXES.get(school.sex, "")}


def state_of(school: School) -> str:
    """What tells whether the directory says something else of a school than it said."""
    said = json.dumps(list(values_of(school).values()), ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def change_school(workspace: Workspace, key: str, state: str, values: Values, stamp: Stamp) -> None:
    """Put `values` into the line of a school; the cells that they don't change stay as written.

    A head's or a post's forms given by hand go with the name that they were given for.

    Args:
        key: the school's, `state`: its `state_of` when it was shown.

    Raises:
        InputError: `changed-meanwhile`; `inn-check-digit`, `directory-school-twice`,
            `directory-name-missing`, `school-name-taken`; `directory-encoding`; see
            `files.write_file`, `schools.read_directory`. Nothing is written then.
    """
    with editing(workspace, stamp):
        change = _Change(workspace)
        school = change.school(key, state)
        changed = _changed(school, _cleaned(values))
        change.text.change(school.line, school.short_name, changed)
        change.keep(changed.keys(), school.line, stamp)


def add_school(workspace: Workspace, values: Values, stamp: Stamp) -> None:
    """Put a new school behind the others; raises as `change_school`."""
    with editing(workspace, stamp):
        change = _Change(workspace)
        added = {column: value for column, value in _cleaned(values).items() if value}
        line = change.text.add(added)
        change.keep(added.keys(), line, stamp)


def remove_school(workspace: Workspace, key: str, state: str, stamp: Stamp) -> None:
    """Take a school out; raises as `change_school`."""
    with editing(workspace, stamp):
        change = _Change(workspace)
        school = change.school(key, state)
        change.text.remove(school.line, school.short_name)
        change.keep(set(), school.line, stamp)


class _Change:
    """The directory as it stands, and its text, which is being changed."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace, self._path = workspace, workspace.directory
        refuse_open(self._path)
        raw = read_file(self._path)
        self._before = parsed_directory(directory_text(raw), self._path.name)
        self.text = DirectoryText(raw, self._path.name)

    def school(self, key: str, state: str) -> School:
        """The school of that key; raises InputError `changed-meanwhile`."""
        found = self._before.by_key(key)
        refuse_changed(self._path, state, state_of(found) if found else "")
        assert found is not None
        return found

    def keep(self, changed: Set[Column], line: int, stamp: Stamp) -> None:
        """Write the text, once what is read of it has been looked at."""
        raw = self.text.encoded()
        after = parsed_directory(directory_text(raw), self._path.name)
        faults = [*self._oddities(after, changed), *_taken_names(after, line, changed)]
        if faults:
            raise together(faults)
        replace_file(self._workspace, self._path, raw, stamp)

    def _oddities(self, after: Directory, changed: Set[Column]) -> Iterator[InputError]:
        """What the change has made odd that was sound."""
        for oddity in after.oddities:
            columns = _REFUSED.get(oddity.code, ())
            is_new = oddity not in self._before.oddities
            if is_new and not changed.isdisjoint(columns):
                arguments: dict[str, Any] = dict(oddity.arguments)
                yield InputError(oddity.code, oddity.place, **arguments)


def _taken_names(after: Directory, line: int, changed: Set[Column]) -> Iterator[InputError]:
    """Names that another school has too, of which a sheet's row could mean either."""
    school = next((one for one in after.schools if one.line == line), None)
    if school is None or changed.isdisjoint(_NAMES):
        return
    others = [one for one in after.schools if one is not school]
    for name in dict.fromkeys(school.names):
        for other in others:
            if after.is_named(other, name):
                yield InputError("school-name-taken", name=name, school=other.short_name)


def _cleaned(values: Values) -> dict[Column, str]:
    """What is written: without spaces that nobody sees, an ИНН with the zero that Excel drops."""
    cleaned = {column: " ".join(value.split()) for column, value in values.items()}
    if "inn" in cleaned:
        cleaned["inn"] = restored_inn(cleaned["inn"].replace(" ", ""))
    return cleaned


def _changed(school: School, values: Values) -> dict[Column, str]:
    """What of `values` is another than the school's own."""
    known = values_of(school)
    changed = {column: value for column, value in values.items() if value != known[column]}
    for form in school.forms:
        if form[0] in changed:
            changed.setdefault(form, "")
    return changed
