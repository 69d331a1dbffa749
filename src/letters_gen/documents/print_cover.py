"""The cover of a print file: the documents that it lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

TEMPLATE = "print-cover.docx"


@dataclass(frozen=True)
class Listed:
    """A document as the cover lists it.

    Attributes:
        bookmark: the bookmark at its start, which the cover's field of the page names.
    """

    number: str
    school: str
    bookmark: str


def cover_fields(documents: Iterable[Listed], volume: int = 1, volumes: int = 1) -> dict[str, Any]:
    """The fields of the cover beside those that a batch has in common (see
    `vocabulary.cover_vocabulary`).

    The page is what it is behind a cover of one page; the print file puts the right one into the
    field that shows it.

    Args:
        volume: which of the `volumes` it is the cover of, from 1.
    """
    return {
        "опись": {
            "том": f"том\N{NO-BREAK SPACE}{volume} из\N{NO-BREAK SPACE}{volumes}"
            if volumes > 1
            else ""
        },
        "документы": [
            {
                "номер": one.number,
                "школа": one.school,
                "закладка": one.bookmark,
                "страница": str(page),
            }
            for page, one in enumerate(documents, 2)
        ],
    }
