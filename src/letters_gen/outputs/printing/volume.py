"""The print file while documents are laid into it: what they share is taken from the first, all
else from each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from letters_gen.errors import InputError, Place
from letters_gen.outputs.printing.cover import (
    add_up_page_numbers,
    fill_page_numbers,
    move_styles,
)
from letters_gen.outputs.printing.footnotes import Notes, append_endnotes
from letters_gen.outputs.printing.headers import (
    Header,
    add_headers,
    count_pages,
    headers_of,
    with_own_first_page,
)
from letters_gen.outputs.printing.lists import Lists, ListStyles
from letters_gen.outputs.printing.own_numbers import (
    begin_numbers_anew,
    counts_by_itself,
    show_own_totals,
)
from letters_gen.outputs.printing.page_count import ParagraphHeights, page_count
from letters_gen.outputs.printing.page_numbers import PageCounting, count_from_own_start
from letters_gen.outputs.printing.parts import Parts, Relations
from letters_gen.outputs.printing.sections import (
    add_missing_headers,
    begin_on_new_page,
    continue_page_numbers,
    end_section,
    sections,
    tiny_paragraph,
)
from letters_gen.outputs.printing.sheets import Sheets
from letters_gen.outputs.printing.source import Source
from letters_gen.outputs.printing.unique_ids import UniqueIds, without_comments
from letters_gen.word.elements import DECLARATION, made, value, written
from letters_gen.word.names import OFFICE, R, W, kind_of
from letters_gen.word.package import Relation

_SHARED = ("settings", "theme", "fontTable", "webSettings")
_MAIN = "word/document.xml"
_BODY = re.compile(rb"<(?:\w+:)?body\b[^>]*>")
_EMPTY = {"headerReference": ("header", "hdr"), "footerReference": ("footer", "ftr")}


class Volume:
    """One print file.

    Args:
        first: the document whose styles, settings and lists it has.
        before: how many pages the cover takes.
    """

    def __init__(self, first: Source, before: int) -> None:
        self._kinship = first.kinship
        self._parts = Parts()
        self._relations = Relations()
        self._unique = UniqueIds()
        self._styles = first.shared_root("styles")
        self._list_styles = ListStyles(self._styles)
        self._lists = Lists(first.shared_root("numbering"))
        self._last_numbering: tuple[object, etree._Element] | None = None
        self._notes = Notes(first)
        self._links = {"numbering": Relations(), **self._notes.relations}
        self._frame = _parted(etree.tostring(first.document, encoding="utf-8"))
        self._pieces: list[bytes] = []
        self._sheets = Sheets(before)
        self._heights = ParagraphHeights(self._styles)
        self._has_even_pages = _tells_even_pages(first)
        self._properties: str | None = None
        for relation in first.relations(first.main).values():
            if relation.kind in _SHARED:
                self._relations.id_of(self._parts.pointed(first, relation))
            elif relation.kind == "numbering":
                self._parts.relate(
                    self._lists.root, first, relation.target, self._links["numbering"]
                )

    def add_cover(self, cover: Source, styles: etree._Element, names: Mapping[str, int]) -> None:
        """The cover, once all documents are there: its definitions of lists and its styles,
        `styles`, are taken in.

        Its paragraphs and tables name their own namespaces, which may differ from the documents'.
        """
        body, numbering, headers = cover.body, cover.shared_root("numbering"), headers_of(cover)
        if self._sheets.has_own:
            add_up_page_numbers(body, self._sheets, names, self._unique)
        else:
            fill_page_numbers(body, lambda name: self._sheets.before + names[name])
        sections(body)
        roots = [body, *(header.root for header in headers)]
        self._lists.adopt(numbering)
        self._lists.begin_anew(roots, numbering, ListStyles(styles))
        move_styles(roots, styles, self._styles)
        self._make_unique(roots, "_cover")
        self._relate(cover, headers)
        end_section(body, lambda paragraph: paragraph.find(f"{W}pPr/{W}framePr") is not None)
        self._pieces[:0] = [etree.tostring(block, encoding="utf-8") for block in body]
        for relation in cover.relations("").values():
            if relation.kind == "core-properties":
                self._properties = self._parts.take(cover, relation.target)

    def add(self, source: Source, start: str, is_last: bool) -> None:
        """A document.

        Args:
            start: the bookmark at its start.
            is_last: whether none comes behind it.

        Raises:
            InputError: `print-not-kin`.
        """
        if source.kinship != self._kinship:
            raise InputError("print-not-kin", Place(file=source.file))
        body, own = source.body, sections(source.body)
        headers = headers_of(source)
        is_own = counts_by_itself(body, headers, self._has_even_pages)
        if not is_own:
            headers = with_own_first_page(own[0], headers)
        notes = self._notes.taken(source, body)
        texts = [body, *(note for _, note in notes)]
        roots = [*texts, *(header.root for header in headers)]
        self._lists.begin_anew(roots, self._numbering_of(source), self._list_styles)
        self._make_unique(roots, start)
        counting = PageCounting(start, f"{start}_end", begin_on_new_page(own[0], bool(notes)))
        if is_own:
            begin_numbers_anew(own[0], counting.first)
            show_own_totals(roots, counting.end, counting.first)
            needs_end = True
        else:
            needs_end = self._count_through(own, texts, headers, counting)
        self._sheets.add(page_count(body, self._heights) if is_own else 1, is_own)
        self._relate(source, headers)
        self._notes.relate(source, notes, self._parts, self._relations)
        append_endnotes(body, notes)
        add_missing_headers(own[0], self._empty)
        self._mark(body, counting, needs_end, is_last)
        if not is_last:
            end_section(body, self._is_framed)
        self._pieces.append(_parted(etree.tostring(source.document, encoding="utf-8"))[1])

    def _count_through(
        self,
        own: list[etree._Element],
        texts: list[etree._Element],
        headers: list[Header],
        counting: PageCounting,
    ) -> bool:
        """Let the pages of a document be numbered on through the file, and what it shows be counted
        from its start; whether its end is needed for that.
        """
        counted = [count_from_own_start(text, counting) for text in texts]
        counted.append(count_pages(own[0], headers, counting))
        for section in own:
            continue_page_numbers(section)
        if self._sheets.has_own:
            begin_numbers_anew(own[0], self._sheets.next)
        return any(counted)

    def _make_unique(self, roots: list[etree._Element], suffix: str) -> None:
        self._unique.rename(roots, suffix)
        for root in roots:
            without_comments(root)
            self._unique.number(root)

    def _relate(self, source: Source, headers: list[Header]) -> None:
        """Place the headers and footers of a document as parts of the file, and let its body refer
        to what is here.
        """
        placed = add_headers(headers, source, self._parts)
        for header in headers:
            header.reference.attrib.pop(f"{R}id", None)
        self._parts.relate(source.body, source, source.main, self._relations)
        for header, relation in zip(headers, placed, strict=True):
            header.reference.set(f"{R}id", self._relations.id_of(relation))

    def _empty(self, reference: str) -> str:
        """The relationship's id of an empty header or footer."""
        kind, element = _EMPTY[reference]
        root = made(element)
        root.append(tiny_paragraph())
        name = self._parts.add_new(f"word/{kind}.xml", written(root), kind_of(kind), Relations())
        return self._relations.id_of(Relation(f"{OFFICE}/{kind}", name, False))

    def _mark(
        self, body: etree._Element, counting: PageCounting, needs_end: bool, is_last: bool
    ) -> None:
        """The bookmarks at a document's ends."""
        paragraphs = list(body.iter(f"{W}p"))
        if not paragraphs:
            paragraphs = [tiny_paragraph()]
            body.insert(0, paragraphs[0])
        self._unique.bookmark(paragraphs[0], counting.start)
        if needs_end:
            runs = list(paragraphs[-1].iterchildren(f"{W}r"))
            if is_last and runs:
                # LibreOffice loses an empty one behind all that a file holds.
                self._unique.around(runs[-1], counting.end)
            else:
                self._unique.bookmark(paragraphs[-1], counting.end, is_behind=True)

    def _is_framed(self, paragraph: etree._Element) -> bool:
        if paragraph.find(f"{W}pPr/{W}framePr") is not None:
            return True
        return self._list_styles.framed(value(paragraph, "pPr/pStyle") or self._list_styles.default)

    def _numbering_of(self, source: Source) -> etree._Element:
        """The numbering of a document; most have the same, which is read once."""
        part = source.shared.get("numbering")
        key = part and source.fingerprint(part)
        if self._last_numbering is None or self._last_numbering[0] != key:
            self._last_numbering = (key, source.shared_root("numbering"))
        return self._last_numbering[1]

    def packed(self) -> bytes:
        """The print file."""
        parts = {"styles": self._styles, **self._notes.roots}
        parts |= {"numbering": self._lists.root} if len(self._lists.root) else {}
        for kind, root in parts.items():
            name = self._parts.add(
                f"word/{kind}.xml", written(root), kind_of(kind), self._links.get(kind)
            )
            self._relations.id_of(Relation(f"{OFFICE}/{kind}", name, False))
        before, _, after = self._frame
        content = b"".join((DECLARATION.encode(), before, *self._pieces, after))
        self._parts.add(_MAIN, content, kind_of("document.main"), self._relations)
        return self._parts.packed(_MAIN, self._properties)


def _tells_even_pages(source: Source) -> bool:
    """Whether even pages have headers of their own (17.10.1)."""
    even = source.shared_root("settings").find(f"{W}evenAndOddHeaders")
    return even is not None and even.get(f"{W}val", "true") not in ("0", "false", "off")


def _parted(document: bytes) -> tuple[bytes, bytes, bytes]:
    """A main part: up to its body's content, that, and the rest. Documents of one kinship begin and
    end alike.
    """
    opening = _BODY.search(document)
    assert opening is not None
    start, end = opening.end(), document.rindex(b"</", 0, document.rindex(b"</"))
    return document[:start], document[start:end], document[end:]
