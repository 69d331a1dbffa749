"""What a document states, and how two statements differ: school by school, in the clerk's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from notices import DAY, batch, judged_week

from letters_gen.documents.batch import Batch
from letters_gen.documents.letter import Letter, letter_to_all, letter_to_school
from letters_gen.documents.statement import (
    Difference,
    differences,
    own_statement,
    shared_statement,
)
from letters_gen.model.matter import Matter
from letters_gen.model.statement import JudgedRow, StatedSheet, Statement

SHEET = StatedSheet("data/monitoring/2023-04-14.xlsx", "0" * 64)
TITLES = {"staff": "Всего по штату", "service_chats": "Служебные чаты"}


def stated(letter: Letter, sheet: StatedSheet | None = SHEET) -> Statement:
    """All that a letter states, signed on the day of the tests."""
    shared = shared_statement(letter.batch, {"notice.docx": "1" * 64}, sheet)
    return Statement(shared, own_statement(letter, DAY), letter.addressee)


def notice(school: str) -> Letter:
    """The notice to a school of the printed week."""
    week = judged_week()
    row = next(row for row in week.monitoring.rows if row.school.short_name == school)
    own = tuple(finding for finding in week.findings if finding.school.key == row.school.key)
    return letter_to_school(batch(), row, own, "schools.csv")


def to_all(of: Batch | None = None) -> Letter:
    """One letter of the same week about all schools."""
    whole = of or batch()
    kind = replace(whole.type, schools="all", each=False, deadline=0)
    week = judged_week()
    return letter_to_all(replace(whole, type=kind), week.monitoring.rows, week.findings)


def with_row(was: Statement, position: int, **changed: object) -> Statement:
    """The same statement, one of its rows with other parts."""
    rows = list(was.own.rows)
    rows[position] = rows[position]._replace(**changed)  # type: ignore[arg-type]
    return replace(was, own=replace(was.own, rows=tuple(rows)))


def found(was: Statement, now: Statement) -> list[Difference]:
    return list(differences(was, now, TITLES))


def test_a_notice_states_its_schools_row_its_head_and_its_deadline() -> None:
    own = stated(notice("МКОУ «Берихинская ООШ»")).own
    [row] = own.rows
    assert row.findings == ("profile_status", "registered_share", "service_chats")
    assert (row.values["staff"], own.deadline) == (33, date(2023, 4, 25))
    assert own.head
    assert own.figures is None, "the district's figures are what it is compared with"


def test_an_office_wide_letter_states_every_row_and_the_figures() -> None:
    statement = stated(to_all())
    assert len(statement.own.rows) == len(judged_week().monitoring.rows)
    assert (statement.own.head, statement.own.deadline) == (None, None)
    assert statement.own.figures
    assert statement.shared.week
    assert statement.shared.week.figures is None


def test_the_same_letter_states_the_same() -> None:
    assert found(stated(to_all()), stated(to_all())) == []


def test_another_basis_is_told_part_by_part() -> None:
    basis = batch().matter.basis
    assert basis
    changed = replace(basis, number="06-1", date=date(2023, 4, 16))
    other = replace(batch(), matter=replace(batch().matter, basis=changed))
    assert found(stated(to_all()), stated(to_all(other))) == [
        Difference("", "basis.number", basis.number, "06-1"),
        Difference("", "basis.date", basis.date, date(2023, 4, 16)),
    ]


def test_another_head_is_told_with_the_addressee() -> None:
    was = stated(notice("МКОУ «Берихинская ООШ»"))
    now = replace(was, own=replace(was.own, head="Иванов Иван Иванович"), addressee="Директору")
    assert [one.what for one in found(was, now)] == ["addressee", "head"]


def test_a_changed_cell_is_told_under_its_column_s_title() -> None:
    was = stated(to_all())
    row = was.own.rows[1]
    now = with_row(was, 1, values={**row.values, "staff": 34})
    assert found(was, now) == [Difference(row.school, "Всего по штату", 33, 34)]


def test_other_findings_are_told_by_the_indicators_titles() -> None:
    was = stated(to_all())
    now = with_row(was, 0, findings=("service_chats",))
    school = was.own.rows[0].school
    assert found(was, now) == [Difference(school, "findings", [], ["Служебные чаты"])]


def test_a_school_that_came_and_one_that_went_are_told() -> None:
    was = stated(to_all())
    came = JudgedRow("Новая СОШ", "", {}, ())
    now = replace(was, own=replace(was.own, rows=(*was.own.rows[1:], came)))
    went = was.own.rows[0].school
    assert found(was, now) == [
        Difference(went, "school", went, None),
        Difference("Новая СОШ", "school", None, "Новая СОШ"),
    ]


def test_figures_of_the_district_differ_where_the_document_states_them() -> None:
    was = stated(to_all())
    assert was.own.figures
    [(key, figure)] = was.own.figures.items()
    other = replace(was.own, figures={key: replace(figure, part=figure.part + 1)})
    [difference] = found(was, replace(was, own=other))
    assert (difference.school, difference.what) == ("", key)


def test_rows_that_only_stand_elsewhere_in_the_sheet_are_no_difference() -> None:
    was = stated(to_all())
    assert found(was, with_row(was, 0, line=999)) == []


def test_a_document_without_a_week_states_its_subject_and_no_row() -> None:
    plain = replace(batch(), matter=Matter("О летнем отдыхе"))
    plain = replace(plain, type=replace(plain.type, each=False))
    statement = stated(letter_to_all(plain, (), ()), None)
    assert (statement.shared.subject, statement.shared.week) == ("О летнем отдыхе", None)
    assert (statement.own.rows, statement.own.figures) == ((), None)
    assert found(statement, statement) == []
