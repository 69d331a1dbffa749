"""What documents state, as the JSON values that the register keeps, and back.

This is form 1, the only one so far: `chain.VERSION` counts them. What an event once said is never
rewritten, so every form stays readable; what isn't stated has no key. Unknown keys are damage.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from fractions import Fraction
from typing import TypeVar

from letters_gen.model.basis import Basis
from letters_gen.model.monitoring import CellValue
from letters_gen.model.period import Period
from letters_gen.model.statement import (
    NO_PAPER,
    NOTHING_OWN,
    Figures,
    JudgedRow,
    OwnStatement,
    PaperStatement,
    Requisites,
    SharedStatement,
    SourceJournal,
    StatedFigure,
    StatedFigureRule,
    StatedIndicator,
    StatedRules,
    StatedSheet,
    StatedSignatory,
    StatedWeek,
)
from letters_gen.register.chain import Json
from letters_gen.register.incoming_form import incoming_json, incoming_of
from letters_gen.register.prior_form import prior_json, prior_of

Part = TypeVar("Part")

_TEXTS = ("type", "subject", "title", "heading", "case")
# Said where they are true.
_MARKS = ("answer", "typed")
# Parts that are said as they stand.
_WHOLE = ("office", "sheet", "journal")
_LATER = ("place",)
_PAPER = tuple(field.name for field in fields(PaperStatement))
_PAPER_NAMES = frozenset(_PAPER)
# Persons stand in objects of their own.
_PERSONS = ("signatory", "executor")
_OWN = {
    "rows",
    "figures",
    "figure_cells",
    "head",
    "deadline",
    "acquaint",
    "incoming",
    "priors",
    "appendix_sheets",
    "token",
    *_PAPER,
}


def shared_json(shared: SharedStatement) -> Json:
    """What a batch states alike, as its event says it."""
    said: Json = {name: getattr(shared, name) for name in _TEXTS if getattr(shared, name)}
    said |= _persons_json(shared)
    for name in _WHOLE:
        part = getattr(shared, name)
        if part is not None:
            said[name] = _whole(part)
    if shared.basis:
        said["basis"] = basis_json(shared.basis)
    if shared.week:
        said |= _week_json(shared.week)
    if shared.templates is not None:
        said["templates"] = dict(shared.templates)
    for name in _MARKS:
        if getattr(shared, name):
            said[name] = True
    return said | _people_json(shared.people)


def _whole(part: object) -> Json:
    """A part as it stands, without what the first program didn't know where it says nothing."""
    return {key: value for key, value in vars(part).items() if value or key not in _LATER}


def _people_json(people: Mapping[str, StatedSignatory]) -> Json:
    if not people:
        return {}
    return {"people": {role: dict(vars(one)) for role, one in people.items()}}


def _persons_json(shared: SharedStatement) -> Json:
    said: Json = {}
    if shared.signatory.name:
        said["signatory"] = {"name": shared.signatory.name, "post": shared.signatory.post}
    if shared.executor:
        said["executor"] = {"name": shared.executor}
    return said


def shared_of(said: Json) -> SharedStatement:
    """What an event of a batch says; raises ValueError, KeyError or TypeError where it isn't in
    this form.
    """
    return SharedStatement(
        **{name: said.get(name, "") for name in _TEXTS},
        signatory=StatedSignatory(**said.get("signatory", {})),
        executor=said.get("executor", {}).get("name", ""),
        office=_stated(Requisites, said, "office"),
        basis=_basis(said["basis"]) if "basis" in said else None,
        week=_week(said) if "period" in said else None,
        templates=said.get("templates"),
        sheet=_stated(StatedSheet, said, "sheet"),
        journal=_stated(SourceJournal, said, "journal"),
        people={role: StatedSignatory(**one) for role, one in said.get("people", {}).items()},
        **{name: said.get(name, False) for name in _MARKS},
    )


def own_json(own: OwnStatement) -> Json:
    """What a document states for itself, as its event and its entry say it."""
    said: Json = {}
    if own.rows:
        said["rows"] = [_row_json(row) for row in own.rows]
    if own.figures is not None:
        said |= _figures_json(own.figures)
    if own.head is not None:
        said["head"] = own.head
    if own.deadline:
        said["deadline"] = own.deadline.isoformat()
    if own.paper is not NO_PAPER:
        said |= _paper_json(own.paper)
    return said | _others_json(own)


def _others_json(own: OwnStatement) -> Json:
    """The people and the documents that a document has to do with, its appendices' sheets."""
    said: Json = {}
    if own.acquaint:
        said["acquaint"] = list(own.acquaint)
    if own.incoming:
        said["incoming"] = incoming_json(own.incoming)
    if own.priors:
        said["priors"] = [prior_json(prior) for prior in own.priors]
    if own.appendix_sheets:
        said["appendix_sheets"] = list(own.appendix_sheets)
    if own.token:
        said["token"] = own.token
    return said


def own_of(said: Json) -> OwnStatement:
    """What a document states for itself; raises ValueError, KeyError or TypeError where it isn't in
    this form.
    """
    if not said.keys() <= _OWN:
        raise ValueError(f"found {sorted(said.keys() - _OWN)}")
    if not said:
        return NOTHING_OWN
    return OwnStatement(
        rows=tuple(map(_row, said.get("rows", ()))),
        figures=_figures(said),
        head=said.get("head"),
        deadline=date.fromisoformat(said["deadline"]) if "deadline" in said else None,
        paper=_paper(said),
        acquaint=tuple(said.get("acquaint", ())),
        incoming=incoming_of(said["incoming"]) if "incoming" in said else None,
        priors=tuple(map(prior_of, said.get("priors", ()))),
        appendix_sheets=tuple(said.get("appendix_sheets", ())),
        token=said.get("token", ""),
    )


def _row_json(row: JudgedRow) -> Json:
    said: Json = {
        "school": row.school,
        "inn": row.inn,
        "values": row.values,
        "findings": row.findings,
    }
    if row.line is not None:
        said["at"] = row.line
    return said


def _row(said: Json) -> JudgedRow:
    values = _values(said["values"])
    return JudgedRow(said["school"], said["inn"], values, tuple(said["findings"]), said.get("at"))


def _values(said: Json) -> Mapping[str, CellValue]:
    """The values of a row; of ready percentages, which few rows have, `chain.canonical` has written
    the quotient.
    """
    if list not in map(type, said.values()):
        return said
    return {key: Fraction(*one) if type(one) is list else one for key, one in said.items()}


def _figures_json(figures: Figures) -> Json:
    return {
        "figures": {key: [figure.part, figure.whole] for key, figure in figures.items()},
        "figure_cells": {key: figure.cells for key, figure in figures.items()},
    }


def _figures(said: Json) -> Figures | None:
    if "figures" not in said:
        return None
    cells = said.get("figure_cells", {})
    return {
        key: StatedFigure(part, whole, tuple(cells.get(key, ())))
        for key, (part, whole) in said["figures"].items()
    }


def _paper_json(paper: PaperStatement) -> Json:
    said: Json = {name: text for name in _PAPER if (text := getattr(paper, name))}
    return said | {person: {"name": said[person]} for person in _PERSONS if person in said}


def _paper(said: Json) -> PaperStatement:
    if _PAPER_NAMES.isdisjoint(said):
        return NO_PAPER
    texts = {name: said[name] for name in _PAPER if name in said}
    return PaperStatement(
        **{**texts, **{person: texts[person]["name"] for person in _PERSONS if person in texts}}
    )


def _week_json(week: StatedWeek) -> Json:
    said: Json = {"period": [week.period.start.isoformat(), week.period.end.isoformat()]}
    if week.rules:
        said["rules"] = _rules_json(week.rules)
    if week.asks is not None:
        said["asks"] = dict(week.asks)
    if week.figures is not None:
        said |= _figures_json(week.figures)
    if week.averages is not None:
        said["averages"] = dict(week.averages)
    return said


def _week(said: Json) -> StatedWeek:
    return StatedWeek(
        period=Period(*map(date.fromisoformat, said["period"])),
        rules=_rules(said["rules"]) if "rules" in said else None,
        asks=said.get("asks"),
        figures=_figures(said),
        averages=said.get("averages"),
    )


def _rules_json(rules: StatedRules) -> Json:
    return {
        "columns": dict(rules.columns),
        "indicators": {
            key: [rule.title, rule.requirement, *rule.columns]
            for key, rule in rules.indicators.items()
        },
        "figures": {
            key: [rule.title, rule.complement, *rule.columns] for key, rule in rules.figures.items()
        },
    }


def _rules(said: Json) -> StatedRules:
    return StatedRules(
        columns=said["columns"],
        indicators={
            key: StatedIndicator(title, requirement, tuple(columns))
            for key, (title, requirement, *columns) in said["indicators"].items()
        },
        figures={
            key: StatedFigureRule(title, complement, tuple(columns))
            for key, (title, complement, *columns) in said["figures"].items()
        },
    )


def basis_json(basis: Basis) -> Json:
    """The covering letter as its batch says it; its deadline where it sets one."""
    said = {"author": basis.author, "number": basis.number, "date": basis.date.isoformat()}
    return {**said, "due": basis.due.isoformat()} if basis.due else said


def _basis(said: Json) -> Basis:
    due = date.fromisoformat(said["due"]) if "due" in said else None
    return Basis(said["author"], said["number"], date.fromisoformat(said["date"]), due)


def _stated(kind: Callable[..., Part], said: Json, name: str) -> Part | None:
    return kind(**said[name]) if name in said else None
