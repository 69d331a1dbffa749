"""Long lists, page by page; the count is always whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flask import request

MOST = 50
_LONGEST = 6

Item = TypeVar("Item")


@dataclass(frozen=True)
class Page(Generic[Item]):
    """One page of a list: its number, from 1, and how many there are."""

    items: Sequence[Item]
    number: int
    pages: int
    total: int
    name: str

    @property
    def first(self) -> int:
        """The place of its first item in the whole list, from 1."""
        return (self.number - 1) * MOST + 1


def paged(items: Sequence[Item], name: str) -> Page[Item]:
    """The page of `items` that the parameter `name` asks for; the nearest there is."""
    pages = max(1, -(-len(items) // MOST))
    asked = request.args.get(name, "1")
    wanted = int(asked) if asked.isdecimal() and len(asked) <= _LONGEST else 1
    number = min(max(1, wanted), pages)
    return Page(items[(number - 1) * MOST : number * MOST], number, pages, len(items), name)
