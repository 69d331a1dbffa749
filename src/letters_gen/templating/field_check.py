"""Word's fields in a template: those that would show another day than the letter's, and those whose
instruction holds a tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.templating.harm import paragraph_number
from letters_gen.templating.tags import TAG
from letters_gen.word.instructions import NESTED, Instruction, instructions
from letters_gen.word.names import W
from letters_gen.word.package import Package

# Fields that show the day on which the letter is opened, saved, printed, or the template was made
# (ISO/IEC 29500-1, 17.16.5).
_DAYS = frozenset(("DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE"))
_OPENING = re.compile(r"\{[{%#]")


def field_faults(package: Package) -> Iterator[LettersError]:
    """Fields that no letter may have, each with its paragraph.

    Codes: `template-date-field`; `template-tag-in-field`: a value would say what the field does or
    where it leads, or the tag is parted and never filled.
    """
    for part in package.text_parts:
        root = package.root(part)
        for instruction in instructions(root):
            words = instruction.words.replace(NESTED, "{…}").strip()
            place = _place(package.file, part, root, instruction.element)
            if _is_misused(instruction):
                yield InputError("template-tag-in-field", place, tag=words)
            elif instruction.name in _DAYS:
                yield InputError("template-date-field", place, field=instruction.name)


def _is_misused(instruction: Instruction) -> bool:
    """Whether a tag stands where it mustn't: a value as an argument does no harm."""
    words = instruction.words.strip()
    if _OPENING.search(words) is None:
        return False
    texts = [node.text or "" for node in instruction.texts] or [words]
    is_parted = any(_OPENING.search(TAG.sub("", text)) for text in texts)
    return is_parted or instruction.name == "HYPERLINK" or _OPENING.match(words) is not None


def _place(file: str, part: str, root: etree._Element, element: etree._Element) -> Place:
    """The paragraph around a field."""
    paragraph = next(element.iterancestors(f"{W}p"), None)
    text = None
    if paragraph is not None:
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t")) or None
    return Place(file=file, part=part, paragraph=paragraph_number(root, element), text=text)
