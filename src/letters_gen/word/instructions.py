"""Word's fields by their instructions: `PAGE`, `DATE \\@ "dd.MM.yyyy"`, however Word has split
them into runs (ISO/IEC 29500-1, 17.16).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from letters_gen.word.names import W

# Where another field's result becomes a part of an instruction.
NESTED = "\x00"
_NAME = re.compile(r"[^\w=\x00]*(=|\x00|\w+)")
_CHAR, _WORDS, _SIMPLE = f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"
# Text that stands where an instruction is expected: Word reads it as one.
_TEXT = f"{W}t"


@dataclass
class Instruction:
    """One field.

    Attributes:
        element: where it begins.
        words: what it says; NESTED where another field stands in it.
        texts: the elements that hold the words of a complex field.
    """

    element: etree._Element
    words: str = ""
    texts: list[etree._Element] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The field's name in capitals: `PAGE`; `=` for a formula, NESTED where another field is to
        say it, '' for none.
        """
        match = _NAME.match(self.words)
        return match[1].upper() if match else ""


def instructions(root: etree._Element) -> Iterator[Instruction]:
    """The fields of a part, an inner one before the one around it."""
    standing: list[tuple[Instruction, bool]] = []
    for element in root.iter(_CHAR, _WORDS, _SIMPLE, _TEXT):
        if element.tag == _SIMPLE:
            _note(standing, NESTED)
            yield Instruction(element, element.get(f"{W}instr") or "")
        elif element.tag in (_WORDS, _TEXT):
            _note(standing, element.text or "", element)
        elif element.get(f"{W}fldCharType") == "end":
            if standing:
                yield standing.pop()[0]
        else:
            _sign(standing, element)
    # One that never ends is a fault of its own; what it says counts all the same.
    for instruction, _ in standing:
        yield instruction


def _sign(standing: list[tuple[Instruction, bool]], char: etree._Element) -> None:
    """A field begins, or its instruction is complete."""
    if char.get(f"{W}fldCharType") == "begin":
        _note(standing, NESTED)
        standing.append((Instruction(char), True))
    elif standing:
        standing[-1] = (standing[-1][0], False)


def _note(
    standing: list[tuple[Instruction, bool]], words: str, element: etree._Element | None = None
) -> None:
    """Add to the instruction of the innermost field, where that isn't complete yet."""
    if not standing or not standing[-1][1]:
        return
    instruction = standing[-1][0]
    instruction.words += words
    if element is not None:
        instruction.texts.append(element)
