"""What a template holds for those who write it doesn't come into letters."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from clerk import Clerk
from edits import change_template
from read_back import paragraphs, part_of, rows
from template_making import (
    NAMESPACES,
    VALUES,
    cell,
    compiled,
    docx_file,
    p,
    r,
    relations,
    table,
    with_members,
)
from template_office import office_template, tried
from validators import our_own

from letters_gen.templating import compile_template

WHO = 'w:id="1" w:author="а" w:date="2023-01-01T00:00:00Z"'


def ins(content: str) -> str:
    """What was put in."""
    return f"<w:ins {WHO}>{content}</w:ins>"


def gone(text: str) -> str:
    """A run that was taken out."""
    return f"<w:del {WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


CHANGES = {
    "put in": (f"<w:p>{r('а')}{ins(r(' {{ имя }}'))}</w:p>", ["а Патимат"]),
    "taken out": (f"<w:p>{r('а')}{gone(' {{ нет такого }}')}</w:p>", ["а"]),
    "moved": (
        f"<w:p><w:moveFrom {WHO}>{r('раз')}</w:moveFrom>{r('два')}"
        f"<w:moveTo {WHO}>{r(' раз')}</w:moveTo></w:p>",
        ["два раз"],
    ),
    "a format": (
        f"<w:p><w:r><w:rPr><w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr>"
        "<w:t>а</w:t></w:r></w:p>",
        ["а"],
    ),
    "a paragraph's end": (
        f"<w:p><w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>{r('раз ')}</w:p>" + p("два"),
        ["раз два"],
    ),
    "a whole paragraph": (
        f"<w:p><w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>{gone('раз')}</w:p>" + p("два"),
        ["два"],
    ),
    "a paragraph put in": (
        f"<w:p><w:pPr><w:rPr><w:ins {WHO}/></w:rPr></w:pPr>{ins(r('раз'))}</w:p>" + p("два"),
        ["раз", "два"],
    ),
    "a tag parted by a change": (
        f"<w:p>{r('{{ и')}{gone('ж')}{ins(r('мя }}'))}</w:p>",
        ["Патимат"],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_tracked_changes_are_accepted(tmp_path: Path, name: str) -> None:
    body, expected = CHANGES[name]
    document = compiled(tmp_path, body).render(VALUES)
    assert paragraphs(document) == expected
    xml = part_of(document)
    assert not any(f"<w:{word}" in xml for word in ("ins ", "del ", "moveFrom", "rPrChange"))


def test_rows_that_were_taken_out_go(tmp_path: Path) -> None:
    row_gone = f"<w:tr><w:trPr><w:del {WHO}/></w:trPr>{cell('раз')}</w:tr>"
    document = compiled(tmp_path, table(1, row_gone, f"<w:tr>{cell('два')}</w:tr>")).render(VALUES)
    assert rows(document) == [["два"]]
    document = compiled(tmp_path, table(1, row_gone) + p("после")).render(VALUES)
    assert "<w:tbl>" not in part_of(document) and our_own(document) == []


def commented(folder: Path) -> Path:
    """A template with a comment, and with a tracked change."""
    body = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Дата {{ письмо.дата }}</w:t></w:r>'
        f'<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>{ins(r("!"))}</w:p>'
    )
    comment = f'<w:comment w:id="0" w:author="Иванова">{p("проверить {{ дату }}")}</w:comment>'
    xml = f"<w:comments {NAMESPACES}>{comment}</w:comments>"
    return office_template(folder, body, comments=("comments", xml))


def test_comments_and_changes_are_noted_and_left_out(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    trial = tried(clerk, workspace, commented(tmp_path))
    assert {"template-comments", "template-changes"} <= trial.notes
    assert trial.document is not None
    with zipfile.ZipFile(trial.document) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        assert "word/comments.xml" not in archive.namelist()
    assert "проверить".encode() not in everything and b"comment" not in everything
    assert paragraphs(trial.document) == ["Дата 18.04.2023!"]


def test_a_template_of_word_makes_documents(clerk: Clerk, workspace: Path, tmp_path: Path) -> None:
    path = office_template(tmp_path, p("{{ письмо.номер }}"))
    change_template(
        path,
        lambda xml: xml.replace("document.main+xml", "template.main+xml"),
        "[Content_Types].xml",
    )
    trial = tried(clerk, workspace, path)
    assert trial.document is not None
    assert docx.Document(str(trial.document)).paragraphs[0].text == "01-16/219"


def test_a_mail_merge_leaves_the_settings(tmp_path: Path) -> None:
    settings = (
        f'<w:settings {NAMESPACES}><w:trackRevisions/><w:mailMerge><w:dataSource r:id="x"/>'
        '</w:mailMerge><w:zoom w:percent="90"/></w:settings>'
    )
    path = docx_file(tmp_path / "t.docx", p("{{ имя }}"), {"settings": ("settings", settings)})
    source = relations("mailMergeSource", "file:///c:/школы.xlsx", ' TargetMode="External"')
    with_members(path, {"word/_rels/settings.xml.rels": source})
    document = compile_template(path).render(VALUES)
    xml = part_of(document, "word/settings.xml")
    assert "mailMerge" not in xml and "trackRevisions" not in xml and "zoom" in xml
    assert "xlsx" not in part_of(document, "word/_rels/settings.xml.rels")


CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"


@pytest.mark.parametrize("shown", ["{{ имя }}", "[Название]", ""])
def test_a_bound_control_shows_what_it_is_filled_with(tmp_path: Path, shown: str) -> None:
    binding = (
        f"<w:dataBinding w:prefixMappings=\"xmlns:a='{CP}' xmlns:b='{DC}'\" "
        f'w:xpath="/a:coreProperties[1]/b:title[1]" w:storeItemID="{CORE}"/>'
    )
    text = r(shown) if shown else ""
    body = (
        f"<w:p><w:sdt><w:sdtPr>{binding}<w:text/></w:sdtPr>"
        f"<w:sdtContent>{text}</w:sdtContent></w:sdt></w:p>"
    )
    document = compiled(tmp_path, body).render(VALUES)
    expected = "Патимат" if shown == "{{ имя }}" else "Заголовок"
    xml = part_of(document)
    assert expected in xml and "dataBinding" not in xml and "{{" not in xml
    assert "Заголовок" in part_of(document, "docProps/core.xml")


def test_a_control_that_is_bound_to_data_without_tags_stays_bound(tmp_path: Path) -> None:
    binding = f'<w:dataBinding w:xpath="/a[1]" w:storeItemID="{CORE}"/>'
    body = (
        f"<w:p><w:sdt><w:sdtPr>{binding}</w:sdtPr>"
        f"<w:sdtContent>{r('просто')}</w:sdtContent></w:sdt>{r('{{ имя }}')}</w:p>"
    )
    assert "dataBinding" in part_of(compiled(tmp_path, body).render(VALUES))
