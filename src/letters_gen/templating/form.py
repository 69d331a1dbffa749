"""A template held against the rules of form: departures are notes, never errors (ГОСТ Р 7.0.97-2025
advises).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from letters_gen.errors import Place
from letters_gen.model.oddity import Oddity
from letters_gen.russian.typography import typographic_faults
from letters_gen.templating.package import Package, parsed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MM = 1440 / 25.4
_A4 = {11906, 16838}
_MARGINS = {"left": 20, "right": 10, "top": 20, "bottom": 20}
_SIZES = (24, 28)
_SPACING = (240, 360)
_SLACK = 12
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


@dataclass(frozen=True)
class _Look:
    """What of a paragraph's look is measured: face, size in half-points, spacing in 240ths of a
    line.
    """

    face: str | None = None
    size: int | None = None
    spacing: int | None = None

    def over(self, below: _Look) -> _Look:
        """This look laid over another."""
        return _Look(
            self.face or below.face, self.size or below.size, self.spacing or below.spacing
        )


@dataclass
class _Styles:
    """The looks of a document's styles, each with what it is based on."""

    defaults: _Look
    looks: Mapping[str, _Look]
    bases: Mapping[str, str]
    normal: str = ""
    _known: dict[str, _Look] = field(default_factory=dict)

    def of(self, style: str) -> _Look:
        """The look of a style with all it inherits."""
        look, seen = _Look(), set[str]()
        name = style or self.normal
        while name in self.looks and name not in seen:
            seen.add(name)
            look = look.over(self.looks[name])
            name = self.bases.get(name, "")
        return look.over(self.defaults)


def form_notes(package: Package) -> Iterator[Oddity]:
    """Departures from the rules of form, with the paragraph where there is one.

    Codes: `form-paper`, `form-margin`, `form-faces`, `form-size`, `form-spacing`,
    `form-page-number`, and those of `russian.typography`.
    """
    part = package.main
    root = parsed(package.members[part].content, package.file, part)
    yield from _page(root, Place(file=package.file))
    yield from _type(root, _styles(package), package.file)
    yield from _typography(root, package.file)
    if not _numbers_pages(package):
        yield Oddity("form-page-number", Place(file=package.file))


def _page(root: etree._Element, place: Place) -> Iterator[Oddity]:
    for section in root.iter(f"{W}sectPr"):
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        if size is not None:
            sides = {int(size.get(f"{W}{side}") or 0) for side in ("w", "h")}
            if any(min(abs(side - wanted) for wanted in _A4) > _SLACK for side in sides):
                yield Oddity("form-paper", place)
        for side, wanted in _MARGINS.items():
            found = abs(int(margins.get(f"{W}{side}") or 0)) if margins is not None else 0
            if found < wanted * _MM - _SLACK:
                yield Oddity(
                    "form-margin",
                    place,
                    {"side": side, "found": round(found / _MM), "wanted": wanted},
                )


def _type(root: etree._Element, styles: _Styles, file: str) -> Iterator[Oddity]:
    """Faces, sizes and spacing of the text outside tables; each departure once, where it is first
    met.
    """
    faces: dict[str, int] = {}
    told: set[object] = set()
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        look = styles.of(style.get(f"{W}val") or "" if style is not None else "")
        look = _look(paragraph.find(f"{W}pPr")).over(look)
        if look.face:
            faces.setdefault(look.face, number)
        text = "".join(str(node.text or "") for node in paragraph.iter(f"{W}t"))
        if (
            not text.strip()
            or text.startswith("{%p")
            or next(paragraph.iterancestors(f"{W}tbl"), None) is not None
        ):
            continue
        place = Place(file=file, paragraph=number, text=text)
        if look.size and not _SIZES[0] <= look.size <= _SIZES[1] and look.size not in told:
            told.add(look.size)
            yield Oddity("form-size", place, {"found": look.size / 2})
        if (
            look.spacing
            and not _SPACING[0] <= look.spacing <= _SPACING[1]
            and ("spacing", look.spacing) not in told
        ):
            told.add(("spacing", look.spacing))
            yield Oddity("form-spacing", place, {"found": round(look.spacing / 240, 2)})
    if len(faces) > 1:
        yield Oddity("form-faces", Place(file=file), {"faces": list(faces)})


def _typography(root: etree._Element, file: str) -> Iterator[Oddity]:
    """What the office itself has typed, tags aside: each kind of departure once, where it is first
    met.
    """
    told: set[str] = set()
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        text = "".join(str(node.text or "") for node in paragraph.iter(f"{W}t"))
        for code, words in typographic_faults(_TAG.sub("0", text)):
            if code not in told:
                told.add(code)
                yield Oddity(code, Place(file=file, paragraph=number, text=text), {"words": words})


def _styles(package: Package) -> _Styles:
    name = next((one.name for one in package.targets(package.main) if one.kind == "styles"), None)
    if name is None or name not in package.members:
        return _Styles(_Look(), {}, {})
    root = parsed(package.members[name].content, package.file, name)
    defaults = _look(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")).over(
        _run_look(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    )
    looks, bases, normal = {}, {}, ""
    for style in root.iter(f"{W}style"):
        key, base = style.get(f"{W}styleId") or "", style.find(f"{W}basedOn")
        looks[key] = _run_look(style.find(f"{W}rPr")).over(_look(style.find(f"{W}pPr")))
        bases[key] = base.get(f"{W}val") or "" if base is not None else ""
        if style.get(f"{W}default") == "1" and style.get(f"{W}type") == "paragraph":
            normal = key
    return _Styles(defaults, looks, bases, normal)


def _look(properties: etree._Element | None) -> _Look:
    spacing = None if properties is None else properties.find(f"{W}spacing")
    if spacing is None or spacing.get(f"{W}lineRule") not in (None, "auto"):
        return _Look()
    return _Look(spacing=int(spacing.get(f"{W}line") or 0) or None)


def _run_look(properties: etree._Element | None) -> _Look:
    if properties is None:
        return _Look()
    fonts, size = properties.find(f"{W}rFonts"), properties.find(f"{W}sz")
    face = fonts.get(f"{W}ascii") if fonts is not None else None
    return _Look(face, int(size.get(f"{W}val") or 0) or None if size is not None else None)


def _numbers_pages(package: Package) -> bool:
    """Whether a header has a field PAGE (form: from the second page, centred in the top margin)."""
    headers = [target.name for target in package.targets(package.main) if target.kind == "header"]
    return any(
        b"PAGE" in package.members[name].content for name in headers if name in package.members
    )
