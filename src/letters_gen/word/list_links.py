"""Definitions of lists that say nothing themselves and point to a list style (ISO/IEC 29500-1,
17.9.21 `numStyleLink`, 17.9.27 `styleLink`).
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from letters_gen.word.elements import value
from letters_gen.word.names import W
from letters_gen.word.styles import Styles


def meant_definitions(numbering: etree._Element, styles: Styles) -> Mapping[str, str]:
    """The definitions that point to another, by their ids, with the id of the one that is meant."""
    by_style, pointing = _said(numbering, "styleLink"), _said(numbering, "numStyleLink")
    defining = {style: identity for identity, style in by_style.items()}
    instances = _instances(numbering) if pointing else {}
    meant: dict[str, str] = {}
    for identity, style in pointing.items():
        number = styles.said(styles.line(style), "pPr/numPr/numId")
        found = defining.get(style) or instances.get(number or "", "")
        if found and found not in pointing:
            meant[identity] = found
    return meant


def _said(numbering: etree._Element, name: str) -> dict[str, str]:
    """The definitions that say `name`, by their ids, with what they say."""
    found: dict[str, str] = {}
    for definition in numbering.iter(f"{W}abstractNum"):
        style = value(definition, name)
        if style:
            found[definition.get(f"{W}abstractNumId", "")] = style
    return found


def _instances(numbering: etree._Element) -> dict[str, str]:
    """The instances of lists by their ids, with their definitions."""
    return {
        instance.get(f"{W}numId", ""): value(instance, "abstractNumId") or ""
        for instance in numbering.iter(f"{W}num")
    }
