"""A letter, opened to be changed: its paragraphs as text, and tags in the place of their values."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from letters_gen.errors import InputError, Place
from letters_gen.issuing.tagging.plain import Plain, plain
from letters_gen.office.files import read_file
from letters_gen.templating.opening import open_template
from letters_gen.word.elements import remove
from letters_gen.word.order import in_order

_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
}
_FIELD, _FIELD_MARK = qn("w:fldSimple"), qn("w:fldChar")
_DEPTHS = {"begin": 1, "end": -1}
_TEXT, _RUN, _PARAGRAPH = qn("w:t"), qn("w:r"), qn("w:p")
_CODES = {
    "not-a-template": "letter-no-document",
    "template-old-format": "letter-old-format",
    "template-encrypted": "letter-encrypted",
    "template-damaged": "letter-damaged",
}


class Passage:
    """A paragraph: its text, and tags put into it; `number` is its place in the letter, from 1."""

    def __init__(self, element: etree._Element, number: int) -> None:
        self.element = element
        self.number = number

    @property
    def text(self) -> str:
        """What it says, tags included."""
        return "".join(text for _, text in self._pieces())

    @property
    def plain(self) -> Plain:
        """The same, as it is compared."""
        return plain(self.text)

    def said(self, start: int, end: int) -> str:
        """What it says between two places of its plain text, in one line; '' of nothing."""
        if start == end:
            return ""
        first, last = self.plain.span(start, end)
        return " ".join(self.text[first:last].split())

    def put(self, start: int, end: int, tag: str) -> None:
        """Put `tag` in the place of a part of the text, in the formatting of its first sign."""
        at, is_put = 0, False
        for node, text in list(self._pieces()):
            first, last = max(start - at, 0), min(end - at, len(text))
            at += len(text)
            if first >= last:
                continue
            self._write(node, text[:first] + ("" if is_put else tag) + text[last:])
            is_put = True

    def _pieces(self) -> Iterator[tuple[etree._Element, str]]:
        """Its signs in their order; what Word computes itself, as the number of the page, is none
        of them.
        """
        depth = 0
        for node in self.element.iter(_TEXT, _FIELD_MARK, *_SIGNS):
            # Tab stops are called as tabs are; a text box has paragraphs of its own.
            run, holder, *_ = node.iterancestors()
            if run.tag != _RUN or next(run.iterancestors(_PARAGRAPH)) is not self.element:
                continue
            if node.tag == _FIELD_MARK:
                depth += _DEPTHS.get(node.get(qn("w:fldCharType"), ""), 0)
            elif not depth and holder.tag != _FIELD:
                yield node, _SIGNS.get(str(node.tag)) or node.text or ""

    def _write(self, node: etree._Element, text: str) -> None:
        """The text in the place of the node's; a tab or a hyphen becomes text."""
        if node.tag != _TEXT:
            written = OxmlElement("w:t")
            node.addprevious(written)
            remove(node)
            node = written
        node.text = text
        node.set(qn("xml:space"), "preserve")


class OpenedLetter:
    """A letter of Word, as python-docx opens it; raises InputError (see `opened`)."""

    def __init__(self, path: Path, document: Document) -> None:
        self.file = path.name
        self._document = document
        self._numbers = {one: at for at, one in enumerate(self._paragraphs(), 1)}

    @property
    def body(self) -> etree._Element:
        """The body, where rows and paragraphs repeat."""
        body: etree._Element = self._document.element.body
        return body

    @property
    def passages(self) -> list[Passage]:
        """Its paragraphs that say anything, those of headers and footers behind the body's."""
        found = [self.passage(element) for element in self._paragraphs()]
        return [passage for passage in found if passage.plain.text]

    def passage(self, element: etree._Element) -> Passage:
        """One paragraph; one that the letter itself hasn't has the number 0."""
        return Passage(element, self._numbers.get(element, 0))

    def _paragraphs(self) -> Iterator[etree._Element]:
        yield from self.body.iter(_PARAGRAPH)
        for part in self._document.part.package.iter_parts():
            if part.partname.startswith(("/word/header", "/word/footer")) and hasattr(
                part, "element"
            ):
                yield from part.element.iter(_PARAGRAPH)

    def saved(self) -> bytes:
        """The file as it now stands; properties that other programs leave out of their order are
        put into it, for Word refuses such a template.
        """
        for properties in list(self.body.iter(qn("w:pPr"))):
            last = {child.tag: child for child in properties}
            properties[:] = in_order("pPr", list(last.values()))
        buffer = BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()


def opened(path: Path) -> OpenedLetter:
    """The letter at `path`.

    Raises:
        InputError: `letter-no-document`, `letter-old-format` (.doc), `letter-encrypted`,
            `letter-protected`, `letter-damaged`; `no-such-file` and whatever else stops a template
            (see `open_template`).
    """
    if not path.is_file():
        raise InputError("no-such-file", Place(file=str(path)))
    try:
        open_template(path)
    except InputError as error:
        raise error.named(_CODES[error.code]) if error.code in _CODES else error from error
    try:
        document = docx.Document(BytesIO(read_file(path)))
    except Exception as error:  # python-docx raises whatever it stumbles over
        raise InputError("letter-damaged", Place(file=path.name)) from error
    if _is_protected(document):
        raise InputError("letter-protected", Place(file=path.name))
    return OpenedLetter(path, document)


def _is_protected(document: Document) -> bool:
    """Whether it may be read, and not changed («Ограничить редактирование»)."""
    for mark in document.settings.element.iter(qn("w:documentProtection")):
        if mark.get(qn("w:enforcement"), "0") in ("1", "true", "on"):
            return True
    return False
