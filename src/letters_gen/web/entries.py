"""Which entry of the register a request means, and where the clerk's acts on it are done."""

from __future__ import annotations

from typing import NoReturn

from flask import abort, request

from letters_gen.errors import InputError
from letters_gen.model.entry import Entry
from letters_gen.records.acts import Desk
from letters_gen.web.desk import desk, register, settings
from letters_gen.web.numerals import whole


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
