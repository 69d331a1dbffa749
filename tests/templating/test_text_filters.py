"""A filter over a passage of text works as over a value: its signs never become markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import Clerk
from read_back import paragraphs
from template_making import VALUES, compiled, p, r
from template_office import office_template, tried

TAGS = {
    "{% filter upper %}а {{ имя }} & б{% endfilter %}": "А ПАТИМАТ & Б",
    "до {% filter upper | replace('А', '<') %}а{% endfilter %} после": "до < после",
    "{% set х | upper %}а{{ имя }}{% endset %}{{ х }}": "АПАТИМАТ",
    "{% filter upper %}{% if да %}да{% else %}нет{% endif %}{% endfilter %}": "ДА",
    "{% filter upper %}{% filter trim %} а {% endfilter %}б{% endfilter %}": "АБ",
    "{% for ч in числа %}{% filter center(3) %}{{ ч }}{% endfilter %}{% endfor %}": " 1  2  3 ",
}


@pytest.mark.parametrize("tag", TAGS)
def test_a_filter_over_text_gets_text(tmp_path: Path, tag: str) -> None:
    body = p(tag.replace("&", "&amp;").replace("<", "&lt;"))
    assert paragraphs(compiled(tmp_path, body).render(VALUES)) == [TAGS[tag]]


def test_a_value_under_such_a_filter_stays_data(tmp_path: Path) -> None:
    template = compiled(tmp_path, p("{% filter upper %}{{ имя }}{% endfilter %}"))
    document = template.render({**VALUES, "имя": "а&amp;<w:p>\nб\tв"})
    assert paragraphs(document) == ["А&AMP;<W:P>\nБ\tВ"]


def test_a_filter_of_the_office_over_text(clerk: Clerk, workspace: Path, tmp_path: Path) -> None:
    body = p("{% filter типографика %}Это - 'текст'{% endfilter %}")
    trial = tried(clerk, workspace, office_template(tmp_path, body))
    assert trial.document is not None, trial.check.err
    assert "—" in paragraphs(trial.document)[0] or "–" in paragraphs(trial.document)[0]


COMMENTS = {
    "слово {#- раз -#} два": "словодва",
    "слово {#- раз #} два": "слово два",
    "слово {# раз -#} два": "слово два",
    "слово {# раз #} два": "слово  два",
}


@pytest.mark.parametrize("tag", COMMENTS)
def test_a_comment_trims_as_jinja_does(tmp_path: Path, tag: str) -> None:
    assert paragraphs(compiled(tmp_path, p(tag)).render(VALUES)) == [COMMENTS[tag]]


def test_a_comment_trims_whatever_runs_word_has_made(tmp_path: Path) -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    body = f"<w:p>{r('слово ')}{r(' ', bold)}{r('{#- ', bold)}{r('раз -#}')}{r(' два')}</w:p>"
    assert paragraphs(compiled(tmp_path, body).render(VALUES)) == ["словодва"]


def test_a_comment_trims_nothing_beyond_its_paragraph(tmp_path: Path) -> None:
    body = p("раз ") + p("{#- а -#}два") + p(" три")
    assert paragraphs(compiled(tmp_path, body).render(VALUES)) == ["раз ", "два", " три"]
