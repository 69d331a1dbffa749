"""A letter, opened to be changed: its paragraphs as text, and tags in the place of their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from letters_gen.errors import InputError, Place, together
from letters_gen.issuing.tagging.plain import Plain, plain
from letters_gen.office.files import read_file
from letters_gen.templating.opening import open_template
from letters_gen.templating.stray_tags import filled_parts
from letters_gen.word.elements import made, remove
from letters_gen.word.order import in_order
from letters_gen.word.package import Package

_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
}
_FIELD, _FIELD_MARK = qn("w:fldSimple"), qn("w:fldChar")
_DEPTHS = {"begin": 1, "end": -1}
_TEXT, _RUN, _PARAGRAPH = qn("w:t"), qn("w:r"), qn("w:p")
_TAG_LIKE = re.compile(r"\{[{%#]")
# A brace that begins no tag, whatever comes to stand behind it.
_BRACE = '{{ "{" }}'
_OPENED = ("header+xml", "footer+xml")
_CODES = {
    "not-a-template": "letter-no-document",
    "template-old-format": "letter-old-format",
    "template-encrypted": "letter-encrypted",
    "template-damaged": "letter-damaged",
}


@dataclass(frozen=True)
class Tagged:
    """A value of the letter that has become a tag; `paragraph` counts from 1."""

    paragraph: int
    text: str
    tag: str


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

    def insert(self, at: int, tag: str) -> None:
        """Put `tag` where nothing stands: before the sign at a place, behind the last one."""
        begun = 0
        for node, text in list(self._pieces()):
            if node.tag == _TEXT and begun <= at <= begun + len(text):
                self._write(node, text[: at - begun] + tag + text[at - begun :])
                return
            begun += len(text)
        written = made("t")
        runs = self.element.findall(_RUN)
        if not runs:
            runs = [made("r")]
            self.element.append(runs[0])
        runs[-1].append(written)
        self._write(written, tag)

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

    def keep_braces(self) -> None:
        """Let braces that the letter itself has stay what they are, and begin no tag."""
        for passage in self.passages:
            for match in reversed(list(re.finditer(r"\{", passage.text))):
                passage.put(*match.span(), _BRACE)

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
            `letter-protected`, `letter-damaged`, `letter-like-tag`; `no-such-file` and whatever
            else stops a template (see `open_template`).
    """
    if not path.is_file():
        raise InputError("no-such-file", Place(file=str(path)))
    try:
        package = open_template(path)
    except InputError as error:
        raise error.named(_CODES[error.code]) if error.code in _CODES else error from error
    _refuse_tags(package)
    try:
        document = docx.Document(BytesIO(read_file(path)))
    except Exception as error:  # python-docx raises whatever it stumbles over
        raise InputError("letter-damaged", Place(file=path.name)) from error
    if _is_protected(document):
        raise InputError("letter-protected", Place(file=path.name))
    return OpenedLetter(path, document)


def _refuse_tags(package: Package) -> None:
    """Raises InputError `letter-like-tag`, all of them, where a part besides the body, headers and
    footers (as notes, the document's title) has what a template would fill.
    """
    faults = []
    for part in filled_parts(package):
        if part == package.main or package.kind(part).endswith(_OPENED):
            continue
        for number, text in enumerate(_texts(package.root(part)), 1):
            if _TAG_LIKE.search(text):
                place = Place(file=package.file, part=part, paragraph=number, text=text)
                faults.append(InputError("letter-like-tag", place))
    if faults:
        raise together(faults)


def _texts(root: etree._Element) -> Iterator[str]:
    """What a part says, paragraph by paragraph; one without any, all of it."""
    for element in (
        root.iter(_PARAGRAPH) if next(root.iter(_PARAGRAPH), None) is not None else [root]
    ):
        yield "".join(str(text) for text in element.itertext())


def _is_protected(document: Document) -> bool:
    """Whether it may be read, and not changed («Ограничить редактирование»)."""
    for mark in document.settings.element.iter(qn("w:documentProtection")):
        if mark.get(qn("w:enforcement"), "0") in ("1", "true", "on"):
            return True
    return False
