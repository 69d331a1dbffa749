"""All fields that templates may use, in their groups.

Names are Russian and don't change with the language of the screen (design §2).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from letters_gen.documents.batch import Batch
from letters_gen.documents.batch_fields import batch_groups
from letters_gen.documents.comparison_fields import comparison_groups
from letters_gen.documents.fields import Group
from letters_gen.documents.letter_fields import NumberedLetter, letter_groups
from letters_gen.documents.order_fields import order_groups
from letters_gen.documents.prior_fields import prior_groups
from letters_gen.documents.thanks_fields import reached_groups
from letters_gen.model.settings import DocumentType, Settings


@dataclass(frozen=True)
class Vocabulary:
    """The fields of one kind of document: what it has for itself, and what all documents of its
    batch have alike.
    """

    own: tuple[Group[NumberedLetter], ...]
    common: tuple[Group[Batch], ...]

    @property
    def groups(self) -> tuple[Group[Any], ...]:
        """All of them."""
        return (*self.own, *self.common)


def vocabulary(
    settings: Settings, each: bool = False, sheet: bool = True, emblem: object | None = None
) -> Vocabulary:
    """The fields that a document's templates may use, those of the office's own columns and figures
    included.

    Args:
        each: of a document for each school (`школа`), not of one paper about all (`школы`).
        sheet: of one that is about a week's monitoring.
        emblem: the office's picture, None where there is none.
    """
    own = letter_groups(settings, each, sheet)
    own += prior_groups()
    if sheet and each:
        own += reached_groups(settings)
    if not each:
        own += order_groups(sheet)
    if sheet and not each:
        own += comparison_groups(settings)
    return Vocabulary(own, batch_groups(settings, sheet, emblem))


def vocabulary_of(
    kind: DocumentType, settings: Settings, emblem: object | None = None
) -> Vocabulary:
    """The fields that the templates of a document type may use (see `vocabulary`)."""
    return vocabulary(settings, kind.each, kind.sheet, emblem)
