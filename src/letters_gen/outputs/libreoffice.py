"""LibreOffice, the program that makes PDF: whether it is there, and one run of it.

Each run has a profile of its own, thrown away afterwards: it neither disturbs the LibreOffice that
somebody works in nor is disturbed by it, and nothing that a document asks for is fetched or run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock

from letters_gen.errors import UnavailableError

_WINDOWS = tuple(
    Path(folder) / "LibreOffice/program/soffice.exe"
    for folder in ("C:/Program Files", "C:/Program Files (x86)")
)
_GUARD = Path(__file__).with_name("guard.py")
# PDF/A-1b: LibreOffice's export filter takes its options as JSON from 7.4 on.
_FILTER = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"1"}}'
# Where a program lays its temporary files: POSIX's name, and the two of Windows.
_TEMPORARY = ("TMPDIR", "TEMP", "TMP")
_SWITCHES = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")

_SETTING = (
    '<item oor:path="/org.openoffice.Office.{path}">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
# Nothing leaves the machine (design §6.8): links aren't followed, macros don't run.
_SETTINGS = (
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Writer/Content/Update", "Link", "0"),
)


def office_program() -> str | None:
    """The path of LibreOffice's program, None where there is none."""
    standing = (str(path) for path in _WINDOWS if os.name == "nt" and path.is_file())
    return shutil.which("soffice") or shutil.which("libreoffice") or next(standing, None)


def needed_office() -> str:
    """The path of LibreOffice's program.

    Raises:
        UnavailableError: `libreoffice-missing`.
    """
    program = office_program()
    if program is None:
        raise UnavailableError("libreoffice-missing")
    return program


class OfficeRuns:
    """Runs of LibreOffice, of any threads, that can be ended all at once."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._lock = Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self.is_ended = False

    def convert(self, documents: Sequence[Path], folder: Path, seconds: float) -> bool:
        """Make the PDF/A of `documents` in `folder`/pdf, in one start of the program.

        Args:
            folder: for this run alone; its profile and its temporary files lie there too.
            seconds: how long it may take; then it is ended with all that it has started.

        Returns:
            Whether it has ended by itself. What stands in the folder then may still be less than
            was asked for: a document that can't be opened is passed over.
        """
        profile = folder / "profile"
        _make_profile(profile)
        # Of what it leaves there when it is ended nothing stays behind: it goes with the folder.
        temporary = folder / "temporary"
        temporary.mkdir()
        command = [self._program, f"-env:UserInstallation={profile.as_uri()}", *_SWITCHES]
        command += ["--convert-to", _FILTER, "--outdir", str(folder / "pdf")]
        return self._ran([*command, *map(str, documents)], temporary, seconds)

    def _ran(self, command: list[str], temporary: Path, seconds: float) -> bool:
        guard = self._started(command, temporary)
        if guard is None:
            return False
        try:
            guard.wait(seconds)
            return not self.is_ended
        except subprocess.TimeoutExpired:
            return False
        finally:
            _end(guard)
            with self._lock:
                self._running.discard(guard)

    def _started(self, command: list[str], temporary: Path) -> subprocess.Popen[bytes] | None:
        """The guard of a run, None where all runs have been ended."""
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        flags |= getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        with self._lock:
            if self.is_ended:
                return None
            guard = subprocess.Popen(
                [sys.executable, "-I", "-S", str(_GUARD), *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **dict.fromkeys(_TEMPORARY, str(temporary))},
                # Ctrl-C is its parent's to hear.
                start_new_session=os.name != "nt",
                creationflags=flags,
            )
            self._running.add(guard)
            return guard

    def end(self) -> None:
        """End every run; none begins any more."""
        with self._lock:
            self.is_ended = True
            running = list(self._running)
        for guard in running:
            _end(guard)


def _end(guard: subprocess.Popen[bytes]) -> None:
    """Let a guard end what it guards, and wait for it."""
    if guard.stdin is not None:
        with suppress(OSError):
            guard.stdin.close()
    guard.wait()


def _make_profile(profile: Path) -> None:
    items = "".join(
        _SETTING.format(path=path, name=name, value=one) for path, name, one in _SETTINGS
    )
    namespaces = (
        'xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {namespaces}>{items}</oor:items>\n',
        encoding="utf-8",
    )
