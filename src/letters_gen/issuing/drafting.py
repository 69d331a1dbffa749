"""The letters of one run, one about all its schools or one for each, and the drafts that the
register reserves for them.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from datetime import date

from letters_gen.documents.batch import Batch
from letters_gen.documents.letter import Letter, letter_to_all, letter_to_school
from letters_gen.documents.statement import columns_of_sheet, own_statement, shared_statement
from letters_gen.errors import InputError, Place
from letters_gen.issuing.request import Request
from letters_gen.making.filling import Forms
from letters_gen.model.entry import Draft
from letters_gen.model.folding import folded
from letters_gen.model.judgement import Finding
from letters_gen.model.monitoring import Row
from letters_gen.model.statement import SharedStatement, StatedSheet
from letters_gen.week.survey import Survey


def wanted_letters(
    batch: Batch, rows: Sequence[Row], request: Request, directory: str
) -> list[Letter]:
    """What one run of a document type wants issued: one letter about its schools, or one for each.

    Letters for each school come in the directory's order; those that it lacks behind them, in the
    sheet's.

    Args:
        rows: the schools that the batch could be about.
        request: names schools, no others or all but these, by short name or ИНН.
        directory: the file that doubts about a school's head point to.

    Raises:
        InputError: `unknown-school`; `no-schools-for-type` where schools are named for a type that
            is one paper.
    """
    by_school = _findings_by_school(batch)
    if batch.type.needs_findings and not by_school:
        return []
    concerned = [row for row in rows if _is_concerned(batch.type.schools, row, by_school)]
    if not batch.type.each:
        if request.only or request.leaving_out:
            raise InputError("no-schools-for-type", type=batch.type.key)
        return _one_paper(batch, concerned, by_school)
    letters = []
    kept = _chosen(rows, concerned, request)
    for row in sorted(kept, key=lambda row: (not row.known, row.school.line)):
        findings = tuple(by_school.get(row.school.key, ()))
        letters.append(letter_to_school(batch, row, findings, directory))
    return letters


def _one_paper(
    batch: Batch, concerned: Sequence[Row], by_school: dict[str, list[Finding]]
) -> list[Letter]:
    """One letter about all schools that its type concerns; none where a judged type has none."""
    if not concerned and batch.type.schools != "all":
        return []
    if batch.matter.week is None:
        return [letter_to_all(batch, (), ())]
    findings: list[Finding] = []
    for row in concerned:
        findings += by_school.get(row.school.key, ())
    return [letter_to_all(batch, tuple(concerned), tuple(findings))]


def _findings_by_school(batch: Batch) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    week = batch.matter.week
    for finding in week.findings if week else ():
        found.setdefault(finding.school.key, []).append(finding)
    return found


def _is_concerned(schools: str, row: Row, failing: dict[str, list[Finding]]) -> bool:
    """Whether a type about `schools` is about this one."""
    if schools == "all":
        return True
    return (row.school.key in failing) == (schools == "finding")


def _chosen(rows: Sequence[Row], concerned: Sequence[Row], request: Request) -> list[Row]:
    """Those of `concerned` that the clerk has not left out."""
    left_out = _named(rows, request.leaving_out)
    kept = [row for row in concerned if row.school.key not in left_out]
    if not request.only:
        return kept
    only = _named(rows, request.only)
    return [row for row in kept if row.school.key in only]


def _named(rows: Sequence[Row], names: Sequence[str]) -> set[str]:
    """The keys of the schools that the clerk named: by ИНН, name, or a part that only one has.

    Raises:
        InputError: `unknown-school`, `school-ambiguous`.
    """
    if not names:
        return set()
    known: dict[str, str] = {}
    for row in rows:
        known[folded(row.school.short_name)] = row.school.key
        if row.school.inn:
            known[folded(row.school.inn)] = row.school.key
    return {_key_named(name, known, rows) for name in names}


def _key_named(name: str, known: Mapping[str, str], rows: Sequence[Row]) -> str:
    wanted = folded(name)
    if wanted in known:
        return known[wanted]
    schools = [row.school for row in rows if wanted in folded(row.school.short_name)]
    if len(schools) == 1:
        return schools[0].key
    if schools:
        found = [school.short_name for school in schools]
        raise InputError("school-ambiguous", Place(), found=name, accepted=found)
    nearest = difflib.get_close_matches(
        name, [row.school.short_name for row in rows], n=1, cutoff=0.3
    )
    raise InputError("unknown-school", Place(), found=name, nearest=nearest)


def draft_of(letter: Letter, day: date, edition: int = 1) -> Draft:
    """The draft of a letter that is signed on `day`: what its deadline then is, is frozen with it
    (design §6.3).
    """
    school = letter.school
    return Draft(
        letter.key(edition),
        letter.addressee,
        own_statement(letter, day),
        school.short_name if school else "",
    )


def shared_of_batch(batch: Batch, forms: Forms, survey: Survey | None) -> SharedStatement:
    """What the register keeps once for the whole batch; of one without a sheet `survey` is None."""
    sheet = None
    if survey:
        sheet = StatedSheet(
            path=survey.workspace.relative(survey.kept_at),
            sha256=survey.sha256,
            name=survey.monitoring.sheet,
            columns=columns_of_sheet(survey.monitoring),
        )
    return shared_statement(batch, forms.digests, sheet)
