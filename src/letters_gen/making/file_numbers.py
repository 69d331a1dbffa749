"""The numbers that files of a year bear: the register gives none of them out again (design
§6.1).
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from letters_gen.documents.filenames import number_mark
from letters_gen.model.settings import Series

_SEQ = "\ue000"  # stands for the running number: a sign that no number has


def numbers_of_files(folder: Path, series: Series) -> dict[int, str]:
    """The running numbers of `series` that names in `folder` begin with, each with such a name."""
    if not folder.is_dir():
        return {}
    # Cleaned as a whole: a space or a full stop beside the running number is part of the name, one
    # at its end is not.
    before, _, after = number_mark(_SEQ.join(series.number_parts)).partition(_SEQ)
    mark = re.compile(f"{re.escape(before)}(?P<seq>[0-9]+){re.escape(after)}(?=[ .]|$)")
    found: dict[int, str] = {}
    # Tens of thousands a year: the folder tells what is a file, the files aren't asked one by one.
    with os.scandir(folder) as listed:
        names = sorted(entry.name for entry in listed if entry.is_file())
    for name in names:
        match = mark.match(name)
        if match:
            found.setdefault(int(match["seq"]), name)
    return found
