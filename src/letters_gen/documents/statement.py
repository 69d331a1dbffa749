"""What a document states, as JSON values: kept by the register, and compared when the week is run
again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from letters_gen.documents.batch import Batch
from letters_gen.documents.letter import Letter
from letters_gen.model.matter import JudgedWeek
from letters_gen.model.monitoring import Monitoring, Row
from letters_gen.model.settings import Settings
from letters_gen.russian.numbers import requirement_text

# What of the office's requisites its letterheads show.
_REQUISITES = {
    "name",
    "short_name",
    "address",
    "okpo",
    "ogrn",
    "inn",
    "kpp",
    "email",
    "phone",
    "district",
}


def shared_values(batch: Batch) -> dict[str, Any]:
    """What every document of a batch states alike: the basis, who signs, who prepared it, the
    heading, and of a judged week its period and the rules.

    Papers for one school each state the district's figures only for comparison: they are shared,
    not their own.
    """
    settings, matter = batch.settings, batch.matter
    office = asdict(settings.office)
    shared: dict[str, Any] = {
        "title": batch.type.title,
        "heading": batch.type.heading,
        "office": {name: office[name] for name in _REQUISITES},
        "signatory": {"post": batch.signatory.post, "name": batch.signatory.name},
        "executor": {"name": batch.executor.name},
    }
    if matter.basis:
        basis = matter.basis
        shared["basis"] = {
            "author": basis.author,
            "number": basis.number,
            "date": basis.date.isoformat(),
        }
    if matter.week:
        period = matter.week.monitoring.period
        shared["period"] = [period.start.isoformat(), period.end.isoformat()]
        shared["rules"] = _rules(settings)
        shared["asks"] = {key: rule.finding for key, rule in settings.indicators.items()}
        if batch.type.each:
            shared |= {**_figures(matter.week), "averages": dict(matter.week.averages)}
    return shared


def own_values(letter: Letter) -> dict[str, Any]:
    """What a letter states by itself: the judged rows of its schools, and where it is about all of
    them the district's figures.
    """
    broken: dict[str, list[str]] = {}
    for finding in letter.findings:
        broken.setdefault(finding.school.key, []).append(finding.indicator.key)
    rows = [_row(row, broken.get(row.school.key, [])) for row in letter.rows]
    if letter.school:
        # A letter to a school greets its head by name.
        return {"head": letter.school.head, "rows": rows}
    week = letter.batch.matter.week
    return {**(_figures(week) if week else {}), "rows": rows}


def _figures(week: JudgedWeek) -> dict[str, Any]:
    """The two sums of each figure, and the cells that were summed."""
    return {
        "figures": {key: [figure.part, figure.whole] for key, figure in week.figures.items()},
        "figure_cells": {key: list(figure.cells) for key, figure in week.figures.items()},
    }


def _rules(settings: Settings) -> dict[str, Any]:
    """How the rows were judged, as texts: so that the register can tell why without today's
    settings.
    """
    return {
        "columns": {key: column.title for key, column in settings.columns.items()},
        "indicators": {
            key: [rule.title, requirement_text(rule.requirement), *rule.source.columns]
            for key, rule in settings.indicators.items()
        },
        "figures": {
            key: [rule.title, rule.complement, *rule.source.columns]
            for key, rule in settings.figures.items()
        },
    }


def columns_of_sheet(monitoring: Monitoring) -> dict[str, str]:
    """The letters of each column in the sheet: with a row's number they name its cells."""
    first = monitoring.rows[0]
    return {key: letters for key, letters in first.cells.layout.letters.items() if letters}


def _row(row: Row, broken: list[str]) -> dict[str, Any]:
    return {
        "at": row.cells.line,
        "school": row.school.short_name,
        "inn": row.school.inn,
        "values": {key: row.value(key) for key in row.cells},
        "findings": broken,
    }


@dataclass(frozen=True)
class Difference:
    """One thing that a document states and that would now be stated otherwise; `school` is '' for
    the district.
    """

    school: str
    what: str
    was: object
    now: object


def differences(
    was: Mapping[str, Any], now: Mapping[str, Any], titles: Mapping[str, str], of_district: bool
) -> list[Difference]:
    """How two statements differ: the basis, the addressee, the district's figures, then school by
    school.

    Args:
        was, now: shared and own values in one, and the addressee.
        of_district: whether the figures are the document's own.
        titles: what figures and columns are called, by their keys.
    """
    found = [
        *_changed("", "basis.", was.get("basis", {}), now.get("basis", {})),
        *_changed("", "", {"addressee": was.get("addressee")}, {"addressee": now.get("addressee")}),
        *(
            _changed("", "", {"head": was["head"]}, {"head": now.get("head")})
            if "head" in was
            else ()
        ),
        *(_changed("", "", was.get("figures", {}), now.get("figures", {})) if of_district else ()),
        *_changed_rows(_by_school(was["rows"]), _by_school(now["rows"]), titles),
    ]
    return [
        replace(difference, what=titles.get(difference.what, difference.what))
        for difference in found
    ]


def _by_school(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["inn"] or row["school"]: row for row in rows}


def _changed_rows(
    was: dict[str, dict[str, Any]], now: dict[str, dict[str, Any]], titles: Mapping[str, str]
) -> Iterator[Difference]:
    for key in {**was, **now}:
        before, after = was.get(key), now.get(key)
        if before is None or after is None:
            name = (after or before or {})["school"]
            yield Difference(name, "school", before and name, after and name)
        else:
            yield from _changed(after["school"], "", before["values"], after["values"])
            broken = (
                {"findings": [titles.get(key, key) for key in row["findings"]]}
                for row in (before, after)
            )
            yield from _changed(after["school"], "", *broken)


def _changed(
    school: str, prefix: str, was: dict[str, Any], now: dict[str, Any]
) -> Iterator[Difference]:
    for key in {**was, **now}:
        if was.get(key) != now.get(key):
            yield Difference(school, prefix + key, was.get(key), now.get(key))
