"""The letters of one run, one for the office or one a school, and the drafts that the register
reserves for them.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from datetime import date

from letters_gen.documents.letter import Letter
from letters_gen.documents.statement import columns_of_sheet, own_statement, shared_statement
from letters_gen.errors import InputError, Place
from letters_gen.making.filling import Forms
from letters_gen.model.entry import Draft, EntryKey
from letters_gen.model.folding import folded
from letters_gen.model.judgement import Finding
from letters_gen.model.monitoring import Row
from letters_gen.model.statement import SharedStatement, StatedSheet
from letters_gen.week.survey import Survey


def wanted_letters(
    letter: Letter, only: Sequence[str], leaving_out: Sequence[str], directory: str
) -> list[Letter]:
    """What one run of a document type wants issued: `letter` itself, or `letter` about each of its
    schools.

    Schools come in the directory's order; those that it lacks behind them, in the sheet's.

    Args:
        only, leaving_out: schools by short name or ИНН.
        directory: the file that doubts about a school's head point to.

    Raises:
        InputError: `unknown-school`; `no-schools-for-type` where schools are named for an
            office-wide type.
    """
    if not letter.type.is_for_schools:
        if only or leaving_out:
            raise InputError("no-schools-for-type", type=letter.type.key)
        return [letter]
    by_school: dict[str, list[Finding]] = {}
    for finding in letter.findings:
        by_school.setdefault(finding.school.key, []).append(finding)
    rows = [
        row
        for row in letter.monitoring.rows
        if letter.type.scope == "school" or row.school.key in by_school
    ]
    chosen = _named(letter.monitoring.rows, only) if only else {row.school.key for row in rows}
    left_out = _named(letter.monitoring.rows, leaving_out)
    kept = [row for row in rows if row.school.key in chosen and row.school.key not in left_out]
    kept.sort(key=lambda row: (not row.known, row.school.line))
    return [letter.about(row, tuple(by_school.get(row.school.key, ())), directory) for row in kept]


def _named(rows: Sequence[Row], names: Sequence[str]) -> set[str]:
    """The keys of the schools that the clerk named."""
    if not names:
        return set()
    known = {
        folded(name): row.school.key
        for row in rows
        for name in (row.school.short_name, row.school.inn)
        if name
    }
    for name in names:
        if folded(name) not in known:
            schools = [row.school.short_name for row in rows]
            nearest = difflib.get_close_matches(name, schools, n=1, cutoff=0.3)
            raise InputError("unknown-school", Place(), found=name, nearest=nearest)
    return {known[folded(name)] for name in names}


def key_of(letter: Letter, edition: int = 1) -> EntryKey:
    """The key that the register knows a letter by (design §6.1)."""
    school = letter.row.school.key if letter.row else ""
    return EntryKey(letter.type.key, letter.monitoring.period.subject, school, edition)


def draft_of(letter: Letter, day: date, edition: int = 1) -> Draft:
    """The draft of a letter that is signed on `day`: what its deadline then is, is frozen with it
    (design §6.3).
    """
    return Draft(
        key_of(letter, edition),
        letter.addressee,
        own_statement(letter, day),
        letter.row.school.short_name if letter.row else "",
    )


def shared_of_batch(survey: Survey, letter: Letter, forms: Forms) -> SharedStatement:
    """What the register keeps once for the whole batch."""
    sheet = StatedSheet(
        path=survey.workspace.relative(survey.place),
        sha256=survey.sha256,
        name=survey.monitoring.sheet,
        columns=columns_of_sheet(letter),
    )
    return shared_statement(letter, forms.digests, sheet)
