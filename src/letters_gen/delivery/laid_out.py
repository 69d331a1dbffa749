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
from letters_gen.documents.filenames import document_stem
from letters_gen.office.files import read_file, write_file
from letters_gen.office.workspace import Workspace


def drafts(
    box: Letterbox, messages: Iterable[Message], folder: Path, at: datetime
) -> Iterator[Path]:
    """Write each message as an .eml that a mail program opens as a draft; raises as
    `Letterbox.message` and `files.write_file`.
    """
    for message in messages:
        name = document_stem(message.recipient.name, message.entry.number, message.entry.title)
        path = folder / f"{name}.eml"
        write_file(path, box.message(message, at, is_draft=True))
        yield path


def laid_out(workspace: Workspace, parcels: Iterable[Parcel], folder: Path) -> Iterator[Path]:
    """Copy the files of documents into `folder`, each named by its school first; raises as
    `files.read_file` and `files.write_file`.
    """
    for parcel in parcels:
        school = parcel.entry.school
        for file in parcel.files:
            name = PurePosixPath(file.path)
            rest = " ".join(name.stem.replace(_plain(school), "").split())
            path = folder / f"{document_stem(school, rest)}{name.suffix}"
            write_file(path, read_file(workspace.root / file.path))
            yield path


def _plain(school: str) -> str:
    """The school as names of files have it."""
    return document_stem(school, "") if school else "\0"
