"""Whether a package is sound as Word sees it: what Word repairs or refuses, and other programs open
without a word.

After ISO/IEC 29500-1 (WordprocessingML) and 29500-2 (packages); what general validators pass over
is looked at too: numbering instances and paragraph ids that stand twice, field characters that
don't pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.templating.content_soundness import content_faults, note_faults
from letters_gen.word.names import CONTENT_TYPES, DRAWING, W14, W
from letters_gen.word.order import misplaced
from letters_gen.word.package import Package

_STYLE_USES = ("pStyle", "rStyle", "tblStyle")


def soundness_faults(package: Package) -> Iterator[LettersError]:
    """What Word would stumble over, each with its part.

    Codes: `package-unknown-kind`, `package-lost-target`, `package-lost-style`,
    `package-lost-numbering`, `package-twice` (what, id), `package-unpaired-field`, `package-order`
    (element, child), and those of `content_soundness`.
    """
    yield from _members(package)
    known = _known_ids(package)
    drawings: Counter[str] = Counter()
    for part in package.text_parts:
        root = package.root(part)
        place = Place(file=package.file, part=part)
        yield from _lost(root, known, place)
        yield from content_faults(package, part)
        paragraphs = [node.get(f"{W14}paraId", "") for node in root.iter(f"{W}p")]
        for identity in _repeated(Counter(paragraphs)):
            yield InputError("package-twice", place, what="paraId", id=identity)
        if _has_unpaired_field(root):
            yield InputError("package-unpaired-field", place)
        wrong = misplaced(root)
        if wrong is not None:
            yield InputError("package-order", place, element=wrong[0], child=wrong[1])
        drawings.update(node.get("id", "") for node in root.iter(f"{{*}}{DRAWING}"))
    for identity in _repeated(drawings):
        yield InputError("package-twice", Place(file=package.file), what=DRAWING, id=identity)
    yield from note_faults(package)


def numbering_faults(package: Package) -> Iterator[LettersError]:
    """Numbering instances that stand twice."""
    part = package.part("numbering")
    if part is None:
        return
    instances = [node.get(f"{W}numId", "") for node in package.root(part).iter(f"{W}num")]
    for identity in _repeated(Counter(instances)):
        yield InputError(
            "package-twice", Place(file=package.file, part=part), what="num", id=identity
        )


def _repeated(ids: Counter[str]) -> Iterator[str]:
    """The ids that stand twice."""
    for identity, count in ids.items():
        if identity and count > 1:
            yield identity


def _members(package: Package) -> Iterator[LettersError]:
    """Files of no kind, and relationships that point to nothing."""
    content_types = package.stored_name(CONTENT_TYPES)
    for name in package:
        place = Place(file=package.file, part=name)
        if not package.kind(name) and name != content_types:
            yield InputError("package-unknown-kind", place)
        for relation in package.relations(name).values():
            is_lost = relation.is_inside and package.stored_name(relation.target) is None
            if is_lost:
                yield InputError("package-lost-target", place, target=relation.target)


def _known_ids(package: Package) -> dict[str, set[str]]:
    """The style ids and numbering ids that the package defines."""
    known: dict[str, set[str]] = {"style": set(), "num": set()}
    for kind in ("styles", "numbering"):
        part = package.part(kind)
        if part is not None:
            root = package.root(part)
            known["style"] |= {node.get(f"{W}styleId", "") for node in root.iter(f"{W}style")}
            known["num"] |= {node.get(f"{W}numId", "") for node in root.iter(f"{W}num")}
    return known


def _lost(root: etree._Element, known: dict[str, set[str]], place: Place) -> Iterator[LettersError]:
    """Styles and lists that are used, and defined nowhere."""
    for name in _STYLE_USES:
        used = {node.get(f"{W}val", "") for node in root.iter(f"{W}{name}")}
        for value in sorted(used - known["style"]):
            yield InputError("package-lost-style", place, id=value)
    used = {node.get(f"{W}val", "") for node in root.iter(f"{W}numId")} - {"0"}
    for value in sorted(used - known["num"]):
        yield InputError("package-lost-numbering", place, id=value)


def _has_unpaired_field(root: etree._Element) -> bool:
    """Whether a field begins that doesn't end, or ends that didn't begin."""
    depth = 0
    for node in root.iter(f"{W}fldChar"):
        kind = node.get(f"{W}fldCharType")
        depth += (kind == "begin") - (kind == "end")
        if depth < 0:
            break
    return depth != 0
