"""Whether PDF files are PDF/A-1b: PDFBox Preflight says so (Debian: libpdfbox2-java with a Java
runtime; the compiler isn't needed).
"""

from __future__ import annotations

import os
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

from processes import HANGS

JARS = Path("/usr/share/java")
# Preflight, and what it uses of what Java itself has dropped.
NEEDED = (
    *("preflight", "pdfbox2", "xmpbox", "fontbox2"),
    *("commons-logging", "javax.activation", "jaxb-api"),
)
VALIDATOR = "org.apache.pdfbox.preflight.Validator_A1b"


def not_archival(files: Sequence[Path], folder: Path) -> dict[str, str]:
    """Those of `files` that are no PDF/A-1b, by their names, with what is wrong; `folder` takes the
    list and the report. A missing program fails.
    """
    jars = [JARS / f"{name}.jar" for name in NEEDED]
    for jar in jars:
        assert jar.is_file(), f"missing: {jar} (see .ci/run)"
    listed = folder / "files.txt"
    listed.write_text("".join(f"{file}\n" for file in files), encoding="utf-8")
    command = ["java", "-Dfile.encoding=UTF-8", "-cp", os.pathsep.join(map(str, jars)), VALIDATOR]
    command += ["xml", "group", str(listed)]
    subprocess.run(command, check=True, capture_output=True, timeout=HANGS)
    report = ET.parse(f"{listed}.preflight.xml").getroot()
    told = {one.get("name", ""): one for one in report.iter("preflight")}
    assert set(told) == {file.name for file in files}
    return {
        name: " ".join(one.itertext()).strip()
        for name, one in told.items()
        if one.findtext("isValid") != "true"
    }
