"""Pictures among the values: each takes the place of a placeholder picture of the template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from letters_gen.errors import InputError, Place
from letters_gen.model.field import FieldValues
from letters_gen.word.names import DRAWING, WP, A, R
from letters_gen.word.package import Package
from letters_gen.word.packing import Packed, stored

_SIGNS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"BM": "bmp"}
_SAME = {"jpg": "jpeg"}
_NAMED_BY = ("name", "descr", "title")


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
    found: dict[Placeholder, None] = {}
    for part in parts:
        found |= dict.fromkeys(_in_part(package, part))
    return tuple(found)


def _in_part(package: Package, part: str) -> Iterator[Placeholder]:
    """The pictures of one part, under each of their names."""
    for properties in package.root(part).iter(f"{WP}{DRAWING}"):
        member = _member(package, part, properties.getparent())
        if member is None:
            continue
        for key in _NAMED_BY:
            name = properties.get(key)
            if name:
                yield Placeholder(name, member)


def _member(package: Package, part: str, drawing: etree._Element | None) -> str | None:
    """The member that holds the picture of a drawing, None where it has none in the package."""
    blip = None if drawing is None else next(drawing.iter(f"{A}blip"), None)
    if blip is None:
        return None
    relation = package.relations(part).get(blip.get(f"{R}embed") or "")
    return None if relation is None else package.stored_name(relation.target)


def replaced(found: Sequence[Placeholder], values: FieldValues, file: str) -> Iterator[Packed]:
    """The members that the pictures among `values` replace.

    Raises:
        InputError: `picture-kind` for a picture of another kind than its placeholder.
    """
    for placeholder in found:
        value = _value(values, placeholder.name)
        if not isinstance(value, Picture):
            continue
        wanted = placeholder.member.rpartition(".")[2].lower()
        kind = _kind(value.data)
        if kind != _SAME.get(wanted, wanted):
            place, field = Place(file=file), placeholder.name
            raise InputError("picture-kind", place, field=field, found=kind, wanted=wanted)
        yield stored(placeholder.member, value.data)


def _kind(data: bytes) -> str:
    """The kind of a picture by its first bytes, '?' for one that Word may not know."""
    for sign, kind in _SIGNS.items():
        if data.startswith(sign):
            return kind
    return "?"


def _value(values: FieldValues, name: str) -> object:
    """The value of a dotted name, None where there is none."""
    value: object = values
    for word in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(word)
    return value
