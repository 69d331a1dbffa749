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
from typing import Any

from letters_gen.compliance import row_findings
from letters_gen.documents.letter import Letter, common_fields
from letters_gen.errors import InputError, Place
from letters_gen.making.document import Document, planned_document
from letters_gen.making.filling import Filling, Forms, prepared_forms
from letters_gen.model.entry import IssuedFile
from letters_gen.model.monitoring import Row
from letters_gen.office.placing import place_files, set_aside
from letters_gen.office.workspace import Workspace


@dataclass(frozen=True, eq=False)
class Production:
    """What all documents of a batch have alike: sent to workers with every chunk, prepared there
    once.

    Attributes:
        letter: what they say, about no school yet.
        common: the fields that they have alike, in words.
        digests: the SHA-256 of the templates as they were when the plan was made.
        token: tells this batch from others.
    """

    workspace: Workspace
    letter: Letter
    common: Mapping[str, Any]
    digests: Mapping[str, str]
    token: str = field(default_factory=lambda: uuid.uuid4().hex)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Production) and self.token == other.token

    def __hash__(self) -> int:
        return hash(self.token)


def production_of(workspace: Workspace, letter: Letter, forms: Forms) -> Production:
    """The production of the documents that `letter` is the pattern of.

    Letters about one school each need no other school's row, save where an appendix lists them all.
    """
    common = common_fields(letter)
    lists_all = not letter.type.is_for_schools or any(
        name.endswith(".xlsx") for name in letter.type.appendices
    )
    pattern = (
        letter
        if lists_all
        else replace(letter, monitoring=replace(letter.monitoring, rows=()), findings=())
    )
    return Production(workspace, pattern, common, forms.digests)


@dataclass(frozen=True, slots=True)
class Order:
    """One document to be made: what it says for itself, and what the register has given it.

    Its findings follow from its row: judging again takes less than sending them.

    Attributes:
        former: the files of a correction's former document, which make way.
    """

    row: Row | None
    addressee: str
    number: str
    day: date
    former: tuple[IssuedFile, ...]


def order_of(letter: Letter, number: str, day: date, former: tuple[IssuedFile, ...] = ()) -> Order:
    """The order of one document of the batch, under the number and date that the register has given
    it.
    """
    return Order(letter.row, letter.addressee, number, day, former)


def prepare(production: Production) -> None:
    """Compile the templates of a batch before its first chunk comes; raises as `produced`."""
    _filling(production)


def produced(production: Production, orders: Sequence[Order]) -> list[list[IssuedFile]]:
    """Make the documents of one chunk; of each the files as they now stand, in the chunk's order.

    Raises:
        InputError: `file-unwritable`, `template-changed`, or what a template can't be filled with;
            the documents that this leaves unfinished stay reserved, and the next run goes on from
            there.
    """
    workspace, filling = production.workspace, _filling(production)
    letters = [_letter(production.letter, order) for order in orders]
    planned = [
        planned_document(workspace, letter, order.number, order.day)
        for letter, order in zip(letters, orders, strict=True)
    ]
    sizes: list[int] = []

    def contents() -> Iterator[tuple[str, bytes]]:
        for letter, document in zip(letters, planned, strict=True):
            for path, content in filling.files(letter, document):
                sizes.append(len(content))
                yield f"{workspace.root}/{path}", content

    replaced = workspace.replaced(orders[0].day.year)
    for order in orders:
        for file in order.former:
            set_aside(workspace.root / file.path, replaced, file.sha256)
    digests = place_files(contents(), replaced)
    written = iter(zip(digests, sizes, strict=True))
    return [
        [IssuedFile(role, path, *next(written)) for role, path in _roles(document)]
        for document in planned
    ]


def _letter(pattern: Letter, order: Order) -> Letter:
    if order.row is None:
        return pattern
    findings = row_findings(order.row, pattern.settings.indicators.values())
    return pattern.addressed(order.row, tuple(findings), order.addressee)


def _roles(document: Document) -> Iterator[tuple[str, str]]:
    assert document.path is not None
    yield "document", document.path
    yield from (("appendix", path) for path in document.appendices)


@lru_cache(1)
def _filling(production: Production) -> Filling:
    """The templates of a batch, compiled once in each process.

    Raises:
        InputError: `template-changed`: a template isn't what the plan was made with.
    """
    letter = production.letter
    forms = prepared_forms(production.workspace, letter.settings, [letter.type], production.common)
    for name, digest in forms.digests.items():
        if production.digests[name] != digest:
            raise InputError("template-changed", Place(file=name))
    return Filling(letter, production.common, forms)
