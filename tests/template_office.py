"""A document type of the office's own, whose template a test makes: used by the real command."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from clerk import SHEET, Answer, Clerk
from edits import change_template, extend_settings
from template_making import docx_file

TYPE = """
[types.t]
title = "Проба"
template = "t.docx"
series = "outgoing"
schools = "all"
each = false
heading = "О пробе"
addressee = "Руководителям"
"""


@dataclass(frozen=True)
class Trial:
    """What came of a template: the check's answer, the issuing command's, and the document where
    one was issued.
    """

    check: Answer
    issued: Answer
    document: Path | None

    @property
    def faults(self) -> dict[str, dict[str, object]]:
        """The faults of the check by their codes."""
        return {fault["code"]: fault for fault in self.check.json["faults"]}

    @property
    def notes(self) -> set[str]:
        """The codes of the check's notes."""
        return {note["code"] for note in self.check.json["notes"]}


def tried(clerk: Clerk, workspace: Path, template: Path) -> Trial:
    """`template` as `t.docx` of a type `t`: checked, and a document issued by it."""
    shutil.copy(template, workspace / "templates/t.docx")
    if "[types.t]" not in (workspace / "letters.toml").read_text(encoding="utf-8"):
        extend_settings(workspace, TYPE)
    check = clerk("template", "check", "templates/t.docx", "--json")
    issued = clerk("issue", "t", SHEET, "--date", "18.04.2023", "--yes", "--json")
    document = None
    if issued.status == 0:
        document = workspace / issued.json["documents"][0]["path"]
    return Trial(check, issued, document)


def office_template(folder: Path, body: str, **parts: tuple[str, str]) -> Path:
    """A template of that body for the office: its properties hold no field of the tests."""
    path = docx_file(folder / "t.docx", body, parts)
    change_template(path, lambda xml: xml.replace("{{ заголовок }}", ""), "docProps/core.xml")
    return path
