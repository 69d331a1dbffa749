"""The order in which the schema wants the children of properties (ISO/IEC 29500-1, annex A).

Word refuses a document in which they stand otherwise; most other programs don't notice.
"""

from __future__ import annotations

from itertools import pairwise

from lxml import etree

from letters_gen.word.names import W

# Of paragraphs (17.3.1.26), runs (17.3.2.28), sections (17.6.17) and cells (17.4.70). Headers and
# footers of a section may stand in any order.
_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "sectPr": "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark",
}
# Where Word minds it: a run's properties it takes in any order.
_STRICT = ("pPr", "sectPr", "tcPr")


def _ranks(order: str) -> dict[str, int]:
    ranks: dict[str, int] = {}
    for rank, names in enumerate(order.split()):
        for name in names.split("|"):
            ranks[f"{W}{name}"] = rank
    return ranks


_RANKS = {f"{W}{parent}": _ranks(order) for parent, order in _ORDERS.items()}


def names_before(parent: str, child: str) -> frozenset[str]:
    """What stands before `child` in the properties `parent`: local names, as `child` is one."""
    ranks = _RANKS[f"{W}{parent}"]
    limit = ranks[f"{W}{child}"]
    return frozenset(name.removeprefix(W) for name, rank in ranks.items() if rank < limit)


def put(parent: etree._Element, child: etree._Element) -> etree._Element:
    """`child`, put into the properties `parent` where the schema wants it, before others of its
    kind.
    """
    ranks = _RANKS[str(parent.tag)]
    rank = ranks[str(child.tag)]
    place = next(
        (at for at, other in enumerate(parent) if ranks.get(str(other.tag), -1) >= rank),
        len(parent),
    )
    parent.insert(place, child)
    return child


def in_order(parent: str, children: list[etree._Element]) -> list[etree._Element]:
    """`children` in the order of the properties `parent`; what the schema doesn't know comes
    last.
    """
    ranks = _RANKS[f"{W}{parent}"]
    return sorted(children, key=lambda child: ranks.get(str(child.tag), len(ranks)))


def misplaced(root: etree._Element) -> tuple[str, str] | None:
    """The first properties below `root` whose children stand in the wrong order, and the child that
    comes too late, by their local names; None where all are in order.
    """
    for parent in _STRICT:
        ranks = _RANKS[f"{W}{parent}"]
        for properties in root.iter(f"{W}{parent}"):
            late = _late_child(properties, ranks)
            if late is not None:
                return parent, late.removeprefix(W)
    return None


def _late_child(properties: etree._Element, ranks: dict[str, int]) -> str | None:
    known = [str(child.tag) for child in properties if str(child.tag) in ranks]
    for before, after in pairwise(known):
        if ranks[after] < ranks[before]:
            return after
    return None
