"""Whatever a clerk types between braces: a finished document that is well-formed, or faults with
their places.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from read_back import part_of
from template_making import EXAMPLES, RUNS, VALUES, cell, compiled, p, table

from letters_gen.errors import LettersError


@settings(max_examples=EXAMPLES, deadline=None)
@given(before=RUNS, cells=st.lists(RUNS, min_size=1, max_size=3), after=RUNS)
def test_any_soup_of_tags_is_filled_or_refused(
    before: list[str], cells: list[list[str]], after: list[str]
) -> None:
    row = "".join(cell("".join(texts)) for texts in cells)
    body = p(*before) + table(len(cells), f"<w:tr>{row}</w:tr>") + p(*after) + p("конец")
    with tempfile.TemporaryDirectory() as folder:
        try:
            document = compiled(Path(folder), body).render(VALUES)
        except LettersError as error:
            assert all(fault.place is not None for fault in (error, *error.also))
            return
    etree.fromstring(part_of(document).encode())
