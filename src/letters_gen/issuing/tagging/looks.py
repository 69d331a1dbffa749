"""How the rows and paragraphs look that repeat for the items of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from letters_gen.issuing.tagging.values import Column, Listed


@dataclass(frozen=True)
class Parted:
    """Items of a list that are shaded otherwise than the others: those that have something, as
    remarks, or those that lack it.

    Attributes:
        said: the expression of what they have.
        having, lacking: their places in the list.
    """

    said: str
    having: Sequence[int]
    lacking: Sequence[int]


def shaded_apart(blocks: Sequence[etree._Element], listed: Listed) -> Parted | None:
    """What the shading of rows tells of their items; None where all are alike, or it tells
    nothing.
    """
    shades = [_shades(block) for block in blocks]
    if len(set(shades)) != 2:
        return None
    for column in listed.columns:
        having, lacking = _parted(column)
        with_it, without = {shades[at] for at in having}, {shades[at] for at in lacking}
        if len(with_it) == len(without) == 1 and with_it != without:
            return Parted(column.said, having, lacking)
    return None


def _parted(column: Column) -> tuple[list[int], list[int]]:
    """The places of the items that have what the column says, and of those that lack it."""
    having = [at for at, text in enumerate(column.texts) if text]
    return having, [at for at, text in enumerate(column.texts) if not text]


def _shades(row: etree._Element) -> tuple[str | None, ...]:
    """The shading of each cell."""
    cells = row.iter(qn("w:tcPr"))
    shadings = (properties.find(qn("w:shd")) for properties in cells)
    return tuple(None if one is None else one.get(qn("w:fill")) for one in shadings)


def usual(blocks: Sequence[etree._Element], places: Sequence[int]) -> int:
    """The first place whose block looks as most of these do."""
    looks = {at: _look(blocks[at]) for at in places}
    commonest = Counter(looks.values()).most_common(1)[0][0]
    return next(at for at, look in looks.items() if look == commonest)


def _look(block: etree._Element) -> bytes:
    """A block without what it says."""
    copy = deepcopy(block)
    for node in copy.iter(qn("w:t")):
        node.text = ""
    return etree.tostring(copy)
