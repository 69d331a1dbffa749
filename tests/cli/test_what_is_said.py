"""What a week prints, as a person would say it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import docx
import pytest
from clerk import BASIS, PRINTED_NOTICES, PRINTED_WEEK, SHEET, Clerk, entry, reserve
from edits import change_directory, change_settings
from faults import no_room_for_documents
from read_back import lines
from terminal import typed

ORDER = ("order", SHEET, "--date", "18.04.2023", "--yes")
YEAR = ("--year", "2023")
HEAD = "Муса Ибрагим Мусаевич"


@pytest.mark.parametrize("said", ["вакансия", "Вакансия с 01.03.2023", "вакантно"])
def test_a_post_that_is_said_to_be_vacant_is_no_lack(
    clerk: Clerk, workspace: Path, said: str
) -> None:
    change_directory(workspace, HEAD, said)
    answer = clerk(*PRINTED_NOTICES, "--yes", "--json")
    codes = {one["code"] for one in answer.json["warnings"]}
    assert (answer.status, "school-without-head" in codes) == (0, False)
    [ours] = [one for one in answer.json["documents"] if "Цехокская" in one["school"]]
    assert ours["addressee"] == "Руководителю МКОУ «Цехокская НОШ»"
    check = clerk("check", SHEET, "--json")
    assert "school-without-head" not in {one["code"] for one in check.json["warnings"]}


def test_a_post_of_which_nothing_is_said_is_asked_for(clerk: Clerk, workspace: Path) -> None:
    change_directory(workspace, HEAD, "–")
    answer = clerk(*PRINTED_NOTICES, "--yes", "--json")
    assert "school-without-head" in {one["code"] for one in answer.json["warnings"]}


def test_verify_speaks_of_journals_and_not_of_keys(clerk: Clerk, workspace: Path) -> None:
    for day in ("19.04.2023", "18.04.2023"):
        reserve(clerk, day=day)
    said = clerk("register", "verify").out
    assert "исходящие 01-16, 2023 год: даты идут не по порядку, раньше предыдущих" in said
    assert "outgoing" not in said


def test_a_series_that_the_settings_lack_is_told_as_such(clerk: Clerk, workspace: Path) -> None:
    reserve(clerk)
    settings = (workspace / "letters.toml").read_text(encoding="utf-8")
    other = settings.replace("[series.outgoing]", "[series.letters]")
    other = other.replace('series = "outgoing"', 'series = "letters"')
    (workspace / "letters.toml").write_text(other, encoding="utf-8")
    answer = clerk("register", "verify")
    assert "прежняя серия «outgoing», 2023: " in answer.out


def test_an_answer_isn_t_read_into_a_sentence_twice(clerk: Clerk, workspace: Path) -> None:
    wanted = ("--heading", "О чём", "--addressee", "Кому", "--series", "нет")
    answer = clerk("register", "reserve", *wanted)
    assert "нет: такой серии нет." in answer.err


def test_nobody_s_sex_is_told_by_who_has_yet_to_sign(clerk: Clerk, workspace: Path) -> None:
    assert clerk(*ORDER).status == 0
    shown = " ".join(clerk("register", "show", "45-ОД", *YEAR).out.split())
    assert "Черных О.В.: отметки об ознакомлении ещё нет" in shown


def test_initials_end_a_sentence_with_one_full_stop(clerk: Clerk, workspace: Path) -> None:
    assert clerk(*ORDER).status == 0
    shown = clerk("register", "acquainted", "45-ОД", "Черных О.В.", *YEAR)
    assert shown.status == 0, shown.err
    assert shown.out.endswith("Муса\N{NO-BREAK SPACE}И.М.\n")


def test_an_order_s_control_clause_ends_with_one_full_stop(clerk: Clerk, workspace: Path) -> None:
    start = "Контроль за исполнением настоящего приказа "
    for control, ending in (("", "оставляю за собой."), ("methodist", "методиста Магомедову П.П.")):
        if control:
            change_settings(workspace, "[types.order]", f'[types.order]\ncontrol = "{control}"')
        answer = clerk(*ORDER, "--new-edition", "контроль", "--json")
        [order] = [one for one in answer.json["documents"] if one["state"] == "issued"]
        [clause] = [one for one in lines(workspace / order["path"]) if one.startswith(start)]
        assert clause.endswith(ending) and not clause.endswith("..")


def test_what_an_order_changes_stands_behind_a_dash(clerk: Clerk, workspace: Path) -> None:
    assert clerk(*ORDER).status == 0
    changes = ("--changes", "45-ОД:пункт 2.1 исключить", "--changes", "45-ОД:срок: 03.05.2023")
    change = ("issue", "order", "data/monitoring/2023-04-21.xlsx", *changes)
    basis = ("--basis-author", "Министерство", "--basis-number", "1")
    planned = clerk(
        *change, "--date", "25.04.2023", *basis, "--basis-date", "24.04.2023", "--dry-run"
    )
    assert planned.status == 0, planned.err
    line = "изменяет: № 45-ОД от 18.04.2023 – пункт 2.1 исключить; срок: 03.05.2023"
    assert line in planned.out + planned.err


def test_rubbish_for_a_yes_is_told_what_may_be_answered(workspace: Path) -> None:
    answers = [("выпустить?", "может\r"), ("выпустить?", "нет\r")]
    status, shown = typed(workspace, answers, *PRINTED_WEEK[:-1])
    assert (status, "Ответьте «д» (да) или «н» (нет); Enter — нет." in shown) == (0, True)


def test_of_a_pdf_that_isn_t_there_nothing_is_asked(
    clerk: Clerk, workspace: Path, letter: Path
) -> None:
    for options in (("--draft",), ("--out", "На отправку"), ()):
        status, shown = typed(workspace, [], "send", "219", *YEAR, *options)
        assert "[д/Н]" not in shown
        assert "У 01-16/219 нет скана подписанного экземпляра" in shown, (status, shown)


def test_a_plan_that_goes_on_names_its_deadline(
    clerk: Clerk, workspace: Path, monkeypatch: Any
) -> None:
    with no_room_for_documents(monkeypatch):
        assert clerk(*PRINTED_NOTICES, "--yes").status == 1
    planned = clerk(*PRINTED_NOTICES, "--dry-run")
    assert "срок: 25.04.2023" in planned.out + planned.err


def test_an_entry_is_shown_on_one_screen_what_is_needed_first(
    clerk: Clerk, workspace: Path
) -> None:
    week = ("data/monitoring/2023-04-21.xlsx", "--date", "25.04.2023", "--yes")
    assert clerk("order", *week, *BASIS).status == 0
    recipients = [one["to"] for one in entry(clerk, "45-ОД")["deliveries"]]
    for name in recipients[:10]:
        sent = ("register", "sent", "45-ОД", "--to", name, "--by", "почта")
        assert clerk(*sent, *YEAR, "--on", "26.04.2023").status == 0
    shown = clerk("register", "show", "45-ОД", *YEAR).out.splitlines()
    assert len(shown) < 50
    places = [shown.index(one) for one in ("Файлы:", "Отправлено:", "Ознакомлены:", "История:")]
    assert places == sorted(places)
    assert places[-1] < next(at for at, line in enumerate(shown) if line.startswith("Почему"))
    assert "ещё не отправлено" in shown[places[1] + 1]
    assert "отправлен" in shown[places[-1] + 1], "the newest event stands first"
    assert any("всё покажет --all" in line for line in shown)
    every = clerk("register", "show", "45-ОД", *YEAR, "--all").out
    assert all(f"{name}: почта, 26.04.2023" in every for name in recipients[:10])
    assert "--all" not in every


def test_a_title_sheet_names_an_office_of_one_name_once(clerk: Clerk, workspace: Path) -> None:
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8")
    of_one_name = re.sub(
        r'name = """.*?"""', 'name = "МКУ «УОМПСиТ»"', text, count=1, flags=re.DOTALL
    )
    settings.write_text(of_one_name, encoding="utf-8")
    reserve(clerk)
    assert clerk("register", "export").status == 0
    [path] = workspace.glob("letters/journals/*титульный лист.docx")
    texts = [one.text for one in docx.Document(str(path)).paragraphs if one.text.strip()]
    assert "(" not in texts[1]
