"""What a worker does: documents filled and written to their places, a chunk at a time; hashes come
back, not documents.

A chunk may be made twice (a worker died, a run was killed): equal documents are equal bytes and
take the same names.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from letters_gen.compliance import row_findings
from letters_gen.documents.batch import Batch
from letters_gen.documents.letter import Letter
from letters_gen.errors import InputError, Place
from letters_gen.making.document import Document, planned_document
from letters_gen.making.filling import Filling, Forms, prepared_forms
from letters_gen.model.entry import IssuedFile
from letters_gen.model.judgement import Finding
from letters_gen.model.monitoring import Row
from letters_gen.model.past import SchoolPast
from letters_gen.model.prior import Prior
from letters_gen.office.placing import place_files, set_aside
from letters_gen.office.workspace import Workspace


@dataclass(frozen=True, eq=False)
class BatchJob:
    """What the documents of a batch have alike: sent to workers with every chunk, prepared there
    once.

    Attributes:
        batch: without the rows of its week: each document is sent with its own.
        digests: the SHA-256 of the templates as they were when the plan was made.
        token: tells this batch from others.
    """

    workspace: Workspace
    batch: Batch
    digests: Mapping[str, str]
    token: str = field(default_factory=lambda: uuid.uuid4().hex)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BatchJob) and self.token == other.token

    def __hash__(self) -> int:
        return hash(self.token)


def batch_job(workspace: Workspace, batch: Batch, forms: Forms) -> BatchJob:
    """The job of making the documents of `batch` with `forms`."""
    return BatchJob(workspace, _without_rows(batch), forms.digests)


def _without_rows(batch: Batch) -> Batch:
    week = batch.matter.week
    if week is None:
        return batch
    # One paper about many schools is compared with the week before; it is made in one piece.
    nearest = None if batch.type.each else week.past.nearest
    past = replace(week.past, schools={}, nearest=nearest)
    bare = replace(week, monitoring=replace(week.monitoring, rows=()), findings=(), past=past)
    return replace(batch, matter=replace(batch.matter, week=bare))


@dataclass(frozen=True, slots=True)
class DocumentJob:
    """One document to be made: what it says for itself, and what the register has given it.

    Its findings follow from its rows: judging again takes less than sending them.

    Attributes:
        former: the files of a correction's former document, which make way.
        pasts, priors, instead_of, sheets, token: as of the letter.
    """

    rows: tuple[Row, ...]
    addressee: str
    number: str
    day: date
    former: tuple[IssuedFile, ...]
    pasts: Mapping[str, SchoolPast]
    priors: tuple[Prior, ...]
    instead_of: tuple[date, str] | None = None
    sheets: tuple[int, ...] = ()
    token: str = ""


def document_job(
    letter: Letter, number: str, day: date, former: tuple[IssuedFile, ...] = ()
) -> DocumentJob:
    """The job of making one letter, under the number and date that the register has given it."""
    return DocumentJob(
        letter.rows,
        letter.addressee,
        number,
        day,
        former,
        letter.pasts,
        letter.priors,
        letter.instead_of,
        letter.sheets,
        letter.token,
    )


def prepare(job: BatchJob) -> None:
    """Compile the templates of a batch before its first chunk comes; raises as `made`."""
    _filling(job)


def made(job: BatchJob, documents: Sequence[DocumentJob]) -> list[list[IssuedFile]]:
    """Make the documents of one chunk; of each the files as they now stand, in the chunk's order.

    Raises:
        InputError: `file-unwritable`, `template-changed`, or what a template can't be filled with;
            the documents that this leaves unfinished stay reserved, and the next run goes on from
            there.
    """
    workspace, filling = job.workspace, _filling(job)
    letters = [_letter(job.batch, document) for document in documents]
    planned = [
        planned_document(workspace, letter, document.number, document.day)
        for letter, document in zip(letters, documents, strict=True)
    ]
    sizes: list[int] = []

    def contents() -> Iterator[tuple[str, bytes]]:
        for letter, document in zip(letters, planned, strict=True):
            for path, content in filling.files(letter, document):
                sizes.append(len(content))
                yield f"{workspace.root}/{path}", content

    replaced = workspace.replaced(documents[0].day.year)
    for document in documents:
        for file in document.former:
            set_aside(workspace.root / file.path, replaced, file.sha256)
    digests = place_files(contents(), replaced, is_final=not job.batch.type.typed)
    written = iter(zip(digests, sizes, strict=True))
    return [
        [IssuedFile(role, path, *next(written)) for role, path in _roles(document)]
        for document in planned
    ]


def _letter(batch: Batch, document: DocumentJob) -> Letter:
    findings: list[Finding] = []
    if batch.matter.week:
        rules = list(batch.settings.indicators.values())
        for row in document.rows:
            findings += row_findings(row, rules)
    return Letter(
        batch,
        document.addressee,
        document.rows,
        tuple(findings),
        pasts=document.pasts,
        priors=document.priors,
        instead_of=document.instead_of,
        sheets=document.sheets,
        token=document.token,
    )


def _roles(document: Document) -> Iterator[tuple[str, str]]:
    assert document.path is not None
    yield "document", document.path
    yield from (("appendix", path) for path in document.appendices)
    yield from (("enclosure", path) for path in document.enclosures)


@lru_cache(1)
def _filling(job: BatchJob) -> Filling:
    """The templates of a batch, compiled once in each process.

    Raises:
        InputError: `template-changed`: a template isn't what the plan was made with.
    """
    batch = job.batch
    forms = prepared_forms(job.workspace, batch.settings, [batch.type], batch)
    for name, digest in forms.digests.items():
        if job.digests[name] != digest:
            raise InputError("template-changed", Place(file=name))
    return Filling(batch, forms)
