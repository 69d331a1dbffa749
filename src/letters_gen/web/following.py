"""What follows what was written to the register."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from letters_gen.errors import LettersError
from letters_gen.model.settings import Settings
from letters_gen.office.workspace import Workspace
from letters_gen.records.backup import copy_daily
from letters_gen.register.book import Register


def copy_register(workspace: Workspace, settings: Settings, today: date) -> None:
    """Copy the register to the folder of [backup], once a day. That there is no copy changes
    nothing of what was done; `doctor` tells it.
    """
    if not settings.backup_folder:
        return
    register = Register.at(workspace.register, settings.register_url, settings.office.id)
    with suppress(LettersError):
        copy_daily(register, workspace.root / settings.backup_folder, today)
    register.close()
