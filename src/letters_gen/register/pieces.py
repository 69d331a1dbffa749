"""What may be many, some at a time: rows of the register's tables take the same memory however many
they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select

Item = TypeVar("Item")

AT_ONCE = 500
"""As many values as one query names."""
# An office-wide entry holds the rows of all schools: so few that they are no burden.
_PIECE = 250


def pieces(connection: Connection, query: Select[Any]) -> Iterator[Sequence[Row[Any]]]:
    """The rows of `query`, some at a time."""
    result = connection.execute(query, execution_options={"yield_per": _PIECE})
    with result:
        yield from result.partitions()


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """`items` as queries may name them."""
    kept = list(items)
    for start in range(0, len(kept), AT_ONCE):
        yield kept[start : start + AT_ONCE]
