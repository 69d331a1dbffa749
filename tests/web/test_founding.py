"""Первый запуск: an office asked for on the page and founded in an empty folder."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from clerk import ROOT
from clerk import SHEET as FILE
from edits import sheet_without_period
from page_desk import Clerk, application_of, desk_of, forms, text_of
from page_server import serving
from werkzeug.test import TestResponse

from letters_gen.office.sample import make_workspace
from letters_gen.web.desk import Desk

NAME = "МКУ «Управление образования»"
DISTRICT = "Цунтинский район"
OFFICE = {"name": NAME, "district": DISTRICT}
SHEET = (FILE.rpartition("/")[2], (ROOT / FILE).read_bytes())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "пусто"
    made.mkdir()
    return made


@pytest.fixture
def desk(folder: Path, tmp_path: Path) -> Desk:
    made = desk_of(folder, tmp_path / "state")
    made.founds = True
    return made


def sent(
    page: Clerk,
    shown: str | None = None,
    sheet: tuple[str, bytes] | None = None,
    **typed: str | list[str],
) -> TestResponse:
    """What comes of the form, filled in so."""
    [form] = forms(shown or page.open("/"), "/office")
    fields: list[tuple[str, object]] = [*form.but(**typed)]
    if sheet:
        fields.append(("sheet", (BytesIO(sheet[1]), sheet[0])))
    return page.post(form.action, fields)


def fields(answer: TestResponse) -> dict[str, str]:
    """What the form that is shown again carries."""
    return dict(forms(answer.text, "/office")[0].fields)


def test_every_address_leads_to_the_form_until_there_is_an_office(page: Clerk) -> None:
    for address in ("/", "/journal", "/settings", "/sheets/2023-04-14.xlsx"):
        shown = page.open(address)
        assert "<h1>Ваше учреждение</h1>" in shown, address
        assert 'aria-label="Разделы"' not in shown
    assert page.open("/leave")


def test_an_office_is_founded_with_its_numbers_and_its_schools(page: Clerk, folder: Path) -> None:
    answer = sent(page, sheet=SHEET, outgoing="220", orders="45", **OFFICE)
    assert (answer.status_code, answer.location) == (303, "/")
    said = text_of(page.open("/"))
    assert f"Учреждение создано: {folder}" in said
    assert "Школ в справочнике: 22" in said
    assert "Неделя по 14.04.2023" in said
    settings = (folder / "letters.toml").read_text(encoding="utf-8")
    for line in (f'name = "{NAME}"', f'district = "{DISTRICT}"', "{2023 = 220}", "{2023 = 45}"):
        assert line in settings
    assert "01-16, первый номер 2023 года 220" in text_of(page.open("/settings"))
    assert "Асахская" in page.open("/schools?schools=1")
    assert (folder / FILE).is_file()


def test_a_name_is_enough(page: Clerk, folder: Path) -> None:
    assert sent(page, name=NAME).status_code == 303
    assert "<h1>Неделя</h1>" in page.open("/")
    settings = (folder / "letters.toml").read_text(encoding="utf-8")
    assert "first = {" not in settings
    assert "\ndistrict =" not in settings
    assert len((folder / "data/schools.csv").read_text(encoding="utf-8-sig").splitlines()) == 1


def test_the_office_of_todays_monitoring_can_be_chosen(page: Clerk, folder: Path) -> None:
    assert sent(page, name=NAME, sample="max", orders="7").status_code == 303
    settings = (folder / "letters.toml").read_text(encoding="utf-8")
    assert "мессенджер MAX" in settings
    assert "first = {2023 = 7}" in settings


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("name", "  ", "Укажите название учреждения"),
        ("outgoing", "двести", "Напишите целое число"),
        ("orders", "0", "Номера начинаются с 1"),
        ("sample", "третий", "Выберите одно из предложенного"),
        ("district", "Цун\x01тинский", "знаки, которых не может быть в документе"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_what_was_typed_stays(
    page: Clerk, folder: Path, field: str, typed: str, words: str
) -> None:
    answer = sent(page, sheet=SHEET, **{**OFFICE, "outgoing": "220", field: typed})
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert words in text_of(answer.text)
    assert list(folder.iterdir()) == []
    again = fields(answer)
    assert again["outgoing"] == (typed if field == "outgoing" else "220")
    mended = {**OFFICE, "outgoing": "220", "orders": "", "sample": "sferum"}
    assert sent(page, answer.text, **mended).status_code == 303
    assert "Школ в справочнике: 22" in text_of(page.open("/")), "the sheet needn't be sent again"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("заметки.docx", b"text", "не таблица"),
        ("неделя.xlsx", b"no workbook", "xlsx"),
        ("пусто.xlsx", b"", "пуст"),
    ],
)
def test_a_sheet_that_is_none_founds_nothing(
    page: Clerk, folder: Path, name: str, content: bytes, words: str
) -> None:
    answer = sent(page, sheet=(name, content), **OFFICE)
    assert answer.status_code == 422
    assert 'href="#sheet"' in answer.text
    assert list(folder.iterdir()) == []
    assert words in answer.text.partition('id="sheet-wrong"')[2].partition("</p>")[0]
    assert fields(answer)["name"] == NAME
    assert sent(page, answer.text, kept=[]).status_code == 303


def test_a_sheet_that_is_too_large_is_told(page: Clerk, folder: Path) -> None:
    answer = sent(page, sheet=("неделя.xlsx", bytes(21 * 1024 * 1024)), **OFFICE)
    assert answer.status_code == 413
    assert "не больше 20 МБ" in text_of(answer.text)
    assert list(folder.iterdir()) == []


def test_a_district_that_the_sheet_hasnt_is_told_and_founds_nothing(
    page: Clerk, folder: Path
) -> None:
    answer = sent(page, sheet=SHEET, name=NAME, district="Несуществующий район")
    assert answer.status_code == 422
    assert 'href="#district"' in answer.text
    assert "Несуществующий" in text_of(answer.text)
    assert list(folder.iterdir()) == []
    assert sent(page, answer.text, district=DISTRICT).status_code == 303


def test_what_the_sheet_leaves_open_is_asked_before_anything_is_founded(
    page: Clerk, folder: Path
) -> None:
    answer = sent(page, sheet=("без периода.xlsx", sheet_without_period()), **OFFICE)
    assert answer.status_code == 422
    assert list(folder.iterdir()) == []
    shown = answer.text
    name = next(one for one in shown.split('"') if one.startswith("#q-")).removeprefix("#")
    wrong = sent(page, shown, **{f"{name}-text": "когда-то"})
    assert wrong.status_code == 422
    assert "когда-то" in wrong.text
    answer = sent(page, wrong.text, **{f"{name}-text": "08.04.2023-14.04.2023"})
    assert answer.status_code == 303, text_of(answer.text)
    assert "Неделя по 14.04.2023" in text_of(page.open("/"))


def test_a_sheet_may_be_left_out_again(page: Clerk, folder: Path) -> None:
    answer = sent(page, sheet=SHEET, name="", district=DISTRICT)
    assert f"Взять школы из файла {SHEET[0]}" in text_of(answer.text)
    assert sent(page, answer.text, name=NAME, kept=[]).status_code == 303
    assert not (folder / FILE).exists()


def test_what_somebody_laid_there_meanwhile_is_left_alone(page: Clerk, folder: Path) -> None:
    shown = page.open("/")
    (folder / "важное.txt").write_text("важное")
    answer = sent(page, shown, **OFFICE)
    assert answer.status_code == 422
    said = text_of(answer.text)
    assert "не пуста" in said
    assert "запустите страницу в пустой папке" in said
    assert [path.name for path in folder.iterdir()] == ["важное.txt"]
    assert fields(answer)["name"] == NAME


def test_an_office_that_the_command_made_meanwhile_is_opened(page: Clerk, folder: Path) -> None:
    shown = page.open("/")
    make_workspace(folder)
    assert sent(page, shown, **OFFICE).location == "/"
    assert "УОМПСиТ" in page.open("/")
    assert NAME not in (folder / "letters.toml").read_text(encoding="utf-8")


def test_where_nothing_can_be_written_it_is_told(page: Clerk, folder: Path) -> None:
    shown = page.open("/")
    folder.rmdir()
    folder.with_name("файл").write_text("")
    folder.symlink_to(folder.with_name("файл") / "нет")
    answer = sent(page, shown, **OFFICE)
    assert answer.status_code == 422
    assert fields(answer)["district"] == DISTRICT


def test_two_presses_found_one_office(page: Clerk, folder: Path) -> None:
    shown = page.open("/")
    answers: list[TestResponse] = []
    presses = [Thread(target=lambda: answers.append(sent(page, shown, **OFFICE))) for _ in range(2)]
    for press in presses:
        press.start()
    for press in presses:
        press.join()
    assert [(one.status_code, one.location) for one in answers] == [(303, "/")] * 2
    assert NAME in (folder / "letters.toml").read_text(encoding="utf-8")


def test_it_needs_a_secret_a_token_and_its_own_page(visitor: Clerk, desk: Desk) -> None:
    assert visitor.get("/").status_code == 403
    assert visitor.get("/office").status_code == 403
    assert visitor.post("/office", OFFICE).status_code == 403
    visitor.enter(desk.entrance.secret())
    assert visitor.post("/office", OFFICE).status_code == 403
    token = fields(visitor.get("/office"))["csrf_token"]
    typed = {**OFFICE, "csrf_token": token}
    assert visitor.post("/office", typed, headers={}).status_code == 403
    assert list(desk.workspace.root.iterdir()) == []
    assert visitor.post("/office", {**typed, "sample": "sferum"}).status_code == 303


def test_where_there_is_an_office_nothing_is_founded(workspace: Path, tmp_path: Path) -> None:
    desk = desk_of(workspace, tmp_path / "state")
    page = Clerk(application_of(desk))
    page.enter(desk.entrance.secret())
    before = (workspace / "letters.toml").read_bytes()
    token = page.token
    assert page.get("/office").location == "/"
    assert page.post("/office", {**OFFICE, "csrf_token": token}).status_code in (303, 422)
    assert (workspace / "letters.toml").read_bytes() == before


def test_it_starts_in_an_empty_folder_and_in_no_other(folder: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    with serving(folder, state) as first:
        page = first.address
        with serving(folder, state) as second:
            assert second.root == first.root, page
        assert first.interrupt() == 0
    assert list(folder.iterdir()) == []
    for option in ("--read-only", "--shortcut"):
        with serving(folder, state, option) as refused:
            assert refused.ended() == 1
            assert "не рабочая папка" in " ".join(refused.said)
    (folder / "важное.txt").write_text("важное")
    with serving(folder, state) as refused:
        assert refused.ended() == 1
        assert "не рабочая папка" in " ".join(refused.said)
