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
from letters_gen.outputs.libreoffice import office_program
from letters_gen.records.backup import newest_copy
from letters_gen.register.book import Register
from letters_gen.word.faces import text_faces, with_twins
from letters_gen.word.package import ArchiveMembers, Package, open_archive

_FACE = "Liberation Serif"
_WINDOWS_FONTS = Path("C:/Windows/Fonts")


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

    machine = [_python(), _program("libreoffice", office_program()), _fonts()]
    own = [_checked("settings", load)]
    if settings:
        own.append(_checked("templates", lambda: _templates(workspace, settings[0])))
        if own[-1].ok:
            own.append(_checked("faces", lambda: _template_faces(workspace, settings[0])))
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


def _program(name: str, path: str | None) -> Check:
    return Check(name, path is not None, path or "")


def _fonts() -> Check:
    if sys.platform == "win32":
        installed = any(
            (_WINDOWS_FONTS / name).is_file()
            for name in ("LiberationSerif-Regular.ttf", "times.ttf")
        )
        return Check("fonts", installed, _FACE if installed else "")
    found = _matching_face(_FACE)
    return Check("fonts", _FACE in found, found)


def _matching_face(face: str) -> str:
    """What the machine takes for `face`, '' where nobody can tell."""
    program = shutil.which("fc-match")
    if program is None:
        return ""
    answer = subprocess.run(
        [program, "--format=%{family}", face], capture_output=True, text=True, check=False
    )
    return answer.stdout.strip()


def _template_faces(workspace: Workspace, settings: Settings) -> str:
    """The faces that the templates name, all of them there; of Windows nobody is asked.

    Raises:
        InputError: `faces-missing`: documents would be set in others, and lines break elsewhere.
    """
    faces: set[str] = set()
    for name in prepared_forms(workspace, settings, settings.types.values()).templates:
        with open_archive(workspace.templates / name, "template-damaged") as archive:
            package = Package(name, ArchiveMembers(archive), "template-damaged")
            faces |= text_faces(package)
    missing = [face for face in sorted(faces) if _is_missing(face)]
    if missing:
        raise InputError("faces-missing", Place(file=workspace.templates.name), faces=missing)
    return ", ".join(sorted(faces))


def _is_missing(face: str) -> bool:
    """Whether the machine would take for `face` another whose lines break elsewhere."""
    found = _matching_face(face)
    return bool(found) and not any(one in found for one in with_twins([face]))


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
    # Of a vacant post the directory tells the post, or that it is vacant.
    headless = [one.short_name for one in schools if not (one.head or one.post or one.is_vacant)]
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
