"""The plan shows the basis in the very words of the document that would be issued."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from clerk import SHEET, Clerk
from read_back import lines

_SHOWN = re.compile(r"в тексте: «(?:… )?(.*) …»")


def shown_words(clerk: Clerk, *command: str) -> str:
    """The words of the basis in the plan."""
    answer = clerk(*command, SHEET, "--date", "18.04.2023", "--dry-run")
    assert answer.status == 0, answer.err
    found = _SHOWN.search(answer.out + answer.err)
    return found[1] if found else ""


def issued_text(clerk: Clerk, workspace: Path, *command: str) -> str:
    """What the first document says."""
    answer = clerk(*command, SHEET, "--date", "18.04.2023", "--yes", "--json")
    text = " ".join(lines(workspace / answer.json["documents"][0]["path"]))
    return text.replace("\N{NON-BREAKING HYPHEN}", "-")


def of_template(workspace: Path, name: str, old: str, new: str) -> None:
    """Let the paragraph of a template that has `old` say `new`."""
    path = workspace / "templates" / name
    path.chmod(0o644)
    document = docx.Document(str(path))
    [meant] = [one for one in document.paragraphs if old in one.text]
    meant.text = new
    document.save(str(path))


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("weekly",), "В соответствии с письмом Министерства образования и науки РД №06-5649/"),
        (("notices",), "направленного письмом Министерства образования и науки РД от 17.04.2023"),
        (("order",), "на основании письма Министерства образования и науки РД от 17.04.2023 №"),
        (("issue", "report"), "На № 06-5649/06-18/23 от 17.04.2023"),
    ],
)
def test_the_plan_shows_the_words_that_the_document_will_have(
    clerk: Clerk, workspace: Path, command: tuple[str, ...], words: str
) -> None:
    shown = shown_words(clerk, *command)
    assert shown.startswith(words)
    # A tag of Word's own hyphen leaves no text behind.
    bare = shown.replace("-", "")
    assert bare in issued_text(clerk, workspace, *command).replace("-", "")


def test_an_own_template_s_words_are_shown(clerk: Clerk, workspace: Path) -> None:
    new = "Во исполнение письма от {{ основание.дата | словами }} (№ {{ основание.номер }}) просим:"
    of_template(workspace, "weekly.docx", "доводит до вашего сведения", new)
    shown = shown_words(clerk, "weekly")
    assert shown == "Во исполнение письма от 17 апреля 2023 г. (№ 06-5649/06-18/23)"
    assert "Во исполнение письма от 17 апреля 2023 г. (№ " in issued_text(
        clerk, workspace, "weekly"
    )


def test_of_a_template_made_out_of_a_letter_the_words_are_shown_as_they_will_stand(
    clerk: Clerk, workspace: Path
) -> None:
    answer = clerk("notices", SHEET, "--date", "18.04.2023", "--yes", "--json")
    letter = workspace / answer.json["documents"][0]["path"]
    assert clerk("template", "from", str(letter), "--as", "питание").status == 0
    assert shown_words(clerk, "issue", "питание").endswith("17.04.2023 № 06-5649/06-18/23")


def test_of_a_template_that_names_no_basis_no_words_are_shown(
    clerk: Clerk, workspace: Path
) -> None:
    of_template(workspace, "weekly.docx", "доводит до вашего сведения", "Сообщаем:")
    assert shown_words(clerk, "weekly") == ""
