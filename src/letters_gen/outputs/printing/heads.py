"""Headers and footers of one document on their way into the file: each becomes a part of the file's
own.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from letters_gen.outputs.printing.fields import Numbering, count_from_own_start, counts_pages
from letters_gen.outputs.printing.markup import R, W, made, put, written
from letters_gen.outputs.printing.package import Package, Relations
from letters_gen.outputs.printing.source import Relation, Source

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."


@dataclass(frozen=True)
class Head:
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


def heads_of(source: Source) -> list[Head]:
    """The headers and footers of a document."""
    found = []
    for reference in source.body.iter(f"{W}headerReference", f"{W}footerReference"):
        relation = source.relation(source.main, reference.get(f"{R}id") or "")
        found.append(Head(reference, relation, source.root(relation.target)))
    return found


def with_first_apart(section: etree._Element, heads: list[Head]) -> list[Head]:
    """The headers and footers, with those of a numbered first page apart from those of the others.

    So a program that can't count from the document's start shows the right number on its first two
    pages at least.
    """
    own = [head for head in heads if head.reference.getparent() is section]
    if section.find(f"{W}titlePg") is not None or not any(counts_pages(head.root) for head in own):
        return heads
    unused = [head for head in own if head.pages == "first"]
    for head in unused:
        section.remove(head.reference)
    put(section, made("titlePg"))
    first = [_for_first(section, head) for head in own if head.pages == "default"]
    return [*(head for head in heads if head not in unused), *first]


def _for_first(section: etree._Element, head: Head) -> Head:
    reference = deepcopy(head.reference)
    reference.set(f"{W}type", "first")
    return Head(put(section, reference), head.relation, deepcopy(head.root))


def count_pages(section: etree._Element, heads: list[Head], numbering: Numbering) -> bool:
    """Let headers and footers count pages from the document's start; whether its end is needed for
    that.

    Args:
        section: the document's first.
    """
    needs_end = False
    for head in heads:
        shown = None
        if head.reference.getparent() is section:
            shown = str(numbering.first if head.pages == "first" else numbering.first + 1)
        needs_end |= count_from_own_start(head.root, numbering, shown)
    return needs_end


def place(heads: list[Head], source: Source, package: Package) -> list[Relation]:
    """Make parts of the file of the headers and footers; what refers to each now points to."""
    placed = []
    for head in heads:
        links = Relations()
        package.relate(head.root, source, head.relation.target, links)
        kind = head.relation.kind
        name = package.add_new(f"word/{kind}.xml", written(head.root), f"{_KIND}{kind}+xml", links)
        placed.append(Relation(head.relation.type, name, False))
    return placed
