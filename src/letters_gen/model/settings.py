"""The office's settings as the program sees them: letters.toml, read and checked by
`letters_gen.office`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from letters_gen.errors import InputError
from letters_gen.model.column import Column
from letters_gen.model.judgement import FigureRule, Indicator, Value
from letters_gen.model.mail import MailServer
from letters_gen.model.number_format import SEQ, signed, written
from letters_gen.model.oddity import Oddity
from letters_gen.model.person import Executor, Person, Signatory

# In megabytes.
UPLOAD_LIMIT = 20
# The templates of the sheets that are filed with an order.
ACQUAINTANCE = "acquaintance.docx"
DISTRIBUTION = "distribution.docx"


@dataclass(frozen=True)
class Office:
    """The requisites of the office (form: 05, 08), and how it prints.

    Attributes:
        place: where orders are made (form: 13): `с. Цунта`.
        district: '' means that every row of the sheet is ours.
        print_volume: how many documents a print file holds at most.
    """

    id: str
    name: str
    short_name: str
    address: str = ""
    okpo: str = ""
    ogrn: str = ""
    inn: str = ""
    kpp: str = ""
    email: str = ""
    phone: str = ""
    place: str = ""
    district: str = ""
    emblem: str = ""
    days_off: tuple[date, ...] = ()
    print_volume: int = 300


@dataclass(frozen=True)
class Series:
    """One run of numbers, restarting each year.

    Attributes:
        format: how a number reads: `{index}/{seq}`.
        first: year -> the first number of that year, where it takes over from the paper journal;
            else 1.
        journal: the journal that the series is entered in: `outgoing`, `orders`, `staff_orders` or
            `incoming`.
        cases: the indices of files that document types give its numbers instead of its own.
        kept, article: how long its journal is kept, and by which article of the list of periods of
            storage; '' where the office hasn't said.
    """

    key: str
    index: str
    format: str
    first: Mapping[int, int]
    journal: str
    cases: tuple[str, ...] = ()
    kept: str = ""
    article: str = ""

    def number(self, seq: int, day: date | None = None, index: str = "") -> str:
        """The registration number that `seq` gives: `01-16/219`.

        Args:
            day: of signing, which a format may name; None where it isn't known.
            index: of the document's file, '' for the series' own.
        """
        return written(self.format, index or self.index, seq, day)

    @property
    def number_parts(self) -> tuple[str, str]:
        """What stands before and after the running number, with a sign for each field of the
        format.
        """
        before, _, after = signed(self.format).partition(SEQ)
        return before, after

    @property
    def all_indices(self) -> tuple[str, ...]:
        """Every index that its numbers may bear."""
        return tuple(dict.fromkeys((self.index, *self.cases)))


@dataclass(frozen=True)
class DocumentType:
    """A kind of document: a template and a few settings.

    Attributes:
        schools: about whom: `all`, `finding` (those that fall short), `met` (those that meet all),
            `overdue` (those whose answer is late).
        each: whether there is one paper for each of these schools, or one for all of them.
        sheet: whether it is about a week's monitoring; else about a subject that the clerk names.
        heading: '' where the subject that the clerk names is the heading.
        addressee: in the dative; of a document for a school what stands for the post of a head who
            isn't known.
        appendices: templates, or a workbook's name.
        appendix_mark: what a letter says of its appendices: `electronic`, or `sheets`: of how many
            they are.
        deadline: in so many working days after its date things are to be done; 0 where it sets no
            deadline.
        is_due_by_basis: whether its deadline is the one that the covering letter sets.
        form: `letter`, `order` or `statement`: what its form asks for besides.
        every: `week` where one is due for each week's sheet, else `never`.
        typed: whether a person types its text in Word: it is unfinished until it is signed.
        answer: whether an answer is awaited by its deadline, once it has been sent.
        needs_findings: whether there is none where no school falls short.
        once: `quarter` where a school gets no more than one in a quarter, '' where it may.
        weeks: for how many weeks running a school is to have been as `schools` says.
        case: the index of its file (дело), '' for that of its series.
        signatory, executor, responsible, control, compiler: keys of people, '' for the default
            one, or for nobody.
        acquaint: who signs to have seen an order: `named` (whom it names), `heads` (the heads of
            its schools), `none`.
        distribution: whether an order has a distribution list of its schools.
        schools_named: how many schools a clause of an order names at most; of more it gives the
            count.
        collapse: whether numbered schools of one kind are written together: «№ 3, 5, 7».
        send: what of it is mailed: `signed` (the signed copy's scan) or `unsigned` (its PDF).
        code: whether it bears a QR code (form: requisite 31).
    """

    key: str
    title: str
    template: str
    series: Series
    schools: str
    each: bool
    addressee: str
    heading: str
    appendices: tuple[str, ...] = ()
    deadline: int = 0
    is_due_by_basis: bool = False
    sheet: bool = True
    form: str = "letter"
    every: str = "week"
    answer: bool = False
    typed: bool = False
    needs_findings: bool = False
    weeks: int = 1
    once: str = ""
    case: str = ""
    signatory: str = ""
    executor: str = ""
    responsible: str = ""
    control: str = ""
    compiler: str = ""
    acquaint: str = "none"
    distribution: bool = False
    schools_named: int = 10
    collapse: bool = False
    appendix_mark: str = "electronic"
    send: str = "signed"
    code: bool = False

    @property
    def index(self) -> str:
        """The index of the file that its documents belong to, which their numbers name."""
        return self.case or self.series.index

    @property
    def enclosures(self) -> tuple[str, ...]:
        """The templates of the sheets that are filed with it and are no appendices: who has seen
        it, whom it is sent to.
        """
        acquaintance = () if self.acquaint == "none" else (ACQUAINTANCE,)
        return (*acquaintance, *((DISTRIBUTION,) if self.distribution else ()))


@dataclass(frozen=True)
class Settings:
    """All of letters.toml; each mapping is keyed and ordered as the file is.

    `words` are names that headings, findings and templates share; `forms` are those of bodies,
    districts and posts that were given by hand: text -> case -> form; `register_url` '' means that
    the register is a file of the workspace; `backup_folder` is where it is copied to each day, ''
    for nowhere; `mail` is None where the office doesn't mail by the program;
    `upload_limit` how many megabytes a sheet that the page takes has at most.
    """

    office: Office
    signatories: Mapping[str, Signatory]
    executors: Mapping[str, Executor]
    series: Mapping[str, Series]
    columns: Mapping[str, Column]
    indicators: Mapping[str, Indicator]
    figures: Mapping[str, FigureRule]
    types: Mapping[str, DocumentType]
    register_url: str = ""
    backup_folder: str = ""
    upload_limit: int = UPLOAD_LIMIT
    words: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    oddities: tuple[Oddity, ...] = ()
    people: Mapping[str, Person] = field(default_factory=dict)
    mail: MailServer | None = None

    def document_type(self, key: str) -> DocumentType:
        """The document type of that key; raises InputError `unknown-type`."""
        if key not in self.types:
            raise InputError("unknown-type", found=key, accepted=list(self.types))
        return self.types[key]

    def as_of(self, day: date) -> Settings:
        """The settings with what is required on `day`; an indicator that isn't yet is left out."""
        if not any(indicator.steps for indicator in self.indicators.values()):
            return self
        due = {key: one.on(day) for key, one in self.indicators.items()}
        kept = {key: one for key, one in due.items() if one is not None}
        return dataclasses.replace(self, indicators=kept)

    @property
    def needed_columns(self) -> set[str]:
        """The columns that the program can't do without: the school, the district if named, all
        that is judged.
        """
        sources = [rule.source for rule in self.indicators.values()] + [
            rule.source for rule in self.figures.values()
        ]
        judged = {column for source in sources for column in source.columns}
        return judged | {"school"} | ({"district"} if self.office.district else set())

    def bounds_of(self, column: str) -> list[Value]:
        """What the indicators that judge a column by itself hold it against."""
        return [
            indicator.requirement.bound
            for indicator in self.indicators.values()
            if indicator.source.columns == (column,)
        ]

    @property
    def shares(self) -> list[Indicator | FigureRule]:
        """Whatever is a quotient of two columns: of each pair of columns one."""
        pairs: dict[tuple[str, ...], Indicator | FigureRule] = {}
        for indicator in self.judged_shares:
            pairs.setdefault(indicator.source.columns, indicator)
        for rule in self.figures.values():
            pairs.setdefault(rule.source.columns, rule)
        return list(pairs.values())

    @property
    def judged_shares(self) -> list[Indicator]:
        """The indicators whose value is a quotient of two columns: it stands in no column of the
        sheet.
        """
        return [indicator for indicator in self.indicators.values() if indicator.source.is_share]

    @property
    def shown_columns(self) -> tuple[Column, ...]:
        """The columns of figures that an appendix shows: all but those that say which school a row
        is.
        """
        return tuple(
            column
            for column in self.columns.values()
            if column.key not in ("district", "school", "inn")
        )
