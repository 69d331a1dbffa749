"""Which answers are awaited and how late they are, and how many came in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from letters_gen.model.awaited import unanswered
from letters_gen.model.entry import Entry
from letters_gen.model.entry_state import ended_by
from letters_gen.model.settings import Settings
from letters_gen.outputs.tables import Figure, Line, Table
from letters_gen.register.book import Register
from letters_gen.register.wanted import Wanted
from letters_gen.russian.dates import numeric
from letters_gen.russian.deadlines import working_days_late


@dataclass(frozen=True)
class Awaited:
    """A document that an answer is awaited to.

    Attributes:
        of: those who haven't answered yet.
        late: for how many working days it has been overdue; 0 where it isn't.
    """

    entry: Entry
    of: tuple[str, ...]
    late: int


@dataclass
class Tally:
    """How many answers were due from a school, or in a period, and what has become of them."""

    name: str
    in_time: int = 0
    late: int = 0
    missing: int = 0

    @property
    def due(self) -> int:
        """How many were due: those that may still come in time aren't."""
        return self.in_time + self.late + self.missing

    @property
    def share(self) -> Fraction | None:
        """How many of those due came in time; None where none was due."""
        return Fraction(self.in_time, self.due) if self.due else None


@dataclass
class Answers:
    """What has become of the letters that asked for an answer.

    Attributes:
        awaited: those that one is still awaited to, by their deadlines.
        schools, periods: answers due, by who was to answer, by the week or the month asked about.
    """

    awaited: list[Awaited] = field(default_factory=list)
    schools: dict[str, Tally] = field(default_factory=dict)
    periods: dict[str, Tally] = field(default_factory=dict)

    @property
    def overdue(self) -> list[Awaited]:
        """Those of the awaited whose day has passed."""
        return [one for one in self.awaited if one.late]


def answers_of(register: Register, settings: Settings, wanted: Wanted, today: date) -> Answers:
    """What has become of the documents that fit `wanted` and ask for an answer."""
    found = Answers()
    for entry in _asking(register, settings, wanted):
        waiting = unanswered(entry)
        if waiting:
            late = _late(entry, today, settings)
            found.awaited.append(Awaited(entry, waiting, late))
        for name, state in _states(entry, waiting, today):
            _count(found.schools, name, state)
            _count(found.periods, _period(entry), state)
    found.awaited.sort(key=lambda one: (one.entry.own.deadline or date.max, one.entry.seq))
    return found


def _asking(register: Register, settings: Settings, wanted: Wanted) -> Iterator[Entry]:
    for kind in settings.types.values():
        if kind.answer:
            for entry in register.entries(Wanted(**{**vars(wanted), "type": kind.key})):
                if _still_asks(entry):
                    yield entry


def _still_asks(entry: Entry) -> bool:
    """Whether it has left and was to be answered: nothing is awaited of what was withdrawn."""
    is_void = entry.is_annulled or ended_by(entry) is not None
    return entry.shared.answer and entry.has_left and not is_void


def _late(entry: Entry, today: date, settings: Settings) -> int:
    """At least one for a deadline that has passed, if only over days off."""
    due = entry.own.deadline
    if due is None or today <= due:
        return 0
    return max(1, working_days_late(due, today, settings.office.days_off))


def _states(entry: Entry, waiting: Sequence[str], today: date) -> Iterator[tuple[str, str]]:
    """Whoever was to answer by now, and what has become of it: `in_time`, `late` or `missing`."""
    due = entry.own.deadline or date.max
    for answer in entry.answers:
        yield answer.sender, "in_time" if answer.on <= due else "late"
    if today > due:
        yield from ((name, "missing") for name in waiting)


def _count(tallies: dict[str, Tally], name: str, state: str) -> None:
    tally = tallies.setdefault(name, Tally(name))
    setattr(tally, state, getattr(tally, state) + 1)


def _period(entry: Entry) -> str:
    """The week that it is about, else the month of its date."""
    if entry.period:
        return f"{numeric(entry.period.start)}–{numeric(entry.period.end)}"
    return f"{entry.date:%m.%Y}"


_AWAITED = (
    ("№ п/п", 6),
    ("Номер", 12),
    ("Дата", 11),
    ("Кто должен ответить", 36),
    ("Заголовок", 40),
    ("Срок", 11),
    ("Просрочено рабочих дней", 12),
)
_TALLIED = (
    ("Ответов ожидалось", 12),
    ("В срок", 10),
    ("С опозданием", 12),
    ("Не поступило", 12),
    ("Доля в срок", 10),
)


def answers_tables(found: Answers, day: date) -> list[Table]:
    """The worksheets of the report: what is awaited, and how many came in time."""
    title = f"Ответы на документы по состоянию на {numeric(day)}"
    lines = [_awaited_line(position, one) for position, one in enumerate(found.awaited, 1)]
    return [
        Table("Ожидаются", title, _AWAITED, tuple(lines)),
        _tallied("По школам", title, "Организация", found.schools),
        _tallied("По периодам", title, "Период", found.periods),
    ]


def _awaited_line(position: int, one: Awaited) -> Line:
    entry, due = one.entry, one.entry.own.deadline
    cells = (
        position,
        entry.number,
        numeric(entry.date),
        ", ".join(one.of),
        entry.heading,
        numeric(due) if due else "–",
        one.late or None,
    )
    return Line(tuple(map(Figure, cells)), marked=bool(one.late))


def _tallied(sheet: str, title: str, named: str, tallies: dict[str, Tally]) -> Table:
    lines = [
        Line(tuple(map(Figure, (one.name, one.due, one.in_time, one.late, one.missing, one.share))))
        for one in tallies.values()
    ]
    return Table(sheet, title, ((named, 40), *_TALLIED), tuple(lines))
