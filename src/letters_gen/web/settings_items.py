"""What of letters.toml is changed on the page: its keys as fields, and what is typed as values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from letters_gen.facts.period_text import typed_date
from letters_gen.model.settings import Settings
from letters_gen.office.settings_writing import Keys
from letters_gen.russian.dates import numeric
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked

_BY_BASIS = "basis"


@dataclass(frozen=True)
class Item:
    """A key of letters.toml as a field.

    Attributes:
        kind: `text`, `lines` (of one text), `day`, `days`, `whole` or `deadline`.
    """

    keys: Keys
    label: str
    hint: str = ""
    kind: str = "text"

    @property
    def name(self) -> str:
        """The field's."""
        return "-".join(self.keys)

    def shown(self, value: Any) -> str:
        """A value of the file as the field shows it."""
        if value is None:
            return ""
        if self.kind == "days":
            return "\n".join(map(numeric, value))
        if isinstance(value, date):
            return numeric(value)
        if self.kind == "deadline" and value == _BY_BASIS:
            return _("letter")
        return str(value).strip() if self.kind == "lines" else str(value)

    def read(self, typed: str) -> Any:
        """What was typed as a value of the file, None where nothing was; raises ValueError, its
        words for the clerk.
        """
        text = typed.replace("\r\n", "\n").strip()
        if not text:
            return [] if self.kind == "days" else None
        return _READERS[self.kind](text)


def _text(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> str:
    return text


def _days(text: str) -> list[date]:
    return sorted({_day(one) for one in text.replace(",", "\n").split("\n") if one.strip()})


def _deadline(text: str) -> str | int:
    is_of_basis = text.casefold() in (_BY_BASIS, "letter", _("letter"))
    return _BY_BASIS if is_of_basis else whole(text)


def _day(text: str) -> date:
    day = typed_date(text.strip())
    if day is None:
        raise ValueError(_("Write the date as 18.04.2023"))
    return day


def whole(text: str) -> int:
    """A whole number that was typed; raises ValueError, its words for the clerk."""
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise ValueError(_("Write a whole number"))
    return int(text)


_READERS: Mapping[str, Callable[[str], Any]] = {
    "text": _text,
    "lines": _lines,
    "day": _day,
    "days": _days,
    "whole": whole,
    "deadline": _deadline,
}

_REQUISITES = (
    ("name", marked("Name"), marked("As in the letterhead; it may have several lines."), "lines"),
    ("short_name", marked("Short name"), "", "text"),
    ("address", marked("Address"), "", "text"),
    ("okpo", marked("ОКПО"), "", "text"),
    ("ogrn", marked("ОГРН"), "", "text"),
    ("inn", marked("ИНН"), "", "text"),
    ("kpp", marked("КПП"), "", "text"),
    ("email", marked("E-mail"), "", "text"),
    ("phone", marked("Telephone"), "", "text"),
    ("place", marked("Where orders are made"), marked("For example: с. Цунта"), "text"),
    (
        "district",
        marked("District"),
        marked("As sheets name it. Without it all rows of a sheet are yours."),
        "text",
    ),
)
_PERSON = {
    "post": (marked("Post"), marked("In the nominative: «Начальник», «И.о. начальника»."), "text"),
    "name": (marked("Name of the person"), marked("For example: Абакаров Г.К."), "text"),
    "sex": (marked("Sex"), marked("м or ж, where the name doesn't tell it"), "text"),
    "phone": (marked("Telephone"), "", "text"),
    "from": (
        marked("Signs from"),
        marked("Of an acting head: the first day. Otherwise leave it empty."),
        "day",
    ),
    "to": (marked("Signs to"), marked("The last day."), "day"),
}
PEOPLE = {
    "signatories": ("post", "name"),
    "executors": ("name",),
    "people": tuple(_PERSON),
}
"""The tables of people, with the keys of each."""


def requisites() -> Iterator[Item]:
    """The office's requisites."""
    for key, label, hint, kind in _REQUISITES:
        yield Item(("office", key), _(label), _(hint), kind)


def person(table: str, key: str) -> Iterator[Item]:
    """Somebody of the office."""
    for name in PEOPLE[table]:
        label, hint, kind = _PERSON[name]
        yield Item((table, key, name), _(label), _(hint), kind)


def deadlines(known: Settings) -> Iterator[Item]:
    """In how many working days each type is to be answered."""
    for kind in known.types.values():
        yield Item(("types", kind.key, "deadline"), kind.title, "", "deadline")


def days_off() -> Iterator[Item]:
    """The region's own days off."""
    hint = _("Days off of your region alone, each in a line: 15.09.2023. The country's are known.")
    yield Item(("office", "days_off"), _("Days off"), hint, "days")


def first_numbers(known: Settings, year: int) -> Iterator[Item]:
    """From which number on each series goes in a year."""
    for series in known.series.values():
        label = _("{index}, first number of {year}").format(index=series.index, year=year)
        yield Item(("series", series.key, "first", str(year)), label, "", "whole")


def backup() -> Iterator[Item]:
    """Where the register is copied to."""
    hint = _("A folder on another disk or a stick, for example E:/Журнал.")
    yield Item(("backup", "folder"), _("Folder for copies"), hint)


def read_items(
    items: Iterable[Item], form: Mapping[str, str]
) -> tuple[dict[Keys, Any], dict[str, str]]:
    """The values that a form has of `items`, and by their names why some can't be read."""
    values: dict[Keys, Any] = {}
    wrong: dict[str, str] = {}
    for item in items:
        try:
            values[item.keys] = item.read(form.get(item.name, ""))
        except ValueError as error:
            wrong[item.name] = str(error)
    return values, wrong
