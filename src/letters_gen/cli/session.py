"""What the commands of one run share: the workspace meant, how much to say, the clock and the
user.
"""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from letters_gen.issuing.flow import Office
    from letters_gen.model.entry import Stamp
    from letters_gen.model.settings import Settings
    from letters_gen.office.workspace import Workspace
    from letters_gen.register.book import Register


@dataclass
class Session:
    """One run of the program, as its global options set it."""

    folder: Path | None = None
    home: Path | None = None
    quiet: bool = False
    verbose: bool = False

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace that the command means; raises InputError `no-workspace`."""
        from letters_gen.office.workspace import find_workspace

        return find_workspace(self.folder, self.home, Path.cwd())

    @cached_property
    def settings(self) -> Settings:
        """The workspace's letters.toml; raises InputError for each of its faults."""
        from letters_gen.office.settings import load_settings

        return load_settings(self.workspace.settings)

    def reread_settings(self) -> None:
        """Read letters.toml anew: an answer was put into it."""
        self.__dict__.pop("settings", None)

    @cached_property
    def register(self) -> Register:
        """The office's register; made when a number is first taken."""
        from letters_gen.register.book import Register

        return Register.at(
            self.workspace.register, self.settings.register_url, self.settings.office.id
        )

    @property
    def office(self) -> Office:
        """Where the run's documents are issued."""
        from letters_gen.issuing.flow import Office

        return Office(self.workspace, self.settings, self.register, self.stamp())

    def copy_register(self) -> None:
        """Copy the register to the folder of [backup], once a day, where this run has written to
        it; raises as `backup.copy_daily`.
        """
        if "register" in self.__dict__ and self.register.has_written:
            folder = self.settings.backup_folder
            if folder:
                from letters_gen.records.backup import copy_daily

                copy_daily(self.register, self.workspace.root / folder, self.today)

    def close(self) -> None:
        """Let go of what the run has opened."""
        if "register" in self.__dict__:
            self.register.close()

    @property
    def today(self) -> date:
        """The day on the machine's clock."""
        return date.today()

    def stamp(self) -> Stamp:
        """Now, and the user of the machine, for the register's events."""
        from letters_gen.model.entry import Stamp

        try:
            user = getpass.getuser()
        except (KeyError, OSError):  # a user whom the machine knows by number alone
            user = "?"
        return Stamp(datetime.now(UTC), user)
