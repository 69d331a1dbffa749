"""The wheel, installed in an empty environment away from the checkout, makes a workspace and issues
its letter.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from clerk import ROOT, SHEET


def test_the_wheel_alone_is_enough(tmp_path: Path) -> None:
    source, here = tmp_path / "source", tmp_path / "away"
    shutil.copytree(
        ROOT,
        source,
        ignore=shutil.ignore_patterns(".*", "letters", "build", "*.egg-info", "__pycache__"),
    )
    here.mkdir()
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", here, source],
        check=True,
        capture_output=True,
    )
    [wheel] = here.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", here / "env"], check=True)
    scripts = here / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", wheel], check=True)
    subprocess.run([scripts / "letters-gen", "init", "РУО"], cwd=here, check=True)
    command = [
        "weekly",
        SHEET,
        "--date",
        "18.04.2023",
        "--yes",
        "--json",
    ]
    answer = subprocess.run(
        [scripts / "letters-gen", *command], cwd=here / "РУО", check=True, capture_output=True
    )
    [document] = json.loads(answer.stdout)["documents"]
    assert document["number"] == "01-16/219"
    assert (here / "РУО" / document["path"]).is_file()
