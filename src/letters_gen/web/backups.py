"""The register copied once a day and when the page ends; and how old the newest copy is."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from letters_gen.errors import LettersError
from letters_gen.records.backup import copy_daily, newest_copy
from letters_gen.register.book import Register
from letters_gen.web.desk import Desk


class DailyCopies:
    """The copies of one start of the page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._copied: date | None = None

    def look(self) -> None:
        """Copy the register where this day has no copy yet."""
        today = self._desk.clock.today
        if today != self._copied and self._copy(anew=False):
            self._copied = today

    def end(self) -> None:
        """Copy the register as the day leaves it."""
        self._copy(anew=True)

    def _copy(self, anew: bool) -> bool:
        """Whether there was anything to copy. That there is no copy changes nothing of what was
        done; the page warns of it.
        """
        if not self._desk.workspace.letters.is_dir():
            return False
        with suppress(LettersError, OSError), closing(_register(self._desk)) as register:
            if not register.database.exists:
                return False
            folder = copies_folder(self._desk, register)
            if folder == register.database.backups:
                folder.mkdir(parents=True, exist_ok=True)
            copy_daily(register, folder, self._desk.clock.today, anew)
        return True


def copies_folder(desk: Desk, register: Register) -> Path:
    """The folder of [backup]; where none is named, the one beside the register."""
    named = desk.settings_of(desk.workspace.settings).backup_folder
    return desk.workspace.root / named if named else register.database.backups


def copies_warning(desk: Desk, register: Register) -> LettersError | None:
    """Why the register isn't safe: its newest copy is older than a week, or there is no folder."""
    if not register.database.exists:
        return None
    folder = copies_folder(desk, register)
    is_near = folder == register.database.backups
    if is_near and not folder.is_dir():
        # This page makes the first copy there today.
        return None
    try:
        newest_copy(register, folder, desk.clock.today)
    except LettersError as error:
        is_first = error.arguments.get("newest", "") is None
        return None if is_first and is_near else error
    return None


def _register(desk: Desk) -> Register:
    known = desk.settings_of(desk.workspace.settings)
    return Register.at(desk.workspace.register, known.register_url, known.office.id)
