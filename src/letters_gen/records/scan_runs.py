"""Which pages of scans belong together: a document runs from its code to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from letters_gen.model.document_code import DocumentCode, read_code
from letters_gen.outputs.scanned_pages import ScannedPage


@dataclass(frozen=True)
class Run:
    """Pages that belong together.

    Attributes:
        codes: the documents' codes on its first page: one of a document, none of pages that no
            code stands before, several where documents were laid on one page.
    """

    pages: tuple[ScannedPage, ...]
    codes: tuple[DocumentCode, ...] = ()

    @property
    def length(self) -> int:
        """Of how many pages it is; the blank backs of sheets are none."""
        return sum(not page.is_blank for page in self.pages)

    @property
    def code(self) -> DocumentCode | None:
        """The code of the one document that it is."""
        return self.codes[0] if len(self.codes) == 1 else None


def runs_of(pages: Iterable[ScannedPage]) -> list[Run]:
    """The runs of one file; other QR codes than documents' are passed over."""
    runs: list[Run] = []
    for page in pages:
        codes = tuple(code for code in map(read_code, page.texts) if code)
        if codes or not runs:
            runs.append(Run((page,), codes))
        else:
            runs[-1] = replace(runs[-1], pages=(*runs[-1].pages, page))
    return runs


def continued(files: Iterable[Sequence[Run]], missing: Callable[[Run], int]) -> Iterator[Run]:
    """The runs of all files, one after the other: where a scanner makes a file of each page, pages
    without a code follow a document that lacks them, and the blank back of a sheet the sheet.

    Args:
        missing: how many pages a document lacks.
    """
    last: Run | None = None
    for runs in files:
        if last and _is_page_alone(runs) and (missing(last) or not runs[0].length):
            last = replace(last, pages=(*last.pages, *runs[0].pages))
            continue
        if last:
            yield last
        yield from runs[:-1]
        last = runs[-1] if runs else None
    if last:
        yield last


def _is_page_alone(runs: Sequence[Run]) -> bool:
    """Whether a file is one page without a code."""
    return len(runs) == 1 and len(runs[0].pages) == 1 and not runs[0].codes
