"""Whether a scanned page has anything on it: the back of a sheet has dust and shadows alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

# The edge of the glass throws shadows.
_MARGIN = 0.04
_SIDE = 800
# What is darker than the paper by so many of 256 shades is ink; what shows through is paler.
_DARKER = 30
# Of the dirtiest blank page 0.04% are as dark as ink, of one that bears a single line 0.07%.
_INK = 0.0005


def is_blank(page: Image) -> bool:
    """Whether less of a page is darker than its paper than a line of text takes."""
    from PIL import ImageFilter

    width, height = page.size
    edge = round(min(page.size) * _MARGIN)
    seen = page.crop((edge, edge, width - edge, height - edge)).convert("L")
    seen = seen.reduce(max(1, round(min(page.size) / _SIDE)))
    shades = seen.filter(ImageFilter.GaussianBlur(1)).histogram()
    dark = sum(shades[: max(0, _paper(shades) - _DARKER)])
    return dark < _INK * sum(shades)


def _paper(shades: list[int]) -> int:
    """The shade of the paper: the one in the middle of all."""
    half, below = sum(shades) / 2, 0
    for shade, number in enumerate(shades):
        below += number
        if below >= half:
            return shade
    return len(shades) - 1
