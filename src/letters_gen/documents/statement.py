"""What a document states: kept by the register, and compared when the week is run again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from letters_gen.documents.acquaintance import readers
from letters_gen.documents.batch import Batch
from letters_gen.documents.letter import Letter
from letters_gen.model.basis import Basis
from letters_gen.model.matter import JudgedWeek
from letters_gen.model.monitoring import CellValue, Monitoring, Row
from letters_gen.model.prior import CHANGES, ENDS
from letters_gen.model.settings import Office, Settings
from letters_gen.model.statement import (
    Figures,
    JudgedRow,
    OwnStatement,
    Requisites,
    SharedStatement,
    StatedFigure,
    StatedFigureRule,
    StatedIndicator,
    StatedRules,
    StatedSheet,
    StatedSignatory,
    StatedWeek,
    Statement,
    sums_of,
)
from letters_gen.russian.numbers import requirement_text

# A part of a statement that is compared by itself: a cell, a part of the basis, a figure's sums.
Part = CellValue | date | tuple[int, int]


def shared_statement(
    batch: Batch, templates: Mapping[str, str], sheet: StatedSheet | None
) -> SharedStatement:
    """What every document of one run states alike.

    Args:
        templates: the SHA-256 of each template by its file's name.
        sheet: the file that the week was read from, None where there is no week.
    """
    matter, signatory = batch.matter, batch.signatory
    return SharedStatement(
        type=batch.type.key,
        subject=matter.subject,
        title=batch.type.title,
        heading=batch.type.heading,
        case=batch.type.index,
        signatory=StatedSignatory(signatory.name, signatory.post),
        executor=batch.executor.name,
        office=_requisites(batch.settings.office),
        basis=matter.basis,
        week=_week(matter.week, batch) if matter.week else None,
        templates=dict(templates),
        sheet=sheet,
        people={role: StatedSignatory(one.name, one.post) for role, one in batch.people.items()},
        answer=batch.type.answer,
        typed=batch.type.typed,
    )


def own_statement(letter: Letter, day: date) -> OwnStatement:
    """What a letter that is signed on `day` states for itself: the judged rows of its schools, and
    where it is about all of them the district's figures.
    """
    broken: dict[str, list[str]] = {}
    for finding in letter.findings:
        broken.setdefault(finding.school.key, []).append(finding.indicator.key)
    week, school = letter.batch.matter.week, letter.school
    return OwnStatement(
        rows=tuple(_judged(row, broken.get(row.school.key, [])) for row in letter.rows),
        figures=_figures(week) if week and not school else None,
        # A letter to a school greets its head by name.
        head=school.head if school else None,
        deadline=letter.batch.deadline(day),
        priors=letter.priors,
        acquaint=tuple(one.name for one in readers(letter) if one.name),
        appendix_sheets=letter.sheets,
        token=letter.token,
    )


def columns_of_sheet(monitoring: Monitoring) -> dict[str, str]:
    """The letters of each column in the sheet: with a row's number they name its cells."""
    first = monitoring.rows[0]
    return {key: letters for key, letters in first.cells.layout.letters.items() if letters}


def _week(week: JudgedWeek, batch: Batch) -> StatedWeek:
    """A document for one school states the district's figures only for comparison: they are shared,
    not its own.
    """
    compared = batch.type.each
    return StatedWeek(
        period=week.monitoring.period,
        rules=_rules(batch.settings),
        asks={key: rule.finding for key, rule in batch.settings.indicators.items()},
        figures=_figures(week) if compared else None,
        averages=dict(week.averages) if compared else None,
    )


def _figures(week: JudgedWeek) -> Figures:
    return {
        key: StatedFigure(figure.part, figure.whole, figure.cells)
        for key, figure in week.figures.items()
    }


def _rules(settings: Settings) -> StatedRules:
    return StatedRules(
        columns={key: column.title for key, column in settings.columns.items()},
        indicators={
            key: StatedIndicator(
                rule.title, requirement_text(rule.requirement), rule.source.columns
            )
            for key, rule in settings.indicators.items()
        },
        figures={
            key: StatedFigureRule(rule.title, rule.complement, rule.source.columns)
            for key, rule in settings.figures.items()
        },
    )


def _requisites(office: Office) -> Requisites:
    return Requisites(**{part.name: getattr(office, part.name) for part in fields(Requisites)})


def _judged(row: Row, broken: list[str]) -> JudgedRow:
    return JudgedRow(
        school=row.school.short_name,
        inn=row.school.inn,
        values={key: row.value(key) for key in row.cells},
        findings=tuple(broken),
        line=row.cells.line,
    )


@dataclass(frozen=True)
class Difference:
    """One thing that a document states and that would now be stated otherwise; `school` is '' for
    the district.
    """

    school: str
    what: str
    was: Part | list[str]
    now: Part | list[str]


def differences(was: Statement, now: Statement, titles: Mapping[str, str]) -> Iterator[Difference]:
    """How two statements differ: the basis, the addressee, the head, what it does to earlier
    documents, the district's figures where the document states them itself, then school by school.

    Args:
        titles: what figures, columns and indicators are called, by their keys.
    """
    yield from _changed("", _basis_parts(was.shared.basis), _basis_parts(now.shared.basis), {})
    if was.addressee != now.addressee:
        yield Difference("", "addressee", was.addressee, now.addressee)
    if was.own.head not in (None, now.own.head):
        yield Difference("", "head", was.own.head, now.own.head)
    for relation in (ENDS, CHANGES):
        named = _priors(now, relation)
        # Run again without naming any, it is the same document.
        if named and named != _priors(was, relation):
            yield Difference("", relation, _priors(was, relation), named)
    yield from _changed("", sums_of(was.own.figures or {}), sums_of(now.own.figures or {}), titles)
    for before, after in _paired(was.own.rows, now.own.rows):
        yield from _changed_row(before, after, titles)


def _priors(stated: Statement, relation: str) -> list[str]:
    """The earlier documents that it ends or changes, each with what is changed in it."""
    named = (prior for prior in stated.own.priors if prior.relation == relation)
    return [": ".join((prior.number, *prior.said)) for prior in named]


def _paired(
    was: Sequence[JudgedRow], now: Sequence[JudgedRow]
) -> Iterator[tuple[JudgedRow | None, JudgedRow | None]]:
    """The rows of each school, then and now; one whose ИНН has changed is known by its name."""
    after = {row.key: row for row in now}
    before: dict[str, JudgedRow] = {}
    former = {row.key for row in was}
    strays = {row.school: row.key for row in now if row.key not in former}
    for row in was:
        key = row.key if row.key in after else strays.get(row.school, row.key)
        before[key if key not in before else row.key] = row
    for key in {**before, **after}:
        yield before.get(key), after.get(key)


def _changed_row(
    was: JudgedRow | None, now: JudgedRow | None, titles: Mapping[str, str]
) -> Iterator[Difference]:
    if was is None or now is None:
        came, went = now.school if now else None, was.school if was else None
        yield Difference(came or went or "", "school", went, came)
        return
    yield from _changed(now.school, was.values, now.values, titles)
    if was.findings != now.findings:
        lacked = [titles.get(key, key) for key in was.findings]
        lacks = [titles.get(key, key) for key in now.findings]
        yield Difference(now.school, "findings", lacked, lacks)


def _changed(
    school: str, was: Mapping[str, Part], now: Mapping[str, Part], titles: Mapping[str, str]
) -> Iterator[Difference]:
    for key in {**was, **now}:
        if was.get(key) != now.get(key):
            yield Difference(school, titles.get(key, key), was.get(key), now.get(key))


def _basis_parts(basis: Basis | None) -> dict[str, Part]:
    if basis is None:
        return {}
    return {
        "basis.author": basis.author,
        "basis.number": basis.number,
        "basis.date": basis.date,
        **({"basis.due": basis.due} if basis.due else {}),
    }
