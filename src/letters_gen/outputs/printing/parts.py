"""The parts of the print file as they are gathered: taken over from documents, the same picture
once, each with its relationships.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from lxml import etree

from letters_gen.outputs.printing.source import Source
from letters_gen.word.elements import DECLARATION, written
from letters_gen.word.names import CONTENT_TYPES, OFFICE, PACKAGE, RELATIONSHIPS_KIND
from letters_gen.word.package import Relation
from letters_gen.word.packing import Layout, Packed, deflated_bytes, stored

_REFERENCES = "descendant-or-self::*/@*[namespace-uri()=$office]"
_CORE_PROPERTIES = f"{PACKAGE}/relationships/metadata/core-properties"
_PICTURES = ("png", "jpeg", "jpg", "gif", "emf", "wmf", "tif", "tiff", "bmp", "svg")
_UNKNOWN_KIND = "application/xml"


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
        namespace = f"{PACKAGE}/relationships"
        return f'{DECLARATION}<Relationships xmlns="{namespace}">{lines}</Relationships>'


def _line(relation: Relation, identity: str, folder: str) -> str:
    target, mode = relation.target, ""
    if relation.is_external:
        mode = ' TargetMode="External"'
    elif folder:
        target = posixpath.relpath(target, folder)
    return (
        f'<Relationship Id="{identity}" Type="{relation.type}" Target={quoteattr(target)}{mode}/>'
    )


class Parts:
    """Parts by their names, with their content types; equal parts that point nowhere stand once."""

    def __init__(self) -> None:
        self._contents: dict[str, bytes] = {}
        self._kinds: dict[str, str] = {}
        self._equal: dict[tuple[bytes, str, str], str] = {}
        self._taken: dict[tuple[str, tuple[int, int]], str] = {}
        self._last: Counter[str] = Counter()

    def add(self, name: str, content: bytes, kind: str, relations: Relations | None = None) -> str:
        """A part under its name."""
        self._contents[name], self._kinds[name] = content, kind
        links = relations.xml(name) if relations else ""
        if links:
            folder, file = posixpath.split(name)
            self._contents[posixpath.join(folder, "_rels", f"{file}.rels")] = links.encode()
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
        name = self.add_new(part, content, source.kind(part) or _UNKNOWN_KIND, links)
        if is_leaf:
            self._taken[key] = name
        return name

    def relate(self, root: etree._Element, source: Source, part: str, links: Relations) -> None:
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
        while name in self._contents:
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
            links.id_of(Relation(_CORE_PROPERTIES, properties, False))
        return Layout([]).package(self._members(links))

    def _members(self, links: Relations) -> Iterator[Packed]:
        yield deflated_bytes(CONTENT_TYPES, self._content_types().encode())
        yield deflated_bytes("_rels/.rels", links.xml("").encode())
        for name, content in self._contents.items():
            # Pictures are compressed already.
            is_picture = _extension(name) in _PICTURES
            yield stored(name, content) if is_picture else deflated_bytes(name, content)

    def _content_types(self) -> str:
        """Pictures by their extensions, all else by name."""
        defaults = {"rels": RELATIONSHIPS_KIND, "xml": _UNKNOWN_KIND}
        for name, kind in self._kinds.items():
            if _extension(name) in _PICTURES:
                defaults[_extension(name)] = kind
        lines = [
            f'<Default Extension="{extension}" ContentType={quoteattr(kind)}/>'
            for extension, kind in defaults.items()
        ]
        for name, kind in self._kinds.items():
            extension = _extension(name)
            if extension not in _PICTURES or defaults[extension] != kind:
                lines.append(
                    f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>"
                )
        namespace = f"{PACKAGE}/content-types"
        return f'{DECLARATION}<Types xmlns="{namespace}">{"".join(lines)}</Types>'


def _extension(name: str) -> str:
    return name.rpartition(".")[2].lower()
