"""One entry: what it is, why, its files, all that has happened to it, and what may be done."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letters_gen.records.possible import possible_acts
from letters_gen.register.relations import chain_of
from letters_gen.web.batches import batch_of_entry
from letters_gen.web.desk import desk, register, settings
from letters_gen.web.entries import given_entry
from letters_gen.web.entry_addresses import address_of
from letters_gen.web.files import entry_file, sent
from letters_gen.web.opening import can_open, opened
from letters_gen.wording.entries import entry_parts, history_part, role_text
from letters_gen.wording.states import entry_state


def show() -> str:
    """All that the register has on it."""
    entry, reads_only = given_entry(), desk().reads_only
    chain = chain_of(register(), settings().types.values(), entry)
    said, *parts = entry_parts(entry, chain)
    return render_template(
        "entry.html",
        entry=entry,
        state=entry_state(entry),
        said=said.lines,
        parts_of=[*parts, history_part(register().events_of(entry.key))],
        files=[(role_text(file.role), file.path.rpartition("/")[2]) for file in entry.files],
        address=address_of(entry),
        acts=[] if reads_only else possible_acts(entry),
        unfinished=batch_of_entry(entry) if entry.state == "reserved" and not reads_only else {},
        can_open=can_open() and not reads_only,
    )


def file() -> Response:
    """Send a file of it, found by its place there."""
    path = entry_file(given_entry(), request.args.get("file", "0"))
    return sent(path)


def open_() -> Response:
    """Open a file of it on this machine; where that can't be, send it."""
    entry = given_entry()
    place = request.form.get("file", "0")
    path = entry_file(entry, place)
    if not opened(path):
        return redirect(url_for("entry_file", file=place, **address_of(entry)), 303)
    return redirect(url_for("entry", **address_of(entry)), 303)
