"""Failures and oddities as sentences: their arguments put into words, their place named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from letters_gen.documents.statement import Difference
from letters_gen.errors import LettersError
from letters_gen.model.oddity import Oddity
from letters_gen.model.period import Period
from letters_gen.model.question import Question
from letters_gen.model.settings import Series
from letters_gen.russian.cases import Case
from letters_gen.russian.dates import numeric
from letters_gen.russian.numbers import count, percent
from letters_gen.russian.typography import stopped_once
from letters_gen.wording.declension import case_text
from letters_gen.wording.failures import FAILURES
from letters_gen.wording.journals import former_series, series_text
from letters_gen.wording.kinds import accepted_text
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked
from letters_gen.wording.message import Message
from letters_gen.wording.oddities import ODDITIES
from letters_gen.wording.places import place_text
from letters_gen.wording.system import reason_text
from letters_gen.wording.tag_faults import tag_fault

_MOST_LISTED = 12
_STATED = {
    "basis.author": marked("the basis's author"),
    "basis.number": marked("the basis's number"),
    "basis.date": marked("the basis's date"),
    "basis.due": marked("the basis's deadline"),
    "addressee": marked("the addressee"),
    "head": marked("the head's name"),
    "ends": marked("what it ends"),
    "changes": marked("what it changes"),
    "findings": marked("what is to be mended"),
    "school": marked("the school's row"),
    "heading": marked("the heading"),
    "deadline": marked("the deadline"),
    "requisites": marked("the letterhead"),
    "signatory": marked("the signatory"),
    "executor": marked("the executor"),
    "responsible": marked("the person responsible"),
    "control": marked("the person in control"),
    "compiler": marked("the compiler"),
}


@dataclass(frozen=True)
class Told:
    """A failure or an oddity as the reader sees it."""

    code: str
    where: str
    text: str
    mend: str


def told_failure(error: LettersError) -> Told:
    """One failure (without its `also`) in the language that is spoken."""
    message = FAILURES.get(error.code) or ODDITIES[error.code]
    return _told(error.code, message, place_text(error.place), error.arguments)


def told_oddity(oddity: Oddity) -> Told:
    """One oddity in the language that is spoken."""
    return _told(oddity.code, ODDITIES[oddity.code], place_text(oddity.place), oddity.arguments)


def told_question(question: Question) -> Told:
    """One question in the language that is spoken: what isn't certain, what is assumed, and what
    else it may be.
    """
    told = told_failure(question.fault)
    if question.assumed is None:
        return told
    others = [choice for choice in question.choices if choice != question.assumed]
    assumed = _("Assumed: {assumed}; it may be: {others}.").format(
        assumed=question.assumed, others=listed(others)
    )
    return replace(told, text=f"{told.text} {assumed}")


@dataclass(frozen=True)
class ToldDoubt:
    """A question as a line of a table: what isn't certain, what is assumed, what else it may be."""

    is_open: bool
    where: str
    text: str
    assumed: str
    others: str
    mend: str


def told_doubt(question: Question) -> ToldDoubt:
    """One question in the language that is spoken, part by part."""
    told = told_failure(question.fault)
    others = [choice for choice in question.choices if choice != question.assumed]
    return ToldDoubt(
        question.is_open,
        told.where,
        told.text,
        question.assumed or "–",
        listed(others) if others else "–",
        told.mend,
    )


def _told(code: str, message: Message, where: str, arguments: Mapping[str, object]) -> Told:
    words = {name: _argument(name, value) for name, value in arguments.items()}
    text, mend = (_(one).format(**words) for one in (message.text, message.mend))
    return Told(code, where, stopped_once(text), stopped_once(mend))


def _argument(name: str, value: object) -> str:
    special: dict[str, Callable[[object], str]] = {
        "nearest": _nearest,
        "accepted": _accepted,
        "missing": _missing,
        "what": _harm,
        "side": _side,
        "table": _table,
        "reason": _reason,
        "message": _message,
        "case": _case,
        "whose": _whose,
    }
    return special[name](value) if name in special else argument_text(value)


def argument_text(value: object) -> str:
    """A value inside a sentence: dates in figures, shares in per cent, lists joined, nothing as a
    dash.
    """
    match value:
        case None | "":
            return "–"
        case bool():
            return str(value).lower()
        case date():
            return numeric(value)
        case Fraction():
            return percent(value)
        case float():
            return count(Decimal(str(value)))
        case Period():
            return f"{numeric(value.start)}–{numeric(value.end)}"
        case Difference():
            return _difference(value)
        case list() | tuple():
            return _sequence(value)
    return str(value)


def _sequence(values: Sequence[object]) -> str:
    """Several values; differences, which have commas of their own, parted by semicolons."""
    parted = "; " if any(isinstance(value, Difference) for value in values) else ", "
    return listed([argument_text(value) for value in values], parted)


def listed(texts: list[str], separator: str = ", ") -> str:
    """The first dozen of `texts` in one line, and how many more there are."""
    told = separator.join(texts[:_MOST_LISTED]) or "–"
    rest = len(texts) - _MOST_LISTED
    if rest <= 0:
        return told
    more = _("and {number} more").format(number=rest)
    return f"{told} {more}"


def _nearest(value: object) -> str:
    if not isinstance(value, list) or not value:
        return ""
    return _(" The nearest is: {name}.").format(name=value[0])


def _accepted(value: object) -> str:
    if isinstance(value, tuple) and len(value) == 2:
        return accepted_text(*value)
    return argument_text(value)


def _missing(value: object) -> str:
    """What is missing: parts of the basis have names of their own."""
    parts = {"author": _("author"), "number": _("number"), "date": _("date")}
    items = value if isinstance(value, list) else [value]
    return ", ".join(parts.get(str(item), str(item)) for item in items)


def _harm(value: object) -> str:
    """What is harmful in a template."""
    kinds = {
        "macro": _("macros"),
        "ole": _("an embedded object"),
        "activex": _("an ActiveX control"),
        "external": _("a link to elsewhere"),
        "package": _("an embedded file"),
        "chunk": _("a piece of another file"),
        "addin": _("an add-in"),
        "field": _("a field that fetches or starts something"),
        "field-unnamed": _("a field whose name another field makes"),
    }
    return kinds.get(str(value), str(value))


def _case(value: object) -> str:
    """The name of a grammatical case; a file's index (дело) as it is."""
    return case_text(value) if isinstance(value, Case) else argument_text(value)


def _whose(value: object) -> str:
    """A series, by its journal; one that the settings lack by its key."""
    return series_text(value) if isinstance(value, Series) else former_series(str(value))


def _reason(value: object) -> str:
    """Why something failed: in the system's words as ours, else as it was given."""
    return reason_text(argument_text(value))


def _message(value: object) -> str:
    """What the template language finds wrong with a tag."""
    return tag_fault(argument_text(value))


def _side(value: object) -> str:
    """A side of the page."""
    sides = {"left": _("left"), "right": _("right"), "top": _("top"), "bottom": _("bottom")}
    return sides.get(str(value), str(value))


def _table(value: object) -> str:
    """A table of the register."""
    tables = {"entries": _("entries"), "events": _("events")}
    return tables.get(str(value), str(value))


def change_text(difference: Difference) -> str:
    """What a document says anew, before it is made: «срок: 25.04.2023 → 26.04.2023»."""
    if difference.what == "template":
        return _("the template {name} has changed").format(name=difference.now)
    named, what = _named(difference)
    return f"{named}{what}: {_stated(difference.was)} → {_stated(difference.now)}"


def _named(difference: Difference) -> tuple[str, str]:
    """Whose it is, '' for the document's own, and what it is called."""
    named = f"{difference.school}: " if difference.school else ""
    # An empty message is the catalogue's own head.
    stated = _STATED.get(difference.what)
    return named, _(stated) if stated else difference.what


def _difference(difference: Difference) -> str:
    named, what = _named(difference)
    was, now = _stated(difference.was), _stated(difference.now)
    return _("{named}{what} was {was}, is {now}").format(named=named, what=what, was=was, now=now)


def _stated(value: object) -> str:
    """What a document stated: a figure of the district as the two counts that it is made of."""
    match value:
        case [int() as part, int() as whole]:
            return _("{part} of {whole}").format(part=part, whole=whole)
    return argument_text(value)
