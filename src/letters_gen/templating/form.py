"""A template held against the rules of form: departures are notes, never errors (ГОСТ Р 7.0.97-2025
advises).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.parfmt import ParagraphFormat

from letters_gen.errors import Place
from letters_gen.model.oddity import Oddity
from letters_gen.russian.typography import typographic_faults
from letters_gen.word.package import Package
from letters_gen.word.reading import document_of

# Lengths in millimetres, sizes in points, spacing in lines.
_A4 = (210.0, 297.0)
_MARGINS = {"left": 20, "right": 10, "top": 20, "bottom": 20}
_SIZES = (12, 14)
_SPACING = (1.0, 1.5)
_SLACK = 0.2
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_DEFAULT_FACE = "w:docDefaults/w:rPrDefault/w:rPr/w:rFonts/@w:ascii"
_DEFAULT_SIZE = "w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val"
_DEFAULT_LINE = (
    "w:docDefaults/w:pPrDefault/w:pPr/w:spacing[not(@w:lineRule) or @w:lineRule='auto']/@w:line"
)
_LINE = 240


@dataclass(frozen=True)
class _Look:
    """What of a paragraph's look is measured: face, size in points, spacing in lines; None where
    nothing says it.
    """

    face: str | None
    size: float | None
    spacing: float | None


def form_notes(package: Package) -> Iterator[Oddity]:
    """Departures from the rules of form, with the paragraph where there is one.

    Codes: `form-paper`, `form-margin`, `form-faces`, `form-size`, `form-spacing`,
    `form-page-number`, and those of `russian.typography`.
    """
    document = document_of(package)
    for section in document.sections:
        yield from _page_notes(section, Place(file=package.file))
    yield from _type_notes(document, package.file)
    yield from _typography_notes(document, package.file)
    if not _numbers_pages(package):
        yield Oddity("form-page-number", Place(file=package.file))


def _page_notes(section: Section, place: Place) -> Iterator[Oddity]:
    """What departs in the paper and the margins of a section."""
    sides = (section.page_width, section.page_height)
    known = [side.mm for side in sides if side is not None]
    if not all(_is_near_a4(side) for side in known):
        yield Oddity("form-paper", place)
    margins = {
        "left": section.left_margin,
        "right": section.right_margin,
        "top": section.top_margin,
        "bottom": section.bottom_margin,
    }
    for side, wanted in _MARGINS.items():
        margin = margins[side]
        # A negative one holds its width too: the text may then run into the header.
        found = 0.0 if margin is None else abs(margin.mm)
        if found < wanted - _SLACK:
            yield Oddity(
                "form-margin", place, {"side": side, "found": round(found), "wanted": wanted}
            )


def _is_near_a4(side: float) -> bool:
    """Whether a side of the paper is one of A4's, upright or across."""
    return any(abs(side - wanted) <= _SLACK for wanted in _A4)


def _type_notes(document: Document, file: str) -> Iterator[Oddity]:
    """Faces, sizes and spacing of the text outside tables; each departure once, where it is first
    met.
    """
    defaults = _default_look(document)
    looks: dict[str, _Look] = {}
    faces: dict[str, None] = {}
    told: set[tuple[str, float]] = set()
    for number, paragraph in _paragraphs(document):
        look = _look(paragraph, defaults, looks)
        if look.face:
            faces[look.face] = None
        text = _text(paragraph)
        if not text.strip() or text.startswith("{%p") or _is_in_table(paragraph):
            continue
        for code, found in _departures(look):
            if (code, found) not in told:
                told.add((code, found))
                place = Place(file=file, paragraph=number, text=text)
                yield Oddity(code, place, {"found": found})
    if len(faces) > 1:
        yield Oddity("form-faces", Place(file=file), {"faces": list(faces)})


def _departures(look: _Look) -> Iterator[tuple[str, float]]:
    """The codes of what departs from the rules in a look, each with what was found; nothing where
    nobody says how large the text is.
    """
    least_size, largest_size = _SIZES
    closest, widest = _SPACING
    if look.size is not None and not least_size <= look.size <= largest_size:
        yield "form-size", look.size
    if look.spacing is not None and not closest <= look.spacing <= widest:
        yield "form-spacing", round(look.spacing, 2)


def _look(paragraph: Paragraph, defaults: _Look, looks: dict[str, _Look]) -> _Look:
    """The look of a paragraph: its own spacing, all else as its style has it; `looks` keeps those
    of the styles met so far.
    """
    style = paragraph.style
    look = defaults
    if style is not None:
        if style.style_id not in looks:
            looks[style.style_id] = _style_look(style, defaults)
        look = looks[style.style_id]
    spacing = _spacing(paragraph.paragraph_format)
    return _Look(look.face, look.size, spacing or look.spacing)


def _style_look(style: ParagraphStyle, defaults: _Look) -> _Look:
    """The look of a style with all that it inherits (ISO/IEC 29500-1, 17.7.2)."""
    look = defaults
    for one in reversed(_line(style)):
        size = one.font.size
        look = _Look(
            one.font.name or look.face,
            size.pt if size else look.size,
            _spacing(one.paragraph_format) or look.spacing,
        )
    return look


def _line(style: ParagraphStyle) -> Sequence[ParagraphStyle]:
    """A style and what it is based on; a circle ends where it began."""
    line = {style.style_id: style}
    base = style.base_style
    while isinstance(base, ParagraphStyle) and base.style_id not in line:
        line[base.style_id] = base
        base = base.base_style
    return list(line.values())


def _spacing(paragraph_format: ParagraphFormat) -> float | None:
    """The spacing as so many lines; None where it is given otherwise, or not at all."""
    spacing = paragraph_format.line_spacing
    return spacing if isinstance(spacing, float) else None


def _default_look(document: Document) -> _Look:
    """What holds where no style says otherwise (17.7.5); python-docx has no name for it."""
    styles = document.styles.element
    face = next(iter(styles.xpath(_DEFAULT_FACE)), None)
    size = next(iter(styles.xpath(_DEFAULT_SIZE)), None)
    spacing = next(iter(styles.xpath(_DEFAULT_LINE)), None)
    return _Look(
        face,
        int(size) / 2 if size else None,
        int(spacing) / _LINE if spacing else None,
    )


def _typography_notes(document: Document, file: str) -> Iterator[Oddity]:
    """What the office itself has typed, tags aside: each kind of departure once, where it is first
    met.
    """
    told: set[str] = set()
    for number, paragraph in _paragraphs(document):
        text = _text(paragraph)
        for code, words in typographic_faults(_TAG.sub("0", text)):
            if code not in told:
                told.add(code)
                yield Oddity(code, Place(file=file, paragraph=number, text=text), {"words": words})


def _paragraphs(document: Document) -> Iterator[tuple[int, Paragraph]]:
    """All paragraphs with their numbers, those of tables, frames and text boxes too: as the places
    of tags count them.
    """
    for number, element in enumerate(document.element.iter(qn("w:p")), 1):
        yield number, Paragraph(element, document)


def _text(paragraph: Paragraph) -> str:
    """All text of a paragraph, in content controls and insertions too."""
    return "".join(node.text or "" for node in paragraph._p.iter(qn("w:t")))


def _is_in_table(paragraph: Paragraph) -> bool:
    """Whether it stands in a table, whose text may be smaller and closer."""
    return next(paragraph._p.iterancestors(qn("w:tbl")), None) is not None


def _numbers_pages(package: Package) -> bool:
    """Whether a header has a field PAGE (form: from the second page, centred in the top margin)."""
    for relation in package.relations(package.main).values():
        if relation.kind != "header" or package.stored_name(relation.target) is None:
            continue
        if b"PAGE" in package.content(relation.target):
            return True
    return False
