"""A PostgreSQL server of the tests' own: real, in a folder of its own, on a socket, never as
root.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from processes import HANGS

_USER = "nobody"


def ordinary_user() -> dict[str, Any]:
    """How subprocess starts what must not run as root."""
    return {"user": _USER, "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}


def without_privileges() -> list[str]:
    """What a command begins with that must not write where even its owner may only read: root could
    otherwise.
    """
    return (
        ["setpriv", "--bounding-set", "-dac_override", "--inh-caps", "-all"]
        if os.geteuid() == 0
        else []
    )


def _program(name: str) -> str:
    """PostgreSQL's own program; Debian keeps it off the path."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = next(
        (str(folder / name) for folder in folders if (folder / name).exists()), None
    ) or shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{name}: install postgresql")
    return found


class PostgresTestServer:
    """Started when made; `url(name)` is that of a database, made if need be."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pg"))
        self.folder.chmod(0o755)
        if os.geteuid() == 0:
            shutil.chown(self.folder, _USER)
        self.data = self.folder / "data"
        self._run(
            "initdb",
            "--auth=trust",
            "--username=office",
            "--encoding=UTF8",
            "--no-sync",
            "-D",
            self.data,
        )
        self.start()

    def start(self) -> None:
        """Start; returns when it accepts connections."""
        options = (
            f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' "
            "-c max_connections=50"
        )
        self._run(
            "pg_ctl", "start", "-w", "-D", self.data, "-l", self.folder / "log", "-o", options
        )

    def stop(self, mode: str = "immediate") -> None:
        """Stop, by default as a crash would: every connection is lost."""
        self._run("pg_ctl", "stop", "-w", "-D", self.data, "-m", mode)

    def remove(self) -> None:
        """Stop and leave nothing behind."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str) -> str:
        """The address of a fresh database."""
        self._run("createdb", "-h", self.folder, "-U", "office", database)
        return f"postgresql+psycopg://office@/{database}?host={self.folder}"

    def _run(self, program: str, *arguments: object) -> None:
        command = [_program(program), *map(str, arguments)]
        subprocess.run(
            command,
            check=True,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=HANGS,
            **ordinary_user(),
        )
