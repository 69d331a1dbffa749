"""Each document of a print file reads as it did alone: the text of its pages, as LibreOffice prints
them, is that of its own PDF.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from libreoffice import converted
from notices import cover
from read_back import pages_of
from template_making import NAMESPACES, docx_file, p, r
from validators import our_own

from letters_gen.outputs.print_file import print_file

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


def item(text: str) -> str:
    """A paragraph of the list whose definition is a list style."""
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>'
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
