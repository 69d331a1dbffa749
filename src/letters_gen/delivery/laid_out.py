"""Documents laid ready to be sent by hand: as drafts for a mail program, or as files to drag into a
chat or a portal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath

from letters_gen.delivery.mail_message import Letterbox
from letters_gen.delivery.mail_plan import Message
from letters_gen.delivery.parcels import Parcel
from letters_gen.documents.filenames import school_first, without_school
from letters_gen.office.files import read_file, write_file
from letters_gen.office.workspace import Workspace


def drafts(
    box: Letterbox, messages: Iterable[Message], folder: Path, at: datetime
) -> Iterator[Path]:
    """Write each message as an .eml that a mail program opens as a draft; raises as
    `Letterbox.message` and `files.write_file`.
    """
    taken: set[str] = set()
    for message in messages:
        entry = message.entry
        stem = school_first(message.recipient.name, f"{entry.number} {entry.title}")
        path = folder / _untaken(stem, ".eml", taken)
        write_file(path, box.message(message, at, is_draft=True))
        yield path


def laid_out(workspace: Workspace, parcels: Iterable[Parcel], folder: Path) -> Iterator[Path]:
    """Copy the files of documents into `folder`, each named by its school first; raises as
    `files.read_file` and `files.write_file`.
    """
    taken: set[str] = set()
    for parcel in parcels:
        school = parcel.entry.school
        for file in parcel.files:
            name = PurePosixPath(file.path)
            stem = school_first(school, without_school(name.stem, school))
            path = folder / _untaken(stem, name.suffix, taken)
            write_file(path, read_file(workspace.root / file.path))
            yield path


def _untaken(stem: str, suffix: str, taken: set[str]) -> str:
    """A name that no other file of the run has: long names of schools may be alike where they are
    cut, numbers in two years.
    """
    name, count = f"{stem}{suffix}", 1
    while name.casefold() in taken:
        count += 1
        name = f"{stem} ({count}){suffix}"
    taken.add(name.casefold())
    return name
