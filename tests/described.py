"""A document's paragraphs as the golden files write them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from docx.shared import Pt
from docx.text.paragraph import Paragraph

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def inherited(paragraph: Paragraph, look: Callable[[Any], Any]) -> Any:
    """What the paragraph's style, or the nearest style that it is based on, says."""
    style: Any = paragraph.style
    while style is not None and look(style) is None:
        style = style.base_style
    return None if style is None else look(style)


def described(paragraph: Paragraph, number: int | None) -> str:
    """A paragraph as the golden file writes it: alignment, bold, small, its number, its text."""
    alignment = inherited(paragraph, lambda style: style.paragraph_format.alignment)
    names = {None: "left", 0: "left", 1: "center", 2: "right", 3: "both"}
    words = [names[alignment]]
    words += ["bold"] if inherited(paragraph, lambda style: style.font.bold) else []
    size = inherited(paragraph, lambda style: style.font.size)
    words += ["small"] if size is not None and size < Pt(12) else []
    words += [f"{number}."] if number else []
    return f"{' '.join(words)} | {' '.join(paragraph.text.split())}"


def is_clause(paragraph: Paragraph) -> bool:
    """Whether Word itself numbers the paragraph."""
    return bool(
        inherited(paragraph, lambda style: style.element.find(f"{W}pPr/{W}numPr")) is not None
    )


def all_described(document: Any) -> Iterator[str]:
    number = 0
    for paragraph in document.paragraphs:
        number += is_clause(paragraph)
        yield described(paragraph, number if is_clause(paragraph) else None)
