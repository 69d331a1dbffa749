"""A column of the monitoring sheet, as letters.toml describes it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column of the sheet: how its heading may read, and what the appendix and the templates call
    it.

    Attributes:
        kind: `count`, `percent` (a ready percentage), `yes_no` or `text`.
        group: how the heading above its heading may read, where equal headings stand under several.
        values: of text that is judged, what it may say: each value with its other spellings.
    """

    key: str
    headings: tuple[str, ...]
    title: str
    field: str
    kind: str = "count"
    group: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)

    @property
    def is_text(self) -> bool:
        """Whether it holds words rather than figures."""
        return self.kind in ("text", "yes_no")

    @property
    def is_percent(self) -> bool:
        """Whether it holds ready percentages."""
        return self.kind == "percent"
