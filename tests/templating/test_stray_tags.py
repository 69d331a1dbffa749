"""A tag is filled wherever it stands, or told: none goes into a letter as it is typed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from read_back import part_of
from template_making import NAMESPACES, VALUES, docx_file, p, relations, with_members

from letters_gen.errors import InputError
from letters_gen.templating import compile_template

OFFICE = "application/vnd.openxmlformats-officedocument."
FILLED = {
    "docProps/app.xml": (
        f"{OFFICE}extended-properties+xml",
        "<Properties><Company>{{ имя }}</Company></Properties>",
    ),
    "docProps/custom.xml": (
        f"{OFFICE}custom-properties+xml",
        "<Properties><property><lpwstr>{{ имя }}</lpwstr></property></Properties>",
    ),
    "word/charts/chart1.xml": (f"{OFFICE}drawingml.chart+xml", "<c><t>{{ имя }}</t></c>"),
}


def with_part(path: Path, name: str, kind: str, content: str) -> Path:
    """The package at `path` with one part more."""
    with zipfile.ZipFile(path) as archive:
        types = archive.read("[Content_Types].xml").decode()
    override = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    return with_members(
        path,
        {
            "[Content_Types].xml": types.replace("</Types>", override).encode(),
            name: content.encode(),
        },
    )


@pytest.mark.parametrize("name", FILLED)
def test_properties_and_charts_are_filled(tmp_path: Path, name: str) -> None:
    path = with_part(docx_file(tmp_path / "t.docx", p("а")), name, *FILLED[name])
    document = compile_template(path).render({**VALUES, "имя": "А & Б"})
    assert "А &amp; Б" in part_of(document, name)


def test_the_data_of_a_bound_control_are_filled(tmp_path: Path) -> None:
    store = "{11111111-2222-3333-4444-555555555555}"
    binding = f'<w:dataBinding w:xpath="/данные[1]/поле[1]" w:storeItemID="{store}"/>'
    body = (
        f"<w:p><w:sdt><w:sdtPr>{binding}</w:sdtPr><w:sdtContent><w:r><w:t>старое</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:p>"
    )
    path = docx_file(tmp_path / "t.docx", body)
    properties = (
        f'<ds:datastoreItem ds:itemID="{store.lower()}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
    )
    with_members(
        path,
        {
            "customXml/item1.xml": "<данные><поле>{{ имя }}</поле></данные>".encode(),
            "customXml/itemProps1.xml": properties.encode(),
            "customXml/_rels/item1.xml.rels": relations("customXmlProps", "itemProps1.xml"),
        },
    )
    document = compile_template(path).render(VALUES)
    assert "Патимат" in part_of(document, "customXml/item1.xml")
    assert "Патимат" in part_of(document) and "старое" not in part_of(document)


def test_a_tag_in_a_links_address_is_a_fault_with_its_paragraph(tmp_path: Path) -> None:
    body = p("первый") + '<w:p><w:hyperlink r:id="x"><w:r><w:t>сюда</w:t></w:r></w:hyperlink></w:p>'
    path = docx_file(tmp_path / "t.docx", body)
    target = "https://example.org/%7B%7B%20имя%20%7D%7D"
    link = relations("hyperlink", target, ' TargetMode="External"')
    with pytest.raises(InputError) as caught:
        compile_template(with_members(path, {"word/_rels/document.xml.rels": link}))
    assert caught.value.code == "template-tag-stray"
    place = caught.value.place
    assert place is not None and (place.part, place.paragraph) == ("word/document.xml", 2)


@pytest.mark.parametrize("kind", ["styles", "settings", "numbering"])
def test_a_tag_where_nothing_is_filled_is_a_fault(tmp_path: Path, kind: str) -> None:
    xml = f'<w:{kind} {NAMESPACES}><w:name w:val="{{{{ имя }}}}"/></w:{kind}>'
    with pytest.raises(InputError) as caught:
        compile_template(docx_file(tmp_path / "t.docx", p("а"), {kind: (kind, xml)}))
    assert caught.value.code == "template-tag-stray"
    assert caught.value.place is not None and caught.value.place.part == f"word/{kind}.xml"


def test_braces_that_are_no_tag_are_none(tmp_path: Path) -> None:
    xml = f'<w:settings {NAMESPACES}><w:docVar w:val="{{A-1}} {{{{"/></w:settings>'
    compile_template(docx_file(tmp_path / "t.docx", p("а"), {"settings": ("settings", xml)}))
