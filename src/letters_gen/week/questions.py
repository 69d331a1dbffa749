"""What isn't certain about a week's sheet and the heads of its schools, and the clerk's answers,
kept where each belongs (design §6.7).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letters_gen.documents.head import head_of, head_questions
from letters_gen.errors import Place, together
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import Answers, DirectoryCell, Question, SettingsKey
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
    """Which of `schools` have no head, or a head without a post, in the directory."""
    for school in schools:
        if school.line and not (school.head and school.post):
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
    if isinstance(question.kept_in, DirectoryCell):
        keep_in_cell(workspace.directory, question.kept_in, answer)
    elif isinstance(question.kept_in, SettingsKey):
        keep_in_settings(workspace.settings, question.kept_in, answer)
    elif found is None or found.kept_sheet is None:
        return {question.id: answer}
    else:
        keep_answers(found.kept_sheet, {question.id: answer})
    return {}


def refuse_open_questions(questions: Iterable[Question]) -> None:
    """Raises InputError, of the questions' own codes, where nothing can be assumed: nobody has
    answered.
    """
    faults = [question.fault for question in questions if question.is_open]
    if faults:
        raise together(faults)
