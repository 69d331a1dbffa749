"""Pages as pictures and a Word file, marked «ПРОЕКТ», before a number is taken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from page_desk import NOTICES, WEEKLY, Clerk

from letters_gen.word.text import blocks_of

ONE_NOTICE = NOTICES.replace("/notice?", "/notice/1?")


def pictures(page: str) -> list[str]:
    return re.findall(r'src="(/preview/[^"]+\.png)"', page)


@pytest.mark.parametrize("address", [WEEKLY, ONE_NOTICE])
def test_pages_are_drawn_when_they_are_asked_for(
    page: Clerk, workspace: Path, address: str
) -> None:
    assert pictures(page.open(address)) == []
    answer = page.send(address, "/preview")
    assert answer.status_code == 303
    shown = page.open(answer.location)
    found = pictures(shown)
    assert found
    for source in found:
        assert page.get(source).data.startswith(b"\x89PNG")
    word = re.findall(r'href="(/preview/[^"]+\.docx)"', shown)[0]
    said = page.get(word)
    assert "01-16/2" not in str(blocks_of(said.data)), "no number"
    assert not (workspace / "letters").exists()
    # It is shown again as long as the documents are the same.
    assert pictures(page.open(address)) == found


def test_without_libreoffice_there_are_text_and_a_word_file(
    page: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("letters_gen.web.preview_page.office_program", lambda: None)
    assert "Сделать файл Word с проектом" in page.open(WEEKLY)
    shown = page.open(page.send(WEEKLY, "/preview").location)
    assert pictures(shown) == []
    assert "Открыть проект в Word" in shown
    assert "доводит до вашего сведения" in shown


def test_a_libreoffice_that_fails_is_told_and_the_word_file_is_there(
    page: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("letters_gen.web.preview_page.office_program", lambda: "/bin/false")
    shown = page.open(page.send(WEEKLY, "/preview").location)
    assert "LibreOffice" in shown
    assert "Открыть проект в Word" in shown


def test_no_address_leads_to_another_file(page: Clerk) -> None:
    page.send(WEEKLY, "/preview")
    for address in ("/preview/x/0.png", "/preview/../0.docx", "/preview//0.png"):
        assert page.get(address).status_code == 404
    shown = page.open(WEEKLY)
    assert page.get(pictures(shown)[0].replace("/0.png", "/99.png")).status_code == 404
