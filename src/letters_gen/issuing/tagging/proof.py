"""The new template, filled with the week of its letter, held against the letter."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from letters_gen.documents.fields import field_names
from letters_gen.documents.filters import filters_of
from letters_gen.issuing.tagging.occasion import Occasion
from letters_gen.issuing.tagging.passages import opened
from letters_gen.office.files import write_file
from letters_gen.office.scratch import scratch_folder
from letters_gen.templating import compile_template


@dataclass(frozen=True)
class Difference:
    """What the letter says, and what the filled template says in its place, either of them ''
    where there is nothing; the paragraph of the letter.
    """

    paragraph: int
    letter: str
    filled: str


def differences(
    template: bytes, name: str, said: Sequence[tuple[int, str]], occasion: Occasion
) -> list[Difference]:
    """In what the filled template differs from its letter, word for word.

    Args:
        name: the template's file name, for messages.
        said: the paragraphs of the letter: number and plain text.

    Raises:
        InputError: the template has a fault (see `compile_template`).
    """
    settings = occasion.settings
    filters = filters_of(settings.office, settings.forms)
    with scratch_folder() as folder:
        path = folder / name
        write_file(path, template)
        compiled = compile_template(path, field_names(occasion.vocabulary.groups), filters)
        write_file(path, compiled.render(occasion.fields))
        filled = [passage.plain.text for passage in opened(path).passages]
    texts = [text for _, text in said]
    if " ".join(texts).split() == " ".join(filled).split():
        return []
    found = []
    matcher = difflib.SequenceMatcher(a=texts, b=filled, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            number = said[min(first, len(said) - 1)][0]
            parts = " ".join(texts[first:last]), " ".join(filled[start:end])
            if parts[0].split() != parts[1].split():
                found.append(Difference(number, *parts))
    return found
