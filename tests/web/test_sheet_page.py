"""Проверка: what a sheet says, and doubts answered in place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from clerk import SHEET as FILE
from edits import change_directory, sheet_changed
from page_desk import SHEET, WEEKLY, Clerk, forms, text_of

_FIELDSET = re.compile(
    r'<fieldset class="question[^"]*" id="(q-[0-9a-f]+)".*?</fieldset>', re.DOTALL
)


def questions(page: str) -> dict[str, str]:
    """The fieldsets of a page: the name of each one's buttons, and what it says."""
    return {match[1]: text_of(match[0]) for match in _FIELDSET.finditer(page)}


def named(page: str, words: str) -> str:
    """The name of the one question that says these words."""
    [name] = [name for name, said in questions(page).items() if words in said]
    return name


@pytest.fixture
def doubtful(workspace: Path) -> Path:
    """A sheet with a count that is none, and a head whose name is doubtful."""
    with sheet_changed(workspace) as sheet:
        sheet["H108"] = "12 чел."
    change_directory(workspace, "Муса Ибрагим Мусаевич", "Топчий Ибрагим Мусаевич")
    return workspace


def test_a_sheet_says_what_was_read(page: Clerk) -> None:
    said = text_of(page.open(SHEET))
    assert "Неделя 08.04.2023–14.04.2023" in said
    assert "Школ 22" in said
    assert "15; школ с замечаниями: 5" in said
    assert "от 17.04.2023 № 06-5649/06-18/23" in said
    assert "Доля зарегистрированных: 0%, требуется: не менее 100%" in said
    assert "Всего по штату 431" in said
    assert "1 предупреждение" in said


def test_every_doubt_stands_with_its_choices(page: Clerk, doubtful: Path) -> None:
    shown = page.open(SHEET)
    found = questions(shown)
    assert len(found) == 2
    count, name = found.values()
    assert "12 чел." in count
    assert "Мониторинг!H108" in count
    assert "нет данных" in count
    assert "Топчий" in name
    assert "принято, пока нет ответа" in name
    said = text_of(shown)
    assert "Без ответа на 1 вопрос ничего не выпустить." in said
    assert "Сначала ответьте на вопросы выше." in said
    assert "letters-gen" not in said
    assert "--" not in said


def test_answers_are_kept_where_the_commands_keep_them(page: Clerk, doubtful: Path) -> None:
    shown = page.open(SHEET)
    form = forms(shown, "/answers")[0]
    count, head = named(shown, "12 чел."), named(shown, "Топчий")
    choices = re.findall(rf'name="{head}"[^>]*value="(=[^"]+)"', shown)
    answer = page.post(
        form.action, form.but(**{count: "other", f"{count}-text": "27", head: choices[1]})
    )
    assert answer.status_code == 303
    shown = page.open(answer.location)
    assert "Сохранено 2 ответа." in shown
    assert questions(shown) == {}
    sidecar = doubtful / FILE.replace(".xlsx", ".toml")
    assert '= "27"' in sidecar.read_text(encoding="utf-8")
    assert choices[1][1:] in (doubtful / "data/schools.csv").read_text(encoding="utf-8-sig")
    assert forms(page.open(WEEKLY), "/weekly")


def test_an_answer_that_cant_be_one_is_told_and_the_others_are_kept(
    page: Clerk, doubtful: Path
) -> None:
    shown = page.open(SHEET)
    form = forms(shown, "/answers")[0]
    count, head = named(shown, "12 чел."), named(shown, "Топчий")
    choices = re.findall(rf'name="{head}"[^>]*value="(=[^"]+)"', shown)
    answer = page.post(
        form.action, form.but(**{count: "other", f"{count}-text": "дюжина", head: choices[0]})
    )
    assert answer.status_code == 422
    assert answer.text.count("Такого ответа быть не может: дюжина") == 2
    assert f'href="#{count}"' in answer.text
    assert 'value="дюжина"' in answer.text
    assert set(questions(answer.text)) == {count}
    assert choices[0][1:] in (doubtful / "data/schools.csv").read_text(encoding="utf-8-sig")


def test_two_clerks_who_answer_the_same_doubt_are_told(page: Clerk, doubtful: Path) -> None:
    shown = page.open(SHEET)
    form = forms(shown, "/answers")[0]
    count = named(shown, "12 чел.")
    told = {count: "=нет данных"}
    assert page.post(form.action, form.but(**told)).status_code == 303
    second = page.post(form.action, form.but(**told))
    assert second.status_code == 303
    assert "уже ответили" in page.open(second.location)


def test_without_an_answer_nothing_is_issued(page: Clerk, doubtful: Path) -> None:
    answer = page.get(WEEKLY)
    assert answer.location.startswith(SHEET)
    assert "Сначала ответьте на вопросы о файле." in page.open(answer.location)
    assert not (doubtful / "letters").exists()


def test_answers_about_an_uploaded_sheet_outlive_a_restart(
    page: Clerk, doubtful: Path, tmp_path: Path
) -> None:
    from page_desk import application_of, desk_of

    content = (doubtful / FILE).read_bytes()
    (doubtful / FILE).unlink()
    sheet = page.upload("Мониторинг.xlsx", content).location
    shown = page.open(sheet)
    form = forms(shown, "/answers")[0]
    page.post(form.action, form.but(**{named(shown, "12 чел."): "=нет данных"}))
    assert not (doubtful / FILE).exists()
    desk = desk_of(doubtful, tmp_path / "state")
    again = Clerk(application_of(desk))
    again.enter(desk.entrance.secret())
    assert "12 чел." not in text_of(again.open(sheet))


def test_a_sheet_that_cant_be_read_before_an_answer_shows_no_figures(
    page: Clerk, workspace: Path
) -> None:
    with sheet_changed(workspace) as sheet:
        for row in sheet.iter_rows(min_row=1, max_row=10):
            for cell in row:
                if isinstance(cell.value, str) and "04.2023" in cell.value:
                    cell.value = "Мониторинг"
    (workspace / FILE).rename(workspace / "data/monitoring/апрель.xlsx")
    shown = page.open("/sheets/апрель.xlsx")
    said = text_of(shown)
    assert "нельзя прочитать наверняка" in said
    assert "Школ " not in said
    name = named(shown, "период")
    form = forms(shown, "/answers")[0]
    fields = {name: "other", f"{name}-text": "08.04.2023-14.04.2023"}
    answer = page.post(form.action, form.but(**fields))
    assert "Неделя 08.04.2023–14.04.2023" in text_of(page.open(answer.location))


def test_long_lists_come_by_pages_and_the_count_is_whole(page: Clerk, workspace: Path) -> None:
    directory = workspace / "data/schools.csv"
    text = directory.read_text(encoding="utf-8-sig").splitlines()
    assert len(text) > 20
    from offices import write_week

    write_week(workspace / FILE, [(number, 10, 0) for number in range(1, 121)])
    shown = page.open(SHEET)
    said = text_of(shown)
    assert "Школы с замечаниями: 120" in said
    assert "Школа № 1»" in said
    assert "Школа № 51»" not in said
    second = text_of(page.open(f"{SHEET}?schools=2"))
    assert "Школа № 51»" in second
    assert "Школы с замечаниями: 120" in second
    for odd in ("0", "-1", "x", "99999999999", "٣"):
        assert page.get(f"{SHEET}?schools={odd}").status_code == 200


def test_what_a_file_says_becomes_no_markup(page: Clerk, workspace: Path) -> None:
    with sheet_changed(workspace) as sheet:
        sheet["H108"] = "<script>alert(1)</script>"
    shown = page.open(SHEET)
    assert "<script>alert" not in shown
    assert "&lt;script&gt;" in shown


def test_a_text_of_ones_own_counts_without_its_button(page: Clerk, doubtful: Path) -> None:
    shown = page.open(SHEET)
    form = forms(shown, "/answers")[0]
    answer = page.post(form.action, form.but(**{f"{named(shown, '12 чел.')}-text": "27"}))
    assert "Сохранён 1 ответ." in page.open(answer.location)


def elsewhere(path: Path) -> None:
    """What stands there is a link, which nothing is written through."""
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))


@pytest.mark.parametrize("held", ["data/schools.csv", "data/monitoring/2023-04-14.toml"])
def test_an_answer_that_cant_be_kept_is_told_and_takes_no_other_along(
    page: Clerk, doubtful: Path, held: str
) -> None:
    shown = page.open(SHEET)
    form = forms(shown, "/answers")[0]
    count, head = named(shown, "12 чел."), named(shown, "Топчий")
    choice = re.findall(rf'name="{head}"[^>]*value="(=[^"]+)"', shown)[1]
    elsewhere(doubtful / held)
    given = {count: "other", f"{count}-text": "27", head: choice}
    refused = page.post(form.action, form.but(**given))
    assert refused.status_code == 422
    assert "ссылка" in text_of(refused.text)
    left = questions(refused.text)
    assert len(left) == 1, "the other answer is kept"
    again = dict(forms(refused.text, "/answers")[0].fields)
    assert all(again.get(name) == given[name] for name in left), "what was ticked stands there"
    (doubtful / held).unlink()
    (doubtful / held).with_name("elsewhere").rename(doubtful / held)
    assert page.post(form.action, forms(refused.text, "/answers")[0].fields).status_code == 303
    assert not questions(page.open(SHEET))
