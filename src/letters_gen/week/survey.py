"""What a sheet says and means, before anything is issued: read, matched, judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from letters_gen.compliance import figures, findings
from letters_gen.errors import InputError, Place
from letters_gen.facts.monitoring import read_monitoring
from letters_gen.facts.schools import read_directory
from letters_gen.model.basis import BasisAnswers
from letters_gen.model.judgement import Figure, Finding
from letters_gen.model.monitoring import Monitoring
from letters_gen.model.oddity import Oddity
from letters_gen.model.period import Period
from letters_gen.model.question import Answers, Question
from letters_gen.model.settings import Settings
from letters_gen.model.sheet_view import SheetView
from letters_gen.office.files import sha256_of
from letters_gen.office.sample import is_of_a_sample
from letters_gen.office.sidecar import read_sidecar
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register
from letters_gen.week.sheets import latest_sheet, path_to_keep, standing_copy

_NOTHING: Answers = {}


@dataclass(frozen=True)
class Survey:
    """One sheet, understood.

    Attributes:
        sheet: the file that was read; `kept_at`: where it stands, or will, in data/monitoring.
        sha256: of the file.
        basis: the covering letter as far as the sheet's sidecar tells it.
        basis_is_offer: whether it was told before nothing was issued.
        questions: what the sheet leaves open; figures stand in for what isn't answered.
        answers: what was answered and is to be kept beside the sheet; `answered`: all that was.
        oddities: everything odd about the settings, the file, the directory and the figures.
        views: the tables of the sheet as they were understood.
    """

    workspace: Workspace
    settings: Settings
    sheet: Path
    kept_at: Path
    sha256: str
    monitoring: Monitoring
    findings: tuple[Finding, ...]
    figures: Mapping[str, Figure]
    basis: BasisAnswers
    questions: tuple[Question, ...]
    answers: Answers
    answered: Answers
    oddities: tuple[Oddity, ...]
    views: tuple[SheetView, ...]
    basis_is_offer: bool = False

    @property
    def kept_sheet(self) -> Path | None:
        """The sheet in data/monitoring, None while it isn't there."""
        return self.kept_at if self.kept_at.is_file() else None

    @property
    def unknown_basis(self) -> tuple[Oddity, ...]:
        """An oddity where the sidecar doesn't tell the whole covering letter: it will be asked
        for.
        """
        if self.basis.whole:
            return ()
        return (
            Oddity("basis-unknown", Place(file=self.kept_at.name), {"missing": self.basis.missing}),
        )


@dataclass(frozen=True)
class Asked:
    """A sheet that can't be understood before its questions are answered.

    Attributes:
        sheet: the file that was read.
        kept_sheet: itself or its copy in data/monitoring, None while it isn't there.
    """

    workspace: Workspace
    sheet: Path
    kept_sheet: Path | None
    questions: tuple[Question, ...]
    views: tuple[SheetView, ...]


def survey(
    workspace: Workspace,
    settings: Settings,
    register: Register,
    file: Path | None,
    period: Period | None,
    answers: Answers = _NOTHING,
) -> Survey | Asked:
    """Read and judge `file`, or the latest sheet of data/monitoring where that is None; nothing is
    written.

    Args:
        answers: what was answered and couldn't be kept yet: see `questions.keep_answer`.

    Raises:
        InputError: the sheet or the directory can't be read, or lacks what no answer mends.
    """
    sheet = _existing(file) if file else latest_sheet(workspace, settings)
    kept_sheet = standing_copy(workspace, sheet)
    answered = {**(read_sidecar(kept_sheet).answers if kept_sheet else {}), **answers}
    directory = read_directory(workspace.directory)
    reading = read_monitoring(sheet, settings, directory, period, answered)
    monitoring = reading.monitoring
    if monitoring is None:
        return Asked(workspace, sheet, kept_sheet, reading.questions, reading.views)
    settings = settings.as_of(monitoring.period.end)
    figured = figures(monitoring, settings.figures.values())
    kept_at = path_to_keep(workspace, sheet, monitoring.period)
    sidecar = read_sidecar(kept_at)
    odd_sources = (*_of_a_sample(sheet, settings), *settings.oddities, *sidecar.oddities)
    odd_figures = _odd_figures(figured, sheet.name)
    return Survey(
        workspace=workspace,
        settings=settings,
        sheet=sheet,
        kept_at=kept_at,
        sha256=sha256_of(sheet),
        monitoring=monitoring,
        findings=tuple(findings(monitoring, settings.indicators.values())),
        figures=figured,
        basis=sidecar.basis,
        questions=reading.questions,
        answers={**reading.answers, **answers},
        answered=answered,
        basis_is_offer=sidecar.is_offer,
        oddities=(*odd_sources, *reading.oddities, *odd_figures),
        views=reading.views,
    )


def _of_a_sample(sheet: Path, settings: Settings) -> Iterator[Oddity]:
    if is_of_a_sample(sheet, settings.office.name):
        yield Oddity("sheet-of-a-sample", Place(file=sheet.name))


def _existing(file: Path) -> Path:
    if not file.is_file():
        raise InputError("no-such-file", Place(file=str(file)))
    return file


def _odd_figures(figured: Mapping[str, Figure], file: str) -> Iterator[Oddity]:
    for figure in figured.values():
        place = Place(file=file, cell=", ".join(figure.cells))
        if figure.value is None:
            yield Oddity("figure-without-data", place, {"figure": figure.rule.title})
        elif figure.left_out:
            schools = [school.short_name for school in figure.left_out]
            yield Oddity(
                "figure-rows-left-out", place, {"figure": figure.rule.title, "schools": schools}
            )
