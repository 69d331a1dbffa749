"""What an entry of the register states, as its document stated it when it was issued: what its
whole batch states alike, and what it states for itself.

A document of a monitored week states the week and judged rows; one without a sheet states neither,
and a line of a paper journal little more than its heading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from letters_gen.model.answer import IncomingStatement
from letters_gen.model.basis import Basis
from letters_gen.model.monitoring import CellValue
from letters_gen.model.period import Period
from letters_gen.model.prior import Prior


class JudgedRow(NamedTuple):
    """One school's row of the sheet, and what of it fell short; a tuple, which is made in a tenth
    of a dataclass's time: a register holds hundreds of thousands.

    Attributes:
        school: the school's short name.
        values: what stood in the columns, by their keys.
        findings: the keys of the indicators that the school didn't meet.
        line: the row's number in the sheet, None where a first program didn't keep it.
    """

    school: str
    inn: str
    values: Mapping[str, CellValue]
    findings: tuple[str, ...]
    line: int | None = None

    @property
    def key(self) -> str:
        """What the register knows the school by: its ИНН, failing that the short name."""
        return self.inn or self.school


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """One figure of the district: its two sums, and the cells that were summed (a first program
    kept none).
    """

    part: int
    whole: int
    cells: tuple[str, ...] = ()

    @property
    def share(self) -> Fraction | None:
        """The exact quotient, None where the whole is nothing."""
        return Fraction(self.part, self.whole) if self.whole else None

    @property
    def rest(self) -> Fraction | None:
        """What the share lacks of the whole."""
        return None if self.share is None else 1 - self.share


Figures = Mapping[str, StatedFigure]


def sums_of(figures: Figures) -> dict[str, tuple[int, int]]:
    """What figures say, by their keys, wherever they were read."""
    return {key: (figure.part, figure.whole) for key, figure in figures.items()}


@dataclass(frozen=True)
class StatedIndicator:
    """How one figure of a school was judged: its columns, and what was required, in words."""

    title: str
    requirement: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class StatedFigureRule:
    """How one figure of the district was computed (see `judgement.FigureRule`)."""

    title: str
    complement: bool
    columns: tuple[str, ...]


@dataclass(frozen=True)
class StatedRules:
    """How the rows were judged, so that the register can tell why without today's settings.

    Attributes:
        columns: what the columns were called; all three by their keys.
    """

    columns: Mapping[str, str]
    indicators: Mapping[str, StatedIndicator]
    figures: Mapping[str, StatedFigureRule]


@dataclass(frozen=True)
class StatedWeek:
    """The judged week that a batch is about.

    Attributes:
        rules: None where a first program didn't keep them.
        asks: what a school that falls short has to do, by the indicators' keys; None likewise.
        figures, averages: the district's, that documents for schools are compared with; None in
            one that states the figures for itself, or states none.
    """

    period: Period
    rules: StatedRules | None = None
    asks: Mapping[str, str] | None = None
    figures: Figures | None = None
    averages: Mapping[str, str] | None = None

    @property
    def compared(self) -> tuple[Mapping[str, tuple[int, int]], Mapping[str, str]]:
        """What documents for schools are compared with, wherever it was read: the figures' sums,
        and the averages.
        """
        return sums_of(self.figures or {}), self.averages or {}


@dataclass(frozen=True)
class StatedSheet:
    """The file that the rows were read from: its path in the workspace, the sheet's name, and the
    letters of its columns by their keys, which with a row's number name its cells.
    """

    path: str
    sha256: str
    name: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class StatedSignatory:
    """Who signs; `post` is '' where a paper journal told the name alone."""

    name: str = ""
    post: str = ""


@dataclass(frozen=True)
class Requisites:
    """What of the office its letterheads show."""

    name: str
    short_name: str
    address: str
    okpo: str
    ogrn: str
    inn: str
    kpp: str
    email: str
    phone: str
    district: str
    place: str = ""


@dataclass(frozen=True)
class SourceJournal:
    """The file of a paper journal that a batch of entries was taken over from."""

    name: str
    sha256: str


NOBODY = StatedSignatory()


@dataclass(frozen=True)
class SharedStatement:
    """What all documents of a batch state alike; '' or None is what they don't state.

    Attributes:
        type, subject: as in the entries' keys; '' for what a person types.
        title: what kind of document it is: «Письмо».
        case: the index of the file (дело) that it belongs to.
        executor: who prepared it: `Фамилия И.О.`
        people: whom the documents name besides, by their roles.
        templates: the SHA-256 of each template by its file's name.
        sheet: where the week was read from; another file of the same figures changes no document.
        answer: whether they await an answer once they are sent.
        typed: whether a person types their text in Word.
    """

    type: str = ""
    subject: str = ""
    title: str = ""
    heading: str = ""
    case: str = ""
    signatory: StatedSignatory = NOBODY
    executor: str = ""
    office: Requisites | None = None
    basis: Basis | None = None
    week: StatedWeek | None = None
    templates: Mapping[str, str] | None = None
    sheet: StatedSheet | None = None
    journal: SourceJournal | None = None
    people: Mapping[str, StatedSignatory] = field(default_factory=dict)
    answer: bool = False
    typed: bool = False


@dataclass(frozen=True, slots=True)
class PaperStatement:
    """What a line of a paper journal says of its document, each as text, '' where it says nothing.

    Attributes:
        related: the number and date of the document that it answers.
        appendices: how many, and of how many sheets.
    """

    title: str = ""
    heading: str = ""
    related: str = ""
    sheets: str = ""
    appendices: str = ""
    case: str = ""
    signatory: str = ""
    executor: str = ""
    acquainted: str = ""
    remark: str = ""


NO_PAPER = PaperStatement()


@dataclass(frozen=True, slots=True)
class OwnStatement:
    """What one document states for itself.

    Attributes:
        rows: the judged row of each school that it is about; none without a sheet.
        figures: the district's, where the document states them itself.
        head: the school's head, whom a document to a school greets by name; None in others.
        deadline: the day by which it wants things done.
        paper: what the paper journal said that it was taken over from.
        acquaint: who is to be acquainted with it: `Фамилия И.О.`
        incoming: of a letter that came in, what the journal says of it.
        priors: the earlier documents that it speaks of.
        appendix_sheets: of how many sheets each of its printed appendices is, where it says so.
        token: what its code bears besides number and date, '' of one without a code.
    """

    rows: tuple[JudgedRow, ...] = ()
    figures: Figures | None = None
    head: str | None = None
    deadline: date | None = None
    paper: PaperStatement = NO_PAPER
    acquaint: tuple[str, ...] = ()
    incoming: IncomingStatement | None = None
    priors: tuple[Prior, ...] = ()
    appendix_sheets: tuple[int, ...] = ()
    token: str = ""


NOTHING_SHARED = SharedStatement()
NOTHING_OWN = OwnStatement()


@dataclass(frozen=True, slots=True)
class Statement:
    """All that one document states."""

    shared: SharedStatement
    own: OwnStatement
    addressee: str
