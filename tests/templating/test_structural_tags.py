"""Text that shares a paragraph or a row with a tag is kept, or told: it never vanishes in
silence.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import Clerk
from read_back import paragraphs, rows
from template_making import VALUES, compiled, p, row, table
from template_office import office_template, tried

from letters_gen.errors import InputError

PARAGRAPHS = {
    "before a loop": (
        p("Прошу: {%p for ч in числа %}") + p("{{ ч }}") + p("{%p endfor %}"),
        ["Прошу: ", "1", "2", "3"],
    ),
    "behind an end": (
        p("{%p for ч in числа %}") + p("{{ ч }}") + p("{%p endfor %}Конец"),
        ["1", "2", "3", "Конец"],
    ),
    "behind a beginning": (p("{%p if да %}раз") + p("два") + p("{%p endif %}"), ["раз", "два"]),
    "between two tags": (p("{%p if да %}видно{%p endif %}") + p("конец"), ["видно", "конец"]),
    "between two tags, hidden": (p("{%p if нет %}скрыто{%p endif %}") + p("конец"), ["конец"]),
    "the other case": (
        p("{%p if нет %}") + p("есть") + p("{%p else %}нет{%p endif %}"),
        ["нет"],
    ),
    "a value": (p("{{ имя }}{%p if да %}") + p("а") + p("{%p endif %}"), ["Патимат", "а"]),
    "several tags": (
        p("{%p if да %}{%p for ч in числа %}") + p("{{ ч }}") + p("{%p endfor %}{%p endif %}"),
        ["1", "2", "3"],
    ),
    "a space is nothing": (p(" {%p if да %} ") + p("а") + p("{%p endif %} "), ["а"]),
}


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_text_beside_a_paragraphs_tag_is_kept(tmp_path: Path, name: str) -> None:
    body, expected = PARAGRAPHS[name]
    assert paragraphs(compiled(tmp_path, body).render(VALUES)) == expected


ROWS = {
    "both tags in one row": (
        table(2, row("{%tr for ч in числа %}{{ ч }}", "р{%tr endfor %}")),
        [["1", "р"], ["2", "р"], ["3", "р"]],
    ),
    "both tags in one cell": (
        table(1, row("{%tr for ч in числа %}{{ ч }}{%tr endfor %}")),
        [["1"], ["2"], ["3"]],
    ),
    "text in another cell": (
        table(2, row("{%tr for ч in числа %}", "р"), row("{{ ч }}", ""), row("{%tr endfor %}", "")),
        [["", "р"], ["1", ""], ["", "р"], ["2", ""], ["", "р"], ["3", ""]],
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_text_beside_a_rows_tag_is_kept(tmp_path: Path, name: str) -> None:
    body, expected = ROWS[name]
    assert rows(compiled(tmp_path, body).render(VALUES)) == expected


@pytest.mark.parametrize(
    "body",
    [
        p("до {%p if да %} после") + p("{%p endif %}"),
        p("{%p if да %}раз{%p else %}два{%p endif %}"),
        table(2, row("раз", "{%tr if да %}{{ имя }}"), row("{%tr endif %}", "")),
    ],
)
def test_a_tag_amid_text_is_a_fault_with_its_place(tmp_path: Path, body: str) -> None:
    with pytest.raises(InputError) as caught:
        compiled(tmp_path, p("первый") + body)
    faults = {fault.code: fault for fault in (caught.value, *caught.value.also)}
    place = faults["template-tag-enclosed"].place
    assert place is not None and place.part == "word/document.xml"
    assert place.paragraph is not None and place.paragraph > 1


def test_what_the_engine_itself_writes_is_no_unknown_field(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    box = (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="а"/>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
    body = p("{%p for ш in нарушители %}") + box + p("{%p заново %}") + p("{{ ш.название }}")
    template = office_template(tmp_path, body + p("{%p endfor %}"))
    trial = tried(clerk, workspace, template)
    assert trial.document is not None, trial.check.err + trial.issued.err
    assert len(paragraphs(trial.document)) == 10


@pytest.mark.parametrize(
    "body",
    [
        p(
            "{% set н = namespace(с=0) %}{% for ш in школы %}{% set н.с = н.с + 1 %}{% endfor %}"
            "{{ н.с }}"
        ),
        p("{% macro м(х) %}[{{ х }}]{% endmacro %}{{ м(письмо.номер) }}"),
        p("{% with а = 1 %}{{ а }}{% endwith %}{{ cycler('а', 'б').next() }}{{ joiner(', ')() }}"),
        p("{% raw %}{{ не поле }}{% endraw %} {_{ и это }_}"),
        table(
            2,
            row("{%tr for ш in школы %}", ""),
            row("{% vm %}раз", "{% cellbg 'FF0000' %}{{ ш.название }}"),
            row("{%tr endfor %}", ""),
        ),
        table(2, row("{%tc for ш in школы %}", "{{ loop.index }}", "{%tc endfor %}")),
        p("{% for ш in школы %}{{ loop.index }}{{ ', ' if not loop.last }}{% endfor %}"),
    ],
)
def test_every_feature_works_in_a_workspace(
    clerk: Clerk, workspace: Path, tmp_path: Path, body: str
) -> None:
    trial = tried(clerk, workspace, office_template(tmp_path, body + p("конец")))
    assert trial.check.json["faults"] == []
    assert trial.document is not None, trial.issued.err
