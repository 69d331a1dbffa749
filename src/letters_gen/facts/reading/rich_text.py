"""Texts of an .xlsx that are written in pieces: what stands above the line is a footnote's mark and
no part of a number, what is struck out doesn't hold.

Calamine joins the pieces: a one with the mark ² would be a twelve.
"""

from __future__ import annotations

import re

from lxml import etree

from letters_gen.word.elements import parsed, written

_SIGNS = (b"superscript", b"strike")
_MARK = re.compile(r"[\d*,)\s]+")
_STRUCK = "\u0336"


def is_marked(xml: bytes) -> bool:
    """Whether a part may hold texts with pieces above the line or struck out."""
    return any(sign in xml for sign in _SIGNS)


def without_marks(xml: bytes) -> bytes:
    """A part with shared strings, or a worksheet, without footnote marks; what is struck out stays
    so, letter by letter, and is read as nothing that it isn't.

    Raises:
        etree.LxmlError, ValueError: it isn't well-formed.
    """
    root = parsed(xml)
    for string in root.iter("{*}si", "{*}is"):
        runs = list(string.iterchildren("{*}r"))
        if not all(_is_raised(run) for run in runs):
            for run in runs:
                _settle(run)
    return written(root)


def _settle(run: etree._Element) -> None:
    for text in run.iterchildren("{*}t"):
        said = text.text or ""
        if _is_raised(run) and _MARK.fullmatch(said):
            text.text = ""
        elif _is_struck(run):
            text.text = "".join(letter + _STRUCK for letter in said)


def _is_raised(run: etree._Element) -> bool:
    sign = run.find("{*}rPr/{*}vertAlign")
    return sign is not None and sign.get("val") == "superscript"


def _is_struck(run: etree._Element) -> bool:
    sign = run.find("{*}rPr/{*}strike")
    return sign is not None and sign.get("val") not in ("0", "false")
