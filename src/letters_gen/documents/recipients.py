"""Who is to get a document: as its entry calls them, and as the directory knows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from letters_gen.documents.head import addressee_of, head_of
from letters_gen.model.entry import Entry
from letters_gen.model.school import School
from letters_gen.russian.cases import Case

# What stands for the post of a head whom the directory doesn't name.
_HEAD = "руководитель"
_TO_HEAD = "Руководителю"

Known = Callable[[str, str], School | None]
"""A school of the directory, by its ИНН, failing that by its name; None where it has none."""


@dataclass(frozen=True)
class Recipient:
    """One of those who are to get a document.

    Attributes:
        name: as its entry calls it.
        school: as the directory knows it, None where it doesn't.
    """

    name: str
    school: School | None

    @property
    def head(self) -> tuple[str, str]:
        """The post and the name of the school's head, `Фамилия И.О.`; each '' where nobody is
        known.
        """
        if self.school is None:
            return "", ""
        head = head_of(self.school)
        post = head.post.text if head.post and head.name else _HEAD
        return post, head.name.shortened(Case.NOMINATIVE) if head.name else ""

    @property
    def addressee(self) -> str:
        """Whom what is sent to it is addressed to, in the dative (form: 15)."""
        if self.school is None:
            return self.name
        return addressee_of(self.school, head_of(self.school), _TO_HEAD)


def recipients_of(entry: Entry, known: Known) -> Sequence[Recipient]:
    """All who are to get the document of `entry`, in its order."""
    inns = {row.school: row.inn for row in entry.rows}
    if entry.school:
        inns[entry.school] = entry.inn
    return [Recipient(name, known(inns.get(name, ""), name)) for name in entry.recipients]
