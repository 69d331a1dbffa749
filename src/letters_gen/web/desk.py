"""What a request has at hand: the office as its files now stand, and what this start of the page
keeps.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from flask import current_app, g

from letters_gen.errors import InputError
from letters_gen.model.settings import UPLOAD_LIMIT
from letters_gen.office.settings import load_settings
from letters_gen.office.workspace import Workspace
from letters_gen.web.entrance import Entrance
from letters_gen.web.once import Once
from letters_gen.web.spool import Spool

if TYPE_CHECKING:
    from letters_gen.issuing.flow import Office
    from letters_gen.model.entry import Stamp
    from letters_gen.model.settings import Settings
    from letters_gen.register.book import Register
    from letters_gen.web.runs import Runs
    from letters_gen.web.scan_runs import ScanRuns

NAME = "letters-gen"


class Clock(Protocol):
    """The machine's clock and user, which the commands read."""

    @property
    def today(self) -> date:
        """The day."""

    def stamp(self) -> Stamp:
        """Now, and the user."""


@dataclass
class Desk:
    """One start of the page.

    Attributes:
        log: where faults of the program itself are written down.
        runs: the batches under way; made when the first is issued.
        reads_only: whether it shows the journal alone, and changes nothing.
        founds: whether there is no office yet: the page asks for it first.
        founding: held while it is founded.
        once: what came of the forms that were sent.
        leaving: set when the page is to end.
    """

    workspace: Workspace
    clock: Clock
    spool: Spool
    log: Path
    reads_only: bool = False
    founds: bool = False
    founding: threading.Lock = field(default_factory=threading.Lock)
    entrance: Entrance = field(default_factory=Entrance)
    once: Once = field(default_factory=Once)
    leaving: threading.Event = field(default_factory=threading.Event)
    _runs: Runs | None = None
    _scans: ScanRuns | None = None
    _read: tuple[tuple[int, ...], Settings] | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def settings_of(self, path: Path) -> Settings:
        """What letters.toml says; it is read anew when it is another file than before."""
        found = path.stat()
        version = (found.st_mtime_ns, found.st_size, found.st_ino)
        with self._lock:
            if self._read is None or self._read[0] != version:
                self._read = (version, load_settings(path))
            return self._read[1]

    @property
    def runs(self) -> Runs:
        """The batches of this start."""
        from letters_gen.web.runs import Runs

        with self._lock:
            self._runs = self._runs or Runs()
        return self._runs

    @property
    def scans(self) -> ScanRuns:
        """The scans of this start."""
        from letters_gen.web.scan_runs import ScanRuns

        with self._lock:
            self._scans = self._scans or ScanRuns()
        return self._scans

    @property
    def is_filing(self) -> bool:
        """Whether scans are being filed."""
        return bool(self._scans and self._scans.under_way)

    @property
    def is_issuing(self) -> bool:
        """Whether a batch is under way."""
        return bool(self._runs and self._runs.under_way)


def desk() -> Desk:
    """The desk of the page that answers this request."""
    return cast(Desk, current_app.extensions[NAME])


def settings() -> Settings:
    """letters.toml as it now stands; raises InputError for each of its faults, `no-workspace`
    where it is gone.
    """
    if "settings" not in g:
        path = desk().workspace.settings
        if not path.is_file():
            raise InputError("workspace-gone", folder=str(path.parent))
        g.settings = desk().settings_of(path)
    return cast("Settings", g.settings)


def upload_limit() -> int:
    """How many megabytes an uploaded file may have: what letters.toml says, once there is one."""
    return UPLOAD_LIMIT if desk().founds else settings().upload_limit


def office() -> Office:
    """The office as its files now stand."""
    from letters_gen.issuing.flow import Office

    return Office(desk().workspace, settings(), register(), desk().clock.stamp())


def register() -> Register:
    """The office's register, opened for this request."""
    if "register" not in g:
        g.register = opened_register()
    return cast("Register", g.register)


def opened_register() -> Register:
    """The office's register, to be closed by whoever asked."""
    from letters_gen.register.book import Register

    known = settings()
    return Register.at(desk().workspace.register, known.register_url, known.office.id)


def reread_settings() -> None:
    """An answer was put into letters.toml."""
    g.pop("settings", None)


def let_go(_: BaseException | None = None) -> None:
    """Close what the request has opened."""
    opened = g.pop("register", None)
    if opened is not None:
        with suppress(OSError):
            opened.close()


def office_name() -> str:
    """What the office is called, '' where its settings can't be read."""
    from letters_gen.errors import LettersError

    try:
        return settings().office.short_name
    except LettersError:
        return ""
