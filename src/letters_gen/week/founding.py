"""A new office's directory, filled with the schools of a monitoring sheet."""

from __future__ import annotations

from pathlib import Path

from letters_gen.model.question import Answers
from letters_gen.model.settings import Settings
from letters_gen.office.directory_file import write_directory
from letters_gen.office.sidecar import keep_answers
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register
from letters_gen.week.sheets import keep_sheet
from letters_gen.week.survey import Asked, Survey, survey


def fill_directory(
    workspace: Workspace, settings: Settings, register: Register, sheet: Path, answers: Answers
) -> Survey | Asked:
    """Write the schools of `sheet` into the directory, their heads left empty, and keep the sheet
    itself in data/monitoring.

    Args:
        answers: what was answered of the sheet.

    Returns:
        Asked where the sheet can't be understood before it is answered: then nothing is written.

    Raises:
        InputError: see `survey`.
    """
    found = survey(workspace, settings, register, sheet, None, answers)
    if isinstance(found, Survey):
        write_directory(workspace.directory, [row.school for row in found.monitoring.rows])
        keep_sheet(found.sheet, found.kept_at)
        keep_answers(found.kept_at, found.answers)
    return found
