"""An entry of the register in words: what it is, why, and what has happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from letters_gen.documents.grounds import figure_grounds, finding_grounds
from letters_gen.model.awaited import unanswered
from letters_gen.model.basis import Basis
from letters_gen.model.entry import Entry, Event, IssuedFile
from letters_gen.model.prior import CHANGES, ENDS, FIRST, INSTEAD, REMINDS, Link, Prior
from letters_gen.records.acquainting import unacquainted
from letters_gen.register.event_form import recipient_said
from letters_gen.register.relations import Related
from letters_gen.russian.dates import numeric
from letters_gen.wording.answers import acquaintance_text, answer_text, link_text
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked, ngettext
from letters_gen.wording.states import entry_state

_HAPPENED = {
    "reserved": marked("reserved"),
    "revised": marked("given new values"),
    "issued": marked("issued"),
    "corrected": marked("to be corrected"),
    "attached": marked("file attached"),
    "rendered": marked("PDF made"),
    "sent": marked("sent"),
    "mailing": marked("being mailed"),
    "unmailed": marked("not mailed"),
    "acquainted": marked("acquainted"),
    "answered": marked("answered"),
    "linked": marked("named by a later document"),
    "unlinked": marked("a later document that named it is annulled"),
    "annulled": marked("annulled"),
    "replaced": marked("replaced by a new edition"),
    "signed": marked("signed"),
    "unsigned": marked("the signing taken back"),
    "unsent": marked("the sending taken back"),
    "redated": marked("the date moved"),
    "identified": marked("the school's ИНН recorded"),
    "recognised": marked("compared with an issued document"),
    "imported": marked("taken over from a journal"),
}
_PRIORS = {
    ENDS: marked("  ends: № {number} of {day}"),
    CHANGES: marked("  changes: № {number} of {day}"),
    REMINDS: marked("  reminds of: № {number} of {day}"),
    FIRST: marked("  first reminder: № {number} of {day}"),
    INSTEAD: marked("  instead of it stands: № {number} of {day}"),
}
_LINKS = {
    ENDS: marked("  ended by: № {number} of {day}"),
    CHANGES: marked("  changed by: № {number} of {day}"),
    REMINDS: marked("  reminded of by: № {number} of {day}"),
}
_ROLES = {
    "document": marked("document"),
    "appendix": marked("appendix"),
    "enclosure": marked("enclosure"),
    "pdf": marked("PDF"),
    "scan": marked("scan"),
    "signature": marked("electronic signature"),
}


# Of a part, and of a history, on a screen.
_MOST_SHOWN, _MOST_EVENTS = 8, 6


@dataclass(frozen=True)
class EntryPart:
    """Some of what the register has on an entry: its title, '' for what the entry itself says;
    whether it is looked up now and then, and stands behind all else.
    """

    title: str
    lines: Sequence[str]
    is_long: bool = False


def entry_lines(
    entry: Entry, events: Iterable[Event], chain: Sequence[Related], every: bool = False
) -> list[str]:
    """What the register has on an entry, what is needed first; `chain` is what it stands in.

    Args:
        every: all of it; without it the first lines of each part, and the latest events.
    """
    said, *parts = entry_parts(entry, chain)
    files = EntryPart(_("Files:"), [_file_line(file) for file in entry.files])
    history = history_part(events)
    if not every:
        history = EntryPart(history.title, _latest(history.lines))
    why = [part for part in parts if part.is_long]
    lines = [entry_title(entry), *said.lines]
    for part in (files, *(one for one in parts if not one.is_long), history, *why):
        if part.lines:
            lines += [part.title, *(part.lines if every else _first(part.lines))]
    return lines


def _first(lines: Sequence[str]) -> Sequence[str]:
    rest = len(lines) - _MOST_SHOWN
    if rest <= 1:
        return lines
    told = _("  … and {number} more; --all shows all of them")
    return [*lines[:_MOST_SHOWN], told.format(number=rest)]


def _latest(lines: Sequence[str]) -> Sequence[str]:
    """The latest of a history, the newest first."""
    newest = list(reversed(lines))
    rest = len(newest) - _MOST_EVENTS
    if rest <= 1:
        return newest
    told = _("  … and {number} earlier; --all shows all of them")
    return [*newest[:_MOST_EVENTS], told.format(number=rest)]


def entry_title(entry: Entry) -> str:
    """Which entry it is, and its state."""
    return _("№ {number} of {day} — {state}").format(
        number=entry.number, day=numeric(entry.date), state=entry_state(entry)
    )


def entry_parts(entry: Entry, chain: Sequence[Related]) -> Iterator[EntryPart]:
    """What the register has on an entry but for its files and its history."""
    yield EntryPart("", _stated(entry))
    why = _("Why (by {path}):").format(path=entry.sheet.path) if entry.sheet else ""
    for title, lines in (
        (why, _why(entry)),
        (_("Sent:"), _deliveries(entry)),
        (_("Answers:"), _answers(entry)),
        (_("Acquainted:"), _acquainted(entry)),
        (_("Related:"), [f"  {link_text(one)}" for one in chain]),
    ):
        if lines:
            yield EntryPart(title, lines, is_long=title == why)


def history_part(events: Iterable[Event]) -> EntryPart:
    """All that has happened to an entry."""
    return EntryPart(_("History:"), [_event_line(event) for event in events])


def annulling_line(entry: Entry) -> str:
    """What is about to be made void, in one line."""
    told = ", ".join(filter(None, (entry_state(entry), entry.addressee)))
    return _("To be annulled: № {number} of {day} — {told}{about}.").format(
        number=entry.number,
        day=numeric(entry.date),
        told=told,
        about=f": {entry.heading}" if entry.heading else "",
    )


def role_text(role: str) -> str:
    """What a file is to its entry."""
    return _(_ROLES.get(role, role))


def _file_line(file: IssuedFile) -> str:
    line = _("  {role}: {path}").format(role=role_text(file.role), path=file.path)
    if not file.pages:
        return line
    told = ngettext("{number} page, {program}", "{number} pages, {program}", file.pages)
    return f"{line} ({told.format(number=file.pages, program=file.made_by)})"


def _stated(entry: Entry) -> list[str]:
    known = [
        *_came_in(entry),
        (_("subject"), entry.topic),
        (_("about"), entry.heading),
        (_("in reply to") if entry.by_hand else _("basis"), _basis_text(entry.basis)),
        (_("signed by"), entry.signatory),
        (_("executor"), entry.executor),
        (_("deadline"), numeric(entry.own.deadline) if entry.own.deadline else ""),
        (
            _("edition"),
            str(entry.key.edition) if entry.key.edition > 1 and not entry.by_hand else "",
        ),
        (_("annulled because"), entry.annulled_because),
        (_("replaced by"), entry.replaced_by),
        (_("signed on"), numeric(entry.signed_on) if entry.signed_on else ""),
        (_("remark"), entry.paper.remark),
    ]
    lines = [f"  {name}: {text}" for name, text in known if text]
    lines += [prior_line(prior) for prior in entry.own.priors]
    return lines + [_link_line(link) for link in entry.links]


def _came_in(entry: Entry) -> list[tuple[str, str]]:
    """With whom it was exchanged, and of one that came in what it bears and what is to be done."""
    said = entry.own.incoming
    if said is None:
        return [(_("to"), entry.addressee)]
    return [
        (_("from"), entry.addressee),
        (_("their number"), f"{said.number} от {numeric(said.day)}"),
        (_("sheets"), said.sheets),
        (_("resolution"), said.resolution),
    ]


def prior_line(prior: Prior) -> str:
    """An earlier document, and what a document does to it."""
    told = _(_PRIORS[prior.relation]).format(number=prior.number, day=numeric(prior.day))
    return f"{told} – {'; '.join(prior.said)}" if prior.said else told


def _link_line(link: Link) -> str:
    return _(_LINKS[link.relation]).format(number=link.number, day=numeric(link.on))


def _basis_text(basis: Basis | None) -> str:
    """The letter as it is told; its author alone is left out where nobody named one."""
    if basis is None:
        return ""
    if not basis.author:
        return _("№ {number} of {day}").format(number=basis.number, day=numeric(basis.date))
    return _("{author}, № {number} of {day}").format(
        author=basis.author, number=basis.number, day=numeric(basis.date)
    )


def _why(entry: Entry) -> list[str]:
    """Each figure and finding with its cells and its rule."""
    if entry.sheet is None:
        return []
    lines = []
    for ground in figure_grounds(entry):
        lines.append(
            f"  {ground.title}: {ground.value} = {ground.rule} ({', '.join(ground.cells)})"
        )
    for ground in finding_grounds(entry):
        required = _("{title}: {value}, required: {requirement} ({cells})").format(
            title=ground.title,
            value=ground.value,
            requirement=ground.rule,
            cells=", ".join(ground.cells),
        )
        lines.append(f"  {ground.school}: {required}")
    return lines


def _deliveries(entry: Entry) -> list[str]:
    if not entry.has_left:
        return []
    sent = [f"  {one.to}: {one.way}, {numeric(one.on)}" for one in entry.deliveries]
    lines = [
        _("  {name}: unknown, the mail server's answer was lost ({day})").format(
            name=one.to, day=numeric(one.on)
        )
        for one in entry.mailings
    ]
    unknown = {one.to for one in entry.mailings}
    waiting = [name for name in entry.awaiting if name not in unknown]
    lines += [_("  {name}: not sent yet").format(name=name) for name in waiting]
    return [*lines, *reversed(sent)]


def _answers(entry: Entry) -> list[str]:
    """Who hasn't answered yet, and who has, the latest first."""
    lines = [_("  {name}: not answered yet").format(name=name) for name in unanswered(entry)]
    return [*lines, *(f"  {answer_text(answer)}" for answer in reversed(entry.answers))]


def _acquainted(entry: Entry) -> list[str]:
    lines = [_("  {name}: not yet").format(name=name) for name in unacquainted(entry)]
    return [*lines, *(f"  {acquaintance_text(one)}" for one in reversed(entry.acquainted))]


def _event_line(event: Event) -> str:
    because = f" ({event.because})" if event.because else ""
    when = datetime.fromisoformat(event.at).astimezone()
    what = _(_HAPPENED.get(event.what, event.what))
    to = recipient_said(event)
    if to:
        what = f"{what}: {to}"
    return f"  {when:%d.%m.%Y %H:%M} — {what}, {event.by}{because}"
