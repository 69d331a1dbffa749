"""Scans that were sent together: they lie in a folder outside the workspace, with a note of what
was filed of them, so that what is left is known to every start of the page.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from letters_gen.office.files import write_file
from letters_gen.records.scan_filing import FiledScan
from letters_gen.records.scans import SCANS, Piece, Recognised
from letters_gen.web.entry_addresses import address_of
from letters_gen.web.spool import Spool

_NOTE = "filed.json"


@dataclass(frozen=True)
class FiledPaper:
    """A document whose signed copy was taken in, and of which pages; `address` names its entry."""

    number: str
    address: dict[str, str]
    pieces: tuple[Piece, ...]


@dataclass
class ScanBundle:
    """Scans that were sent together.

    Attributes:
        key: what addresses call it.
        strays: the names of files that were sent with them and are no scans.
        filed: the documents whose signed copies were taken in.
        left: the names of files of which pages aren't filed.
    """

    key: str
    folder: Path
    strays: Sequence[str]
    left: Sequence[str]
    filed: list[FiledPaper] = field(default_factory=list)

    def take(self, filed: Iterable[FiledScan]) -> None:
        """Note what was filed; raises InputError as `files.write_file`."""
        for one in filed:
            self.filed.append(FiledPaper(one.entry.number, address_of(one.entry), one.pieces))
        self.note()

    def leave(self, found: Iterable[Recognised]) -> None:
        """Note what is left; where nothing is, the files go, which the register keeps now."""
        self.left = list(dict.fromkeys(piece.file.name for one in found for piece in one.pieces))
        if self.left:
            self.note()
        else:
            self.drop()

    def has_filed(self, one: Recognised) -> bool:
        """Whether all of its pages are filed already."""
        done = {piece for paper in self.filed for piece in paper.pieces}
        return done.issuperset(one.pieces)

    def drop(self) -> None:
        """Take the files away."""
        # Its note goes first: without it there is no bundle.
        with suppress(OSError):
            (self.folder / _NOTE).unlink()
        shutil.rmtree(self.folder, ignore_errors=True)

    def note(self) -> None:
        """Keep what is known of it; raises InputError as `files.write_file`."""
        papers = [
            {
                "number": one.number,
                "address": one.address,
                "pieces": [
                    [piece.file.name, piece.positions, piece.is_whole] for piece in one.pieces
                ],
            }
            for one in self.filed
        ]
        told = {"strays": [*self.strays], "left": [*self.left], "filed": papers}
        write_file(self.folder / _NOTE, json.dumps(told, ensure_ascii=False).encode())


def new_bundle(spool: Spool, key: str, strays: Sequence[str]) -> ScanBundle:
    """What was just laid into the folder of that key; raises InputError as `files.write_file`."""
    folder = spool.folder_of(key)
    assert folder is not None
    names = sorted(path.name for path in folder.iterdir() if path.suffix.lower() in SCANS)
    bundle = ScanBundle(key, folder, strays, names)
    bundle.note()
    return bundle


def known_bundle(spool: Spool, key: str) -> ScanBundle | None:
    """The scans of that key as their note tells of them, None where there is none."""
    folder = spool.folder_of(key)
    if folder is None:
        return None
    try:
        told = json.loads((folder / _NOTE).read_bytes())
        filed = [_paper(folder, one) for one in told["filed"]]
        return ScanBundle(key, folder, told["strays"], told["left"], filed)
    except (OSError, ValueError, LookupError, TypeError):
        # A start that was killed while it laid them: nobody was told that they were taken.
        return None


def known_bundles(spool: Spool) -> Iterator[ScanBundle]:
    """All of them, the latest first."""
    for key in spool.keys_together():
        found = known_bundle(spool, key)
        if found:
            yield found


def _paper(folder: Path, told: dict[str, Any]) -> FiledPaper:
    pieces = tuple(
        Piece(folder / name, tuple(positions), is_whole)
        for name, positions, is_whole in told["pieces"]
    )
    return FiledPaper(told["number"], told["address"], pieces)
