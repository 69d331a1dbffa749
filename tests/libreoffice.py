"""Documents as LibreOffice sees them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from processes import HANGS


def converted(kind: str, files: list[Path], folder: Path, profile: Path) -> Path:
    """The folder, in which each of `files` now stands as `kind` (pdf, docx)."""
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=HANGS)
    return folder
