"""Why it is doubtful that a file is of the entry that it is to be attached to: by what it says of
itself, and by whose file it is already.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.model.entry import Entry
from letters_gen.model.registration_number import is_same_number, parsed_number
from letters_gen.model.settings import Series, Settings
from letters_gen.office.files import read_file
from letters_gen.records.attachments import file_role
from letters_gen.records.file_text import UNREAD, lines_of, refuse_damaged
from letters_gen.records.signature_check import signed_file
from letters_gen.records.stated_number import Stated, stated_in
from letters_gen.register.book import Register
from letters_gen.register.wanted import Wanted

OTHER_NUMBER, OTHER_DAY, OTHERS_FILE = "attach-number-differs", "attach-day-differs", "attach-taken"
DAMAGED = "scan-damaged"
DOUBTS = (OTHER_NUMBER, OTHER_DAY, OTHERS_FILE, UNREAD, DAMAGED)
"""The codes of what a clerk may have meant all the same."""
# A price list, a table: one file may go with many letters.
_SHARED = "appendix"
_WORDED = ("document", "scan")


def doubts_about(
    register: Register, settings: Settings, root: Path, entry: Entry, file: Path
) -> list[InputError]:
    """What speaks against `file` being of `entry`; nothing of one that is its own already. A
    signature is never meant for two.

    Args:
        root: the workspace's folder.

    Raises:
        InputError: as `signed_file`; what `files.unreadable` tells.
    """
    content = read_file(file)
    digest = hashlib.sha256(content).hexdigest()
    if digest in {one.sha256 for one in entry.files}:
        return []
    taken, is_signature = _taken_by(register, entry, digest), file_role(file) == "signature"
    if taken:
        code = "signature-taken" if is_signature else OTHERS_FILE
        return [InputError(code, Place(file=file.name), number=entry.number, other=taken)]
    if is_signature and signed_file(root, entry, file.name, content).is_compared:
        return []
    unread, lines = _read(file, content, is_ours=not entry.own.incoming)
    return [*unread, *_stated(settings, entry, file, lines)]


def _read(file: Path, content: bytes, *, is_ours: bool) -> tuple[list[InputError], list[str]]:
    """Why a file can't be read, and its words where they may tell its number."""
    try:
        if is_ours and file_role(file) in _WORDED:
            return [], lines_of(content, file)
        refuse_damaged(file)
    except InputError as fault:
        return [fault], []
    return [], []


def _stated(
    settings: Settings, entry: Entry, file: Path, lines: Sequence[str]
) -> Iterator[InputError]:
    """What the file says of itself against its being of `entry`."""
    # What came in bears its sender's number, which may look like one of ours.
    if entry.own.incoming:
        return
    series = [one for one in settings.series.values() if one.journal != "incoming"]
    has_code = any(one.code for one in settings.types.values())
    stated = stated_in(lines, file, series, has_code=has_code)
    if stated:
        yield from _differing(stated, entry, file, series)


def _taken_by(register: Register, entry: Entry, digest: str) -> str:
    """The number of another entry that has the very same file, '' where none has."""
    for other in register.entries(Wanted(file=digest)):
        roles = {one.role for one in other.files if one.sha256 == digest}
        if other.key != entry.key and roles - {_SHARED}:
            return other.number
    return ""


def _differing(
    stated: Stated, entry: Entry, file: Path, series: Sequence[Series]
) -> Iterator[InputError]:
    place, said = Place(file=file.name), parsed_number(stated.number, series)
    is_own = is_same_number(stated.number, entry.number) or (
        said is not None
        and (said.series.key, said.seq, said.suffix) == (entry.series, entry.seq, entry.suffix)
    )
    if not is_own:
        yield InputError(OTHER_NUMBER, place, number=entry.number, found=stated.number)
    elif stated.days and entry.date not in stated.days:
        day = stated.days[0]
        yield InputError(OTHER_DAY, place, number=entry.number, day=day, date=entry.date)
