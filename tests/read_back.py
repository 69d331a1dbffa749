"""What can be read back from a finished document, and from its pages as they are printed."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import docx
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(document: Path | bytes) -> Any:
    """The document as python-docx reads it."""
    return docx.Document(io.BytesIO(document) if isinstance(document, bytes) else str(document))


def text_of(document: Path | bytes) -> str:
    """All text, tables after the paragraphs, with plain spaces."""
    read = opened(document)
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in read.paragraphs), *cells])
    return text.replace("\N{NO-BREAK SPACE}", " ")


def paragraphs(document: Path | bytes) -> list[str]:
    """The paragraphs of the body, tables left out, as they are."""
    return [paragraph.text for paragraph in opened(document).paragraphs]


def lines(document: Path | bytes) -> list[str]:
    """All paragraphs that say anything in their order, those of tables too, white space made
    plain.
    """
    body = opened(document).element.body
    return [text for one in body.iter(f"{W}p") if (text := _plain_text(one))]


def _plain_text(paragraph: etree._Element) -> str:
    return re.sub(r"\s+", " ", "".join(node.text or "" for node in paragraph.iter(f"{W}t"))).strip()


def rows(document: Path | bytes, number: int = 0) -> list[list[str]]:
    """The texts of a table's cells."""
    return [[cell.text for cell in row.cells] for row in opened(document).tables[number].rows]


def part_of(document: bytes, name: str = "word/document.xml") -> str:
    """A part of the document's package."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read(name).decode()


def pages_of(pdf: Path) -> Sequence[str]:
    """The texts of a PDF's pages."""
    command = ["pdftotext", "-layout", pdf, "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return text.removesuffix("\f").split("\f")


def inherited(paragraph: Paragraph, look: Callable[[Any], Any]) -> Any:
    """What the paragraph's style, or the nearest style that it is based on, says."""
    style: Any = paragraph.style
    while style is not None and look(style) is None:
        style = style.base_style
    return None if style is None else look(style)


def described(paragraph: Paragraph, number: str) -> str:
    """A paragraph as the golden file writes it: alignment, bold, small, its number, its text."""
    alignment = inherited(paragraph, lambda style: style.paragraph_format.alignment)
    names = {None: "left", 0: "left", 1: "center", 2: "right", 3: "both"}
    words = [names[alignment]]
    words += ["bold"] if inherited(paragraph, lambda style: style.font.bold) else []
    size = inherited(paragraph, lambda style: style.font.size)
    words += ["small"] if size is not None and size < Pt(12) else []
    words += [number] if number else []
    return f"{' '.join(words)} | {' '.join(paragraph.text.split())}"


def clause_level(paragraph: Paragraph) -> int | None:
    """On which level Word itself numbers the paragraph, from 0; None where it doesn't."""
    numbered = inherited(paragraph, lambda style: style.element.find(f"{W}pPr/{W}numPr"))
    if numbered is None:
        return None
    level = numbered.find(f"{W}ilvl")
    return 0 if level is None else int(level.get(f"{W}val"))


def all_described(document: Any) -> Iterator[str]:
    """A document's paragraphs as the golden files write them."""
    reached: list[int] = []
    for paragraph in document.paragraphs:
        level = clause_level(paragraph)
        if level is None:
            yield described(paragraph, "")
            continue
        last = reached[level] if level < len(reached) else 0
        reached = [*reached[:level], last + 1]
        yield described(paragraph, "".join(f"{number}." for number in reached))
