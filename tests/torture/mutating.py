"""What is done to spreadsheets to see whether they still come to right facts, a question or a
refusal.
"""

from __future__ import annotations

import random
import sys
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

CORPUS = Path(__file__).parents[1] / "spreadsheets"
sys.path.insert(0, str(Path(__file__).parents[1]))

from spreadsheets import week  # noqa: E402
from spreadsheets.binary import write_xlsb  # noqa: E402
from spreadsheets.by_hand import as_csv  # noqa: E402
from spreadsheets.by_openpyxl import filled  # noqa: E402
from spreadsheets.packages_by_hand import Package  # noqa: E402

Table = list[list[week.Cell]]
_HEADER = week.ABOVE - 1


@dataclass(frozen=True)
class Mutant:
    """A changed spreadsheet.

    Attributes:
        told: what was done, and to what.
        keeps_truth: whether other facts than the week's are a fault; where a value itself may have
            been changed, only a crash is.
    """

    name: str
    content: bytes
    told: str
    keeps_truth: bool


def mutant_of_bytes(file: Path, chance: random.Random) -> Mutant:
    """A file of the corpus with bytes changed, cut or doubled. What a checksum guards keeps its
    truth; else a digit may have become another.
    """
    content = bytearray(file.read_bytes())
    what = chance.choice((_flip, _flip, _flip, _cut, _double))
    what(content, chance)
    is_guarded = content.startswith(b"PK")
    return Mutant(file.name, bytes(content), f"{what.__name__} {file.name}", is_guarded)


def mutant_of_member(file: Path, chance: random.Random) -> Mutant:
    """A zipped file with bytes of one member changed, its checksum made to fit."""
    changed = BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        telling = [name for name in names if "sheet1" in name or "book" in name]
        chosen = chance.choice(telling or names)
        for name in names:
            content = bytearray(old.read(name))
            if name == chosen:
                chance.choice((_flip, _flip, _cut, _double))(content, chance)
            new.writestr(name, bytes(content))
    return Mutant(file.name, changed.getvalue(), f"member {chosen} of {file.name}", False)


def _flip(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        if content:
            content[chance.randrange(len(content))] = chance.randrange(256)


def _cut(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content) + 1)
    del content[start : start + chance.choice((1, 8, 100, len(content)))]


def _double(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content) + 1)
    content[start:start] = content[start : start + chance.choice((1, 8, 100, 1000))]


def mutant_of_table(folder: Path, chance: random.Random) -> Mutant:
    """The week's table changed so that its facts stay what they are, or are asked about; by any of
    four writers.
    """
    table = week.rows()
    done = []
    for change in chance.sample(_CHANGES, chance.choice((1, 1, 2))):
        table = change(table, chance)
        done.append(change.__name__.strip("_"))
    name, write = chance.choice(_WRITERS)
    path = folder / name
    write(path, table)
    return Mutant(name, path.read_bytes(), f"{' and '.join(done)}, {name}", True)


def _rows_in_another_order(table: Table, chance: random.Random) -> Table:
    below = table[week.ABOVE :]
    chance.shuffle(below)
    return table[: week.ABOVE] + below


def _columns_in_another_order(table: Table, chance: random.Random) -> Table:
    order = list(range(len(table[0])))
    chance.shuffle(order)
    return table[:_HEADER] + [[row[column] for column in order] for row in table[_HEADER:]]


def _an_empty_row(table: Table, chance: random.Random) -> Table:
    place = chance.randrange(len(table) + 1)
    return [*table[:place], [None] * len(table[0]), *table[place:]]


def _an_empty_column(table: Table, chance: random.Random) -> Table:
    place = chance.randrange(len(table[0]) + 1)
    return [[*row[:place], None, *row[place:]] for row in table]


def _everything_further_in(table: Table, chance: random.Random) -> Table:
    down, right = chance.randrange(20), chance.randrange(6)
    width = right + len(table[0])
    return [[None] * width for _ in range(down)] + [[None] * right + row for row in table]


def _the_header_again(table: Table, chance: random.Random) -> Table:
    place = chance.randrange(week.ABOVE + 1, len(table))
    return [*table[:place], list(table[_HEADER]), *table[place:]]


def _numbers_as_text(table: Table, chance: random.Random) -> Table:
    column = chance.randrange(len(table[0]))
    return [[*row[:column], _text(row[column]), *row[column + 1 :]] for row in table]


def _text(cell: week.Cell) -> week.Cell:
    return cell if cell is None else str(cell)


# A column of counts, the ИНН or the names, against the others by a row.
_SHIFTED = (
    "ИНН",
    "Наименование образовательной организации",
    "Всего по штату",
    "Зарегистрировано",
    "Написали более 3 сообщений в чатах",
)


def _a_column_shifted(table: Table, chance: random.Random) -> Table:
    """By one row; what stands last comes first. Another change may have moved the header."""
    heading = chance.choice(_SHIFTED)
    top = next(row for row, cells in enumerate(table) if heading in cells)
    column = table[top].index(heading)
    below = [row[column] for row in table[top + 1 :]]
    by = chance.choice((1, -1))
    moved = below[-by:] + below[:-by]
    return table[: top + 1] + [
        [*row[:column], cell, *row[column + 1 :]]
        for row, cell in zip(table[top + 1 :], moved, strict=True)
    ]


def _two_headings_swapped_with_their_columns(table: Table, chance: random.Random) -> Table:
    one, other = chance.sample(range(len(table[0])), 2)
    changed = [list(row) for row in table]
    for row in changed[_HEADER:]:
        row[one], row[other] = row[other], row[one]
    return changed


_CHANGES: Sequence[Callable[[Table, random.Random], Table]] = (
    _rows_in_another_order,
    _columns_in_another_order,
    _an_empty_row,
    _an_empty_column,
    _everything_further_in,
    _the_header_again,
    _numbers_as_text,
    _a_column_shifted,
    _two_headings_swapped_with_their_columns,
)


def _openpyxl(path: Path, table: Table) -> None:
    filled(table)[0].save(path)


def _package(path: Path, table: Table) -> None:
    Package(table=table, prefix="x", addressed=False).write(path)


def _csv(path: Path, table: Table) -> None:
    path.write_bytes(as_csv(";", ".", table).encode("cp1251"))


_WRITERS: Sequence[tuple[str, Callable[[Path, Table], None]]] = (
    ("неделя.xlsx", _openpyxl),
    ("выгрузка.xlsx", _package),
    ("двоичная.xlsb", write_xlsb),
    ("текст.csv", _csv),
)
