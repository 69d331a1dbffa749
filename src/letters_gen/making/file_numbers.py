"""The numbers that files of a year bear: the register gives none of them out again (design
§6.1).
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from letters_gen.documents.filenames import number_mark
from letters_gen.model.number_format import SEQ as _SEQ
from letters_gen.model.number_format import expression
from letters_gen.model.settings import Series

# A name may have been typed, or come back from a mail program: signs that look alike are alike.
_ALIKE = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\u00a0\u202f", " "))


@dataclass(frozen=True)
class NumberedFile:
    """A file whose name begins with a number: `suffix` is the tail of one that no program gives
    (`а` of `300а`), '' otherwise.
    """

    name: str
    seq: int
    suffix: str

    def number(self, series: Series) -> str:
        """The number as a document would bear it."""
        return f"{series.number(self.seq)}{self.suffix}"


def numbered_files(
    folder: Path, series: Series, but: Collection[str] = ()
) -> Iterator[NumberedFile]:
    """The files in `folder` whose names begin with numbers of `series`, by their names; `but` those
    named aren't looked at.
    """
    if not folder.is_dir():
        return
    mark = _mark(series)
    # Tens of thousands a year: the folder tells what is a file, the files aren't asked one by one.
    with os.scandir(folder) as listed:
        found = (entry for entry in listed if entry.name not in but)
        names = sorted(entry.name for entry in found if entry.is_file())
    for name in names:
        numbered = _numbered(name, mark)
        if numbered:
            yield numbered


def number_of_name(name: str, series: Series) -> NumberedFile | None:
    """The number of `series` that a file's name begins with, None where it begins with none."""
    return _numbered(name, _mark(series))


def _numbered(name: str, mark: re.Pattern[str]) -> NumberedFile | None:
    match = mark.match(_plain(name))
    return NumberedFile(name, int(match["seq"]), match["suffix"]) if match else None


def numbers_of_files(folder: Path, series: Series) -> dict[int, str]:
    """The running numbers of `series` that names in `folder` begin with, each with such a name."""
    found: dict[int, str] = {}
    for file in numbered_files(folder, series):
        if not file.suffix:
            found.setdefault(file.seq, file.name)
    return found


def _mark(series: Series) -> re.Pattern[str]:
    # Cleaned as a whole: a space or a full stop beside the running number is part of the name, one
    # at its end is not.
    cleaned = _plain(number_mark(_SEQ.join(series.number_parts)))
    indices = [_plain(number_mark(index)) for index in series.all_indices]
    before, after = (expression(part, indices) for part in cleaned.split(_SEQ))
    number = r"(?P<seq>[0-9]+)(?P<suffix>[а-яёa-z]?)"
    return re.compile(f"{before}{number}{after}(?=[ ._(]|$)", re.IGNORECASE)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).translate(_ALIKE)
