"""What becomes of a finished document by hand: signed, sent, and the mistakes about that."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from letters_gen.errors import CommandLineError, InputError, together
from letters_gen.model.entry import Delivery, Entry, EntryKey
from letters_gen.model.entry_state import ended_by, is_withdrawn
from letters_gen.model.folding import folded
from letters_gen.records.acts import Desk, issued_entry, refuse_doubtful
from letters_gen.records.attachments import attached_files, typed_file
from letters_gen.register.happenings import Attached, Redated, SendingUndone, Signed, SigningUndone
from letters_gen.register.wanted import Wanted

SIGNED_OTHERWISE = "signed-otherwise"
"""The code of a doubt: another day of signing was recorded, and the clerk may mean this one."""


def mark_sent(
    desk: Desk, entries: Sequence[Entry], to: Sequence[str], way: str, day: date
) -> list[Entry]:
    """Record that documents have reached `to` (all who wait for them where that is empty); a row
    told twice is one. All of them, or none.

    Args:
        to: recipients, each named by any part of its name that only one has.

    Raises:
        InputError: `entry-not-issued`, `entry-annulled`, `unknown-recipient`;
            `sent-before-its-date`, `sent-in-future`, `sent-without-document`,
            `incoming-not-sent`; `entry-withdrawn`, `entry-replaced`: it stands no more.
    """
    for entry in entries:
        if entry.own.incoming:
            raise InputError("incoming-not-sent", number=entry.number)
    told = [(entry, _recipients(entry, to, entry.awaiting)) for entry in entries]
    with desk.alone():
        standing = [issued_entry(desk, entry) for entry, _ in told]
        _refuse(standing, day, desk.stamp.at.date())
        taken = _typed(desk, standing)
        new = {}
        for entry, (_, names) in zip(standing, told, strict=True):
            made = _new_deliveries(entry, names, way, day)
            if made or entry.is_annulled:
                new[entry.key] = made
        with desk.register.writing(desk.stamp) as writer:
            writer.happen_to(taken)
            changed = {key: writer.send(key, made) for key, made in new.items()}
    return [changed.get(entry.key, entry) for entry in standing]


def _new_deliveries(entry: Entry, names: Sequence[str], way: str, day: date) -> list[Delivery]:
    """What is to be recorded of one document: to those named, or to all who wait for it."""
    said = [Delivery(name, way, day) for name in names or entry.awaiting]
    return [delivery for delivery in said if delivery not in entry.deliveries]


def gone_fault(entry: Entry) -> InputError | None:
    """Why a letter doesn't go out any more: `entry-replaced`, `entry-withdrawn`; None where it
    stands.
    """
    if entry.replaced_by:
        return InputError("entry-replaced", number=entry.number, because=entry.replaced_by)
    ended = ended_by(entry) if is_withdrawn(entry) else None
    return InputError("entry-withdrawn", number=entry.number, by=ended.number) if ended else None


def undo_sent(desk: Desk, entries: Sequence[Entry], to: Sequence[str], because: str) -> list[Entry]:
    """Record that documents were never sent, or have come back. All of them, or none.

    Args:
        to: from whom, as `mark_sent` takes them; nobody has got it where that is empty.

    Raises:
        InputError: `not-sent`, `unknown-recipient`.
        CommandLineError: `reason-missing`.
    """
    if not because.strip():
        raise CommandLineError("reason-missing", number=entries[0].number)
    names = {one.key: tuple(_recipients(one, to, _reached(one))) for one in entries}
    with desk.alone():
        standing = [issued_entry(desk, entry) for entry in entries]
        faults = [
            InputError("not-sent", number=one.number)
            for one in standing
            if not _has_gone(one, names[one.key])
        ]
        if faults:
            raise together(faults)
        undone = {key: SendingUndone(of) for key, of in names.items()}
        with desk.register.writing(desk.stamp) as writer:
            return writer.happen_to(undone, because)


def _reached(entry: Entry) -> list[str]:
    return [one.to for one in entry.deliveries]


def _has_gone(entry: Entry, to: Sequence[str]) -> bool:
    """Whether a document is recorded as sent to all of these, or to anybody where they are none."""
    gone = {one.to for one in entry.deliveries} | {one.to for one in entry.mailings}
    return bool(gone) and gone.issuperset(to) and entry.state != "replaced"


def mark_signed(
    desk: Desk, entries: Sequence[Entry], day: date, *, is_meant: bool = False
) -> list[Entry]:
    """Record that documents are signed: from then on they aren't corrected. One that is recorded as
    signed on this day stays as it is.

    Args:
        is_meant: whether the day takes the place of another that was recorded.

    Raises:
        InputError: `entry-not-issued`, `entry-annulled`; `incoming-not-signed`,
            `signed-before-its-date`, `signed-in-future`; `signed-otherwise` unless it `is_meant`.
    """
    with desk.alone():
        standing = [issued_entry(desk, entry) for entry in entries]
        _refuse_unsigned(standing, day, desk, is_meant=is_meant)
        new = [entry for entry in standing if entry.signed_on != day]
        taken = _typed(desk, new)
        with desk.register.writing(desk.stamp) as writer:
            writer.happen_to(taken)
            signed = writer.happen_to(dict.fromkeys((one.key for one in new), Signed(day)))
    changed = {one.key: one for one in signed}
    return [changed.get(entry.key, entry) for entry in standing]


def signed_otherwise(entries: Sequence[Entry], day: date) -> list[Entry]:
    """Those that are recorded as signed on another day."""
    return [one for one in entries if one.signed_on not in (None, day)]


def _refuse_unsigned(entries: Sequence[Entry], day: date, desk: Desk, *, is_meant: bool) -> None:
    faults = [fault for entry in entries if (fault := _unsigned(entry, day, desk))]
    if not (faults or is_meant):
        faults = [
            InputError(SIGNED_OTHERWISE, number=one.number, day=one.signed_on, wanted=day)
            for one in signed_otherwise(entries, day)
        ]
    if faults:
        raise together(faults)


def undo_signed(desk: Desk, entries: Sequence[Entry], because: str) -> list[Entry]:
    """Record that documents were never signed. All of them, or none.

    Raises:
        InputError: `not-signed`; `signed-copy-there`: the scan or the signature tells that it is.
        CommandLineError: `reason-missing`.
    """
    if not because.strip():
        raise CommandLineError("reason-missing", number=entries[0].number)
    with desk.alone():
        standing = [issued_entry(desk, entry) for entry in entries]
        faults = [
            InputError(
                "signed-copy-there" if one.has_signed_copy else "not-signed", number=one.number
            )
            for one in standing
            if one.has_signed_copy or one.signed_on is None
        ]
        if faults:
            raise together(faults)
        undone = dict.fromkeys((one.key for one in standing), SigningUndone())
        with desk.register.writing(desk.stamp) as writer:
            return writer.happen_to(undone, because)


def _unsigned(entry: Entry, day: date, desk: Desk) -> InputError | None:
    """Why a document can't have been signed on `day`, None where it can."""
    if entry.own.incoming:
        return InputError("incoming-not-signed", number=entry.number)
    if day > desk.stamp.at.date():
        return InputError("signed-in-future", number=entry.number, day=day)
    if day < entry.date:
        return InputError("signed-before-its-date", number=entry.number, day=day, date=entry.date)
    return None


def _typed(desk: Desk, entries: Sequence[Entry]) -> dict[EntryKey, Attached]:
    """What was typed into blanks among `entries`: their files as they are signed, or sent."""
    taken = {}
    for entry in entries:
        file = typed_file(desk.workspace, entry)
        if file:
            refuse_doubtful(desk, entry, file)
            taken[entry.key] = attached_files(desk.workspace, entry, file, "")
    return taken


def redate(desk: Desk, entries: Sequence[Entry], day: date, because: str) -> list[Entry]:
    """Move the day of documents signed late; those that the program made are to be made anew. One
    that bears this day already stays as it is.

    Raises:
        InputError: `entry-signed`, `entry-sent`, `entry-annulled`, `redate-other-year`;
            `redate-out-of-order`: the day would lie outside of those of the numbers around them.
    """
    with desk.alone():
        standing = [issued_entry(desk, entry) for entry in entries]
        faults = [fault for entry in standing if (fault := _fixed(entry, day))]
        faults += _out_of_order(desk, standing, day)
        if faults:
            raise together(faults)
        with desk.register.writing(desk.stamp) as writer:
            new = [entry.key for entry in standing if entry.date != day]
            moved = writer.happen_to(dict.fromkeys(new, Redated(day)), because)
    changed = {one.key: one for one in moved}
    return [changed.get(entry.key, entry) for entry in standing]


def _fixed(entry: Entry, day: date) -> InputError | None:
    """Why the day of a document can't be moved, None where it can."""
    if entry.has_left:
        return InputError("entry-sent", number=entry.number)
    if entry.is_signed:
        return InputError("entry-signed", number=entry.number)
    if entry.year != day.year:
        return InputError("redate-other-year", number=entry.number, year=entry.year)
    return None


def _out_of_order(desk: Desk, moved: Sequence[Entry], day: date) -> Iterator[InputError]:
    """Why the day doesn't fit among those of the other numbers; nothing where it does."""
    runs: dict[tuple[str, int], dict[EntryKey, int]] = {}
    for entry in moved:
        runs.setdefault((entry.series, entry.year), {})[entry.key] = entry.seq
    for (series, year), places in runs.items():
        others = desk.register.entries(Wanted(series=series, year=year))
        wrong = next((one for one in others if _is_disordered(one, places, day)), None)
        if wrong:
            number, of = wrong.number, wrong.date
            yield InputError("redate-out-of-order", number=number, day=of, wanted=day)


def _is_disordered(other: Entry, moved: Mapping[EntryKey, int], day: date) -> bool:
    """Whether the day of a document doesn't follow its number once those that are `moved`, each
    with its running number, have theirs.
    """
    if other.key in moved or other.is_annulled or other.date == day:
        return False
    if other.date < day:
        return other.seq > min(moved.values())
    return other.seq < max(moved.values())


def _recipients(entry: Entry, to: Sequence[str], those: Sequence[str]) -> list[str]:
    """Those of an entry's recipients that are named, in full or by a part that only one has.

    Args:
        those: whom the addressee in the letterhead stands for: «Директору …», «Руководителям ОО».
    """
    known = list(dict.fromkeys([*entry.recipients, *(one.to for one in entry.deliveries)]))
    found: list[str] = []
    for name in to:
        meant = _named(known, name)
        if not meant and folded(name) in folded(entry.addressee):
            found += those
        elif len(meant) == 1:
            found += meant
        else:
            near = [*known, entry.addressee]
            nearest = meant or difflib.get_close_matches(name, near, n=1, cutoff=0.3)
            raise InputError("unknown-recipient", number=entry.number, found=name, nearest=nearest)
    return list(dict.fromkeys(found))


def _named(known: Sequence[str], name: str) -> list[str]:
    exact = [one for one in known if folded(one) == folded(name)]
    return exact or [one for one in known if folded(name) in folded(one)]


def _refuse(entries: Sequence[Entry], day: date, today: date) -> None:
    """Raises InputError for every document that can't have been sent, or not on `day`."""
    faults = []
    for entry in entries:
        if day > today:
            faults.append(InputError("sent-in-future", number=entry.number, day=day))
        elif fault := gone_fault(entry):
            faults.append(fault)
        elif entry.is_number_alone:
            faults.append(InputError("sent-without-document", number=entry.number))
        elif day < entry.date:
            faults.append(
                InputError("sent-before-its-date", number=entry.number, day=day, date=entry.date)
            )
    if faults:
        raise together(faults)
