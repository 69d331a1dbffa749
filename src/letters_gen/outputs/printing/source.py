"""A finished document on its way into the print file: its parts, read when asked for."""

from __future__ import annotations

import hashlib
import posixpath
import zipfile
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

from lxml import etree

from letters_gen.errors import InputError, Place
from letters_gen.outputs.printing.markup import OFFICE, W, parsed

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_NUM = b"<w:num "
# The parts that all documents of a print file have in common.
_SHARED = ("styles", "theme", "settings")


@dataclass(frozen=True)
class Relation:
    """One relationship of a part: its full type, and what it points to: a part's name or an
    address.
    """

    type: str
    target: str
    is_external: bool

    @property
    def kind(self) -> str:
        """The last word of the type: `header`, `image`, `hyperlink` …"""
        return self.type.rpartition("/")[2]


class Source:
    """One finished .docx.

    Raises:
        InputError: `print-damaged`: it is no .docx, or a part of it can't be read.
    """

    def __init__(self, document: bytes | Path) -> None:
        self.file = document.name if isinstance(document, Path) else ""
        try:
            self._archive = zipfile.ZipFile(
                BytesIO(document) if isinstance(document, bytes) else document
            )
        except (zipfile.BadZipFile, OSError) as error:
            raise InputError("print-damaged", Place(file=self.file)) from error
        self._known: dict[str, dict[str, Relation]] = {}

    def close(self) -> None:
        """Let the file go."""
        self._archive.close()

    def content(self, part: str) -> bytes:
        """The bytes of a part."""
        try:
            return self._archive.read(part)
        except (KeyError, zipfile.BadZipFile, OSError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
            raise InputError("print-damaged", Place(file=self.file, part=part)) from error

    def root(self, part: str) -> etree._Element:
        """The root of an XML part."""
        return parsed(self.content(part), self.file, part)

    def fingerprint(self, part: str) -> tuple[int, int]:
        """The checksum and the size of a part, as the package's directory has them: nothing is
        unpacked.
        """
        info = self._archive.getinfo(part)
        return info.CRC, info.file_size

    def relations(self, part: str) -> dict[str, Relation]:
        """The relationships of `part` ('' for the package's own) by their ids."""
        if part not in self._known:
            folder, name = posixpath.split(part)
            path = posixpath.join(folder, "_rels", f"{name}.rels")
            stands = path in self._archive.NameToInfo
            nodes = self.root(path).iter(_RELATIONSHIP) if stands else ()
            self._known[part] = {node.get("Id", ""): _relation(node, folder) for node in nodes}
        return self._known[part]

    def relation(self, part: str, identity: str) -> Relation:
        """One relationship of `part`."""
        found = self.relations(part).get(identity)
        if found is None:
            raise InputError("print-damaged", Place(file=self.file, part=part))
        return found

    @cached_property
    def main(self) -> str:
        """The name of the main document part."""
        names = [
            one.target
            for one in self.relations("").values()
            if one.type == f"{OFFICE}/officeDocument"
        ]
        if not names:
            raise InputError("print-damaged", Place(file=self.file))
        return names[0]

    @cached_property
    def shared(self) -> dict[str, str]:
        """The parts that stand once in a package, by their kind: styles, numbering, settings …"""
        return {
            one.kind: one.target
            for one in self.relations(self.main).values()
            if not one.is_external
        }

    @cached_property
    def types(self) -> dict[str, str]:
        """Content types by `/part` and by extension."""
        root = self.root("[Content_Types].xml")
        defaults, overrides = root.iter(f"{_TYPES}Default"), root.iter(f"{_TYPES}Override")
        by_extension = {
            node.get("Extension", "").lower(): node.get("ContentType", "") for node in defaults
        }
        return by_extension | {
            node.get("PartName", ""): node.get("ContentType", "") for node in overrides
        }

    def type_of(self, part: str) -> str:
        """The content type of a part (ECMA-376-2, 10.1.2.4)."""
        return self.types.get(
            f"/{part}", self.types.get(part.rpartition(".")[2].lower(), "application/xml")
        )

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
            raise InputError("print-damaged", Place(file=self.file, part=self.main))
        return found


def _relation(node: etree._Element, folder: str) -> Relation:
    target, external = node.get("Target", ""), node.get("TargetMode") == "External"
    name = (
        target if external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    )
    return Relation(node.get("Type", ""), name, external)
