"""The print file's package as it grows: parts taken over from documents, the same picture once, its
relationships.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import quoteattr

from lxml import etree

from letters_gen.outputs.printing.markup import DECLARATION, OFFICE, written
from letters_gen.outputs.printing.source import Relation, Source

_REFERENCES = "descendant-or-self::*/@*[namespace-uri()=$office]"
_RELS = "application/vnd.openxmlformats-package.relationships+xml"
_MOMENT = (1980, 1, 1, 0, 0, 0)
# Fast: a print file is read once, by the program that prints it.
_LEVEL = 1
_PICTURES = ("png", "jpeg", "jpg", "gif", "emf", "wmf", "tif", "tiff", "bmp", "svg")


@dataclass
class Relations:
    """The relationships of one part, each thing pointed to once."""

    _ids: dict[Relation, str] = field(default_factory=dict)

    def id_of(self, relation: Relation) -> str:
        """The id that `relation` has here, a new one where it is new."""
        return self._ids.setdefault(relation, f"rId{len(self._ids) + 1}")

    def xml(self, part: str) -> str:
        """The relationships part of `part`; '' where there are none."""
        if not self._ids:
            return ""
        folder = posixpath.dirname(part)
        lines = "".join(
            _line(relation, identity, folder) for relation, identity in self._ids.items()
        )
        namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        return f'{DECLARATION.decode()}<Relationships xmlns="{namespace}">{lines}</Relationships>'


def _line(relation: Relation, identity: str, folder: str) -> str:
    if relation.is_external:
        target, mode = relation.target, ' TargetMode="External"'
    else:
        target, mode = posixpath.relpath(relation.target, folder) if folder else relation.target, ""
    return (
        f'<Relationship Id="{identity}" Type="{relation.type}" Target={quoteattr(target)}{mode}/>'
    )


class Package:
    """Parts by their names, with their content types; equal parts that point nowhere stand once."""

    def __init__(self) -> None:
        self._parts: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._equal: dict[tuple[bytes, str, str], str] = {}
        self._taken: dict[tuple[str, tuple[int, int]], str] = {}
        self._last: Counter[str] = Counter()

    def add(self, name: str, content: bytes, kind: str, relations: Relations | None = None) -> str:
        """A part under its name."""
        self._parts[name], self._types[name] = content, kind
        links = relations.xml(name) if relations else ""
        if links:
            folder, file = posixpath.split(name)
            self._parts[posixpath.join(folder, "_rels", f"{file}.rels")] = links.encode()
        return name

    def add_new(self, stem: str, content: bytes, kind: str, relations: Relations) -> str:
        """A part under a name of its own; an equal one (content, relationships) that stands already
        serves for both.

        Args:
            stem: `word/header.xml` becomes `word/header1.xml`, `word/header2.xml` …
        """
        key = (content, kind, relations.xml(stem))
        if key not in self._equal:
            self._equal[key] = self.add(self._free(stem), content, kind, relations)
        return self._equal[key]

    def take(self, source: Source, part: str) -> str:
        """A part of a document with all that it points to; its name here.

        Pictures that many documents share are known by name, checksum and size, and not unpacked
        again.
        """
        key = (part, source.fingerprint(part))
        is_leaf = not source.relations(part)
        if is_leaf and key in self._taken:
            return self._taken[key]
        content, links = source.content(part), Relations()
        if not is_leaf:
            root = source.root(part)
            self.relate(root, source, part, links)
            content = written(root)
        name = self.add_new(part, content, source.type_of(part), links)
        if is_leaf:
            self._taken[key] = name
        return name

    def relate(
        self,
        root: etree._Element,
        source: Source,
        part: str,
        links: Relations,
    ) -> None:
        """Let a part refer to what it points to by the ids that this has in `links`.

        Args:
            root: (a piece of) the part named `part` in its document.
        """
        for reference in root.xpath(_REFERENCES, office=OFFICE):
            identity, holder = str(reference), reference.getparent()
            if identity and holder is not None:
                pointed = self.pointed(source, source.relation(part, identity))
                holder.set(reference.attrname, links.id_of(pointed))

    def pointed(self, source: Source, relation: Relation) -> Relation:
        """A relationship of a document as it is here: what it points to taken over."""
        if relation.is_external:
            return relation
        return Relation(relation.type, self.take(source, relation.target), False)

    def _free(self, stem: str) -> str:
        base, extension = posixpath.splitext(stem)
        base = base.rstrip("0123456789")
        name = stem
        while name in self._parts:
            self._last[base] += 1
            name = f"{base}{self._last[base]}{extension}"
        return name

    def packed(self, main: str, properties: str | None) -> bytes:
        """The package as a .docx.

        Args:
            main: the name of the main document part; `properties`: that of the core properties.
        """
        links = Relations()
        links.id_of(Relation(f"{OFFICE}/officeDocument", main, False))
        if properties is not None:
            core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
            links.id_of(Relation(core, properties, False))
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            _write(archive, "[Content_Types].xml", self._content_types().encode())
            _write(archive, "_rels/.rels", links.xml("").encode())
            for name, content in self._parts.items():
                _write(archive, name, content)
        return buffer.getvalue()

    def _content_types(self) -> str:
        pictures = {
            name.rpartition(".")[2].lower(): kind
            for name, kind in self._types.items()
            if _is_picture(name)
        }
        defaults = "".join(
            f'<Default Extension="{extension}" ContentType={quoteattr(kind)}/>'
            for extension, kind in {"rels": _RELS, "xml": "application/xml", **pictures}.items()
        )
        overrides = "".join(
            f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>"
            for name, kind in self._types.items()
            if not (_is_picture(name) and pictures[name.rpartition(".")[2].lower()] == kind)
        )
        namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
        return f'{DECLARATION.decode()}<Types xmlns="{namespace}">{defaults}{overrides}</Types>'


def _is_picture(name: str) -> bool:
    return name.rpartition(".")[2].lower() in _PICTURES


def _write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, _MOMENT)
    info.compress_type = zipfile.ZIP_STORED if _is_picture(name) else zipfile.ZIP_DEFLATED
    archive.writestr(info, content, compresslevel=_LEVEL)
