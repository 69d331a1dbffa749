"""The register as an SQLite file of the workspace."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from letters_gen.errors import DamageError, InputError, LettersError, Place
from letters_gen.register.database import PATIENCE, Database

_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_SHARES = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "9p",
    "fuse.sshfs",
    "davfs",
    "fuse.davfs2",
}
_DRIVE_REMOTE = 4


class SqliteFile(Database):
    """The SQLite file at `path`.

    On a disk of this machine it keeps a write-ahead log, so that nobody waits for a reader; on a
    network share that can't work (https://www.sqlite.org/wal.html, "all processes must be on the
    same host").
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name
        self.is_shared = False
        self.backups = path.parent / "backups"

    @property
    def exists(self) -> bool:
        """Whether the file is there: reading never makes it."""
        return self.path.exists()

    def connect(self) -> Engine:
        """An engine whose transactions are our own: pysqlite would begin them too late."""
        address = URL.create("sqlite", database=self._address, query={"uri": "true"})
        engine = create_engine(address, connect_args={"timeout": PATIENCE})
        mode = "DELETE" if is_network_share(self.path.parent) else "WAL"

        @event.listens_for(engine, "connect")
        def _prepare(connection: sqlite3.Connection, _: object) -> None:
            connection.isolation_level = None
            with suppress(
                sqlite3.OperationalError
            ):  # a folder that may only be read keeps the mode it has
                connection.execute(f"PRAGMA journal_mode = {mode}").fetchall()
            connection.execute("PRAGMA synchronous = FULL")

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            writes = connection.get_execution_options().get("writes")
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

        return engine

    @property
    def _address(self) -> str:
        """The file as SQLite takes it: by its path, or by a URI where the folder may only be read.

        SQLite can't make the log's files there and would refuse to read as well; `immutable` tells
        it that nothing is written (https://www.sqlite.org/uri.html).
        """
        logged = self.path.with_name(f"{self.path.name}-wal").exists()
        read_only = self.path.exists() and not logged and not os.access(self.path.parent, os.W_OK)
        return (
            f"{self.path.absolute().as_uri()}?immutable=1"
            if read_only
            else str(self.path.absolute())
        )

    def begin_reading(self, connection: Connection) -> None:
        """Nothing more: a transaction sees what stood when it read its first word."""

    def begin_writing(self, connection: Connection, office: str) -> None:
        """Nothing more: the transaction took the write lock with its first word."""

    def write_copy(self, path: Path) -> None:
        """A copy by SQLite's own backup, page by page, writers going on."""
        try:
            source = sqlite3.connect(self._address, uri=True)
            with closing(source), closing(sqlite3.connect(path)) as target:
                source.backup(target)
        except sqlite3.Error as error:
            raise InputError(
                "register-unusable", Place(file=path.name), reason=error.sqlite_errorname
            ) from error

    @contextmanager
    def leased(self, office: str, holder: str, waiting: Callable[[str], None]) -> Iterator[None]:
        """Nothing more: the file lies in one workspace, and that has a lease of its own."""
        yield

    def refuse_to_begin_anew(self) -> None:
        """A file of no tables stands beside copies of a register, or beside what one has issued."""
        letters = self.path.parent
        copies = letters.glob("backups/*.sqlite")
        issued = letters.glob("[0-9][0-9][0-9][0-9]/*.docx")
        beside = next(copies, None) or next(issued, None)
        if beside is not None:
            found = beside.relative_to(letters).as_posix()
            raise DamageError("register-emptied", Place(file=self.name), found=found)

    def error_of(self, error: DBAPIError) -> LettersError:
        """By SQLite's own name of the failure."""
        name = name_of(error)
        # Of statements that are all our own SQLITE_ERROR means: a table or a column isn't what it
        # was.
        if name.startswith(_DAMAGE) or name == "SQLITE_ERROR":
            return DamageError("register-damaged", Place(file=self.name), reason=name)
        if name.startswith("SQLITE_BUSY"):
            return InputError("register-busy", Place(file=self.name), seconds=PATIENCE)
        return InputError("register-unusable", Place(file=self.name), reason=name)


def name_of(error: DBAPIError) -> str:
    """SQLite's own name of a failure; its sentences, English ones, are told with -v alone."""
    return getattr(error.orig, "sqlite_errorname", "") or "SQLITE_MISUSE"


def is_network_share(folder: Path) -> bool:
    """Whether `folder` (or, while it isn't made, the nearest above it) lies on another machine's
    disk.
    """
    standing = folder.absolute()
    while not standing.exists():
        standing = standing.parent
    if sys.platform == "win32":
        import ctypes

        drive = standing.resolve().drive
        return (
            drive.startswith("\\\\")
            or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE
        )
    return _file_system(standing.resolve()) in _SHARES


def _file_system(folder: Path) -> str:
    """The kind of file system that holds `folder`, by /proc/self/mountinfo (proc_pid_mountinfo(5));
    '' if unknown.
    """
    try:
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    mounts = {}
    for line in lines:
        before, _, after = line.partition(" - ")
        mounts[before.split()[4].replace("\\040", " ")] = after.split()[0]
    return next(
        (mounts[str(path)] for path in (folder, *folder.parents) if str(path) in mounts), ""
    )
