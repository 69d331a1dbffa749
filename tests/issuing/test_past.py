"""Documents that tell of earlier weeks: as many are read as their templates ask for."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from clerk import BASIS, Clerk, entries
from edits import extend_settings
from read_back import text_of

SECOND = "data/monitoring/2023-04-21.xlsx"
TOLD = (
    "{{ школа.название }}: {{ школа.недель }} нед., место {{ школа.место }}",
    "{%p for н in нарушения %}",
    "{{ н.показатель }}: {{ н.раньше }} – {{ н.значение }} ({{ н.изменение }}), {{ н.недель }}-я",
    "{%p endfor %}",
    "Неделю назад ({{ раньше.начало }}–{{ раньше.конец }}) {{ раньше.доля_зарегистрированных }}: "
    "{{ изменение.доля_зарегистрированных }}, {{ раньше.доля_не_писавших }}, {{ раньше.по_штату }}",
)
SUMMARY = (
    "{{ впервые | length }} {{ повторно | length }} {{ исправили | length }}",
    "{%p for ш in повторно %}",
    "{{ ш.название }}: {{ ш.недель }}",
    "{%p endfor %}",
)
TYPE = """
[types.{key}]
title = "Сводка"
template = "{key}.docx"
series = "outgoing"
schools = "{schools}"
each = {each}
addressee = "Руководителям ОО"
heading = "О неделях"
"""


@pytest.fixture
def told(workspace: Path) -> Path:
    """Two kinds of document that tell of the week before."""
    kinds = (("told", TOLD, "finding", "true"), ("summary", SUMMARY, "all", "false"))
    for key, paragraphs, schools, each in kinds:
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.save(str(workspace / f"templates/{key}.docx"))
        extend_settings(workspace, TYPE.format(key=key, schools=schools, each=each))
    return workspace


def issued(clerk: Clerk, workspace: Path, key: str, *options: str) -> dict[str, str]:
    """The texts of the documents of the second week, by their schools."""
    answer = clerk("issue", key, SECOND, "--date", "25.04.2023", "--yes", *BASIS, *options)
    assert answer.status == 0, answer.err
    return {
        entry["school"]: text_of(workspace / entry["path"]) for entry in entries(clerk, type=key)
    }


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_document_tells_for_how_many_weeks_and_what_has_changed(
    clerk: Clerk, letter: Path, told: Path, jobs: str
) -> None:
    text = issued(clerk, told, "told", "--jobs", jobs)["МКОУ «Хибиятлинская ООШ»"]
    assert "МКОУ «Хибиятлинская ООШ»: 2 нед." in text
    assert "Доля зарегистрированных: 0% – 0% (0), 2-я" in text
    assert "Неделю назад (08.04.2023–14.04.2023) 75,4%: +12,6 п.п., 0%, 431" in text


def test_schools_that_stand_alike_share_their_place(clerk: Clerk, letter: Path, told: Path) -> None:
    places = [
        text.splitlines()[0].rpartition(" ")[2] for text in issued(clerk, told, "told").values()
    ]
    assert any("–" in place for place in places)


def test_the_first_week_has_nothing_to_compare_with(clerk: Clerk, told: Path) -> None:
    text = issued(clerk, told, "told")["МКОУ «Хибиятлинская ООШ»"]
    assert "МКОУ «Хибиятлинская ООШ»: 1 нед." in text
    assert "Доля зарегистрированных:  – 0% (), 1-я" in text
    assert "Неделю назад (–) : , , " in text


def test_one_paper_tells_who_is_new_who_is_not_and_who_has_mended(
    clerk: Clerk, letter: Path, told: Path
) -> None:
    [text] = issued(clerk, told, "summary").values()
    new, again, mended = map(int, text.splitlines()[0].split())
    report = clerk("check", SECOND, "--json").json
    failing = {finding["school"] for finding in report["findings"]}
    assert new + again == len(failing)
    assert (again, mended) == (5, 0)
    assert "МКОУ «Хибиятлинская ООШ»: 2" in text
