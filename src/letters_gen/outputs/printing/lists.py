"""Numbered lists of many documents in one file: each document has instances of its own, which begin
anew.

Instances (`w:num`) of one definition count on together; an override of the start of every level
lets an instance begin where a document by itself would (ECMA-376-1, 17.9.15 num, 17.9.8
lvlOverride, 17.9.26 startOverride).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from letters_gen.word.elements import made, properties, remove, value
from letters_gen.word.list_links import meant_definitions
from letters_gen.word.names import W
from letters_gen.word.order import put
from letters_gen.word.styles import Styles

# What ties a definition to styles and pictures of its own document.
_LINKS = tuple(f"{W}{name}" for name in ("pStyle", "styleLink", "numStyleLink", "lvlPicBulletId"))


class ListStyles:
    """The paragraph styles that number: the instance and level of each, with what it inherits
    (17.7.2).
    """

    def __init__(self, styles: etree._Element | None) -> None:
        self._styles = Styles(styles)
        self._instances: dict[str, str | None] = {}
        self._meant: tuple[etree._Element, Mapping[str, str]] | None = None
        self.default = self._styles.basic.get("paragraph", "")

    def instance(self, style: str) -> str | None:
        """The numbering instance that a style gives its paragraphs."""
        if style not in self._instances:
            line = self._styles.line(style)
            self._instances[style] = self._styles.said(line, "pPr/numPr/numId")
        return self._instances[style]

    def level(self, style: str) -> str:
        """The level on which a style numbers, '' where it doesn't say."""
        return self._styles.said(self._styles.line(style), "pPr/numPr/ilvl") or ""

    def meant_definitions(self, numbering: etree._Element) -> Mapping[str, str]:
        """The definitions that only point to a list style, with those that are meant."""
        if self._meant is None or self._meant[0] is not numbering:
            self._meant = (numbering, meant_definitions(numbering, self._styles))
        return self._meant[1]

    def framed(self, style: str) -> bool:
        """Whether the paragraphs of a style stand in a frame."""
        line = self._styles.line(style)
        return any(one.find(f"{W}pPr/{W}framePr") is not None for one in line)


class Lists:
    """The numbering part of the file: the first document's definitions, and the instances of
    all.
    """

    def __init__(self, numbering: etree._Element) -> None:
        self.root = numbering
        self._starts: dict[str, dict[str, str]] = {}
        self._levels: dict[str, dict[str, str]] = {}
        # The last definition or instance: behind it the next one comes.
        self._end: etree._Element | None = None
        self._last = 0
        for one in numbering.iter(f"{W}abstractNum"):
            self._starts[_id(one)], self._levels[_id(one)] = _starts(one), _levels(one)
            self._end = one
        for one in numbering.iter(f"{W}num"):
            self._last = max(self._last, int(one.get(f"{W}numId") or 0))
            self._end = one

    def adopt(self, own: etree._Element) -> None:
        """Take in the definitions of a document of another kind; `own`, its numbering part, is
        changed to match.
        """
        ids = (int(key) for key in self._starts if key.isdigit())
        following = max(ids, default=-1) + 1
        changed: dict[str, str] = {}
        for definition in own.iter(f"{W}abstractNum"):
            changed[_id(definition)] = str(following)
            definition.set(f"{W}abstractNumId", str(following))
            self._starts[str(following)] = _starts(definition)
            self._levels[str(following)] = _levels(definition)
            following += 1
            taken = deepcopy(definition)
            for linked in list(taken.iter(*_LINKS)):
                remove(linked)
            self._insert(taken)
        for reference in own.iter(f"{W}abstractNumId"):
            reference.set(f"{W}val", changed.get(reference.get(f"{W}val") or "", "0"))

    def _insert(self, definition: etree._Element) -> None:
        """Definitions stand before instances (17.9.16)."""
        first = self.root.find(f"{W}num")
        if first is not None:
            first.addprevious(definition)
            return
        self.root.append(definition)
        self._end = definition

    def begin_anew(
        self, roots: list[etree._Element], own: etree._Element, styles: ListStyles
    ) -> None:
        """Give the lists of one document instances of their own.

        Args:
            roots: the parts of the document, changed in place.
            own: its numbering part; `styles`: its styles.
        """
        known = {one.get(f"{W}numId") or "": one for one in own.iter(f"{W}num")}
        if not known:
            return
        items = list(self._items(roots, known, styles.meant_definitions(own), styles))
        beginning = _beginning(items)
        given: dict[str, str] = {}
        for item in items:
            if item.instance not in given:
                counting_on = _counting_on(item, beginning)
                original = known[item.instance]
                given[item.instance] = self._made(original, item.definition, counting_on)
            _number(item.paragraph, given[item.instance], item.level)

    def _items(
        self,
        roots: Iterable[etree._Element],
        known: Mapping[str, etree._Element],
        meant: Mapping[str, str],
        styles: ListStyles,
    ) -> Iterator[_Item]:
        """The numbered paragraphs of a document."""
        for paragraph in (one for root in roots for one in root.iter(f"{W}p")):
            instance = _instance(paragraph, styles)
            if instance in known:
                definition = value(known[instance], "abstractNumId") or ""
                definition = meant.get(definition, definition)
                level = self._level(paragraph, definition, styles)
                yield _Item(paragraph, instance, definition, level)

    def _level(self, paragraph: etree._Element, definition: str, styles: ListStyles) -> str:
        """The level of a paragraph: its own, else that which names its style, else that which the
        style names.
        """
        own = value(paragraph, "pPr/numPr/ilvl")
        if own is not None:
            return own
        style = value(paragraph, "pPr/pStyle") or styles.default
        return self._levels.get(definition, {}).get(style) or styles.level(style) or "0"

    def _made(self, original: etree._Element, definition: str, counting_on: Collection[str]) -> str:
        """A new instance of `definition` that is as `original`, and begins anew on every level but
        those where it counts on after another of the document; its number.
        """
        self._last += 1
        instance = made("num", numId=str(self._last))
        instance.append(made("abstractNumId", val=definition))
        overrides = {one.get(f"{W}ilvl") or "": one for one in original.iter(f"{W}lvlOverride")}
        for level, start in self._starts.get(definition, {}).items():
            if level in overrides:
                override = deepcopy(overrides[level])
            else:
                override = made("lvlOverride", ilvl=level)
            if level in counting_on:
                if level in overrides:
                    instance.append(override)
                continue
            if override.find(f"{W}startOverride") is None:
                begins = value(override, "lvl/start") or start
                override.insert(0, made("startOverride", val=begins))
            instance.append(override)
        if self._end is not None:
            self._end.addnext(instance)
        self._end = instance
        return str(self._last)


@dataclass(frozen=True)
class _Item:
    """A numbered paragraph, with what numbers it."""

    paragraph: etree._Element
    instance: str
    definition: str
    level: str


def _beginning(items: Iterable[_Item]) -> dict[tuple[str, str], str]:
    """Of each level of a definition the instance that numbers it first: the others of the document
    count on after it.
    """
    first: dict[tuple[str, str], str] = {}
    for item in items:
        first.setdefault((item.definition, item.level), item.instance)
    return first


def _counting_on(item: _Item, beginning: Mapping[tuple[str, str], str]) -> set[str]:
    """The levels that an item's instance doesn't begin."""
    return {
        level
        for (definition, level), first in beginning.items()
        if definition == item.definition and first != item.instance
    }


def _instance(paragraph: etree._Element, styles: ListStyles) -> str:
    """The instance that numbers a paragraph: its own, else its style's; '' where none does."""
    own = paragraph.find(f"{W}pPr")
    written = value(own, "numPr/numId")
    if written is not None:
        return written
    return styles.instance(value(own, "pStyle") or styles.default) or ""


def _id(definition: etree._Element) -> str:
    return definition.get(f"{W}abstractNumId") or ""


def _starts(definition: etree._Element) -> dict[str, str]:
    """Where each level of a definition begins; 0 where it doesn't say (17.9.25)."""
    starts: dict[str, str] = {}
    for level in definition.findall(f"{W}lvl"):
        starts[level.get(f"{W}ilvl") or "0"] = value(level, "start") or "0"
    return starts


def _levels(definition: etree._Element) -> dict[str, str]:
    """The levels of a definition by the paragraph styles that they belong to (17.9.23)."""
    found: dict[str, str] = {}
    for level in definition.findall(f"{W}lvl"):
        style = value(level, "pStyle")
        if style:
            found[style] = level.get(f"{W}ilvl") or "0"
    return found


def _number(paragraph: etree._Element, instance: str, level: str) -> None:
    """Let `instance` number a paragraph, on `level` where it doesn't say its own."""
    own = properties(paragraph)
    numbering = own.find(f"{W}numPr")
    if numbering is None:
        numbering = put(own, made("numPr"))
    number = numbering.find(f"{W}numId")
    if numbering.find(f"{W}ilvl") is None:
        numbering.insert(0, made("ilvl", val=level))
    if number is None:
        number = made("numId")
        numbering.insert(1, number)
    number.set(f"{W}val", instance)
