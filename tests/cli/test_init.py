"""init: a new workspace with the sample office."""

from __future__ import annotations

import os
from pathlib import Path

from clerk import BASIS, ROOT, SHEET, Clerk
from edits import change_settings, sheet_without_period
from read_back import text_of
from terminal import typed

from letters_gen.office.own_office import OwnOffice
from letters_gen.office.settings import load_settings
from letters_gen.week.founding import found_office


def test_a_new_workspace_issues_its_letter(clerk: Clerk, tmp_path: Path) -> None:
    made = clerk("init", str(tmp_path / "новая"))
    assert (made.status, "образцы" in made.out) == (0, True)
    answer = clerk(
        "-w",
        str(tmp_path / "новая"),
        "weekly",
        str(tmp_path / "новая/data/monitoring/2023-04-14.xlsx"),
        "--date",
        "18.04.2023",
        "--yes",
    )
    assert answer.status == 0, answer.err
    assert (tmp_path / "новая/letters/2023/01-16_219 Письмо.docx").is_file()


def test_a_new_workspace_has_all_its_folders_and_nothing_of_the_projects(
    clerk: Clerk, tmp_path: Path
) -> None:
    clerk("init", str(tmp_path / "новая"))
    made = {path.name for path in (tmp_path / "новая").iterdir()}
    office = {"letters.toml", "templates", "data", "letters"}
    assert made == office | {".gitignore", "Письма.desktop"}
    # What was only looked at is nothing to keep.
    assert (tmp_path / "новая/.gitignore").read_text(encoding="utf-8") == "preview/\n"
    assert [path.name for path in (tmp_path / "новая/letters").iterdir()] == ["workspace.id"]


def test_each_workspace_has_an_id_of_its_own(clerk: Clerk, tmp_path: Path) -> None:
    for name in ("a", "b"):
        clerk("init", str(tmp_path / name))
    first, second = (
        (tmp_path / name / "letters/workspace.id").read_text(encoding="ascii")
        for name in ("a", "b")
    )
    assert first != second


def test_a_folder_that_is_not_empty_is_refused_and_left_as_it_is(
    clerk: Clerk, tmp_path: Path
) -> None:
    folder = tmp_path / "занято"
    folder.mkdir()
    (folder / "важное.txt").write_text("важное", encoding="utf-8")
    answer = clerk("init", str(folder))
    assert (answer.status, "не пуста" in answer.err) == (1, True)
    assert [path.name for path in folder.iterdir()] == ["важное.txt"]


def test_the_office_of_todays_monitoring_issues_its_letter_its_notices_and_its_order(
    clerk: Clerk, tmp_path: Path
) -> None:
    office = str(tmp_path / "MAX")
    assert clerk("init", office, "--sample", "max").status == 0
    checked = clerk("-w", office, "check", "--json")
    assert (checked.status, checked.json["doubts"]) == (0, [])
    for command in ("weekly", "notices", "order"):
        answer = clerk("-w", office, command, "--date", "02.12.2025", "--yes")
        assert answer.status == 0, answer.err
    titles = {finding["title"] for finding in checked.json["findings"]}
    assert titles and not any("родител" in title.casefold() for title in titles)


OFFICE = "МКУ «Управление образования»"
DISTRICT = "Цунтинский район"
OWN = ("--name", OFFICE, "--district", DISTRICT)


def own_office(clerk: Clerk, folder: Path, *more: str) -> Path:
    """A workspace that was told its office; it stands in `folder`."""
    made = clerk("init", str(folder), *OWN, *more)
    assert made.status == 0, made.err
    return folder


def fill_in(office: Path) -> None:
    """Write the names that the new letters.toml lacks, delete the requisites that it hasn't."""
    settings = office / "letters.toml"
    text = settings.read_text(encoding="utf-8").replace('name = ""', 'name = "Омаров О.О."')
    office_table, others = text.split("[signatories.head]")
    kept = [line for line in office_table.splitlines() if ' = ""' not in line]
    settings.write_text("\n".join([*kept, f"[signatories.head]{others}"]), encoding="utf-8")


def findings_of_doctor(clerk: Clerk, office: Path) -> dict[str, str]:
    """What the doctor finds amiss, by the name of the check."""
    checks = clerk("-w", str(office), "doctor", "--json").json["checks"]
    return {check["name"]: check["found"] for check in checks if not check["ok"]}


def test_an_office_of_ones_own_has_nothing_of_the_samples(clerk: Clerk, tmp_path: Path) -> None:
    office = own_office(clerk, tmp_path / "своя")
    settings = (office / "letters.toml").read_text(encoding="utf-8")
    for sample in ("УОМПСиТ", "uompsit", "Абакаров", "Магомедова П", "02120978", "2023 = 219"):
        assert sample not in settings.replace("# name", "")
    assert f'name = "{OFFICE}"' in settings
    assert 'id = "mku-upravlenie-obrazovaniya"' in settings
    directory = (office / "data/schools.csv").read_text(encoding="utf-8-sig")
    assert directory.splitlines() == [
        "ИНН;Краткое наименование;Полное наименование;Руководитель;Должность;Пол;E-mail;Адрес"
    ]
    assert not (office / "data/monitoring").exists()


def test_a_sheet_fills_the_directory_and_what_it_cannot_know_is_told_until_it_is_filled_in(
    clerk: Clerk, tmp_path: Path
) -> None:
    office = own_office(clerk, tmp_path / "своя", "--from", str(ROOT / SHEET))
    lines = (office / "data/schools.csv").read_text(encoding="utf-8-sig").splitlines()
    assert (len(lines), lines[1]) == (23, "0538031006;МКОУ «Асахская СОШ»;;;;;;")
    assert (office / SHEET).is_file()
    found = findings_of_doctor(clerk, office)
    assert list(found) == ["settings", "directory"]
    for key in ("office.okpo", "office.phone", "signatories.head.name"):
        assert key in found["settings"]
    assert "Школы без руководителя — 22: МКОУ «Асахская СОШ»" in found["directory"]
    assert "office.okpo" in clerk("-w", str(office), "check").out
    fill_in(office)
    assert list(findings_of_doctor(clerk, office)) == ["directory"]


def test_nothing_is_signed_before_the_name_is_filled_in(clerk: Clerk, tmp_path: Path) -> None:
    office = own_office(clerk, tmp_path / "своя", "--from", str(ROOT / SHEET))
    weekly = ("-w", str(office), "weekly", "--date", "18.04.2023", "--yes", *BASIS)
    refused = clerk(*weekly)
    assert (refused.status, "signatories.head" in refused.err) == (1, True)
    assert "имя, а оно не вписано" in refused.err
    fill_in(office)
    issued = clerk(*weekly, "--json")
    assert issued.status == 0, issued.err
    [document] = issued.json["documents"]
    assert document["number"] == "01-16/1"
    assert "Омаров" in text_of(office / document["path"])


def test_on_a_terminal_the_name_and_the_district_are_asked_for(tmp_path: Path) -> None:
    answers = [("Название вашего учреждения", f"{OFFICE}\r"), ("Ваш район", f"{DISTRICT}\r")]
    status, shown = typed(tmp_path, answers, "init", "своя")
    assert status == 0, shown
    assert "letters-gen doctor" in " ".join(shown.split())
    settings = (tmp_path / "своя/letters.toml").read_text(encoding="utf-8")
    assert f'name = "{OFFICE}"' in settings
    assert f'district = "{DISTRICT}"' in settings


def test_on_a_terminal_no_name_makes_the_sample_and_tells_it_as_one(tmp_path: Path) -> None:
    status, shown = typed(tmp_path, [("Название вашего учреждения", "\r")], "init", "образец")
    assert status == 0, shown
    assert "учреждения-образца" in shown
    assert (tmp_path / "образец" / SHEET).is_file()


def test_a_sheet_needs_the_offices_name(clerk: Clerk, tmp_path: Path) -> None:
    refused = clerk("init", str(tmp_path / "своя"), "--from", str(ROOT / SHEET))
    assert (refused.status, "--name" in refused.err) == (2, True)


def test_a_sheet_that_cannot_be_read_leaves_no_workspace_behind(
    clerk: Clerk, tmp_path: Path
) -> None:
    told = clerk("init", str(tmp_path / "своя"), *OWN, "--from", str(tmp_path / "нет.xlsx"))
    assert (told.status, "нет.xlsx" in told.err) == (1, True)
    other = ("--name", OFFICE, "--district", "Несуществующий район", "--from", str(ROOT / SHEET))
    told = clerk("init", str(tmp_path / "своя"), *other)
    assert (told.status, "Несуществующий" in told.err) == (1, True)
    assert list((tmp_path / "своя").iterdir()) == []
    own_office(clerk, tmp_path / "своя", "--from", str(ROOT / SHEET))


def test_what_a_sheet_leaves_open_is_asked_and_kept_with_it(tmp_path: Path) -> None:
    sheet = tmp_path / "без периода.xlsx"
    sheet.write_bytes(sheet_without_period())
    typed_in = ("init", "своя", *OWN, "--from", str(sheet))
    status, shown = typed(tmp_path, [("Ваш ответ", "08.04.2023-14.04.2023\r")], *typed_in)
    assert status == 0, shown
    assert "Школ в data/schools.csv: 22" in shown
    kept = (tmp_path / "своя/data/monitoring/2023-04-14.toml").read_text(encoding="utf-8")
    assert "08.04.2023" in kept


def test_a_samples_sheet_in_anothers_office_is_told_as_a_sample(
    clerk: Clerk, workspace: Path
) -> None:
    assert "лист-образец" not in clerk("check", SHEET).out
    change_settings(workspace, 'short_name = "МКУ «УОМПСиТ»"', 'short_name = "МКУ"')
    change_settings(workspace, "«УПРАВЛЕНИЕ ОБРАЗОВАНИЯ, МОЛОДЁЖНОЙ", "«УПРАВЛЕНИЕ МОЛОДЁЖНОЙ")
    assert "лист-образец" in clerk("check", SHEET).out
    assert "лист-образец" in clerk("weekly", SHEET, "--date", "18.04.2023", "--dry-run").out


def test_a_founding_that_was_killed_is_no_office_yet_or_the_clerks_own(tmp_path: Path) -> None:
    own = OwnOffice("МКУ «УО Ботлихского района»", "Ботлихский район")
    for writes in range(40):
        folder = tmp_path / str(writes)
        founding = os.fork()
        if not founding:
            killed_after(writes)
            found_office(folder, "sferum", own, None, lambda _: ())
            os._exit(0)
        _, status = os.waitpid(founding, 0)
        settings = folder / "letters.toml"
        assert not settings.exists() or load_settings(settings).office.name == own.name
        if not status:
            assert settings.exists()
            return
    raise AssertionError("it is always killed")


def killed_after(writes: int) -> None:
    """Let this process die when it names its next file."""
    named = os.replace

    def replace(*paths: str) -> None:
        nonlocal writes
        if not writes:
            os._exit(9)
        writes -= 1
        named(*paths)

    os.replace = replace  # type: ignore[assignment]
