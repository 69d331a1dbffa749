"""Who is to get a document, as the workspace's directory knows them."""

from __future__ import annotations

from collections.abc import Sequence

from letters_gen.documents.recipients import Recipient, recipients_of
from letters_gen.facts.schools import Directory
from letters_gen.model.entry import Entry
from letters_gen.model.school import School


def known_recipients(entry: Entry, directory: Directory) -> Sequence[Recipient]:
    """All who are to get the document: each school by its ИНН, failing that by its name."""

    def known(inn: str, name: str) -> School | None:
        return (directory.by_inn(inn) if inn else None) or directory.by_name(name)

    return recipients_of(entry, known)
