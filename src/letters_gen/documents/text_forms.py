"""What isn't certain of the forms in which templates put plain texts: bodies, districts, posts.

Names and posts of people have questions of their own (`head`, `people`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from letters_gen.documents.batch import Batch
from letters_gen.documents.fields import Group, ListGroup, asked_groups, fields_of
from letters_gen.documents.filters import CASES
from letters_gen.documents.inflecting import (
    GivenForms,
    Inflected,
    as_typed,
    given_forms,
    in_case,
    shape_of_forms,
)
from letters_gen.documents.letter_fields import NumberedLetter
from letters_gen.documents.vocabulary import vocabulary_of
from letters_gen.errors import Place
from letters_gen.model.field import FieldValues, Of
from letters_gen.model.question import Question, SettingsKey
from letters_gen.russian.cases import Case

_Cased = Mapping[str, Collection[Case]]


def text_questions(
    batch: Batch, letters: Iterable[NumberedLetter], names: Collection[str], file: str
) -> Iterator[Question]:
    """What isn't certain of the texts that templates put in a case, each text once: what all
    documents of the batch share, what each of `letters` says for itself, and the title of a type
    whose appendix names it.

    Code: `text-form-doubtful`.

    Args:
        names: the fields that the templates name, with their filters: `основание.автор|дательный`.
        file: the settings' name, for the place; the answer is kept there.
    """
    cased = _cased(names)
    known = vocabulary_of(batch.type, batch.settings)
    given = given_forms(batch.settings.forms)
    # The texts of a batch's letters are mostly the same: a dictionary asks about each once.
    found = dict.fromkeys(_texts(known.common, [batch], cased))
    found |= dict.fromkeys(_texts(known.own, letters, cased))
    if any(name.endswith(".xlsx") for name in batch.type.appendices):
        found[batch.type.title, Case.DATIVE] = None  # «Приложение к письму», see `mark`
    for text, case in found:
        yield from _question(text, case, given, Place(file=file))


def _cased(names: Collection[str]) -> _Cased:
    """By fields the cases that templates put them in."""
    found: dict[str, set[Case]] = {}
    for name in names:
        path, _, named = name.partition("|")
        if "." in path and named in CASES:
            found.setdefault(path, set()).add(CASES[named])
    return {path: sorted(found[path], key=list(Case).index) for path in sorted(found)}


def _texts(
    groups: Iterable[Group[Of]], things: Iterable[Of], cased: _Cased
) -> Iterator[tuple[str, Case]]:
    """The texts of these fields, each with a case that it is put in."""
    asked = _asked(tuple(groups), cased)
    for thing in things if asked else ():
        fields = fields_of(asked, thing)
        for path, cases in cased.items():
            for text in _values(fields, path):
                yield from ((text, case) for case in cases)


def _asked(groups: Sequence[Group[Of]], paths: Collection[str]) -> Sequence[Group[Of]]:
    """The groups that have these fields; those of a list are asked for with the list itself."""
    lists = {group.name for group in groups if isinstance(group, ListGroup)}
    return asked_groups(groups, {*paths, *(lists & {path.partition(".")[0] for path in paths})})


def _values(fields: FieldValues, path: str) -> Iterator[str]:
    """The plain texts that a field has: one, or that of each item of a list."""
    group, _, name = path.partition(".")
    things = fields.get(group)
    for thing in things if isinstance(things, list) else [things]:
        value = thing.get(name) if isinstance(thing, Mapping) else None
        if isinstance(value, str) and value.strip() and not isinstance(value, Inflected):
            yield value


def _question(text: str, case: Case, given: GivenForms, place: Place) -> Iterator[Question]:
    taken = in_case(text, case, given)
    if not isinstance(taken, Inflected) or not taken.form.is_doubtful:
        return
    word = as_typed(text)
    choices = tuple(map(as_typed, taken.form.choices))
    kept = SettingsKey(("forms", word, case.value))
    told = {"word": word, "case": case}
    subject = f"{word}/{case.value}"
    shape = shape_of_forms(word)
    yield Question("text-form-doubtful", place, subject, choices, choices[0], kept, told, shape)
