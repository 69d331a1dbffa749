"""The sheets of a print file: on which each document begins, as far as that is known before anybody
lays out its pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Sheets:
    """The documents of a file as they are added.

    Attributes:
        before: how many pages the cover takes.
        own: of each document whether its page numbers begin anew.
    """

    before: int
    own: list[bool] = field(default_factory=list)
    _pages: list[int] = field(default_factory=list)

    def add(self, pages: int, is_own: bool) -> None:
        """A document of so many pages."""
        self._pages.append(pages)
        self.own.append(is_own)

    @property
    def has_own(self) -> bool:
        """Whether the page numbers of any document begin anew."""
        return any(self.own)

    def first_of(self, position: int) -> int:
        """The sheet on which the document at `position`, from 1, begins."""
        return self.before + sum(self._pages[: position - 1]) + 1

    @property
    def next(self) -> int:
        """The sheet on which the next document will begin."""
        return self.first_of(len(self._pages) + 1)
