"""A letter and its appendices as bytes, under the number and date that it bears."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from letters_gen.documents.letter import Letter, letter_fields
from letters_gen.documents.mark import appendix_mark, appendix_title
from letters_gen.issuing.document import Document
from letters_gen.outputs.tables import findings_table, schools_table
from letters_gen.outputs.workbook import appendix_workbook
from letters_gen.templating import CompiledTemplate


def filled_files(letter: Letter, templates: Mapping[str, CompiledTemplate], document: Document) -> dict[str, bytes]:
    """The finished files by their paths: the document first, then its appendices.

    Raises:
        InputError: a template that can't be filled (see `templating`).
    """
    fields = letter_fields(letter, document.number, document.day)
    files = {document.path: templates[letter.type.template].render(fields)}
    for name, path in zip(letter.type.appendices, document.appendices, strict=True):
        if PurePosixPath(name).suffix == ".xlsx":
            files[path] = _workbook(letter, document)
        else:
            files[path] = templates[name].render(fields)
    return files


def _workbook(letter: Letter, document: Document) -> bytes:
    mark = appendix_mark(letter.settings, letter.type, document.number, document.day)
    title = appendix_title(letter.monitoring.period)
    schools = schools_table(title, letter.monitoring, letter.findings, letter.settings)
    return appendix_workbook(mark, [schools, findings_table(letter.findings)])
