"""What isn't certain about the heads of schools, and the clerk's answers, kept in the directory (design §6.7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from letters_gen.documents.head import head_doubts
from letters_gen.errors import InputError, Place
from letters_gen.model.doubt import Doubt
from letters_gen.model.oddity import Oddity
from letters_gen.model.school import School
from letters_gen.office.directory_file import Answer, keep_answers
from letters_gen.office.workspace import Workspace


def doubts_about(workspace: Workspace, schools: Iterable[School]) -> Iterator[Doubt]:
    """What isn't certain of how letters address the heads of `schools`."""
    for school in schools:
        yield from head_doubts(school, workspace.directory.name)


def headless(workspace: Workspace, schools: Iterable[School]) -> Iterator[Oddity]:
    """Which of `schools` have no head in the directory: their letters go to the post alone."""
    file = workspace.directory.name
    for school in schools:
        if school.line and not school.head:
            yield Oddity("school-without-head", Place(file=file, line=school.line), {"school": school.short_name})


def keep_doubts_answered(workspace: Workspace, answers: Mapping[Doubt, str]) -> None:
    """Put each answer into its cell of the directory, where it wins from then on.

    Raises:
        InputError: `directory-open`, `directory-changed`, `directory-encoding`.
    """
    if answers:
        kept = [
            Answer(doubt.place.line or 0, doubt.column, text, str(doubt.arguments["school"]))
            for doubt, text in answers.items()
        ]
        keep_answers(workspace.directory, kept)


def refuse_open_doubts(doubts: Iterable[Doubt]) -> None:
    """Raises InputError, of the doubts' own codes, where nothing can be assumed: nobody has answered."""
    faults = [InputError(doubt.code, doubt.place, also=(), **doubt.arguments) for doubt in doubts if not doubt.assumed]
    if faults:
        faults[0].also = tuple(faults[1:])
        raise faults[0]
