"""What Word would stumble over is a fault of the template."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from clerk import Clerk
from edits import change_template


@pytest.mark.parametrize(
    ("part", "change", "code"),
    [
        (
            "word/document.xml",
            lambda xml: re.sub(
                r'<w:pStyle w:val="[^"]*"/>', '<w:pStyle w:val="Lost"/>', xml, count=1
            ),
            "package-lost-style",
        ),
        (
            "word/numbering.xml",
            lambda xml: re.sub(r"(<w:num .*?</w:num>)", r"\1\1", xml, count=1, flags=re.DOTALL),
            "package-twice",
        ),
        (
            "word/header1.xml",
            lambda xml: re.sub(
                r'<w:r>(?:(?!<w:r>).)*fldCharType="end"/></w:r>', "", xml, flags=re.DOTALL
            ),
            "package-unpaired-field",
        ),
        (
            "word/_rels/document.xml.rels",
            lambda xml: xml.replace("styles.xml", "lost.xml"),
            "package-lost-target",
        ),
        (
            "word/document.xml",
            lambda xml: xml.replace("<w:pPr>", '<w:pPr><w:jc w:val="left"/>', 1),
            "package-order",
        ),
    ],
)
def test_what_word_would_stumble_over_is_a_fault(
    clerk: Clerk, workspace: Path, part: str, change: Callable[[str], str], code: str
) -> None:
    change_template(workspace / "templates/weekly.docx", change, part)
    answer = clerk("template", "check", "templates/weekly.docx", "--json")
    assert code in {fault["code"] for fault in answer.json["faults"]}, answer.err
