"""The letters of one run, one about all its schools or one for each, and the drafts that the
register reserves for them.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from letters_gen.compliance import judged_value
from letters_gen.documents.batch import Batch
from letters_gen.documents.letter import Letter, letter_to_all, letter_to_school
from letters_gen.documents.statement import columns_of_sheet, own_statement, shared_statement
from letters_gen.errors import InputError, Place
from letters_gen.issuing.priors import Priors
from letters_gen.issuing.request import Request
from letters_gen.making.filling import Forms
from letters_gen.model.entry import Draft
from letters_gen.model.folding import folded
from letters_gen.model.judgement import Finding
from letters_gen.model.monitoring import Row
from letters_gen.model.statement import SharedStatement, StatedSheet
from letters_gen.week.survey import Survey

_DUE = "основание.срок"


def wanted_letters(
    batch: Batch,
    rows: Sequence[Row],
    request: Request,
    directory: str,
    priors: Priors,
    spared: Collection[str],
) -> list[Letter]:
    """What one run of a document type wants issued: one letter about its schools, or one for each.

    Letters for each school come in the directory's order; those that it lacks behind them, in the
    sheet's.

    Args:
        rows: the schools that the batch could be about.
        request: names schools, no others or all but these, by short name or ИНН.
        directory: the file that doubts about a school's head point to.
        priors: the earlier documents that they speak of.
        spared: the keys of schools that get none.

    Raises:
        InputError: `unknown-school`; `addressee-of-schools`; `no-schools-for-type` where schools
            are named for a type that is one paper.
    """
    by_school = _findings_by_school(batch)
    due = [row for row in rows if row.school.key not in spared]
    concerned = [row for row in due if _is_concerned(batch, row, by_school)]
    if batch.type.needs_findings and not by_school:
        return []
    if not batch.type.each:
        return _one_paper(batch, concerned, by_school, request, priors)
    letters = _to_no_school(batch, priors, request.addressee)
    kept = _with_priors(batch, _chosen(rows, concerned, request), priors)
    for row in sorted(kept, key=lambda row: (not row.known, row.school.line)):
        if request.addressee:
            raise InputError("addressee-of-schools", Place(), type=batch.type.key)
        findings = tuple(by_school.get(row.school.key, ()))
        letters.append(_to_school(batch, row, findings, directory, priors))
    return letters


def _with_priors(batch: Batch, rows: Sequence[Row], priors: Priors) -> Sequence[Row]:
    """The schools that earlier documents were to, where the batch is about such."""
    if batch.type.schools != "overdue" and not priors.by_school:
        return rows
    return [row for row in rows if row.school.key in priors.by_school]


def _to_school(
    batch: Batch, row: Row, findings: tuple[Finding, ...], directory: str, priors: Priors
) -> Letter:
    letter, key = letter_to_school(batch, row, findings, directory), row.school.key
    if key not in priors.by_school:
        return letter
    return replace(letter, priors=priors.by_school[key], subject=priors.subjects.get(key, ""))


def _to_no_school(batch: Batch, priors: Priors, addressee: str) -> list[Letter]:
    """The letter about earlier documents that were to no school: to the `addressee` that the clerk
    has named, else to whom these were addressed.
    """
    told = priors.by_school.get("", ())
    if not told:
        return []
    to = addressee or priors.addressees.get("", batch.type.addressee)
    return [Letter(batch, to, (), (), priors=told, subject=priors.subjects.get("", ""))]


def _one_paper(
    batch: Batch,
    concerned: Sequence[Row],
    by_school: dict[str, list[Finding]],
    request: Request,
    priors: Priors,
) -> list[Letter]:
    """One letter about all schools that its type concerns; none where a judged type has none."""
    if request.only or request.leaving_out:
        raise InputError("no-schools-for-type", type=batch.type.key)
    if not concerned and batch.type.schools != "all":
        return []
    if batch.matter.week is None:
        return [replace(letter_to_all(batch, (), ()), priors=priors.all)]
    findings: list[Finding] = []
    for row in concerned:
        findings += by_school.get(row.school.key, ())
    letter = letter_to_all(batch, tuple(concerned), tuple(findings))
    return [replace(letter, priors=priors.all)]


def _findings_by_school(batch: Batch) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    week = batch.matter.week
    for finding in week.findings if week else ():
        found.setdefault(finding.school.key, []).append(finding)
    return found


def _is_concerned(batch: Batch, row: Row, failing: dict[str, list[Finding]]) -> bool:
    """Whether the batch is about this school: as its type says, and for as many weeks running."""
    schools, weeks = batch.type.schools, batch.type.weeks
    if schools in ("all", "overdue"):
        return True
    past = batch.matter.week.past.schools.get(row.school.key) if batch.matter.week else None
    if schools == "finding":
        running = past.running if past else 1
        return row.school.key in failing and running >= weeks
    meeting = past.meeting if past else 1
    return row.school.key not in failing and _is_judged(batch, row) and meeting >= weeks


def _is_judged(batch: Batch, row: Row) -> bool:
    """Whether there are data for every indicator: without them nothing is met."""
    rules = batch.settings.indicators.values()
    return all(judged_value(row, rule.source) is not None for rule in rules)


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
    shared = shared_statement(batch, forms.digests, sheet)
    if shared.basis and _DUE not in forms.names:
        # What no document of the batch says makes none come out different.
        return replace(shared, basis=replace(shared.basis, due=None))
    return shared
