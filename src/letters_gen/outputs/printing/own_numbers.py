"""Documents that count their pages by themselves: their numbers begin anew in the file too.

Where a document shows its total, refers to a page of its own, has other headers on even pages, or
takes three pages and more, only numbers that begin anew read as they did alone, in every program
(ISO/IEC 29500-1, 17.6.12 `pgNumType`). The sheets of the file then are nobody's page numbers: the
cover adds them up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from letters_gen.outputs.printing.headers import Header
from letters_gen.outputs.printing.page_numbers import replace_field, total_fields
from letters_gen.word.elements import made
from letters_gen.word.instructions import instructions
from letters_gen.word.names import W
from letters_gen.word.order import put

_OWN = ("NUMPAGES", "SECTIONPAGES", "PAGEREF")
# How much a page holds at the least: so many signs and paragraphs as make a line.
_SIGNS_A_LINE, _LINES_A_PAGE = 60, 45
_FEW_PAGES = 2


def counts_by_itself(body: etree._Element, headers: Sequence[Header], even: bool) -> bool:
    """Whether a document's page numbers have to begin anew.

    Args:
        even: whether even pages have headers of their own.
    """
    roots = [body, *(header.root for header in headers)]
    names = {instruction.name for root in roots for instruction in instructions(root)}
    if names.intersection(_OWN) or (even and any(one.pages == "even" for one in headers)):
        return True
    if _numbers_otherwise(body):
        return True
    return "PAGE" in names and _may_take_more(body)


def _numbers_otherwise(body: etree._Element) -> bool:
    """Whether a section has numbers of another kind, or a later one begins anew."""
    numbers = list(body.iter(f"{W}pgNumType"))
    last = body[-1].find(f"{W}pgNumType") if len(body) else None
    is_first_only = len(numbers) <= 1 and (not numbers or numbers[0] is last)
    has_kind = any(one.get(f"{W}fmt") not in (None, "decimal") for one in numbers)
    return has_kind or not is_first_only


def _may_take_more(body: etree._Element) -> bool:
    """Whether a document may take more pages than a first and a second."""
    breaks = sum(1 for one in body.iter(f"{W}br") if one.get(f"{W}type") == "page")
    signs = sum(map(len, body.itertext()))
    paragraphs = sum(1 for _ in body.iter(f"{W}p"))
    lines = max(signs / _SIGNS_A_LINE, paragraphs)
    return breaks >= _FEW_PAGES or lines > _FEW_PAGES * _LINES_A_PAGE


def begin_numbers_anew(section: etree._Element, first: int) -> None:
    """Let the page numbers of a document begin with `first`."""
    numbers = section.find(f"{W}pgNumType")
    if numbers is None:
        numbers = put(section, made("pgNumType"))
    numbers.set(f"{W}start", str(first))


def show_own_totals(roots: Iterable[etree._Element], end: str, first: int) -> bool:
    """Let the totals of a document be its own: the number of its last page; whether there are any.

    Args:
        end: the bookmark at its end; `first`: the number of its first page.
    """
    found = False
    for root in roots:
        for field in total_fields(root):
            found = True
            replace_field(field, f" PAGEREF {end} ", first - 1)
    return found
