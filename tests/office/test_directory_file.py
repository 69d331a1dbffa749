"""Answers go into their cells of the directory, and nothing else of the file changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters_gen.errors import InputError
from letters_gen.facts.schools import read_directory
from letters_gen.model.question import DirectoryCell
from letters_gen.office.directory_file import keep_in_cell

HEADING = "ИНН;Заметки;Краткое наименование;Руководитель;Пол"
LINES = [
    '0538031006;"а ""б"";в";МКОУ «Асахская СОШ»;Гаджи Муртазали Ахмедович;',
    "0538031077;;МКОУ «Вторая»;Ким;м",
]
DATIVE = ("head", "dative")


def written(path: Path, text: str, encoding: str = "utf-8-sig") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1251"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_an_answer_changes_its_own_cell_only(tmp_path: Path, encoding: str, end: str) -> None:
    path = written(tmp_path / "schools.csv", end.join([HEADING, *LINES, ""]), encoding)
    keep_in_cell(path, DirectoryCell(2, "sex", "МКОУ «Асахская СОШ»"), "м")
    assert path.read_bytes().decode(encoding) == end.join([HEADING, LINES[0] + "м", LINES[1], ""])


def test_a_column_that_isnt_there_is_put_behind_the_others(tmp_path: Path) -> None:
    path = written(tmp_path / "schools.csv", "\n".join([HEADING, *LINES]))
    keep_in_cell(path, DirectoryCell(3, DATIVE, "МКОУ «Вторая»"), "Киму")
    heading, first, second = path.read_text(encoding="utf-8-sig").split("\n")
    assert (heading, first, second) == (
        f"{HEADING};Руководитель (дат.)",
        LINES[0],
        f"{LINES[1]};Киму",
    )
    school = read_directory(path).schools[1]
    assert school.forms == {DATIVE: "Киму"}


def test_an_answer_with_a_delimiter_is_quoted_and_read_back(tmp_path: Path) -> None:
    path = written(tmp_path / "schools.csv", "\n".join([HEADING, *LINES]))
    keep_in_cell(path, DirectoryCell(3, DATIVE, "МКОУ «Вторая»"), 'Киму; "Киму"')
    assert read_directory(path).schools[1].forms[DATIVE] == 'Киму; "Киму"'


@pytest.mark.parametrize("mark", [".~lock.schools.csv#", "~$schools.csv"])
def test_a_directory_open_in_a_spreadsheet_program_is_left_alone(tmp_path: Path, mark: str) -> None:
    path = written(tmp_path / "schools.csv", "\n".join([HEADING, *LINES]))
    before = path.read_bytes()
    (tmp_path / mark).touch()
    with pytest.raises(InputError, match="file-open"):
        keep_in_cell(path, DirectoryCell(2, "sex", "МКОУ «Асахская СОШ»"), "м")
    assert path.read_bytes() == before


def test_a_directory_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = written(tmp_path / "schools.csv", "\n".join([HEADING, *reversed(LINES)]))
    with pytest.raises(InputError, match="directory-changed"):
        keep_in_cell(path, DirectoryCell(2, "sex", "МКОУ «Асахская СОШ»"), "м")


def test_a_letter_that_cp1251_lacks_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    path = written(tmp_path / "schools.csv", "\n".join([HEADING, *LINES]), "cp1251")
    before = path.read_bytes()
    with pytest.raises(InputError, match="directory-encoding"):
        keep_in_cell(path, DirectoryCell(2, DATIVE, "МКОУ «Асахская СОШ»"), "МухӀамаду")
    assert path.read_bytes() == before


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n\ufeff"), max_size=8)


@given(notes=st.lists(CELLS, min_size=1, max_size=5), answer=CELLS.filter(str.strip))
def test_any_other_cells_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, notes: list[str], answer: str
) -> None:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    rows = [f"0538031006;{quoted(note)};Школа {number};;" for number, note in enumerate(notes)]
    path = written(tmp_path_factory.mktemp("d") / "schools.csv", "\n".join([HEADING, *rows]))
    keep_in_cell(path, DirectoryCell(2, "head", "Школа 0"), answer)
    after = path.read_text(encoding="utf-8-sig").split("\n")
    assert after[2:] == rows[1:]
    assert after[1].startswith(f"0538031006;{quoted(notes[0])};Школа 0;")


def test_a_school_without_a_short_name_is_known_by_its_full_one(tmp_path: Path) -> None:
    heading = "ИНН;Краткое наименование;Полное наименование;Руководитель;Пол"
    path = written(tmp_path / "schools.csv", f"{heading}\n0538031006;;Асахская школа;Ким;\n")
    keep_in_cell(path, DirectoryCell(2, "sex", "Асахская школа"), "м")
    assert path.read_text(encoding="utf-8-sig").endswith("Асахская школа;Ким;м\n")
