"""PDFs of issued documents: made, recorded, made again where they lack."""

from __future__ import annotations

import re
import socket
import stat
import zipfile
from pathlib import Path
from threading import Thread

import pypdfium2
import pytest
from clerk import PRINTED_NOTICES, PRINTED_WEEK, TYPED, Clerk, entry, fault_codes
from edits import change_directory
from pdf_archive import not_archival
from template_making import docx_file, p, relations, with_members
from terminal import typed

from letters_gen.outputs.pdf_pages import page_texts


def pdfs(workspace: Path) -> list[Path]:
    """The PDFs of the year."""
    return sorted((workspace / "letters/2023").glob("*.pdf"))


def test_each_notice_gets_its_pdf_beside_it_and_in_the_register(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    answer = clerk(*PRINTED_NOTICES, "--yes", "--pdf", "--json")
    assert answer.status == 0, answer.err
    for document in answer.json["documents"]:
        assert document["pdf"] == document["path"].replace(".docx", ".pdf")
        shown = entry(clerk, document["number"])
        [file] = [one for one in shown["files"] if one["role"] == "pdf"]
        assert file["path"] == document["pdf"]
        assert (file["pages"], file["made_by"].split()[0]) == (1, "LibreOffice")
        assert shown["sheets"] == "1"
        text = " ".join(page_texts(workspace / document["pdf"])[0].split())
        assert document["number"] in text
        assert not (workspace / document["pdf"]).stat().st_mode & stat.S_IWUSR
    assert not_archival(pdfs(workspace), tmp_path) == {}
    assert fault_codes(clerk) == []
    again = clerk(*PRINTED_NOTICES, "--pdf")
    assert again.status == 0
    assert "сделано 0; уже было: 5" in again.out


def test_a_letter_and_its_appendix_are_printed_to_pdf_and_counted_in_the_journal(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    assert clerk(*PRINTED_WEEK).status == 0
    answer = clerk("pdf", "219", "--year", "2023", "--json")
    assert answer.status == 0, answer.err
    [document] = answer.json["documents"]
    assert document["pdf"] == "letters/2023/01-16_219 Письмо.pdf"
    assert [path.name for path in pdfs(workspace)] == [
        "01-16_219 Письмо приложение 1.pdf",
        "01-16_219 Письмо.pdf",
    ]
    assert not_archival(pdfs(workspace), tmp_path) == {}
    shown = entry(clerk, "219")
    pages = {one["path"]: one["pages"] for one in shown["files"] if one["role"] == "pdf"}
    assert shown["sheets"] == str(pages["letters/2023/01-16_219 Письмо.pdf"])
    told = clerk("register", "show", "219", "--year", "2023").out
    assert "PDF: letters/2023/01-16_219 Письмо.pdf (" in told
    assert clerk("register", "export", "--year", "2023").status == 0
    [listed] = clerk("register", "inventory", "--year", "2023", "--json").json["inventories"]
    assert listed["documents"][0]["sheets"] == f"1–{sum(pages.values())}"


def test_without_libreoffice_nothing_is_issued(
    clerk: Clerk, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    answer = clerk(*PRINTED_NOTICES, "--yes", "--pdf")
    assert answer.status == 4
    assert "LibreOffice" in answer.err
    assert "sudo apt install libreoffice-writer" in answer.err
    assert not (workspace / "letters/register.sqlite").exists()


def test_a_lost_pdf_is_made_anew(clerk: Clerk, workspace: Path) -> None:
    clerk(*PRINTED_NOTICES, "--yes", "--pdf")
    lost = pdfs(workspace)[0]
    lost.unlink()
    assert fault_codes(clerk) == ["file-missing"]
    assert clerk("pdf", "219-223", "--year", "2023").status == 0
    assert lost.exists()
    assert fault_codes(clerk) == []


def test_a_changed_pdf_is_named_by_verify(clerk: Clerk, workspace: Path) -> None:
    clerk(*PRINTED_NOTICES, "--yes", "--pdf")
    changed = pdfs(workspace)[0]
    changed.chmod(0o644)
    changed.write_bytes(changed.read_bytes() + b"\n")
    assert fault_codes(clerk) == ["file-changed"]


def test_a_pdf_can_be_made_anew_and_the_former_is_kept(clerk: Clerk, workspace: Path) -> None:
    clerk(*PRINTED_NOTICES, "--yes", "--pdf")
    answer = clerk("pdf", "219", "--year", "2023", "--anew", "--json")
    assert (answer.status, answer.json["made"]) == (0, 1)
    assert [path.name for path in (workspace / "letters/2023/replaced").iterdir()] == [
        "01-16_219 Уведомление МКОУ Берихинская ООШ.pdf"
    ]
    assert fault_codes(clerk) == []


def test_a_correction_puts_the_pdf_aside_and_makes_another(clerk: Clerk, workspace: Path) -> None:
    clerk(*PRINTED_NOTICES, "--yes", "--pdf")
    change_directory(workspace, "Черных Ольга Викторовна", "Черных Оксана Вадимовна")
    answer = clerk(*PRINTED_NOTICES, "--yes", "--correct", "другой руководитель", "--pdf", "--json")
    assert answer.status == 0, answer.err
    [told] = [one for one in answer.json["documents"] if one["number"] == "01-16/222"]
    assert "Оксана" in page_texts(workspace / told["pdf"])[0]
    assert len(list((workspace / "letters/2023/replaced").glob("*.pdf"))) == 1
    assert fault_codes(clerk) == []


def test_a_file_that_is_taken_in_takes_the_pdf_of_the_former_away(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    clerk(*PRINTED_WEEK, "--pdf")
    mine = docx_file(tmp_path / "моё.docx", p("Поправлено от руки"))
    given = ("register", "attach", "219", str(mine), "--reason", "опечатка", "--year", "2023")
    assert clerk(*given).status == 0
    assert [one["role"] for one in entry(clerk, "219")["files"]].count("pdf") == 1
    assert fault_codes(clerk) == []
    assert clerk("pdf", "219", "--year", "2023").status == 0
    assert "от руки" in page_texts(workspace / "letters/2023/01-16_219 Письмо.pdf")[0]
    assert fault_codes(clerk) == []


def test_a_document_changed_after_issue_gets_no_pdf_and_the_others_do(
    clerk: Clerk, workspace: Path
) -> None:
    clerk(*PRINTED_NOTICES, "--yes")
    document = workspace / "letters/2023/01-16_221 Уведомление МКОУ Хибиятлинская ООШ.docx"
    document.chmod(0o644)
    document.write_bytes(document.read_bytes() + b"\0")
    answer = clerk("pdf", "219-223", "--year", "2023")
    assert answer.status == 3
    assert "01-16/221 изменён после выпуска" in answer.err
    assert len(pdfs(workspace)) == 4


def test_a_document_that_cant_be_converted_is_named_and_takes_none_with_it(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    clerk(*PRINTED_NOTICES, "--yes")
    broken = tmp_path / "битый.docx"
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    given = ("register", "attach", "221", str(broken), "--reason", "замена", "--year", "2023")
    # What can't be read is asked about.
    assert typed(workspace, [("Всё равно принять?", "д\r")], *given)[0] == 0
    answer = clerk("pdf", "219-223", "--year", "2023", "--json")
    assert answer.status == 1
    assert [one["code"] for one in answer.json["failed"]] == ["pdf-not-made"]
    assert "01-16/221" in answer.json["failed"][0]["text"]
    assert len(pdfs(workspace)) == 4
    # Afterwards nothing is done twice.
    again = clerk("pdf", "219-223", "--year", "2023", "--json")
    assert (again.status, again.json["made"], again.json["already_made"]) == (1, 0, 4)
    # What every test's documents are held against at its end this one can't be.
    next((workspace / "letters/2023").glob("01-16_221*.docx")).unlink()


def test_a_face_that_the_machine_lacks_is_told(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    assert clerk(*TYPED, "--date", "19.04.2023").status == 0
    face = '<w:rFonts w:ascii="PT Astra Serif" w:hAnsi="PT Astra Serif"/>'
    run = f"<w:p><w:r><w:rPr>{face}</w:rPr><w:t>Текст письма</w:t></w:r></w:p>"
    letter = docx_file(tmp_path / "письмо.docx", run)
    assert clerk("register", "attach", "219", str(letter), "--year", "2023").status == 0
    answer = clerk("pdf", "219", "--year", "2023", "--json")
    assert answer.status == 0, answer.err
    assert [one["code"] for one in answer.json["warnings"]] == ["pdf-face-unnamed"]


def test_only_what_stands_as_a_text_gets_a_pdf(clerk: Clerk, workspace: Path) -> None:
    assert clerk(*TYPED, "--date", "19.04.2023").status == 0
    answer = clerk("pdf", "219", "--year", "2023")
    assert answer.status == 1
    assert "Нет документа" in answer.err
    assert clerk("pdf").status == 2


SPOILT = {
    "a face isn't embedded": (rb"/FontFile2 ", b"/FontFileX "),
    "it doesn't say what it is": (rb"<pdfaid:part>1", b"<pdfaid:part>7"),
    "no output intent": (rb"/OutputIntents", b"/OutputIntentX"),
    "no metadata": (rb"/Metadata ", b"/MetadatX "),
    "transparency": (rb"/Type/Page/", b"/SMask 9/"),
    "no file id": (rb"/ID \[", b"/IX ["),
    "another title in the metadata": (rb"<dc:title>", b"<dc:tixle>"),
}


def test_the_judge_of_archival_pdf_catches_what_is_spoilt(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    clerk(*PRINTED_WEEK, "--pdf")
    content = (workspace / "letters/2023/01-16_219 Письмо.pdf").read_bytes()
    spoilt = []
    for fault, (found, put) in SPOILT.items():
        changed = re.sub(found, put, content)
        assert changed != content, fault
        spoilt.append(tmp_path / f"{fault}.pdf")
        spoilt[-1].write_bytes(changed)
    assert list(not_archival(spoilt, tmp_path)) == [path.name for path in spoilt]


def test_nothing_is_fetched_that_a_document_asks_for(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    """A picture that lies on a server stays out: nothing leaves the machine."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(120)

        def listen() -> None:
            try:
                while True:
                    connection, _ = server.accept()
                    asked.append(connection.recv(100))
                    connection.close()
            except OSError:
                return

        Thread(target=listen, daemon=True).start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/p.png"
        typed = linked_picture(tmp_path / "письмо.docx", address)
        assert clerk(*TYPED, "--date", "19.04.2023").status == 0
        assert clerk("register", "attach", "219", str(typed), "--year", "2023").status == 0
        assert clerk("pdf", "219", "--year", "2023").status == 0
    assert asked == []
    assert len(pypdfium2.PdfDocument(pdfs(workspace)[0])) == 1


def linked_picture(path: Path, address: str) -> Path:
    """A letter with a picture that isn't in it."""
    picture = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" '
        'style="width:90pt;height:90pt"><v:imagedata r:id="x"/></v:shape></w:pict></w:r></w:p>'
    )
    docx_file(path, p("Письмо") + picture)
    link = relations("image", address, ' TargetMode="External"')
    return with_members(path, {"word/_rels/document.xml.rels": link})
