"""What each event does to an entry. Rebuilding the register is applying all events in their
order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from letters_gen.model.entry import Entry, EntryKey, Event
from letters_gen.register.event_form import happening_of
from letters_gen.register.happenings import (
    Acquainted,
    Annulled,
    Answered,
    Attached,
    BatchBegun,
    Corrected,
    Happening,
    Identified,
    Imported,
    Issued,
    Linked,
    MailBegun,
    MailFailed,
    OfficeRenamed,
    Recognised,
    Redated,
    Rendered,
    Replaced,
    Reserved,
    Revised,
    SendingUndone,
    Sent,
    Signed,
    SigningUndone,
    Unlinked,
)


def applied(entry: Entry | None, key: EntryKey, happening: Happening, batch: BatchBegun) -> Entry:
    """The entry of `key` after `happening`.

    Args:
        entry: as it stood before, None before its reservation.
        batch: the one that `happening` names, else the one that the entry stands in.

    Raises:
        ValueError: it comes before the entry's reservation, or reserves it again.
    """
    if isinstance(happening, (Reserved, Imported)):
        if entry is not None:
            raise ValueError(f"{entry.number} is reserved already")
        if isinstance(happening, Imported):
            return _changed(happening.entry, shared=batch.shared)
        return _reserved(key, happening, batch)
    if entry is None:
        raise ValueError(f"{key} is not reserved")
    return _CHANGES[type(happening)](entry, happening, batch)


def _reserved(key: EntryKey, reserved: Reserved, batch: BatchBegun) -> Entry:
    numbering = reserved.numbering or batch.numbering
    if numbering is None:
        raise ValueError(f"batch {reserved.batch} takes no numbers")
    return _changed(
        _UNTOLD,
        key=key,
        series=numbering.series,
        year=numbering.year,
        seq=reserved.seq,
        number=reserved.number,
        date=numbering.day,
        state="issued" if reserved.by_hand else "reserved",
        addressee=reserved.addressee,
        school=reserved.school,
        workspace=numbering.workspace,
        batch=reserved.batch,
        shared=batch.shared,
        own=reserved.own,
        by_hand=reserved.by_hand,
    )


# An entry of which nothing is told yet.
_UNTOLD = Entry(EntryKey("", ""), "", 0, 0, "", "", date.min, "", "", "", "", 0)


def _changed(entry: Entry, **changes: object) -> Entry:
    """`entry` with some fields changed.

    The constructor, and `dataclasses.replace` with it, sets all twenty-six one by one: verifying a
    register would spend a tenth of its time there.
    """
    changed = object.__new__(Entry)
    vars(changed).update(vars(entry), **changes)
    return changed


def _revised(entry: Entry, happening: Revised, batch: BatchBegun) -> Entry:
    return _changed(
        entry,
        batch=happening.batch,
        shared=batch.shared,
        own=happening.own,
        addressee=happening.addressee,
        school=happening.school,
    )


def _corrected(entry: Entry, happening: Corrected, batch: BatchBegun) -> Entry:
    """Back to reserved, under its own number: the files that stood are former from here on."""
    revised = _revised(entry, happening, batch)
    former, kept = (*entry.former, *entry.files), (*entry.kept, *happening.kept)
    return _changed(revised, state="reserved", files=(), former=former, kept=kept)


def _issued(entry: Entry, happening: Issued, _: BatchBegun) -> Entry:
    return _changed(entry, state="issued", files=happening.files)


def _attached(entry: Entry, happening: Attached, _: BatchBegun) -> Entry:
    replaced = (file for file in entry.files if file not in happening.files)
    former, kept = (*entry.former, *replaced), (*entry.kept, *happening.kept)
    return _changed(entry, files=happening.files, former=former, kept=kept)


def _rendered(entry: Entry, happening: Rendered, _: BatchBegun) -> Entry:
    """A PDF that was made before, and is lost, is no former file: nobody had it but from this."""
    anew = {file.path for file in happening.files}
    standing = (file for file in entry.files if file.path not in anew)
    return _changed(entry, files=(*standing, *happening.files))


def _sent(entry: Entry, happening: Sent, _: BatchBegun) -> Entry:
    reached = {delivery.to for delivery in happening.deliveries}
    mailings = tuple(one for one in entry.mailings if one.to not in reached)
    deliveries = (*entry.deliveries, *happening.deliveries)
    after = _changed(entry, deliveries=deliveries, mailings=mailings)
    return after if after.awaiting else _changed(after, state="sent")


def _mail_begun(entry: Entry, happening: MailBegun, _: BatchBegun) -> Entry:
    return _changed(entry, mailings=(*entry.mailings, happening.mailing))


def _mail_failed(entry: Entry, happening: MailFailed, _: BatchBegun) -> Entry:
    mailings = tuple(one for one in entry.mailings if one.id != happening.id)
    return _changed(entry, mailings=mailings)


def _acquainted(entry: Entry, happening: Acquainted, _: BatchBegun) -> Entry:
    return _changed(entry, acquainted=(*entry.acquainted, *happening.people))


def _answered(entry: Entry, happening: Answered, _: BatchBegun) -> Entry:
    return _changed(entry, answers=(*entry.answers, *happening.answers))


def _linked(entry: Entry, happening: Linked, _: BatchBegun) -> Entry:
    return _changed(entry, links=(*entry.links, *happening.links))


def _unlinked(entry: Entry, happening: Unlinked, _: BatchBegun) -> Entry:
    standing = tuple(link for link in entry.links if link.number != happening.number)
    return _changed(entry, links=standing)


def _annulled(entry: Entry, happening: Annulled, _: BatchBegun) -> Entry:
    return _changed(entry, state="annulled", annulled_because=happening.because)


def _replaced(entry: Entry, happening: Replaced, _: BatchBegun) -> Entry:
    return _changed(entry, state="replaced", replaced_by=happening.by)


def _signed(entry: Entry, happening: Signed, _: BatchBegun) -> Entry:
    return _changed(entry, signed_on=happening.on)


def _unsigned(entry: Entry, _happening: SigningUndone, _: BatchBegun) -> Entry:
    return _changed(entry, signed_on=None)


def _unsent(entry: Entry, happening: SendingUndone, _: BatchBegun) -> Entry:
    state = "issued" if entry.state == "sent" else entry.state
    if happening.to:
        return _changed(
            entry,
            state=state,
            deliveries=tuple(one for one in entry.deliveries if one.to not in happening.to),
            mailings=tuple(one for one in entry.mailings if one.to not in happening.to),
        )
    return _changed(entry, state=state, deliveries=(), mailings=())


def _redated(entry: Entry, happening: Redated, _: BatchBegun) -> Entry:
    """Of a document that a person types the day alone; any other is to be made anew."""
    moved = _changed(entry, date=happening.day)
    if entry.by_hand or entry.shared.typed:
        return moved
    return _changed(moved, state="reserved", files=(), former=(*entry.former, *entry.files))


def _identified(entry: Entry, happening: Identified, _: BatchBegun) -> Entry:
    return _changed(entry, known_inn=happening.inn)


def _recognised(entry: Entry, happening: Recognised, _: BatchBegun) -> Entry:
    return _changed(entry, recognised=(*entry.recognised, happening.said))


# Each takes its own kind of happening: the key says which.
_CHANGES: dict[type[Happening], Callable[[Entry, Any, BatchBegun], Entry]] = {
    Revised: _revised,
    Corrected: _corrected,
    Issued: _issued,
    Attached: _attached,
    Rendered: _rendered,
    Sent: _sent,
    MailBegun: _mail_begun,
    MailFailed: _mail_failed,
    Acquainted: _acquainted,
    Answered: _answered,
    Linked: _linked,
    Unlinked: _unlinked,
    Annulled: _annulled,
    Replaced: _replaced,
    Signed: _signed,
    SigningUndone: _unsigned,
    SendingUndone: _unsent,
    Redated: _redated,
    Identified: _identified,
    Recognised: _recognised,
}


def rebuilt(events: Iterable[Event]) -> dict[EntryKey, Entry]:
    """All entries that `events` (one office's chain, in order) lead to, in the order of their
    reservations.

    Raises:
        ValueError: an event that can't be read, or can't follow those before it.
    """
    batches: dict[int, BatchBegun] = {}
    happened: list[tuple[Event, Happening]] = []
    for event in events:
        happening = happening_of(event)
        if isinstance(happening, BatchBegun):
            batches[event.position] = happening
        elif not isinstance(happening, OfficeRenamed):
            happened.append((event, happening))
    return replayed(happened, batches)


def replayed(
    happened: Iterable[tuple[Event, Happening]], batches: Mapping[int, BatchBegun]
) -> dict[EntryKey, Entry]:
    """The entries that events, in order and each with what it says, lead to; `batches` are those
    that they name, by their positions. Raises ValueError as `rebuilt`.
    """
    entries: dict[EntryKey, Entry] = {}
    for event, happening in happened:
        if event.entry is None:
            raise ValueError(f"event {event.position} ({event.what}) has no entry")
        before = entries.get(event.entry)
        batch = batch_of(happening, before)
        if batch not in batches:
            raise ValueError(f"event {event.position} names the batch {batch}, which there isn't")
        entries[event.entry] = applied(before, event.entry, happening, batches[batch])
    return entries


def batch_of(happening: Happening, entry: Entry | None) -> int:
    """The batch that `happening` names, else the one that its entry stands in."""
    if isinstance(happening, (Reserved, Revised)):
        return happening.batch
    stands = happening.entry if isinstance(happening, Imported) else entry
    return stands.batch if stands else 0
