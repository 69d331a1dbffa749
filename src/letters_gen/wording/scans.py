"""Scans and codes in words: what was filed, what is left, what a code says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from letters_gen.model.entry import Entry
from letters_gen.records.scan_filing import FiledScan
from letters_gen.records.scans import Piece
from letters_gen.records.signature_check import Signed
from letters_gen.russian.dates import numeric
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import ngettext
from letters_gen.wording.states import entry_state


def code_lines(entry: Entry) -> list[str]:
    """What the register has on the document that bears a code."""
    known = [
        (_("to"), entry.addressee),
        (_("about"), entry.heading),
        (_("signed by"), entry.signatory),
        (_("annulled because"), entry.annulled_because),
    ]
    first = _("Issued by this office: № {number} of {day} — {state}").format(
        number=entry.number, day=numeric(entry.date), state=entry_state(entry)
    )
    return [first, *(f"  {name}: {text}" for name, text in known if text)]


def filed_line(filed: FiledScan) -> str:
    """Which document was filed, of which pages."""
    told = _("{number}: {pages}")
    return told.format(number=filed.entry.number, pages=pieces_text(filed.pieces))


def pieces_text(pieces: Iterable[Piece]) -> str:
    """`скан.pdf, с. 1-2`; of a whole file its name alone."""
    return "; ".join(map(_piece_text, pieces))


def _piece_text(piece: Piece) -> str:
    if piece.is_whole:
        return piece.file.name
    first, last = piece.positions[0] + 1, piece.positions[-1] + 1
    told = _("{file}, page {first}") if first == last else _("{file}, pages {first}–{last}")
    return told.format(file=piece.file.name, first=first, last=last)


def filed_count(number: int) -> str:
    """How many documents have their signed copies now."""
    told = ngettext(
        "Filed: the scan of {number} document.", "Filed: the scans of {number} documents.", number
    )
    return told.format(number=number)


def taken_line(entry: Entry, signed: Signed | None) -> str:
    """That a file was taken in; of a signature with what it was held against."""
    if signed is None:
        return _("{number}: the file is taken into the register.").format(number=entry.number)
    told = (
        _("{number}: the signature is taken in; by its digest it is of {file}.")
        if signed.is_compared
        else _(
            "{number}: the signature is taken in with {file}; whether it is of this file wasn't "
            "checked: its digest is by GOST, or isn't told. Check it with the signing program."
        )
    )
    return told.format(number=entry.number, file=signed.file.path.rpartition("/")[2])


def needs_scan_line(entries: Sequence[Entry]) -> str:
    """The documents that are signed and have no scan; of many the first."""
    from letters_gen.wording.sentences import listed

    numbers = listed([entry.number for entry in entries])
    return _("Signed, but without a scan: {numbers}.").format(numbers=numbers)
