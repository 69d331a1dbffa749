"""A sheet checked before anything is issued: all that is odd, open, and known of earlier weeks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from letters_gen.documents.past import told_by
from letters_gen.model.oddity import Oddity
from letters_gen.model.past import Past
from letters_gen.model.period import Period
from letters_gen.model.question import Answers, Question
from letters_gen.model.settings import Settings
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register
from letters_gen.week.history import weeks_before
from letters_gen.week.leaps import leaps
from letters_gen.week.questions import headless, questions_about
from letters_gen.week.survey import Asked, Survey, survey

_NOTHING: Answers = {}


@dataclass(frozen=True)
class Checked:
    """What a check of a sheet has shown.

    Attributes:
        past: what earlier weeks tell of the survey's.
        oddities: about the sheet, the schools' heads and the covering letter.
        questions: about the sheet and the heads of all schools.
    """

    survey: Survey
    past: Past
    oddities: tuple[Oddity, ...]
    questions: tuple[Question, ...]

    @property
    def is_answered(self) -> bool:
        """Whether nothing is open that a letter couldn't be issued without."""
        return not any(question.is_open for question in self.questions)


def checked(
    workspace: Workspace,
    settings: Settings,
    register: Register,
    file: Path | None,
    period: Period | None,
    answers: Answers = _NOTHING,
) -> Checked | Asked:
    """Read and judge `file`, or the latest sheet where that is None; nothing is written.

    Args:
        answers: what was answered and couldn't be kept yet: see `questions.keep_answer`.

    Raises:
        InputError: see `survey`.
    """
    found = survey(workspace, settings, register, file, period, answers)
    if isinstance(found, Asked):
        return found
    schools = [row.school for row in found.monitoring.rows]
    weeks = weeks_before(register, settings, found.monitoring.period)
    last = next(weeks, None)
    leapt = leaps(found.monitoring, last, found.settings, found.sheet.name) if last else ()
    known = chain([last], weeks) if last else weeks
    return Checked(
        survey=found,
        past=told_by(known, found.monitoring, found.findings, found.settings),
        oddities=(*found.oddities, *leapt, *headless(workspace, schools), *found.unknown_basis),
        questions=(*found.questions, *questions_about(workspace, schools)),
    )
