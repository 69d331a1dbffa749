"""One .docx of many finished documents, to print and to sign against: a cover that lists them, then
each of them.

Each document keeps its page setup, headers, footers, page numbers, lists, pictures and links, and
begins a new page. One package has one set of styles, list definitions, theme and settings:
documents are joined that share them (`kinship`), and the cover's styles are taken in beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from letters_gen.errors import InputError
from letters_gen.outputs.printing.page_count import (
    ParagraphHeights,
    fit_row_heights,
    page_count,
)
from letters_gen.outputs.printing.source import Source
from letters_gen.outputs.printing.volume import Volume

Finished = bytes | Path
_BOOKMARK = "_print_{}"


def bookmark(position: int) -> str:
    """The bookmark at the start of the document at `position`, from 1: what the cover's PAGEREF
    fields name.
    """
    return _BOOKMARK.format(position)


def kinship(document: Finished) -> str:
    """A digest that is equal for documents which one print file can hold (see `Source.kinship`).

    Raises:
        InputError: `print-damaged`: the file is no .docx that can be read.
    """
    source = Source(document)
    try:
        return source.kinship
    finally:
        source.close()


def print_file(cover: Finished, documents: Iterable[Finished]) -> bytes:
    """The print file: the cover, then `documents` in their order. Equal input gives equal bytes.

    The page that the cover's PAGEREF fields show is right where every document has one page; Word
    computes them anew before it prints, LibreOffice when it opens the file. Where documents number
    their pages anew (see `own_numbers`) the pages are counted by their geometry; Word adds them up
    anew when fields are updated.

    Args:
        cover: the finished cover; its PAGEREF fields name the documents by `bookmark`.
        documents: finished documents of one `kinship`, at least one; each is read when its turn
            comes.

    Raises:
        InputError: `print-damaged`; `print-not-kin`: a document of another kinship than the first;
            `print-nothing`.
    """
    queue = _last_marked(documents)
    first = next(queue, None)
    if first is None:
        raise InputError("print-nothing")
    source, is_last = Source(first[0]), first[1]
    front = Source(cover)
    styles = front.shared_root("styles")
    fit_row_heights(front.body, styles)
    volume = Volume(source, page_count(front.body, ParagraphHeights(styles)))
    names: dict[str, int] = {}
    while True:
        names[bookmark(len(names) + 1)] = len(names) + 1
        volume.add(source, bookmark(len(names)), is_last)
        source.close()
        following = next(queue, None)
        if following is None:
            volume.add_cover(front, styles, names)
            return volume.packed()
        source, is_last = Source(following[0]), following[1]


def _last_marked(documents: Iterable[Finished]) -> Iterator[tuple[Finished, bool]]:
    """The documents, each with whether it is the last."""
    queue = iter(documents)
    current = next(queue, None)
    while current is not None:
        following = next(queue, None)
        yield current, following is None
        current = following
