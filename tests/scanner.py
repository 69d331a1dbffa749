"""A scanner: papers drawn as it would give them: skewed, faint, upside down, dirty."""

from __future__ import annotations

import random
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

RESOLUTION = 200
_PAGE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n"
)


def small_scan(mark: str = "", size: int = 0) -> bytes:
    """A PDF of one empty page, each `mark` another file; of some `size` where that matters."""
    said = b"% " + mark.encode()
    return _PAGE + said.ljust(size - len(_PAGE), b".") + b"\n%%EOF\n"


def papers(pdf: Path) -> Iterator[Image.Image]:
    """The pages of a PDF as they come out of a printer, drawn for the scanner's resolution."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        yield page.render(scale=RESOLUTION / 72, grayscale=True).to_pil().convert("L")
    document.close()


def scanned(paper: Image.Image, chance: random.Random) -> Image.Image:
    """A paper as a scanner sees it: every third one upside down, one in ten lying across, each a
    little skewed; faint toner, a grey ground, a blur, noise, specks, a JPEG's traces.
    """
    seen = _laid(paper, chance)
    seen = _faint(seen, chance)
    seen = seen.filter(ImageFilter.GaussianBlur(chance.uniform(0.2, 1.1)))
    noise = Image.effect_noise(seen.size, chance.uniform(4, 24))
    seen = ImageChops.add(seen, noise, offset=-128)
    _speckle(seen, chance)
    return _compressed(seen, chance)


def _laid(paper: Image.Image, chance: random.Random) -> Image.Image:
    turned = 180 if chance.random() < 1 / 3 else 0
    if chance.random() < 0.1:
        turned += 90
    skewed = chance.uniform(-3, 3)
    across = turned in (90, 270)
    paper = paper.rotate(turned, expand=across)
    return paper.rotate(skewed, resample=Image.Resampling.BICUBIC, fillcolor=255)


def _faint(seen: Image.Image, chance: random.Random) -> Image.Image:
    """Toner between black and a light grey, paper between white and recycled."""
    ink, ground = chance.choice((20, 60, 110, 150)), chance.randint(215, 255)
    return seen.point([round(ink + (ground - ink) * shade / 255) for shade in range(256)])


def _speckle(seen: Image.Image, chance: random.Random) -> None:
    draw = ImageDraw.Draw(seen)
    width, height = seen.size
    for _ in range(chance.randint(0, 120)):
        x, y, size = chance.randrange(width), chance.randrange(height), chance.randint(1, 4)
        draw.ellipse((x, y, x + size, y + size), fill=chance.choice((40, 120, 250)))


def _compressed(seen: Image.Image, chance: random.Random) -> Image.Image:
    traces = BytesIO()
    seen.save(traces, "JPEG", quality=chance.randint(35, 85), dpi=(RESOLUTION, RESOLUTION))
    traces.seek(0)
    return Image.open(traces).convert("L")


def saved(pages: list[Image.Image], path: Path) -> Path:
    """The pages as one file: a PDF, or a picture of one page."""
    first, *others = pages
    how = {"save_all": True, "append_images": others} if path.suffix == ".pdf" else {}
    first.save(path, resolution=RESOLUTION, **how)
    return path
