"""The catalogue of what templates may name: each field is declared once, with its value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from clerk import Clerk
from notices import DAY, SETTINGS, batch, judged_week

from letters_gen.documents.fields import Group, example_values, field_names, fields_of
from letters_gen.documents.letter import Letter, letter_to_all, letter_to_school
from letters_gen.documents.letter_fields import NumberedLetter
from letters_gen.documents.people import ROLES
from letters_gen.documents.print_cover import COVER, Cover, Listed
from letters_gen.documents.vocabulary import vocabulary_of
from letters_gen.model.matter import JudgedWeek, Matter
from letters_gen.model.past import DistrictPast, Past, Place, SchoolPast
from letters_gen.model.prior import BINDING, FIRST, INSTEAD, Prior
from letters_gen.model.statement import StatedSignatory


def names_in(values: Mapping[str, Any], before: str = "") -> set[str]:
    """The full names of all values, of a list's first item for all of its items."""
    names: set[str] = set()
    for name, value in values.items():
        items = value[0] if isinstance(value, list) else value
        if isinstance(value, list):
            names.add(before + name)
        if isinstance(items, Mapping):
            names |= names_in(items, f"{before}{name}.")
        else:
            names.add(before + name)
    return names


def a_past(week: JudgedWeek) -> Past:
    """Of the schools that fall short one is new, the others aren't; the others have mended."""
    running: dict[str, int] = {}
    for finding in week.findings:
        running.setdefault(finding.school.key, 2 if running else 1)
    schools = {}
    for row in week.monitoring.rows:
        weeks = running.get(row.school.key, 0)
        findings = dict.fromkeys(SETTINGS.indicators, weeks)
        place = Place(1, 1)
        schools[row.school.key] = SchoolPast(weeks, not weeks, findings, {}, weeks != 1, place)
    return Past(schools, DistrictPast(week.monitoring.period, {}, {}))


def letter_of(each: bool, sheet: bool) -> Letter:
    """A letter of the printed week, or about a subject of the clerk's own."""
    whole, week = batch(), judged_week()
    matter = whole.matter if sheet else Matter("Летний отдых", basis=whole.matter.basis)
    if matter.week:
        matter = replace(matter, week=replace(matter.week, past=a_past(week)))
    kind = replace(whole.type, each=each, sheet=sheet, acquaint="named")
    people = dict.fromkeys(ROLES, SETTINGS.people["methodist"])
    made = replace(whole, type=kind, matter=matter, people=people)
    row = week.findings[0].row
    findings = week.findings if sheet else ()
    told = ("notice", "2023-04-01/2023-04-07", row.school.key, 1)
    priors = tuple(Prior(one, "01-16/200", DAY, told) for one in (*BINDING, FIRST, INSTEAD))
    if not each:
        return replace(letter_to_all(made, week.monitoring.rows, findings), priors=priors)
    own = tuple(finding for finding in findings if finding.school.key == row.school.key)
    return replace(letter_to_school(made, row, own, "schools.csv"), priors=priors)


@pytest.mark.parametrize("each", [True, False])
@pytest.mark.parametrize("sheet", [True, False])
def test_each_declared_field_has_its_value_and_no_value_is_undeclared(
    each: bool, sheet: bool
) -> None:
    letter = letter_of(each, sheet)
    known = vocabulary_of(letter.batch.type, SETTINGS)
    own = fields_of(known.own, NumberedLetter(letter, "01-16/219", DAY))
    values = {**own, **fields_of(known.common, letter.batch)}
    assert names_in(values) == set(field_names(known.groups))
    assert all(field.meaning for group in known.groups for field in group.declared)


def test_each_field_of_the_cover_has_its_value() -> None:
    listed = Listed(
        number="01-16/219",
        day=DAY,
        path="",
        title="Уведомление",
        whom="МКОУ «Генухская СОШ»",
        period=None,
        basis=None,
        signatory=StatedSignatory("Абакаров Г.К.", "Начальник"),
        executor=SETTINGS.executors["default"],
    )
    shown = Cover(SETTINGS.office, [listed], ["_print_1"])
    values = fields_of(COVER, shown)
    assert names_in(values) == set(field_names(COVER))
    assert values["период"] == {"начало": "", "конец": "", "словами": ""}
    assert values["подписант"]["подпись"].endswith("Абакаров")


@pytest.mark.parametrize("each", [True, False])
def test_templates_are_tried_with_an_example_of_each_field(each: bool) -> None:
    groups: Iterable[Group[Any]] = vocabulary_of(letter_of(each, True).batch.type, SETTINGS).groups
    assert names_in(example_values(groups)) == set(field_names(groups))


def test_the_catalogue_names_every_field_and_filter(clerk: Clerk) -> None:
    report = clerk("template", "fields", "weekly", "--json").json
    fields = {field["name"]: field for field in report["fields"]}
    for name in (
        "письмо.номер",
        "основание.автор",
        "показатели.доля_не_писавших",
        "школы.доля_писавших",
    ):
        assert fields[name]["meaning"]
    assert [(one["name"], one["short"]) for one in report["filters"]][:3] == [
        ("именительный", "им"),
        ("родительный", "рд"),
        ("дательный", "дт"),
    ]
    assert "письмо.номер — регистрационный номер" in clerk("template", "fields").out


@pytest.mark.parametrize(
    ("template", "field"),
    [
        ("mail", "вложения"),
        ("envelope", "конверты.индекс"),
        ("dispatch", "отправления.способ"),
        ("inventory", "документы.листы"),
        ("journal-title", "журнал.срок"),
        ("print-cover", "документы.страница"),
    ],
)
def test_the_catalogue_has_the_fields_of_templates_that_belong_to_no_type(
    clerk: Clerk, template: str, field: str
) -> None:
    assert template in clerk("template", "fields").out.splitlines()[-1]
    report = clerk("template", "fields", template, "--json").json
    assert field in {one["name"] for one in report["fields"]}


def test_the_catalogue_of_a_type_that_isnt_there(clerk: Clerk) -> None:
    assert clerk("template", "fields", "weekli").status == 1
