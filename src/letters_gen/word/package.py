"""A Word package, read: its parts, what they are, and what they point to (ISO/IEC 29500-2, the
Open Packaging Conventions).
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from letters_gen.errors import InputError, Place
from letters_gen.word.elements import parsed
from letters_gen.word.names import (
    CONTENT_TYPES,
    MAIN_KINDS,
    OFFICE_DOCUMENT,
    PACKAGE,
    PROPERTIES_KINDS,
    TEXT_KINDS,
)

_RELATIONSHIP = f"{{{PACKAGE}/relationships}}Relationship"
_DEFAULT = f"{{{PACKAGE}/content-types}}Default"
_OVERRIDE = f"{{{PACKAGE}/content-types}}Override"
_ITEM_ID = f"{{{OFFICE_DOCUMENT}/customXml}}itemID"
# What the reading of a damaged or encrypted archive raises.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True)
class Relation:
    """One relationship of a part.

    Attributes:
        type: its full type.
        target: what it points to: a part's name, as it is stored, or an address.
    """

    type: str
    target: str
    is_external: bool

    @property
    def is_inside(self) -> bool:
        """Whether it points to a part of the package, and not out of it or to a bookmark."""
        return not self.is_external and not self.target.startswith("#")

    @property
    def kind(self) -> str:
        """The last word of the type: `header`, `image`, `hyperlink` …"""
        return self.type.rpartition("/")[2]


class Package:
    """A package whose members are read when they are asked for.

    The names of parts are compared without regard to the case of their letters, and percent
    encoded or not (29500-2, 6.2.2 and 7.2.3); what is given out is a name as it is stored.

    Args:
        file: its file's name, for messages.
        members: the bytes of its files by their names.
        damaged: the code of the error that is raised where it can't be read.
    """

    def __init__(self, file: str, members: Mapping[str, bytes], damaged: str) -> None:
        self.file = file
        self._members = members
        self._damaged = damaged
        self._stored = {comparable(name): name for name in members}
        self._relations: dict[str, Mapping[str, Relation]] = {}

    def __iter__(self) -> Iterator[str]:
        """The names of its files, in their order."""
        return iter(self._members)

    def stored_name(self, name: str) -> str | None:
        """The name under which the part `name` is stored, None where there is none."""
        return self._stored.get(comparable(name))

    def content(self, part: str) -> bytes:
        """The bytes of a part; raises InputError `damaged` where it is missing or unreadable."""
        stored = self.stored_name(part)
        if stored is None:
            raise self._fault(part)
        try:
            return self._members[stored]
        except UNREADABLE as error:
            raise self._fault(part) from error

    def root(self, part: str) -> etree._Element:
        """The root of an XML part; raises InputError `damaged` where it isn't well-formed, or has
        a DTD.
        """
        content = self.content(part)
        try:
            return parsed(content)
        except ValueError as error:
            raise self._fault(part) from error

    def relations(self, part: str) -> Mapping[str, Relation]:
        """The relationships of `part` ('' for the package's own) by their ids.

        Raises:
            InputError: `damaged`; also where an id stands twice (29500-2, 6.5.3.4).
        """
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def relations_part(self, part: str) -> str | None:
        """The member that holds the relationships of `part`, None where there is none."""
        folder, name = posixpath.split(part)
        return self.stored_name(posixpath.join(folder, "_rels", f"{name}.rels"))

    def _read_relations(self, part: str) -> Mapping[str, Relation]:
        folder, path = posixpath.dirname(part), self.relations_part(part)
        if path is None:
            return {}
        found: dict[str, Relation] = {}
        for node in self.root(path).iter(_RELATIONSHIP):
            identity = node.get("Id", "")
            if identity in found:
                raise self._fault(path)
            found[identity] = self._relation(node, folder)
        return found

    def _relation(self, node: etree._Element, folder: str) -> Relation:
        """A relationship of a part in `folder`, which a relative target starts from."""
        kind, target = node.get("Type", ""), node.get("Target", "")
        relation = Relation(kind, target, node.get("TargetMode", "").lower() == "external")
        if not relation.is_inside:
            return relation
        name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return Relation(kind, self.stored_name(name) or name, False)

    def part(self, kind: str) -> str | None:
        """The part of that kind (`styles`, `numbering` …) that the main part points to, None where
        it has none.
        """
        for relation in self.relations(self.main).values():
            if relation.kind == kind and self.stored_name(relation.target) is not None:
                return relation.target
        return None

    @cached_property
    def main(self) -> str:
        """The name of the main document part, whatever it is called."""
        for relation in self.relations("").values():
            is_main = self.kind(relation.target) in MAIN_KINDS
            if is_main or relation.kind == "officeDocument":
                return relation.target
        raise InputError(self._damaged, Place(file=self.file))

    @cached_property
    def _types(self) -> dict[str, str]:
        """Content types by `/part` and by extension."""
        root = self.root(CONTENT_TYPES)
        types = {}
        for node in root.iter(_DEFAULT):
            types[node.get("Extension", "").lower()] = node.get("ContentType", "")
        for node in root.iter(_OVERRIDE):
            types[comparable(node.get("PartName", ""))] = node.get("ContentType", "")
        return types

    def kind(self, part: str) -> str:
        """The content type of a part: its own, else that of its extension (29500-2, 7.2.3.5); ''
        where it has none.
        """
        name = comparable(part)
        extension = name.rpartition(".")[2]
        return self._types.get(f"/{name}") or self._types.get(extension, "")

    @property
    def text_parts(self) -> list[str]:
        """The parts that hold text: the body first, then headers, footers, notes and comments."""
        return [self.main, *(name for name in self if self.kind(name) in TEXT_KINDS)]

    @property
    def property_parts(self) -> list[str]:
        """The parts of the document's properties: title, subject, the program's own and those that
        somebody has added.
        """
        return [name for name in self if self.kind(name) in PROPERTIES_KINDS]

    @property
    def stores(self) -> dict[str, str]:
        """The parts of custom XML by the ids under which controls are bound to them (29500-1,
        22.5.2.1), in small letters.
        """
        found = {}
        for part in self:
            for relation in self.relations(part).values():
                if relation.kind == "customXmlProps" and self.stored_name(relation.target):
                    identity = self.root(relation.target).get(_ITEM_ID)
                    found[(identity or "").lower()] = part
        return found

    def _fault(self, part: str) -> InputError:
        return InputError(self._damaged, Place(file=self.file, part=part))


def comparable(name: str) -> str:
    """A part's name as it is compared with others."""
    return unquote(name).lower()


class ArchiveMembers(Mapping[str, bytes]):
    """The files of a ZIP archive, unpacked each time one is asked for."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def __getitem__(self, name: str) -> bytes:
        return self._archive.read(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._archive.NameToInfo)

    def __len__(self) -> int:
        return len(self._archive.NameToInfo)


def open_archive(document: bytes | Path, damaged: str) -> zipfile.ZipFile:
    """The archive of a finished document; raises InputError `damaged` where it is none."""
    try:
        return zipfile.ZipFile(BytesIO(document) if isinstance(document, bytes) else document)
    except UNREADABLE as error:
        file = document.name if isinstance(document, Path) else ""
        raise InputError(damaged, Place(file=file)) from error
