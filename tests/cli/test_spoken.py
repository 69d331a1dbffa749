"""Nothing English, and no inner name, on a Russian screen."""

from __future__ import annotations

import gettext
import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from clerk import SHEET, Clerk, reserve
from edits import change_settings

from letters_gen.cli.program import program
from letters_gen.wording.language import CATALOGUES, DOMAIN

# What a clerk types, or knows by these letters: programs, kinds of files, values of options.
KNOWN = {
    *("letters", "gen", "Excel", "Word", "LibreOffice", "Dask", "JSON", "CSV", "UTF", "PDF", "MAX"),
    *("sferum", "max", "ru", "en", "docxtpl", "TOML", "PostgreSQL", "mail", "envelope", "QR"),
}
# Options, tables and keys of letters.toml, files and their folders, numbers and addresses.
TYPED = re.compile(
    r"(?<![\w-])--?[a-z][a-z-]*|\[[a-z_.]+\]|(?<!\w)\.[a-z]+|\bid\b|[\w./-]*\.(?:toml|csv|xlsx|docx|sqlite|md|id)\b"
    r"|(?:templates|letters|data)/[\w/…-]*|\w+://\S+|`[^`]*`"
)
LATIN = re.compile(r"[A-Za-z]{2,}")


def foreign(text: str) -> set[str]:
    """The Latin words of a text that a clerk doesn't type."""
    return set(LATIN.findall(TYPED.sub(" ", text))) - KNOWN


def commands(
    command: click.Command = program, name: str = "letters-gen"
) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for below, one in command.commands.items():
            yield from commands(one, f"{name} {below}")


@pytest.fixture(autouse=True)
def click_speaks_russian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "ru")
    monkeypatch.setattr(gettext, "_current_domain", DOMAIN)
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))


COMMANDS = {word for path, _ in commands() for word in re.findall("[a-z]+", path)}


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=lambda one: str(one)[:40])
def test_no_help_speaks_english(name: str, command: click.Command) -> None:
    # Click keeps the option that another test has made before the language was known.
    command._help_option = None
    shown = command.get_help(click.Context(command, info_name=name))
    if command is program:  # click words its version option when the modules are imported
        shown = shown.replace("Show the version and exit.", "")
    assert foreign(shown) - COMMANDS == set(), shown


@pytest.mark.parametrize("group", [(), ("register",), ("template",)])
def test_a_help_tells_each_command_in_a_whole_sentence(
    clerk: Clerk, group: tuple[str, ...]
) -> None:
    shown = clerk(*group, "--help").out
    listed = shown.partition("Команды:")[2]
    assert "..." not in listed
    assert len(re.findall(r"(?m)^  \S.*", listed)) == len(re.findall(r"\.(?=\n)", listed))


def test_the_help_lists_commands_in_the_order_of_a_week(clerk: Clerk) -> None:
    names = re.findall(r"(?m)^  ([a-z]+) ", clerk("--help").out.partition("Команды:")[2])
    wanted = ["init", "check", "weekly", "notices", "print", "send", "register"]
    assert [name for name in names if name in wanted] == wanted


@pytest.mark.parametrize(
    ("option", "typed"), [("-q", "-q"), ("-w", "-w ПАПКА"), ("--lang", "--lang [ru|en]")]
)
def test_an_option_of_the_program_behind_a_command_is_told_its_place(
    clerk: Clerk, option: str, typed: str
) -> None:
    answer = clerk("register", "list", option, "ru")
    assert answer.status == 2
    assert f"→ {option} стоит перед командой: letters-gen {typed} register list" in answer.err
    assert "перед командой" not in clerk("register", "list", "--nothing").err


@pytest.mark.parametrize(
    "arguments",
    [
        "nothing",
        "weekly --nothing",
        "weekly --date 45",
        "weekly --period 45",
        "weekly --date",
        "weekly нет.xlsx",
        "weekly templates/weekly.docx",
        "issue",
        "issue нет",
        "register show",
        "register show 999",
        "register list --state x",
        "register list --year x",
        "register reserve",
        "register reserve --count 0",
        "register reserve --series x --heading О --addressee Кому",
        "register sent",
        "register sent 219",
        "register attach 219 нет.pdf",
        "register attach 219 letters.toml",
        "register acquainted 219 Исаев --by x",
        "register export нет.pdf",
        "register export --journal x",
        "register import data/schools.csv",
        "register restore letters.toml",
        "decline",
        "decline --sex x Исаев",
        "template new",
        "template check нет.docx",
        "init --sample x",
        "print",
    ],
)
def test_no_error_speaks_english(clerk: Clerk, workspace: Path, arguments: str) -> None:
    reserve(clerk)
    answer = clerk(*arguments.split())
    typed = set(LATIN.findall(arguments))
    assert answer.status != 0
    settings = tomllib.loads((workspace / "letters.toml").read_text(encoding="utf-8"))
    typed |= {*settings["types"], *settings["series"], *COMMANDS}
    assert foreign(answer.err) - typed == set(), answer.err


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('index = "01-16"', "index = 1"),
        ('index = "01-16"', 'index = {index = "01-16"}'),
        ('index = "01-16"', 'index = ["01-16"'),
        ('index = "01-16"', "index = 01-16"),
        ('index = "01-16"', 'index = "01-16'),
        ('index = "01-16"', 'index = "01-16"\nindex = "01-17"'),
        ('id = "', 'id = "Ц '),
        ('okpo = "', 'okpo = "x'),
    ],
)
def test_no_fault_of_the_settings_speaks_english(
    clerk: Clerk, workspace: Path, old: str, new: str
) -> None:
    change_settings(workspace, old, new)
    answer = clerk("register", "next")
    inner = {"series", "outgoing", "index", "office", "id", "okpo", "uompsit"}
    assert (answer.status, foreign(answer.err) - inner) == (1, set()), answer.err


@pytest.mark.parametrize("content", [b"", b"nothing" * 2000, b"SQLite format 3\x00" + b"x" * 9000])
def test_no_damage_of_the_register_speaks_english(
    clerk: Clerk, letter: Path, workspace: Path, content: bytes
) -> None:
    for path in (workspace / "letters").glob("register.sqlite-*"):
        path.unlink()
    (workspace / "letters/register.sqlite").write_bytes(content)
    answer = clerk("register", "list")
    assert (answer.status, foreign(answer.err)) == (3, set()), answer.err


def test_an_account_of_numbers_names_the_journal_and_its_index(clerk: Clerk, letter: Path) -> None:
    assert clerk("register", "verify").out.startswith("исходящие 01-16, 2023: 219–219: 1 выпущен,")


def test_words_are_taken_for_the_values_that_they_name(clerk: Clerk, letter: Path) -> None:
    for state in ("issued", "выпущен", "Выпущен"):
        assert "01-16/219" in clerk("register", "list", "--state", state).out
    shown = clerk("register", "export", "журнал.csv", "--journal", "исходящие")
    assert shown.status == 0, shown.err


def test_a_missing_column_is_told_by_its_heading(clerk: Clerk, workspace: Path) -> None:
    shutil.copy(workspace / "data/schools.csv", workspace / "лист.csv")
    answer = clerk("check", "лист.csv")
    assert answer.status == 1
    assert SHEET not in answer.err
    assert "«Зарегистрировано" in answer.err or "заголов" in answer.err
