"""Tags where nothing is filled: the target of a link, a style's name, the settings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from lxml import etree

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.templating.harm import place_of_relation
from letters_gen.word.names import CONTENT_TYPES, PACKAGE
from letters_gen.word.package import Package

_TAG = re.compile(r"\{\{.{1,200}?\}\}|\{%.{1,200}?%\}", re.DOTALL)
_RELATIONSHIP = f"{{{PACKAGE}/relationships}}Relationship"
# Parts that no page shows: building blocks for whoever writes.
_HIDDEN = "glossary"


def filled_parts(package: Package) -> list[str]:
    """The parts in which tags are filled: those of text and of properties, the data of bound
    controls, and what charts and diagrams say.
    """
    drawn = [
        name
        for name in package
        if package.kind(name).endswith(("drawingml.chart+xml", "drawingml.diagramData+xml"))
    ]
    return [*package.text_parts, *package.property_parts, *package.stores.values(), *drawn]


def stray_tags(package: Package, filled: Collection[str]) -> Iterator[LettersError]:
    """Tags in parts that aren't among the `filled`.

    Code: `template-tag-stray` (tag).
    """
    for part in package:
        if part in filled or _HIDDEN in part.lower() or part == CONTENT_TYPES:
            continue
        if part.lower().endswith(".rels"):
            yield from _in_targets(package, part)
        elif package.kind(part).endswith("xml") and not package.kind(part).startswith("image/"):
            for text in _texts(package.root(part)):
                yield from _faults(text, Place(file=package.file, part=part, text=text.strip()))


def _texts(root: etree._Element) -> Iterator[str]:
    """All that a part says, in its elements and in their attributes."""
    for element in root.iter(etree.Element):
        yield from (str(value) for value in element.attrib.values())
        yield element.text or ""


def _faults(text: str, place: Place) -> Iterator[LettersError]:
    for match in _TAG.finditer(text):
        yield InputError("template-tag-stray", place, tag=match[0])


def _in_targets(package: Package, holder: str) -> Iterator[LettersError]:
    """Tags in what relationships point to, told at the link where there is one."""
    for node in package.root(holder).iter(_RELATIONSHIP):
        target = unquote(node.get("Target", ""))
        if _TAG.search(target):
            place = place_of_relation(package, holder, node.get("Id", ""), target)
            yield from _faults(target, place)
