"""What has left the house, or was worked on by hand: never corrected; a new edition says in whose
place it is (design §6.10).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from letters_gen.errors import InputError, together
from letters_gen.issuing.decisions import Act, Decision
from letters_gen.model.entry import Entry
from letters_gen.register.book import Register


def spared(decisions: Iterable[Decision], register: Register) -> list[Decision]:
    """The decisions, documents left out of a correction whose file was edited by hand since, or
    is typed in Word.
    """
    found = []
    for one in decisions:
        entry = one.standing if one.act is Act.CORRECT else None
        edited = entry and (entry.shared.typed or is_edited(entry, register))
        found.append(replace(one, act=Act.SPARE) if edited else one)
    return found


def is_edited(entry: Entry, register: Register) -> bool:
    """Whether the document's file was taken in by hand since the program made it."""
    if not entry.former:
        return False
    kinds = [event.what for event in register.events_of(entry.key)]
    made = max(position for position, kind in enumerate(kinds) if kind in ("issued", "imported"))
    return "attached" in kinds[made:] and _has_former_document(entry)


def _has_former_document(entry: Entry) -> bool:
    return any(file.role == "document" for file in entry.former)


def refuse_spared(decisions: Sequence[Decision]) -> None:
    """Raises InputError where a correction would correct nothing: `entry-sent`, `entry-signed`,
    `entry-edited` for each document that it spares; `order-signed` for an order that would be
    annulled: only another order ends one that is signed (design §6.10).
    """
    _refuse_signed_orders(decisions)
    if any(one.is_written for one in decisions):
        return
    faults = [
        InputError(why_spared(one.standing), number=one.standing.number)
        for one in decisions
        if one.act is Act.SPARE and one.standing
    ]
    if faults:
        raise together(faults)


def _refuse_signed_orders(decisions: Sequence[Decision]) -> None:
    for one in decisions:
        gone = one.annuls or one.replaces
        is_order = one.letter is not None and one.letter.batch.type.form == "order"
        if gone and gone.is_signed and is_order:
            raise InputError("order-signed", number=gone.number)


def why_spared(entry: Entry) -> str:
    """The code of why a document isn't corrected."""
    if entry.has_left:
        return "entry-sent"
    return "entry-signed" if entry.is_signed else "entry-edited"


def remade(decisions: Iterable[Decision]) -> list[Entry]:
    """The documents that stood, and are made anew or ended by `decisions`."""
    gone = (Act.CORRECT, Act.RENEW, Act.WITHDRAW)
    return [
        one.standing
        for one in decisions
        if one.standing and (one.act in gone or (one.is_written and one.standing.former))
    ]


def in_place_of(decisions: Iterable[Decision], standing: Sequence[Entry]) -> list[Decision]:
    """The decisions, each letter told in place of which document that had been sent it is.

    Args:
        standing: the entries of the batch, every edition.
    """
    former = {entry.key.school: entry for entry in standing if entry.state == "replaced"}
    found = []
    for one in decisions:
        gone = one.replaces or former.get(one.key.school)
        says_so = one.takes_number or gone is not one.standing
        found.append(_told(one, gone) if gone and one.letter and says_so else one)
    return found


def _told(decision: Decision, gone: Entry) -> Decision:
    assert decision.letter is not None
    letter = replace(decision.letter, instead_of=(gone.date, gone.number))
    return replace(decision, letter=letter)
