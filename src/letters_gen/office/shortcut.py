"""The shortcut by which the page is opened from the office's folder, without a console."""

from __future__ import annotations

import sys
from pathlib import Path

from letters_gen.office.files import write_file
from letters_gen.office.workspace import Workspace

_NAME = "Письма"
_KIT = r"%LOCALAPPDATA%\Programs\letters-gen\Scripts\python.exe"


def lay_shortcut(workspace: Workspace, system: str = sys.platform) -> Path:
    """Put the shortcut into the workspace; its path. Inside it is ASCII but for Linux' own name of
    the folder: a console reads a .cmd in its own code page.

    Raises:
        InputError: see `files.write_file`.
    """
    if system == "win32":
        path = workspace.root / f"{_NAME}.cmd"
        write_file(path, _windows().encode("ascii"))
        return path
    path = workspace.root / f"{_NAME}.desktop"
    write_file(path, _linux(workspace).encode())
    path.chmod(0o755)
    return path


def _windows() -> str:
    """It finds its workspace where it lies, and its Python where it was made, where the kit
    installs it (`tools/kit.py`: a user's name may be no ASCII), or else by `py`.
    """
    python = sys.executable
    lines = ["@echo off", 'cd /d "%~dp0"']
    for one in (python, _KIT) if python.isascii() else (_KIT,):
        lines.append(f'if exist "{one}" "{one}" -m letters_gen -w . page & goto end')
    lines += ["py -m letters_gen -w . page", ":end", "if errorlevel 1 pause", ""]
    return "\r\n".join(lines)


def _linux(workspace: Workspace) -> str:
    folder = _quoted(str(workspace.root))
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        f"Name={_NAME}\n"
        f"Exec={_quoted(sys.executable)} -m letters_gen -w {folder} page\n"
        "Terminal=true\n"
    )


def _quoted(text: str) -> str:
    """An argument as the Desktop Entry Specification quotes it."""
    for sign in ("\\", '"', "`", "$"):
        text = text.replace(sign, f"\\{sign}")
    return '"' + text.replace("\\", "\\\\").replace("%", "%%") + '"'
