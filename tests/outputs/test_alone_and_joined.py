"""Each document of a print file reads as it did alone: the text of its pages, as LibreOffice prints
them, is that of its own PDF.
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from clerk import SHEET, Clerk
from libreoffice import converted
from lxml import etree
from notices import cover
from read_back import W, pages_of, part_of
from template_making import NAMESPACES, OFFICE, WORD, docx_file, p, r, with_members
from template_office import office_template
from validators import our_own

from letters_gen.outputs.print_file import bookmark, print_file

PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
STYLES = f"""<w:styles {NAMESPACES}>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="numbering" w:customStyle="1" w:styleId="Мой"><w:name w:val="Мой"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>"""
LEVEL = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '<w:lvlJc w:val="left"/></w:lvl>'
)
NUMBERING = f"""<w:numbering {NAMESPACES}>
<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:styleLink w:val="Мой"/>
{LEVEL}</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>
<w:numStyleLink w:val="Мой"/></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">
<w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"""


def field(words: str, shown: str = "9") -> str:
    """The runs of a field."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{words}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def line(*runs: str) -> str:
    """A paragraph of runs."""
    return f"<w:p>{''.join(runs)}</w:p>"


def item(text: str, instance: int = 2) -> str:
    """A paragraph of a list: by default that whose definition is a list style."""
    numbered = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{instance}"/></w:numPr></w:pPr>'
    return p(text, properties=numbered)


def target(text: str) -> str:
    """A paragraph that is referred to."""
    return line('<w:bookmarkStart w:id="7" w:name="цель"/>', r(text), '<w:bookmarkEnd w:id="7"/>')


def notes(kind: str, *texts: str) -> str:
    """A part of notes."""
    separators = (
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        f'<w:{kind} w:type="continuationSeparator" w:id="0"><w:p><w:r>'
        f"<w:continuationSeparator/></w:r></w:p></w:{kind}>"
    )
    own = "".join(
        f'<w:{kind} w:id="{at}"><w:p><w:r><w:{kind}Ref/></w:r>{r(" " + text)}</w:p></w:{kind}>'
        for at, text in enumerate(texts, 1)
    )
    return f"<w:{kind}s {NAMESPACES}>{separators}{own}</w:{kind}s>"


def noted(text: str, kind: str, number: int) -> str:
    """A paragraph with a note."""
    return line(r(text), f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>')


HEADER = f"<w:hdr {NAMESPACES}>{line(r('лист '), field(' PAGE '))}</w:hdr>"
FOOTER = f"<w:ftr {NAMESPACES}>{line(r('всего '), field(' NUMPAGES '))}</w:ftr>"


def kinds(folder: Path, number: int, pages: int) -> dict[str, Path]:
    """A document of each kind, of so many pages."""
    more = (PAGE_BREAK + p("дальше")) * (pages - 1)
    title = p(f"Документ {number}")
    shared = {"styles": ("styles", STYLES), "numbering": ("numbering", NUMBERING)}
    made = {
        "lists": (title + item("раз") + item("два") + more + item("три"), {}),
        "lists of one definition": (
            title + item("раз", 3) + item("два", 3) + more + item("три", 1) + item("четыре", 1),
            {},
        ),
        "captions": (
            title + (line(r("Рисунок "), field(" SEQ Рисунок \\* ARABIC ", "1"))) * 3 + more,
            {},
        ),
        "simple captions": (
            title
            + f'<w:p><w:fldSimple w:instr=" SEQ Таблица ">{r("1")}</w:fldSimple></w:p>' * 2
            + more,
            {},
        ),
        "page numbers": (title + more, {"header": ("header1", HEADER)}),
        "totals": (
            title + more,
            {"header": ("header1", HEADER), "footer": ("footer1", FOOTER)},
        ),
        "references to pages": (
            title + line(r("см. стр. "), field(" PAGEREF цель \\h ")) + more + target("сюда"),
            {},
        ),
        "footnotes": (
            title + noted("раз", "footnote", 1) + noted("два", "footnote", 2) + more,
            {"footnotes": ("footnotes", notes("footnote", "первая", "вторая"))},
        ),
        "endnotes": (
            title + noted("раз", "endnote", 1) + more + noted("два", "endnote", 2),
            {"endnotes": ("endnotes", notes("endnote", "первая", "вторая"))},
        ),
    }
    found = {}
    for name, (body, parts) in made.items():
        path = folder / f"{name} {number}.docx"
        found[name] = docx_file(path, body, {**shared, **parts})
    return found


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[str], list[str]]]:
    """Of each kind the pages of its documents alone, and those of the print file, its cover left
    out.
    """
    folder = tmp_path_factory.mktemp("printed")
    documents = [kinds(folder, number, pages) for number, pages in enumerate((3, 1, 2, 4), 1)]
    for name in documents[0]:
        paths = [one[name] for one in documents]
        volume = print_file(cover(len(paths)), [path.read_bytes() for path in paths])
        assert our_own(volume) == [], name
        (folder / f"{name}.docx").write_bytes(volume)
    files = sorted(folder.glob("*.docx"))
    pdf = converted("pdf", files, folder / "pdf", folder / "profile")
    found = {}
    for name in documents[0]:
        alone = [
            page for one in documents for page in texts(pdf / one[name].with_suffix(".pdf").name)
        ]
        found[name] = (alone, texts(pdf / f"{name}.pdf")[1:])
    return found


def texts(path: Path) -> list[str]:
    """The text of the pages of a PDF."""
    return [" ".join(page.split()) for page in pages_of(path)]


@pytest.mark.parametrize(
    "name",
    [
        "lists",
        "lists of one definition",
        "captions",
        "simple captions",
        "page numbers",
        "totals",
        "references to pages",
        "footnotes",
    ],
)
def test_each_document_reads_as_alone(
    printed: dict[str, tuple[list[str], list[str]]], name: str
) -> None:
    alone, joined = printed[name]
    assert joined == alone


def test_endnotes_stand_at_the_end_of_their_document(
    printed: dict[str, tuple[list[str], list[str]]],
) -> None:
    alone, joined = printed["endnotes"]
    # Alone LibreOffice puts them on a page of their own, Word behind the text.
    assert " ".join(joined).split() == " ".join(alone).split()


def instructions_of(volume: bytes, part: str = "word/document.xml") -> list[str]:
    """What the fields of a part say, in pieces."""
    root = etree.fromstring(part_of(volume, part).encode())
    return [node.text or "" for node in root.iter(f"{W}instrText")]


def volume_of(folder: Path, name: str) -> bytes:
    """A print file of two documents of a kind."""
    documents = [kinds(folder, number, 1)[name].read_bytes() for number in (1, 2)]
    return print_file(cover(2), documents)


def test_word_begins_a_list_of_a_list_style_anew(tmp_path: Path) -> None:
    volume = volume_of(tmp_path, "lists")
    body = etree.fromstring(part_of(volume).encode())
    numbering = etree.fromstring(part_of(volume, "word/numbering.xml").encode())
    used = [node.get(f"{W}val") for node in body.iter(f"{W}numId")]
    assert len(set(used)) == 2 and used == sorted(used)
    for instance in numbering.iter(f"{W}num"):
        if instance.get(f"{W}numId") in used:
            assert instance.find(f"{W}abstractNumId").get(f"{W}val") == "0"
            assert instance.find(f"{W}lvlOverride/{W}startOverride").get(f"{W}val") == "1"


def test_word_counts_captions_in_sequences_of_each_documents_own(tmp_path: Path) -> None:
    words = instructions_of(volume_of(tmp_path, "captions"))
    names = [one.split()[1] for one in words if one.strip().startswith("SEQ")]
    assert [names.count(one) for one in dict.fromkeys(names)] == [3, 3]


def test_word_adds_up_the_pages_on_the_cover(tmp_path: Path) -> None:
    words = "".join(instructions_of(volume_of(tmp_path, "totals")))
    assert " =  SECTIONPAGES  + 1 " in words
    assert f" + PAGEREF {bookmark(1)}_end" in words.replace("  ", " ")


def test_even_pages_are_a_documents_own(tmp_path: Path) -> None:
    settings = f"<w:settings {NAMESPACES}><w:evenAndOddHeaders/></w:settings>"
    documents = []
    for number, pages in enumerate((2, 1, 3), 1):
        body = p(f"Документ {number}") + (PAGE_BREAK + p("дальше")) * (pages - 1)
        path = docx_file(
            tmp_path / f"{number}.docx",
            body,
            {
                "settings": ("settings", settings),
                "header": ("header1", HEADER.replace("лист ", "нечётная ")),
            },
        )
        with_members(path, even_header(path))
        documents.append(path)
    volume = tmp_path / "том.docx"
    volume.write_bytes(print_file(cover(3), [path.read_bytes() for path in documents]))
    pdf = converted("pdf", [volume], tmp_path / "pdf", tmp_path / "profile")
    tops = [text.split()[0] for text in texts(pdf / "том.pdf")[1:]]
    assert tops == ["нечётная", "чётная", "нечётная", "нечётная", "чётная", "нечётная"]


def even_header(path: Path) -> dict[str, bytes]:
    """The members of a document that give its even pages a header."""
    with zipfile.ZipFile(path) as archive:
        types = archive.read("[Content_Types].xml").decode()
        relations = archive.read("word/_rels/document.xml.rels").decode()
        body = archive.read("word/document.xml").decode()
    kind = f"{WORD}header+xml"
    override = f'<Override PartName="/word/header2.xml" ContentType="{kind}"/></Types>'
    relation = f'<Relationship Id="even" Type="{OFFICE}header" Target="header2.xml"/>'
    reference = '<w:sectPr><w:headerReference w:type="even" r:id="even"/>'
    return {
        "[Content_Types].xml": types.replace("</Types>", override).encode(),
        "word/_rels/document.xml.rels": relations.replace(
            "</Relationships>", f"{relation}</Relationships>"
        ).encode(),
        "word/header2.xml": HEADER.replace("лист ", "чётная ").encode(),
        "word/document.xml": body.replace("<w:sectPr>", reference).encode(),
    }


def test_the_notices_of_an_office_count_their_lists_from_one(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    body = (
        p("{{ школа.название }}")
        + p("{%p for н in нарушения %}")
        + item("{{ н.показатель }}")
        + p("{%p endfor %}")
    )
    parts = {"styles": ("styles", STYLES), "numbering": ("numbering", NUMBERING)}
    shutil.copy(office_template(tmp_path, body, **parts), workspace / "templates/notice.docx")
    answer = clerk("notices", SHEET, "--date", "18.04.2023", "--yes", "--print", "--json")
    assert answer.status == 0, answer.err
    [volume] = answer.json["print_files"]
    root = etree.fromstring(part_of((workspace / volume).read_bytes()).encode())
    used = [node.get(f"{W}val") for node in root.iter(f"{W}numId")]
    assert len(set(used)) == len(answer.json["documents"])
