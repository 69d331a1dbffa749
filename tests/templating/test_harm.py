"""Nothing runs and nothing is fetched when a letter is opened, whatever its template is called."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from template_making import NAMESPACES, VALUES, docx_file, p, r, relations, with_members

from letters_gen.errors import InputError
from letters_gen.templating import compile_template


def field(words: str, result: str = "x") -> str:
    """A complex field in a paragraph of its own; `|` parts its instruction into runs."""
    runs = "".join(
        f'<w:r><w:instrText xml:space="preserve">{one}</w:instrText></w:r>'
        for one in words.split("|")
    )
    return f"<w:p>{char('begin')}{runs}{char('separate')}{r(result)}{char('end')}</w:p>"


def char(kind: str) -> str:
    """A sign of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def refused(path: Path) -> list[tuple[str, str | None, int | None]]:
    """What is refused in a template: what, part, paragraph."""
    with pytest.raises(InputError) as caught:
        compile_template(path)
    faults = [caught.value, *caught.value.also]
    assert all(fault.code == "template-harmful" for fault in faults)
    return [
        (
            str(fault.arguments["what"]),
            fault.place.part if fault.place else None,
            fault.place.paragraph if fault.place else None,
        )
        for fault in faults
    ]


NESTED = (
    f"<w:p>{char('begin')}{char('begin')}<w:r><w:instrText> QUOTE 68 68 69 </w:instrText></w:r>"
    f"{char('separate')}{r('DDE')}{char('end')}<w:r><w:instrText>AUTO cmd</w:instrText></w:r>"
    f"{char('separate')}{char('end')}</w:p>"
)


@pytest.mark.parametrize(
    "body",
    [
        field(' DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc.exe" '),
        field(" dde Excel Sheet1 "),
        field(" D|DE|AUTO cmd "),
        field('"DDEAUTO" cmd'),
        field("\u00a0LINK Excel.Sheet.12 a.xlsx"),
        field(' INCLUDETEXT "\\\\\\\\server\\\\a.docx" '),
        field(" INCLUDEPICTURE http://127.0.0.1/x.png \\d "),
        field(" IncludePicture http://127.0.0.1/x.png "),
        field(" MACROBUTTON Start нажмите "),
        field(" DATABASE \\d a.mdb "),
        f'<w:p><w:fldSimple w:instr=" DDEAUTO cmd ">{r("x")}</w:fldSimple></w:p>',
        field(" IF 1 = 1 ").replace(char("separate"), field("DDE cmd")[5:-6] + char("separate"), 1),
        f"<w:p>{char('begin')}<w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>",
        field(" DDEAUTO cmd ").replace("w:instrText", "w:t"),
    ],
)
def test_a_field_that_fetches_or_starts_something_is_refused(tmp_path: Path, body: str) -> None:
    assert ("field", "word/document.xml", 2) in refused(
        docx_file(tmp_path / "t.docx", p("первый") + body)
    )


def test_a_field_that_another_one_names_is_refused(tmp_path: Path) -> None:
    assert ("field-unnamed", "word/document.xml", 1) in refused(
        docx_file(tmp_path / "t.docx", NESTED)
    )


@pytest.mark.parametrize("kind", ["header", "footer", "footnotes", "endnotes", "comments"])
def test_a_field_is_found_in_every_part(tmp_path: Path, kind: str) -> None:
    xml = f"<w:x {NAMESPACES}>{field('DDEAUTO cmd')}</w:x>"
    path = docx_file(tmp_path / "t.docx", p("а"), {kind: (kind, xml)})
    assert ("field", f"word/{kind}.xml", 1) in refused(path)


@pytest.mark.parametrize(
    "body",
    [
        field(" PAGE "),
        field(" SEQ Рисунок \\* ARABIC "),
        field(' HYPERLINK "https://example.org" '),
        field(' HYPERLINK \\l "закладка" '),
        field(" IF 1 = 1 а б "),
        field(" = 2 + 2 "),
        field(" REF link "),
        field(" TOC \\o 1-3 "),
    ],
)
def test_fields_that_stay_within_the_document_are_let_be(tmp_path: Path, body: str) -> None:
    compile_template(docx_file(tmp_path / "t.docx", body)).render(VALUES)


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "\\\\\\\\server\\\\a", "javascript:alert(1)"]
)
def test_a_link_by_a_field_leads_nowhere_else_either(tmp_path: Path, address: str) -> None:
    path = docx_file(tmp_path / "t.docx", field(f' HYPERLINK "{address}" '))
    assert ("external", "word/document.xml", 1) in refused(path)


@pytest.mark.parametrize(
    "body",
    [
        '<w:altChunk r:id="x"/>',
        '<w:p><w:subDoc r:id="x"/></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:entryMacro w:val="м"/></w:ffData>'
        "</w:fldChar></w:r></w:p>",
    ],
)
def test_pieces_of_other_files_are_refused(tmp_path: Path, body: str) -> None:
    assert refused(docx_file(tmp_path / "t.docx", body + p("а")))


EXTERNAL = ' TargetMode="External"'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "word/_RELS/SETTINGS.XML.RELS",
            relations("attachedTemplate", "http://a/t.dotm", EXTERNAL),
        ),
        ("word/_rels/lost.xml.rels", relations("attachedTemplate", "http://a/t.dotm", EXTERNAL)),
        (
            "word/_rels/a.xml.rels",
            relations("ATTACHEDTEMPLATE", "http://a/t.dotm", ' TargetMode="external"'),
        ),
        ("word/_rels/a.xml.rels", relations("VBAPROJECT", "v.bin")),
        ("word/_rels/a.xml.rels", relations("OleObject", "o.bin")),
        ("word/_rels/a.xml.rels", relations("package", "embeddings/o.xlsx")),
        ("word/_rels/a.xml.rels", relations("aFChunk", "chunk.html")),
        ("word/_rels/a.xml.rels", relations("control", "activeX1.xml")),
        ("word/_rels/a.xml.rels", relations("webextensiontaskpanes", "panes.xml")),
        ("word/_rels/a.xml.rels", relations("image", "//server/a.png", EXTERNAL)),
        ("word/_rels/a.xml.rels", relations("attachedTemplate", "http://a/t.dotm")),
        ("word/_rels/a.xml.rels", relations("image", "file:///c:/a.png")),
        ("customUI/_rels/a.rels", relations("ui/extensibility", "customUI.xml")),
        ("word/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("word/media/image1.png", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("word/embeddings/o.xlsx", b"PK\x03\x04"),
        ("word/a.docm", b"PK\x03\x04"),
    ],
)
def test_what_would_run_or_fetch_is_refused_in_any_spelling(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = with_members(docx_file(tmp_path / "t.docx", p("а")), {name: content})
    assert name in {part for _, part, _ in refused(path)}


def book(**members: str) -> bytes:
    """A workbook."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in members.items():
            archive.writestr(f"xl/{name}", content)
    return buffer.getvalue()


def chart_template(folder: Path, workbook: bytes) -> Path:
    """A template with a chart that draws from `workbook`."""
    path = docx_file(folder / "t.docx", p("{{ имя }}"))
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    with zipfile.ZipFile(path) as archive:
        types = archive.read("[Content_Types].xml").decode()
    types = types.replace(
        "</Types>",
        f'<Override PartName="/word/charts/chart1.xml" ContentType="{kind}"/>'
        '<Default Extension="xlsx" ContentType="application/vnd.sheet"/></Types>',
    )
    return with_members(
        path,
        {
            "[Content_Types].xml": types.encode(),
            "word/charts/chart1.xml": b"<c/>",
            "word/charts/_rels/chart1.xml.rels": relations("package", "../embeddings/b.xlsx"),
            "word/embeddings/b.xlsx": workbook,
        },
    )


def test_a_charts_own_workbook_stays(tmp_path: Path) -> None:
    compile_template(chart_template(tmp_path, book(workbook="<workbook/>"))).render(VALUES)


@pytest.mark.parametrize("name", ["vbaProject.bin", "embeddings/a.bin", "externalLinks/a.xml"])
def test_a_charts_workbook_that_holds_more_is_refused(tmp_path: Path, name: str) -> None:
    path = chart_template(tmp_path, book(**{name: "а"}))
    assert ("package", "word/embeddings/b.xlsx", None) in refused(path)


def test_a_link_to_a_place_of_the_document_is_let_be(tmp_path: Path) -> None:
    path = docx_file(tmp_path / "t.docx", p("а"))
    compile_template(
        with_members(path, {"word/_rels/a.xml.rels": relations("hyperlink", "#место", EXTERNAL)})
    )


def test_two_members_of_one_name_are_damage(tmp_path: Path) -> None:
    path = with_members(docx_file(tmp_path / "t.docx", p("а")), {"WORD/Document.xml": b"<a/>"})
    with pytest.raises(InputError) as caught:
        compile_template(path)
    assert caught.value.code == "template-damaged"


@pytest.mark.parametrize(
    "body",
    [
        field(' DATE \\@ "dd.MM.yyyy" '),
        field(" TIME "),
        field(" D|ATE "),
        f'<w:p><w:fldSimple w:instr=" date ">{r("x")}</w:fldSimple></w:p>',
        field(" PRINTDATE "),
        field(" SAVEDATE "),
    ],
)
def test_a_field_of_another_day_is_a_fault_with_its_place(tmp_path: Path, body: str) -> None:
    with pytest.raises(InputError) as caught:
        compile_template(docx_file(tmp_path / "t.docx", p("первый") + body))
    assert caught.value.code == "template-date-field"
    assert caught.value.place is not None and caught.value.place.paragraph == 2


@pytest.mark.parametrize(
    "words", [' HYPERLINK "https://a/{{ имя }}" ', "{{ имя }}", " REF {{ и|мя }} "]
)
def test_a_tag_in_a_field_is_a_fault(tmp_path: Path, words: str) -> None:
    with pytest.raises(InputError) as caught:
        compile_template(docx_file(tmp_path / "t.docx", field(words)))
    assert "template-tag-in-field" in {fault.code for fault in (caught.value, *caught.value.also)}
