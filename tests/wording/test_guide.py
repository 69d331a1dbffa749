"""The guide names messages and commands as they are."""

from __future__ import annotations

import re
from pathlib import Path

import catalogue
import click
import pytest
from clerk import ROOT

from letters_gen.cli.program import program
from letters_gen.office import settings_file
from letters_gen.office.settings_file import Table

DOCS = ROOT / "docs"
PAGES = (
    *("guide.md", "page.md", "installing.md", "week.md", "messages.md", "own-kind.md"),
    "settings.md",
)
GAP = "…"


def heads(page: Path) -> list[str]:
    """The messages that a page explains: its headings of the third level."""
    return re.findall(r"(?m)^### (.+)$", page.read_text(encoding="utf-8"))


def translations() -> set[str]:
    """Every Russian message, with a sign for what it is filled with; what is left empty where
    there is nothing to say is left out.
    """
    told = (str(message.string) for message in catalogue.kept() if message.id)
    return {re.sub(r"\{\w+\}", GAP, text.replace("{nearest}", "")) for text in told}


def test_the_twenty_commonest_messages_stand_in_the_catalogue_word_for_word() -> None:
    told = heads(DOCS / "messages.md")
    assert len(told) == 20
    assert [text for text in told if text not in translations()] == []


def known_options(command: click.Command) -> set[str]:
    return {name for option in command.params for name in (*option.opts, *option.secondary_opts)}


def all_commands(command: click.Command) -> list[click.Command]:
    """A command, and those under it."""
    under = command.commands.values() if isinstance(command, click.Group) else ()
    return [command, *(one for inner in under for one in all_commands(inner))]


@pytest.mark.parametrize("page", PAGES)
def test_pages_name_options_that_there_are(page: str) -> None:
    known = {name for command in all_commands(program) for name in known_options(command)}
    others = {"--upgrade", "--no-index", "--find-links", "--no-deps", "--version", "--help"}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", (DOCS / page).read_text(encoding="utf-8")))
    assert named <= known | others


def test_every_option_is_explained_somewhere() -> None:
    told = "".join((DOCS / page).read_text(encoding="utf-8") for page in PAGES)
    known = {name for command in all_commands(program) for name in known_options(command)}
    others = {"--help", "--lang", "--json"}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", told))
    assert {name for name in known if name.startswith("--")} - named - others == set()


def test_every_key_of_the_settings_is_explained() -> None:
    told = "".join((DOCS / page).read_text(encoding="utf-8") for page in PAGES)
    quoted = re.findall(r"`([^`\n]+)`", re.sub(r"(?s)```.*?```", "", told))
    tables = [one for one in vars(settings_file).values() if isinstance(one, type(Table))]
    fields = [field for table in tables for field in table.model_fields.items()]
    keys = {field.alias or name for name, field in fields}
    # `scope` is what older files say; what `[…]` names are tables.
    assert keys - set(re.findall(r"[a-z_]+", " ".join(quoted))) == {"scope"}


def anchors(page: Path) -> set[str]:
    """What a heading of a page is linked to by."""
    heads = re.findall(r"(?m)^#+ (.+)$", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", [*PAGES, "../README.md", "ARCHITECTURE.md"])
def test_links_between_pages_lead_somewhere(page: str) -> None:
    here = DOCS / page
    text = here.read_text(encoding="utf-8")
    for target, anchor in re.findall(r"\]\(([^)#:]*)(?:#([^)]+))?\)", text):
        there = here.parent / target if target else here
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), (target, anchor)


def test_the_commands_of_a_week_are_commands() -> None:
    rows = re.findall(r"(?m)^\|.*?\|.*?\| `([a-z ]+)", (DOCS / "week.md").read_text("utf-8"))
    assert len(rows) > 10
    for row in rows:
        command: click.Command = program
        for word in row.split():
            if not isinstance(command, click.Group):
                break
            assert word in command.commands, row
            command = command.commands[word]
