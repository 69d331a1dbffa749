"""The cover of a print file by itself: its PAGEREF fields put into plain numbers, for there is no
document behind it that they could count.
"""

from __future__ import annotations

from collections.abc import Mapping

from letters_gen.outputs.printing.cover import fill_page_numbers
from letters_gen.outputs.printing.page_numbers import fields
from letters_gen.outputs.printing.source import Source
from letters_gen.word.elements import remove, written
from letters_gen.word.packing import Layout, deflated_bytes


def numbered_cover(cover: bytes, pages: Mapping[str, int]) -> bytes:
    """The finished cover, each PAGEREF in it as the page of its bookmark.

    Args:
        pages: the page on which each bookmark's document begins.

    Raises:
        InputError: `print-damaged`.
    """
    source = Source(cover)
    try:
        fill_page_numbers(source.document, pages.get)
        for field in list(fields(source.document)):
            if field.instruction.split()[:1] == ["PAGEREF"]:
                for run in field.runs:
                    if run not in field.result:
                        remove(run)
        changed = {source.main: written(source.document)}
        members = {name: changed.get(name) or source.content(name) for name in source}
    finally:
        source.close()
    return Layout([]).package(deflated_bytes(name, one) for name, one in members.items())
