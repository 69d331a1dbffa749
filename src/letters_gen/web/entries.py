"""Which entry of the register an address means, and where the clerk's acts on it are done."""

from __future__ import annotations

from typing import Any, NoReturn

from flask import abort, request

from letters_gen.errors import InputError
from letters_gen.model.entry import Entry
from letters_gen.records.acts import Desk
from letters_gen.web.desk import desk, register, settings
from letters_gen.web.numerals import whole


def address_of(entry: Entry) -> dict[str, Any]:
    """What an address names an entry by: its number is nobody else's."""
    told = {"year": str(entry.year), "series": entry.series, "seq": str(entry.seq)}
    if entry.suffix:
        told["suffix"] = entry.suffix
    if entry.twin:
        told["twin"] = str(entry.twin)
    return told


def mark_of(entry: Entry) -> str:
    """What a tick names an entry by."""
    return "~".join(address_of(entry).values())


def given_entry() -> Entry:
    """The entry that the request names; 404 where there is none."""
    said = request.values
    year, seq, twin = (whole(said.get(name, "0")) for name in ("year", "seq", "twin"))
    if year is None or seq is None or twin is None:
        abort(404)
    found = register().borne(year, said.get("series", ""), seq, said.get("suffix", ""), twin)
    return found or abort(404)


def acts_desk() -> Desk:
    """Where an act is done; nobody waits for a batch that is being issued."""
    return Desk(desk().workspace, settings(), register(), desk().clock.stamp(), _refuse)


def _refuse(holder: str) -> NoReturn:
    raise InputError("page-waits", holder=holder)
