"""Headers and footers of one document on their way into the file: each becomes a part of the file's
own.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from letters_gen.outputs.printing.page_numbers import (
    PageCounting,
    count_from_own_start,
    counts_pages,
)
from letters_gen.outputs.printing.parts import Parts, Relations
from letters_gen.outputs.printing.source import Source
from letters_gen.word.elements import made, written
from letters_gen.word.names import R, W, kind_of
from letters_gen.word.order import put
from letters_gen.word.package import Relation


@dataclass(frozen=True)
class Header:
    """A header or footer.

    Attributes:
        reference: where a section refers to it.
        relation: what that meant in the document.
        root: its part, to be changed.
    """

    reference: etree._Element
    relation: Relation
    root: etree._Element

    @property
    def pages(self) -> str | None:
        """The pages that show it: `first`, `even` or `default`."""
        return self.reference.get(f"{W}type")

    def is_of(self, section: etree._Element) -> bool:
        """Whether it is `section` that refers to it."""
        return self.reference.getparent() is section


def headers_of(source: Source) -> list[Header]:
    """The headers and footers of a document."""
    found = []
    for reference in source.body.iter(f"{W}headerReference", f"{W}footerReference"):
        relation = source.relation(source.main, reference.get(f"{R}id") or "")
        found.append(Header(reference, relation, source.root(relation.target)))
    return found


def with_own_first_page(section: etree._Element, headers: list[Header]) -> list[Header]:
    """The headers and footers, with those of a numbered first page apart from those of the others.

    So a program that can't count from the document's start shows the right number on its first two
    pages at least.
    """
    own = [header for header in headers if header.is_of(section)]
    has_own_first_page = section.find(f"{W}titlePg") is not None
    if has_own_first_page or not any(counts_pages(header.root) for header in own):
        return headers
    put(section, made("titlePg"))
    apart = list(headers)
    for header in own:
        if header.pages == "default":
            apart.append(_for_first_page(section, header))
        elif header.pages == "first":
            # Without `w:titlePg` nobody has ever seen it.
            section.remove(header.reference)
            apart.remove(header)
    return apart


def _for_first_page(section: etree._Element, header: Header) -> Header:
    reference = deepcopy(header.reference)
    reference.set(f"{W}type", "first")
    return Header(put(section, reference), header.relation, deepcopy(header.root))


def count_pages(section: etree._Element, headers: list[Header], counting: PageCounting) -> bool:
    """Let headers and footers count pages from the document's start; whether its end is needed for
    that.

    Args:
        section: the document's first.
    """
    needs_end = False
    for header in headers:
        shown = None
        if header.is_of(section):
            shown = str(counting.first if header.pages == "first" else counting.first + 1)
        needs_end |= count_from_own_start(header.root, counting, shown)
    return needs_end


def add_headers(headers: list[Header], source: Source, parts: Parts) -> list[Relation]:
    """Make parts of the file of the headers and footers; what refers to each now points to."""
    placed = []
    for header in headers:
        links = Relations()
        parts.relate(header.root, source, header.relation.target, links)
        kind = header.relation.kind
        name = parts.add_new(f"word/{kind}.xml", written(header.root), kind_of(kind), links)
        placed.append(Relation(header.relation.type, name, False))
    return placed
