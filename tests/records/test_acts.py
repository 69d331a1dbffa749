"""register reserve, attach, annul, sent, acquainted, show, find, next: what the clerk enters by
hand and looks up.
"""

from __future__ import annotations

import hashlib
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import PRINTED_WEEK, Clerk

TYPED = (
    "register",
    "reserve",
    "--heading",
    "О летнем отдыхе",
    "--addressee",
    "Главе МР «Цунтинский район»",
)


def entry(clerk: Clerk, number: str) -> dict[str, object]:
    """An entry as `show` reports it."""
    answer = clerk("register", "show", number, "--year", "2023", "--json")
    assert answer.status == 0, answer.err
    shown: dict[str, object] = answer.json
    return shown


def test_a_typed_letter_gets_the_next_number_without_a_question(clerk: Clerk, letter: Path) -> None:
    answer = clerk(*TYPED, "--date", "19.04.2023", "--json")
    assert answer.json == {
        "number": "01-16/220",
        "series": "outgoing",
        "year": 2023,
        "seq": 220,
        "date": "2023-04-19",
        "numbers": ["01-16/220"],
    }
    shown = entry(clerk, "01-16/220")
    told = ("state", "by_hand", "heading", "addressee", "executor", "type", "case")
    assert [shown[name] for name in told] == [
        "issued",
        True,
        "О летнем отдыхе",
        "Главе МР «Цунтинский район»",
        "Магомедова П.П.",
        None,
        "01-16",
    ]


def test_a_run_of_numbers_is_taken_at_once(clerk: Clerk) -> None:
    assert clerk(*TYPED, "--date", "19.04.2023", "--count", "3").out.split() == [
        "01-16/219",
        "01-16/220",
        "01-16/221",
    ]
    assert clerk("register", "next", "--date", "19.04.2023").out.strip() == "01-16/222"


def test_next_takes_nothing(clerk: Clerk, workspace: Path) -> None:
    answer = clerk("register", "next", "--date", "19.04.2023", "--json")
    assert answer.json == {
        "number": "01-16/219",
        "series": "outgoing",
        "year": 2023,
        "seq": 219,
        "date": "2023-04-19",
    }
    assert not (workspace / "letters").exists()


@pytest.mark.parametrize("missing", ["--heading", "--addressee"])
def test_without_a_terminal_a_missing_value_is_an_error_of_the_command_line(
    clerk: Clerk, missing: str
) -> None:
    given = {"--heading": "О чём", "--addressee": "Кому"}
    del given[missing]
    answer = clerk("register", "reserve", *(part for pair in given.items() for part in pair))
    assert (answer.status, missing in answer.err) == (2, True)
    assert clerk("register", "list", "--json").json == {"entries": []}


def test_the_day_decides_the_year_and_later_numbers_are_warned_of(clerk: Clerk) -> None:
    clerk(*TYPED, "--date", "09.01.2024")
    late = clerk(*TYPED, "--date", "29.12.2023")
    assert late.out.strip() == "01-16/219"
    assert "номера за 2024 год уже есть" in late.err
    assert clerk("register", "next", "--date", "09.01.2024").out.strip() == "01-16/2"


def test_a_date_before_the_last_one_is_warned_of(clerk: Clerk) -> None:
    clerk(*TYPED, "--date", "20.04.2023")
    assert (
        "раньше даты уже выданного номера, 20.04.2023" in clerk(*TYPED, "--date", "19.04.2023").err
    )
    assert clerk(*TYPED, "--date", "20.04.2023").err == ""


def test_a_number_that_a_file_bears_is_not_given_out(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    old = workspace / "letters/register.sqlite"
    clerk("register", "backup", "copy.sqlite")
    clerk(*TYPED, "--date", "19.04.2023")
    (workspace / "О летнем отдыхе.docx").write_bytes(b"text")
    assert clerk("register", "attach", "220", "О летнем отдыхе.docx", "--year", "2023").status == 0
    old.unlink()
    (workspace / "copy.sqlite").rename(old)
    answer = clerk(*TYPED, "--date", "19.04.2023")
    assert (answer.status, "01-16/220" in answer.err) == (3, True)
    verified = clerk("register", "verify", "--json")
    assert verified.status == 3
    assert [(fault["code"], fault["number"]) for fault in verified.json["faults"]] == [
        ("number-unregistered", "01-16/220")
    ]


def test_the_text_of_a_typed_letter_and_its_scan_are_taken_in(
    clerk: Clerk, workspace: Path
) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    for name in ("набрано.docx", "скан.pdf", "ещё скан.pdf"):
        (workspace / name).write_bytes(name.encode())
        assert clerk("register", "attach", "219", name, "--year", "2023").status == 0
    files = entry(clerk, "219")["files"]
    assert isinstance(files, list)
    assert [(file["role"], file["path"]) for file in files] == [
        ("document", "letters/2023/01-16_219 Письмо.docx"),
        ("scan", "letters/2023/01-16_219 Письмо скан 1.pdf"),
        ("scan", "letters/2023/01-16_219 Письмо скан 2.pdf"),
    ]
    for file in files:
        path = workspace / file["path"]
        assert file["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert not path.stat().st_mode & stat.S_IWUSR
    assert clerk("register", "verify").status == 0


def test_a_document_saved_in_word_after_its_issue_is_named_and_can_be_taken(
    clerk: Clerk, letter: Path
) -> None:
    letter.chmod(0o644)
    letter.write_bytes(letter.read_bytes() + b" ")
    faults = clerk("register", "verify", "--json").json["faults"]
    assert [fault["code"] for fault in faults] == ["file-changed"]
    assert "Сам журнал цел; изменён или пропал 1 файл" in clerk("register", "verify").out
    refused = clerk("register", "attach", "219", str(letter), "--year", "2023")
    assert (refused.status, "--reason" in refused.err) == (2, True)
    taken = clerk(
        "register", "attach", "219", str(letter), "--reason", "опечатка в слове", "--year", "2023"
    )
    assert taken.status == 0
    verified = clerk("register", "verify", "--json")
    assert (verified.status, verified.json["faults"]) == (0, [])
    assert "replaced-lost" in [note["code"] for note in verified.json["notes"]], (
        "Word kept no copy of the former text"
    )


def test_a_replaced_document_is_kept(clerk: Clerk, letter: Path, workspace: Path) -> None:
    before = letter.read_bytes()
    (workspace / "новое.docx").write_bytes(b"new")
    command = (
        "register",
        "attach",
        "219",
        "новое.docx",
        "--reason",
        "другая редакция текста",
        "--year",
        "2023",
    )
    assert clerk(*command).status == 0
    assert letter.read_bytes() == b"new"
    assert (workspace / "letters/2023/replaced" / letter.name).read_bytes() == before
    assert clerk("register", "verify", "--json").json == {
        **clerk("register", "verify", "--json").json,
        "ok": True,
        "faults": [],
    }


def test_only_documents_and_scans_are_attached(clerk: Clerk, letter: Path, workspace: Path) -> None:
    (workspace / "a.exe").write_bytes(b"")
    answer = clerk("register", "attach", "219", "a.exe", "--year", "2023")
    assert (answer.status, ".docx" in answer.err) == (1, True)
    assert clerk("register", "attach", "219", "нет.pdf", "--year", "2023").status == 1


def test_an_annulled_number_is_never_given_again(clerk: Clerk) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    answer = clerk(
        "register",
        "annul",
        "01-16/219",
        "--reason",
        "ошибка в адресате",
        "--json",
        "--year",
        "2023",
    )
    assert (answer.json["state"], answer.json["annulled_because"]) == (
        "annulled",
        "ошибка в адресате",
    )
    assert clerk(*TYPED, "--date", "19.04.2023").out.strip() == "01-16/220"
    again = clerk("register", "annul", "219", "--reason", "снова", "--year", "2023")
    assert (again.status, "аннулирован: ошибка в адресате" in again.err) == (1, True)


def test_annulling_needs_a_reason(clerk: Clerk) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    assert clerk("register", "annul", "219", "--year", "2023").status == 2
    assert clerk("register", "annul", "219", "--reason", " ", "--year", "2023").status == 2
    assert entry(clerk, "219")["state"] == "issued"


def test_a_letter_to_all_schools_is_sent_when_the_last_one_has_got_it(
    clerk: Clerk, letter: Path
) -> None:
    schools = [
        delivery["to"]
        for delivery in clerk("register", "list", "--json").json["entries"][0]["deliveries"]
    ]
    assert len(schools) == 22
    one = clerk(
        "register",
        "sent",
        "219",
        "--to",
        schools[0],
        "--way",
        "нарочным",
        "--on",
        "19.04.2023",
        "--year",
        "2023",
    )
    assert "1 из 22" in one.out
    shown = entry(clerk, "219")
    assert (shown["state"], shown["sent_at"]) == ("issued", None)
    assert clerk("register", "sent", "219", "--on", "20.04.2023", "--year", "2023").status == 0
    shown = entry(clerk, "219")
    deliveries = shown["deliveries"]
    assert isinstance(deliveries, list)
    assert (shown["state"], shown["sent_at"], len(deliveries)) == ("sent", "2023-04-20", 22)
    assert deliveries[0] == {"to": schools[0], "way": "нарочным", "on": "2023-04-19", "id": None}
    stranger = clerk("register", "sent", "219", "--to", "МКОУ «Генухская»", "--year", "2023")
    assert (stranger.status, "МКОУ «Генухская СОШ»" in stranger.err) == (1, True)


def test_what_was_recorded_already_is_recorded_once(clerk: Clerk, letter: Path) -> None:
    asked = (
        "register",
        "sent",
        "219",
        "--to",
        "МКОУ «Асахская СОШ»",
        "--to",
        "МКОУ «Асахская СОШ»",
    )
    for command in (asked, asked, ("register", "sent", "219"), ("register", "sent", "219")):
        assert clerk(*command).status == 0
    shown = clerk("register", "show", "219", "--json").json
    assert (len(shown["deliveries"]), shown["state"]) == (22, "sent")
    assert [event["what"] for event in shown["events"]].count("sent") == 2
    for _ in range(2):
        clerk("register", "acquainted", "219", "Гусейнов А.А.", "Гусейнов А.А.")
    assert len(clerk("register", "show", "219", "--json").json["acquainted"]) == 1


def test_two_scans_attached_at_once_are_both_kept(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    scans = [workspace / f"{number}.pdf" for number in range(4)]
    for number, scan in enumerate(scans):
        scan.write_bytes(b"scan %d" % number)
    command = [sys.executable, "-m", "letters_gen", "register", "attach", "219"]
    runs = [
        subprocess.Popen([*command, str(scan)], cwd=workspace, stderr=subprocess.DEVNULL)
        for scan in scans
    ]
    assert [run.wait() for run in runs] == [0] * len(scans)
    files = clerk("register", "show", "219", "--json").json["files"]
    assert sum(file["role"] == "scan" for file in files) == len(scans)
    assert clerk("register", "verify").status == 0


@pytest.mark.parametrize("option", ["--heading", "--addressee"])
def test_a_blank_value_is_a_missing_one(clerk: Clerk, option: str) -> None:
    answer = clerk("register", "reserve", "--heading", "О", "--addressee", "К", option, "  ")
    assert (answer.status, option in answer.err) == (2, True)


def test_next_shows_no_number_that_a_file_bears(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    (workspace / "letters/register.sqlite").unlink()
    answer = clerk("register", "next", "--date", "19.04.2023", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (3, "number-borne")


def test_who_was_acquainted_is_recorded(clerk: Clerk) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    clerk(
        "register",
        "acquainted",
        "219",
        "Исаев М.Г.",
        "Алиева З.М.",
        "--on",
        "21.04.2023",
        "--year",
        "2023",
    )
    assert entry(clerk, "219")["acquainted"] == [
        {"name": "Исаев М.Г.", "on": "2023-04-21"},
        {"name": "Алиева З.М.", "on": "2023-04-21"},
    ]


def test_show_tells_why_each_school_is_named(clerk: Clerk, letter: Path) -> None:
    out = clerk("register", "show", "219", "--year", "2023").out
    assert (
        "МКОУ «Берихинская ООШ»: Доля зарегистрированных: 0% (0 / 33), требуется: не менее 100%"
        in out
    )
    assert "(Мониторинг!H107, Мониторинг!G107)" in out
    assert "100% − «Написали более трёх сообщений» / «Зарегистрировано» = 100% − 325 / 325" in out
    assert [event["what"] for event in entry(clerk, "219")["events"]] == ["reserved", "issued"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (("find", "летнем"), ["01-16/220", "01-16/1"]),
        (("find", "ЛЕТНЕМ", "--year", "2024"), ["01-16/1"]),
        (("find", "магомедова"), ["01-16/219", "01-16/220", "01-16/1"]),
        (("list", "--type", "weekly"), ["01-16/219"]),
        (("list", "--state", "annulled"), ["01-16/220"]),
        (("list", "--from", "19.04.2023", "--to", "31.12.2023"), ["01-16/220"]),
        (("list", "--series", "orders"), []),
        (("list", "--year", "2024"), ["01-16/1"]),
    ],
)
def test_entries_are_found_by_what_is_known_of_them(
    clerk: Clerk, letter: Path, filters: tuple[str, ...], numbers: list[str]
) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    clerk("register", "annul", "220", "--reason", "ошибка", "--year", "2023")
    clerk(*TYPED, "--date", "09.01.2024")
    found = clerk("register", *filters, "--json").json["entries"]
    assert [entry["number"] for entry in found] == numbers


def test_a_number_of_two_years_is_asked_about(clerk: Clerk) -> None:
    clerk(*TYPED, "--date", "09.01.2024")
    clerk(*TYPED, "--date", "09.01.2025")
    answer = clerk("register", "show", "1")
    assert (answer.status, "09.01.2024" in answer.err, "--year" in answer.err) == (1, True, True)
    assert clerk("register", "show", "1", "--year", "2025", "--json").json["year"] == 2025
    assert clerk("register", "show", "77").status == 1


def test_a_week_issued_by_hand_twice_says_its_number(clerk: Clerk, letter: Path) -> None:
    clerk("register", "annul", "219", "--reason", "отозвано", "--year", "2023")
    answer = clerk(*PRINTED_WEEK)
    assert (answer.status, "--new-edition" in answer.out + answer.err) == (0, True)
    assert clerk("register", "next", "--date", "19.04.2023").out.strip() == "01-16/220"
