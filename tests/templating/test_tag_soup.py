"""Whatever a clerk types between braces: a finished document that is well-formed, or faults with
their places.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from read_back import part_of
from template_making import VALUES, cell, compiled, p, table

from letters_gen.errors import LettersError

EXAMPLES = int(os.environ.get("LETTERS_EXAMPLES", "200"))
SOUP = """
{{ имя }}~{{~}}~{%~%}~{{ имя~{% if да %}~{% endif %}~{% else %}~{% for ч in числа %}~{{ ч }}
~{% endfor %}
~слово~ ~'~"~“~«
~{%p if да %}~{%p endif %}~{%tr for ч in числа %}~{%tr endfor %}~{%tc for ч in числа %}
~{%tc endfor %}~{%r if да %}
~{%r endif %}~{{r имя }}~{% vm %}~{% hm %}~{% colspan 2 %}~{% cellbg 'FF0000' %}~{%- if да %}
~{% endif -%}~{# а #}
~{_{~%_}~{% raw %}~{% endraw %}~{% set х = 1 %}~{% заново %}~{~}~%~&amp;~{{ '}}' }}
"""
PIECES = st.sampled_from(SOUP.replace("\n", "").split("~"))
RUNS = st.lists(st.lists(PIECES, max_size=3).map("".join), min_size=1, max_size=4)


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
