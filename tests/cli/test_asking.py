"""Questions on a real terminal."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pexpect
from clerk import SHEET
from processes import HANGS, PROGRAM

QUESTION = "Взять номер 01-16/219 и выпустить"


def heeds_interrupts() -> None:
    """Ctrl-C reaches the child even where the tests run in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def typed(workspace: Path, answers: list[tuple[str, str]], *arguments: str) -> tuple[int, str]:
    """Run a command on a terminal and type each answer once its question is shown; its status and
    what was shown.
    """
    command = [*PROGRAM[1:], *arguments]
    child = pexpect.spawn(
        PROGRAM[0],
        command,
        cwd=str(workspace),
        encoding="utf-8",
        timeout=HANGS,
        dimensions=(40, 100),
        preexec_fn=heeds_interrupts,
    )
    shown = ""
    for question, answer in answers:
        child.expect_exact(question)
        shown += child.before + child.after
        child.send(answer)
    child.expect(pexpect.EOF)
    shown += child.before
    child.close()
    return child.exitstatus, shown


def test_the_question_stands_before_the_number_and_yes_issues(workspace: Path) -> None:
    status, shown = typed(workspace, [(QUESTION, "да\r")], "weekly", SHEET, "--date", "18.04.2023")
    assert status == 0
    assert shown.index("кому: Руководителям ОО") < shown.index(QUESTION)
    assert "Выпущено 01-16/219" in shown


def test_no_issues_nothing(workspace: Path) -> None:
    for answer in ("нет\r", "\r"):
        status, shown = typed(
            workspace, [(QUESTION, answer)], "weekly", SHEET, "--date", "18.04.2023"
        )
        assert (status, "Ничего не выпущено" in shown) == (0, True)
    assert not (workspace / "letters").exists()


def test_a_missing_basis_is_asked_for_and_kept_whatever_is_answered_then(workspace: Path) -> None:
    sidecar = workspace / "data/monitoring/2023-04-14.toml"
    sidecar.unlink()
    answers = [
        ("От кого", "Министерство просвещения РФ\r"),
        ("Его номер", "06-1\r"),
        ("Его дата", "вчера\r"),
        ("Его дата", "17.04.2023\r"),
        (QUESTION, "нет\r"),
    ]
    status, shown = typed(workspace, answers, "weekly", SHEET, "--date", "18.04.2023")
    assert status == 0, shown
    assert "2023-04-14.xlsx" in shown
    assert "не дата" in shown
    kept = sidecar.read_text(encoding="utf-8")
    assert 'author = "Министерство просвещения РФ"' in kept
    assert "date = 2023-04-17" in kept


def test_what_is_told_of_a_sheet_from_elsewhere_is_kept_with_the_sheet_itself(
    workspace: Path, tmp_path: Path
) -> None:
    monitoring = workspace / "data/monitoring"
    elsewhere = shutil.move(workspace / SHEET, tmp_path / "от министерства.xlsx")
    (monitoring / "2023-04-14.toml").unlink()
    told = [("От кого", "Министерство\r"), ("Его номер", "06-1\r"), ("Его дата", "17.04.2023\r")]
    for answer, kept in (("нет\r", []), ("да\r", ["2023-04-14.toml", "2023-04-14.xlsx"])):
        command = ("weekly", str(elsewhere), "--date", "18.04.2023")
        status, shown = typed(workspace, [*told, (QUESTION, answer)], *command)
        assert status == 0, shown
        assert sorted(path.name for path in monitoring.glob("2023-04-14*")) == kept


def test_interrupted_at_the_question_ends_with_130(workspace: Path) -> None:
    status, _ = typed(workspace, [(QUESTION, "\x03")], "weekly", SHEET, "--date", "18.04.2023")
    assert status == 130
    assert not (workspace / "letters").exists()


def test_what_is_doubtful_is_asked_once_and_kept_in_the_directory(workspace: Path) -> None:
    directory = workspace / "data/schools.csv"
    text = directory.read_text(encoding="utf-8-sig")
    directory.write_text(
        text.replace("Муса Ибрагим Мусаевич", "Топчий Ибрагим Мусаевич"), encoding="utf-8-sig"
    )
    command = ("notices", SHEET, "--date", "18.04.2023")
    status, shown = typed(
        workspace, [("Номер или верная форма", "2\r"), ("выпустить", "д\r")], *command
    )
    assert status == 0, shown
    heading, *lines = directory.read_text(encoding="utf-8-sig").splitlines()
    assert heading.endswith(";Руководитель (дат.)")
    [line] = [line for line in lines if "Топчий" in line]
    kept = line.rpartition(";")[2]
    assert kept.endswith("Ибрагиму Мусаевичу")
    assert any(
        f"Заведующему МКОУ «Цехокская НОШ» {kept.split()[0]} И.М." in one
        for one in shown.splitlines()
    )
    status, shown = typed(workspace, [], *command)
    assert (status, "Номер или верная форма" in shown) == (0, False)
