"""What is wrong with a tag is told in the clerk's language."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from clerk import Clerk


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("{% нечто %}", "слова «нечто» в начале тега нет"),
        ("{{ письмо.номер письмо.дата }}", "вместо }} стоит письмо"),
        ("{{ }}", "перед }} не хватает значения"),
        ("{{ письмо.номер ? }}", "непонятный знак ?"),
        ("{{ (письмо.номер }}", "вместо ) стоит }"),
    ],
)
def test_a_tag_that_cant_be_read_is_told_in_russian(
    clerk: Clerk, workspace: Path, tag: str, words: str
) -> None:
    template = workspace / "templates/weekly.docx"
    document = docx.Document(str(template))
    document.paragraphs[-1].text = tag
    template.chmod(0o644)
    document.save(str(template))
    answer = clerk("template", "check", str(template))
    assert answer.status == 1
    assert words in " ".join((answer.out + answer.err).split())
