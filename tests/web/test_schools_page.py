"""Школы: the directory found through, changed school by school, and never half written."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from edits import change_directory
from page_desk import NOTICES, Clerk, forms, text_of
from werkzeug.test import TestResponse

ASAKH = "/schools/school?key=0538031006"
BERIKH = "/schools/school?key=0538031077"
GENUKH = "/schools/school?key=0538031140"
NEW = "/schools/new"


def directory(workspace: Path) -> str:
    return (workspace / "data/schools.csv").read_text(encoding="utf-8-sig")


def line_of(workspace: Path, inn: str) -> str:
    [line] = [one for one in directory(workspace).splitlines() if one.startswith(inn)]
    return line


def changed(page: Clerk, address: str = ASAKH, **fields: str | list[str]) -> TestResponse:
    return page.send(address, address.partition("?")[0], **fields)


def test_the_directory_is_shown_and_searched(page: Clerk) -> None:
    said = text_of(page.open("/schools"))
    assert "Школ: 22" in said
    assert "МКОУ «Асахская СОШ» school31006@example.org Абдулаева Патимат Магомедовна" in said
    found = text_of(page.open(f"/schools?q={quote('исаев  магомед')}"))
    assert "Найдено: 1" in found
    assert "МКОУ «Генухская СОШ»" in found
    assert "Асахская" not in found


def test_schools_without_a_head_are_found(page: Clerk, workspace: Path) -> None:
    change_directory(workspace, "Абдулаева Патимат Магомедовна;директор", ";")
    said = text_of(page.open("/schools?headless=1"))
    assert "Только без руководителя: 1" in said
    assert "Найдено: 1" in said


def test_a_head_is_changed_and_nothing_else(page: Clerk, workspace: Path) -> None:
    before = directory(workspace)
    answer = changed(page, head="Алиев  Али Алиевич ")
    assert answer.status_code == 303
    assert "Сохранено: МКОУ «Асахская СОШ»" in page.open(answer.location)
    assert directory(workspace) == before.replace(
        "Абдулаева Патимат Магомедовна", "Алиев Али Алиевич"
    )
    [former] = (workspace / "former").glob("schools *.csv")
    assert former.read_text(encoding="utf-8-sig") == before


def test_the_documents_go_to_the_new_head(page: Clerk) -> None:
    assert "Газимагомедову Ш.О." in page.open(NOTICES)
    changed(page, BERIKH, head="Алиев Али Алиевич")
    assert "Алиеву А.А." in page.open(NOTICES)


def test_the_form_says_how_documents_write_the_head(page: Clerk) -> None:
    assert "Сами они пишут: Исаеву Магомеду Гаджиевичу" in text_of(page.open(GENUKH))


def test_dative_sex_and_other_names_get_columns_of_their_own(page: Clerk, workspace: Path) -> None:
    changed(page, GENUKH, head_dative="Исаеву М.Г.", sex="м", other_names="Генух | Генухская")
    heading = directory(workspace).splitlines()[0]
    assert heading.endswith(";Другие названия;Руководитель (дат.)")
    shown = dict(forms(page.open(GENUKH), "/school")[0].fields)
    assert (shown["head_dative"], shown["sex"]) == ("Исаеву М.Г.", "м")
    assert shown["other_names"] == "Генух | Генухская"


def test_a_form_given_by_hand_goes_with_its_head(page: Clerk, workspace: Path) -> None:
    changed(page, head_dative="Абдулаевой Патимат")
    changed(page, head="Алиев Али Алиевич")
    assert "Абдулаевой" not in line_of(workspace, "0538031006")


def test_what_isnt_changed_isnt_written(page: Clerk, workspace: Path) -> None:
    path = workspace / "data/schools.csv"
    before = path.stat().st_mtime_ns
    assert changed(page).status_code == 303
    assert path.stat().st_mtime_ns == before
    assert not list((workspace / "former").glob("schools*"))


@pytest.mark.parametrize(
    ("fields", "place", "words"),
    [
        ({"short_name": " "}, "short_name", "Введите краткое название школы"),
        ({"inn": "0538031007"}, "inn", "контрольн"),
        ({"inn": "пять"}, "inn", "одними цифрами"),
        ({"inn": "0538031077"}, "inn", "дважды"),
        ({"email": "a@b.ru, c@d.ru"}, "email", "один адрес почты"),
        (
            {"short_name": "МКОУ «Берихинская ООШ»"},
            "short_name",
            "есть и у школы МКОУ «Берихинская",
        ),
        ({"head": "Алиев\x07Али"}, "head", "не может быть в документе"),
        ({"sex": "x"}, "sex", "Выберите одно"),
        ({"head": "А" * 400}, "head", "Слишком длинно"),
    ],
)
def test_what_the_commands_would_stumble_over_isnt_kept(
    page: Clerk, workspace: Path, fields: dict[str, str], place: str, words: str
) -> None:
    before = directory(workspace)
    answer = changed(page, post="и.о. директора", **fields)
    assert answer.status_code == 422
    assert answer.text.count(words) == 2, "in the summary and beside the field"
    assert f'href="#{place}"' in answer.text
    assert "<title>Ошибка:" in answer.text
    typed = dict(forms(answer.text, "/school")[0].fields)
    assert typed["post"] == "и.о. директора", "what was typed stays"
    assert directory(workspace) == before


def test_excel_that_holds_the_file_is_told_and_nothing_is_lost(
    page: Clerk, workspace: Path
) -> None:
    before = directory(workspace)
    mark = workspace / "data/~$schools.csv"
    mark.touch()
    answer = changed(page, head="Алиев Али Алиевич")
    assert answer.status_code == 422
    assert "Закройте" in answer.text
    [form] = forms(answer.text, "/school")
    assert dict(form.fields)["head"] == "Алиев Али Алиевич"
    assert directory(workspace) == before
    mark.unlink()
    assert page.post(form.action, form.fields).status_code == 303
    assert "Алиев Али Алиевич" in directory(workspace)


def test_a_school_changed_meanwhile_is_shown_as_it_now_is(page: Clerk, workspace: Path) -> None:
    [form] = forms(page.open(ASAKH), "/school")
    change_directory(workspace, "Абдулаева Патимат Магомедовна", "Омарова Зарема Гаджиевна")
    answer = page.post(form.action, form.but(head="Алиев Али Алиевич"))
    assert answer.status_code == 422
    said = text_of(answer.text)
    assert "За это время здесь что-то изменили" in said
    assert "В файле теперь: Омарова Зарема Гаджиевна" in said
    assert "Алиев Али" not in directory(workspace)
    [again] = forms(answer.text, "/school")
    assert dict(again.fields)["head"] == "Алиев Али Алиевич"
    assert page.post(again.action, again.fields).status_code == 303
    assert "Алиев Али Алиевич" in directory(workspace)


def test_another_school_changed_meanwhile_hinders_nobody(page: Clerk, workspace: Path) -> None:
    [form] = forms(page.open(ASAKH), "/school")
    changed(page, GENUKH, head="Гаджиев Гаджи Гаджиевич")
    assert page.post(form.action, form.but(head="Алиев Али Алиевич")).status_code == 303
    assert "Гаджиев Гаджи" in directory(workspace)
    assert "Алиев Али" in directory(workspace)


def test_a_school_is_added_behind_the_others(page: Clerk, workspace: Path) -> None:
    answer = page.send(NEW, NEW, short_name="МКОУ «Новая СОШ»", head="Ким Анна Петровна", sex="ж")
    assert answer.status_code == 303
    assert directory(workspace).splitlines()[-1].startswith(";МКОУ «Новая СОШ»;;Ким Анна Петровна")
    assert "Школ: 23" in text_of(page.open("/schools"))
    assert "МКОУ «Новая СОШ»" in page.open(f"/schools/school?key={quote('МКОУ «Новая СОШ»')}")


def test_a_dropped_zero_of_an_inn_comes_back(page: Clerk, workspace: Path) -> None:
    changed(page, inn="538031006", head="Алиев Али Алиевич")
    assert line_of(workspace, "0538031006")


def test_a_school_is_taken_out_once_it_is_confirmed(page: Clerk, workspace: Path) -> None:
    before = directory(workspace)
    answer = page.send("/schools/remove?key=0538031006", "/schools/remove")
    assert answer.status_code == 303
    assert "0538031006" not in directory(workspace)
    assert len(directory(workspace).splitlines()) == len(before.splitlines()) - 1
    assert page.get(ASAKH).status_code == 404


def test_a_removal_of_what_has_changed_is_refused(page: Clerk, workspace: Path) -> None:
    [form] = forms(page.open("/schools/remove?key=0538031006"), "/schools/remove")
    changed(page, head="Алиев Али Алиевич")
    answer = page.post(form.action, form.fields)
    assert answer.status_code == 422
    assert "0538031006" in directory(workspace)


def test_a_file_of_excel_keeps_its_encoding_and_order(page: Clerk, workspace: Path) -> None:
    path = workspace / "data/schools.csv"
    text = directory(workspace).replace("E-mail", "Почта;E-mail").replace(";school", ";x;school")
    path.write_bytes(text.encode("cp1251"))
    changed(page, head="Алиев Али Алиевич")
    assert path.read_bytes().decode("cp1251") == text.replace(
        "Абдулаева Патимат Магомедовна", "Алиев Али Алиевич"
    )


def test_fifteen_hundred_schools_are_paged_and_found(page: Clerk, workspace: Path) -> None:
    path = workspace / "data/schools.csv"
    more = "".join(f";МКОУ «Школа {number}»;;;;;\r\n" for number in range(1, 1501))
    path.write_text(directory(workspace) + more, encoding="utf-8-sig")
    said = page.open("/schools")
    assert "Школ: 1522" in said
    assert "schools=31#schools" in said
    assert "Найдено: 2" in page.open(f"/schools?q={quote('школа 150')}"), "150 and 1500"
    assert changed(page, f"/schools/school?key={quote('МКОУ «Школа 1500»')}", head="Ким А.А.")
    assert ";МКОУ «Школа 1500»;;Ким А.А.;" in directory(workspace)


def test_a_link_in_the_place_of_the_directory_is_left_alone(
    page: Clerk, workspace: Path, tmp_path: Path
) -> None:
    path = workspace / "data/schools.csv"
    elsewhere = tmp_path / "theirs.csv"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    assert changed(page, head="Алиев Али Алиевич").status_code == 422
    assert elsewhere.read_bytes() == before


def test_only_the_newest_thirty_former_files_are_kept(page: Clerk, workspace: Path) -> None:
    for number in range(33):
        changed(page, head=f"Алиев Али {number}")
    former = list((workspace / "former").glob("schools *.csv"))
    heads = [path.read_text(encoding="utf-8-sig").splitlines()[1].split(";")[3] for path in former]
    assert sorted(heads) == sorted(f"Алиев Али {number}" for number in range(2, 32))
