"""The covering letter that came with a sheet, as far as it is known, and kept beside it."""

from __future__ import annotations

from letters_gen.errors import InputError, Place
from letters_gen.model.basis import Basis, BasisAnswers
from letters_gen.model.settings import DocumentType
from letters_gen.office.sidecar import keep_basis, read_sidecar, refuse_early_due
from letters_gen.register.book import Register
from letters_gen.week.sheets import kept_sheets
from letters_gen.week.survey import Survey


def known_basis(
    survey: Survey, kind: DocumentType, given: BasisAnswers, register: Register
) -> BasisAnswers:
    """The covering letter as far as it is known: as given, else as the sidecar, else as a standing
    entry has it.
    """
    known = given.or_else(survey.basis)
    return standing_basis(register, kind, survey.monitoring.period.subject, known)


def standing_basis(
    register: Register, kind: DocumentType, subject: str, known: BasisAnswers
) -> BasisAnswers:
    """The covering letter as far as it is `known`, else as a standing entry has it."""
    standing = [] if known.whole else register.batch(kind.key, subject)
    kept = standing[-1].basis if standing else None
    if kept is None:
        return known
    return known.or_else(BasisAnswers(kept.author, kept.number, kept.date, kept.due))


def keep_basis_answers(survey: Survey, known: BasisAnswers) -> None:
    """Keep what the clerk has told of the covering letter, to be offered again if nothing is issued
    by it; of a sheet from elsewhere where its copy will stand.
    """
    keep_basis(survey.kept_at, whole_basis(survey, known), is_offer=True)


def last_author(survey: Survey) -> str:
    """Who sent the covering letter of the latest sheet that has one, '' where none does."""
    sheets = kept_sheets(survey.workspace, survey.settings)
    authors = (read_sidecar(sheet.path).basis.author for sheet in reversed(sheets))
    return next((author for author in authors if author), "")


def whole_basis(survey: Survey, known: BasisAnswers) -> Basis:
    """The covering letter where all of it is known; raises InputError `basis-missing`,
    `basis-due-early`.
    """
    if known.whole is None:
        raise missing_basis(survey, known)
    refuse_early_due(known, Place(file=survey.kept_at.with_suffix(".toml").name))
    return known.whole


def missing_basis(survey: Survey, known: BasisAnswers) -> InputError:
    """The failure `basis-missing` of a sheet whose covering letter nobody has told."""
    return InputError("basis-missing", Place(file=survey.kept_at.name), missing=known.missing)
