"""Footnotes and endnotes of many documents in one file: footnotes stand in one part under new
numbers, endnotes become the last paragraphs of their document; both show the marks that they had.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from letters_gen.outputs.printing.note_marks import note_marks
from letters_gen.outputs.printing.page_numbers import for_word
from letters_gen.outputs.printing.parts import Parts, Relations
from letters_gen.outputs.printing.source import Source
from letters_gen.word.elements import made, properties, remove
from letters_gen.word.names import W
from letters_gen.word.order import put

_KINDS = {"footnotes": "footnote", "endnotes": "endnote"}
_FOOT, _END = _KINDS


class Notes:
    """The parts of notes: of the first document only the separators, then the footnotes of all.

    Attributes:
        roots, relations: by kind, `footnotes` and `endnotes`; a kind that the first document lacks
            isn't there.
    """

    def __init__(self, first: Source) -> None:
        self.roots: dict[str, etree._Element] = {}
        self.relations: dict[str, Relations] = {}
        self._last = 0
        self._settings = first.shared_root("settings")
        for kind in _KINDS:
            if kind in first.shared:
                root = first.root(first.shared[kind])
                for note in list(root):
                    if note.get(f"{W}type", "normal") == "normal":
                        root.remove(note)
                self.roots[kind], self.relations[kind] = root, Relations()
                if kind == _FOOT:
                    self._last = max((_id(separator) for separator in root), default=0)

    def taken(self, source: Source, body: etree._Element) -> list[tuple[str, etree._Element]]:
        """The notes that a document's body refers to, each with its kind; the body shows their
        marks. Footnotes are taken in and referred to by new numbers.
        """
        found: list[tuple[str, etree._Element]] = []
        for kind in self.roots:
            for reference, note, mark in self._noted(source, body, kind):
                if mark is not None:
                    _show_in_note(note, kind, mark)
                if kind == _END:
                    _show_in_text(reference, mark or "")
                else:
                    self._add(reference, note, mark)
                found.append((kind, note))
        return found

    def _noted(
        self, source: Source, body: etree._Element, kind: str
    ) -> Iterator[tuple[etree._Element, etree._Element, str | None]]:
        """The references to notes of a kind, each with a note of its own and its mark."""
        name = _KINDS[kind]
        if kind not in source.shared or next(body.iter(f"{W}{name}Reference"), None) is None:
            return
        own = {_id(note): note for note in source.root(source.shared[kind])}
        for reference, mark in list(note_marks(body, self._settings, name)):
            note = own.get(_id(reference))
            if note is not None:
                yield reference, deepcopy(note), mark

    def _add(self, reference: etree._Element, note: etree._Element, mark: str | None) -> None:
        """Take a footnote in; its mark is written out where it is known."""
        self._last += 1
        note.set(f"{W}id", str(self._last))
        reference.set(f"{W}id", str(self._last))
        self.roots[_FOOT].append(note)
        if mark is not None:
            reference.set(f"{W}customMarkFollows", "1")
            reference.addnext(_text(mark))

    def relate(
        self,
        source: Source,
        notes: list[tuple[str, etree._Element]],
        parts: Parts,
        links: Relations,
    ) -> None:
        """Let the notes of a document refer to what they point to here.

        Args:
            links: the relationships of the body, into which endnotes go.
        """
        for kind, note in notes:
            own = links if kind == _END else self.relations[kind]
            parts.relate(note, source, source.shared[kind], own)


def append_endnotes(body: etree._Element, notes: list[tuple[str, etree._Element]]) -> None:
    """Put the endnotes of a document at its end, under a line."""
    ending = [child for kind, note in notes if kind == _END for child in note]
    if not ending:
        return
    for element in (_line(), *ending):
        body[-1].addprevious(element)


def _line() -> etree._Element:
    """A paragraph that is the line above endnotes."""
    paragraph = made("p")
    own = properties(paragraph)
    border = put(own, made("pBdr"))
    border.append(made("top", val="single", sz="4", space="1", color="auto"))
    put(own, made("spacing", before="0", after="0", line="120", lineRule="exact"))
    put(own, made("ind", right="6000"))
    return paragraph


def _show_in_note(note: etree._Element, kind: str, mark: str) -> None:
    """Write a note's mark where the note itself shows it: of a footnote for Word only, other
    programs show it by themselves.
    """
    for sign in list(note.iter(f"{W}{_KINDS[kind]}Ref")):
        written = _text(mark)
        sign.addnext(written if kind == _END else for_word(written))
        remove(sign)


def _show_in_text(reference: etree._Element, mark: str) -> None:
    """Write the mark of an endnote in the place of its reference."""
    if mark:
        reference.addnext(_text(mark))
    remove(reference)


def _text(mark: str) -> etree._Element:
    element = made("t")
    element.text = mark
    return element


def _id(note: etree._Element) -> int:
    return int(note.get(f"{W}id") or 0)
