"""Clauses numbered by hand behind a list go on from its length."""

from __future__ import annotations

from collections.abc import Iterable

from letters_gen.issuing.tagging.passages import Passage


def count_on(following: Iterable[Passage], name: str, length: int, around: tuple[str, str]) -> None:
    """Put what counts on from a list into the paragraphs that follow it, as far as their numbers
    follow its items'.

    Args:
        length: how many items the list has; its last has that number.
        around: what stands before the numbers and behind them, plain: «2.» and «.».
    """
    before, behind = around
    for more, passage in enumerate(following, 1):
        number, standing = str(length + more), passage.plain
        if not standing.text.startswith(f"{before}{number}{behind}"):
            return
        start, end = standing.span(len(before), len(before) + len(number))
        passage.put(start, end, f"{{{{ ({name} | length) + {more} }}}}")
