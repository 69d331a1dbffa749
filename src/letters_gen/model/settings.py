"""The office's settings as the program sees them: letters.toml, read and checked by
`letters_gen.office`.
"""

from __future__ import annotations

import dataclasses
import string
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from letters_gen.errors import InputError
from letters_gen.model.judgement import FigureRule, Indicator, Value
from letters_gen.model.oddity import Oddity


@dataclass(frozen=True)
class Office:
    """The requisites of the office (form: 05, 08), and how it prints.

    Attributes:
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
    district: str = ""
    emblem: str = ""
    days_off: tuple[date, ...] = ()
    print_volume: int = 300


@dataclass(frozen=True)
class Signatory:
    """Who signs: post in the nominative, name as `Фамилия И.О.`"""

    key: str
    post: str
    name: str


@dataclass(frozen=True)
class Executor:
    """Who prepared the document: `Фамилия И.О.`"""

    key: str
    name: str


@dataclass(frozen=True)
class Series:
    """One run of numbers, restarting each year.

    Attributes:
        format: how a number reads: `{index}/{seq}`.
        first: year -> the first number of that year, where it takes over from the paper journal;
            else 1.
        journal: the journal that the series is entered in: `outgoing`, `orders` or `staff_orders`.
    """

    key: str
    index: str
    format: str
    first: Mapping[int, int]
    journal: str

    def number(self, seq: int) -> str:
        """The registration number that `seq` gives: `01-16/219`."""
        return self.format.format(index=self.index, seq=seq)

    @property
    def number_parts(self) -> tuple[str, str]:
        """What stands before and after the running number: `01-16/` and nothing."""
        before, after, current = "", "", "before"
        for literal, name, _, _ in string.Formatter().parse(self.format):
            text = literal + (self.index if name == "index" else "")
            before, after = (
                (before + text, after) if current == "before" else (before, after + text)
            )
            current = "after" if name == "seq" else current
        return before, after


@dataclass(frozen=True)
class Column:
    """A column of the sheet: how its heading may read, and what the appendix and the templates call
    it.

    Attributes:
        kind: `count`, `percent` (a ready percentage), `yes_no` or `text`.
        group: how the heading above its heading may read, where equal headings stand under several.
        values: of text that is judged, what it may say: each value with its other spellings.
    """

    key: str
    headings: tuple[str, ...]
    title: str
    field: str
    kind: str = "count"
    group: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)

    @property
    def is_text(self) -> bool:
        """Whether it holds words rather than figures."""
        return self.kind in ("text", "yes_no")

    @property
    def is_percent(self) -> bool:
        """Whether it holds ready percentages."""
        return self.kind == "percent"


@dataclass(frozen=True)
class DocumentType:
    """A kind of document: a template and a few settings.

    Attributes:
        schools: about whom: `all`, `finding` (those that fall short), `met` (those that meet all).
        each: whether there is one paper for each of these schools, or one for all of them.
        sheet: whether it is about a week's monitoring; else about a subject that the clerk names.
        addressee: in the dative; of a document for a school what stands for the post of a head who
            isn't known.
        appendices: templates, or a workbook's name.
        deadline: in so many working days after its date things are to be done; 0 where it sets no
            deadline.
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
    sheet: bool = True


@dataclass(frozen=True)
class Settings:
    """All of letters.toml; each mapping is keyed and ordered as the file is.

    `register_url` '' means that the register is a file of the workspace.
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
    oddities: tuple[Oddity, ...] = ()

    def document_type(self, key: str) -> DocumentType:
        """The document type of that key; raises InputError `unknown-type`."""
        if key not in self.types:
            raise InputError("unknown-type", found=key, accepted=list(self.types))
        return self.types[key]

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
