"""Who signs to have seen an order: the people whom it names, and the heads who are to act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from letters_gen.documents.head import head_of
from letters_gen.documents.letter import Letter
from letters_gen.documents.people import declinable_name
from letters_gen.model.field import Field
from letters_gen.model.person import Person
from letters_gen.model.school import School
from letters_gen.russian.cases import Case

# Whoever compiles a statement acts on no clause of the order.
_BOUND = ("responsible", "control")


@dataclass(frozen=True)
class Reader:
    """One line of an acquaintance sheet: `name` is '' where nobody is known."""

    post: str
    name: str


READER: tuple[Field[Reader], ...] = (
    Field("должность", "должность", "Директор МКОУ «Генухская СОШ»", lambda one: one.post),
    Field("имя", "фамилия и инициалы", "Рамазанов Р.А.", lambda one: one.name),
)


def readers(letter: Letter) -> list[Reader]:
    """The lines of the acquaintance sheet of an order, everyone once."""
    kind = letter.batch.type
    if kind.acquaint == "none":
        return []
    found = [*_named(letter)]
    if kind.acquaint == "heads":
        found += _heads(letter)
    return list(dict.fromkeys(found))


def _named(letter: Letter) -> Iterator[Reader]:
    people = letter.batch.people
    for role in _BOUND:
        if role in people:
            yield _of_office(people[role])


def _of_office(one: Person) -> Reader:
    return Reader(_capital(one.post), declinable_name(one).shortened(Case.NOMINATIVE))


def _heads(letter: Letter) -> Iterator[Reader]:
    """The heads of the schools that have something to mend."""
    for key in dict.fromkeys(finding.school.key for finding in letter.findings):
        school = next(row.school for row in letter.rows if row.school.key == key)
        yield _of_school(school)


def _of_school(school: School) -> Reader:
    head = head_of(school)
    post = head.post.text if head.post and head.name else "руководитель"
    place = "" if school.short_name in post else school.short_name
    name = head.name.shortened(Case.NOMINATIVE) if head.name else ""
    return Reader(" ".join(filter(None, (_capital(post), place))), name)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
