"""Documents that the clerk names by their numbers for a new one: that it ends, or changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from letters_gen.cli.session import Session
    from letters_gen.model.entry import EntryKey


def named_documents(session: Session, numbers: tuple[str, ...]) -> tuple[EntryKey, ...]:
    """The documents of these numbers; raises InputError as `lookup.meant_entry`."""
    if not numbers:
        return ()
    from letters_gen.records.lookup import meant_entry

    office = session.office
    return tuple(
        meant_entry(office.register, office.settings, number, None, session.today).key
        for number in numbers
    )


def changed_documents(session: Session, told: tuple[str, ...]) -> dict[EntryKey, tuple[str, ...]]:
    """The documents that the clerk changes, each with what is changed in it: «45-ОД: пункт 4
    исключить»; raises as `named_documents`.
    """
    found: dict[EntryKey, tuple[str, ...]] = {}
    for one in told:
        number, _colon, text = one.partition(":")
        [key] = named_documents(session, (number.strip(),))
        said = " ".join(text.split()).rstrip(".;")
        found[key] = (*found.get(key, ()), *([said] if said else []))
    return found
