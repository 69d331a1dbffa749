"""Finding: parts of words in any spelling, by an index that may be lost; and the newest entries."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from clerk import TYPED, Clerk
from hypothesis import given, settings
from hypothesis import strategies as st
from register_making import NOW, PLACE, SHARED, draft, file_register, reserve
from sqlalchemy import text

from letters_gen.model.folding import folded
from letters_gen.model.statement import SharedStatement
from letters_gen.register.book import Register
from letters_gen.register.search import words_of
from letters_gen.register.wanted import Wanted

ALPHABET = st.sampled_from('абвё АБВ«»"%_\\\t№-.1ß')
WORDS = st.text(ALPHABET, max_size=8)


def found(register: Register, part: str) -> list[int]:
    return [entry.seq for entry in register.entries(Wanted(text=part))]


def found_by_reading(register: Register, part: str) -> list[int]:
    """What a look at every entry finds."""
    return [entry.seq for entry in register.entries() if folded(part) in words_of(entry)]


def in_headings(register: Register, headings: list[str]) -> None:
    """Enter a typed letter for each of `headings`."""
    with register.writing(NOW) as writer:
        for heading in headings:
            writer.reserve_typed(PLACE, SharedStatement(heading=heading), f"Кому: {heading}")


@settings(max_examples=60, deadline=None)
@given(headings=st.lists(WORDS, min_size=1, max_size=6), part=WORDS)
def test_finding_by_the_index_finds_what_reading_everything_finds(
    tmp_path_factory: pytest.TempPathFactory, headings: list[str], part: str
) -> None:
    register = file_register(tmp_path_factory.mktemp("r"))
    in_headings(register, headings)
    assert found(register, part) == found_by_reading(register, part)
    register.close()


@pytest.mark.parametrize("part", ["смотр", "СМОТР", "мотре песни", "о", "ёж", "50%", "а_б", "\\"])
def test_parts_of_words_are_found_on_both_databases(register: Register, part: str) -> None:
    in_headings(register, ["О смотре песни", "Об отдыхе", "Ежи и 50% скидок", "а_б \\ в", "аxб"])
    assert found(register, part) == found_by_reading(register, part)
    assert found(register, part)


def test_what_a_correction_or_an_annulment_changes_is_found_anew(register: Register) -> None:
    [entry] = reserve(register, [draft("Генухская СОШ")])
    with register.writing(NOW) as writer:
        writer.revise(SharedStatement(heading="О пересмотре"), [draft("Генухская СОШ")])
    assert (found(register, "пересмотр"), found(register, SHARED.heading)) == ([219], [])
    with register.writing(NOW) as writer:
        writer.annul([entry.key], "испорчен бланк")
    assert found(register, "порчен бл") == [219]


def test_a_school_is_found_by_part_of_its_name_alone(register: Register) -> None:
    reserve(register, [draft("МКОУ «Генухская СОШ»"), draft("МКОУ «Берихинская СОШ»")])
    in_headings(register, ["О Генухской школе: генухская"])
    schools = [entry.school for entry in register.entries(Wanted(school="генухская"))]
    assert schools == ["МКОУ «Генухская СОШ»"]


def test_the_newest_are_shown_and_all_are_counted(register: Register) -> None:
    in_headings(register, [f"№ {number}" for number in range(5)])
    newest, total = register.newest(Wanted(), 2)
    assert ([entry.seq for entry in newest], total) == ([222, 223], 5)


def lose(path: Path, *statements: str) -> None:
    """Change the file as somebody with it in his hands could."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    "statements",
    [
        ("DROP TABLE search",),
        ("DROP TRIGGER search_follows",),
        ("DELETE FROM search_docsize",),
    ],
)
def test_an_index_that_was_lost_is_made_again_or_done_without(
    tmp_path: Path, statements: tuple[str, ...]
) -> None:
    register = file_register(tmp_path)
    in_headings(register, ["О смотре", "Об отдыхе"])
    register.close()
    lose(register.database.path, *statements)  # type: ignore[attr-defined]
    assert found(register, "смотр") == [219]
    in_headings(register, ["О пересмотре"])
    assert found(register, "смотр") == [219, 221]
    register.close()


def test_verify_makes_words_anew_that_were_changed_by_hand(clerk: Clerk, workspace: Path) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    path = workspace / "letters/register.sqlite"
    lose(path, "UPDATE entries SET words = 'чужие слова'")
    assert clerk("register", "find", "летнем", "--json").json["entries"] == []
    report = clerk("register", "verify", "--json")
    assert (report.status, [note["code"] for note in report.json["notes"]][-1]) == (
        0,
        "search-mended",
    )
    assert len(clerk("register", "find", "летнем", "--json").json["entries"]) == 1


def test_a_server_that_refuses_the_extension_is_read_without_an_index(
    register: Register,
) -> None:
    if not register.is_shared:
        with register.database.engine.connect() as connection:
            assert connection.execute(text("SELECT count(*) FROM search_docsize")).scalar() == 0
        return
    with register.database.writing("") as connection:
        connection.execute(text("DROP INDEX IF EXISTS entries_by_words"))
    in_headings(register, ["О смотре", "Об отдыхе"])
    assert found(register, "смотр") == [219]


def test_a_terminal_shows_the_newest_hundred_and_all_of_them_when_asked(
    clerk: Clerk, workspace: Path
) -> None:
    clerk(*TYPED, "--date", "19.04.2023", "--count", "101")
    shown = clerk("register", "list")
    assert "01-16/219 " not in shown.out
    assert "Показаны последние 100 из 101" in shown.out
    everything = clerk("register", "list", "--all").out
    assert all(f"01-16/{number} " in everything for number in (219, 319))
    assert len(clerk("register", "list", "--json").json["entries"]) == 101


def test_a_countrys_batch_is_found_before_it_is_indexed_and_after(register: Register) -> None:
    with register.writing(NOW) as writer:
        writer.reserve(PLACE, SHARED, [draft(f"Школа {number}") for number in range(10_001)])
    assert found(register, "школа 10000") == [10_219]
    reserve(register, [draft("Лицей")])
    assert found(register, "школа 10000") == [10_219]
    assert found(register, "лицей") == [10_220]


@pytest.mark.parametrize("part", ["Руководителю МКОУ «Школа", "РУКОВОДИТЕЛЮ мкоу", "школе № 1"])
def test_a_part_may_go_from_the_addressee_into_the_schools_name(
    register: Register, part: str
) -> None:
    one = replace(draft("МКОУ «Школа № 1»"), addressee="Руководителю", school="МКОУ «Школа № 1»")
    reserve(register, [one])
    assert found(register, part) == ([] if part.startswith("школе") else [219])
