"""What a false condition or an empty loop leaves without content: cells, text boxes, headers and
notes get their empty paragraph, rows without cells and tables without rows go.

Word repairs a file in which a cell ends otherwise than with a paragraph (ISO/IEC 29500-1, 17.4.65),
or in which a text box, a header, a footer or a note holds no paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from letters_gen.templating.block_check import opens_block
from letters_gen.templating.tokens import Kind, Token
from letters_gen.word.elements import made, remove
from letters_gen.word.names import W

# What must end with a paragraph; a body needs any content at all.
_TEXTS = ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", "comment")
_BLOCKS = ("p", "tbl", "sdt", "customXml")
# What each of the others can't do without.
_NEEDED = {"tr": ("tc",), "tbl": ("tr",), "sdtContent": ("p", "tbl", "r", "tr", "tc", "sdt")}
_WRAPPED = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_TEXT_TAGS = tuple(f"{W}{name}" for name in _TEXTS)
_BLOCK_TAGS = tuple(f"{W}{name}" for name in _BLOCKS)
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


@dataclass
class _Open:
    """An element that stands open: its name, how many blocks of tags were open where it began, and
    whether it is sure to have what it needs.
    """

    name: str
    depth: int
    is_sure: bool = False


def may_run_empty(tokens: Sequence[Token]) -> bool:
    """Whether something that Word wants filled may come out empty: only then a letter is looked
    through for it.
    """
    standing: list[_Open] = []
    depth = 0
    for token in tokens:
        if token.tag is not None:
            depth += opens_block(token.tag) - token.tag.word.startswith("end")
        elif token.kind is Kind.END:
            if standing and not _is_filled(standing.pop()):
                return True
        elif token.kind in (Kind.START, Kind.EMPTY):
            name = token.name.removeprefix("w:")
            if standing:
                _note_child(standing[-1], name, depth)
            opened = _Open(name, depth)
            if token.kind is Kind.START:
                standing.append(opened)
            elif not _is_filled(opened):
                return True
    return False


def _is_filled(closed: _Open) -> bool:
    """Whether an element that ends is sure to have what it needs."""
    is_container = closed.name in _TEXTS or closed.name in _NEEDED or closed.name == "body"
    return closed.is_sure or not is_container


def _note_child(parent: _Open, name: str, depth: int) -> None:
    """Note a child of an element, of which only one outside all conditions is sure to stand."""
    is_sure = depth == parent.depth
    if parent.name in _TEXTS:
        if name in _BLOCKS and name != "p":
            parent.is_sure = False
        elif name == "p" and is_sure:
            parent.is_sure = True
    elif parent.name == "body":
        parent.is_sure |= is_sure and name in _BLOCKS
    elif parent.name in _NEEDED:
        parent.is_sure |= is_sure and name in _NEEDED[parent.name]


def fill_containers(root: etree._Element) -> None:
    """Give whatever stands empty below `root` what Word wants in it; `root` is changed."""
    # From the innermost: a table that goes may leave its cell empty.
    for element in reversed(list(root.iter(f"{W}*"))):
        name = str(element.tag).removeprefix(W)
        if name in ("tr", "tbl") and not _has(element, _NEEDED[name][0]):
            remove(element)
        elif name == "sdtContent" and not len(element):
            _fill_control(element)
        elif is_bare(element):
            _add_paragraph(element)


def is_bare(element: etree._Element) -> bool:
    """Whether Word misses a paragraph at the end of an element; in a body, whether it has any
    content.
    """
    if element.tag == f"{W}body":
        return not any(child.tag in _BLOCK_TAGS for child in element)
    if element.tag not in _TEXT_TAGS or element.get(f"{W}type") in _SEPARATORS:
        return False
    last = next(_blocks_from_behind(element), None)
    return last is None or last.tag != f"{W}p"


def _blocks_from_behind(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables that stand in an element, also within controls, from the last."""
    for child in reversed(element):
        if child.tag in _WRAPPED:
            yield from _blocks_from_behind(child)
        elif child.tag in _BLOCK_TAGS:
            yield child


def _has(element: etree._Element, name: str) -> bool:
    """Whether an element holds one of that name, also within controls."""
    for child in element:
        if child.tag == f"{W}{name}" or (child.tag in _WRAPPED and _has(child, name)):
            return True
    return False


def _fill_control(content: etree._Element) -> None:
    """Let an empty content control among paragraphs hold an empty one; among rows or cells it
    goes.
    """
    control = content.getparent()
    around = None if control is None else control.getparent()
    if control is None or around is None:
        return
    if around.tag in (f"{W}tbl", f"{W}tr"):
        remove(control)
    elif around.tag in (*_TEXT_TAGS, f"{W}body", f"{W}sdtContent"):
        content.append(made("p"))


def _add_paragraph(element: etree._Element) -> None:
    """Put an empty paragraph at the end of an element; before the section's properties of a
    body.
    """
    paragraph = made("p")
    if len(element) and element[-1].tag == f"{W}sectPr":
        element[-1].addprevious(paragraph)
    else:
        element.append(paragraph)
