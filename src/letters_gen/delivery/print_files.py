"""The documents of a batch in files to print: volumes with a cover that lists what is in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from letters_gen.documents.filenames import document_stem, number_mark
from letters_gen.documents.filters import filters_of
from letters_gen.documents.letter import common_fields
from letters_gen.documents.print_cover import TEMPLATE, Listed, cover_fields
from letters_gen.documents.vocabulary import cover_vocabulary
from letters_gen.errors import DamageError, Place
from letters_gen.issuing.plan import Plan
from letters_gen.making.document import Document
from letters_gen.model.settings import Settings
from letters_gen.office.files import write_file
from letters_gen.office.workspace import Workspace
from letters_gen.outputs.print_file import bookmark, kinship, print_file
from letters_gen.templating import CompiledTemplate, compile_template

_PRINTED = ("issued", "sent")
_FOLDER = "print"


def cover_template(workspace: Workspace, settings: Settings) -> CompiledTemplate:
    """The cover of the print files, compiled; checked like this before a number is taken.

    Raises:
        InputError: it has a fault, or isn't there.
    """
    fields = [field.name for field in cover_vocabulary()]
    return compile_template(workspace.templates / TEMPLATE, fields, filters_of(settings.office))


def print_files(
    plan: Plan, documents: Iterable[Document], cover: CompiledTemplate
) -> Iterator[str]:
    """Write the print files of `documents`, those that stand; their paths in the workspace, each as
    it is written.

    A volume holds `print_volume` documents at most, all made with the same state of their template.

    Raises:
        DamageError: `issued-file-missing`.
        InputError: `print-damaged`; what `files.write_file` tells.
    """
    workspace, size = plan.survey.workspace, plan.survey.settings.office.print_volume
    common = common_fields(plan.letter)
    standing = (document for document in documents if document.path and document.state in _PRINTED)
    volumes = list(_volumes(sorted(standing, key=_in_order), workspace, size))
    for number, volume in enumerate(volumes, 1):
        listed = [
            Listed(document.number, document.school or document.addressee, bookmark(position))
            for position, document in enumerate(volume, 1)
        ]
        first = cover.render({**common, **cover_fields(listed, number, len(volumes))})
        content = print_file(first, (_path(workspace, document) for document in volume))
        path = _place(workspace, plan.type.title, volume)
        write_file(path, content)
        yield workspace.relative(path)


def former_print_files(plan: Plan, written: Collection[str]) -> list[str]:
    """Print files beside those `written` that begin with a document of this batch: made earlier, of
    another size.
    """
    workspace = plan.survey.workspace
    marks = [number_mark(document.number) for document in plan.documents()]
    firsts = tuple(f"{mark}{sign}" for mark in marks for sign in "– ")
    found = (
        path
        for year in sorted(plan.years)
        for path in sorted((workspace.year(year) / _FOLDER).glob("*.docx"))
    )
    paths = [workspace.relative(path) for path in found if path.stem.startswith(firsts)]
    return [path for path in paths if path not in written]


def _in_order(document: Document) -> tuple[int, list[int]]:
    """Documents by their numbers: a new edition stands in the batch where the school does, its
    number is later.
    """
    return document.day.year, [int(digits) for digits in re.findall("[0-9]+", document.number)]


def _volumes(
    documents: Iterable[Document], workspace: Workspace, size: int
) -> Iterator[list[Document]]:
    volume: list[Document] = []
    kin = ""
    for document in documents:
        own = kinship(_path(workspace, document))
        if volume and (len(volume) == size or own != kin):
            yield volume
            volume = []
        volume.append(document)
        kin = own
    if volume:
        yield volume


def _path(workspace: Workspace, document: Document) -> Path:
    assert document.path is not None
    path = workspace.root / document.path
    if not path.exists():
        raise DamageError("issued-file-missing", Place(file=document.path), number=document.number)
    return path


def _place(workspace: Workspace, title: str, volume: list[Document]) -> Path:
    """`letters/2023/print/01-16_219–01-16_240 Уведомление.docx`."""
    first, last = volume[0], volume[-1]
    numbers = first.number if first is last else f"{first.number}–{last.number}"
    return workspace.year(first.day.year) / _FOLDER / f"{document_stem(numbers, title)}.docx"
