"""Only what a template names is put into words, and whatever it names is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from notices import DAY, FIELDS, ROOT, SETTINGS, batch, judged_week
from template_making import compiled, p

from letters_gen.documents.fields import asked_groups, field_names, fields_of
from letters_gen.documents.filters import filters_of
from letters_gen.documents.letter import Letter, letter_to_school
from letters_gen.documents.letter_fields import NumberedLetter
from letters_gen.making.document import planned_document
from letters_gen.making.filling import Filling, prepared_forms
from letters_gen.office.workspace import Workspace
from letters_gen.templating import CompiledTemplate

# The title of the templates that tests write.
TITLE = {"заголовок": "Уведомление"}


class Untouchable(Mapping[str, Any]):
    """Figures that nobody may ask for."""

    def __getitem__(self, name: str) -> Any:
        raise AssertionError(name)

    def __iter__(self) -> Iterator[str]:
        raise AssertionError

    def __len__(self) -> int:
        raise AssertionError


def notice() -> Letter:
    """The notice to the first school that falls short."""
    week = judged_week()
    row = week.findings[0].row
    own = tuple(finding for finding in week.findings if finding.school.key == row.school.key)
    return letter_to_school(batch(), row, own, "schools.csv")


def written(folder: Path, body: str) -> CompiledTemplate:
    """A notice's template of that body."""
    names = [*field_names(FIELDS.groups), *TITLE]
    return compiled(folder, p(body), fields=names, filters=filters_of(SETTINGS.office))


def test_a_figure_that_no_template_names_is_not_computed() -> None:
    letter, workspace = notice(), Workspace(ROOT)
    week = replace(judged_week(), figures=Untouchable(), totals=Untouchable())
    bare = replace(batch(), matter=replace(batch().matter, week=week))
    made = []
    for one in (batch(), bare):
        filling = Filling(one, prepared_forms(workspace, SETTINGS, [one.type], one))
        own = replace(letter, batch=one)
        [(_, content)] = filling.files(own, planned_document(workspace, own, "01-16/219", DAY))
        made.append(content)
    assert made[0] == made[1]


@pytest.mark.parametrize(
    "body",
    [
        "{{ нарушения | length }}",
        "{% for н in нарушения %}{{ loop.index }}{{ н.показатель }}: {{ н.значение }}{% endfor %}",
        "{% for н in нарушения if н.значение %}{{ н.показатель }}{% else %}нет{% endfor %}",
        "{% for н in нарушения | sort(attribute='значение') %}{{ н.показатель }}{% endfor %}",
        "{% for н in нарушения[1:] %}{{ н['требование'] }}{% endfor %}",
        "{% for н in нарушения %}{{ loop.previtem.школа if not loop.first }}{% endfor %}",
        "{% for н in нарушения %}{% if н %}{{ н | length }}{% endif %}{% endfor %}",
        "{% for н in нарушения %}{% for имя in н %}{{ имя }}{% endfor %}{% endfor %}",
        "{{ нарушения | map(attribute='показатель') | join(', ') }}",
        "{{ нарушения[0].что_сделать }} {{ (нарушения | first).значение }}",
        "{% set н = нарушения[0] %}{{ н.требование }}",
        "{% set х = школа %}{{ х.инн }}{{ х['название'] }}",
        "{% with х = школа %}{{ х.полное }}{% endwith %}",
        "{% if школа %}{{ школа.должность | дательный }}{% endif %}",
        "{% if нарушения and школа.руководитель %}{{ школа.руководитель | подпись }}{% endif %}",
        "{% macro м(н) %}{{ н.по_району }}{% endmacro %}"
        "{% for н in нарушения %}{{ м(н) }}{% endfor %}",
        "{{ школа }}{{ нарушения }}",
        "{{ письмо.срок }} {{ письмо['номер'] }} {{ подписант.подпись }}",
    ],
)
def test_a_template_is_filled_with_what_it_names_as_with_all_fields(
    body: str, tmp_path: Path
) -> None:
    template = written(tmp_path, body)
    numbered = NumberedLetter(notice(), "01-16/219", DAY)
    whole = {**TITLE, **fields_of(FIELDS.common, batch()), **fields_of(FIELDS.own, numbered)}
    named = {
        **TITLE,
        **fields_of(asked_groups(FIELDS.common, template.names), batch()),
        **fields_of(asked_groups(FIELDS.own, template.names), numbered),
    }
    assert template.render(named) == template.render(whole)


def test_what_a_template_only_counts_or_asks_for_has_no_fields(tmp_path: Path) -> None:
    body = "{% if нарушения %}{{ нарушения | length }}{% endif %}"
    names = written(tmp_path, body).names
    # A field's filters stand beside it: they tell in which case a name is wanted.
    assert {name for name in names if "|" not in name} == {"нарушения", *TITLE}
    [group] = asked_groups(FIELDS.own, names)
    numbered = NumberedLetter(notice(), "01-16/219", DAY)
    assert group.value(numbered) == [{}] * len(numbered.letter.findings)
