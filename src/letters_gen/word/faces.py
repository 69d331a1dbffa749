"""Which faces a Word package names: what its text is to be set in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from letters_gen.word.names import A, W
from letters_gen.word.package import Package

_SCRIPTS = tuple(f"{W}{name}" for name in ("ascii", "hAnsi", "cs", "eastAsia"))
# What Word takes where a document names none (ECMA-376-1 leaves it to the application).
_UNNAMED = "Times New Roman"
# Faces whose letters are as wide, so that lines break alike (fontconfig's 30-metric-aliases.conf).
_TWINS = {
    "Times New Roman": "Liberation Serif",
    "Arial": "Liberation Sans",
    "Courier New": "Liberation Mono",
    "Calibri": "Carlito",
    "Cambria": "Caladea",
}


def text_faces(package: Package) -> set[str]:
    """The faces that the text of a document itself names, and the one that is its default.

    Raises:
        InputError: a part can't be read (see `Package.root`).
    """
    faces: set[str] = set()
    for part in package.text_parts:
        faces.update(_named(package.root(part).iter(f"{W}rFonts")))
    styles = package.part("styles")
    if styles:
        default = package.root(styles).iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
        faces.update(_named(default))
    return faces or {_UNNAMED}


def named_faces(package: Package) -> set[str]:
    """The faces that anything in a document names: text, symbols, styles, lists, the theme.

    Raises:
        InputError: a part can't be read (see `Package.root`).
    """
    faces = text_faces(package)
    for part in filter(None, map(package.part, ("styles", "numbering"))):
        faces.update(_named(package.root(part).iter(f"{W}rFonts")))
    for part in package.text_parts:
        for symbol in package.root(part).iter(f"{W}sym"):
            faces.add(symbol.get(f"{W}font") or "")
    theme = package.part("theme")
    if theme:
        for face in package.root(theme).iter(f"{A}latin", f"{A}ea", f"{A}cs"):
            faces.add(face.get("typeface") or "")
    return faces - {""}


def with_twins(faces: Iterable[str]) -> set[str]:
    """`faces`, and those that are as wide."""
    named = set(faces)
    return named | {twin for face, twin in _TWINS.items() if face in named}


def _named(fonts: Iterable[etree._Element]) -> Iterator[str]:
    for one in fonts:
        for script in _SCRIPTS:
            name = one.get(script)
            if name:
                yield name
