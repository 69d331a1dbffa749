"""A letter and its appendices as bytes, under the number and date that it bears."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath

from letters_gen.documents.batch import Batch
from letters_gen.documents.fields import Group, asked_groups, field_names, fields_of
from letters_gen.documents.filters import filters_of
from letters_gen.documents.letter import Letter
from letters_gen.documents.letter_fields import NumberedLetter
from letters_gen.documents.mark import appendix_mark, appendix_title
from letters_gen.documents.vocabulary import vocabulary_of
from letters_gen.errors import InputError, Place
from letters_gen.making.document import Document
from letters_gen.model.document_code import DocumentCode
from letters_gen.model.field import FieldValues
from letters_gen.model.settings import DocumentType, Settings
from letters_gen.office.files import read_file, unreadable
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

    @property
    def names(self) -> frozenset[str]:
        """The fields that the templates name (see `CompiledTemplate.names`)."""
        return frozenset[str]().union(*(one.names for one in self.templates.values()))


def prepared_forms(
    workspace: Workspace,
    settings: Settings,
    kinds: Iterable[DocumentType],
    batch: Batch | None = None,
) -> Forms:
    """The templates of `kinds` and of their appendices, compiled and checked, and the office's
    emblem.

    Args:
        batch: whose common fields are put in once.

    Raises:
        InputError: a template with a fault; `deadline-unset`; `no-such-file`: a template or an
            emblem that isn't there.
    """
    templates: dict[str, CompiledTemplate] = {}
    emblem = _emblem(workspace.root, settings.office.emblem)
    filters = filters_of(settings.office, settings.forms)
    for kind in kinds:
        known = vocabulary_of(kind, settings, emblem)
        names = field_names(known.groups)
        shared = partial(_named, known.common, batch)
        for name in (kind.template, *kind.appendices, *kind.enclosures):
            if PurePosixPath(name).suffix != ".xlsx":
                templates[name] = compile_template(
                    workspace.templates / name, names, filters, shared
                )
                _refuse_deadline(kind, templates[name])
        _refuse_lacking(kind, templates[kind.template])
    digests = {name: _digest(workspace, name) for name in templates}
    return Forms(templates, digests, emblem)


def _digest(workspace: Workspace, name: str) -> str:
    return hashlib.sha256(read_file(workspace.templates / name)).hexdigest()


def refuse_changed(workspace: Workspace, forms: Forms) -> None:
    """Raises InputError `template-changed`: a template isn't any more what `forms` was made of."""
    for name, digest in forms.digests.items():
        if _digest(workspace, name) != digest:
            raise InputError("template-changed", Place(file=name))


def _named(
    groups: Iterable[Group[Batch]], batch: Batch | None, names: Collection[str]
) -> FieldValues:
    """What templates name of the fields that all documents of a batch have alike; nothing where
    there is no batch yet.
    """
    if batch is None:
        return {}
    return fields_of(asked_groups(groups, names), batch)


def _refuse_deadline(kind: DocumentType, template: CompiledTemplate) -> None:
    """A template that names a deadline needs a type that sets one."""
    if not (kind.deadline or kind.is_due_by_basis) and "письмо.срок" in template.names:
        raise InputError(
            "deadline-unset", Place(file=template.file), key=f"types.{kind.key}.deadline"
        )


# What the template of a kind can't do without.
_NEEDED = {"order": "письмо.номер", "overdue": "напоминаем"}
_CODE = "письмо.код"


def _refuse_lacking(kind: DocumentType, template: CompiledTemplate) -> None:
    """An order bears its number, a reminder says what it reminds of; a code has its place."""
    place = Place(file=template.file)
    for of in (kind.form, kind.schools):
        if of in _NEEDED and _NEEDED[of] not in template.names:
            raise InputError("template-lacks", place, field=_NEEDED[of])
    if not kind.code:
        return
    stand_ins = [one for one in template.pictures if one.name == _CODE]
    if not stand_ins:
        raise InputError("template-lacks-code", place, key=f"types.{kind.key}.code", field=_CODE)
    for one in stand_ins:
        found = one.member.rpartition(".")[2].lower()
        if found != "png":
            raise InputError("picture-kind", place, field=_CODE, found="png", wanted=found)


def _emblem(root: Path, name: str) -> Picture | None:
    if not name:
        return None
    try:
        return Picture((root / name).read_bytes())
    except OSError as error:
        raise unreadable(root / name, error).at(Place(file=name)) from error


class Filling:
    """Fills the letters of one batch; what these have alike is put into words once."""

    def __init__(self, batch: Batch, forms: Forms) -> None:
        self._forms = forms
        self._type = batch.type
        known = vocabulary_of(batch.type, batch.settings, forms.emblem)
        names = forms.names
        self._own = asked_groups(known.own, names)
        self._common = _named(known.common, batch, names)

    def files(self, letter: Letter, document: Document) -> Iterator[tuple[str, bytes]]:
        """The finished files of `letter` with their paths: the document first, then its appendices
        and what is filed with it.

        Raises:
            InputError: a template that can't be filled (see `templating`).
        """
        code = self._code(letter, document)
        numbered = NumberedLetter(letter, document.number, document.day, code)
        fields = {**self._common, **fields_of(self._own, numbered)}
        templates = self._forms.templates
        assert document.path is not None
        yield document.path, templates[self._type.template].render(fields)
        for name, path in zip(self._type.appendices, document.appendices, strict=True):
            if PurePosixPath(name).suffix == ".xlsx":
                yield path, _workbook(letter, document)
            else:
                yield path, templates[name].render(fields)
        for name, path in zip(self._type.enclosures, document.enclosures, strict=True):
            yield path, templates[name].render(fields)

    def _code(self, letter: Letter, document: Document) -> Picture | None:
        """The document's code: of a draft a stand-in that says so; None where it has none."""
        if not document.number and self._type.code:
            from letters_gen.outputs.draft_mark import MARK

            return _drawn_code(MARK)
        if not letter.token:
            return None
        name = letter.batch.settings.office.short_name
        code = DocumentCode(name, document.number, document.day, letter.token)
        return _drawn_code(code.text)


@lru_cache(1)
def _drawn_code(text: str) -> Picture:
    # Few kinds of document have codes; the others need not wait for segno.
    from letters_gen.outputs.code_picture import code_picture

    return Picture(code_picture(text))


def _workbook(letter: Letter, document: Document) -> bytes:
    # Notices have no workbook, and need not wait for XlsxWriter.
    from letters_gen.outputs.draft_mark import MARK
    from letters_gen.outputs.tables import findings_table, schools_table
    from letters_gen.outputs.workbook import appendix_workbook

    batch, week = letter.batch, letter.batch.matter.week
    assert week is not None  # the settings refuse a workbook without a sheet
    mark = appendix_mark(batch.settings, batch.type, document.number, document.day)
    title = appendix_title(batch.settings, week.monitoring.period)
    own = replace(week.monitoring, rows=letter.rows)
    schools = schools_table(title, own, letter.findings, batch.settings)
    above = "" if document.number else MARK
    return appendix_workbook(mark, [schools, findings_table(letter.findings)], above)
