"""A paper journal kept in Excel -> the entries that the register takes over, and what is odd about
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from letters_gen.errors import InputError, Place
from letters_gen.facts.cells import text_of
from letters_gen.facts.columns import certain_columns
from letters_gen.facts.grid import Grid
from letters_gen.facts.headers import Header, find_header
from letters_gen.facts.period_text import typed_date
from letters_gen.model.entry import Delivery, Entry, EntryKey, typed_key
from letters_gen.model.folding import folded
from letters_gen.model.oddity import Oddity
from letters_gen.model.registration_number import Number, parsed_number, running_number
from letters_gen.model.settings import Column, Series
from letters_gen.model.statement import OwnStatement, PaperStatement

_HEADINGS = {
    "number": (
        "Регистрационный номер",
        "Номер",
        "Рег. номер",
        "Рег. №",
        "Исх. №",
        "Исходящий номер",
        "Исходящий №",
        "Номер документа",
        "№ документа",
        "Регистрационный №",
        "Номер приказа",
        "№ приказа",
    ),
    "date": ("Дата", "Дата регистрации", "Дата документа", "Дата отправки", "Дата приказа"),
    "title": ("Вид документа", "Вид"),
    "addressee": ("Адресат", "Кому", "Корреспондент", "Куда", "Кому адресован", "Получатель"),
    "heading": (
        "Заголовок (краткое содержание)",
        "Краткое содержание",
        "Заголовок",
        "Содержание",
        "Заголовок к тексту",
        "О чём",
        "Наименование документа",
    ),
    "related": ("На № и дату (связанный документ)", "На №", "Связанный документ"),
    "signatory": ("Подписал", "Кем подписан", "Подписант"),
    "executor": ("Исполнитель", "Исп."),
    "sheets": ("Листов", "Кол-во листов", "Количество листов"),
    "appendices": ("Приложений, листов в них", "Приложений", "Приложения"),
    "case": ("Дело №", "№ дела", "Дело", "Индекс дела"),
    "dispatch": ("Отметка об отправке (способ, дата)", "Отметка об отправке", "Отправлено"),
    "acquainted": ("Ознакомлены",),
    "remark": ("Примечание", "Примечания", "Отметка"),
}
_COLUMNS = {
    key: Column(key, headings, headings[0], key, kind="text") for key, headings in _HEADINGS.items()
}
_NEEDED = ("number", "date")
# «Аннулировано: испорчен бланк», not «взамен аннулированного».
_ANNULLED = re.compile(r"\bаннул(?:ир(?:ован[аоы]?)?)?\b\W*", re.IGNORECASE)
_SHORT_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2})(?:\s*г\.?)?")
_TITLES = {"outgoing": "Письмо", "orders": "Приказ", "staff_orders": "Приказ"}


@dataclass(frozen=True)
class Line:
    """One line of the journal: its number, date, and the other columns as texts."""

    cell: str
    number: Number
    written: str
    day: date
    said: Mapping[str, str]
    twin: int = 0

    @property
    def key(self) -> EntryKey:
        """What the register will know it by."""
        return typed_key(
            self.number.series, self.day.year, self.number.seq, self.number.suffix, self.twin
        )

    def is_as(self, entry: Entry) -> bool:
        """Whether `entry` is the document of this line: taken over before, or entered here before
        it was exported.
        """
        own = (self.said.get("addressee", ""), self.said.get("heading", ""))
        its = (entry.addressee, entry.heading)
        return self.day == entry.date and [*map(folded, own)] == [*map(folded, its)]


@dataclass(frozen=True)
class Paper:
    """A paper journal as it was read: its lines in order, and what is odd about them."""

    lines: tuple[Line, ...]
    oddities: tuple[Oddity, ...]


def read_journal(
    grids: Sequence[Grid], series: Sequence[Series], chosen: Series, file: str
) -> Paper:
    """The lines of the journal that `grids` hold.

    Args:
        series: all series, for numbers written in full; `chosen` is that of bare running numbers.

    Raises:
        InputError: `header-not-found`, `column-missing`, `heading-twice`, `journal-without-dates`,
            `journal-empty`.
    """
    headers, passed = _headers(grids, file)
    lines: list[Line] = []
    oddities = [
        Oddity("journal-sheet-passed", Place(file=file, sheet=grid.sheet)) for grid in passed
    ]
    for header in headers:
        for one in _read_sheet(header, series, chosen, file):
            if isinstance(one, Line):
                lines.append(one)
            else:
                oddities.append(one)
    if not lines:
        raise InputError("journal-empty", Place(file=file, sheet=headers[0].grid.sheet))
    return Paper(tuple(_with_twins(lines)), tuple(oddities))


def _headers(grids: Sequence[Grid], file: str) -> tuple[list[Header], list[Grid]]:
    """The header of each sheet that has a journal's, and the sheets, not empty, that have none."""
    headers, passed = [], []
    for grid in grids:
        try:
            headers.append(_header([grid], file))
        except InputError as error:
            if error.code == "heading-twice" or len(grids) == 1:
                raise
            if any(text_of(cell) for row in grid.rows for cell in row):
                passed.append(grid)
    return headers or [_header(grids, file)], passed


def _header(grids: Sequence[Grid], file: str) -> Header:
    return certain_columns(find_header(grids, _COLUMNS, file), _COLUMNS, _NEEDED, file)


def _read_sheet(
    header: Header, series: Sequence[Series], chosen: Series, file: str
) -> Iterator[Line | Oddity]:
    """One sheet's lines in their order, each after what is odd about it."""
    day: date | None = None
    for row in range(header.last + 1, len(header.grid.rows)):
        if row == header.last + 1 and _counts_columns(header.grid.rows[row]):
            continue
        said = {key: _text(header, row, column) for key, column in header.columns.items()}
        place = Place(file=file, cell=header.grid.at(row, header.columns["number"]))
        number = _number(said["number"], series, chosen)
        if number is None:
            if said["number"]:
                yield Oddity("journal-number-unread", place, {"found": said["number"]})
            continue
        before, day = day, _day(header.grid.rows[row][header.columns["date"]])
        if day is None:
            if before is None:
                raise InputError("journal-without-dates", place, number=said["number"])
            day = before
            yield Oddity("journal-date-assumed", place, {"number": said["number"], "day": day})
        yield Line(place.cell or "", number, _written(said["number"], number), day, said)


def _counts_columns(row: Sequence[object]) -> bool:
    """Whether a row under the header does no more than number the columns: 1, 2, 3 …"""
    texts = [text for text in map(text_of, row) if text]
    return len(texts) >= len(_NEEDED) and texts == [
        str(column) for column in range(1, len(texts) + 1)
    ]


def _text(header: Header, row: int, column: int) -> str:
    """A cell as text; the apostrophe that kept a formula from being one is taken off again."""
    cells = header.grid.rows[row]
    text = text_of(cells[column]) if column < len(cells) else ""
    return text[1:] if re.match(r"'[=+\-@]", text) else text


def _number(text: str, series: Sequence[Series], chosen: Series) -> Number | None:
    running = running_number(text)
    return parsed_number(text, series) or (Number(chosen, *running) if running else None)


def _written(text: str, number: Number) -> str:
    """The number as the document bears it: a bare running number gets its index."""
    bare = running_number(text) is not None
    return (
        "".join(text.split()) if not bare else f"{number.series.number(number.seq)}{number.suffix}"
    )


def _day(cell: object) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = text_of(cell)
    short = _SHORT_DATE.fullmatch(text)
    if short:
        text = f"{short[1]}.{short[2]}.20{short[3]}"
    return typed_date(re.sub(r"\s*г\.?$", "", text))


def _with_twins(lines: Sequence[Line]) -> list[Line]:
    """The lines, each that repeats a number counted."""
    seen: dict[tuple[str, int, int, str], int] = {}
    counted = []
    for line in lines:
        bears = (line.number.series.key, line.day.year, line.number.seq, line.number.suffix)
        counted.append(replace(line, twin=seen.get(bears, 0)))
        seen[bears] = seen.get(bears, 0) + 1
    return counted


def entry_of_line(line: Line) -> Entry:
    """The entry that a line is in the register, which gives it its batch: annulled by its remark,
    sent by its dispatch mark, else issued.
    """
    said, number = line.said, line.number
    reason = _annulled_because(said.get("remark", ""))
    deliveries: tuple[Delivery, ...] = ()
    if said.get("dispatch") and not reason:
        deliveries = (Delivery(said.get("addressee", ""), said["dispatch"], line.day),)
    return Entry(
        key=line.key,
        series=number.series.key,
        year=line.day.year,
        seq=number.seq,
        suffix=number.suffix,
        number=line.written,
        date=line.day,
        state=_state(reason, deliveries),
        addressee=said.get("addressee", ""),
        school="",
        workspace="",
        batch=0,
        own=OwnStatement(paper=_paper_statement(line)),
        by_hand=True,
        twin=line.twin,
        deliveries=deliveries,
        annulled_because=reason,
    )


def _paper_statement(line: Line) -> PaperStatement:
    said = line.said
    return PaperStatement(
        title=said.get("title") or _TITLES[line.number.series.journal],
        heading=said.get("heading", ""),
        related=said.get("related", ""),
        sheets=said.get("sheets", ""),
        appendices=said.get("appendices", ""),
        case=said.get("case", ""),
        signatory=said.get("signatory", ""),
        executor=said.get("executor", ""),
        acquainted=said.get("acquainted", ""),
        remark=said.get("remark", ""),
    )


def _annulled_because(remark: str) -> str:
    """Why the document was annulled, '' where the remark doesn't say that it was."""
    annulled = _ANNULLED.search(remark)
    if annulled is None:
        return ""
    return remark[annulled.end() :].strip(" .") or remark


def _state(annulled_because: str, deliveries: tuple[Delivery, ...]) -> str:
    if annulled_because:
        return "annulled"
    return "sent" if deliveries else "issued"
