"""The covering letter of a sheet, entered in the journal of incoming documents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from letters_gen.issuing.flow import Office
from letters_gen.making.file_numbers import numbers_of_files
from letters_gen.model.answer import IncomingStatement
from letters_gen.model.basis import Basis
from letters_gen.model.entry import Entry, Stamp
from letters_gen.office.lease import leased
from letters_gen.register.book import Register
from letters_gen.register.incoming import (
    Received,
    incoming_series,
    letters_of,
    receive,
    refuse_early,
)
from letters_gen.register.reservation import Reservation


def standing_letter(register: Register, basis: Basis) -> Entry | None:
    """The letter as it is entered already, None where it isn't."""
    found = letters_of(register, basis.number, basis.date)
    return next((entry for entry in found if not entry.is_annulled), None)


def enter_covering_letter(
    office: Office, basis: Basis, day: date, stamp: Stamp, waiting: Callable[[str], None]
) -> Entry:
    """Enter the letter, which came in on `day`.

    Raises:
        InputError: `incoming-unset`, `incoming-before-date`; as `register.incoming.receive`.
    """
    refuse_early(basis.date, day)
    series, workspace = incoming_series(office.settings), office.workspace
    borne = numbers_of_files(workspace.year(day.year), series)
    reservation = Reservation(series, day, workspace.identity(), borne)
    letter = Received(IncomingStatement(basis.author, basis.number, basis.date), _HEADING)
    with (
        leased(workspace.letters, stamp.by, waiting),
        office.register.leased(stamp.by, waiting),
        office.register.writing(stamp) as writer,
    ):
        return receive(office.register, writer, reservation, letter)


_HEADING = "О направлении результатов мониторинга"
