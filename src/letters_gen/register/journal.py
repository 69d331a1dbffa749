"""Entries as the lines of a journal (form: the register). Pure; in Russian whatever the screen
speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from letters_gen.model.entry import Entry
from letters_gen.model.journal import Journal, JournalColumn
from letters_gen.model.settings import Series
from letters_gen.register.runs import Run, in_order, runs
from letters_gen.russian.dates import numeric

_TITLES = {
    "outgoing": "Журнал регистрации исходящих документов",
    "orders": "Журнал регистрации приказов по основной деятельности",
    "staff_orders": "Журнал регистрации приказов по личному составу",
}
_OUTGOING = (
    JournalColumn("position", "№ п/п", 4),
    JournalColumn("date", "Дата", 10),
    JournalColumn("number", "Регистрационный номер", 14),
    JournalColumn("kind", "Вид документа", 9),
    JournalColumn("addressee", "Адресат", 20),
    JournalColumn("heading", "Заголовок (краткое содержание)", 25),
    JournalColumn("related", "На № и дату (связанный документ)", 12),
    JournalColumn("signatory", "Подписал", 11),
    JournalColumn("executor", "Исполнитель", 12),
    JournalColumn("sheets", "Листов", 7),
    JournalColumn("appendices", "Приложений, листов в них", 11),
    JournalColumn("case", "Дело №", 7),
    JournalColumn("dispatch", "Отметка об отправке (способ, дата)", 14),
    JournalColumn("remark", "Примечание", 15),
)
_ORDERS = (
    JournalColumn("position", "№ п/п", 4),
    JournalColumn("date", "Дата", 10),
    JournalColumn("number", "Номер", 10),
    JournalColumn("heading", "Заголовок", 40),
    JournalColumn("signatory", "Подписал", 12),
    JournalColumn("executor", "Исполнитель", 13),
    JournalColumn("sheets", "Листов", 7),
    JournalColumn("appendices", "Приложений, листов в них", 11),
    JournalColumn("acquainted", "Ознакомлены", 30),
    JournalColumn("case", "Дело №", 7),
    JournalColumn("remark", "Примечание", 22),
)
_MOST_RECIPIENTS = 3


def journals(entries: Sequence[Entry], series: Iterable[Series]) -> list[Journal]:
    """The journals that `entries` make, one for each journal of the settings and each year, oldest
    first.
    """
    known = {one.key: one for one in series}
    parted: dict[tuple[int, str], list[Entry]] = {}
    for entry in sorted(entries, key=in_order):
        if entry.series in known:
            parted.setdefault((entry.year, known[entry.series].journal), []).append(entry)
    return [_journal(key, year, own, known) for (year, key), own in sorted(parted.items())]


def _journal(key: str, year: int, entries: list[Entry], series: dict[str, Series]) -> Journal:
    columns = _OUTGOING if key == "outgoing" else _ORDERS
    lines = [_line(position, entry) for position, entry in enumerate(entries, 1)]
    accounted = runs(entries, series.values())
    closing = [
        text for run in accounted for text in _closing(run, series[run.series], len(accounted) > 1)
    ]
    rows = tuple(tuple(line[column.key] for column in columns) for line in lines)
    return Journal(key, year, f"{_TITLES[key]} за {year} год", columns, rows, tuple(closing))


def _line(position: int, entry: Entry) -> dict[str, str]:
    """Everything that a journal may say of an entry."""
    appendices = str(len(entry.appendices) or "")
    return {
        "position": str(position),
        "date": numeric(entry.date),
        "number": entry.number,
        "kind": entry.title,
        "addressee": entry.addressee,
        "heading": entry.heading,
        "related": _related(entry),
        "signatory": entry.signatory,
        "executor": entry.executor,
        "sheets": entry.paper.sheets,
        "appendices": entry.paper.appendices or appendices,
        "case": entry.case,
        "dispatch": _dispatch(entry),
        "acquainted": _acquainted(entry),
        "remark": _remark(entry),
    }


def _related(entry: Entry) -> str:
    """The document that it answers or rests on: `06-5649/06-18/23 от 17.04.2023`."""
    if entry.paper.related or entry.basis is None:
        return entry.paper.related
    return f"{entry.basis.number} от {numeric(entry.basis.date)}"


def _dispatch(entry: Entry) -> str:
    """How and when it went out: `эл. почта, 19.04.2023`; to several, those who haven't got it are
    counted.
    """
    ways: dict[tuple[str, str], list[str]] = {}
    for delivery in entry.deliveries:
        ways.setdefault((delivery.way, numeric(delivery.on)), []).append(delivery.to)
    told = []
    for (way, day), names in ways.items():
        several = f" ({len(names)})" if len(entry.recipients) > 1 else ""
        told.append(f"{way}, {day}{several}")
    if entry.deliveries and entry.awaiting:
        told.append(f"не отправлено: {len(entry.awaiting)}")
    return "; ".join(told)


def _acquainted(entry: Entry) -> str:
    if not entry.acquainted:
        return entry.paper.acquainted
    return "; ".join(f"{one.name} {numeric(one.on)}" for one in entry.acquainted)


def _remark(entry: Entry) -> str:
    own = entry.paper.remark
    if entry.is_annulled and not own.casefold().startswith("аннулир"):
        return "; ".join(filter(None, [f"аннулирован: {entry.annulled_because}", own]))
    return own or ("зарезервирован, не выпущен" if entry.state == "reserved" else "")


def _closing(run: Run, series: Series, named: bool) -> list[str]:
    """The lines that close a year: registered, first and last, gaps, annulled numbers with their
    reasons.
    """
    whose = f"Индекс {series.index}. " if named else ""
    first, last = series.number(run.first), series.number(run.last)
    gaps = [*run.journal_gaps, *run.missing]
    lines = [
        f"{whose}За {run.year} год зарегистрировано документов: {run.registered}, с № {first} по "
        f"№ {last}."
    ]
    told = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in gaps)
    lines.append(f"Пропущены номера: {told}." if gaps else "Пропусков нет.")
    if run.annulled:
        reasons = "; ".join(
            f"№ {entry.number} ({entry.annulled_because})" for entry in run.annulled
        )
        lines.append(f"Аннулированы: {reasons}.")
    return lines
