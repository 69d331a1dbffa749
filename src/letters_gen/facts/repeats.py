"""Several rows to one school: a repeated row counts once; roles, branches and contradictions are
asked about – which row counts, or whether they are added up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from letters_gen.errors import Place
from letters_gen.facts.cells import text_of
from letters_gen.facts.inquiry import Inquiry
from letters_gen.facts.lines import Line
from letters_gen.facts.matching import Matched
from letters_gen.model.folding import folded
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import Question, SheetAnswer
from letters_gen.model.school import School

# An answer on several rows of one school.
SUM = "сложить"
_MANY = 3


@dataclass(slots=True)
class SchoolLines:
    """A school with the rows that are its own: one, or those whose counts are added up.

    Attributes:
        is_open: which of its rows count is still asked.
    """

    school: School
    lines: tuple[Line, ...]
    known: bool
    is_open: bool = False


@dataclass
class Repeats:
    """Settles which rows of a school count; `oddities` grows as it does, and what it asks of
    `inquiry`: `school-twice-differs`, `school-rows`, `rows-by-role`.

    Attributes:
        keys: the columns that are compared.
    """

    file: str
    inquiry: Inquiry
    keys: Sequence[str]
    oddities: list[Oddity] = field(default_factory=list)

    def settle(self, matched: Iterable[Matched]) -> list[SchoolLines]:
        """Each school with its rows, in the order of the sheet."""
        groups: dict[str, list[Matched]] = {}
        for one in matched:
            groups.setdefault(one.school.key, []).append(one)
        repeated = [group for group in groups.values() if len(group) > 1]
        roles = self._roles(repeated) if len(repeated) >= _MANY else None
        choose = self._by_role(roles) if roles else self._one_by_one
        return [
            self._settled(group, choose) if len(group) > 1 else _alone(group[0])
            for group in groups.values()
        ]

    def _settled(
        self, group: Sequence[Matched], choose: Callable[[Sequence[Matched]], tuple[Line, ...]]
    ) -> SchoolLines:
        first, asked = group[0], len(self.inquiry.unanswered)
        lines = choose(group)
        is_open = len(self.inquiry.unanswered) > asked
        return SchoolLines(first.school, lines, first.known, is_open)

    def _roles(self, repeated: Sequence[Sequence[Matched]]) -> tuple[int, tuple[str, ...]] | None:
        """The column of the sheet whose words tell the rows of each school apart, the same words
        for most, and these words.
        """
        first = repeated[0][0].line
        taken = set(first.header.columns.values())
        for column in range(len(first.header.grid.rows[first.number])):
            said = [tuple(_word(one.line, column) for one in group) for group in repeated]
            words = max(said, key=said.count)
            is_telling = len(set(words)) == len(words) and all(words)
            if column not in taken and is_telling and said.count(words) * 2 > len(said):
                return column, words
        return None

    def _by_role(self, roles: tuple[int, tuple[str, ...]]) -> _Chooser:
        column, words = roles
        return _Chooser(self, column, words)

    def _one_by_one(self, group: Sequence[Matched]) -> tuple[Line, ...]:
        """The rows of one school that count."""
        lines = self._shown([one.line for one in group])
        first, *others = lines
        school = group[0].school
        differing = [line for line in others if not self._says_the_same(line, first)]
        if not differing:
            for line in others:
                self._odd("school-twice", line, school=school.short_name, first=first.at("school"))
            return (first,)
        return self._asked(school, [first, *differing])

    def _shown(self, lines: list[Line]) -> list[Line]:
        """Those of a school's rows that Excel shows; all where it hides each."""
        shown = [line for line in lines if not line.is_hidden]
        return shown or lines

    def _says_the_same(self, line: Line, first: Line) -> bool:
        """Whether a row is the other one again: the same name and figures."""
        if folded(line.name) != folded(first.name) or line.continues:
            return False
        return all(text_of(line.cell(key)) == text_of(first.cell(key)) for key in self.keys)

    def _asked(self, school: School, lines: Sequence[Line]) -> tuple[Line, ...]:
        by_cell = {line.at("school"): line for line in lines}
        names = [line.name for line in lines]
        code = "school-twice-differs"
        if len({folded(name) for name in names}) > 1 or any(line.continues for line in lines):
            code = "school-rows"
        arguments = {
            "school": school.short_name,
            "first": lines[0].at("school"),
            "rows": [f"{cell} «{line.name}»" for cell, line in by_cell.items()],
        }
        question = Question(
            code,
            Place(file=self.file, cell=", ".join(by_cell)),
            school.key,
            (*by_cell, SUM),
            None,
            SheetAnswer(),
            arguments,
        )
        answer = self.inquiry.answer(question)
        if answer == SUM:
            return tuple(lines)
        return (by_cell.get(answer or "", lines[0]),)

    def _odd(self, code: str, line: Line, /, **arguments: object) -> None:
        place = Place(file=self.file, cell=line.at("school"))
        self.oddities.append(Oddity(code, place, arguments))


@dataclass
class _Chooser:
    """Picks the rows of each school by the one answer on the roles that its rows are for."""

    repeats: Repeats
    column: int
    words: Sequence[str]
    _answer: str | None = None
    _was_asked: bool = False

    def __call__(self, group: Sequence[Matched]) -> tuple[Line, ...]:
        answer = self._asked(group[0].line)
        if answer == SUM or answer is None:
            return tuple(one.line for one in group)
        wanted = [one.line for one in group if _word(one.line, self.column) == answer]
        return tuple(wanted) or self.repeats._one_by_one(group)

    def _asked(self, line: Line) -> str | None:
        if not self._was_asked:
            self._was_asked = True
            cell = line.header.grid.at(line.number, self.column)
            arguments: Mapping[str, object] = {"roles": list(self.words)}
            question = Question(
                "rows-by-role",
                Place(file=self.repeats.file, cell=cell),
                "/".join(self.words),
                (*self.words, SUM),
                None,
                SheetAnswer(),
                arguments,
            )
            self._answer = self.repeats.inquiry.answer(question)
        return self._answer


def _alone(one: Matched) -> SchoolLines:
    return SchoolLines(one.school, (one.line,), one.known)


def _word(line: Line, column: int) -> str:
    cells = line.header.grid.rows[line.number]
    cell = cells[column] if column < len(cells) else ""
    return text_of(cell) if isinstance(cell, str) else ""
