"""A new office: its workspace laid, its directory filled with the schools of a monitoring sheet."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from letters_gen.errors import InputError
from letters_gen.model.question import Answers, Question
from letters_gen.model.settings import Settings
from letters_gen.office.directory_file import write_directory
from letters_gen.office.own_office import OwnOffice, make_own_workspace
from letters_gen.office.sample import refuse_occupied
from letters_gen.office.settings import load_settings
from letters_gen.office.sidecar import keep_answers
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register
from letters_gen.week.questions import keep_answer
from letters_gen.week.sheets import keep_sheet
from letters_gen.week.survey import Asked, Survey, survey

Answering = Callable[[Sequence[Question]], Iterable[tuple[Question, str]]]
"""Asks questions: those that were answered, each with its answer."""


@dataclass(frozen=True)
class Founded:
    """A new office.

    Attributes:
        schools: how many its directory has.
    """

    workspace: Workspace
    schools: int


def found_office(
    folder: Path, sample: str, office: OwnOffice, sheet: Path | None, answering: Answering
) -> Founded | Asked:
    """Lay a workspace of `office` into `folder`, its directory filled with the schools of `sheet`,
    their heads left empty. A folder that couldn't be filled is as empty as it was.

    Args:
        sheet: None for a directory without schools.
        answering: asks what isn't certain about the sheet.

    Returns:
        Asked where a question without whose answer the sheet can't be understood was left open.

    Raises:
        InputError: see `make_own_workspace`, `load_settings`, `survey`, `questions.keep_answer`.
    """
    # Whatever ends it from here on, nobody's files are taken for what was begun.
    refuse_occupied(folder)
    try:
        workspace = make_own_workspace(folder, sample, office)
        load_settings(workspace.settings)
        found = _filled(workspace, sheet, answering) if sheet else Founded(workspace, 0)
    except BaseException as error:
        # What another has begun there meanwhile isn't ours.
        if not (isinstance(error, InputError) and error.code == "folder-not-empty"):
            _empty(folder)
        raise
    if isinstance(found, Asked):
        _empty(folder)
    return found


def _filled(workspace: Workspace, sheet: Path, answering: Answering) -> Founded | Asked:
    """Fill the directory from `sheet`, once what isn't certain about it has been asked."""
    answers: Answers = {}
    asked: set[str] = set()
    while True:
        settings = load_settings(workspace.settings)
        with closing(
            Register.at(workspace.register, settings.register_url, settings.office.id)
        ) as register:
            found = _fill_directory(workspace, settings, register, sheet, answers)
        if isinstance(found, Survey):
            return Founded(workspace, len(found.monitoring.rows))
        fresh = [one for one in found.questions if one.id not in asked]
        told = dict(answers)
        open_ones = {one.id for one in found.questions if one.is_open}
        for question, answer in answering(fresh):
            told.update(keep_answer(workspace, found, question, answer))
            asked.add(question.id)
        if not fresh or open_ones - asked:
            return found
        answers = told


def _fill_directory(
    workspace: Workspace, settings: Settings, register: Register, sheet: Path, answers: Answers
) -> Survey | Asked:
    """Write the schools of `sheet`, and keep the sheet itself in data/monitoring.

    Returns:
        Asked where the sheet can't be understood before it is answered: then nothing is written.
    """
    found = survey(workspace, settings, register, sheet, None, answers)
    if isinstance(found, Survey):
        write_directory(workspace.directory, [row.school for row in found.monitoring.rows])
        keep_sheet(found.sheet, found.kept_at)
        keep_answers(found.kept_at, found.answers)
    return found


def _empty(folder: Path) -> None:
    """Take out what was begun."""
    with suppress(OSError):
        for path in folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
