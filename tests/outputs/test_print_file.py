"""The print file: every document as it was, from a new page, and a cover that says where it is."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree
from notices import cover, notices
from pictures import png
from read_back import W, pages_of, part_of
from validators import assert_sound

from letters_gen.errors import InputError
from letters_gen.outputs.print_file import bookmark, kinship, print_file

# How many findings each notice has: the second and the fourth take two pages.
COUNTS = (1, 9, 4, 11, 2)


def root(document: bytes, part: str = "word/document.xml") -> etree._Element:
    """A part of a document."""
    return etree.fromstring(part_of(document, part).encode())


def members(document: bytes) -> list[str]:
    """The names of a document's parts."""
    return zipfile.ZipFile(io.BytesIO(document)).namelist()


@pytest.fixture(scope="module")
def joined() -> bytes:
    return print_file(cover(len(COUNTS)), notices(COUNTS))


@pytest.fixture(scope="module")
def pages(
    joined: bytes, to_pdf: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> list[str]:
    path = tmp_path_factory.mktemp("print") / "notices.docx"
    path.write_bytes(joined)
    return list(pages_of(to_pdf(path)))


def test_every_notice_begins_a_new_page(pages: list[str]) -> None:
    starts = [number for number, page in enumerate(pages, 1) if "МУНИЦИПАЛЬНОЕ КАЗЁННОЕ" in page]
    assert starts == [2, 3, 5, 6, 8]
    assert len(pages) == 8


def test_the_cover_names_the_page_of_each(pages: list[str]) -> None:
    listed = re.findall(r"01-16/(\d+)\s+МКОУ «Школа № \d+»\s+(\d+)", pages[0])
    assert listed == [("220", "2"), ("221", "3"), ("222", "5"), ("223", "6"), ("224", "8")]
    for number, page in listed:
        assert re.search(rf"№\s01-16/{number}$", pages[int(page) - 1], re.MULTILINE)


def test_a_second_page_bears_its_own_number_and_a_first_none(pages: list[str]) -> None:
    tops = [page.split()[0] for page in pages]
    assert [top for top in tops if top.isdigit()] == ["2", "2"]
    assert (tops[3], tops[6]) == ("2", "2")


def test_word_counts_a_notices_pages_from_its_bookmark(joined: bytes) -> None:
    headers = [name for name in members(joined) if re.match(r"word/header\d*\.xml$", name)]
    formulas = [
        "".join(node.text or "" for node in root(joined, name).iter(f"{W}instrText"))
        for name in headers
    ]
    assert sorted(text for text in formulas if "PAGEREF" in text) == [
        f" =  PAGE  -  PAGEREF {bookmark(at)}  + 1 " for at in range(1, 6)
    ]


def test_lists_begin_anew(pages: list[str], joined: bytes) -> None:
    numbers = re.findall(r"^ +(\d+)\. ", "\n".join(pages), re.MULTILINE)
    # What is to be mended, and then that it is to be told.
    lists = [count + 1 for count in COUNTS]
    assert numbers == [str(number) for count in lists for number in range(1, count + 1)]
    instances = [node.get(f"{W}val") for node in root(joined).iter(f"{W}numId")]
    assert [instances.count(one) for one in dict.fromkeys(instances)] == lists


def test_every_notice_is_a_section_without_the_headers_of_the_one_before(joined: bytes) -> None:
    sections = list(root(joined).iter(f"{W}sectPr"))
    assert len(sections) == 1 + len(COUNTS)
    for section in sections[1:]:
        assert section.find(f"{W}type").get(f"{W}val") == "nextPage"
        assert (
            len(section.findall(f"{W}headerReference"))
            == len(section.findall(f"{W}footerReference"))
            == 3
        )
        assert section.find(f"{W}titlePg") is not None


def test_what_must_be_unique_is(joined: bytes) -> None:
    document = root(joined)
    for tag, attribute in (("bookmarkStart", "id"), ("bookmarkStart", "name")):
        found = [node.get(f"{W}{attribute}") for node in document.iter(f"{W}{tag}")]
        assert len(found) == len(set(found)) == len(COUNTS)


def test_the_text_of_a_notice_stays(joined: bytes) -> None:
    [alone] = notices([4])
    text = [node.text for node in root(alone).iter(f"{W}t")]
    all_text = [node.text for node in root(print_file(cover(2), notices([4, 1]))).iter(f"{W}t")]
    assert "\n".join(map(str, text)) in "\n".join(map(str, all_text))


def test_equal_input_gives_equal_bytes(joined: bytes) -> None:
    assert print_file(cover(len(COUNTS)), notices(COUNTS)) == joined


def odd_document(number: int, ends_with_table: bool = False) -> bytes:
    """What templates of other offices may hold: total of pages, two sections, pictures, bookmarks,
    other lists.
    """
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = f"Колонтитул {number}"
    footer = section.footer.paragraphs[0]
    footer._p.append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        )
    )
    footer.add_run(" из ")
    add_field(footer, " NUMPAGES \\* MERGEFORMAT ", "2")
    footer.add_run().add_picture(io.BytesIO(png()))
    document.add_paragraph(f"Документ {number}").add_run().add_picture(io.BytesIO(png()))
    for item in range(3):
        document.add_paragraph(f"пункт {item}", style="List Number")
    target = document.add_paragraph("сюда")
    target._p.insert(1, parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="7" w:name="цель"/>'))
    target._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="7"/>'))
    add_field(document.add_paragraph("ссылка: "), " REF цель \\h ", "сюда")
    second = document.add_section(WD_SECTION.NEW_PAGE)
    second.orientation = WD_ORIENT.LANDSCAPE
    second.page_width, second.page_height = second.page_height, second.page_width
    if number % 2:
        second.header.is_linked_to_previous = False
        second.header.paragraphs[0].text = f"Раздел второй {number}"
    document.add_paragraph("Вторая страница")
    if ends_with_table:
        document.add_table(1, 1).cell(0, 0).text = "последняя"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_field(paragraph: object, instruction: str, shown: str) -> None:
    """A complex field in one run, as some programs write it."""
    paragraph._p.append(  # type: ignore[attr-defined]
        parse_xml(
            f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="begin"/><w:instrText '
            f'xml:space="preserve">{instruction}'
            f'</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>{shown}</w:t>'
            '<w:fldChar w:fldCharType="end"/></w:r>'
        )
    )


FOOTNOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" '
    'w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "<w:footnote "
    'w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Сноска{0}</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def with_footnote(document: bytes, number: int) -> bytes:
    """The document with a footnote in its letterhead."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    added = {
        "word/document.xml": (
            "</w:t></w:r></w:p>",
            '</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
        ),
        "word/_rels/document.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="rIdNotes" Type="{kind}" Target="footnotes.xml"/></Relationships>',
        ),
        "[Content_Types].xml": (
            "</Types>",
            f'<Override PartName="/word/footnotes.xml" ContentType="{content}"/></Types>',
        ),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            if name in added:
                was, now = added[name]
                text = now.join(text.decode().split(was, 1)).encode()
            after.writestr(name, text)
        after.writestr("word/footnotes.xml", FOOTNOTES.format(number))
    return buffer.getvalue()


def test_footnotes_stay_with_their_documents(
    tmp_path: Path, to_pdf: Callable[[Path], Path]
) -> None:
    documents = [
        with_footnote(document, number) for number, document in enumerate(notices([1, 2, 3]), 1)
    ]
    path = tmp_path / "footnotes.docx"
    path.write_bytes(print_file(cover(3), documents))
    pages = pages_of(to_pdf(path))
    assert [re.findall(r"Сноска\d", page) for page in pages] == [
        [],
        ["Сноска1"],
        ["Сноска2"],
        ["Сноска3"],
    ]
    assert_sound(tmp_path)


@pytest.fixture(scope="module")
def odd() -> bytes:
    return print_file(
        cover(3), [odd_document(1), odd_document(2, ends_with_table=True), odd_document(3)]
    )


def test_other_documents_keep_their_sections_headers_and_numbers(
    odd: bytes, tmp_path: Path, to_pdf: Callable[[Path], Path]
) -> None:
    path = tmp_path / "odd.docx"
    path.write_bytes(odd)
    text = [" ".join(page.split()) for page in pages_of(to_pdf(path))]
    assert [page.split(" Вторая")[0].split(" Документ")[0] for page in text[1:]] == [
        "Колонтитул 1",
        "Раздел второй 1",
        "Колонтитул 2",
        "Колонтитул 2",
        "Колонтитул 3",
        "Раздел второй 3",
    ]
    assert [page[-6:] for page in text[1:]] == ["1 из 2", "2 из 2"] * 3
    assert all("1. пункт 0 2. пункт 1 3. пункт 2" in page for page in text[1::2])


def test_the_same_picture_stands_once(odd: bytes) -> None:
    assert len([name for name in members(odd) if name.startswith("word/media/")]) == 1


def test_links_inside_a_document_stay_inside_it(odd: bytes) -> None:
    document = root(odd)
    names = [node.get(f"{W}name") for node in document.iter(f"{W}bookmarkStart")]
    targets = [name for name in names if name and name.startswith("цель")]
    assert len(set(targets)) == 3
    instructions = "".join(node.text or "" for node in document.iter(f"{W}instrText"))
    assert re.findall(r"REF (цель\S*)", instructions) == targets


def test_both_validators_accept_it(joined: bytes, odd: bytes, tmp_path: Path) -> None:
    (tmp_path / "notices.docx").write_bytes(joined)
    (tmp_path / "odd.docx").write_bytes(odd)
    (tmp_path / "one.docx").write_bytes(print_file(cover(1), notices([1])))
    assert_sound(tmp_path)


def test_documents_of_another_template_are_no_kin(tmp_path: Path) -> None:
    ours, other = notices([1])[0], odd_document(1)
    assert kinship(ours) == kinship(notices([7])[0]) != kinship(other)
    with pytest.raises(InputError) as caught:
        print_file(cover(2), [ours, other])
    assert caught.value.code == "print-not-kin"


def test_a_damaged_document_is_named(tmp_path: Path) -> None:
    path = tmp_path / "01-16_220.docx"
    path.write_bytes(notices([1])[0][:-100])
    with pytest.raises(InputError) as caught:
        print_file(cover(1), [path])
    assert (caught.value.code, caught.value.place and caught.value.place.file) == (
        "print-damaged",
        path.name,
    )


def test_nothing_to_print_is_told() -> None:
    with pytest.raises(InputError) as caught:
        print_file(cover(1), [])
    assert caught.value.code == "print-nothing"


def test_the_cover_cuts_no_long_name(tmp_path: Path, to_pdf: Callable[[Path], Path]) -> None:
    name = (
        "МБОУ «Междуреченская средняя общеобразовательная школа-интернат "
        "имени Магомеда Гаджиева № {}»"
    )
    path = tmp_path / "volume.docx"
    path.write_bytes(print_file(cover(40, name), notices([1] * 40)))
    pages = pages_of(to_pdf(path))
    first = next(number for number, page in enumerate(pages) if "Уважаем" in page)
    listed = " ".join(" ".join(pages[:first]).split())
    assert all(f"№ {at}»" in listed.replace("\N{NO-BREAK SPACE}", " ") for at in range(1, 41))
    assert f" {first + 1} " in listed, "the first notice begins where the cover says"


def test_three_hundred_notices_with_a_cover_of_many_pages(
    tmp_path: Path, to_pdf: Callable[[Path], Path]
) -> None:
    documents = notices(1 + number % 4 for number in range(300))
    volume = print_file(cover(300), read_one_by_one(documents))
    path = tmp_path / "volume.docx"
    path.write_bytes(volume)
    shown = [
        int(text)
        for text in re.findall(r"> PAGEREF _print_\d+ .*?<w:t[^>]*>(\d+)</w:t>", part_of(volume))
    ]
    pages = list(pages_of(to_pdf(path)))
    starts = [number for number, page in enumerate(pages, 1) if "МУНИЦИПАЛЬНОЕ КАЗЁННОЕ" in page]
    assert shown == starts == list(range(14, 314))


def read_one_by_one(documents: list[bytes]) -> Iterator[bytes]:
    yield from documents
