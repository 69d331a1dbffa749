"""The batch of a run: what all of its documents share, and the weeks that were left behind."""

from __future__ import annotations

from collections.abc import Sequence

from letters_gen.documents.batch import Batch
from letters_gen.errors import InputError
from letters_gen.issuing.ground import Ground
from letters_gen.issuing.request import Request
from letters_gen.model.settings import DocumentType, Settings, Signatory
from letters_gen.register.book import Register
from letters_gen.week.sheets import Sheet, kept_sheets


def batch_of(ground: Ground, request: Request) -> Batch:
    """What all documents of a run share; raises InputError `unknown-type`, `unknown-signatory`,
    `basis-missing`.
    """
    settings = ground.settings
    return Batch(
        settings=settings,
        type=settings.document_type(request.type),
        matter=ground.matter(request),
        signatory=_signatory(settings, request),
        executor=next(iter(settings.executors.values())),
    )


def _signatory(settings: Settings, request: Request) -> Signatory:
    if request.signatory is None:
        return next(iter(settings.signatories.values()))
    if request.signatory not in settings.signatories:
        accepted = list(settings.signatories)
        raise InputError("unknown-signatory", found=request.signatory, accepted=accepted)
    return settings.signatories[request.signatory]


def older_sheets(ground: Ground, kind: DocumentType, register: Register) -> Sequence[Sheet]:
    """The sheets of earlier weeks that this type was never issued for."""
    if ground.survey is None:
        return ()
    issued = {subject.partition("/")[2] for subject in register.issued_subjects(kind.key)}
    current = ground.survey.monitoring.period.end
    sheets = kept_sheets(ground.workspace, ground.settings)
    return [
        sheet for sheet in sheets if sheet.end < current and sheet.end.isoformat() not in issued
    ]
