"""The notice to one school's head: its text, and that it keeps to one page."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from described import all_described
from notices import DAY, TEMPLATE, letter, notice, pages_of, paragraphs, values_for, words

from letters_gen.documents.letter import own_fields

SOURCE = Path(__file__).with_name("golden") / "notice.txt"
SCHOOL = "МКОУ «Берихинская ООШ»"
LONG_NAME = (
    "МБОУ «Средняя общеобразовательная школа № 12 имени Героя Советского Союза Магомеда Гаджиева»"
)


@pytest.fixture
def printed() -> bytes:
    """The notice to a school of the printed week that falls short in three indicators."""
    return TEMPLATE.render(values_for(SCHOOL, addressee=f"Директору {SCHOOL} Газимагомедову Ш.О."))


def test_the_notice_reads_as_it_should(printed: bytes) -> None:
    document = docx.Document(io.BytesIO(printed))
    [table] = document.tables
    rows = [
        "| " + " | ".join(" ".join(cell.text.split()) for cell in row.cells) + " |"
        for row in table.rows
    ]
    assert [*all_described(document), *rows] == SOURCE.read_text(encoding="utf-8").splitlines()


def test_only_what_applies_is_asked_for() -> None:
    asked = []
    for school in dict.fromkeys(finding.school.short_name for finding in letter().findings):
        values = values_for(school)
        texts = paragraphs(TEMPLATE.render(values))
        asked.append(
            [
                text
                for text in texts
                if text.startswith(("Обеспечить", "Зарегистрировать", "Перевести"))
            ]
        )
        assert asked[-1] == [
            f"{one['что_сделать']}.".replace("\N{NO-BREAK SPACE}", " ")
            for one in values["нарушения"]
        ]
    assert sum(map(len, asked)) == len(letter().findings) == 15


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "не достигнут 1 показатель:"),
        (2, "не достигнуты 2 показателя:"),
        (5, "не достигнуто 5 показателей:"),
    ],
)
def test_number_noun_and_verb_agree(count: int, words: str) -> None:
    assert any(text.endswith(words) for text in paragraphs(notice(220, count)))


def test_a_school_without_a_head_is_addressed_without_a_name() -> None:
    texts = paragraphs(notice(220, 2, head=""))
    assert not any(text.startswith(("Уважаем", "С уважением")) for text in texts)
    assert any(text.startswith("Уважаем") for text in paragraphs(notice(220, 2)))


def test_a_deadline_is_a_field_only_where_there_is_one() -> None:
    assert own_fields(letter(), words(), "1", DAY)["письмо"]["срок"] == "25.04.2023"
    assert (
        "срок"
        not in own_fields(
            replace(letter(), type=replace(letter().type, deadline=0)), words(), "1", DAY
        )["письмо"]
    )


def test_the_header_row_repeats_and_rows_dont_split(printed: bytes) -> None:
    [table] = docx.Document(io.BytesIO(printed)).tables
    for position, row in enumerate(table.rows):
        properties = row._tr.trPr
        assert (properties.find("{*}tblHeader") is not None) == (position == 0)
        assert properties.find("{*}cantSplit") is not None


def test_no_paragraph_is_empty_and_no_spaces_pile_up(printed: bytes) -> None:
    document = docx.Document(io.BytesIO(printed))
    assert all(paragraph.text.strip() for paragraph in document.paragraphs)
    assert not any("  " in text for text in paragraphs(printed))


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("name", ["МКОУ «Гутатлинская СОШ»", LONG_NAME])
def test_up_to_four_findings_keep_to_one_page(
    count: int, name: str, tmp_path: Path, to_pdf: Callable[[Path], Path]
) -> None:
    path = tmp_path / f"{count}.docx"
    path.write_bytes(notice(220, count, short_name=name))
    [page] = pages_of(to_pdf(path))
    lines = [line.split() for line in page.splitlines() if line.strip()]
    assert lines[-1] == ["Исп.", "Магомедова", "П.П."]


def test_the_second_page_bears_its_number_and_the_signature_with_text(
    tmp_path: Path, to_pdf: Callable[[Path], Path]
) -> None:
    path = tmp_path / "9.docx"
    path.write_bytes(notice(220, 9))
    first, second = pages_of(to_pdf(path))
    assert second.split()[0] == "2"
    assert "Информацию о" in " ".join(second.split())
    assert "Начальник" in second
    assert "Начальник" not in first
