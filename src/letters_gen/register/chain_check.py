"""The chain of events, looked at link by link; what the events of entries say is looked at with
these, in `entry_check`.
"""

from __future__ import annotations

from sqlalchemy import Connection

from letters_gen.errors import Place
from letters_gen.model.entry import Event
from letters_gen.model.oddity import Oddity
from letters_gen.register.chain import hash_of
from letters_gen.register.event_form import happening_of, is_in_form, number_said
from letters_gen.register.event_queries import ChainLink, batch_events, links
from letters_gen.register.happenings import Happening
from letters_gen.register.rows import MISSHAPEN


class ChainCheck:
    """The chain of one office.

    Attributes:
        head: the hash of the last event.
        told: how many events there are about entries.
    """

    def __init__(self, connection: Connection, office: str, sought: str | None) -> None:
        self.head = ""
        self.told = 0
        self._sought, self._is_known = sought, sought is None
        self._faults: list[Oddity] = []
        self._is_torn = False
        self._position = 0
        self._look_at(connection, office)

    def _look_at(self, connection: Connection, office: str) -> None:
        for piece in links(connection, office):
            for link in piece:
                self._add(link)
            batches = [link.position for link in piece if not link.is_of_entry]
            for event in batch_events(connection, office, batches):
                self._faults += batch_faults(event)

    def _add(self, link: ChainLink) -> None:
        self._position += 1
        self.told += link.is_of_entry
        self._is_known = self._is_known or link.hash == self._sought
        fits = link.position == self._position and link.previous == self.head
        if not fits and not self._is_torn:
            # From here on nothing fits any more: one fault says it.
            self._is_torn = True
            self._faults.append(_fault("chain-torn", position=self._position))
        self.head = link.hash

    def faults(self) -> list[Oddity]:
        """What is damaged."""
        if self._is_known:
            return self._faults
        return [*self._faults, _fault("head-unknown", head=self._sought)]


def batch_faults(event: Event) -> list[Oddity]:
    """What is wrong with an event that says what a batch shares."""
    try:
        return event_faults(event, happening_of(event))
    except MISSHAPEN as error:
        return [_fault("events-unreadable", reason=str(error))]


def event_faults(event: Event, happening: Happening) -> list[Oddity]:
    """What is wrong with an `event`, which says `happening`, taken by itself: its hash, and the
    text in which it is stored.
    """
    faults = []
    if event.hash != hash_of(event):
        number = number_said(event)
        faults.append(_fault("event-rewritten", position=event.position, number=number))
    if not is_in_form(event, happening):
        faults.append(_fault("event-reshaped", position=event.position))
    return faults


def _fault(code: str, **arguments: object) -> Oddity:
    return Oddity(code, Place(), arguments)
