"""Шаблоны: their faults in words, and the shipped one brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import ROOT
from edits import change_template
from page_desk import WEEKLY, Clerk, forms, text_of

NOTICE = "/templates/template?name=notice.docx"
SHIPPED = "/templates/shipped"


def broken(workspace: Path) -> Path:
    path = workspace / "templates/weekly.docx"
    change_template(path, lambda text: text.replace("письмо.дата", "письмо.даттта"))
    return path


def test_every_template_is_listed_with_its_documents(page: Clerk) -> None:
    said = text_of(page.open("/templates"))
    assert "weekly.docx Письмо" in said
    assert "mail.txt" in said


def test_a_fault_is_told_in_words(page: Clerk, workspace: Path) -> None:
    broken(workspace)
    said = text_of(page.open("/templates/template?name=weekly.docx"))
    assert "Ошибок: 1" in said
    assert "письмо.даттта" in said
    assert "Ошибок нет" in text_of(page.open(NOTICE))


def test_the_shipped_template_comes_back_and_the_present_one_is_kept(
    page: Clerk, workspace: Path
) -> None:
    path = broken(workspace)
    present = path.read_bytes()
    form = next(
        one
        for one in forms(page.open("/templates/template?name=weekly.docx"), SHIPPED)
        if dict(one.fields)["sample"] == "sferum"
    )
    answer = page.post(form.action, form.fields)
    assert "Исходный шаблон возвращён" in page.open(answer.location)
    assert path.read_bytes() == (ROOT / "templates/weekly.docx").read_bytes()
    [former] = (workspace / "former").glob("weekly *.docx")
    assert former.read_bytes() == present
    assert "Выпустить: Письмо" in text_of(page.open(WEEKLY))


def test_word_that_holds_a_template_is_told(page: Clerk, workspace: Path) -> None:
    path = broken(workspace)
    present = path.read_bytes()
    (workspace / "templates/~$weekly.docx").touch()
    answer = page.send("/templates/template?name=weekly.docx", SHIPPED)
    assert answer.status_code == 422
    assert "Закройте" in answer.text
    assert path.read_bytes() == present


def test_a_template_of_ones_own_has_nothing_shipped(page: Clerk, workspace: Path) -> None:
    templates = workspace / "templates"
    (templates / "own.docx").write_bytes((templates / "blank.docx").read_bytes())
    assert not forms(page.open("/templates/template?name=own.docx"), SHIPPED)
    form = forms(page.open(NOTICE), SHIPPED)[0]
    assert page.post(SHIPPED, form.but(name="own.docx")).status_code == 422
    assert page.post(SHIPPED, form.but(sample="../..")).status_code == 422


def test_without_a_program_to_open_it_a_template_is_downloaded(
    page: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    answer = page.send(NOTICE, "/templates/open")
    assert page.get(answer.location).data == (ROOT / "templates/notice.docx").read_bytes()


@pytest.mark.parametrize("name", ["", "../letters.toml", "..%2fletters.toml", "C:\\x.docx", "a/b"])
def test_no_other_file_is_reached(page: Clerk, name: str) -> None:
    for address in ("/templates/template", "/templates/file"):
        assert page.get(address, query_string={"name": name}).status_code == 404
