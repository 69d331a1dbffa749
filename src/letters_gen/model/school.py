"""A school as the directory knows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class School:
    """One row of the directory.

    Attributes:
        inn: the taxpayer's number, ten digits (twelve for a person), '' where unknown.
        short_name: the name that documents use.
        head: surname, first name and patronymic of the head in the nominative, '' where unknown.
        post: the head's post in the nominative.
        sex: 'm', 'f' or '' where the directory doesn't say.
        forms: forms of `head` and `post` given by hand: ("head", "dative") -> «Абакарову Гаджи
            Камиловичу».
        address: the postal one, with its index: «368412, РД, Цунтинский район, с. Генух».
        is_vacant: whether the directory says that the school has no head, in so many words.
        other_names: what sheets call it besides, parted by `|`.
        line: its line in the directory, from 1; 0 for a school that isn't there.
    """

    inn: str
    short_name: str
    full_name: str = ""
    head: str = ""
    post: str = ""
    sex: str = ""
    email: str = ""
    other_names: str = ""
    address: str = ""
    forms: Mapping[tuple[str, str], str] = field(default_factory=dict, hash=False)
    line: int = 0
    is_vacant: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called."""
        others = (name.strip() for name in self.other_names.split("|"))
        return tuple(filter(None, (self.short_name, self.full_name, *others)))

    @property
    def key(self) -> str:
        """What the register knows the school by: its ИНН, failing that the short name (design
        §6.1).
        """
        return self.inn or self.short_name
