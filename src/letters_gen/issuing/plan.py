"""What would be issued: a value that is shown before a number is taken, and that `issue` carries out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from letters_gen.documents.filenames import appendix_stem, document_stem
from letters_gen.documents.letter import Letter
from letters_gen.documents.statement import differences, own_values, shared_values
from letters_gen.errors import InputError, Place
from letters_gen.issuing.document import Document, issued_document
from letters_gen.issuing.filling import Forms, filled_files, prepared_forms
from letters_gen.issuing.request import BasisAnswers, Request
from letters_gen.issuing.sheets import Sheet, kept_sheets
from letters_gen.issuing.survey import Survey
from letters_gen.model.basis import Basis
from letters_gen.model.entry import Draft, Entry, EntryKey
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import DocumentType, Settings, Signatory
from letters_gen.register.book import Register
from letters_gen.register.chain import canonical

_LATE_DAYS = 31


@dataclass(frozen=True)
class Plan:
    """What one run would issue.

    Attributes:
        letter: what the document says, but for its number and date.
        forms: what it is filled into.
        standing: the entry of the same document in the register, None for a new one.
        document: the document as it is (issued already), or as it would be.
        warnings: what the clerk should know before saying yes.
        older: sheets of earlier weeks that were never issued.
    """

    survey: Survey
    letter: Letter
    forms: Forms
    key: EntryKey
    day: date
    standing: Entry | None
    document: Document
    warnings: tuple[Oddity, ...]
    older: tuple[Sheet, ...]

    @property
    def is_done(self) -> bool:
        """Whether the document is issued already and nothing is left to do."""
        return self.standing is not None and self.standing.is_issued

    @property
    def draft(self) -> Draft:
        """The document as the register reserves it."""
        return Draft(self.key, self.letter.type.addressee, own_values(self.letter))

    @property
    def shared(self) -> dict[str, object]:
        """What the register keeps once for the whole batch."""
        survey = self.survey
        sheet = {"path": survey.workspace.relative(survey.place), "sha256": survey.sha256}
        return {"type": self.key.type, "subject": self.key.subject, "sheet": sheet, **shared_values(self.letter)}

    @property
    def fingerprint(self) -> str:
        """A hash of all that the plan would state: equal plans issue equal documents."""
        said = {"shared": self.shared, "values": self.draft.values, "number": self.document.number}
        return hashlib.sha256(canonical({**said, "date": self.day.isoformat()}).encode()).hexdigest()


def make_plan(survey: Survey, request: Request, register: Register) -> Plan:
    """The plan of one run; nothing is written and no number taken.

    Raises:
        InputError: the sheet must be mended; `basis-missing`; an unknown type or signatory; a template that can't be
            filled; `issued-differently` where the document is issued and what it states is now different.
    """
    _refuse_stops(survey)
    kind = document_type(survey.settings, request.type)
    key = EntryKey(kind.key, survey.monitoring.period.subject)
    standing = _standing(survey, kind, register)
    letter = _letter(survey, kind, request)
    day = standing.date if standing else request.day or request.today
    plan = Plan(
        survey=survey,
        letter=letter,
        forms=prepared_forms(survey.workspace, survey.settings, [kind]),
        key=key,
        day=day,
        standing=standing,
        document=_planned(survey, kind, day, standing, register),
        warnings=(*survey.warnings, *_odd_days(survey, request, standing)),
        older=tuple(_older(survey, register, kind)),
    )
    refuse_difference(plan)
    return replace(plan, warnings=(*plan.warnings, *_tried(plan)))


def _tried(plan: Plan) -> list[Oddity]:
    """Fill everything once before a number is taken; what had to be dropped from the values is told."""
    dropped: list[str] = []
    filled_files(plan.letter, plan.forms, plan.document, dropped)
    return [Oddity("characters-dropped", Place(), {"found": text}) for text in dict.fromkeys(dropped)]


def document_type(settings: Settings, key: str) -> DocumentType:
    """The document type of that key; raises InputError `unknown-type`."""
    if key not in settings.types:
        raise InputError("unknown-type", found=key, accepted=list(settings.types))
    return settings.types[key]


def _refuse_stops(survey: Survey) -> None:
    faults = [InputError(odd.code, odd.place, also=(), **odd.arguments) for odd in survey.stops]
    if faults:
        faults[0].also = tuple(faults[1:])
        raise faults[0]


def _letter(survey: Survey, kind: DocumentType, request: Request) -> Letter:
    return Letter(
        settings=survey.settings,
        type=kind,
        basis=_basis(survey, request.basis),
        monitoring=survey.monitoring,
        findings=survey.findings,
        figures=survey.figures,
        signatory=_signatory(survey.settings, request),
        executor=next(iter(survey.settings.executors.values())),
    )


def known_basis(survey: Survey, request: Request, register: Register) -> BasisAnswers:
    """The covering letter as far as it is known: as given, else as the sidecar, else as the standing entry has it."""
    standing = _standing(survey, document_type(survey.settings, request.type), register)
    kept = standing.shared["basis"] if standing else {}
    given, known = request.basis, survey.basis
    return BasisAnswers(
        author=given.author or known.author or kept.get("author"),
        number=given.number or known.number or kept.get("number"),
        date=given.date or known.date or (date.fromisoformat(kept["date"]) if kept else None),
    )


def _standing(survey: Survey, kind: DocumentType, register: Register) -> Entry | None:
    return next(iter(register.batch(kind.key, survey.monitoring.period.subject)), None)


def _basis(survey: Survey, known: BasisAnswers) -> Basis:
    if not (known.author and known.number and known.date):
        raise InputError("basis-missing", Place(file=survey.place.name), missing=known.missing)
    return Basis(known.author, known.number, known.date)


def _signatory(settings: Settings, request: Request) -> Signatory:
    if request.signatory is None:
        return next(iter(settings.signatories.values()))
    if request.signatory not in settings.signatories:
        raise InputError("unknown-signatory", found=request.signatory, accepted=list(settings.signatories))
    return settings.signatories[request.signatory]


def _planned(survey: Survey, kind: DocumentType, day: date, standing: Entry | None, register: Register) -> Document:
    if standing is not None and standing.is_issued:
        return issued_document(standing)
    number = standing.number if standing else kind.series.number(register.next_seq(kind.series, day.year))
    return planned_document(survey, kind, number, day)


def planned_document(survey: Survey, kind: DocumentType, number: str, day: date) -> Document:
    """The document as it would be issued under `number` on `day`: its place and those of its appendices."""
    folder = survey.workspace.year(day.year)
    stem = document_stem(number, kind.title)
    suffixes = (Path(name).suffix for name in kind.appendices)
    appendices = [folder / f"{appendix_stem(stem, position)}{suffix}" for position, suffix in enumerate(suffixes, 1)]
    return Document(
        number=number,
        day=day,
        addressee=kind.addressee,
        path=survey.workspace.relative(folder / f"{stem}.docx"),
        appendices=tuple(survey.workspace.relative(path) for path in appendices),
        sha256=None,
        state="planned",
        findings=len(survey.findings),
    )


def _odd_days(survey: Survey, request: Request, standing: Entry | None) -> list[Oddity]:
    period, day = survey.monitoring.period, standing.date if standing else request.day or request.today
    odd = []
    if not standing and abs((day - period.end).days) > _LATE_DAYS:
        odd.append(Oddity("date-far-from-period", Place(), {"day": day, "end": period.end}))
    if standing and request.day not in (None, standing.date):
        odd.append(Oddity("date-stands", Place(), {"number": standing.number, "day": standing.date}))
    if standing and standing.is_issued and request.signatory:
        name = survey.settings.signatories[request.signatory].name
        if name != standing.shared["signatory"]["name"]:
            signed = standing.shared["signatory"]["name"]
            odd.append(Oddity("signatory-stands", Place(), {"number": standing.number, "name": signed}))
    return odd


def _older(survey: Survey, register: Register, kind: DocumentType) -> list[Sheet]:
    issued = {entry.key.subject.partition("/")[2] for entry in register.of_type(kind.key) if entry.is_issued}
    current = survey.monitoring.period.end
    sheets = kept_sheets(survey.workspace, survey.settings)
    return [sheet for sheet in sheets if sheet.end < current and sheet.end.isoformat() not in issued]


def refuse_difference(plan: Plan) -> None:
    """Raises InputError `issued-differently`: an issued document is never quietly left behind its facts (§6.4)."""
    if plan.standing is None or not plan.standing.is_issued:
        return
    was = {**plan.standing.shared, **plan.standing.values}
    settings = plan.survey.settings
    titles = {key: column.title for key, column in settings.columns.items()}
    titles |= {key: rule.title for key, rule in settings.figures.items()}
    found = differences(was, {**shared_values(plan.letter), **own_values(plan.letter)}, titles)
    if found:
        place = Place(file=plan.survey.sheet.name)
        raise InputError("issued-differently", place, number=plan.standing.number, differences=found)


def with_entry(plan: Plan, entry: Entry) -> Plan:
    """The plan of the document that `entry` stands for: its number, its date, and whether it is issued."""
    if entry.is_issued:
        document = issued_document(entry)
    else:
        document = planned_document(plan.survey, plan.letter.type, entry.number, entry.date)
    return replace(plan, document=document, day=entry.date, standing=entry)
