"""Rows of tables and paragraphs that repeat for each item of a list: a loop in their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docx.oxml.ns import qn
from lxml import etree

from letters_gen.issuing.tagging.alike import Spot, read_alike
from letters_gen.issuing.tagging.choosing import (
    Surroundings,
    as_fitting,
    caption_of,
    in_order,
    width_of,
)
from letters_gen.issuing.tagging.looks import shaded_apart, usual
from letters_gen.issuing.tagging.passages import OpenedLetter, Passage
from letters_gen.issuing.tagging.renumbering import count_on
from letters_gen.issuing.tagging.values import Column, Known, Listed, Value, variable_of
from letters_gen.word.elements import made, properties, remove, value

_ROW, _PARAGRAPH = qn("w:tr"), qn("w:p")
_BEGUN = 2
# So long must the text be by which a single row or paragraph is known as a list's only item.
_TELLING = 12


@dataclass(frozen=True)
class Repeated:
    """A value that was found in the items of a loop: where it stood in the one that is kept, what
    is taken for it, and what fits as well.
    """

    paragraph: int
    text: str
    value: Value
    others: Sequence[Value]


def loops_made(letter: OpenedLetter, known: Known) -> Iterator[Repeated]:
    """Put loops into the letter; what was found in them."""
    for table in letter.body.iter(qn("w:tbl")):
        yield from _looped(letter, table, _ROW, known)
    parents = {paragraph.getparent(): None for paragraph in letter.body.iter(_PARAGRAPH)}
    for parent in parents:
        if parent is not None:
            yield from _looped(letter, parent, _PARAGRAPH, known)


def _looped(
    letter: OpenedLetter, parent: etree._Element, kind: str, known: Known
) -> Iterator[Repeated]:
    """Loops of the children of a kind, one after the other."""
    children = list(parent.iterchildren(kind))
    at = 0
    while at < len(children):
        match = _match(letter, children[at:], known)
        if match is None:
            at += 1
            continue
        at += match.listed.length
        _count_on(match, [letter.passage(one) for one in children[at:]])
        yield from _put(match, known)


def _count_on(match: _Match, following: Sequence[Passage]) -> None:
    """Let clauses numbered by hand behind a list that is go on from its length."""
    numbers = match.spots[0][:1]
    if numbers and numbers[0].fits[0].said == "loop.index":
        text = match.passages[0][0].plain.text
        around = text[: numbers[0].starts[0]], text[numbers[0].ends[0] :][:1]
        count_on(following, match.listed.name, match.listed.length, around)


@dataclass(frozen=True)
class _Match:
    """Blocks that are alike: the passages of each, and the spots of its passages."""

    listed: Listed
    blocks: Sequence[etree._Element]
    passages: Sequence[Sequence[Passage]]
    spots: Sequence[Sequence[Spot]]


def _match(letter: OpenedLetter, blocks: Sequence[etree._Element], known: Known) -> _Match | None:
    """The list for whose items the first of `blocks` stand; one that the type's templates name is
    preferred, then the longer one.
    """
    lists = sorted(known.lists, key=lambda one: (one.name not in known.used, -one.length))
    for listed in lists:
        meant = blocks[: listed.length]
        if len(meant) < listed.length or not _are_neighbours(meant):
            continue
        if len(meant) > _BEGUN and not _begins(letter, meant[:_BEGUN], listed):
            continue
        passages = [[letter.passage(one) for one in _paragraphs(block)] for block in meant]
        spots = _spots(passages, listed.columns)
        if spots is not None and _tells(spots, listed):
            return _Match(listed, meant, passages, spots)
    return None


def _are_neighbours(blocks: Sequence[etree._Element]) -> bool:
    return all(one.getnext() is other for one, other in pairwise(blocks))


def _paragraphs(block: etree._Element) -> list[etree._Element]:
    return [block] if block.tag == _PARAGRAPH else list(block.iter(_PARAGRAPH))


def _begins(letter: OpenedLetter, blocks: Sequence[etree._Element], listed: Listed) -> bool:
    """Whether the first two blocks are those of a list: most aren't, and the others needn't be
    read.
    """
    passages = [[letter.passage(one) for one in _paragraphs(block)] for block in blocks]
    return _spots(passages, [column.begun for column in listed.columns]) is not None


def _spots(
    passages: Sequence[Sequence[Passage]], columns: Sequence[Column]
) -> list[list[Spot]] | None:
    """The spots of each passage of an item; None where the items differ otherwise."""
    if len({len(one) for one in passages}) != 1:
        return None
    found = []
    for alike in zip(*passages, strict=True):
        spots = read_alike([one.plain.text for one in alike], columns)
        if spots is None:
            return None
        found.append(spots)
    return found


def _tells(spots: Sequence[Sequence[Spot]], listed: Listed) -> bool:
    """Whether blocks are the items of the list, and not alike by chance."""
    found = [spot for one in spots for spot in one]
    if listed.length > 1:
        return any(spot.varies and not spot.fits[0].is_of_loop for spot in found)
    whole = [one[0] for one in spots if len(one) == 1]
    return any(len(spot.fits[0].texts[0]) >= _TELLING for spot in whole) and len(spots) > 1


def _put(match: _Match, known: Known) -> Iterator[Repeated]:
    """The loop in the place of its blocks: the block that looks as most of them do, with tags; two
    of them where the shading tells those with remarks from the others.
    """
    name, every = match.listed.name, range(match.listed.length)
    parted = shaded_apart(match.blocks, match.listed)
    branches = [parted.having, parted.lacking] if parted else [every]
    kept = [usual(match.blocks, branch) for branch in branches]
    for at in sorted(kept):
        told = list(_tagged(match, at, known))
        yield from told if at == min(kept) else ()
    first, last = (match.blocks[at] for at in (kept[0], kept[-1]))
    if parted:
        first.addprevious(_line(first, f"{{%tr if {parted.said} %}}"))
        first.addnext(last)
        first.addnext(_line(first, "{%tr else %}"))
        last.addnext(_line(last, "{%tr endif %}"))
    _loop_around(first, last, name)
    for at, block in enumerate(match.blocks):
        if at not in kept:
            remove(block)


def _tagged(match: _Match, at: int, known: Known) -> Iterator[Repeated]:
    """Put the tags into one of the blocks."""
    for passage, spots in zip(match.passages[at], match.spots, strict=True):
        where, told = Surroundings(caption_of(passage.element)), []
        for spot in reversed(spots):
            taken, *rest = in_order([one.as_value for one in spot.fits], known, where)
            others = as_fitting([taken, *rest], known, where)
            first, last = spot.starts[at], spot.ends[at]
            told.append(Repeated(passage.number, passage.said(first, last), taken, others))
            _put_tag(passage, first, last, taken.tag)
        yield from reversed(told)


def loop_around(block: etree._Element, name: str) -> None:
    """Let a paragraph or a row repeat for each item of a list."""
    _loop_around(block, block, name)


def put_around(block: etree._Element, opening: str, closing: str) -> None:
    """Put tags as paragraphs or rows of their own before and behind a paragraph or a row."""
    block.addprevious(_line(block, opening))
    block.addnext(_line(block, closing))


def _loop_around(first: etree._Element, last: etree._Element, name: str) -> None:
    """The tags of a loop before what stands before `first`, a condition of it, and behind."""
    opening, closing = loop_tags(name, "p" if first.tag == _PARAGRAPH else "tr")
    if first is last:
        put_around(first, opening, closing)
        return
    condition, end = first.getprevious(), last.getnext()
    assert condition is not None
    assert end is not None
    condition.addprevious(_line(first, opening))
    end.addnext(_line(last, closing))


def loop_tags(name: str, prefix: str = "") -> tuple[str, str]:
    """The tags that begin and end a loop over a list, its variable the list's first letter."""
    return f"{{%{prefix} for {variable_of(name)} in {name} %}}", f"{{%{prefix} endfor %}}"


def _put_tag(passage: Passage, start: int, end: int, tag: str) -> None:
    """The tag in the place of a value; where the value is empty, in the paragraph as it is."""
    if start < end:
        passage.put(*passage.plain.span(start, end), tag)
    else:
        passage.insert(len(passage.text), tag)


def _line(like: etree._Element, tag: str) -> etree._Element:
    """A paragraph, or a row of one cell over all columns, with a tag of its own: the finished
    document has none of it.
    """
    text, run, paragraph = made("t"), made("r"), made("p")
    text.text = tag
    run.append(text)
    paragraph.append(run)
    if like.tag == _PARAGRAPH:
        return paragraph
    row, cell, cell_properties = made("tr"), made("tc"), made("tcPr")
    style = value(next(like.iter(_PARAGRAPH)), "pPr/pStyle")
    if style:
        properties(paragraph).append(made("pStyle", val=style))
    cell_properties.append(made("gridSpan", val=str(width_of(like))))
    cell.extend([cell_properties, paragraph])
    row.append(cell)
    return row
