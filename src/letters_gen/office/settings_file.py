"""The shape of letters.toml: which keys it has and what each accepts (design §3)."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from letters_gen.model.mail import is_loopback
from letters_gen.model.number_format import is_number_format
from letters_gen.model.settings import UPLOAD_LIMIT

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# Of a person; empty in a new office, before it is filled in.
Name = Annotated[str, StringConstraints(strip_whitespace=True)]
Digits = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^\d*$")]
TypeKey = Annotated[str, StringConstraints(pattern=r"^[\w-]+$")]
FileName = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[^/\\:]+$")]
FieldName = Annotated[str, StringConstraints(pattern=r"^[^\W\d]\w*$")]
CaseName = Literal[
    "nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"
]
Pair = Annotated[list[str], Field(min_length=2, max_length=2)]


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class OfficeTable(Table):
    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$")]
    name: Text
    short_name: Text
    address: str = ""
    okpo: Digits = ""
    ogrn: Digits = ""
    inn: Digits = ""
    kpp: Digits = ""
    email: str = ""
    phone: str = ""
    place: str = ""
    district: str = ""
    emblem: str = ""
    days_off: list[date] = []
    print_volume: Annotated[int, Field(ge=1, le=1000)] = 300


class SignatoryTable(Table):
    post: Text
    name: Name


class ExecutorTable(Table):
    name: Name


class PersonTable(Table):
    post: Text
    name: Name
    sex: Literal["м", "ж"] | None = None
    phone: str = ""
    # Of an acting head: the days on which they sign.
    since: Annotated[date | None, Field(alias="from")] = None
    until: Annotated[date | None, Field(alias="to")] = None
    # Forms given by hand, by the names of cases: where declension is doubtful.
    name_forms: dict[CaseName, Text] = {}
    post_forms: dict[CaseName, Text] = {}

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Self:
        if (self.since is None) != (self.until is None):
            raise PydanticCustomError("from_and_to", "both from and to, or neither")
        if self.since and self.until and self.until < self.since:
            raise PydanticCustomError("from_and_to", "from is not after to")
        return self


class SeriesTable(Table):
    index: Text
    format: Text = "{index}/{seq}"
    first: dict[
        Annotated[str, StringConstraints(pattern=r"^\d{4}$")], Annotated[int, Field(ge=1)]
    ] = {}
    journal: Literal["outgoing", "orders", "staff_orders", "incoming"] = "outgoing"
    kept: Text | None = None
    article: Text | None = None

    @model_validator(mode="after")
    def _names_seq(self) -> Self:
        if not is_number_format(self.format):
            raise PydanticCustomError(
                "number_format", "a format names {{seq}} and, if wanted, other fields"
            )
        return self


class ColumnTable(Table):
    headings: Annotated[list[Text], Field(min_length=1)]
    title: Text | None = None
    field: FieldName | None = None
    group: list[Text] = []
    kind: Literal["count", "percent", "yes_no", "text"] = "count"
    values: dict[Text, list[Text]] = {}


class StepTable(Table):
    from_: Annotated[date, Field(alias="from")]
    value: float


Steps = Annotated[list[StepTable], Field(min_length=1)]


class IndicatorTable(Table):
    title: Text
    value: str = ""
    share: Pair | None = None
    at_least: float | Steps | None = None
    at_most: float | Steps | None = None
    equals: str | int | None = None
    finding: Text
    field: FieldName | None = None
    of: str = ""

    @model_validator(mode="after")
    def _is_one_rule(self) -> Self:
        if bool(self.value) == bool(self.share):
            raise PydanticCustomError("value_or_share", "either value or share")
        if sum(bound is not None for bound in (self.at_least, self.at_most, self.equals)) != 1:
            raise PydanticCustomError("one_requirement", "one of at_least, at_most, equals")
        return self


class FigureTable(Table):
    title: Text
    share: Pair
    complement: bool = False


class TypeTable(Table):
    title: Text
    template: FileName
    series: str
    form: Literal["letter", "order", "statement"] = "letter"
    # About whom, and whether one paper for each of them; `scope` said both in older files.
    schools: Literal["all", "finding", "met", "overdue"] | None = None
    each: bool | None = None
    scope: Literal["office", "school", "finding"] | None = None
    sheet: bool = True
    addressee: str
    heading: str
    appendices: list[FileName] = []
    # So many working days, or "basis": the day that the covering letter names.
    deadline: int | str = 0
    every: Literal["week", "never"] | None = None
    answer: bool = False
    typed: bool = False
    needs_findings: bool = False
    once: Literal["quarter", ""] = ""
    weeks: Annotated[int, Field(ge=1, le=52)] = 1
    case: str = ""
    signatory: str = ""
    executor: str = ""
    responsible: str = ""
    control: str = ""
    compiler: str = ""
    acquaint: Literal["named", "heads", "none"] = "none"
    distribution: bool = False
    schools_named: Annotated[int, Field(ge=1, le=1000)] = 10
    collapse: bool = False
    send: Literal["signed", "unsigned"] = "signed"
    # A QR code with number, date, office and a token that the register keeps.
    code: bool = False
    # What a letter says of its appendices; LibreOffice counts the sheets.
    appendix_mark: Literal["electronic", "sheets"] = "electronic"

    @model_validator(mode="after")
    def _counts_what_is_printed(self) -> Self:
        printed = any(not name.endswith(".xlsx") for name in self.appendices)
        if self.appendix_mark == "sheets" and not printed:
            raise PydanticCustomError("sheets_of_what", "an appendix that is printed")
        return self

    @field_validator("deadline")
    @classmethod
    def _is_days_or_the_basis(cls, deadline: int | str) -> int | str:
        if deadline != "basis" and deadline not in range(1, 251):
            raise PydanticCustomError("days_or_basis", "working days, or the covering letter's")
        return deadline

    @model_validator(mode="after")
    def _says_whom_once(self) -> Self:
        if self.scope is not None and (self.schools is not None or self.each is not None):
            raise PydanticCustomError("scope_or_schools", "either scope, or schools and each")
        return self

    @model_validator(mode="after")
    def _judges_with_a_sheet(self) -> Self:
        judged = self.schools in ("finding", "met") or self.scope == "finding"
        drawn = any(name.endswith(".xlsx") for name in self.appendices)
        weekly = self.needs_findings or self.weeks > 1 or self.every == "week"
        if not self.sheet and (judged or drawn or weekly):
            raise PydanticCustomError("sheet_needed", "without a sheet nothing is judged or drawn")
        return self

    @model_validator(mode="after")
    def _is_of_its_form(self) -> Self:
        if self.form == "letter" and not self.addressee.strip():
            raise PydanticCustomError("letter_needs_addressee", "a letter is addressed")
        if self.sheet and not self.heading.strip():
            raise PydanticCustomError("heading_needed", "a document about a week has its heading")
        if self.form != "order" and (self.acquaint != "none" or self.distribution):
            raise PydanticCustomError("order_only", "sheets that orders have")
        return self

    @model_validator(mode="after")
    def _reminds_without_a_sheet(self) -> Self:
        if self.schools == "overdue" and (self.sheet or not self.each):
            raise PydanticCustomError("overdue_each", "one for each school, without a sheet")
        return self


class RegisterTable(Table):
    url: Annotated[str, StringConstraints(pattern=r"^postgresql(\+psycopg)?://")]

    @field_validator("url")
    @classmethod
    def _keeps_no_password(cls, url: str) -> str:
        if re.match(r"^[^/]*//[^/@]*:[^/@]+@", url):
            raise PydanticCustomError("password_in_file", "no password in a file of the workspace")
        return url


class BackupTable(Table):
    folder: Text


class MailTable(Table):
    server: Text
    port: Annotated[int | None, Field(ge=1, le=65535)] = None
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    sender: Annotated[str, StringConstraints(pattern=r"^[^@\s<>,;]+@[^@\s<>,;]+$")]
    per_minute: Annotated[int, Field(ge=1, le=10_000)] = 20
    per_connection: Annotated[int, Field(ge=1, le=10_000)] = 50
    megabytes: Annotated[int, Field(ge=1, le=1000)] = 25
    timeout: Annotated[int, Field(ge=1, le=3600)] = 60

    @model_validator(mode="after")
    def _is_open_at_home_only(self) -> Self:
        if self.security == "none" and not is_loopback(self.server):
            raise PydanticCustomError("mail_open", "none only on this machine")
        return self


class PageTable(Table):
    upload_limit: Annotated[int, Field(ge=1, le=1000)] = UPLOAD_LIMIT


class SettingsFile(Table):
    office: OfficeTable
    signatories: Annotated[dict[str, SignatoryTable], Field(min_length=1)]
    executors: Annotated[dict[str, ExecutorTable], Field(min_length=1)]
    people: dict[TypeKey, PersonTable] = {}
    series: Annotated[dict[str, SeriesTable], Field(min_length=1)]
    words: dict[FieldName, Text] = {}
    # Forms of bodies, districts, posts: the text as it is written, then by the names of cases.
    forms: dict[Text, dict[CaseName, Text]] = {}
    columns: dict[str, ColumnTable]
    indicators: dict[str, IndicatorTable] = {}
    figures: dict[FieldName, FigureTable] = {}
    types: Annotated[dict[TypeKey, TypeTable], Field(min_length=1)]
    register_: Annotated[RegisterTable | None, Field(alias="register")] = None
    backup: BackupTable | None = None
    mail: MailTable | None = None
    page: PageTable = PageTable()
