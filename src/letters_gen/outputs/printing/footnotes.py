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
        self.roots = {
            kind: first.root(first.shared[kind]) for kind in _KINDS if kind in first.shared
        }
        self.relations = {kind: Relations() for kind in self.roots}
        for root in self.roots.values():
            for note in [one for one in root if one.get(f"{W}type") in (None, "normal")]:
                root.remove(note)
        self._last = {
            kind: max((_id(one) for one in root), default=0) for kind, root in self.roots.items()
        }

    def taken(self, source: Source, root: etree._Element) -> list[tuple[str, etree._Element]]:
        """The notes that a document's body refers to, each with its kind, taken in and referred to
        by new numbers.
        """
        found: list[tuple[str, etree._Element]] = []
        for kind, name in _KINDS.items():
            references = list(root.iter(f"{W}{name}Reference")) if kind in self.roots else []
            own = {_id(one): one for one in source.root(source.shared[kind])} if references else {}
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

    def settle(self, source: Source, notes: list[tuple[str, etree._Element]], parts: Parts) -> None:
        """Let the notes of a document refer to what they point to here."""
        for kind, note in notes:
            parts.relate(note, source, source.shared[kind], self.relations[kind])


def _id(note: etree._Element) -> int:
    return int(note.get(f"{W}id") or 0)
