"""The columns of a journal kept in Excel, and the header that names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from letters_gen.errors import InputError, LettersError, together
from letters_gen.facts.cells import text_of
from letters_gen.facts.columns import certain_columns
from letters_gen.facts.grid import Grid
from letters_gen.facts.headers import Header, find_header
from letters_gen.model.column import Column
from letters_gen.model.folding import folded
from letters_gen.model.journal import RESTORING

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
    "addressee": (
        "Адресат",
        "Кому",
        "Корреспондент",
        "Куда",
        "Куда, кому",
        "Кому, куда",
        "Кому адресован",
        "Получатель",
    ),
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
    "signatory": ("Подписал", "Кем подписан", "Кем подписано", "Кто подписал", "Подписант"),
    "executor": ("Исполнитель", "Исп.", "Отв. исполнитель", "Ответственный исполнитель"),
    "sheets": ("Листов", "Кол-во листов", "Количество листов"),
    "appendices": ("Приложений, листов в них", "Приложений", "Приложения"),
    "case": ("Дело №", "№ дела", "Дело", "Индекс дела"),
    "dispatch": ("Отметка об отправке (способ, дата)", "Отметка об отправке", "Отправлено"),
    "acquainted": ("Ознакомлены",),
    "remark": ("Примечание", "Примечания", "Отметка"),
    **{column.key: (column.title,) for column in RESTORING},
}
# In the journal of incoming documents these stand instead, or besides.
_INCOMING_HEADINGS = {
    "number": ("Входящий номер", "Входящий №", "Вх. №"),
    "date": ("Дата поступления", "Дата регистрации"),
    "theirs": ("Дата и номер документа",),
    "sheets": ("Листов, приложений",),
    "resolution": ("Резолюция (кому, что)", "Резолюция"),
    "due": ("Срок",),
    "done": ("Отметка об исполнении (ответ на №, дата)", "Отметка об исполнении"),
}


def _columns(all_headings: Mapping[str, tuple[str, ...]]) -> dict[str, Column]:
    return {
        key: Column(key, headings, headings[0], key, kind="text")
        for key, headings in all_headings.items()
    }


_COLUMNS = _columns(_HEADINGS)
_INCOMING_COLUMNS = _columns({**_HEADINGS, **_INCOMING_HEADINGS})
# Its number tells the journal of incoming documents from others.
_INCOMING_NUMBER = {"incoming": replace(_INCOMING_COLUMNS["number"], key="incoming")}
NEEDED = ("number", "date")
# Where no other column bears the number, the one that is headed by nothing but its sign does.
_BARE = Column("number", ("№", "N", "№№"), "№", "number", kind="text")
# What every journal has besides, and the register makes by itself.
_COUNTED = {folded(title) for title in ("№ п/п", "п/п", "№ пп", "№")}


def journal_headers(grids: Sequence[Grid], file: str) -> tuple[list[Header], list[Grid]]:
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
    """The header of a journal; what is amiss with it is told of a journal, not of a monitoring."""
    try:
        return _found_header(grids, file)
    except InputError as error:
        raise together(map(_of_journal, (error, *error.also))) from error


# What is mended otherwise in a journal than in a monitoring, whose columns the settings have.
_OF_JOURNAL = {
    "header-not-found": "journal-header-not-found",
    "column-missing": "journal-column-missing",
}


def _of_journal(error: LettersError) -> LettersError:
    return error.named(_OF_JOURNAL.get(error.code, error.code))


def _found_header(grids: Sequence[Grid], file: str) -> Header:
    columns = _COLUMNS
    header = find_header(grids, {**columns, **_INCOMING_NUMBER}, file)
    if "incoming" in header.columns:
        header = find_header(grids, _INCOMING_COLUMNS, file)
        return certain_columns(header, _INCOMING_COLUMNS, NEEDED, file)
    if "number" not in header.columns:
        bare = {**_COLUMNS, "number": _BARE}
        other = find_header(grids, bare, file)
        if any(title.strip() in _BARE.headings for _, _, title in other.titles()):
            columns, header = bare, other
    return certain_columns(header, columns, NEEDED, file)


def read_titles(header: Header) -> tuple[list[str], list[str]]:
    """The headings of the columns that are read, and of those that aren't."""
    taken = set(header.columns.values())
    known, unknown = [], []
    for _, column, title in header.titles():
        if column in taken:
            known.append(title)
        elif folded(title) not in _COUNTED:
            unknown.append(title)
    return known, unknown
