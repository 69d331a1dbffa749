"""What the program needs, each looked at by itself: Python, LibreOffice, fonts, and the workspace's
own files.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from letters_gen.delivery.mail_message import letterbox
from letters_gen.delivery.mail_password import mail_password
from letters_gen.delivery.print_files import cover_template
from letters_gen.documents.print_cover import TEMPLATE as COVER
from letters_gen.errors import InputError, LettersError, Place
from letters_gen.facts.schools import read_directory
from letters_gen.making.filling import prepared_forms
from letters_gen.model.mail import MailServer
from letters_gen.model.settings import Settings
from letters_gen.office.settings import load_settings
from letters_gen.office.workspace import Workspace
from letters_gen.records.backup import newest_copy
from letters_gen.register.book import Register

_FACE = "Liberation Serif"
_WINDOWS_FONTS = Path("C:/Windows/Fonts")
_WINDOWS_OFFICE = Path("C:/Program Files/LibreOffice/program/soffice.exe")


@dataclass(frozen=True)
class Check:
    """One thing looked at: `found` is a version, a count or a path; `error` is why it isn't
    well.
    """

    name: str
    ok: bool
    found: str = ""
    error: LettersError | None = None


def examine(workspace: Workspace, today: date, password: str | None = None) -> list[Check]:
    """All checks, in the order of the design; a check that raises is not well and carries its
    error.

    Args:
        password: of the mail server, as the environment gives it.
    """
    settings: list[Settings] = []

    def load() -> str:
        settings.append(load_settings(workspace.settings))
        return _filled_in(settings[0])

    machine = [_python(), _program("libreoffice", _office_program()), _fonts()]
    own = [_checked("settings", load)]
    if settings:
        own.append(_checked("templates", lambda: _templates(workspace, settings[0])))
        own.append(_checked("directory", lambda: _directory(workspace)))
        own.append(_checked("register", lambda: _register(workspace, settings[0])))
        if settings[0].backup_folder:
            own.append(_checked("backup", lambda: _copy(workspace, settings[0], today)))
        mail = settings[0].mail
        if mail is not None:
            own.append(_checked("mail", lambda: _mail(workspace, settings[0], mail, password)))
    return [*machine, *own]


def _python() -> Check:
    return Check("python", sys.version_info >= (3, 11), platform.python_version())


def _office_program() -> str | None:
    standing = str(_WINDOWS_OFFICE) if _WINDOWS_OFFICE.is_file() else None
    return shutil.which("soffice") or shutil.which("libreoffice") or standing


def _program(name: str, path: str | None) -> Check:
    return Check(name, path is not None, path or "")


def _fonts() -> Check:
    if sys.platform == "win32":
        installed = any(
            (_WINDOWS_FONTS / name).is_file()
            for name in ("LiberationSerif-Regular.ttf", "times.ttf")
        )
        return Check("fonts", installed, _FACE if installed else "")
    program = shutil.which("fc-match")
    if program is None:
        return Check("fonts", False)
    answer = subprocess.run(
        [program, "--format=%{family}", _FACE], capture_output=True, text=True, check=False
    )
    return Check("fonts", _FACE in answer.stdout, answer.stdout.strip())


def _checked(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except LettersError as error:
        return Check(name, False, error=error)


def _filled_in(settings: Settings) -> str:
    """The office's name; raises InputError `settings-empty`."""
    for oddity in settings.oddities:
        if oddity.code == "settings-empty":
            raise InputError(oddity.code, oddity.place, missing=oddity.arguments["missing"])
    return settings.office.short_name


def _directory(workspace: Workspace) -> str:
    """How many schools there are; raises InputError `directory-empty`, `directory-headless`."""
    schools = read_directory(workspace.directory).schools
    place = Place(file=workspace.relative(workspace.directory))
    if not schools:
        raise InputError("directory-empty", place)
    # Of a vacant post the directory tells the post.
    headless = [school.short_name for school in schools if not (school.head or school.post)]
    if headless:
        raise InputError("directory-headless", place, number=len(headless), schools=headless)
    return str(len(schools))


def _templates(workspace: Workspace, settings: Settings) -> str:
    names = list(prepared_forms(workspace, settings, settings.types.values()).templates)
    cover_template(workspace, settings)
    return ", ".join([*names, COVER])


def _register(workspace: Workspace, settings: Settings) -> str:
    return str(_register_of(workspace, settings).count())


def _copy(workspace: Workspace, settings: Settings, today: date) -> str:
    folder = workspace.root / settings.backup_folder
    return newest_copy(_register_of(workspace, settings), folder, today) or str(folder)


def _mail(workspace: Workspace, settings: Settings, mail: MailServer, password: str | None) -> str:
    """What [mail] says; the server isn't asked: nothing leaves the machine but by `send`."""
    letterbox(workspace, settings)
    mail_password(mail, password)
    return f"{mail.sender}, {mail.server}:{mail.port}"


def _register_of(workspace: Workspace, settings: Settings) -> Register:
    return Register.at(workspace.register, settings.register_url, settings.office.id)
