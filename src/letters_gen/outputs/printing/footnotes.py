"""Footnotes and endnotes of many documents in one file: its parts hold those of all, each under a
number of its own.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from letters_gen.outputs.printing.parts import Parts, Relations
from letters_gen.outputs.printing.source import Source
from letters_gen.word.names import W

_KINDS = {"footnotes": "footnote", "endnotes": "endnote"}


class Notes:
    """The parts of notes: of the first document only the separators, then the notes of all
    (ECMA-376-1, 17.11).

    Attributes:
        roots, relations: by kind, `footnotes` and `endnotes`; a kind that the first document lacks
            isn't there.
    """

    def __init__(self, first: Source) -> None:
        self.roots: dict[str, etree._Element] = {}
        self.relations: dict[str, Relations] = {}
        self._last: dict[str, int] = {}
        for kind in _KINDS:
            if kind in first.shared:
                root = first.root(first.shared[kind])
                for note in list(root):
                    if note.get(f"{W}type", "normal") == "normal":
                        root.remove(note)
                self.roots[kind], self.relations[kind] = root, Relations()
                self._last[kind] = max((_id(separator) for separator in root), default=0)

    def taken(self, source: Source, root: etree._Element) -> list[tuple[str, etree._Element]]:
        """The notes that a document's body refers to, each with its kind, taken in and referred to
        by new numbers.
        """
        found: list[tuple[str, etree._Element]] = []
        for kind in self.roots:
            references = list(root.iter(f"{W}{_KINDS[kind]}Reference"))
            if not references or kind not in source.shared:
                continue
            own = {_id(note): note for note in source.root(source.shared[kind])}
            for reference in references:
                note = own.get(_id(reference))
                if note is not None:
                    found.append((kind, self._added(kind, note)))
                    reference.set(f"{W}id", str(self._last[kind]))
        return found

    def _added(self, kind: str, note: etree._Element) -> etree._Element:
        self._last[kind] += 1
        added = deepcopy(note)
        added.set(f"{W}id", str(self._last[kind]))
        self.roots[kind].append(added)
        return added

    def relate(self, source: Source, notes: list[tuple[str, etree._Element]], parts: Parts) -> None:
        """Let the notes of a document refer to what they point to here."""
        for kind, note in notes:
            parts.relate(note, source, source.shared[kind], self.relations[kind])


def _id(note: etree._Element) -> int:
    return int(note.get(f"{W}id") or 0)
