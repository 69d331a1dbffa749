"""Recognised scans filed as the signed copies of their documents; what is left stays in the
folder.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from letters_gen.model.entry import Entry
from letters_gen.office.digest import file_digest
from letters_gen.office.files import free_path, write_file, writing
from letters_gen.office.scratch import scratch_folder
from letters_gen.outputs.scanned_pages import pages_alone
from letters_gen.records.acts import Desk, attach
from letters_gen.records.scans import Piece, Recognised
from letters_gen.register.wanted import Wanted

FILED = "разнесено"
"""The folder beside the scans that those go into whose pages are all filed."""


@dataclass(frozen=True)
class FiledScan:
    """A document whose signed copy was taken in: as it is now, and of which files."""

    entry: Entry
    pieces: tuple[Piece, ...]


def filed_scans(
    desk: Desk, found: Iterable[Recognised], *, is_meant: bool = True
) -> list[FiledScan]:
    """File each of `found`, which are to be filed; a run that is cut short is run again.

    Args:
        is_meant: as of `acts.attach`: a code, or the clerk, has told whose they are.

    Raises:
        InputError: as `acts.attach`.
    """
    filed = []
    with scratch_folder() as folder:
        for one in found:
            assert one.entry is not None
            entry = one.entry
            for piece in one.pieces:
                entry = _attached(desk, entry, piece, folder, is_meant=is_meant)
            filed.append(FiledScan(entry, one.pieces))
    return filed


def _attached(desk: Desk, entry: Entry, piece: Piece, scratch: Path, *, is_meant: bool) -> Entry:
    file = piece.file
    if not piece.is_whole:
        file = scratch / _part_name(piece)
        file.write_bytes(pages_alone(piece.file, piece.positions))
    elif file_digest(file) in {one.sha256 for one in entry.files if one.role == "scan"}:
        return entry
    return attach(desk, entry, file, "", is_meant=is_meant)


def tidied(found: Sequence[Recognised], filed: Collection[FiledScan]) -> list[Path]:
    """Move the files whose pages are filed into a folder beside them; of a file that had others
    too these stay, each run as a file of its own. The new files.

    Raises:
        InputError: what `files.unwritable` tells.
    """
    done = {piece for one in filed for piece in one.pieces}
    left: dict[Path, list[Piece]] = {piece.file: [] for piece in done}
    for one in found:
        for piece in one.pieces:
            if piece not in done and piece.file in left:
                left[piece.file].append(piece)
    made = []
    for file, pieces in left.items():
        for piece in pieces:
            path = free_path(file.parent / _part_name(piece))
            write_file(path, pages_alone(file, piece.positions))
            made.append(path)
        folder = file.parent / FILED
        with writing(folder):
            folder.mkdir(exist_ok=True)
            file.rename(free_path(folder / file.name))
    return made


def _part_name(piece: Piece) -> str:
    """`скан, с. 3-4.pdf`"""
    first, last = piece.positions[0] + 1, piece.positions[-1] + 1
    told = f"{first}" if first == last else f"{first}-{last}"
    return f"{piece.file.stem}, с. {told}{piece.file.suffix}"


def without_scan(desk: Desk, years: Collection[int]) -> list[Entry]:
    """The documents of these years that are signed, and whose signed copy wasn't taken in."""
    found: list[Entry] = []
    for year in sorted(years):
        found += desk.register.entries(Wanted(year=year, needs_scan=True))
    return found
