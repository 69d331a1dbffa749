"""PDF files, read and joined by PDFium: how many pages they have, whose faces are in them, what
they say, how they look.

PDFium works in one thread at a time; whatever opens a file here closes it again.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from letters_gen.errors import InputError, Place
from letters_gen.office.files import read_file

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

# A face that is embedded in part has a mark of six letters before its name (ISO 32000-1, 9.6.4).
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_PDF_A = re.compile(rb"pdfaid:part(>|=\")1")
_POINTS = 72


@dataclass(frozen=True)
class PdfFacts:
    """What a PDF is.

    Attributes:
        pages: how many it has.
        program: what made it: `LibreOffice 7.4`.
        faces: the names of the faces that its text is set in, as the file has them:
            `LiberationSerif-Bold`; each with whether it is embedded.
        is_archival: whether it says of itself that it is PDF/A-1.
    """

    pages: int
    program: str
    faces: tuple[tuple[str, bool], ...]
    is_archival: bool


def pdf_facts(path: Path) -> PdfFacts:
    """What the PDF at `path` is; raises InputError `pdf-damaged`."""
    content = read_file(path)
    with _opened(content, path.name) as document:
        faces: dict[str, bool] = {}
        for page in _pages(document):
            faces.update(_faces(page))
        program = document.get_metadata_value("Producer")
        found = tuple(sorted(faces.items()))
        return PdfFacts(len(document), program, found, bool(_PDF_A.search(content)))


def page_count(path: Path) -> int:
    """How many pages the PDF at `path` has; raises InputError `pdf-damaged`."""
    with _opened(read_file(path), path.name) as document:
        return len(document)


def page_texts(path: Path) -> list[str]:
    """The text of each page; raises InputError `pdf-damaged`."""
    texts = []
    with _opened(read_file(path), path.name) as document:
        for page in _pages(document):
            text = page.get_textpage()
            texts.append(text.get_text_range().replace("\r\n", "\n"))
            text.close()
    return texts


def page_pictures(path: Path, resolution: int) -> Iterator[bytes]:
    """Each page as a PNG of so many dots per inch; raises InputError `pdf-damaged`."""
    with _opened(read_file(path), path.name) as document:
        for page in _pages(document):
            bitmap = page.render(scale=resolution / _POINTS)
            drawn = BytesIO()
            bitmap.to_pil().save(drawn, "PNG")
            bitmap.close()
            yield drawn.getvalue()


def joined(parts: Iterable[Path], blanks: bool) -> bytes:
    """One PDF of the pages of `parts`, in their order, each page as it is alone.

    Args:
        blanks: whether a part of an odd number of pages gets a blank one behind it, so that each
            begins on the front of a sheet where both sides are printed on.

    Raises:
        InputError: `pdf-damaged`.
    """
    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    try:
        for path in parts:
            with _opened(read_file(path), path.name) as part:
                whole.import_pages(part)
                if blanks and len(part) % 2:
                    whole.new_page(*part.get_page_size(len(part) - 1))
        content = BytesIO()
        whole.save(content)
        return content.getvalue()
    finally:
        whole.close()


def starts(pages: Sequence[int], first: int, blanks: bool) -> list[int]:
    """On which page of a joined PDF each part begins; `pages` are those of the parts, `first` that
    of the first of them.
    """
    found = []
    for number in pages:
        found.append(first)
        first += number + (number % 2 if blanks else 0)
    return found


def _faces(page: PdfPage) -> dict[str, bool]:
    """The faces of a page's text, and whether each is embedded."""
    from pypdfium2 import raw

    seen, faces = set[int](), dict[str, bool]()
    for text in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        face = raw.FPDFTextObj_GetFont(text)
        address = ctypes.addressof(face.contents) if face else 0
        if address in seen:
            continue
        seen.add(address)
        if face:
            faces[_name(face)] = bool(raw.FPDFFont_GetIsEmbedded(face))
    return faces


def _name(face: object) -> str:
    from pypdfium2 import raw

    size = raw.FPDFFont_GetBaseFontName(face, None, 0)
    name = ctypes.create_string_buffer(size)
    raw.FPDFFont_GetBaseFontName(face, name, size)
    return _SUBSET.sub("", name.value.decode("utf-8", "replace"))


def _pages(document: PdfDocument) -> Iterator[PdfPage]:
    """The pages, none of them kept."""
    for number in range(len(document)):
        page = document[number]
        yield page
        page.close()


@contextmanager
def _opened(content: bytes, name: str) -> Iterator[PdfDocument]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise InputError("pdf-damaged", Place(file=name)) from error
    try:
        yield document
    finally:
        document.close()
