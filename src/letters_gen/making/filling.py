"""A letter and its appendices as bytes, under the number and date that it bears."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from letters_gen.documents.batch import Batch
from letters_gen.documents.filters import filters_of
from letters_gen.documents.letter import Letter, own_fields
from letters_gen.documents.mark import appendix_mark, appendix_title
from letters_gen.documents.own_school import SchoolWords
from letters_gen.documents.vocabulary import vocabulary
from letters_gen.errors import InputError, Place
from letters_gen.making.document import Document
from letters_gen.model.field import FieldValues
from letters_gen.model.settings import DocumentType, Settings
from letters_gen.office.files import unreadable
from letters_gen.office.workspace import Workspace
from letters_gen.templating import CompiledTemplate, Picture, compile_template


@dataclass(frozen=True)
class Forms:
    """What letters are filled into: compiled templates and their SHA-256 by file name, the emblem
    where one is set.
    """

    templates: Mapping[str, CompiledTemplate]
    digests: Mapping[str, str]
    emblem: Picture | None


def prepared_forms(
    workspace: Workspace,
    settings: Settings,
    kinds: Iterable[DocumentType],
    shared: FieldValues | None = None,
) -> Forms:
    """The templates of `kinds` and of their appendices, compiled and checked, and the office's
    emblem.

    Args:
        shared: the fields that all letters will have alike (`common_fields`), put in once.

    Raises:
        InputError: a template with a fault; `deadline-unset`; `no-such-file`: a template or an
            emblem that isn't there.
    """
    templates: dict[str, CompiledTemplate] = {}
    emblem = _emblem(workspace.root, settings.office.emblem)
    known = _with_emblem(shared, emblem) if shared else None
    filters = filters_of(settings.office)
    for kind in kinds:
        fields = [field.name for field in vocabulary(settings, kind.each, kind.sheet)]
        for name in (kind.template, *kind.appendices):
            if PurePosixPath(name).suffix != ".xlsx":
                templates[name] = compile_template(
                    workspace.templates / name, fields, filters, known
                )
                _refuse_deadline(kind, templates[name])
    digests = {
        name: hashlib.sha256((workspace.templates / name).read_bytes()).hexdigest()
        for name in templates
    }
    return Forms(templates, digests, emblem)


def _refuse_deadline(kind: DocumentType, template: CompiledTemplate) -> None:
    """A template that names a deadline needs a type that sets one."""
    words = (
        word
        for part in template.parts
        for tag in part.source.tags
        for word in re.findall(r"[\w.]+", tag.body)
    )
    if not kind.deadline and "письмо.срок" in words:
        raise InputError(
            "deadline-unset", Place(file=template.file), key=f"types.{kind.key}.deadline"
        )


def _emblem(root: Path, name: str) -> Picture | None:
    if not name:
        return None
    try:
        return Picture((root / name).read_bytes())
    except OSError as error:
        raise unreadable(root / name, error).at(Place(file=name)) from error


def _with_emblem(common: FieldValues, emblem: Picture | None) -> FieldValues:
    return {**common, "учреждение": {**common["учреждение"], "эмблема": emblem}}


class Filling:
    """Fills the letters of one batch.

    Args:
        common: what they have alike, put into words once (`common_fields`).
    """

    def __init__(self, batch: Batch, common: FieldValues, forms: Forms) -> None:
        self._forms = forms
        self._type = batch.type
        self._words = SchoolWords(batch.settings, batch.matter.week)
        self._common = _with_emblem(common, forms.emblem)

    def files(self, letter: Letter, document: Document) -> Iterator[tuple[str, bytes]]:
        """The finished files of `letter` with their paths: the document first, then its appendices.

        Raises:
            InputError: a template that can't be filled (see `templating`).
        """
        fields = {**self._common, **own_fields(letter, self._words, document.number, document.day)}
        templates = self._forms.templates
        assert document.path is not None
        yield document.path, templates[self._type.template].render(fields)
        for name, path in zip(self._type.appendices, document.appendices, strict=True):
            if PurePosixPath(name).suffix == ".xlsx":
                yield path, _workbook(letter, document)
            else:
                yield path, templates[name].render(fields)


def _workbook(letter: Letter, document: Document) -> bytes:
    # Notices have no workbook, and need not wait for XlsxWriter.
    from letters_gen.outputs.tables import findings_table, schools_table
    from letters_gen.outputs.workbook import appendix_workbook

    batch, week = letter.batch, letter.batch.matter.week
    assert week is not None  # the settings refuse a workbook without a sheet
    mark = appendix_mark(batch.settings, batch.type, document.number, document.day)
    title = appendix_title(week.monitoring.period)
    own = replace(week.monitoring, rows=letter.rows)
    schools = schools_table(title, own, letter.findings, batch.settings)
    return appendix_workbook(mark, [schools, findings_table(letter.findings)])
