"""A Word package is read as the Open Packaging Conventions have it, not by its usual spelling."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from edits import change_template
from notices import cover, notices
from read_back import paragraphs
from template_making import NAMESPACES, VALUES, docx_file, p, renamed

from letters_gen.errors import InputError
from letters_gen.outputs.print_file import print_file
from letters_gen.templating import compile_template
from letters_gen.templating.soundness import soundness_faults
from letters_gen.word.package import ArchiveMembers, Package, open_archive

RELATIONS = "word/_rels/document.xml.rels"
RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def opened(path: Path) -> Package:
    return Package(path.name, ArchiveMembers(open_archive(path, "x-damaged")), "x-damaged")


@pytest.mark.parametrize("spelling", [str.upper, str.lower, str.swapcase])
def test_a_template_whose_parts_are_named_in_other_letters_is_filled(
    tmp_path: Path, spelling: Callable[[str], str]
) -> None:
    header = f"<w:hdr {NAMESPACES}>{p('{{ имя }}')}</w:hdr>"
    path = docx_file(tmp_path / "t.docx", p("{{ имя }}"), {"header": ("header1", header)})
    template = compile_template(renamed(path, spelling))
    assert {part.name.lower() for part in template.parts} == {
        "word/document.xml",
        "word/header1.xml",
        "docprops/core.xml",
    }
    (tmp_path / "готово.docx").write_bytes(template.render(VALUES))
    assert b"\xd0\x9f\xd0\xb0\xd1\x82" in opened(tmp_path / "готово.docx").content(
        "word/header1.xml"
    )


def test_a_macro_behind_relationships_in_other_letters_is_refused(tmp_path: Path) -> None:
    path = docx_file(tmp_path / "t.docx", p("а"), {"vbaProject": ("vbaProject", "<x/>")})
    with pytest.raises(InputError) as caught:
        compile_template(renamed(path, str.upper))
    assert (caught.value.code, caught.value.arguments["what"]) == ("template-harmful", "macro")


def test_a_print_file_takes_documents_whose_parts_are_named_in_other_letters(
    tmp_path: Path,
) -> None:
    [notice] = notices((1,))
    path = tmp_path / "notice.docx"
    path.write_bytes(notice)
    plain = print_file(cover(1), [notice])
    renamed(path, lambda name: name.upper() if name.endswith(".rels") else name.title())
    assert paragraphs(print_file(cover(1), [path])) == paragraphs(plain)


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("media/знак.png", "word/media/знак.png"),
        ("/word/media/знак.png", "word/media/знак.png"),
        ("../word/./media/знак.png", "word/media/знак.png"),
        ("media/%D0%B7%D0%BD%D0%B0%D0%BA.PNG", "word/media/знак.png"),
        ("media/lost.png", "word/media/lost.png"),
        ("#закладка", "#закладка"),
    ],
)
def test_a_target_is_found_however_it_is_written(tmp_path: Path, target: str, found: str) -> None:
    path = docx_file(tmp_path / "t.docx", p("а"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/media/знак.png", b"")
    ending = "</Relationships>"
    added = f'<Relationship Id="rId9" Type="urn:image" Target="{target}"/>'
    change_template(path, lambda xml: xml.replace(ending, added + ending), RELATIONS)
    package = opened(path)
    assert package.relations("word/document.xml")["rId9"].target == found


def test_a_content_type_by_name_goes_before_that_of_the_extension(tmp_path: Path) -> None:
    package = opened(docx_file(tmp_path / "t.docx", p("а")))
    assert package.kind("Word/Document.XML").endswith("document.main+xml")
    assert package.kind("word/other.XML") == "application/xml"
    assert package.kind("word/other.bin") == ""


def test_the_main_part_may_have_any_name(tmp_path: Path) -> None:
    assert opened(docx_file(tmp_path / "t.docx", p("а"), main="письмо")).main == "word/письмо.xml"


@pytest.mark.parametrize(
    "relations",
    [
        f'<Relationships {RELATIONSHIPS}><Relationship Id="a" Type="t/x" Target="x"/>'
        '<Relationship Id="a" Type="t/y" Target="y"/></Relationships>',
        f"<Relationships {RELATIONSHIPS}>",
        f'<!DOCTYPE x [<!ENTITY e "e">]><Relationships {RELATIONSHIPS}/>',
    ],
    ids=["an id twice", "not well-formed", "a DTD"],
)
def test_relationships_that_word_would_refuse_are_damage(tmp_path: Path, relations: str) -> None:
    path = docx_file(tmp_path / "t.docx", p("{{ имя }}"))
    change_template(path, lambda _: relations, RELATIONS)
    with pytest.raises(InputError) as caught:
        compile_template(path)
    assert caught.value.code == "template-damaged"
    with pytest.raises(InputError) as caught:
        print_file(path, [path])
    assert caught.value.code == "print-damaged"


def test_documents_without_styles_are_joined(tmp_path: Path) -> None:
    path = docx_file(tmp_path / "t.docx", p("а"))
    joined = [text for text in paragraphs(print_file(path, [path, path])) if text]
    assert joined == ["а", "а", "а"]


def test_what_python_docx_writes_is_sound(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("а", style="List Number")
    document.save(str(tmp_path / "t.docx"))
    assert list(soundness_faults(opened(tmp_path / "t.docx"))) == []
