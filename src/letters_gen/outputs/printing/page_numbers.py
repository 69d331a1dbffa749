"""Page numbers of one document inside a file of many: counted from the document's own first page.

Pages are numbered through the whole file, so that the cover's PAGEREF fields show the sheet to turn
to. In the documents a PAGE field becomes `{ = { PAGE } - { PAGEREF start } + 1 }` and NUMPAGES
becomes `{ = { PAGEREF end } - { PAGEREF start } + 1 }` (ECMA-376-1, 17.16.2 nested fields, 17.16.3
formulas, 17.16.5.42 NUMPAGES, 17.16.5.44 PAGE, 17.16.5.45 PAGEREF). What was shown stays as the
cached result.

LibreOffice knows no formulas outside tables and prints the fields in them one beside another. So
the formula stands in markup that asks for Word 2013; other programs show a number that stands
still, right on a document's first two pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import chain

from lxml import etree

from letters_gen.word.elements import made, remove
from letters_gen.word.names import W

_COUNTED = re.compile(r"^\s*(PAGE|NUMPAGES)\b(.*)$", re.IGNORECASE | re.DOTALL)
_TOTAL = re.compile(r"^\s*NUMPAGES\b", re.IGNORECASE)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MC = f"{{{_COMPATIBILITY}}}"
_WORD_2013 = "http://schemas.microsoft.com/office/word/2012/wordml"


@dataclass(frozen=True)
class PageCounting:
    """How one document's pages are counted.

    Attributes:
        start, end: the bookmarks at its two ends.
        first: the number of its first page.
    """

    start: str
    end: str
    first: int = 1


@dataclass(frozen=True)
class Field:
    """A complex field: its runs from begin to end, and its instruction."""

    runs: tuple[etree._Element, ...]
    instruction: str

    @property
    def result(self) -> list[etree._Element]:
        """The runs of the cached result."""
        for at, run in enumerate(self.runs):
            if _mark(run) == "separate":
                return list(self.runs[at + 1 : -1])
        return []

    @property
    def shown(self) -> str:
        """The text of the result."""
        return "".join(node.text or "" for node in self.texts)

    @property
    def texts(self) -> list[etree._Element]:
        """The elements that hold the text of the result."""
        return list(chain.from_iterable(run.iter(f"{W}t") for run in self.result))

    @property
    def shape(self) -> etree._Element | None:
        """The properties of the run that shows the result."""
        return next((run.find(f"{W}rPr") for run in (*self.result, *self.runs)), None)


def fields(root: etree._Element) -> Iterator[Field]:
    """The complex fields of a part that hold no other fields and stand within one paragraph."""
    runs: list[etree._Element] = []
    for run in list(root.iter(f"{W}r")):
        mark = _mark(run)
        if mark == "begin":
            runs = [run]
        elif runs and run.getparent() is runs[0].getparent():
            runs.append(run)
            if mark == "end":
                yield Field(tuple(runs), _instruction_of(runs))
                runs = []
        else:
            runs = []


def _instruction_of(runs: list[etree._Element]) -> str:
    """What the runs of a field say that it shows; Word may split it at will."""
    words = chain.from_iterable(run.iter(f"{W}instrText") for run in runs)
    return "".join(word.text or "" for word in words)


def _mark(run: etree._Element) -> str | None:
    char = run.find(f"{W}fldChar")
    return None if char is None else char.get(f"{W}fldCharType")


def counts_pages(root: etree._Element) -> bool:
    """Whether a part shows the number of the page."""
    instructions = [node.text for node in root.iter(f"{W}instrText")]
    instructions += [node.get(f"{W}instr") for node in root.iter(f"{W}fldSimple")]
    for instruction in instructions:
        match = _COUNTED.match(instruction or "")
        if match is not None and match[1].upper() == "PAGE":
            return True
    return False


def count_from_own_start(
    root: etree._Element, counting: PageCounting, shown: str | None = None
) -> bool:
    """Let the page numbers of a part count from the document's start; whether its end is needed for
    that.

    Args:
        shown: the number of the page that programs show which can't count so; None for what the
            document showed.
    """
    _unfold(root)
    needs_end = False
    for field in fields(root):
        match = _COUNTED.match(field.instruction)
        if match is None:
            continue
        is_total = match[1].upper() != "PAGE"
        needs_end |= is_total
        counted = f" PAGEREF {counting.end} " if is_total else " PAGE "
        added = 1 if is_total else counting.first
        result = field.shown if is_total or shown is None else shown
        switches = f" {match[2].strip()}".rstrip()
        words: list[str | tuple[str]] = [" = ", (counted,), " - ", (f" PAGEREF {counting.start} ",)]
        words.append(f" + {added}{switches} ")
        put_formula(field, formula(words, result), result)
    return needs_end


def total_fields(root: etree._Element) -> list[Field]:
    """The fields of a part that show how many pages there are."""
    _unfold(root)
    return [field for field in fields(root) if _TOTAL.match(field.instruction)]


def replace_field(field: Field, instruction: str, less: int = 0) -> None:
    """Let a field say `instruction`, or what is `less` than that, in the same look."""
    if less:
        words: list[str | tuple[str]] = [" = ", (instruction,), f" - {less} "]
        put_formula(field, formula(words, field.shown), field.shown)
        return
    for thing in _simple(instruction, field.shown):
        run = _run(field.shape)
        run.append(thing)
        field.runs[0].addprevious(run)
    for run in field.runs:
        remove(run)


def put_formula(field: Field, things: list[etree._Element], shown: str) -> etree._Element:
    """Put a formula in the place of a field, where programs that don't know formulas show `shown`;
    its run.
    """
    placed = _alternative(things, _text(shown), field.shape)
    field.runs[0].addprevious(placed)
    for run in field.runs:
        remove(run)
    return placed


def formula(words: list[str | tuple[str]], shown: str) -> list[etree._Element]:
    """A formula out of its words; one in a tuple is a field of its own."""
    things = [_char("begin")]
    for word in words:
        things += [_instruction(word)] if isinstance(word, str) else _simple(word[0])
    return [*things, _char("separate"), _text(shown), _char("end")]


def _alternative(
    things: list[etree._Element], other: etree._Element, shape: etree._Element | None
) -> etree._Element:
    """A run that holds `things` for Word, `other` for other programs."""
    run = _run(shape)
    run.append(for_word(*things, other=other))
    return run


def for_word(*things: etree._Element, other: etree._Element | None = None) -> etree._Element:
    """What holds `things` for Word, `other` for programs that don't know Word 2013's markup
    (ECMA-376-3, 7).
    """
    content = etree.Element(
        f"{_MC}AlternateContent", nsmap={"mc": _COMPATIBILITY, "w15": _WORD_2013}
    )
    etree.SubElement(content, f"{_MC}Choice", Requires="w15").extend(things)
    fallback = etree.SubElement(content, f"{_MC}Fallback")
    if other is not None:
        fallback.append(other)
    return content


def _unfold(root: etree._Element) -> None:
    """Fields of page numbers as complex ones, also Word 6's `w:pgNum`; each sign of a field in a
    run of its own.
    """
    for char in list(root.iter(f"{W}fldChar")):
        run = char.getparent()
        if run is not None and len(run) > 1 + (run[0].tag == f"{W}rPr"):
            _part(run)
    for simple in list(root.iter(f"{W}fldSimple")):
        instruction = simple.get(f"{W}instr") or ""
        if _COUNTED.match(instruction):
            _replace(simple, instruction, list(simple.iterchildren(f"{W}r")))
    for sign in list(root.iter(f"{W}pgNum")):
        run = sign.getparent()
        if run is not None:
            run.remove(sign)
            run.append(_text("2"))
            _replace(run, " PAGE ", [deepcopy(run)])


def _part(run: etree._Element) -> None:
    """The run as many, one for each thing in it."""
    shape = run.find(f"{W}rPr")
    for thing in [child for child in run if child is not shape]:
        alone = _run(shape)
        alone.append(thing)
        run.addprevious(alone)
    remove(run)


def _replace(element: etree._Element, instruction: str, result: list[etree._Element]) -> None:
    runs = []
    for thing in (_char("begin"), _instruction(instruction), _char("separate"), _char("end")):
        runs.append(_run(result[0].find(f"{W}rPr") if result else None))
        runs[-1].append(thing)
    for run in [*runs[:3], *result, runs[3]]:
        element.addprevious(run)
    remove(element)


def _simple(instruction: str, shown: str = "1") -> list[etree._Element]:
    """A field; what one inside a formula shows last is nobody's to see."""
    return [
        _char("begin"),
        _instruction(instruction),
        _char("separate"),
        _text(shown),
        _char("end"),
    ]


def _run(shape: etree._Element | None) -> etree._Element:
    run = made("r")
    if shape is not None:
        run.append(deepcopy(shape))
    return run


def _char(kind: str) -> etree._Element:
    return made("fldChar", fldCharType=kind)


def _instruction(text: str) -> etree._Element:
    element = made("instrText")
    element.text = text
    element.set(_SPACE, "preserve")
    return element


def _text(text: str) -> etree._Element:
    element = made("t")
    element.text = text
    return element


def show(field: Field, text: str) -> None:
    """Let a field show `text` until it is next computed."""
    for node in field.texts:
        # All of it in the first, as it is formatted.
        node.text, text = text, ""
