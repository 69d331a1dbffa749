"""What a batch rests on: a surveyed week, or the subject that the clerk names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from letters_gen.compliance import totals
from letters_gen.documents.averages import district_averages
from letters_gen.documents.standings import district_standings
from letters_gen.errors import InputError, Place
from letters_gen.facts.schools import read_directory
from letters_gen.issuing.request import Request
from letters_gen.model.basis import NO_ANSWERS
from letters_gen.model.matter import JudgedWeek, Matter
from letters_gen.model.monitoring import Row
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import Question
from letters_gen.model.settings import Settings
from letters_gen.office.sidecar import keep_answers, keep_basis, refuse_early_due
from letters_gen.office.workspace import Workspace
from letters_gen.week.basis import whole_basis
from letters_gen.week.sheets import keep_sheet
from letters_gen.week.survey import Survey


@dataclass(frozen=True)
class Ground:
    """Where a batch is issued and what it rests on.

    Attributes:
        rows: the schools that documents may be about.
        warnings: what is odd about the sheet or the directory, and lets the documents go.
        survey: the week's sheet, understood; None for documents without a sheet.
    """

    workspace: Workspace
    settings: Settings
    rows: Sequence[Row]
    warnings: tuple[Oddity, ...]
    survey: Survey | None = None

    @property
    def file(self) -> str | None:
        """The sheet's file name."""
        return self.survey.sheet.name if self.survey else None

    @property
    def questions(self) -> tuple[Question, ...]:
        """What the sheet leaves open, with what is assumed."""
        return self.survey.questions if self.survey else ()

    @property
    def judged_week(self) -> JudgedWeek | None:
        """The week as documents tell of it; None for documents without a sheet."""
        survey = self.survey
        if survey is None:
            return None
        return JudgedWeek(
            monitoring=survey.monitoring,
            findings=survey.findings,
            figures=survey.figures,
            averages=district_averages(survey.monitoring, self.settings),
            standings=district_standings(survey.monitoring, self.settings),
            totals=totals(survey.monitoring, self.settings.columns.values()),
        )

    def matter(self, request: Request, subject: str = "") -> Matter:
        """What the documents are about; raises InputError `basis-missing`, of documents
        without a sheet `ground-missing`.

        Args:
            subject: of documents without a sheet.
        """
        survey = self.survey
        if survey is None:
            given = request.basis
            if given != NO_ANSWERS and given.whole is None:
                raise InputError("ground-missing", missing=given.missing)
            refuse_early_due(given, Place())
            return Matter(subject, basis=given.whole, told=request.subject)
        subject = survey.monitoring.period.subject
        return Matter(subject, self.judged_week, whole_basis(survey, request.basis))

    def keep(self, matter: Matter, is_offer: bool = False) -> None:
        """Keep the sheet and the covering letter that the documents rest on in the workspace; what
        is kept though nothing was issued is an offer.
        """
        if self.survey and matter.basis:
            keep_sheet(self.survey.sheet, self.survey.kept_at)
            keep_basis(self.survey.kept_at, matter.basis, is_offer)
            keep_answers(self.survey.kept_at, self.survey.answers)


def week_ground(surveyed: Survey) -> Ground:
    """What documents about a week rest on."""
    return Ground(
        surveyed.workspace,
        surveyed.settings,
        surveyed.monitoring.rows,
        surveyed.oddities,
        surveyed,
    )


def subject_ground(workspace: Workspace, settings: Settings) -> Ground:
    """What documents without a sheet rest on; raises InputError: the directory can't be read."""
    directory = read_directory(workspace.directory)
    rows = [Row.without_figures(school) for school in directory.schools]
    return Ground(workspace, settings, rows, (*settings.oddities, *directory.oddities))
