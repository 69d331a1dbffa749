"""Values that all letters share are put into the template once: the letters are the same as without
that.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from clerk import SHEET, Clerk
from hypothesis import given, settings
from hypothesis import strategies as st
from pictures import png
from read_back import paragraphs
from template_making import EXAMPLES, RUNS, VALUES, compiled, p

from letters_gen.errors import InputError, LettersError

SHARED = {
    "орган": {"имя": "МКУ «А & Б»", "адрес": "с. Цунта\nул. Лесная"},
    "год": "2023",
    "заголовок": "О чём",
}
OWN = {"школа": {"имя": "Генухская <СОШ>"}, "числа": [1, 2]}


def filled(folder: Path, body: str, shared: Mapping[str, Any]) -> bytes | str:
    """The document of OWN and SHARED values, or the code and the place of the fault."""
    try:
        return compiled(folder, body, shared=lambda _names: shared).render({**SHARED, **OWN})
    except LettersError as error:
        return f"{error.code} {error.place}"


@pytest.mark.parametrize(
    "text",
    [
        "{{ орган.имя }} и {{ школа.имя }}, {{ орган.адрес }}",
        "{{ орган.имя | upper }} {{ год ~ школа.имя }}",
        (
            "{% if орган.имя %}{{ орган.имя }}{% endif %}{% for ч in числа %}{{ ч }} {{ год }}{% "
            "endfor %}"
        ),
        "{% for год in числа %}{{ год }}{% endfor %}{{ год }}",
        "{% set год = школа.имя %}{{ год }}",
        "{% macro орган(год) %}{{ год }}{% endmacro %}{{ орган('а') }}",
        "{% with год = школа.имя %}{{ год }}{% endwith %}{{ год }}",
        "{% raw %}{{ год }}{% endraw %} {{ год }}",
        "{{ орган.нет }}",
        "{{ орган.имя }} {{ орган.имя | int / 0 }} {{ школа.имя }}",
    ],
)
def test_the_letter_is_the_same_whether_shared_values_come_first_or_last(
    tmp_path: Path, text: str
) -> None:
    body = p("перед") + p(text) + p("после {{ год }}")
    assert filled(tmp_path, body, SHARED) == filled(tmp_path, body, {})


@settings(max_examples=EXAMPLES // 2, deadline=None)
@given(runs=RUNS, names=st.sets(st.sampled_from(sorted(VALUES))))
def test_so_it_is_for_any_soup_of_tags(runs: list[str], names: set[str]) -> None:
    shared, body = {name: VALUES[name] for name in names}, p(*runs) + p("конец")
    with tempfile.TemporaryDirectory() as folder:
        try:
            expected = compiled(Path(folder), body).render(VALUES)
        except LettersError as error:
            with pytest.raises(LettersError) as raised:
                compiled(Path(folder), body, shared=lambda _names: shared).render(VALUES)
            assert (raised.value.code, raised.value.place) == (error.code, error.place)
            return
        assert compiled(Path(folder), body, shared=lambda _names: shared).render(VALUES) == expected


def test_an_emblem_is_known_wherever_a_template_asks_for_it(clerk: Clerk, workspace: Path) -> None:
    settings, notice = workspace / "letters.toml", workspace / "templates/notice.docx"
    text = settings.read_text(encoding="utf-8").replace("# emblem =", "emblem =")
    settings.write_text(text, encoding="utf-8")
    (workspace / "templates/emblem.png").write_bytes(png())
    document = docx.Document(str(notice))
    document.paragraphs[-1].insert_paragraph_before(
        '{{ "с гербом" if учреждение.эмблема else "без герба" }}'
    )
    document.save(str(notice))
    answer = clerk("notices", SHEET, "--date", "18.04.2023", "--yes", "--json")
    issued = workspace / answer.json["documents"][0]["path"]
    assert "с гербом" in [paragraph.text for paragraph in docx.Document(str(issued)).paragraphs]


@pytest.mark.parametrize(
    "tags",
    [
        ("{% filter upper %}а", "б{% endfilter %}"),
        ("{% set х | upper %}а", "б{% endset %}{{ х }}"),
        ("{%p filter upper %}", "{%p endfilter %}"),
    ],
)
def test_a_filter_over_more_than_text_is_refused(tmp_path: Path, tags: tuple[str, str]) -> None:
    with pytest.raises(LettersError) as raised:
        compiled(tmp_path, p(tags[0]) + p("между") + p(tags[1]))
    assert raised.value.code == "template-filter-block"


def test_a_filter_may_not_change_what_is_finished(tmp_path: Path) -> None:
    template = compiled(
        tmp_path, p("{% macro имя() %}{{ орган.имя }}{% endmacro %}{{ имя() | upper }}")
    )
    with pytest.raises(LettersError) as raised:
        template.render({**SHARED, **OWN})
    assert raised.value.code == "template-text-spoilt"
    assert raised.value.place is not None
    assert raised.value.place.paragraph == 1


def test_what_is_put_in_stays_though_other_values_are_rendered(tmp_path: Path) -> None:
    template = compiled(tmp_path, p("{{ год }}: {{ школа.имя }}"), shared=lambda _names: SHARED)
    assert paragraphs(template.render({**SHARED, "год": "1999", **OWN})) == [
        "2023: Генухская <СОШ>"
    ]


def test_a_shared_value_that_is_missing_is_told_with_its_paragraph(tmp_path: Path) -> None:
    template = compiled(
        tmp_path, p("первый") + p("{{ орган.телефон }}"), shared=lambda _names: SHARED
    )
    with pytest.raises(InputError) as raised:
        template.render({**SHARED, **OWN})
    assert raised.value.code == "template-no-value"
    assert raised.value.place is not None
    assert raised.value.place.paragraph == 2
