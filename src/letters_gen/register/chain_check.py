"""The chain of events, looked at link by link as its rows pass by."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from letters_gen.errors import Place
from letters_gen.model.oddity import Oddity
from letters_gen.register.chain import Json, hash_of
from letters_gen.register.event_form import happening_of, is_in_form, number_said
from letters_gen.register.rows import MISSHAPEN, event_of
from letters_gen.register.schema import events

_COLUMNS = tuple(str(column.name) for column in events.columns)


class ChainCheck:
    """The chain of one office.

    Attributes:
        head: the hash of the last event.
        told: how many events there are about entries.
    """

    def __init__(self, sought: str | None) -> None:
        self.head = ""
        self.told = 0
        self._sought, self._is_known = sought, sought is None
        self._faults: list[Oddity] = []
        self._is_torn = False
        self._position = 0

    def add(self, row: Row[Any]) -> None:
        """Look at the next event; raises DamageError `row-unreadable`."""
        self._position += 1
        said: Json = dict(zip(_COLUMNS, row, strict=True))
        self._is_known = self._is_known or said["hash"] == self._sought
        if not self._is_torn:
            self._examine(said)
        if said["entry"] is None:
            self._examine_batch(row)
        else:
            self.told += 1
        self.head = said["hash"]

    def _examine(self, said: Json) -> None:
        if said["position"] != self._position or said["previous"] != self.head:
            # From here on nothing fits any more: one fault says it.
            self._is_torn = True
            self._faults.append(_fault("chain-torn", position=self._position))
        elif said["hash"] != _hash(said):
            number = number_said(said["values"])
            self._faults.append(_fault("event-rewritten", position=self._position, number=number))

    def _examine_batch(self, row: Row[Any]) -> None:
        """What a batch shares stands in no entry: its form is looked at here."""
        event = event_of(row)
        try:
            in_form = is_in_form(event, happening_of(event))
        except MISSHAPEN as error:
            self._faults.append(_fault("events-unreadable", reason=str(error)))
            return
        if not in_form:
            self._faults.append(_fault("event-reshaped", position=self._position))

    def faults(self) -> list[Oddity]:
        """What is damaged."""
        if self._is_known:
            return self._faults
        return [*self._faults, _fault("head-unknown", head=self._sought)]


def _hash(said: Json) -> str:
    """The hash of a row of `events`, '' of one that no program has written."""
    try:
        return hash_of(said)
    except TypeError:
        return ""


def _fault(code: str, **arguments: object) -> Oddity:
    return Oddity(code, Place(), arguments)
