"""A finished document on its way into the print file: its parts, read when asked for."""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path

from lxml import etree

from letters_gen.errors import InputError, Place
from letters_gen.word.elements import made
from letters_gen.word.names import W
from letters_gen.word.package import ArchiveMembers, Package, Relation, open_archive

_DAMAGED = "print-damaged"
_NUM = b"<w:num "
# The parts that all documents of a print file have in common.
_SHARED = ("styles", "theme", "settings")


class Source(Package):
    """One finished .docx.

    Raises:
        InputError: `print-damaged`: it is no .docx, or a part of it can't be read.
    """

    def __init__(self, document: bytes | Path) -> None:
        self._archive = open_archive(document, _DAMAGED)
        file = document.name if isinstance(document, Path) else ""
        super().__init__(file, ArchiveMembers(self._archive), _DAMAGED)

    def close(self) -> None:
        """Let the file go."""
        self._archive.close()

    def fingerprint(self, part: str) -> tuple[int, int]:
        """The checksum and the size of a part, as the package's directory has them: nothing is
        unpacked.
        """
        stored = self.stored_name(part)
        if stored is None:
            raise InputError(_DAMAGED, Place(file=self.file, part=part))
        info = self._archive.getinfo(stored)
        return info.CRC, info.file_size

    def relation(self, part: str, identity: str) -> Relation:
        """One relationship of `part`."""
        found = self.relations(part).get(identity)
        if found is None:
            raise InputError(_DAMAGED, Place(file=self.file, part=part))
        return found

    @cached_property
    def shared(self) -> dict[str, str]:
        """The parts that stand once in a package, by their kind: styles, numbering, settings …"""
        relations = self.relations(self.main).values()
        return {one.kind: one.target for one in relations if not one.is_external}

    def shared_root(self, kind: str) -> etree._Element:
        """The root of the part of that kind (`styles`, `numbering`), an empty one where there is
        none.
        """
        part = self.shared.get(kind)
        return self.root(part) if part else made(kind)

    @cached_property
    def kinship(self) -> str:
        """A digest of what one package can hold only once: styles, theme, settings, list
        definitions, namespaces.

        Numbering instances (`w:num`) don't count: lists that begin anew make their own in each
        document.
        """
        digest = hashlib.sha256()
        for kind in _SHARED:
            part = self.shared.get(kind)
            digest.update(repr((kind, part and self.fingerprint(part))).encode())
        numbering = self.shared.get("numbering")
        digest.update(self.content(numbering).partition(_NUM)[0] if numbering else b"")
        digest.update(repr(sorted(self.document.nsmap.items(), key=str)).encode())
        return digest.hexdigest()

    @cached_property
    def document(self) -> etree._Element:
        """The root of the main part, read once: the joiner works on it."""
        return self.root(self.main)

    @cached_property
    def body(self) -> etree._Element:
        """The body of the main part."""
        found = self.document.find(f"{W}body")
        if found is None:
            raise InputError(_DAMAGED, Place(file=self.file, part=self.main))
        return found
