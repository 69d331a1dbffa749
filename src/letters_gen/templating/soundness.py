"""Whether a package is sound as Word sees it: what Word repairs or refuses, and other programs open
without a word.

After ISO/IEC 29500-1 (WordprocessingML) and 29500-2 (packages); what general validators pass over
is looked at too: numbering instances and paragraph ids that stand twice, field characters that
don't pair.
"""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import pairwise

from lxml import etree

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.templating.package import Package, parsed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN "
    "bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar "
    "textDirection tcFitText vAlign hideMark",
    "trPr": "",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar "
    "paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
    "printerSettings",
}
_RANKS = {
    element: {name: rank for rank, name in enumerate(order.split())}
    for element, order in _ORDERS.items()
}


def soundness_faults(package: Package, part_names: Iterable[str]) -> Iterator[LettersError]:
    """What Word would stumble over, each with its part.

    Codes: `package-unknown-kind`, `package-lost-target`, `package-lost-style`,
    `package-lost-numbering`, `package-twice` (what, id), `package-unpaired-field`, `package-order`
    (element, child).
    """
    yield from _members(package)
    known = _known_ids(package)
    drawings: Counter[str] = Counter()
    for part in part_names:
        root = parsed(package.members[part].content, package.file, part)
        place = Place(file=package.file, part=part)
        yield from _lost(root, known, place)
        yield from _twice(
            "paraId", (node.get(f"{_W14}paraId") for node in root.iter(f"{W}p")), place
        )
        yield from _fields(root, place)
        yield from _order(root, place)
        drawings.update(node.get("id", "") for node in root.iter("{*}docPr"))
    for identity in (identity for identity, count in drawings.items() if count > 1):
        yield InputError("package-twice", Place(file=package.file), what="docPr", id=identity)


def finished_package(document: bytes, file: str) -> Package:
    """A finished document as a package, to look at its soundness."""
    from letters_gen.templating.package import Member

    with zipfile.ZipFile(BytesIO(document)) as archive:
        members = {
            info.filename: Member(info, b"", archive.read(info)) for info in archive.infolist()
        }
    return Package(file, members)


def _members(package: Package) -> Iterator[LettersError]:
    for name, kind in package.kinds.items():
        place = Place(file=package.file, part=name)
        if not kind and name != "[Content_Types].xml":
            yield InputError("package-unknown-kind", place)
        for target in package.targets(name):
            if (
                not target.is_external
                and target.name not in package.members
                and not target.name.startswith("#")
            ):
                yield InputError("package-lost-target", place, target=target.name)


def _known_ids(package: Package) -> dict[str, set[str]]:
    """The style ids and numbering ids that the package defines."""
    known: dict[str, set[str]] = {"style": set(), "num": set()}
    for target in package.targets(package.main):
        if target.kind in ("styles", "numbering") and target.name in package.members:
            root = parsed(package.members[target.name].content, package.file, target.name)
            known["style"] |= {node.get(f"{W}styleId", "") for node in root.iter(f"{W}style")}
            known["num"] |= {node.get(f"{W}numId", "") for node in root.iter(f"{W}num")}
    return known


def numbering_faults(package: Package) -> Iterator[LettersError]:
    """Numbering instances that stand twice."""
    for target in package.targets(package.main):
        if target.kind == "numbering" and target.name in package.members:
            root = parsed(package.members[target.name].content, package.file, target.name)
            place = Place(file=package.file, part=target.name)
            yield from _twice(
                "num", (node.get(f"{W}numId") for node in root.iter(f"{W}num")), place
            )


def _lost(root: etree._Element, known: dict[str, set[str]], place: Place) -> Iterator[LettersError]:
    for tag in ("pStyle", "rStyle", "tblStyle"):
        for value in sorted(
            {node.get(f"{W}val", "") for node in root.iter(f"{W}{tag}")} - known["style"]
        ):
            yield InputError("package-lost-style", place, id=value)
    used = {node.get(f"{W}val", "") for node in root.iter(f"{W}numId")} - {"0"}
    for value in sorted(used - known["num"]):
        yield InputError("package-lost-numbering", place, id=value)


def _twice(what: str, ids: Iterable[str | None], place: Place) -> Iterator[LettersError]:
    for identity, count in Counter(identity for identity in ids if identity).items():
        if count > 1:
            yield InputError("package-twice", place, what=what, id=identity)


def _fields(root: etree._Element, place: Place) -> Iterator[LettersError]:
    depth = 0
    for node in root.iter(f"{W}fldChar"):
        kind = node.get(f"{W}fldCharType")
        depth += (kind == "begin") - (kind == "end")
        if depth < 0:
            break
    if depth:
        yield InputError("package-unpaired-field", place)


def _order(root: etree._Element, place: Place) -> Iterator[LettersError]:
    for element, ranks in _RANKS.items():
        for node in root.iter(f"{W}{element}"):
            names = [str(child.tag).removeprefix(W) for child in node if isinstance(child.tag, str)]
            known = [(ranks[name], name) for name in names if name in ranks]
            wrong = next((b for (a, _), (rank, b) in pairwise(known) if rank < a), None)
            if wrong is not None:
                yield InputError("package-order", place, element=element, child=wrong)
                return
