"""A letter and its appendices as bytes, under the number and date that it bears."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from letters_gen.documents.filters import FILTERS
from letters_gen.documents.letter import Letter, letter_fields
from letters_gen.documents.mark import appendix_mark, appendix_title
from letters_gen.documents.vocabulary import vocabulary
from letters_gen.errors import InputError, Place
from letters_gen.issuing.document import Document
from letters_gen.model.settings import DocumentType, Settings
from letters_gen.office.workspace import Workspace
from letters_gen.outputs.tables import findings_table, schools_table
from letters_gen.outputs.workbook import appendix_workbook
from letters_gen.templating import CompiledTemplate, Picture, compile_template


@dataclass(frozen=True)
class Forms:
    """What a letter is filled into: compiled templates by their file names, and the emblem where one is set."""

    templates: Mapping[str, CompiledTemplate]
    emblem: Picture | None


def prepared_forms(workspace: Workspace, settings: Settings, kinds: Iterable[DocumentType]) -> Forms:
    """The templates of `kinds` and of their appendices, compiled and checked, and the office's emblem.

    Raises:
        InputError: a template with a fault; `no-such-file` for a template or an emblem that isn't there.
    """
    fields = [field.name for field in vocabulary(settings)]
    named = [name for kind in kinds for name in (kind.template, *kind.appendices)]
    names = dict.fromkeys(name for name in named if PurePosixPath(name).suffix != ".xlsx")
    templates = {name: compile_template(workspace.templates / name, fields, FILTERS) for name in names}
    return Forms(templates, _emblem(workspace.root, settings.office.emblem))


def _emblem(root: Path, name: str) -> Picture | None:
    if not name:
        return None
    try:
        return Picture((root / name).read_bytes())
    except OSError as error:
        raise InputError("no-such-file", Place(file=name)) from error


def filled_files(
    letter: Letter, forms: Forms, document: Document, dropped: list[str] | None = None
) -> dict[str, bytes]:
    """The finished files by their paths: the document first, then its appendices.

    Args:
        dropped: takes the texts that held characters which no document can hold.

    Raises:
        InputError: a template that can't be filled (see `templating`).
    """
    fields = letter_fields(letter, document.number, document.day)
    fields["учреждение"]["эмблема"] = forms.emblem
    files = {document.path: forms.templates[letter.type.template].render(fields, dropped)}
    for name, path in zip(letter.type.appendices, document.appendices, strict=True):
        if PurePosixPath(name).suffix == ".xlsx":
            files[path] = _workbook(letter, document)
        else:
            files[path] = forms.templates[name].render(fields, dropped)
    return files


def _workbook(letter: Letter, document: Document) -> bytes:
    mark = appendix_mark(letter.settings, letter.type, document.number, document.day)
    title = appendix_title(letter.monitoring.period)
    schools = schools_table(title, letter.monitoring, letter.findings, letter.settings)
    return appendix_workbook(mark, [schools, findings_table(letter.findings)])
