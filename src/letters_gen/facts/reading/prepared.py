"""An .xlsx made ready for calamine, and what its XML tells beside the values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from letters_gen.errors import InputError, Place
from letters_gen.facts.grid import Marks, column_letters
from letters_gen.facts.reading.packages import repacked
from letters_gen.facts.reading.plain_form import plain_form, recoded
from letters_gen.facts.reading.rich_text import Lettering, is_marked, without_marks
from letters_gen.facts.reading.sheet_marks import Found, NotPlainError, found_in, is_utf8
from letters_gen.facts.reading.styles import (
    Styles,
    blank_strings,
    computes_on_load,
    telling_styles,
)
from letters_gen.word.package import Package

# Calamine keeps room for every cell up to the last. Beyond this a sheet is looked at for blanks.
_WIDE = 2_000_000
# More takes too much time and memory. A country's 40,000 schools have room for a hundred columns.
LARGEST_AREA = 4_500_000
_STRINGS = "sharedStrings"
_SHARED = (_STRINGS, "styles")


@dataclass(frozen=True)
class Prepared:
    """A workbook for calamine.

    Attributes:
        marks: of each worksheet, by its name.
        unseen: which marks the format doesn't let be seen.
        holds_values: whether its XML holds a value at all.
        lettering: how the cells of each worksheet are written, by its name.
    """

    content: bytes
    marks: Mapping[str, Marks]
    unseen: frozenset[str] = frozenset()
    holds_values: bool = False
    lettering: Mapping[str, Lettering] = field(default_factory=dict)


def prepared(package: Package, content: bytes) -> Prepared:
    """The workbook `package`, whose bytes are `content`.

    Raises:
        InputError: `sheet-damaged`: a part is missing or isn't well-formed; `sheet-too-large`.
        ValueError, etree.LxmlError: a worksheet isn't well-formed.
    """
    book = _Book(package)
    replaced = dict(book.changed_parts())
    marks, lettering, holds_values = {}, {}, False
    for name, part in book.sheets():
        xml = package.content(part)
        plain, found = _looked_through(without_marks(xml) if is_marked(xml) else xml, book)
        if found.rows * found.columns > LARGEST_AREA:
            corner = f"{column_letters(found.columns - 1)}{found.rows}"
            place = Place(file=package.file, sheet=name, cell=corner)
            raise InputError("sheet-too-large", place)
        if plain is not xml:
            replaced[part] = plain
        marks[name] = _marks(found)
        lettering[name] = Lettering(struck=frozenset(found.struck))
        holds_values = holds_values or b"<v" in plain or b"<is>" in plain
    ready = repacked(package, replaced) if replaced else content
    return Prepared(ready, marks, holds_values=holds_values, lettering=lettering)


def _looked_through(xml: bytes, book: _Book) -> tuple[bytes, Found]:
    """A worksheet's XML, in plain form where it needs to be, and what was found in it."""
    try:
        found = found_in(xml, book.styles, book.stand_ins)
        if found.rows * found.columns <= _WIDE:
            return xml, found
    except NotPlainError:
        pass
    plain = plain_form(xml if is_utf8(xml) else recoded(xml), book.blank_strings)
    return plain, found_in(plain, book.styles, book.stand_ins)


def _marks(found: Found) -> Marks:
    return Marks(
        hidden_rows=frozenset(found.hidden_rows),
        hidden_columns=frozenset(found.hidden_columns),
        merged=tuple(sorted(found.merged, key=lambda area: (area.top, area.left))),
        errors=found.errors,
        uncounted=frozenset(found.uncounted),
        formats=found.formats,
    )


class _Book:
    """The parts of a workbook that are true of all its sheets."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._root = package.root(package.main)

    def sheets(self) -> Iterator[tuple[str, str]]:
        """The name of each worksheet, and its part."""
        relations = self._package.relations(self._package.main)
        for node in self._root.iterfind("{*}sheets/{*}sheet"):
            relation = relations.get(_relation_of(node))
            if relation is not None and relation.kind == "worksheet":
                yield node.get("name", ""), relation.target

    def changed_parts(self) -> Iterator[tuple[str, bytes]]:
        """The parts that all sheets share which aren't in UTF-8, put into it; the shared strings
        without footnote marks.
        """
        strings = self._package.part(_STRINGS)
        for part in (self._package.main, *map(self._package.part, _SHARED)):
            xml = self._package.content(part) if part else b""
            if part and part == strings and is_marked(xml):
                yield part, without_marks(xml)
            elif part and not is_utf8(xml):
                yield part, recoded(xml)

    @cached_property
    def stand_ins(self) -> tuple[str, ...]:
        """What the cell of a formula that was never computed may hold."""
        return ("", "0") if computes_on_load(self._root) else ("",)

    @cached_property
    def styles(self) -> Styles:
        root = self._shared("styles")
        return Styles() if root is None else telling_styles(root)

    @cached_property
    def blank_strings(self) -> frozenset[str]:
        root = self._shared(_STRINGS)
        return frozenset() if root is None else blank_strings(root)

    def _shared(self, kind: str) -> etree._Element | None:
        part = self._package.part(kind)
        return self._package.root(part) if part else None


def _relation_of(sheet: etree._Element) -> str:
    """The id of a sheet's relationship, whose namespace differs in Strict files."""
    return next(
        (value for name, value in sheet.attrib.items() if str(name).endswith("relationships}id")),
        "",
    )
