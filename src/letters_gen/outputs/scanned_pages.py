"""Scans, read for the codes of documents (form: requisite 31): PDFs and pictures, page by page."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from letters_gen.errors import InputError, Place
from letters_gen.office.files import read_file
from letters_gen.outputs.page_ink import is_blank

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

PROTECTED = "scan-protected"
PDF = ".pdf"
PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff")
_POINTS = 72
# A page is looked at as it is scanned, then larger: of a skewed or faint code more dots a module
# are kept apart.
_RESOLUTIONS = (200, 300)
_ENLARGED = (1.0, 1.5)
_LARGEST = 6000
# What a PDF ends with, a few bytes aside that others put behind it.
_ENDING, _BEHIND = b"%%EOF", 1024


@dataclass(frozen=True)
class ScannedPage:
    """One page of a file: which of its pages, counted from 0, what the QR codes on it say, and
    whether nothing stands on it.
    """

    file: Path
    position: int
    texts: tuple[str, ...]
    is_blank: bool = False


def scanned_pages(path: Path, page_read: Callable[[], None] = lambda: None) -> list[ScannedPage]:
    """The pages of a PDF or a picture, in their order.

    Args:
        page_read: called when a page is read.

    Raises:
        InputError: `scan-protected`: a PDF with a password; `scan-damaged`; what `read_file` tells.
    """
    content = read_file(path)
    with _reading(path.name):
        drawn = _pdf_pages(content) if path.suffix.lower() == PDF else _picture_pages(content)
        return [_page(path, at, pictures, page_read) for at, pictures in enumerate(drawn)]


def page_count(path: Path) -> int:
    """How many pages the PDF or the picture has; raises as `scanned_pages`."""
    content = read_file(path)
    with _reading(path.name):
        return _pdf_length(content) if path.suffix.lower() == PDF else _picture_length(content)


def refuse_unreadable(path: Path) -> None:
    """Raises as `scanned_pages` where a PDF or a picture can't be opened, or isn't there to its
    end.
    """
    content = read_file(path)
    with _reading(path.name):
        if path.suffix.lower() == PDF:
            _pdf_length(content)
            return
        for _ in _frames(content):
            pass


def _page(
    path: Path, at: int, pictures: Iterator[Image], page_read: Callable[[], None]
) -> ScannedPage:
    first = next(pictures)
    texts = _texts(chain([first], pictures))
    page_read()
    return ScannedPage(path, at, texts, is_blank=not texts and is_blank(first))


def pages_alone(path: Path, positions: Sequence[int]) -> bytes:
    """A file of some pages of the PDF or TIFF at `path`, of its kind, each page as it is there;
    raises as `scanned_pages`.
    """
    content, made = read_file(path), BytesIO()
    with _reading(path.name):
        if path.suffix.lower() == PDF:
            _save_pdf_pages(content, positions, made)
        else:
            first, *others = [frame for at, frame in enumerate(_frames(content)) if at in positions]
            first.save(made, "TIFF", save_all=True, append_images=others, compression="tiff_lzw")
    return made.getvalue()


def _save_pdf_pages(content: bytes, positions: Sequence[int], made: BytesIO) -> None:
    import pypdfium2

    whole, part = pypdfium2.PdfDocument(content), pypdfium2.PdfDocument.new()
    part.import_pages(whole, list(positions))
    part.save(made)
    part.close()
    whole.close()


def _pdf_pages(content: bytes) -> Iterator[Iterator[Image]]:
    """Each page, drawn at one resolution after the other as they are asked for."""
    import pypdfium2

    _pdf_length(content)
    with closing(pypdfium2.PdfDocument(content)) as document:
        for number in range(len(document)):
            page = document[number]
            yield (_drawn(page, resolution) for resolution in _RESOLUTIONS)
            page.close()


def _pdf_length(content: bytes) -> int:
    """Raises ValueError, or PdfiumError, where it isn't whole: of one that was cut off PDFium still
    finds what it can.
    """
    import pypdfium2

    with closing(pypdfium2.PdfDocument(content)) as document:
        if not len(document) or _ENDING not in content[-_BEHIND:]:
            raise ValueError("cut off")
        return len(document)


def _drawn(page: PdfPage, resolution: int) -> Image:
    scale = min(resolution / _POINTS, _LARGEST / max(page.get_size()))
    bitmap = page.render(scale=scale, grayscale=True)
    drawn: Image = bitmap.to_pil().convert("L")
    bitmap.close()
    return drawn


def _picture_pages(content: bytes) -> Iterator[Iterator[Image]]:
    """Each page of a picture, as it is and larger."""
    for frame in _frames(content):
        grey = frame.convert("L")
        yield (_enlarged(grey, times) for times in _ENLARGED)


def _frames(content: bytes) -> Iterator[Image]:
    from PIL import Image, ImageSequence

    with Image.open(BytesIO(content)) as picture:
        for frame in ImageSequence.Iterator(picture):
            yield frame.copy()


def _picture_length(content: bytes) -> int:
    from PIL import Image

    with Image.open(BytesIO(content)) as picture:
        return int(getattr(picture, "n_frames", 1))


def _enlarged(picture: Image, times: float) -> Image:
    times = min(times, _LARGEST / max(picture.size))
    width, height = picture.size
    return picture.resize((round(width * times), round(height * times)))


def _texts(pictures: Iterator[Image]) -> tuple[str, ...]:
    """What the codes of a page say, each once: of the first of its pictures on which one is
    read.
    """
    for picture in pictures:
        for looked_at in _mended(picture):
            texts = _read(looked_at)
            if texts:
                return texts
    return ()


def _mended(picture: Image) -> Iterator[Image]:
    """The picture as it is, then without noise, then with a faint print made black."""
    from PIL import ImageFilter, ImageOps

    yield picture
    smooth = picture.filter(ImageFilter.GaussianBlur(1))
    yield smooth
    yield ImageOps.autocontrast(smooth, cutoff=1)


def _read(picture: Image) -> tuple[str, ...]:
    """Read in two ways: an uneven ground and a faint print want different ones."""
    import zxingcpp

    found: dict[str, None] = {}
    kinds = zxingcpp.barcode_formats_from_str("QRCode")
    for binarizer in (zxingcpp.Binarizer.LocalAverage, zxingcpp.Binarizer.GlobalHistogram):
        codes = zxingcpp.read_barcodes(picture, formats=kinds, binarizer=binarizer)
        found |= dict.fromkeys(one.text for one in codes)
    return tuple(found)


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """What PDFium and Pillow stumble over as errors of ours; what they only wonder about is no
    word for a clerk.
    """
    import pypdfium2
    from PIL import Image, UnidentifiedImageError

    damaged = (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError)
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    except pypdfium2.PdfiumError as error:
        is_protected = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        code = PROTECTED if is_protected else "scan-damaged"
        raise InputError(code, Place(file=name)) from error
    except damaged as error:
        raise InputError("scan-damaged", Place(file=name)) from error
