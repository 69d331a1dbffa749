"""The register's database: what the program asks of any, whichever it is; its failures turned into
errors of ours.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from letters_gen.errors import DamageError, InputError, LettersError, Place
from letters_gen.office.files import free_path, give_name, partial_of, write_new, writing
from letters_gen.office.flushing import flush_files
from letters_gen.register.indexing import index_anew
from letters_gen.register.schema import NEWEST, create
from letters_gen.register.search_index import lacks_index

_VERSION = re.compile("[0-9]{4}")

PATIENCE = 60
"""For how many seconds a transaction waits for another program's."""


class Database(ABC):
    """One database. Nothing is opened or made before it is used.

    Attributes:
        name: what messages call it.
        is_shared: whether several clerks' folders may write there; a file is one folder's.
        backups: the folder for copies of it.
    """

    name: str
    is_shared: bool
    backups: Path

    @property
    @abstractmethod
    def exists(self) -> bool:
        """Whether there is anything to read."""

    @abstractmethod
    def connect(self) -> Engine:
        """A new engine."""

    @abstractmethod
    def begin_reading(self, connection: Connection) -> None:
        """What a transaction needs to see the register as it stands at one moment."""

    @abstractmethod
    def begin_writing(self, connection: Connection, office: str) -> None:
        """What a transaction needs to have the office's register for itself."""

    def copy_to(self, path: Path) -> None:
        """Write a consistent copy, an SQLite file, to `path`, while the register is in use; whole,
        or none is left.

        Raises:
            InputError: `file-exists`: the copy never takes the place of a file; or
                `register-unusable`, or what `files.unwritable` tells.
        """
        if path.exists() or path.is_symlink():
            raise InputError("file-exists", Place(file=str(path)))
        partial = Path(partial_of(str(path)))
        with writing(path):
            try:
                write_new(str(partial), b"")
                self.write_copy(partial)
                flush_files([str(partial)])
                give_name(str(partial), str(path))
            finally:
                partial.unlink(missing_ok=True)

    @abstractmethod
    def write_copy(self, path: Path) -> None:
        """Write a consistent copy to the empty file at `path`."""

    @abstractmethod
    def leased(
        self, office: str, holder: str, waiting: Callable[[str], None]
    ) -> AbstractContextManager[None]:
        """Keep runs of other workspaces waiting for the time of the block; see `issuing.lease` for
        one's own.
        """

    @abstractmethod
    def refuse_to_begin_anew(self) -> None:
        """Raises DamageError `register-emptied` where an empty database stands for one that was
        in use.
        """

    @abstractmethod
    def error_of(self, error: DBAPIError) -> LettersError:
        """A failure of the driver as an error of ours."""

    @cached_property
    def engine(self) -> Engine:
        """The engine, its tables made or migrated.

        Raises:
            DamageError: `register-newer`: a newer program has written here.
        """
        stood = self.exists
        engine = self.connect()
        self._bring_up_to_date(engine, stood)
        return engine

    def close(self) -> None:
        """Let go of the database; it is opened again when it is next used."""
        if "engine" in self.__dict__:
            self.engine.dispose()
            del self.engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that only reads: the register as it stands at one moment."""
        with self.translated(), self.engine.connect() as connection:
            self.begin_reading(connection)
            yield connection

    @contextmanager
    def writing(self, office: str) -> Iterator[Connection]:
        """A transaction that has the office's register for itself; committed at the end, or nothing
        done.
        """
        with self.translated(), self._transaction(self.engine, office) as connection:
            yield connection

    @contextmanager
    def translated(self) -> Iterator[None]:
        """The driver's failures inside the block become errors of ours."""
        try:
            yield
        except DBAPIError as error:
            raise self.error_of(error) from error

    @contextmanager
    def _transaction(self, engine: Engine, office: str) -> Iterator[Connection]:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            self.begin_writing(connection, office)
            yield connection

    def _bring_up_to_date(self, engine: Engine, stood: bool) -> None:
        with self.translated(), engine.connect() as connection:
            version = _version(connection)
        if version == NEWEST:
            self._mend_index(engine)
            return
        if version is None:
            if stood:
                self.refuse_to_begin_anew()
        elif not _VERSION.fullmatch(version):
            raise DamageError("register-version-unknown", Place(file=self.name), version=version)
        elif version > NEWEST:
            raise DamageError(
                "register-newer", Place(file=self.name), version=version, known=NEWEST
            )
        if version is not None:
            self.copy_to(free_name(self.backups, f"register {version}"))
        with self.translated(), self._transaction(engine, "") as connection:
            # Another program may have made it meanwhile.
            if _version(connection) is None:
                create(connection)
            else:
                _migrate(connection)
                index_anew(connection)

    def _mend_index(self, engine: Engine) -> None:
        """Make the index by which entries are found again where it was lost; where nothing can be
        written, they are found without it.
        """
        with self.translated(), engine.connect() as connection:
            lost = lacks_index(connection)
        if lost:
            with suppress(InputError), self.translated(), self._transaction(engine, "") as writing:
                index_anew(writing)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.scalars(text("SELECT version_num FROM alembic_version")).all()
    return str(found[0]) if len(found) == 1 else ", ".join(map(str, found))


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "letters_gen.register:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def free_name(folder: Path, stem: str) -> Path:
    """The first name for a copy that nothing in `folder` bears yet; the folder is made.

    Raises:
        InputError: see `files.unwritable`.
    """
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return free_path(folder / f"{stem}.sqlite")
