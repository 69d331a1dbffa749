"""What a sheet says and means, before anything is issued: read, matched, judged, compared with
earlier weeks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from letters_gen.compliance import figures, findings, judged_value
from letters_gen.errors import InputError, Place
from letters_gen.facts.monitoring import Reading, read_monitoring
from letters_gen.facts.schools import read_directory
from letters_gen.model.basis import BasisAnswers
from letters_gen.model.entry import Entry
from letters_gen.model.judgement import Figure, Finding
from letters_gen.model.monitoring import Monitoring
from letters_gen.model.oddity import Oddity
from letters_gen.model.period import Period
from letters_gen.model.settings import Settings
from letters_gen.office.sidecar import read_basis
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register
from letters_gen.week.history import Week, weeks_before
from letters_gen.week.sheets import kept_place, latest_sheet, sha256_of


@dataclass(frozen=True)
class Survey:
    """One sheet, understood.

    Attributes:
        sheet: the file that was read; `place`: where it stands, or will, in data/monitoring.
        sha256: of the file.
        basis: the covering letter as far as the sheet's sidecar tells it.
        oddities: everything odd about the file, the directory and the figures.
        weeks: the weeks before this one, the nearest first.
    """

    workspace: Workspace
    settings: Settings
    sheet: Path
    place: Path
    sha256: str
    monitoring: Monitoring
    findings: tuple[Finding, ...]
    figures: Mapping[str, Figure]
    basis: BasisAnswers
    oddities: tuple[Oddity, ...]
    weeks: tuple[Week, ...]

    @property
    def warnings(self) -> tuple[Oddity, ...]:
        """The oddities that let the letter go."""
        return tuple(oddity for oddity in self.oddities if not oddity.stops)

    @property
    def stops(self) -> tuple[Oddity, ...]:
        """The oddities that must be mended before anything is issued."""
        return tuple(oddity for oddity in self.oddities if oddity.stops)

    @property
    def unknown_basis(self) -> tuple[Oddity, ...]:
        """An oddity where the sidecar doesn't tell the whole covering letter: it will be asked
        for.
        """
        if self.basis.whole:
            return ()
        return (
            Oddity("basis-unknown", Place(file=self.place.name), {"missing": self.basis.missing}),
        )


def survey(
    workspace: Workspace,
    settings: Settings,
    register: Register,
    file: Path | None,
    period: Period | None,
) -> Survey:
    """Read and judge `file`, or the latest sheet of data/monitoring where that is None; nothing is
    written.

    Raises:
        InputError: the sheet or the directory can't be read, or says nothing of the office's
            district.
    """
    sheet = file or latest_sheet(workspace, settings)
    if not sheet.is_file():
        raise InputError("no-such-file", Place(file=str(sheet)))
    directory = read_directory(workspace.directory)
    reading = read_monitoring(sheet, settings, directory, period)
    monitoring = reading.monitoring
    found = tuple(findings(monitoring, settings.indicators.values()))
    figured = figures(monitoring, settings.figures.values())
    place = kept_place(workspace, sheet, monitoring.period)
    return Survey(
        workspace=workspace,
        settings=settings,
        sheet=sheet,
        place=place,
        sha256=sha256_of(sheet),
        monitoring=monitoring,
        findings=found,
        figures=figured,
        basis=_known_basis(place),
        oddities=(
            *reading.oddities,
            *_odd_figures(figured, sheet.name),
            *_odd_shares(reading, settings, sheet.name),
        ),
        weeks=tuple(weeks_before(_judged_before(settings, register), monitoring.period)),
    )


def _judged_before(settings: Settings, register: Register) -> list[Entry]:
    """The entries that remember earlier weeks: the office-wide letters, which hold every row, where
    there are such.
    """
    judging = [kind for kind in settings.types.values() if kind.sheet]
    office_wide = [kind for kind in judging if kind.schools == "all" and not kind.each]
    kinds = office_wide or judging
    return [entry for kind in kinds for entry in register.of_type(kind.key) if entry.rows]


def _known_basis(sheet: Path) -> BasisAnswers:
    return BasisAnswers(**read_basis(sheet))  # type: ignore[arg-type]  # read_basis checks the kinds


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


def _odd_shares(reading: Reading, settings: Settings, file: str) -> Iterator[Oddity]:
    """A part greater than its whole is told, and counted as it stands."""
    shares = settings.judged_shares
    for row in reading.monitoring.rows:
        for indicator in shares:
            part, whole = map(row.count, indicator.source.columns)
            if part is not None and whole and part > whole:
                value = judged_value(row, indicator.source)
                cells = ", ".join(row.cells[column].at for column in indicator.source.columns)
                arguments = {
                    "school": row.school.short_name,
                    "indicator": indicator.title,
                    "value": value,
                }
                yield Oddity("part-exceeds-whole", Place(file=file, cell=cells), arguments)
