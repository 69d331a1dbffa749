"""A style has what it says, and what the styles that it is based on say."""

from __future__ import annotations

from letters_gen.word.elements import parsed
from letters_gen.word.names import WORD
from letters_gen.word.styles import Styles

DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='20'/></w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr><w:spacing w:line='276'/></w:pPr></w:pPrDefault></w:docDefaults>"
)


def style(name: str, says: str = "", base: str = "", default: str = "0") -> str:
    based = f"<w:basedOn w:val='{base}'/>" if base else ""
    return (
        f"<w:style w:type='paragraph' w:styleId='{name}' w:default='{default}'>"
        f"{based}{says}</w:style>"
    )


def styles(*parts: str) -> Styles:
    return Styles(parsed(f"<w:styles xmlns:w='{WORD}'>{''.join(parts)}</w:styles>".encode()))


def said(of: Styles, name: str, path: str, attribute: str = "val") -> str | None:
    return of.said(of.line(name), path, attribute)


def test_the_nearest_style_that_says_it_counts() -> None:
    known = styles(
        style("a", "<w:pPr><w:jc w:val='left'/><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr>"),
        style("b", "<w:pPr><w:jc w:val='both'/></w:pPr>", base="a"),
        style("c", base="b"),
    )
    assert said(known, "c", "pPr/jc") == "both"
    assert said(known, "c", "pPr/numPr/numId") == "7"
    assert said(known, "c", "pPr/ind", "left") is None


def test_attributes_of_one_element_are_inherited_one_by_one() -> None:
    known = styles(
        style("a", "<w:pPr><w:spacing w:before='120' w:line='240'/></w:pPr>"),
        style("b", "<w:pPr><w:spacing w:line='360'/></w:pPr>", base="a"),
    )
    assert said(known, "b", "pPr/spacing", "line") == "360"
    assert said(known, "b", "pPr/spacing", "before") == "120"


def test_the_documents_defaults_come_last() -> None:
    known = styles(DEFAULTS, style("a", "<w:rPr><w:sz w:val='28'/></w:rPr>"), style("b"))
    assert said(known, "a", "rPr/sz") == "28"
    assert said(known, "b", "rPr/sz") == "20"
    assert said(known, "b", "pPr/spacing", "line") == "276"
    assert said(known, "no such style", "rPr/sz") == "20"


def test_styles_based_on_each_other_end() -> None:
    known = styles(style("a", base="b"), style("b", base="a"))
    assert len(known.line("a")) == 2


def test_a_paragraph_that_names_no_style_has_the_basic_one() -> None:
    known = styles(style("x"), style("n", "<w:rPr><w:sz w:val='26'/></w:rPr>", default="1"))
    paragraph = parsed(f"<w:p xmlns:w='{WORD}'/>".encode())
    assert known.basic == {"paragraph": "n"}
    assert known.said(known.paragraph_line(paragraph), "rPr/sz") == "26"


def test_a_document_may_have_no_styles() -> None:
    assert said(Styles(None), "a", "rPr/sz") is None
