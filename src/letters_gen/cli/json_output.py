"""The JSON that commands report (design §5): one object in UTF-8 on stdout."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import orjson

from letters_gen.russian.numbers import change_text, place_text, requirement_text, value_text
from letters_gen.wording.sentences import told_failure, told_oddity, told_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from letters_gen.doctor import Check
    from letters_gen.documents.filters import TemplateFilter
    from letters_gen.errors import LettersError
    from letters_gen.issuing.issue import Outcome
    from letters_gen.issuing.plan import Plan
    from letters_gen.issuing.tagging.template_of import TemplateMade
    from letters_gen.making.document import Document
    from letters_gen.model.field import Field
    from letters_gen.model.judgement import Finding
    from letters_gen.model.oddity import Oddity
    from letters_gen.model.past import Past
    from letters_gen.model.period import Period
    from letters_gen.model.question import Question
    from letters_gen.russian.declension import Declinable
    from letters_gen.templating.checking import TemplateReport
    from letters_gen.week.checking import Checked
    from letters_gen.week.survey import Asked

Json = dict[str, Any]


def print_json(report: Json) -> None:
    """Write `report` to stdout in UTF-8, whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(json.dumps(report, ensure_ascii=False, indent=2).encode() + b"\n")
    sys.stdout.buffer.flush()


def print_json_list(name: str, items: Iterable[Json]) -> None:
    """Write `{name: items}` as `print_json` would, item by item: of however many none is kept.

    A failure before the first item has written nothing; after one on the way what was begun stays
    open, and the exit status tells it.
    """
    sys.stdout.flush()
    out = sys.stdout.buffer
    opening = f'{{\n  "{name}": ['.encode()
    before = opening
    for item in items:
        told = orjson.dumps(item, option=orjson.OPT_INDENT_2)
        out.write(before + b"\n    " + told.replace(b"\n", b"\n    "))
        before = b","
    out.write(opening + b"]\n}\n" if before == opening else b"\n  ]\n}\n")
    out.flush()


def error_json(code: str, where: str, text: str, mend: str) -> Json:
    """A failure."""
    return {"error": {"code": code, "where": where, "text": text, "mend": mend}}


def issuing_json(
    plan: Plan, outcome: Outcome, printed: Sequence[str], lost: Sequence[object] = ()
) -> Json:
    """The report of an issuing command: the whole batch, issued earlier or now.

    Args:
        lost: the numbers of documents that couldn't be printed.
    """
    week = plan.batch.matter.week
    return {
        "type": plan.type.key,
        "period": period_json(week.monitoring.period) if week else None,
        "subject": plan.batch.matter.subject,
        "date": plan.day.isoformat(),
        "issued": outcome.issued,
        "already_issued": outcome.already_issued,
        "documents": [_document(document) for document in outcome.documents()],
        "print_files": list(printed),
        "doubts": [_question(question) for question in plan.questions],
        "warnings": oddities_json(plan.warnings),
        **({"lost": list(lost)} if lost else {}),
    }


def _document(document: Document) -> Json:
    # Only orders have sheets that are filed with them.
    enclosures = {"enclosures": list(document.enclosures)} if document.enclosures else {}
    return {
        "number": document.number,
        "school": document.school,
        "inn": document.inn,
        "addressee": document.addressee,
        "path": document.path,
        "appendices": list(document.appendices),
        **enclosures,
        "pdf": document.pdf,
        "sha256": document.sha256,
        "state": document.state,
        "findings": document.findings,
    }


def check_json(found: Checked) -> Json:
    """The report of `check`."""
    from letters_gen.compliance import totals
    from letters_gen.wording.figures import figure_change, figure_rule

    survey = found.survey
    return {
        "period": period_json(survey.monitoring.period),
        "schools": len(survey.monitoring.rows),
        "totals": totals(survey.monitoring, survey.settings.columns.values()),
        "figures": {
            key: {
                "value": None if figure.value is None else value_text(figure.value),
                "cells": list(figure.cells),
                "rule": figure_rule(figure, survey.settings),
                "change": figure_change(figure, found.past) or None,
            }
            for key, figure in survey.figures.items()
        },
        "findings": [_finding(one, found.past) for one in survey.findings],
        "places": {
            row.school.short_name: place_text(found.past.schools[row.school.key].place) or None
            for row in survey.monitoring.rows
        },
        "doubts": [_question(question) for question in found.questions],
        "warnings": oddities_json(found.oddities),
    }


def _finding(finding: Finding, past: Past) -> Json:
    from letters_gen.documents.past import finding_change

    known = past.schools[finding.school.key]
    return {
        "school": finding.school.short_name,
        "inn": finding.school.inn or None,
        "indicator": finding.indicator.key,
        "title": finding.indicator.title,
        "value": value_text(finding.value, finding.indicator.requirement),
        "requirement": requirement_text(finding.indicator.requirement),
        "cells": list(finding.cells),
        "weeks": known.findings[finding.indicator.key],
        "change": change_text(finding_change(finding, known)) or None,
    }


def asked_json(asked: Asked) -> Json:
    """The report of `check` on a sheet that can't be understood before its questions are
    answered.
    """
    return {
        "period": None,
        "schools": 0,
        "totals": {},
        "figures": {},
        "findings": [],
        "doubts": [_question(question) for question in asked.questions],
        "warnings": [],
    }


def _question(question: Question) -> Json:
    """Something that isn't certain, with what is assumed and what it may be."""
    told = told_question(question)
    return {
        "id": question.id,
        "code": question.code,
        "where": told.where,
        "text": told.text,
        "assumed": question.assumed,
        "choices": list(question.choices),
    }


def failure_json(error: LettersError) -> Json:
    """One failure among others."""
    told = told_failure(error)
    return {"code": told.code, "where": told.where, "text": told.text, "mend": told.mend}


def oddities_json(oddities: Iterable[Oddity]) -> list[Json]:
    """What is odd, as `warnings` tell it."""
    told = [told_oddity(oddity) for oddity in oddities]
    return [{"code": one.code, "where": one.where, "text": one.text} for one in told]


def period_json(period: Period) -> list[str]:
    """The first and the last day of a period."""
    return [period.start.isoformat(), period.end.isoformat()]


def decline_json(words: Iterable[Declinable]) -> Json:
    """The report of `decline`."""
    from letters_gen.russian.cases import Case

    told = [
        {
            "text": word.text,
            "kind": word.kind,
            "sex": word.sex,
            "forms": {case.value: word.in_case(case).text for case in Case},
            "doubtful": word.why is not None,
            "why": word.why,
        }
        for word in words
    ]
    return {"words": told}


def doctor_json(checks: list[Check]) -> Json:
    """The report of `doctor`."""
    from letters_gen.wording.checks import found_text, mend_text

    told = [
        {
            "name": check.name,
            "ok": check.ok,
            "found": found_text(check),
            "mend": None if check.ok else mend_text(check),
        }
        for check in checks
    ]
    return {"ok": all(check.ok for check in checks), "checks": told}


def template_check_json(
    reports: Iterable[TemplateReport], marked: Sequence[str] | None = None
) -> Json:
    """The report of `template check`; with the paths of marked copies where there are any."""
    kept = list(reports)
    faults = [_fault(report.file, fault) for report in kept for fault in report.faults]
    return {
        "ok": not faults,
        "faults": faults,
        "notes": [_note(note) for report in kept for note in report.notes],
        **({"marked": list(marked)} if marked else {}),
    }


def _fault(file: str, fault: LettersError) -> Json:
    told, place = told_failure(fault), fault.place
    return {
        "code": fault.code,
        "template": file,
        "part": place.part if place else None,
        "paragraph": place.paragraph if place else None,
        "text": told.text,
        "mend": told.mend,
    }


def _note(note: Oddity) -> Json:
    told = told_oddity(note)
    return {
        "code": note.code,
        "template": note.place.file,
        "paragraph": note.place.paragraph,
        "text": told.text,
    }


def template_from_json(made: TemplateMade, path: str, key: str) -> Json:
    """The report of `template from`; `key` is the type that the template is for."""
    return {
        "template": path,
        "type": key,
        "sheet": made.sheet,
        "proved": made.is_proved,
        "fields": [
            {"paragraph": one.paragraph, "text": one.text, "tag": one.tag} for one in made.tagged
        ],
        "warnings": oddities_json(made.oddities),
    }


def template_fields_json(fields: Iterable[Field[Any]], filters: Iterable[TemplateFilter]) -> Json:
    """The report of `template fields`."""
    return {
        "fields": [
            {"name": one.name, "meaning": one.meaning, "example": one.example} for one in fields
        ],
        "filters": [
            {"name": one.name, "short": one.short, "meaning": one.meaning, "example": one.example}
            for one in filters
        ],
    }
