"""A copy of a template in which each fault is a comment of Word's at its place."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph

from letters_gen.errors import InputError, Place
from letters_gen.office.files import read_file
from letters_gen.word.names import CONTENT_TYPES, MAIN_KINDS

_AUTHOR, _INITIALS = "letters-gen", "lg"
_STYLES = ("CommentReference", "CommentText")
_MAIN = "word/document.xml"


@dataclass(frozen=True)
class Remark:
    """What is to be said, and where."""

    place: Place | None
    text: str


def marked(path: Path, remarks: Iterable[Remark]) -> bytes:
    """The document at `path` with `remarks` as comments, each at its paragraph; what stands
    nowhere in the body, where Word has comments only, at the first.

    Raises:
        InputError: `template-not-marked`: it is too damaged to be opened; what `read_file` tells.
    """
    document = _opened(path)
    paragraphs = list(document.element.iter(qn("w:p")))
    if not paragraphs:
        paragraphs = [document.add_paragraph()._p]
    for remark in remarks:
        paragraph = Paragraph(_paragraph(remark.place, paragraphs), document)
        runs = list(paragraph.runs) or [paragraph.add_run()]
        document.add_comment(runs, remark.text, _AUTHOR, _INITIALS)
    _drop_lost_styles(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _drop_lost_styles(document: Document) -> None:
    """python-docx gives comments Word's own styles, which a document needn't have."""
    known = {style.style_id for style in document.styles}
    for root in (document.element, document.part._comments_part.element):
        for use in root.xpath("//w:rStyle | //w:pStyle"):
            if use.val in _STYLES and use.val not in known:
                use.getparent().remove(use)


def _opened(path: Path) -> Document:
    """The document as python-docx opens it, a template (.dotx) too."""
    raw = read_file(path)
    try:
        document: Document = docx.Document(BytesIO(_as_document(raw)))
    except Exception as error:  # python-docx raises whatever it stumbles over
        raise InputError("template-not-marked", Place(file=path.name)) from error
    return document


def _as_document(raw: bytes) -> bytes:
    """The package of a template as that of a document, which alone python-docx opens."""
    document, template = (kind.encode() for kind in MAIN_KINDS)
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(raw)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == CONTENT_TYPES:
                content = content.replace(template, document)
            target.writestr(name, content)
    return buffer.getvalue()


def _paragraph(place: Place | None, paragraphs: Sequence[CT_P]) -> CT_P:
    """The paragraph of a place: by its number where its text fits, else by its text."""
    if place is None or place.part not in (None, _MAIN):
        return paragraphs[0]
    wanted = place.text or ""
    numbered = paragraphs[place.paragraph - 1 : place.paragraph] if place.paragraph else []
    for paragraph in (*numbered, *paragraphs):
        if wanted and _text(paragraph).startswith(wanted):
            return paragraph
    return numbered[0] if numbered else paragraphs[0]


def _text(paragraph: CT_P) -> str:
    """The text of a paragraph, as the places of tags have it."""
    return "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
