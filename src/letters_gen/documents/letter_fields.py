"""The fields that one document has for itself, each with its value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from letters_gen.documents.fields import Group, Kind, ListGroup
from letters_gen.documents.letter import Letter
from letters_gen.documents.mark import BLANK
from letters_gen.documents.past_fields import FINDING_PAST, school_past_fields
from letters_gen.documents.school_fields import (
    FINDING,
    INDICATOR,
    LISTED_SCHOOL,
    OWN_SCHOOL,
    AveragedIndicator,
    NamedFinding,
    NamedSchool,
    column_fields,
)
from letters_gen.model.field import Field
from letters_gen.model.judgement import Finding, Indicator
from letters_gen.model.monitoring import Row
from letters_gen.model.past import SchoolPast
from letters_gen.model.settings import Settings
from letters_gen.russian.dates import numeric

# A line of the addressee takes some 30 signs (form: a requisite is at most 8 cm long). What doesn't
# break: a short name in «ёлочки», the last word before an abbreviation that ends it («науки РД»).
_UNBROKEN = re.compile(r"«[^»]{1,26}»|\w+ [А-ЯЁ]{2,5}$")
# As much of a heading as one of its lines of some 30 signs takes: «ИКОП «Сферум»».
_NAMED = re.compile(r"\b[А-ЯЁ]{2,8} «[^»]{1,16}»")


@dataclass(frozen=True, slots=True)
class NumberedLetter:
    """A letter under the number and the date of signing that the register has given it.

    Attributes:
        number: '' of a draft, which bears neither number nor date yet.
        day: of a draft the day that its deadline is counted from.
        code: the picture of its code, None where it has none.
    """

    letter: Letter
    number: str
    day: date
    code: object | None = None


def _addressee(one: NumberedLetter) -> str:
    """Short names stay in one line, and so does an abbreviation with the word before it."""
    return _UNBROKEN.sub(
        lambda match: match[0].replace(" ", "\N{NO-BREAK SPACE}"), one.letter.addressee
    )


def _signed_on(one: NumberedLetter) -> str:
    return numeric(one.day) if one.number else BLANK


def _heading(one: NumberedLetter) -> str:
    """A short name stays with the abbreviation before it, lest it stand alone in the last line."""
    return _NAMED.sub(
        lambda match: match[0].replace(" ", "\N{NO-BREAK SPACE}"), one.letter.batch.type.heading
    )


def _until(one: NumberedLetter) -> str | None:
    until = one.letter.batch.deadline(one.day)
    return None if until is None else numeric(until)


def _appendix(one: NumberedLetter) -> str:
    """What stands behind «Приложение:», to its full stop (form: requisite 19)."""
    kind = one.letter.batch.type
    if kind.appendix_mark != "sheets":
        return _ELECTRONIC
    counted = [
        f"на\N{NO-BREAK SPACE}{sheets} л. в\N{NO-BREAK SPACE}1 экз." for sheets in _sheets(one)
    ]
    if len(counted) > 1:
        counted = [f"{number}) {text}" for number, text in enumerate(counted, 1)]
    is_electronic_too = any(name.endswith(".xlsx") for name in kind.appendices)
    return "; ".join(counted) + (f" и {_ELECTRONIC}" if is_electronic_too else "")


def _sheets(one: NumberedLetter) -> list[str]:
    """The sheets of each printed appendix; room for them where they aren't counted."""
    if one.letter.sheets:
        return [str(sheets) for sheets in one.letter.sheets]
    return [_UNCOUNTED]


def _sheets_in_all(one: NumberedLetter) -> str:
    return str(sum(one.letter.sheets)) if one.letter.sheets else _UNCOUNTED


_ELECTRONIC = "в электронном виде."
_UNCOUNTED = "____"
_FORMS = {"letter": "письмо", "order": "приказ", "statement": "справка"}


def _instead(one: NumberedLetter) -> str:
    former = one.letter.instead_of
    if former is None:
        return ""
    day, number = former
    return f"Взамен направленного от {numeric(day)} № {number}"


LETTER: tuple[Field[NumberedLetter], ...] = (
    Field("номер", "регистрационный номер", "01-16/219", lambda one: one.number or BLANK),
    Field("дата", "дата подписания", "18.04.2023", _signed_on),
    Field(
        "форма",
        "письмо, приказ или справка",
        "письмо",
        lambda one: _FORMS[one.letter.batch.type.form],
    ),
    Field(
        "заголовок",
        "заголовок к тексту",
        "О необходимости использования ИКОП «Сферум»",
        _heading,
    ),
    Field(
        "адресат",
        "адресат",
        "Руководителям ОО",
        _addressee,
    ),
    Field(
        "взамен",
        "взамен какого отправленного документа: строка, пустая у первой редакции",
        "Взамен направленного от 18.04.2023 № 01-16/221",
        _instead,
    ),
    Field(
        "приложение",
        'отметка о приложении: в электронном виде, а с appendix_mark = "sheets" — сколько листов',
        "на 2 л. в 1 экз.",
        _appendix,
    ),
    Field(
        "листов_приложения",
        "сколько листов в приложениях; место для числа, если их не считают",
        "2",
        _sheets_in_all,
    ),
    Field(
        "код",
        "QR-код: рисунок, подставляемый вместо рисунка-образца",
        "",
        lambda one: one.code or "",
    ),
    Field(
        "срок",
        "срок исполнения: число рабочих дней задаёт deadline вида документа",
        "25.04.2023",
        _until,
    ),
)

SUBJECT: tuple[Field[NumberedLetter], ...] = (
    Field(
        "предмет",
        "предмет: что названо в --subject",
        "Летний отдых",
        lambda one: one.letter.subject or one.letter.batch.matter.subject,
    ),
    Field(
        "пояснение",
        "сказанное в --subject, без номеров других документов",
        "в связи с уточнением данных",
        lambda one: one.letter.batch.matter.told,
    ),
)


def letter_groups(settings: Settings, each: bool, sheet: bool) -> tuple[Group[NumberedLetter], ...]:
    """The fields of one document.

    Args:
        each: of a document for one school (`школа`), not of one paper about all (`школы`).
        sheet: of one that is about a week's monitoring.
    """
    own = LETTER if sheet else (*LETTER, *SUBJECT)
    columns = column_fields(settings) if sheet else ()
    past = school_past_fields(settings) if sheet else ()
    groups: list[Group[NumberedLetter]] = [Group("письмо", own, lambda one: one)]
    if each:
        own_school = (*columns, *OWN_SCHOOL, *past)
        groups.append(Group("школа", own_school, _own_school, is_blank=True))
    elif sheet:
        listed = (*columns, *LISTED_SCHOOL, *past)
        groups += [
            ListGroup(name, listed, source, meaning=meaning) for name, meaning, source in _LISTS
        ]
    if sheet:
        meaning = "замечания по одному: школа и показатель"
        kind = Kind(INDICATOR, lambda finding: finding.indicator.key, _indicator)
        fields = (*FINDING, *FINDING_PAST)
        groups.append(ListGroup("нарушения", fields, _findings, meaning=meaning, kind=kind))
    return tuple(groups)


def _own_school(one: NumberedLetter) -> NamedSchool | None:
    letter = one.letter
    if not letter.rows:
        return None
    return NamedSchool(letter.rows[0], letter.findings, _past(letter, letter.rows[0]))


def _past(letter: Letter, row: Row) -> SchoolPast | None:
    return letter.pasts.get(row.school.key) if letter.pasts else None


def _schools(one: NumberedLetter) -> list[NamedSchool]:
    letter, findings = one.letter, dict[str, list[Finding]]()
    for finding in letter.findings:
        findings.setdefault(finding.school.key, []).append(finding)
    return [
        NamedSchool(row, findings.get(row.school.key, ()), _past(letter, row))
        for row in letter.rows
    ]


def _failing(one: NumberedLetter) -> list[NamedSchool]:
    return [school for school in _schools(one) if school.findings]


def _new(one: NumberedLetter) -> list[NamedSchool]:
    return [school for school in _failing(one) if school.past and school.past.running == 1]


def _again(one: NumberedLetter) -> list[NamedSchool]:
    return [school for school in _failing(one) if school.past and school.past.running > 1]


def _mended(one: NumberedLetter) -> list[NamedSchool]:
    return [
        school
        for school in _schools(one)
        if school.past and school.past.was_short and not school.findings
    ]


_LISTS = (
    ("школы", "школы, о которых письмо", _schools),
    ("нарушители", "те из них, что с замечаниями", _failing),
    ("впервые", "те из них, у кого замечания появились на этой неделе", _new),
    ("повторно", "те из них, у кого замечания не первую неделю подряд", _again),
    ("исправили", "те из них, у кого неделю назад замечания были, а теперь нет", _mended),
)


def _findings(one: NumberedLetter) -> list[NamedFinding]:
    letter = one.letter
    if not letter.pasts:
        return [NamedFinding(finding) for finding in letter.findings]
    return [NamedFinding(one, _past(letter, one.row)) for one in letter.findings]


def _indicator(one: NumberedLetter, finding: NamedFinding) -> AveragedIndicator:
    return averaged(one, finding.indicator)


def averaged(one: NumberedLetter, indicator: Indicator) -> AveragedIndicator:
    """An indicator beside how the whole district stands on it."""
    week = one.letter.batch.matter.week
    assert week is not None  # without a week nothing is found
    average = week.averages[indicator.key]
    return AveragedIndicator(indicator, average, week.standings.get(indicator.key, average))
