"""Which school of the directory a sheet's row means: by its ИНН, then by its name; asked where they
point to two, or to none while one is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from letters_gen.errors import Place
from letters_gen.facts.cells import inn_fits, text_of
from letters_gen.facts.inquiry import Inquiry
from letters_gen.facts.lines import Line
from letters_gen.facts.school_names import name_key
from letters_gen.facts.schools import Directory
from letters_gen.model.characters import holds_forbidden, without_forbidden
from letters_gen.model.folding import folded
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import OtherName, Question, SheetAnswer
from letters_gen.model.school import School

# Answers on a row that the directory doesn't know, and on rows whose ИНН is another school's.
NEW_SCHOOL, NO_SCHOOL = "новая школа", "не школа"
BY_NAME, BY_INN = "по названию", "по ИНН"
_MANY = 3
_NEAR = 75.0
_MOST_OFFERED = 12
_PART = re.compile(r"филиал|структурн|отделени|корпус|здани|дошкольн\w+ групп|итого|всего")
# The school that has a row's ИНН, and the one that has its name.
_Pair = tuple[School | None, School | None]


@dataclass(slots=True)
class Matched:
    """A row with its school; `known` tells whether the directory has it."""

    line: Line
    school: School
    known: bool


@dataclass
class Matcher:
    """Matches the office's rows with the directory; `oddities` grows as it does, and what it asks
    of `inquiry`: `inn-column-shifted`, `inn-of-another`, `school-unmatched`.
    """

    directory: Directory
    file: str
    inquiry: Inquiry
    office_inn: str = ""
    oddities: list[Oddity] = field(default_factory=list)

    def match(self, lines: Sequence[Line]) -> list[Matched]:
        """The rows with their schools, in their order; those left out that are answered to be no
        school.
        """
        found = self._found({line: self._pair(line) for line in lines})
        self._note_unreadable(lines)
        present = {school.key for school in found.values() if school}
        missing = [one for one in self.directory.schools if one.key not in present]
        matched = []
        for line in lines:
            school, known = found[line], True
            if school is None:
                school = self._unmatched(line, missing)
                known = school is not None and school.line > 0
            if school is not None:
                matched.append(Matched(line, _with_inn(school, line), known))
        return matched

    def _found(self, pairs: Mapping[Line, _Pair]) -> dict[Line, School | None]:
        """The school that each row means, None where the directory doesn't tell."""
        crossed = self._crossed(pairs)
        return {line: self._known(line, pair, crossed) for line, pair in pairs.items()}

    def _pair(self, line: Line) -> _Pair:
        """The school that has the row's ИНН, and the one that has its name."""
        by_inn = self.directory.by_inn(line.inn)
        if by_inn is not None and self.directory.is_named(by_inn, line.name):
            return by_inn, by_inn
        return by_inn, self.directory.by_name(line.name)

    def _crossed(self, pairs: Mapping[Line, _Pair]) -> dict[Line, School]:
        """The rows whose ИНН is one school's and whose name another's, and which is meant."""
        crossed = {}
        for line, (by_inn, by_name) in pairs.items():
            if by_inn and by_name and by_inn is not by_name:
                crossed[line] = (by_name, by_inn)
        if len(crossed) < _MANY:
            return {line: self._which_of(line, *pair) for line, pair in crossed.items()}
        first = next(iter(crossed))
        place = Place(file=self.file, cell=first.at("inn"))
        arguments = {"count": len(crossed), "schools": [line.name for line in crossed]}
        question = Question(
            "inn-column-shifted",
            place,
            str(len(crossed)),
            (BY_NAME, BY_INN),
            None,
            SheetAnswer(),
            arguments,
        )
        position = 1 if self.inquiry.answer(question) == BY_INN else 0
        return {line: pair[position] for line, pair in crossed.items()}

    def _which_of(self, line: Line, by_name: School, by_inn: School) -> School:
        place = Place(file=self.file, cell=f"{line.at('school')}, {line.at('inn')}")
        choices = (by_name.short_name, by_inn.short_name)
        arguments = {"school": line.name, "inn": line.inn, "other": by_inn.short_name}
        question = Question(
            "inn-of-another",
            place,
            f"{line.inn}/{line.name}",
            choices,
            None,
            SheetAnswer(),
            arguments,
        )
        return by_inn if self.inquiry.answer(question) == choices[1] else by_name

    def _known(self, line: Line, pair: _Pair, crossed: dict[Line, School]) -> School | None:
        if line in crossed:
            return crossed[line]
        by_inn, by_name = pair
        if not line.continues:
            self._note_inn(line)
            self._note_name(line, by_inn, by_name)
        return by_inn or by_name

    def _note_name(self, line: Line, by_inn: School | None, by_name: School | None) -> None:
        if by_inn is None and by_name is not None and line.inn and by_name.inn:
            self._odd("inn-differs", line, "inn", school=line.name, inn=line.inn, known=by_name.inn)
        elif by_inn is not None and by_name is None:
            self._odd("school-renamed", line, "school", school=line.name, known=by_inn.short_name)

    def _note_inn(self, line: Line) -> None:
        cell = line.cell("inn")
        if cell == line.inn and self.directory.by_inn(line.inn):
            return  # of its check digit the directory tells
        written = text_of(cell).replace(" ", "")
        if not written or not line.inn or (written == line.inn and inn_fits(line.inn)):
            return
        code = "inn-zero-restored" if written != line.inn else "inn-check-digit"
        if code == "inn-check-digit" or written.isdigit():
            self._odd(code, line, "inn", school=line.name, written=written, inn=line.inn)

    def _note_unreadable(self, lines: Sequence[Line]) -> None:
        """What stands in the column of the ИНН and is none: `5,38031E+08`; the schools were known
        by their names.
        """
        unread = [line for line in lines if not line.inn and line.text("inn")]
        if unread:
            first = unread[0]
            arguments = {"found": first.text("inn"), "count": len(unread)}
            place = Place(file=self.file, cell=first.at("inn"))
            self.oddities.append(Oddity("inn-unreadable", place, arguments))

    def _unmatched(self, line: Line, missing: Sequence[School]) -> School | None:
        """The school that a row means which the directory doesn't know: itself, or as the clerk
        says; None where it is answered to be none.
        """
        new = School(line.inn, self._plain_name(line))
        is_certain = inn_fits(line.inn) and not missing and not self._is_a_part(line)
        if is_certain or not self.directory.schools:
            self._odd("school-not-in-directory", line, "school", school=line.name)
            return new
        likely = {school.short_name: school for school in self._likely(line, missing)}
        answer = self.inquiry.answer(self._which_school(line, likely, missing))
        return None if answer == NO_SCHOOL else likely.get(answer or "", new)

    def _is_a_part(self, line: Line) -> bool:
        """Whether a row with a sound ИНН may be no school of its own: a branch, the office."""
        return line.inn == self.office_inn or _PART.search(folded(line.name)) is not None

    def _which_school(
        self, line: Line, likely: Mapping[str, School], missing: Sequence[School]
    ) -> Question:
        lines = {name: school.line for name, school in likely.items()}
        return Question(
            "school-unmatched",
            Place(file=self.file, cell=line.at("school")),
            f"{line.name}/{line.inn}" if line.inn else line.name,
            (*likely, NEW_SCHOOL, NO_SCHOOL),
            None,
            OtherName(line.name, lines),
            {"school": line.name, "missing": [school.short_name for school in missing]},
        )

    def _plain_name(self, line: Line) -> str:
        """The name as a document can hold it; what had to be left out is told."""
        if not holds_forbidden(line.name):
            return line.name
        plain = without_forbidden(line.name)
        place = Place(file=self.file, cell=line.at("school"))
        self.oddities.append(Oddity("characters-dropped", place, {"found": plain}))
        return plain

    def _likely(self, line: Line, missing: Sequence[School]) -> list[School]:
        """The schools that a row may mean: those named like it, then those that are missing."""
        near = list(_named_like(line.name, self.directory.schools))
        others = [school for school in missing if school not in near]
        return [*near, *others][:_MOST_OFFERED]

    def _odd(self, code: str, line: Line, key: str, /, **arguments: object) -> None:
        place = Place(file=self.file, cell=line.at(key))
        self.oddities.append(Oddity(code, place, arguments))


def _with_inn(school: School, line: Line) -> School:
    """The school with the sheet's ИНН where the directory lacks it: the register knows the school
    by it from the start.
    """
    if school.inn or not inn_fits(line.inn):
        return school
    return replace(school, inn=line.inn)


def _named_like(name: str, schools: Sequence[School]) -> Iterator[School]:
    """The schools whose names are like `name`, the likest first."""
    from rapidfuzz import fuzz, process

    names = [name_key(school.short_name) for school in schools]
    key = name_key(name)
    for _, _, at in process.extract(
        key, names, scorer=fuzz.token_set_ratio, score_cutoff=_NEAR, limit=_MOST_OFFERED // 2
    ):
        yield schools[at]
