"""Журнал: the entries, the latest first, those that are looked for; some at a time."""

from __future__ import annotations

from typing import Any

from flask import render_template, request, url_for

from letters_gen.register.paging import Spot, Stretch, spot_of
from letters_gen.register.wanted import Wanted
from letters_gen.web.desk import register, settings
from letters_gen.web.entry_addresses import address_of
from letters_gen.web.failing import Answer
from letters_gen.web.forms import problems
from letters_gen.web.journal_forms import FindForm
from letters_gen.web.numerals import whole
from letters_gen.web.paging import MOST
from letters_gen.wording.states import entry_state

_PARTED = "~"


def show() -> str | Answer:
    """The entries that fit what is asked for."""
    form = FindForm(settings(), request.args)
    if not form.validate():
        empty = Stretch((), has_later=False, has_earlier=False)
        return _shown(form, empty), 422
    after, before = _spot("after"), _spot("before")
    found = register().stretch(form.wanted(), MOST, after or before, is_after=after is not None)
    return _shown(form, found)


def _shown(form: FindForm, found: Stretch) -> str:
    entries = found.entries
    return render_template(
        "journal.html",
        form=form,
        problems=problems(form),
        entries=entries,
        address_of=address_of,
        state_of=entry_state,
        is_found=form.wanted() != Wanted(),
        is_whole=not (found.has_later or found.has_earlier),
        later=_address("after", spot_of(entries[0])) if entries and found.has_later else "",
        earlier=_address("before", spot_of(entries[-1])) if entries and found.has_earlier else "",
        newest=_address("", None),
    )


def _address(side: str, spot: Spot | None) -> str:
    """This list, from another place on."""
    asked: dict[str, Any] = request.args.to_dict()
    asked = {name: text for name, text in asked.items() if text}
    for name in ("after", "before"):
        asked.pop(name, None)
    if spot is not None:
        asked[side] = _PARTED.join(map(str, spot))
    return url_for("journal", **asked)


def _spot(side: str) -> Spot | None:
    """The place that the address names, None where it names none."""
    parts = request.args.get(side, "").split(_PARTED)
    if len(parts) != len(Spot._fields):
        return None
    day, seq, series, suffix, twin, year = parts
    numbers = [whole(part) for part in (seq, twin, year)]
    if None in numbers:
        return None
    found = Spot(day, numbers[0] or 0, series, suffix, numbers[1] or 0, numbers[2] or 0)
    return None if "\0" in "".join(parts) else found
