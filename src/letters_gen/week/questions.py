"""What isn't certain about the heads of schools, and the clerk's answers, kept in the directory
(design §6.7).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letters_gen.documents.head import head_doubts, head_of
from letters_gen.errors import InputError, Place, together
from letters_gen.model.doubt import Doubt
from letters_gen.model.oddity import Oddity
from letters_gen.model.school import School
from letters_gen.office.directory_file import Answer, keep_answers
from letters_gen.office.workspace import Workspace


def doubts_about(workspace: Workspace, schools: Iterable[School]) -> Iterator[Doubt]:
    """What isn't certain of how letters address the heads of `schools`."""
    for school in schools:
        yield from head_doubts(school, head_of(school), workspace.directory.name)


def headless(workspace: Workspace, schools: Iterable[School]) -> Iterator[Oddity]:
    """Which of `schools` have no head, or a head without a post, in the directory."""
    for school in schools:
        code = (
            "school-without-head"
            if not school.head
            else "head-without-post"
            if not school.post
            else None
        )
        if school.line and code:
            place = Place(file=workspace.directory.name, line=school.line)
            yield Oddity(code, place, {"school": school.short_name})


def keep_answer(workspace: Workspace, doubt: Doubt, answer: str) -> None:
    """Put an answer into its cell of the directory, where it wins from then on.

    Raises:
        InputError: `directory-open`, `directory-changed`, `directory-encoding`.
    """
    cell = Answer(doubt.place.line or 0, doubt.column, answer, str(doubt.arguments["school"]))
    keep_answers(workspace.directory, [cell])


def refuse_open_doubts(doubts: Iterable[Doubt]) -> None:
    """Raises InputError, of the doubts' own codes, where nothing can be assumed: nobody has
    answered.
    """
    faults = [
        InputError(doubt.code, doubt.place, also=(), **doubt.arguments)
        for doubt in doubts
        if not doubt.assumed
    ]
    if faults:
        raise together(faults)
