"""Whether the content of a part is sound as Word sees it: what validators of the schema pass over.

An empty cell, an element inside one that can't hold it, a relationship id that means nothing, a
note that is referred to twice or isn't there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.templating.containers import is_bare
from letters_gen.word.names import OFFICE, W
from letters_gen.word.package import Package

# What can hold what, of the elements whose place Word minds most; a wrapper stands for its parent.
_HOLDERS = {
    "p": "body tc txbxContent hdr ftr footnote endnote comment docPartBody",
    "tbl": "body tc txbxContent hdr ftr footnote endnote comment docPartBody",
    "tr": "tbl",
    "tc": "tr",
}
_HELD = {f"{W}{name}": {f"{W}{one}" for one in said.split()} for name, said in _HOLDERS.items()}
_WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "del", "moveTo")}
_REFERENCES = f"//@*[namespace-uri()='{OFFICE}']"
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


def content_faults(package: Package, part: str) -> Iterator[LettersError]:
    """What Word would stumble over in the content of `part`.

    Codes: `package-bare` (element), `package-misplaced` (element, holder), `package-lost-relation`
    (id).
    """
    root = package.root(part)
    place = Place(file=package.file, part=part)
    for name in _bare(root):
        yield InputError("package-bare", place, element=name)
    for name, holder in _misplaced(root):
        yield InputError("package-misplaced", place, element=name, holder=holder)
    known = package.relations(part)
    for identity in dict.fromkeys(map(str, root.xpath(_REFERENCES))):
        if identity and identity not in known:
            yield InputError("package-lost-relation", place, id=identity)


def _bare(root: etree._Element) -> Iterator[str]:
    """What stands empty that mustn't, by its local name, each kind once."""
    found: dict[str, None] = {}
    for element in root.iter(f"{W}*"):
        name = str(element.tag).removeprefix(W)
        is_childless = name in ("tbl", "tr") and next(element.iter(*_inside(name)), None) is None
        if is_childless or is_bare(element):
            found[name] = None
    yield from found


def _inside(name: str) -> tuple[str, ...]:
    """What a table or a row can't do without."""
    return (f"{W}tr",) if name == "tbl" else (f"{W}tc",)


def _misplaced(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Paragraphs, tables, rows and cells that stand in something that can't hold them, each kind
    once.
    """
    found: dict[tuple[str, str], None] = {}
    for element in root.iter(*_HELD):
        holder = element.getparent()
        while holder is not None and holder.tag in _WRAPPERS:
            holder = holder.getparent()
        if holder is not None and holder.tag not in _HELD[str(element.tag)]:
            found[_local(element), _local(holder)] = None
    yield from found


def _local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


def note_faults(package: Package) -> Iterator[LettersError]:
    """Notes that are referred to and aren't there, or are referred to twice.

    Codes: `package-lost-note`, `package-twice`.
    """
    body = package.root(package.main)
    for kind, name in _NOTES.items():
        used = Counter(node.get(f"{W}id", "") for node in body.iter(f"{W}{name}Reference"))
        part = package.part(kind)
        standing = set()
        if part is not None:
            standing = {node.get(f"{W}id") for node in package.root(part).iter(f"{W}{name}")}
        place = Place(file=package.file, part=package.main)
        for identity, count in used.items():
            if identity not in standing:
                yield InputError("package-lost-note", place, id=identity)
            elif count > 1:
                yield InputError("package-twice", place, what=name, id=identity)
