"""Documents filled before a number is taken: a template that can't be filled costs none."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from letters_gen.documents.letter import Letter
from letters_gen.making.document import Document
from letters_gen.making.filling import Filling

_TRIED = 100


def try_filling(filling: Filling, wanted: Iterable[tuple[Letter, Document]]) -> None:
    """Fill what is wanted, of many the first, and keep nothing of it.

    Raises:
        InputError: a template that can't be filled.
    """
    for letter, document in islice(wanted, _TRIED):
        for _ in filling.files(letter, document):
            pass
