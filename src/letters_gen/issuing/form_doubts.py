"""What isn't certain of the forms that a run's templates use: of the office's people, and of
texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letters_gen.documents.batch import Batch
from letters_gen.documents.letter import Letter
from letters_gen.documents.letter_fields import NumberedLetter
from letters_gen.documents.people import people_questions
from letters_gen.documents.text_forms import text_questions
from letters_gen.making.document import Document
from letters_gen.making.filling import Forms
from letters_gen.model.question import Question
from letters_gen.office.workspace import SETTINGS


def form_questions(
    batch: Batch, forms: Forms, written: Iterable[tuple[Letter, Document]]
) -> Iterator[Question]:
    """What to ask before documents are written; the heads of their schools are asked about with
    each letter.
    """
    letters = (NumberedLetter(letter, one.number, one.day) for letter, one in written)
    yield from people_questions(batch.people, forms.names, SETTINGS)
    yield from text_questions(batch, letters, forms.names, SETTINGS)
