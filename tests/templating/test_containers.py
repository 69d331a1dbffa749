"""What a false condition or an empty loop leaves empty, Word opens without repairing it."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import Clerk
from lxml import etree
from read_back import W, part_of, rows
from template_making import NAMESPACES, VALUES, cell, compiled, docx_file, p, r, row, table
from template_office import office_template, tried
from validators import our_own

from letters_gen.templating import compile_template

GONE = p("{%p if нет %}") + p("скрыто") + p("{%p endif %}")
NONE = p("{%p for х in [] %}") + p("{{ х }}") + p("{%p endfor %}")
CELL = "<w:tc><w:tcPr/>{}</w:tc>"
BOX = "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>"
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
NESTED = p("{%p if да %}") + table(1, row("вложенная")) + p("{%p endif %}")
ROWS = row("{%tr for х in [] %}") + row("{{ х }}") + row("{%tr endfor %}")

BODIES = {
    "a cell after a condition": table(1, f"<w:tr>{CELL.format(GONE)}</w:tr>"),
    "a cell after a loop": table(1, f"<w:tr>{CELL.format(NONE)}</w:tr>"),
    "a cell that ends with a table": table(1, f"<w:tr>{CELL.format(NESTED)}</w:tr>"),
    "a cell of a nested table": table(
        1, f"<w:tr>{CELL.format(table(1, f'<w:tr>{CELL.format(GONE)}</w:tr>') + p('после'))}</w:tr>"
    ),
    "a cell whose table goes": table(1, f"<w:tr>{CELL.format(table(1, ROWS) + GONE)}</w:tr>"),
    "a cell of a control": table(1, f"<w:tr>{CELL.format(CONTROL.format(GONE))}</w:tr>"),
    "a control": CONTROL.format(GONE) + p("после"),
    "a text box": BOX.format(GONE),
    "a text box with a loop": BOX.format(NONE),
    "a table without rows": table(1, ROWS) + p("после"),
    "a row without cells": table(
        1, row("шапка"), row("{%tc for х in [] %}", "{{ х }}", "{%tc endfor %}")
    ),
    "a table of a row without cells": table(
        1, row("{%tc for х in [] %}", "{{ х }}", "{%tc endfor %}")
    )
    + p("после"),
    "a body": GONE,
    "rows within rows": table(
        1,
        row("{%tr for ч in числа %}"),
        f"<w:tr>{CELL.format(p('{%p if ч > 2 %}') + p('{{ ч }}') + p('{%p endif %}'))}</w:tr>",
        row("{%tr endfor %}"),
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_what_comes_out_empty_is_sound(tmp_path: Path, name: str) -> None:
    document = compiled(tmp_path, BODIES[name]).render(VALUES)
    assert our_own(document) == []
    assert "скрыто" not in part_of(document)


@pytest.mark.parametrize("kind", ["header", "footer", "footnotes", "endnotes"])
def test_a_header_or_a_note_that_comes_out_empty_is_sound(tmp_path: Path, kind: str) -> None:
    element = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    content, reference = GONE, ""
    if kind.endswith("notes"):
        content = f'<w:{kind[:-1]} w:id="1">{GONE}</w:{kind[:-1]}>'
        reference = f'<w:r><w:{kind[:-1]}Reference w:id="1"/></w:r>'
    xml = f"<w:{element} {NAMESPACES}>{content}</w:{element}>"
    body = f"<w:p>{r('тело')}{reference}</w:p>"
    template = docx_file(tmp_path / "шаблон.docx", body, {kind: (kind, xml)})
    document = compile_template(template).render(VALUES)
    assert our_own(document) == []
    assert "скрыто" not in part_of(document, f"word/{kind}.xml")


def test_a_table_keeps_its_header_where_its_loop_is_empty(tmp_path: Path) -> None:
    document = compiled(tmp_path, table(1, row("Школа"), ROWS)).render(VALUES)
    assert rows(document) == [["Школа"]]


def test_a_cell_that_is_full_gets_nothing_more(tmp_path: Path) -> None:
    shown = p("{%p if да %}") + p("видно") + p("{%p endif %}")
    xml = part_of(compiled(tmp_path, table(1, f"<w:tr>{CELL.format(shown)}</w:tr>")).render(VALUES))
    assert len(list(etree.fromstring(xml.encode()).iter(f"{W}p"))) == 1


def test_an_empty_cell_of_the_template_itself_is_a_fault(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    body = table(1, "<w:tr><w:tc><w:tcPr/></w:tc></w:tr>") + p("{{ письмо.номер }}")
    trial = tried(clerk, workspace, office_template(tmp_path, body))
    assert "package-bare" in trial.faults


SCHOOLS = table(
    2,
    row("Школа", "Замечания"),
    row("{%tr for ш in школы %}", ""),
    f"<w:tr>{cell('{{ ш.название }}')}"
    + CELL.format(
        p("{%p for н in нарушения if н.школа == ш.название %}")
        + p("{{ н.показатель }}")
        + p("{%p endfor %}")
    )
    + "</w:tr>",
    row("{%tr endfor %}", ""),
)


def test_a_school_without_findings_keeps_its_cell_in_an_issued_letter(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    trial = tried(clerk, workspace, office_template(tmp_path, SCHOOLS + p("конец")))
    assert trial.document is not None, trial.issued.err
    assert our_own(trial.document) == []
    lines = rows(trial.document)
    assert len(lines) == 23
    assert [line[1] for line in lines].count("") == 17
