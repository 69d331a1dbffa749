"""Who signs, who prepares, whom documents name: the people of the office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Signatory:
    """Who signs: post in the nominative, name as `Фамилия И.О.`"""

    key: str
    post: str
    name: str


@dataclass(frozen=True)
class Executor:
    """Who prepared the document: `Фамилия И.О.`, and the telephone where it is known."""

    key: str
    name: str
    phone: str = ""


@dataclass(frozen=True)
class Person:
    """Somebody of the office whom documents name, in any role.

    Attributes:
        post: in the nominative.
        sex: 'm', 'f', or '' where the name tells it.
        since, until: of an acting head the days on which they sign.
        forms: forms given by hand: ("name", "accusative") -> «Магомедову Патимат Пайзулаевну».
    """

    key: str
    post: str
    name: str
    sex: str = ""
    phone: str = ""
    since: date | None = None
    until: date | None = None
    forms: Mapping[tuple[str, str], str] = field(default_factory=dict, hash=False)

    def acts_on(self, day: date) -> bool:
        """Whether they are the acting head on `day`."""
        return bool(self.since and self.until and self.since <= day <= self.until)
