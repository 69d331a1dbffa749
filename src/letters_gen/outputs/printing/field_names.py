"""The names that Word's fields use, made one document's own: bookmarks, and the sequences that
number captions, which would else count on from document to document (ISO/IEC 29500-1, 17.16.5.56).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from letters_gen.word.instructions import NESTED, Instruction, instructions
from letters_gen.word.names import W

LONGEST_NAME = 40
_SEQUENCE = re.compile(r"\s*SEQ\s+\"?([^\s\"\\]+)", re.IGNORECASE)
_WORD = re.compile(r"[^\s\"\\={}()+*/,;<>-]+")
# The fields that name bookmarks or sequences; a bookmark alone is a REF (17.16.5.47).
_NAMING = frozenset(
    ("REF", "PAGEREF", "NOTEREF", "HYPERLINK", "SEQ", "TOC", "GOTOBUTTON", "=", "IF")
)


def own_name(name: str, suffix: str) -> str:
    """A name that no other document of the file has."""
    return name[: LONGEST_NAME - len(suffix)] + suffix


def rename_in_fields(
    roots: Iterable[etree._Element], bookmarks: Mapping[str, str], suffix: str
) -> None:
    """Let the fields of one document use names of its own.

    Args:
        roots: its parts, changed in place.
        bookmarks: its bookmarks with their new names; `suffix`: what its sequences get.
    """
    found = [one for root in roots for one in instructions(root)]
    names = {name.lower(): new for name, new in bookmarks.items()} | _sequences(found, suffix)
    for instruction in found if names else ():
        if instruction.name in _NAMING or instruction.name.lower() in names:
            _rename(instruction, names)


def _sequences(found: Iterable[Instruction], suffix: str) -> dict[str, str]:
    """The sequences that number captions, in small letters, with their new names."""
    names = {}
    for instruction in found:
        match = _SEQUENCE.match(instruction.words)
        if match is not None:
            names[match[1].lower()] = own_name(match[1], suffix)
    return names


def _rename(instruction: Instruction, names: Mapping[str, str]) -> None:
    """Change the names in one field."""

    def renamed(words: str) -> str:
        return _WORD.sub(lambda match: names.get(match[0].lower(), match[0]), words)

    if not instruction.texts:
        said = instruction.element.get(f"{W}instr")
        if said is not None:
            instruction.element.set(f"{W}instr", renamed(said))
        return
    if NESTED not in instruction.words:
        # Word may have parted a name; all of it goes into the first.
        first, *others = instruction.texts
        first.text = instruction.words
        for other in others:
            other.text = ""
    for text in instruction.texts:
        text.text = renamed(text.text or "")
