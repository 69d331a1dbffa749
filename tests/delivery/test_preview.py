"""What would be issued, looked at before a number is gone."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from clerk import PRINTED_NOTICES, PRINTED_WEEK, SHEET, Clerk
from edits import change_settings
from pdf_archive import not_archival
from PIL import Image
from read_back import text_of
from template_making import NAMESPACES, docx_file, p
from terminal import typed
from validators import assert_sound, our_own

from letters_gen.outputs.draft_mark import marked_as_draft
from letters_gen.outputs.pdf_pages import page_texts

WEEKLY = ("preview", "weekly", SHEET, "--date", "18.04.2023")
ONE_NOTICE = ("preview", "notice", SHEET, "--date", "18.04.2023", "--only", "Хупринская")


def files_of(report: Any) -> list[dict[str, Any]]:
    """The files of all documents of a report."""
    return [file for document in report["documents"] for file in document["files"]]


def test_the_letter_can_be_looked_at_and_no_number_is_taken(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    answer = clerk(*WEEKLY, "--json")
    assert answer.status == 0, answer.err
    letter, appendix, workbook = files_of(answer.json)
    assert letter["path"] == "preview/Письмо.docx"
    for file in (letter, appendix):
        texts = page_texts(workspace / file["pdf"])
        assert len(texts) == len(file["pages"]) == 2
        assert all("ПРОЕКТ" in text for text in texts)
        for page in file["pages"]:
            with Image.open(workspace / page) as picture:
                assert picture.format == "PNG"
                assert min(picture.size) > 800
    assert "№ ________" in text_of(workspace / letter["path"])
    assert "от ________ № ________" in text_of(workspace / appendix["path"])
    for file in (letter, appendix):
        assert "18.04.2023" not in text_of(workspace / file["path"])
        assert "01-16" not in text_of(workspace / file["path"])
    with zipfile.ZipFile(workspace / workbook["path"]) as archive:
        assert "ПРОЕКТ" in archive.read("xl/worksheets/sheet1.xml").decode()
    assert not (workspace / "letters").exists()
    assert_sound(workspace / "preview")
    assert not_archival([workspace / file["pdf"] for file in (letter, appendix)], tmp_path) == {}


def test_pages_break_in_preview_where_they_will_in_the_letter(
    clerk: Clerk, workspace: Path
) -> None:
    [drawn, _, _] = files_of(clerk(*WEEKLY, "--json").json)
    issued = clerk(*PRINTED_WEEK, "--pdf", "--json").json["documents"][0]
    before, after = page_texts(workspace / drawn["pdf"]), page_texts(workspace / issued["pdf"])

    def ends(texts: list[str]) -> list[str]:
        return [text.replace("ПРОЕКТ", "").split()[-1] for text in texts]

    assert ends(before) == ends(after)


def test_the_same_plan_is_converted_once(clerk: Clerk, workspace: Path) -> None:
    assert clerk(*ONE_NOTICE, "--json").json["is_new"]
    stood = {path: path.stat().st_mtime_ns for path in (workspace / "preview").glob("*.p*")}
    again = clerk(*ONE_NOTICE, "--json").json
    assert not again["is_new"]
    assert {path: path.stat().st_mtime_ns for path in stood} == stood
    change_settings(workspace, "Абакаров Г.К.", "Алиев А.А.")
    assert clerk(*ONE_NOTICE, "--json").json["is_new"]


def test_the_next_preview_takes_away_the_last_and_nothing_else(
    clerk: Clerk, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    folder = workspace / "preview"
    clerk(*WEEKLY)
    mine = folder / "моё.docx"
    mine.write_bytes(b"mine")
    (folder / "Уведомление МКОУ Хупринская ООШ.docx").write_bytes(b"mine too")
    assert clerk(*ONE_NOTICE).status == 0
    assert sorted(path.name for path in folder.iterdir() if path.name[0] != ".") == [
        "Уведомление МКОУ Хупринская ООШ (2).docx",
        "Уведомление МКОУ Хупринская ООШ.docx",
        "моё.docx",
    ]
    assert mine.read_bytes() == b"mine"
    assert (folder / "Уведомление МКОУ Хупринская ООШ.docx").read_bytes() == b"mine too"


def test_what_the_clerk_has_changed_there_is_kept_under_another_name(
    clerk: Clerk, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    clerk(*WEEKLY)
    (workspace / "preview/Письмо.docx").write_bytes(b"changed")
    answer = clerk(*ONE_NOTICE)
    assert "preview/Письмо (изменено).docx" in answer.err
    assert (workspace / "preview/Письмо (изменено).docx").read_bytes() == b"changed"


def test_without_libreoffice_the_word_files_are_there_and_it_says_so(
    clerk: Clerk, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    answer = clerk(*WEEKLY, "--json")
    assert answer.status == 0
    assert "Только файлы Word" in answer.err
    assert [file["pdf"] for file in files_of(answer.json)] == [None, None, None]
    assert (workspace / "preview/Письмо.docx").exists()


def test_an_issuing_command_shows_a_preview_and_asks_then(workspace: Path) -> None:
    given = ("notices", SHEET, "--date", "18.04.2023", "--preview")
    status, shown = typed(workspace, [("выпустить", "нет\r")], *given)
    assert status == 0
    assert shown.index("preview/Уведомление МКОУ Берихинская ООШ.docx") < shown.index("выпустить")
    assert "Ничего не выпущено" in shown
    assert len(list((workspace / "preview").glob("*.pdf"))) == 5


def test_what_is_issued_can_be_looked_at_again(
    clerk: Clerk, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk(*PRINTED_NOTICES, "--yes")
    monkeypatch.setenv("PATH", "")
    assert len(clerk("preview", "notice", SHEET, "--json").json["documents"]) == 5
    # Nothing is left to be issued, so nothing is laid out to be agreed to.
    assert "preview" not in clerk(*PRINTED_NOTICES, "--preview").out


def test_the_preview_tells_its_files_by_document(
    clerk: Clerk, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    found = clerk("preview", "notice", SHEET, "--json").json["documents"]
    assert [document["school"] for document in found][:1] == ["МКОУ «Берихинская ООШ»"]
    assert all((workspace / document["files"][0]["path"]).is_file() for document in found)


def test_a_type_that_nothing_is_due_of_has_nothing_to_show(clerk: Clerk, workspace: Path) -> None:
    answer = clerk("preview", "reminder")
    assert (answer.status, "Смотреть нечего" in answer.out) == (0, True)


def test_a_document_without_a_sheet_can_be_looked_at(clerk: Clerk, workspace: Path) -> None:
    answer = clerk("preview", "blank", "--subject", "Летний отдых", "--json")
    assert answer.status == 0, answer.err
    [file] = files_of(answer.json)
    assert "Летний отдых" in page_texts(workspace / file["pdf"])[0]


def test_a_preview_through_a_link_is_refused(
    clerk: Clerk, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (workspace / "preview").symlink_to(elsewhere)
    answer = clerk(*WEEKLY)
    assert answer.status == 1
    assert "ссылк" in answer.err
    assert list(elsewhere.iterdir()) == []


SECTION = "<w:p><w:pPr><w:sectPr>{}</w:sectPr></w:pPr></w:p>"
OWN = {"header": ("header1", f"<w:hdr {NAMESPACES}><w:p><w:r><w:t>Шапка</w:t></w:r></w:p></w:hdr>")}


@pytest.mark.parametrize(
    ("body", "parts", "pages"),
    [
        (p("Одна"), {}, 1),
        (p("Первая") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + p("Вторая"), OWN, 2),
        (p("Раздел 1") + SECTION.format("<w:titlePg/>") + p("Раздел 2"), OWN, 2),
        (p("Раздел 1") + SECTION.format("") + p("Раздел 2"), {}, 2),
    ],
)
def test_every_page_is_marked_whatever_headers_there_are(
    tmp_path: Path, to_pdf: Any, body: str, parts: Any, pages: int
) -> None:
    document = docx_file(tmp_path / f"документ {pages}.docx", body, parts)
    marked = tmp_path / f"проект {len(body)}.docx"
    marked.write_bytes(marked_as_draft(document.read_bytes()))
    assert our_own(marked) == []
    texts = page_texts(to_pdf(marked))
    assert len(texts) == pages
    assert all("ПРОЕКТ" in text for text in texts)
