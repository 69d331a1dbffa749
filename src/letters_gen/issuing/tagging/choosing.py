"""Which of several fields that have the same value a letter means."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from letters_gen.issuing.tagging.plain import plain_text
from letters_gen.issuing.tagging.values import Known, Value

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
_HEADER_ROWS = 3
_ROW, _CELL, _SPAN = qn("w:tr"), qn("w:tc"), qn("w:gridSpan")


@dataclass(frozen=True)
class Surroundings:
    """Where a value stands.

    Attributes:
        caption: the heading of its column in a table, '' outside of one.
        before: what the paragraph says before it.
        groups: whose other fields stand in the same paragraph.
    """

    caption: str = ""
    before: str = ""
    groups: Collection[str] = ()


def in_order(fits: Sequence[Value], known: Known, where: Surroundings) -> list[Value]:
    """The values, the likeliest first: what the type's templates say, what the heading of the
    column or the words before it mean, what its neighbours are of.
    """

    def likeliness(one: Value) -> tuple[object, ...]:
        counted, unused, *rest = known.by_use(one)
        captioned = -_alike(one, where.caption)
        return counted, unused, captioned, *rest, -_alike(one, where.before)

    by_neighbours = sorted(fits, key=lambda one: one.group not in where.groups)
    return sorted(by_neighbours, key=likeliness)


def as_fitting(ordered: Sequence[Value], known: Known, where: Surroundings) -> list[Value]:
    """What fits as well as the first, which is taken, each field once; none where nothing does."""

    def fitness(one: Value) -> tuple[object, ...]:
        return (*known.by_use(one)[:2], _alike(one, where.caption))

    best = fitness(ordered[0])
    others = {one.path: one for one in reversed(ordered[1:]) if fitness(one) == best}
    others.pop(ordered[0].path, None)
    return list(reversed(others.values()))


def _alike(value: Value, words: str) -> int:
    """How many words of what a field means stand in a text."""
    return len(_stems(f"{value.path} {value.meaning}") & _stems(words)) if words else 0


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold())}


def caption_of(paragraph: etree._Element) -> str:
    """What the first rows of its table say above a paragraph, '' outside of a table."""
    cell = next(paragraph.iterancestors(_CELL), None)
    row = next(paragraph.iterancestors(_ROW), None)
    if cell is None or row is None:
        return ""
    first, last = _columns(row)[cell]
    above = list(row.itersiblings(_ROW, preceding=True))[::-1]
    said = []
    for heading in above[:_HEADER_ROWS]:
        for other, (start, end) in _columns(heading).items():
            if start < last and first < end:
                said += [node.text or "" for node in other.iter(qn("w:t"))]
    return plain_text(" ".join(said))


def width_of(row: etree._Element) -> int:
    """How many columns of the table's grid the cells of a row take."""
    return max((end for _, end in _columns(row).values()), default=1)


def _columns(row: etree._Element) -> dict[etree._Element, tuple[int, int]]:
    """The columns of the table's grid that each cell of a row takes: the first, and the one behind
    its last.
    """
    found, at = {}, 0
    for cell in row.iterchildren(_CELL):
        span = next(cell.iter(_SPAN), None)
        width = int(span.get(qn("w:val"), "1")) if span is not None else 1
        found[cell] = (at, at + width)
        at += width
    return found
