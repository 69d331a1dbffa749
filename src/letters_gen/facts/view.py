"""What a sheet was understood as, for whoever wants to look."""

from __future__ import annotations

from collections.abc import Iterator

from letters_gen.facts.cells import text_of
from letters_gen.facts.grid import column_letters
from letters_gen.facts.headers import Header
from letters_gen.model.sheet_view import SeenColumn, SheetView

_SHOWN = 3


def view_of(header: Header) -> SheetView:
    """The table under `header`: its columns with their letters, its first and last rows."""
    captions = {caption.column: caption.text for caption in header.captions}
    columns = sorted(header.columns.items(), key=lambda one: one[1])
    seen = [SeenColumn(key, column_letters(at), captions.get(at, "")) for key, at in columns]
    taken = set(header.columns.values())
    others = [f"{column_letters(at)} «{text}»" for at, text in captions.items() if at not in taken]
    first, last = header.first + 1, header.last + 1
    rows = (
        (number + 1, tuple(text_of(header.grid.shown(number, at)) for _, at in columns))
        for number in _shown_rows(header)
    )
    return SheetView(
        header.grid.sheet,
        str(first) if first == last else f"{first}–{last}",
        tuple(seen),
        tuple(rows),
        tuple(others),
    )


def _shown_rows(header: Header) -> Iterator[int]:
    """The first and the last rows under a header that hold anything."""
    rows = header.grid.rows
    filled = [at for at in range(header.last + 1, min(header.end, len(rows))) if any(rows[at])]
    yield from filled[:_SHOWN]
    yield from filled[max(_SHOWN, len(filled) - _SHOWN) :]
