"""A month of a clerk's work, typed on a terminal: from an empty folder to the exported journals."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from edits import write_typed
from offices import school, write_week
from read_back import text_of
from terminal import typed

OFFICE = "МКУ «Управление образования»"
DISTRICT = "Цунтинский район"
MINISTRY = "Министерство образования и науки РД"
HEADS = {
    1: "Исаев Магомед Гаджиевич;директор",
    2: "Топчий Ибрагим Мусаевич;директор",
    3: "Абдулаева Патимат Магомедовна;и.о. директора",
    4: "вакансия;директор",
}
# As wide as a terminal is when it is opened.
COLUMNS = 80
IN_2023 = ("--year", "2023")
YES = ("выпустить", "да\r")

Typed = tuple[str, str | Callable[[], str]]


def basis(number: str, day: str, author: str = "") -> list[Typed]:
    """The covering letter told; Enter takes the author of last week."""
    return [("От кого", f"{author}\r"), ("Его номер", f"{number}\r"), ("Его дата", f"{day}\r")]


def is_torn(line: str) -> bool:
    """Whether a terminal would break a line that could be broken between words."""
    return len(line) > COLUMNS and " " in line.strip()[:COLUMNS]


@dataclass
class Desk:
    """A clerk at her terminal."""

    folder: Path

    def type(self, *command: str, answers: Sequence[Typed] = (), status: int = 0) -> str:
        """Type a command, and each answer to its question; what was shown, in one line."""
        ended, shown = typed(self.folder, list(answers), *command, columns=COLUMNS)
        assert ended == status, shown
        said = tuple(one.strip() for _, one in answers if isinstance(one, str) and one.strip())
        # What is typed behind a question goes on as far as it does.
        lines = [line for line in shown.splitlines() if not line.endswith(said)]
        assert [line for line in lines if is_torn(line)] == []
        return " ".join(shown.split())

    def sheet(self, number: int, period: str, registered: Sequence[int], copy: str = "") -> str:
        """A sheet that came from the ministry: how many of each school's staff are registered."""
        path = self.folder.parent / f"Мониторинг {number}{copy}.xlsx"
        staff = (10, 20, 12, 8)
        rows = [(at, *both) for at, both in enumerate(zip(staff, registered, strict=True), 1)]
        write_week(path, rows, title=f"Мониторинг использования ИКОП «Сферум» за период {period}")
        return str(path)

    def fill_in(self) -> None:
        """What a new office lacks: names, the first number, heads; requisites it hasn't go."""
        settings = self.folder / "letters.toml"
        requisites, others = settings.read_text(encoding="utf-8").split("[signatories.head]")
        kept = [line for line in requisites.splitlines() if ' = ""' not in line]
        others = others.replace('name = ""', 'name = "Омаров Омар Омарович"')
        index = 'index = "01-16"\n'
        others = others.replace(index, f"{index}first = {{ 2023 = 219 }}\n")
        settings.write_text("\n".join([*kept, "[signatories.head]"]) + others, encoding="utf-8")
        directory = self.folder / "data/schools.csv"
        text = directory.read_text(encoding="utf-8-sig")
        for number, head in HEADS.items():
            text = text.replace(f"{school(number)};;;;", f"{school(number)};;{head};")
        directory.write_text(text, encoding="utf-8-sig")

    def document(self, number: str) -> str:
        """The text of the document that bears this number."""
        paths = (self.folder / "letters/2023").glob(f"01-16_{number} *.docx")
        [path] = [path for path in paths if "приложение" not in path.name]
        return text_of(path)


def test_a_month_of_a_clerks_work(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    an_office_of_her_own(desk)
    the_first_week(desk)
    the_second_week(desk)
    the_third_week(desk)
    the_fourth_week(desk)
    what_the_register_says(desk)


def an_office_of_her_own(desk: Desk) -> None:
    sheet = desk.sheet(1, "с 08.04.2023 по 14.04.2023", (6, 10, 12, 4))
    told = [("Название вашего учреждения", f"{OFFICE}\r"), ("Ваш район", f"{DISTRICT}\r")]
    shown = desk.type("init", "РУО", "--from", sheet, answers=told)
    assert "Школ в data/schools.csv: 4; впишите туда их руководителей." in shown
    desk.folder /= "РУО"
    shown = desk.type("doctor", status=1)
    assert "Не заполнено: office.address, office.okpo" in shown
    assert "Школы без руководителя — 4" in shown
    desk.fill_in()
    shown = desk.type("doctor")
    assert f"✓ Настройки (letters.toml): {OFFICE}" in shown
    assert "✗" not in shown


def the_first_week(desk: Desk) -> None:
    shown = desk.type("check")
    assert "Доля зарегистрированных, требуется: не менее 100% — школ: 3 из 4" in shown
    assert f"{school(1)} Доля зарегистрированных: 60%" in shown
    day = ("--date", "18.04.2023")
    told = basis("06-5649/06-18/23", "17.04.2023", MINISTRY)
    shown = desk.type("weekly", *day, answers=[*told, YES])
    assert "«В соответствии с письмом Министерства образования и науки РД №06-5649" in shown
    assert "Выпущено 01-16/219" in shown
    assert "Дальше: уведомления" in shown
    # The head's dative is doubtful: the second form is right.
    asked = ("Номер или верная форма", "2\r")
    shown = desk.type("notices", *day, "--print", answers=[asked, YES])
    assert "Взять 3 номера, с 01-16/220 по 01-16/222" in shown
    assert "№ 01-16/221 — Директору МКОУ «Школа № 2» Топчию И.М." in shown
    assert "На печать: letters/2023/print/" in shown
    # Before it is signed the ministry's sheet is put right, and the notices with it.
    desk.sheet(1, "с 08.04.2023 по 14.04.2023", (7, 10, 12, 4), copy=" (верный)")
    right = desk.folder.parent / "Мониторинг 1 (верный).xlsx"
    (desk.folder / "data/monitoring/2023-04-14.xlsx").write_bytes(right.read_bytes())
    shown = desk.type("notices", *day, status=1)
    assert "Документ 01-16/220 выпущен, а то, что в нём сказано, теперь другое" in shown
    again = [("Выпустить под уже взятыми номерами", "да\r")]
    shown = desk.type("notices", *day, "--correct", "верный лист", answers=again)
    assert "будут исправлены: 3" in shown
    assert "70% (7 из 10 учителей)" in desk.document("220")
    shown = desk.type("register", "signed", "219-222", "--on", "18.04.2023", *IN_2023)
    assert "01-16/222: подписан 18.04.2023." in shown
    shown = desk.type("register", "sent", "219-222", "--on", "19.04.2023", *IN_2023)
    assert "01-16/219: отправлено 4 из 4 (эл. почта, 19.04.2023)." in shown


def the_second_week(desk: Desk) -> None:
    told: list[Typed] = [
        ("О чём письмо", "О летнем отдыхе\r"),
        ("Кому письмо", "Главе МР «Цунтинский район»\r"),
    ]
    shown = desk.type("register", "reserve", "--date", "24.04.2023", answers=told)
    assert "01-16/223 Взят номер 01-16/223 от 24.04.2023. Дальше: наберите письмо" in shown
    write_typed(desk.folder / "Об отдыхе.docx")
    shown = desk.type("register", "attach", "223", "Об отдыхе.docx", *IN_2023)
    assert "01-16/223: файл принят в журнал." in shown
    typed_one = ("--heading", "О смотре", "--addressee", "Руководителям ОО")
    desk.type("register", "reserve", "--date", "24.04.2023", *typed_one)
    why = [("Почему аннулируется 01-16/224", "не понадобилось\r"), ("Аннулировать?", "д\r")]
    shown = desk.type("register", "annul", "224", *IN_2023, answers=why)
    assert "номер взят, Руководителям ОО: О смотре. Почему" in shown
    assert "01-16/224 аннулирован." in shown
    sheet = desk.sheet(2, "с 15.04.2023 по 21.04.2023", (10, 12, 12, 5))
    shown = desk.type("check", sheet)
    assert "60%, требуется: не менее 100% (Мониторинг!F5, Мониторинг!E5); недель подряд: 2" in shown
    day = ("--date", "25.04.2023")
    shown = desk.type("weekly", sheet, *day, answers=[*basis("06-5801", "24.04.2023"), YES])
    assert f"[{MINISTRY}]" in shown
    shown = desk.type("notices", *day, "--only", "№ 2", "--only", "№ 4", answers=[YES])
    assert "Взять 2 номера, с 01-16/226 по 01-16/227" in shown
    assert "2-ю неделю подряд" in desk.document("226")
    desk.type("register", "sent", "225-227", "--on", "25.04.2023", *IN_2023)
    told = [
        ("От кого", "Школа № 1\r"),
        ("Номер на письме", "12\r"),
        ("Его дата", "24.04.2023\r"),
        ("Это ответ на 01-16/220", "да\r"),
    ]
    shown = desk.type("register", "incoming", "--received", "24.04.2023", answers=told)
    assert "Вх. № 01-15/1 от 24.04.2023" in shown
    assert "01-16/220: ответ получен, в срок (до 25.04.2023)." in shown


def the_third_week(desk: Desk) -> None:
    period = "с 22.04.2023 по 28.04.2023"
    sheet = desk.sheet(3, period, (10, 12, 12, 5))
    told = basis("06-5990", "02.05.2023")
    desk.type("weekly", sheet, "--date", "02.05.2023", answers=[*told, YES])
    desk.type("register", "sent", "228", "--on", "02.05.2023", *IN_2023)
    # What has left is replaced, never corrected.
    sheet = desk.sheet(3, period, (10, 15, 12, 8), copy=" (новый)")
    weekly = ("weekly", sheet, "--date", "03.05.2023")
    shown = desk.type(*weekly, status=1)
    assert "МКОУ «Школа № 2»: Зарегистрировано: было 12, стало 15" in shown
    refused = desk.type(*weekly, "--correct", "новый лист", status=1)
    assert "01-16/228 уже отправлен: исправить его нельзя." in refused
    shown = desk.type(*weekly, "--new-edition", "новый лист", answers=[YES])
    assert "№ 01-16/229 — Руководителям ОО; взамен отправленного № 01-16/228" in shown
    assert "Взамен направленного от 02.05.2023 № 01-16/228" in desk.document("229")
    desk.type("register", "sent", "229", "--on", "03.05.2023", *IN_2023)


def the_fourth_week(desk: Desk) -> None:
    sheet = desk.sheet(4, "с 29.04.2023 по 05.05.2023", (10, 15, 12, 8))
    day = ("--date", "10.05.2023")
    desk.type("weekly", sheet, *day, answers=[*basis("06-6100", "10.05.2023"), YES])
    shown = desk.type("order", *day, answers=[YES])
    assert "Взять номер 1-ОД и выпустить" in shown
    assert "1-ОД Приказ лист ознакомления.docx" in shown
    shown = desk.type("register", "answers", "--from", "01.04.2023", "--to", "31.05.2023")
    assert "Ждём ответов: 4; просрочено: 4" in shown
    shown = desk.type("issue", "reminder", "--date", "11.05.2023", answers=[YES])
    assert "№ 01-16/231 — Директору МКОУ «Школа № 2» Топчию И.М." in shown
    reminder = desk.document("231")
    assert "01-16/221" in reminder
    assert "01-16/226" in reminder
    shown = desk.type("history")
    assert " 1 1 1 1 4 4 " in shown


STATES = {
    "01-16/219": "sent",
    "01-16/220": "sent",
    "01-16/221": "sent",
    "01-16/222": "sent",
    "01-16/223": "issued",
    "01-16/224": "annulled",
    "01-16/225": "sent",
    "01-16/226": "sent",
    "01-16/227": "sent",
    "01-16/228": "replaced",
    "01-16/229": "sent",
    "01-16/230": "issued",
    "01-16/231": "issued",
    "01-16/232": "issued",
    "1-ОД": "issued",
    "01-15/1": "issued",
}


def what_the_register_says(desk: Desk) -> None:
    shown = desk.type("register", "export")
    assert "letters/journals/Журнал исходящих 2023.xlsx" in shown
    book = openpyxl.load_workbook(desk.folder / "letters/journals/Журнал исходящих 2023.xlsx")
    cells = [cell for page in book for row in page.iter_rows(values_only=True) for cell in row]
    ours = [f"01-16/{seq}" for seq in range(219, 233)]
    assert [cell for cell in cells if cell in ours] == ours
    shown = desk.type("register", "verify")
    assert "исходящие 01-16, 2023: 219–232: 13 выпущено, 1 аннулирован, пропусков нет" in shown
    assert "✓ Журнал цел." in shown
    _, listed = typed(desk.folder, [], "register", "list", "--all", "--json")
    entries = {one["number"]: one for one in json.loads(listed)["entries"]}
    assert {number: one["state"] for number, one in entries.items()} == STATES
    assert entries["01-16/220"]["answered_at"] == "2023-04-24"
    by_hand = {number for number, one in entries.items() if one["by_hand"]}
    assert by_hand == {"01-15/1", "01-16/223", "01-16/224"}
