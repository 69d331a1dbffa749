"""Answers and acquaintance in words: in time or how late, who hasn't yet."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from letters_gen.model.answer import Answer
from letters_gen.model.entry import Acquaintance, Entry
from letters_gen.records.acquainting import unacquainted
from letters_gen.register.relations import Related
from letters_gen.russian.dates import numeric
from letters_gen.russian.deadlines import working_days_late
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked, ngettext


def answered_line(entry: Entry, day: date, days_off: Collection[date] = ()) -> str:
    """That a document is answered, and whether in time."""
    told = _("{number} is answered").format(number=entry.number)
    if entry.own.deadline is None:
        return f"{told}."
    return f"{told}, {lateness(entry.own.deadline, day, days_off)}."


def lateness(due: date, day: date, days_off: Collection[date] = ()) -> str:
    """Whether something due came in time on `day`, or how late it is then."""
    late = working_days_late(due, day, days_off)
    if not late:
        return _("in time (it was due on {due})").format(due=numeric(due))
    return ngettext(
        "{number} working day late (it was due on {due})",
        "{number} working days late (it was due on {due})",
        late,
    ).format(number=late, due=numeric(due))


def acquainted_lines(entry: Entry) -> list[str]:
    """How many have been acquainted with an order so far, and who hasn't yet."""
    count = len(entry.acquainted)
    lines = [_("{number}: acquainted so far: {count}.").format(number=entry.number, count=count)]
    waiting = unacquainted(entry)
    if waiting:
        lines.append(_("Not yet: {names}.").format(names=", ".join(waiting)))
    return lines


def acquaintance_text(one: Acquaintance) -> str:
    """One who has been acquainted, the day, and how it was done where nobody signed."""
    how = ", ".join(filter(None, (numeric(one.on), one.way)))
    refused = _("refused to sign, {act}").format(act=one.refused) if one.refused else ""
    return f"{one.name}: {', '.join(filter(None, (how, refused)))}"


_RELATIONS = {
    "basis": marked("basis"),
    "letter": marked("letter to all"),
    "notice": marked("to schools"),
    "order": marked("order"),
    "statement": marked("statement"),
    "answer": marked("answer"),
    "reminder": marked("reminder"),
    "answered": marked("in answer to"),
}


def link_text(link: Related) -> str:
    """One document of a chain: what it is to the entry, its kind, number and day."""
    day = numeric(link.day) if link.day else ""
    number = f"№ {link.number}" if link.number else ""
    told = _("{relation}: {document}").format(
        relation=_(_RELATIONS[link.relation]),
        document=" ".join(filter(None, (link.title, number, _("of {day}").format(day=day)))),
    )
    if link.count == 1:
        return told
    return _("{told} and {number} more").format(told=told, number=link.count - 1)


def answer_text(answer: Answer) -> str:
    """One answer: whose, when, how, under which incoming number."""
    number = f"Вх. № {answer.incoming}" if answer.incoming else ""
    told = (answer.way, numeric(answer.on), number, answer.note)
    return f"{answer.sender}: {', '.join(filter(None, told))}"
