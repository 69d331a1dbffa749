"""The marks of a document's notes, as the document shows them by itself (ISO/IEC 29500-1, 17.11).

In a file of many documents notes would be numbered on, or by each program otherwise: their marks
are written out, so that every program shows those.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from letters_gen.word.elements import value
from letters_gen.word.names import W

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CHICAGO = "*†‡§"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(frozen=True)
class _Numbering:
    """How the notes of a section are numbered."""

    format: str
    start: int
    restart: str


def note_marks(
    body: etree._Element, settings: etree._Element, name: str
) -> Iterator[tuple[etree._Element, str | None]]:
    """The references to notes of a kind, in their order, each with its mark; None for one that has
    its own, or is counted page by page.

    Args:
        name: `footnote` or `endnote`.
    """
    usual = _numbering(settings.find(f"{W}{name}Pr"), _Numbering(_USUAL[name], 1, "continuous"))
    number = usual.start - 1
    waiting: list[etree._Element] = []
    for element in body.iter(f"{W}{name}Reference", f"{W}sectPr"):
        if element.tag != f"{W}sectPr":
            waiting.append(element)
            continue
        own = _numbering(element.find(f"{W}{name}Pr"), usual)
        if own.restart == "eachSect":
            number = own.start - 1
        for reference in waiting:
            if own.restart == "eachPage" or _has_own_mark(reference):
                yield reference, None
            else:
                number += 1
                yield reference, _shown(number, own.format)
        waiting = []


def _numbering(said: etree._Element | None, otherwise: _Numbering) -> _Numbering:
    """What a section or the settings say, else what holds `otherwise`."""
    start = value(said, "numStart")
    return _Numbering(
        value(said, "numFmt") or otherwise.format,
        int(start) if start and start.isdigit() else otherwise.start,
        value(said, "numRestart") or otherwise.restart,
    )


def _has_own_mark(reference: etree._Element) -> bool:
    return reference.get(f"{W}customMarkFollows", "0") not in ("0", "false", "off")


def _shown(number: int, kind: str) -> str:
    """A number as a note's mark."""
    match kind:
        case "lowerRoman" | "upperRoman":
            text = _roman(number)
        case "lowerLetter" | "upperLetter":
            text = _letters(number, _LATIN)
        case "russianLower" | "russianUpper":
            text = _letters(number, _RUSSIAN)
        case "chicago":
            text = _CHICAGO[(number - 1) % 4] * ((number - 1) // 4 + 1)
        case _:
            text = str(number)
    return text.upper() if kind.startswith("upper") or kind.endswith("Upper") else text


def _roman(number: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        text += sign * (number // size)
        number %= size
    return text


def _letters(number: int, alphabet: str) -> str:
    """a … z, aa … zz (17.18.59)."""
    times, at = divmod(number - 1, len(alphabet))
    return alphabet[at] * (times + 1)
