"""What isn't certain about a week's sheet and the heads of its schools, and the clerk's answers,
kept where each belongs (design §6.7).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letters_gen.documents.head import head_of, head_questions
from letters_gen.errors import Place, together
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import (
    Answers,
    DirectoryCell,
    KnownValue,
    OtherName,
    Question,
    SettingsKey,
)
from letters_gen.model.school import School
from letters_gen.office.directory_file import keep_in_cell
from letters_gen.office.settings_answers import keep_in_settings
from letters_gen.office.sidecar import keep_answers
from letters_gen.office.workspace import Workspace
from letters_gen.week.survey import Asked, Survey


def questions_about(workspace: Workspace, schools: Iterable[School]) -> Iterator[Question]:
    """What isn't certain of how letters address the heads of `schools`."""
    for school in schools:
        yield from head_questions(school, head_of(school), workspace.directory.name)


def headless(workspace: Workspace, schools: Iterable[School]) -> Iterator[Oddity]:
    """Which of `schools` have no head, or a head without a post, in the directory; where it says
    that the post is vacant nothing is lacking.
    """
    for school in schools:
        if school.line and not school.is_vacant and not (school.head and school.post):
            code = "head-without-post" if school.head else "school-without-head"
            place = Place(file=workspace.directory.name, line=school.line)
            yield Oddity(code, place, {"school": school.short_name})


def keep_answer(
    workspace: Workspace, found: Survey | Asked | None, question: Question, answer: str
) -> Answers:
    """Keep the clerk's answer where it belongs, where it wins from then on.

    Returns:
        The answer by its question's id where it can't be kept yet: the sheet isn't in
        data/monitoring. It is given to the next `survey`, and kept when the sheet is.

    Raises:
        InputError: `directory-changed`, `directory-encoding`; see `files.write_file`.
    """
    cell, setting = _cell(question, answer), _setting(question, answer)
    if cell is not None:
        keep_in_cell(workspace.directory, *cell)
    elif setting is not None:
        keep_in_settings(workspace.settings, *setting)
    elif found is None or found.kept_sheet is None:
        return {question.id: answer}
    else:
        keep_answers(found.kept_sheet, {question.id: answer})
    return {}


def _cell(question: Question, answer: str) -> tuple[DirectoryCell, str] | None:
    """The directory's cell that an answer belongs in, and what is put there."""
    kept_in = question.kept_in
    if isinstance(kept_in, DirectoryCell):
        return kept_in, answer
    if isinstance(kept_in, OtherName) and answer in kept_in.lines:
        return DirectoryCell(kept_in.lines[answer], "other_names", answer), kept_in.name
    return None


def _setting(question: Question, answer: str) -> tuple[SettingsKey, str] | None:
    """The list of letters.toml that an answer belongs in, and what is put there."""
    kept_in = question.kept_in
    if isinstance(kept_in, SettingsKey):
        return kept_in, answer
    if isinstance(kept_in, KnownValue) and answer in kept_in.values:
        return SettingsKey(
            ("columns", kept_in.column, "values", answer), is_list=True
        ), kept_in.text
    return None


def refuse_open_questions(questions: Iterable[Question]) -> None:
    """Raises InputError, of the questions' own codes, where nothing can be assumed: nobody has
    answered.
    """
    faults = [question.fault for question in questions if question.is_open]
    if faults:
        raise together(faults)
