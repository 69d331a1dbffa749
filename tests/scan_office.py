"""An office whose notices bear codes, and papers of them as scans."""

from __future__ import annotations

import shutil
from pathlib import Path

from clerk import PRINTED_NOTICES, ROOT
from scanner import papers, saved

from letters_gen.cli.failing import run
from letters_gen.cli.program import program

PRINTED = (*PRINTED_NOTICES, "--yes")


def with_codes(workspace: Path, kind: str = "notice") -> None:
    """Let the documents of one type bear codes."""
    settings = workspace / "letters.toml"
    head, name, rest = settings.read_text(encoding="utf-8").partition(f"[types.{kind}]")
    line, _, others = rest.partition("\n")
    settings.write_text(f"{head}{name}{line}\ncode = true\n{others}", encoding="utf-8")


def issued_with_codes(folder: Path) -> Path:
    """The sample office with its five notices issued, with codes and PDFs: 01-16/219 to 223."""
    folder.mkdir()
    shutil.copy(ROOT / "letters.toml", folder)
    for part in ("templates", "data"):
        shutil.copytree(ROOT / part, folder / part)
    with_codes(folder)
    assert run(program, ["-w", str(folder), *PRINTED, "--pdf"]) == 0
    return folder


def paper(workspace: Path, seq: int) -> Path:
    """The PDF of the document with this running number."""
    made = (workspace / "letters/2023").glob(f"01-16_{seq} *.docx")
    [pdf] = [path.with_suffix(".pdf") for path in made]
    return pdf


def scan(folder: Path, name: str, *pdfs: Path) -> Path:
    """Lay the papers of `pdfs` into one clean scan."""
    folder.mkdir(exist_ok=True)
    return saved([page for pdf in pdfs for page in papers(pdf)], folder / name)
