"""The notice to one school's head: its text, and that it keeps to one page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from clerk import BASIS, PRINTED_NOTICES, PRINTED_WEEK, Clerk, entries
from edits import change_settings
from notices import TEMPLATE, batch, fields_for, judged_week, notice, values_for
from read_back import all_described, lines, opened, pages_of, text_of

from letters_gen.documents.letter import letter_to_school

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
    document = opened(printed)
    [table] = document.tables
    rows = [
        "| " + " | ".join(" ".join(cell.text.split()) for cell in row.cells) + " |"
        for row in table.rows
    ]
    assert [*all_described(document), *rows] == SOURCE.read_text(encoding="utf-8").splitlines()


def test_only_what_applies_is_asked_for() -> None:
    asked = []
    for school in dict.fromkeys(finding.school.short_name for finding in judged_week().findings):
        values = values_for(school)
        texts = lines(TEMPLATE.render(values))
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
    assert sum(map(len, asked)) == len(judged_week().findings) == 15


def test_several_findings_stand_in_a_table_a_single_one_in_the_sentence() -> None:
    several, single = notice(220, 2), notice(220, 1)
    assert any(text.endswith("не достигнуты следующие показатели:") for text in lines(several))
    assert len(opened(several).tables) == 1
    assert opened(single).tables == []
    [told] = [text for text in lines(single) if "не достигнут показатель" in text]
    assert told.endswith("«Статус профиля»: не активен, требование – активен.")


def test_a_notice_says_for_how_many_weeks_running_it_is_so() -> None:
    texts = lines(notice(220, 2, weeks=3))
    at = texts.index("Показатели не достигаются 3-ю неделю подряд.")
    assert texts[at + 1].startswith("В связи с изложенным")
    [told] = [text for text in lines(notice(220, 1, weeks=2)) if "не достигнут показатель" in text]
    assert told.endswith("требование – активен. Показатель не достигается 2-ю неделю подряд.")
    assert not any("подряд" in text for count in (1, 2) for text in lines(notice(220, count)))


def test_the_weeks_running_are_those_of_the_letters_to_all(clerk: Clerk, workspace: Path) -> None:
    assert clerk(*PRINTED_WEEK).status == 0
    later = ("notices", "data/monitoring/2023-04-21.xlsx", "--date", "25.04.2023", *BASIS, "--yes")
    written = {
        document["school"]: text_of(workspace / document["path"])
        for document in clerk(*later, "--json").json["documents"]
    }
    assert "Показатели не достигаются 2-ю неделю подряд." in written["МКОУ «Хибиятлинская ООШ»"]
    assert "подряд" not in written["МКОУ «Сагадинская СОШ»"]


def test_the_number_of_the_covering_letter_does_not_part() -> None:
    paragraphs = opened(notice(220, 2)).paragraphs
    [leading] = [one for one in paragraphs if one.text.startswith("По результатам")]
    assert "06-5649/06-18/23" in leading.text
    assert len(leading._p.findall(".//{*}noBreakHyphen")) == 2
    [number] = [one for one in paragraphs if one.text.startswith("№")]
    assert "-" in number.text and number._p.find(".//{*}noBreakHyphen") is None


def test_all_dates_are_written_in_one_way() -> None:
    assert not any("апреля" in text for text in lines(notice(220, 2)))
    assert any(text.endswith("не позднее 25.04.2023:") for text in lines(notice(220, 2)))


def test_a_school_without_a_head_is_addressed_without_a_name() -> None:
    texts = lines(notice(220, 2, head=""))
    assert not any(text.startswith(("Уважаем", "С уважением")) for text in texts)
    assert any(text.startswith("Уважаем") for text in lines(notice(220, 2)))


def test_a_deadline_is_a_field_only_where_there_is_one() -> None:
    row = judged_week().monitoring.rows[0]
    letter = letter_to_school(batch(), row, (), "schools.csv")
    assert fields_for(letter, "1")["письмо"]["срок"] == "25.04.2023"
    without = replace(batch(), type=replace(batch().type, deadline=0))
    assert "срок" not in fields_for(replace(letter, batch=without), "1")["письмо"]


def test_the_header_row_repeats_and_rows_dont_split(printed: bytes) -> None:
    [table] = opened(printed).tables
    for position, row in enumerate(table.rows):
        properties = row._tr.trPr
        assert (properties.find("{*}tblHeader") is not None) == (position == 0)
        assert properties.find("{*}cantSplit") is not None


def test_no_paragraph_is_empty_and_no_spaces_pile_up(printed: bytes) -> None:
    document = opened(printed)
    assert all(paragraph.text.strip() for paragraph in document.paragraphs)
    assert not any("  " in text for text in lines(printed))


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("name", ["МКОУ «Гутатлинская СОШ»", LONG_NAME])
def test_up_to_four_findings_keep_to_one_page(
    count: int, name: str, tmp_path: Path, to_pdf: Callable[[Path], Path]
) -> None:
    path = tmp_path / f"{count}.docx"
    path.write_bytes(notice(220, count, weeks=12, short_name=name))
    [page] = pages_of(to_pdf(path))
    printed = [line.split() for line in page.splitlines() if line.strip()]
    assert printed[-1] == ["Исп.", "Магомедова", "П.П."]


def test_the_second_page_bears_its_number_and_the_signature_with_text(
    tmp_path: Path, to_pdf: Callable[[Path], Path]
) -> None:
    path = tmp_path / "9.docx"
    path.write_bytes(notice(220, 9))
    first, second = pages_of(to_pdf(path))
    assert second.split()[0] == "2"
    assert "Представить в" in " ".join(second.split())
    assert "Начальник" in second
    assert "Начальник" not in first


def test_a_notice_says_what_its_school_must_mend_and_by_when(clerk: Clerk, workspace: Path) -> None:
    [document] = clerk(
        *PRINTED_NOTICES, "--yes", "--only", "МКОУ «Междуреченская СОШ»", "--json"
    ).json["documents"]
    text = text_of(workspace / document["path"])
    assert "Уважаемая Хадижат Нурмагомедовна!" in text
    assert "не позднее 25.04.2023:" in text
    assert (
        "Обеспечить активацию профиля." in text
        and "Зарегистрировать в ИКОП «Сферум» всех учителей." in text
    )
    assert "обеспечить переписку" not in text.lower()
    assert "17 из 22" in text
    assert "срок: 25.04.2023" in clerk("register", "show", "219").out
    [entry] = entries(clerk)
    assert (entry["deadline"], entry["heading"]) == (
        "2023-04-25",
        "О недостижении показателей использования ИКОП «Сферум»",
    )


def test_the_regions_own_days_off_move_the_deadline(clerk: Clerk, workspace: Path) -> None:
    change_settings(workspace, "days_off = []", "days_off = [2023-04-21]")
    clerk(*PRINTED_NOTICES, "--yes", "--only", "МКОУ «Хупринская ООШ»")
    assert entries(clerk)[0]["deadline"] == "2023-04-26"


def test_the_notice_of_the_second_sample_tells_how_the_district_stands(
    clerk: Clerk, tmp_path: Path
) -> None:
    office = tmp_path / "MAX"
    clerk("init", str(office), "--sample", "max")
    sheet = str(office / "data/monitoring/2025-11-28.xlsx")
    answer = clerk(
        "-w", str(office), "notices", sheet, "--date", "02.12.2025", "--yes", "--json",
        "--only", "МКОУ «Сагадинская СОШ»",
    )  # fmt: skip
    [table] = opened(office / answer.json["documents"][0]["path"]).tables
    rows = [[" ".join(cell.text.split()) for cell in row.cells] for row in table.rows]
    assert rows == [
        ["Показатель", "В организации", "Требование", "По району"],
        [
            "Доля подключённых сотрудников",
            "96,8% (30 из 31 сотрудника)",
            "не менее 100%",
            "98,4% (632 из 642)",
        ],
        ["Наличие канала", "нет", "да", "есть в 16 из 24 организаций"],
    ]
