"""The batch of a run: what all of its documents share, and the weeks that were left behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from letters_gen.documents.batch import Batch
from letters_gen.issuing.ground import Ground
from letters_gen.issuing.request import Request
from letters_gen.issuing.roles import executor_of, people_of, refuse_unnamed, signatory_of
from letters_gen.model.matter import Matter
from letters_gen.model.settings import DocumentType
from letters_gen.register.book import Register
from letters_gen.week.sheets import Sheet, kept_sheets


def batch_of(ground: Ground, request: Request, subject: str) -> Batch:
    """What all documents of a run share; raises InputError `unknown-type`, `unknown-signatory`,
    `basis-missing`, `person-unnamed`.

    Args:
        subject: what they are about where they rest on no sheet.
    """
    settings = ground.settings
    kind = _asked(settings.document_type(request.type), request)
    batch = Batch(
        settings=settings,
        type=kind,
        matter=ground.matter(request, subject),
        signatory=signatory_of(settings, kind, request.signatory, request.signed_on),
        executor=executor_of(settings, kind),
        people=people_of(settings, kind),
    )
    refuse_unnamed(batch.signatory, batch.executor, batch.people)
    return batch


def standing_batch(ground: Ground, kind: DocumentType) -> Batch:
    """What documents of a type would share as things stand: with the covering letter as far as it
    is known, and whoever signs by default.
    """
    settings, survey = ground.settings, ground.survey
    subject = survey.monitoring.period.subject if survey else ""
    basis = survey.basis.whole if survey else None
    signatories = settings.signatories
    return Batch(
        settings=settings,
        type=kind,
        matter=Matter(subject, ground.judged_week, basis),
        signatory=signatories.get(kind.signatory, next(iter(signatories.values()))),
        executor=executor_of(settings, kind),
        people=people_of(settings, kind),
    )


def _asked(kind: DocumentType, request: Request) -> DocumentType:
    """The type with what the clerk has said of this one document."""
    heading = request.heading or kind.heading or request.subject
    return replace(kind, heading=heading, addressee=request.addressee or kind.addressee)


def older_sheets(ground: Ground, kind: DocumentType, register: Register) -> Sequence[Sheet]:
    """The sheets of earlier weeks that this type was never issued for."""
    if ground.survey is None or kind.every != "week":
        return ()
    issued = {subject.partition("/")[2] for subject in register.issued_subjects(kind.key)}
    current = ground.survey.monitoring.period.end
    sheets = kept_sheets(ground.workspace, ground.settings)
    return [
        sheet for sheet in sheets if sheet.end < current and sheet.end.isoformat() not in issued
    ]
