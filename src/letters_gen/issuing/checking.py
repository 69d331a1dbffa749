"""What the templates of a week's document types would ask about, told before anything is issued."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from letters_gen.documents.head import named_cases
from letters_gen.errors import InputError, Place
from letters_gen.issuing.batches import standing_batch
from letters_gen.issuing.drafting import wanted_letters
from letters_gen.issuing.form_doubts import form_questions
from letters_gen.issuing.ground import Ground, week_ground
from letters_gen.issuing.past import with_past
from letters_gen.issuing.priors import NO_PRIORS
from letters_gen.issuing.request import Request
from letters_gen.making.document import planned_document
from letters_gen.making.filling import Forms, prepared_forms
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import Question
from letters_gen.model.settings import DocumentType
from letters_gen.register.book import Register
from letters_gen.week.checking import Checked


def with_forms_asked(found: Checked, register: Register, today: date) -> Checked:
    """`found` with what isn't certain of the forms that documents about the week would use; a
    template with a fault is told as `forms-unasked`.
    """
    ground = week_ground(found.survey)
    questions = {question.id: question for question in found.questions}
    oddities: list[Oddity] = []
    for kind in found.survey.settings.types.values():
        if not kind.sheet:
            continue
        try:
            forms = prepared_forms(ground.workspace, ground.settings, [kind])
        except InputError as error:
            oddities.append(Oddity("forms-unasked", error.place or Place(), {"type": kind.key}))
            continue
        for question in _questions(ground, kind, forms, register, today):
            questions.setdefault(question.id, question)
    return replace(
        found, questions=tuple(questions.values()), oddities=(*found.oddities, *oddities)
    )


def _questions(
    ground: Ground, kind: DocumentType, forms: Forms, register: Register, today: date
) -> Iterator[Question]:
    """What documents of one type would ask about, were they issued to all schools that they
    concern.
    """
    standing = replace(standing_batch(ground, kind), head_cases=named_cases(forms.names))
    batch = with_past(standing, forms, register)
    workspace = ground.workspace
    number = kind.series.number(1, today, kind.index)
    letters = wanted_letters(
        batch, ground.rows, Request(kind.key, today), workspace.directory.name, NO_PRIORS, ()
    )
    for letter in letters:
        yield from letter.questions
    documents = (planned_document(workspace, one, number, today) for one in letters)
    if letters:
        yield from form_questions(batch, forms, zip(letters, documents, strict=True))
