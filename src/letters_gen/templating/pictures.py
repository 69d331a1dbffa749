"""Pictures among the values: each takes the place of a placeholder picture of the template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from letters_gen.errors import InputError, Place
from letters_gen.templating.package import Package, parsed
from letters_gen.templating.packing import Packed, stored

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SIGNS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"BM": "bmp"}
_SAME = {"jpg": "jpeg"}


@dataclass(frozen=True)
class Picture:
    """A value that is a picture (QR code, facsimile, emblem): the bytes of a PNG, JPEG, GIF or BMP
    file.

    It takes the place of the template's picture whose name, title or alternative text is the
    value's dotted name.
    """

    data: bytes


@dataclass(frozen=True)
class Placeholder:
    """A picture of the template that a value may replace: the value's dotted name, and the member
    that holds it.
    """

    name: str
    member: str


def placeholders(package: Package, parts: Sequence[str]) -> tuple[Placeholder, ...]:
    """The named pictures in `parts`."""
    return tuple(dict.fromkeys(found for part in parts for found in _in_part(package, part)))


def _in_part(package: Package, part: str) -> Iterator[Placeholder]:
    members = {target.id: target.name for target in package.targets(part)}
    root = parsed(package.members[part].content, package.file, part)
    for properties in root.iter(f"{_DRAWING}docPr"):
        drawing = properties.getparent()
        blip = None if drawing is None else next(drawing.iter(f"{_MAIN}blip"), None)
        member = None if blip is None else members.get(blip.get(f"{_RELATIONS}embed") or "")
        for name in {properties.get(key) or "" for key in ("name", "descr", "title")}:
            if member in package.members and name:
                yield Placeholder(name, str(member))


def replaced(
    found: Sequence[Placeholder], values: Mapping[str, Any], file: str
) -> Iterator[Packed]:
    """The members that the pictures among `values` replace.

    Raises:
        InputError: `picture-kind` for a picture of another kind than its placeholder.
    """
    for placeholder in found:
        value = _value(values, placeholder.name)
        if isinstance(value, Picture):
            wanted = placeholder.member.rpartition(".")[2].lower()
            kind = next((kind for sign, kind in _SIGNS.items() if value.data.startswith(sign)), "?")
            if kind != _SAME.get(wanted, wanted):
                raise InputError(
                    "picture-kind",
                    Place(file=file),
                    field=placeholder.name,
                    found=kind,
                    wanted=wanted,
                )
            yield stored(placeholder.member, value.data)


def _value(values: Mapping[str, Any], name: str) -> object:
    value: object = values
    for word in name.split("."):
        value = value.get(word) if isinstance(value, Mapping) else None
    return value
