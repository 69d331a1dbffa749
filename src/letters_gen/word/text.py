"""What a document says, in its order, without how it looks: for the screen and for who can't see
the pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from letters_gen.word.names import W
from letters_gen.word.package import ArchiveMembers, Package, open_archive

_DAMAGED = "template-damaged"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}


@dataclass(frozen=True)
class Block:
    """A paragraph, or a table.

    Attributes:
        text: of a paragraph; '' of a table.
        rows: of a table, each cell's text; none of a paragraph.
    """

    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def blocks_of(document: bytes) -> list[Block]:
    """The body of a .docx: its paragraphs that say anything, and its tables."""
    with open_archive(document, _DAMAGED) as archive:
        package = Package("", ArchiveMembers(archive), _DAMAGED)
        root = package.root(package.main)
    body = root.find(f"{W}body")
    return [] if body is None else list(_blocks(body))


def _blocks(body: etree._Element) -> Iterator[Block]:
    for node in body:
        if node.tag == f"{W}p":
            text = _text(node)
            if text:
                yield Block(text)
        elif node.tag == f"{W}tbl":
            rows = tuple(tuple(_cells(row)) for row in node.iter(f"{W}tr"))
            yield Block(rows=rows)
        elif node.tag == f"{W}sdt":
            inner = node.find(f"{W}sdtContent")
            yield from () if inner is None else _blocks(inner)


def _cells(row: etree._Element) -> Iterator[str]:
    for cell in row.iterchildren(f"{W}tc"):
        yield "\n".join(filter(None, (_text(one) for one in cell.iter(f"{W}p"))))


def _text(paragraph: etree._Element) -> str:
    said = []
    for node in paragraph.iterfind(f".//{W}r/*"):
        name = etree.QName(node).localname
        said.append((node.text or "") if name == "t" else _SIGNS.get(name, ""))
    return "".join(said).strip()
