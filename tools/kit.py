"""Builds the folder from which the program is installed without the internet, and its zip.

It holds the wheels of all that setup.cfg's `[page]` names, resolved with the markers of the system
that it is for, the project's own, and for Windows the files that install and update. Packages come
from where pip takes them. Run by `make kit`.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARTS = Path(__file__).parent / "kit_parts"
VERSIONS = ("3.13", "3.12", "3.11")
NAME = "letters-gen[page]"
_NOT_SOURCE = (".*", "letters", "preview", "build", "dist", "*.egg-info", "__pycache__")


@dataclass(frozen=True)
class System:
    """A system that a kit is for: as uv names it, and the tags of its wheels, the best first."""

    key: str
    platform: str
    tags: Sequence[str]


_MANYLINUX = [f"manylinux_2_{minor}_x86_64" for minor in range(28, 4, -1)]
SYSTEMS = {
    "windows": System("windows", "x86_64-pc-windows-msvc", ["win_amd64"]),
    "linux": System(
        "linux", "x86_64-manylinux_2_28", [*_MANYLINUX, "manylinux2014_x86_64", "linux_x86_64"]
    ),
}


class KitError(Exception):
    """The kit can't be built: why."""


# Longer than any download takes; a mirror that hangs mustn't hold CI.
_PATIENCE = 600


def run(*command: str | Path, given: str = "") -> str:
    """What a program says; raises KitError with its complaint where it fails or never ends."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=ROOT,
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**_as_pip_is_set(), **os.environ},
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired as error:
        raise KitError(f"{command[0]} hasn't ended in {_PATIENCE} s") from error
    if done.returncode:
        raise KitError(done.stderr.strip() or done.stdout.strip())
    return done.stdout


@cache
def _as_pip_is_set() -> dict[str, str]:
    """What tells uv where pip takes packages from."""
    told = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=True
    ).stdout
    found = dict(re.findall(r"^\S+\.([a-z-]+)='(.*)'$", told, re.MULTILINE))
    own = {"UV_DEFAULT_INDEX": found.get("index-url"), "SSL_CERT_FILE": found.get("cert")}
    return {name: value for name, value in own.items() if value}


def requirements(system: System, version: str) -> list[str]:
    """All that the program with its page needs there, pinned: `click==8.5.1`."""
    return _resolved(system, version, "setup.cfg", "--extra", "page")


def resolved_from(wheels: Path, system: System, version: str) -> list[str]:
    """The same out of a kit's wheels alone, without an index and without building anything."""
    alone = ("--no-index", "--no-build", "--find-links", str(wheels))
    found = _resolved(system, version, "-", *alone, given=NAME)
    return [pin for pin in found if not pin.startswith("letters-gen")]


def _resolved(system: System, version: str, *what: str, given: str = "") -> list[str]:
    told = ("--quiet", "--no-header", "--no-annotate")
    for_system = ("--python-platform", system.platform, "--python-version", version)
    uv = (sys.executable, "-m", "uv", "pip", "compile")
    return run(*uv, *told, *for_system, *what, given=given).split()


def fetch(pins: Sequence[str], system: System, version: str, wheels: Path) -> None:
    """Lay the wheels of `pins` into the folder; what has none for the system is named and fails."""
    tags = [part for tag in system.tags for part in ("--platform", tag)]
    abis = (f"cp{version.replace('.', '')}", "abi3", "none")
    told = [*tags, "--python-version", version, "--implementation", "cp"]
    told += [part for abi in abis for part in ("--abi", abi)]
    pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:")
    run(*pip, "--dest", wheels, *told, *pins)


def build_program(wheels: Path) -> None:
    """The project's own wheel, of a copy: what was built before would stay in it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "source"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*_NOT_SOURCE))
        run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", wheels, copy)


def lay_parts(folder: Path, versions: Sequence[str]) -> None:
    """What installs and updates on Windows, and the page for whoever looks after the machine."""
    ordered = " ".join(one for one in VERSIONS if one in versions)
    listed = ", ".join(ordered.split())
    for source, name in (("install.cmd", "Установить.cmd"), ("update.cmd", "Обновить.cmd")):
        text = (PARTS / source).read_text(encoding="ascii").replace("@VERSIONS@", ordered)
        (folder / name).write_bytes(text.replace("\n", "\r\n").encode("ascii"))
    (folder / "messages").mkdir()
    for message in sorted((PARTS / "messages").glob("*.txt")):
        text = message.read_text(encoding="utf-8").replace("@VERSIONS@", listed)
        (folder / "messages" / message.name).write_bytes(text.replace("\n", "\r\n").encode())
    page = (PARTS / "admin.html").read_text(encoding="utf-8").replace("@VERSIONS@", listed)
    (folder / "Для администратора.html").write_text(page, encoding="utf-8")


def build(folder: Path, system: System, versions: Sequence[str]) -> None:
    """Build the kit into a new folder, and hold what it has against what each version needs."""
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    build_program(wheels)
    for version in versions:
        pins = requirements(system, version)
        fetch(pins, system, version, wheels)
        found = resolved_from(wheels, system, version)
        if found != pins:
            raise KitError(f"Python {version}: {sorted({*found} ^ {*pins})}")
        print(f"Python {version}: {len(pins)} packages")
    if system.key == "windows":
        lay_parts(folder, versions)


def pack(folder: Path) -> Path:
    """The folder as a zip beside it."""
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(one for one in folder.rglob("*") if one.is_file()):
            archive.write(file, file.relative_to(folder.parent))
    return path


def main(arguments: Sequence[str]) -> int:
    """Build the kit that is asked for; 1 where that can't be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a new folder")
    parser.add_argument("--system", choices=sorted(SYSTEMS), default="windows")
    parser.add_argument("--python", action="append", choices=VERSIONS, dest="versions")
    asked = parser.parse_args(arguments)
    folder = asked.folder.absolute()
    if folder.exists():
        print(f"{folder} is there already", file=sys.stderr)
        return 1
    try:
        build(folder, SYSTEMS[asked.system], asked.versions or VERSIONS)
    except KitError as error:
        print(error, file=sys.stderr)
        return 1
    print(pack(folder))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
