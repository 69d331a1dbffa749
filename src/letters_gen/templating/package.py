"""A .docx as a package: opened safely, its parts known by their kind, what must not be in a
template refused.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from letters_gen.errors import InputError, Place

_MOST_MEMBERS = 2_000
_MOST_BYTES = 200 * 1024 * 1024
_STEEPEST_RATIO = 200
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN_KINDS = (f"{_WORD}document.main+xml", f"{_WORD}template.main+xml")
_TEXT_KINDS = tuple(
    f"{_WORD}{kind}+xml" for kind in ("header", "footer", "footnotes", "endnotes", "comments")
)
_PROPERTIES_KIND = "application/vnd.openxmlformats-package.core-properties+xml"
_HARMFUL = {"vbaProject": "macro", "oleObject": "ole", "activeX": "activex", "control": "activex"}


@dataclass(frozen=True)
class Member:
    """One file of the package: its name and its bytes, as stored (deflated or not) and as they
    are.
    """

    info: zipfile.ZipInfo
    stored: bytes
    content: bytes


@dataclass(frozen=True)
class Package:
    """A template's package.

    Attributes:
        file: the template's file name, for messages.
        members: by their names, in the order of the file.
    """

    file: str
    members: Mapping[str, Member]

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The content type of each member (OPC: an Override by name, else a Default by
        extension).
        """
        types = parsed(
            self.members["[Content_Types].xml"].content, self.file, "[Content_Types].xml"
        )
        defaults = {
            node.get("Extension", "").lower(): node.get("ContentType", "")
            for node in types.iter(f"{_TYPES}Default")
        }
        overrides = {
            node.get("PartName", "").lstrip("/"): node.get("ContentType", "")
            for node in types.iter(f"{_TYPES}Override")
        }
        return {
            name: overrides.get(name, defaults.get(name.rpartition(".")[2].lower(), ""))
            for name in self.members
        }

    @property
    def main(self) -> str:
        """The name of the main document part, whatever it is called."""
        for target in self.targets(""):
            if self.kinds.get(target.name) in _MAIN_KINDS or target.kind == "officeDocument":
                return target.name
        raise InputError("template-damaged", Place(file=self.file))

    @property
    def text_parts(self) -> list[str]:
        """The parts whose text is filled: the body first, then headers, footers, notes and
        comments.
        """
        return [self.main, *(name for name, kind in self.kinds.items() if kind in _TEXT_KINDS)]

    @property
    def property_parts(self) -> list[str]:
        """The parts of the document's properties (title, subject, …)."""
        return [name for name, kind in self.kinds.items() if kind == _PROPERTIES_KIND]

    def targets(self, part: str) -> list[Target]:
        """What the relationships of `part` ('' for the package's own) point to."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self.members:
            return []
        nodes = parsed(self.members[path].content, self.file, path).iter(_RELATION)
        return [_target(node, folder) for node in nodes]


@dataclass(frozen=True)
class Target:
    """One relationship: its id, its kind (the last word of its type) and what it points to."""

    id: str
    kind: str
    name: str
    is_external: bool


def _target(node: etree._Element, folder: str) -> Target:
    kind = node.get("Type", "").rpartition("/")[2]
    target, external = node.get("Target", ""), node.get("TargetMode") == "External"
    name = (
        target if external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    )
    return Target(node.get("Id", ""), kind, name, external)


def open_package(path: Path) -> Package:
    """The package at `path`, proved to be a Word document that may serve as a template.

    Raises:
        InputError: `no-such-file`, `file-unreadable`; `not-a-template`, `template-old-format`
            (.doc), `template-encrypted`, `template-damaged`, `template-too-large`;
            `template-harmful` for macros, OLE objects, remote templates and links to anywhere but
            http, https and mailto.
    """
    if not path.is_file():
        raise InputError("no-such-file", Place(file=str(path)))
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(
            "file-unreadable", Place(file=path.name), path=str(path), reason=error.strerror
        ) from error
    if raw.startswith(_OLE):
        code = "template-encrypted" if _ENCRYPTED_STREAM in raw else "template-old-format"
        raise InputError(code, Place(file=path.name))
    package = Package(path.name, _members(raw, path.name))
    _refuse_other_kinds(package)
    _refuse_harmful(package)
    return package


def _members(raw: bytes, file: str) -> dict[str, Member]:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            _refuse_bomb(archive, file)
            return {
                info.filename: _member(raw, archive, info)
                for info in archive.infolist()
                if not info.is_dir()
            }
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError, ValueError) as error:
        code = "template-damaged" if raw.startswith(b"PK") else "not-a-template"
        raise InputError(code, Place(file=file)) from error
    except zipfile.zlib.error as error:  # type: ignore[attr-defined]
        raise InputError("template-damaged", Place(file=file)) from error


def _refuse_bomb(archive: zipfile.ZipFile, file: str) -> None:
    infos = archive.infolist()
    size, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    steep = size > 10 * 1024 * 1024 and size > packed * _STEEPEST_RATIO
    if len(infos) > _MOST_MEMBERS or size > _MOST_BYTES or steep:
        raise InputError("template-too-large", Place(file=file), members=len(infos), size=size)


def _member(raw: bytes, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    content = archive.read(info)
    header = raw[info.header_offset : info.header_offset + 30]
    start = (
        info.header_offset
        + 30
        + int.from_bytes(header[26:28], "little")
        + int.from_bytes(header[28:30], "little")
    )
    return Member(info, raw[start : start + info.compress_size], content)


def _refuse_other_kinds(package: Package) -> None:
    if "[Content_Types].xml" not in package.members:
        raise InputError("not-a-template", Place(file=package.file))
    kind = package.kinds.get(package.main, "")
    if "macroEnabled" in kind:
        raise InputError(
            "template-harmful", Place(file=package.file, part=package.main), what="macro"
        )
    if kind not in _MAIN_KINDS:
        raise InputError("not-a-template", Place(file=package.file))


def _refuse_harmful(package: Package) -> None:
    for part in ("", *package.members):
        for target in package.targets(part):
            what = _HARMFUL.get(target.kind)
            if what is None and target.is_external and not _is_harmless_link(target):
                what = "external"
            if what is not None:
                place = Place(file=package.file, part=part or "_rels/.rels", text=target.name)
                raise InputError("template-harmful", place, what=what)


def _is_harmless_link(target: Target) -> bool:
    return target.kind == "hyperlink" and urlsplit(target.name).scheme.lower() in (
        "http",
        "https",
        "mailto",
    )


def parsed(content: bytes, file: str, part: str) -> etree._Element:
    """The root of an XML part; raises InputError `template-damaged` where it isn't well-formed or
    has a DTD.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise InputError("template-damaged", Place(file=file, part=part)) from error
    if root.getroottree().docinfo.doctype:
        raise InputError("template-damaged", Place(file=file, part=part))
    return root
