"""Scans of signed papers sent together: filed by their codes as the command files them, the rest
listed and given its number.
"""

from __future__ import annotations

import shutil
import time
from io import BytesIO
from pathlib import Path

import pytest
from browsing import tab
from clerk import Clerk as Console
from clerk import entry
from page_desk import Clerk, forms, text_of
from playwright.sync_api import Browser
from scan_office import paper, scan
from werkzeug.test import TestResponse

from letters_gen.web.desk import Desk


@pytest.fixture
def workspace(office_with_codes: Path, tmp_path: Path) -> Path:
    """A copy of that office for one test."""
    return shutil.copytree(office_with_codes, tmp_path / "РУО")


@pytest.fixture
def scans(workspace: Path, tmp_path: Path) -> Path:
    """What the scanner has written: three papers in two files, a photograph, and something else."""
    folder = tmp_path / "сканы"
    scan(folder, "скан 1.pdf", paper(workspace, 219), paper(workspace, 221))
    scan(folder, "скан 2.pdf", paper(workspace, 220))
    shutil.copy(Path(__file__).parents[1] / "records/protected.pdf", folder)
    scan(folder, "письмо.pdf", paper(workspace, 222))
    (folder / "Thumbs.db").write_bytes(b"none of ours")
    return folder


def sent(page: Clerk, *files: Path, mark: str | None = None) -> TestResponse:
    """The answer to these files, when they are filed."""
    [form] = forms(page.open("/journal/scans"), "/journal/scans")
    fields = form.fields if mark is None else form.but(once=mark)
    # As browsers name the files of a folder.
    content = [("scans", (BytesIO(one.read_bytes()), f"сканы/{one.name}")) for one in files]
    return done(page, page.post(form.action, [*fields, *content]))


def done(page: Clerk, answer: TestResponse) -> TestResponse:
    """The answer, when what it has begun is done."""
    while answer.status_code == 303 and page.get(f"{answer.location}/progress").json["running"]:
        time.sleep(0.02)
    return answer


def scans_of(clerk: Console, seq: int) -> int:
    """How many scans a document has."""
    return sum(file["role"] == "scan" for file in entry(clerk, str(seq))["files"])


def test_papers_with_codes_are_filed_and_the_rest_is_listed(
    page: Clerk, clerk: Console, scans: Path, workspace: Path
) -> None:
    answer = sent(page, *sorted(scans.iterdir()))
    assert answer.status_code == 303
    said = text_of(page.open(answer.location))
    for seq in (219, 220, 221, 222):
        assert f"01-16/{seq}" in said
        assert scans_of(clerk, seq) == 1
    assert "Не разнесено: 1" in said and "protected.pdf" in said
    assert "защищён паролем" in said
    assert "Thumbs.db" in said and "1 файл — не скан" in said
    assert not list(workspace.rglob("*protected*")), "what isn't filed is kept outside"
    assert clerk("register", "verify").status == 0


def test_what_is_sent_twice_is_filed_once(page: Clerk, clerk: Console, scans: Path) -> None:
    for _ in range(2):
        answer = sent(page, scans / "скан 2.pdf", mark="the same form")
        assert "01-16/220" in page.open(answer.location)
    assert scans_of(clerk, 220) == 1


def test_what_isnt_recognised_is_given_its_number(
    page: Clerk, clerk: Console, tmp_path: Path, workspace: Path
) -> None:
    bare = scan(tmp_path, "без кода.pdf", next(workspace.glob("letters/2023/*222*.pdf")))
    # The code is on its first sheet: the second alone has none.
    from pypdfium2 import PdfDocument

    document = PdfDocument(bare)
    for _ in range(len(document)):
        document.del_page(0)
    document.new_page(595, 842)
    document.save(bare)
    address = sent(page, bare).location
    said = text_of(page.open(address))
    assert "Не разнесено: 1" in said and "впишите его номер ниже" in said
    empty = page.send(address, address, number="")
    assert empty.status_code == 422 and "Номер не указан" in empty.text
    wrong = page.send(address, address, number="01-16/999")
    assert wrong.status_code == 422 and "01-16/999" in text_of(wrong.text)
    form = forms(page.open(address), address)[0]
    for _ in range(2):
        answer = page.post(form.action, form.but(number="01-16/222"))
        assert answer.status_code == 303
    assert scans_of(clerk, 222) == 1
    said = text_of(page.open(address))
    assert "Не разнесено" not in said and "01-16/222" in said


def test_a_second_scan_of_a_paper_is_asked_about(page: Clerk, clerk: Console, scans: Path) -> None:
    sent(page, scans / "скан 2.pdf")
    other = scans / "ещё раз.pdf"
    other.write_bytes((scans / "скан 2.pdf").read_bytes() + b"\n")
    address = sent(page, other).location
    said = text_of(page.open(address))
    assert "Если нужен и этот скан" in said
    assert scans_of(clerk, 220) == 1
    [form] = forms(page.open(address), address)
    assert dict(form.fields)["number"] == "01-16/220"
    page.post(form.action, form.fields)
    assert scans_of(clerk, 220) == 2


def test_a_file_of_another_paper_is_taken_only_where_the_clerk_says_so(
    page: Clerk, clerk: Console, scans: Path
) -> None:
    address = sent(page, scans / "protected.pdf").location
    page.send(address, address, number="01-16/222")
    again = sent(page, scans / "protected.pdf").location
    doubted = page.send(again, again, number="01-16/223")
    assert doubted.status_code == 422
    assert scans_of(clerk, 223) == 0
    [form] = forms(doubted.text, again)
    assert 'name="is_meant" value="01-16/223"' in doubted.text
    other = page.post(form.action, form.but(is_meant="01-16/223", number="01-16/221"))
    assert (other.status_code, scans_of(clerk, 221)) == (422, 0), "it was said of another number"
    page.post(form.action, form.but(is_meant="01-16/223"))
    assert scans_of(clerk, 223) == 1


def test_a_scan_that_cant_be_opened_makes_nothing_signed_by_its_number_alone(
    page: Clerk, clerk: Console, tmp_path: Path
) -> None:
    (tmp_path / "обрыв.pdf").write_bytes(b"%PDF-1.4 cut short")
    address = sent(page, tmp_path / "обрыв.pdf").location
    refused = page.send(address, address, number="01-16/222")
    assert (refused.status_code, scans_of(clerk, 222)) == (422, 0)
    assert "Файл не открывается" in text_of(refused.text)
    [form] = forms(refused.text, address)
    assert page.post(form.action, form.but(is_meant="01-16/222")).status_code == 303
    assert scans_of(clerk, 222) == 1


@pytest.mark.parametrize(
    ("name", "words"), [("", "Файл не выбран"), ("Thumbs.db", "Сканов в"), ("a.exe", "Сканов в")]
)
def test_where_there_is_no_scan_that_is_told(
    page: Clerk, tmp_path: Path, name: str, words: str
) -> None:
    files = [tmp_path / name] if name else []
    for file in files:
        file.write_bytes(b"none of ours")
    answer = sent(page, *files)
    assert answer.status_code == 422
    assert words in text_of(answer.text)


def test_more_than_may_be_uploaded_is_refused(page: Clerk, workspace: Path, tmp_path: Path) -> None:
    with (workspace / "letters.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[page]\nupload_limit = 1\n")
    halves = [tmp_path / f"{number}.pdf" for number in range(2)]
    for half in halves:
        half.write_bytes(b"%PDF-1.4" + bytes(700_000))
    assert sent(page, *halves).status_code == 413


def test_scans_of_a_former_start_are_chosen_anew(page: Clerk) -> None:
    said = text_of(page.open("/journal/scans/0123456789abcdef"))
    assert "Что разнесено, уже в журнале" in said


def test_a_folder_is_chosen_in_a_browser(
    chromium: Browser, served: str, desk: Desk, scans: Path, clerk: Console
) -> None:
    with tab(chromium, served) as (window, complaints):
        window.goto(f"{served}/enter?secret={desk.entrance.secret()}")
        window.goto(f"{served}/journal/scans")
        window.set_input_files("#folder", scans)
        window.click("form[action$='/scans'] button")
        window.wait_for_selector("#left-title")
        assert "Не разнесено: 1" in window.inner_text("main")
        assert (complaints.errors, complaints.strangers) == ([], [])
    assert [scans_of(clerk, seq) for seq in (219, 220, 221, 222)] == [1, 1, 1, 1]
