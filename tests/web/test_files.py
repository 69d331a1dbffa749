"""Files that can't be read or opened on this machine: told in words, with a way on."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from clerk import PRINTED_WEEK
from clerk import Clerk as Console
from page_desk import Clerk, forms, text_of

from letters_gen.web import files, opening

ISSUED = "/issued?type=weekly&subject=2023-04-08/2023-04-14"
FILES = (
    "/templates/file?name=notice.docx",
    "/journal/entry/file?year=2023&series=outgoing&seq=219",
    "/issued/file?number=01-16/219&year=2023&type=weekly&subject=2023-04-08/2023-04-14",
)


@pytest.mark.parametrize("address", FILES)
def test_a_file_that_another_program_holds_is_told(
    page: Clerk, clerk: Console, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    clerk(*PRINTED_WEEK)

    def refuse(path: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(files, "send_file", refuse)
    answer = page.get(address)
    assert answer.status_code == 422
    assert "не удаётся прочитать" in text_of(answer.text)


def test_what_no_program_opens_is_downloaded(
    page: Clerk, clerk: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk(*PRINTED_WEEK)

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no program is meant for it")

    for module in ("issued_page", "entry_page", "templates_page"):
        monkeypatch.setattr(f"letters_gen.web.{module}.can_open", lambda: True)
    monkeypatch.setattr(opening, "can_open", lambda: True)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    for address, action in (
        (ISSUED, "/issued/open"),
        ("/journal/entry?year=2023&series=outgoing&seq=219", "/journal/entry/open"),
        ("/templates/template?name=notice.docx", "/templates/open"),
    ):
        form = forms(page.open(address), action)[0]
        answer = page.post(form.action, form.fields)
        assert answer.status_code == 303
        assert page.get(answer.location).headers["Content-Disposition"].startswith("attachment")
