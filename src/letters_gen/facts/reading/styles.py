"""What an .xlsx says of all its sheets: number formats, styles that strike out, blank strings,
formulas to be computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

# ECMA-376-1, 18.8.30: the built-in formats that make another thing of a number.
_BUILT_IN = {
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd.mm.yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
}
_PLAIN = frozenset(("General", "Основной", "@", "0", "0.0", "0.00", "#,##0", "#,##0.0", "#,##0.00"))


@dataclass(frozen=True)
class Styles:
    """The styles of cells that change what these say.

    Attributes:
        formats: the number formats, by the number of the style; a plain number and text are left
            out.
        struck: the styles that strike a cell out.
    """

    formats: Mapping[int, str] = field(default_factory=dict)
    struck: frozenset[int] = frozenset()


def telling_styles(root: etree._Element) -> Styles:
    """What the part with styles has of them."""
    named = {_number(node): node.get("formatCode", "") for node in root.iter("{*}numFmt")}
    styles = list(root.iterfind("{*}cellXfs/{*}xf"))
    formats = telling_formats(map(_number, styles), named)
    fonts = root.iterfind("{*}fonts/{*}font")
    struck = {str(number) for number, font in enumerate(fonts) if _strikes(font)}
    struck_styles = (at for at, style in enumerate(styles) if style.get("fontId") in struck)
    return Styles(formats, frozenset(struck_styles))


def _strikes(font: etree._Element) -> bool:
    sign = font.find("{*}strike")
    return sign is not None and sign.get("val") not in ("0", "false")


def telling_formats(styles: Iterable[int], named: Mapping[int, str]) -> Mapping[int, str]:
    """The formats that make another thing of a number, by the style that has them.

    Args:
        styles: the number of each style's format, in their order.
        named: the formats that the file defines, by their numbers.
    """
    codes = {**_BUILT_IN, **named}
    told = enumerate(codes.get(number, "") for number in styles)
    return {style: code for style, code in told if code and code not in _PLAIN}


def _number(node: etree._Element) -> int:
    text = node.get("numFmtId", "0")
    return int(text) if text.isdecimal() else 0


def blank_strings(root: etree._Element) -> frozenset[str]:
    """The indices of the shared strings that hold nothing but spaces."""
    return frozenset(
        str(index)
        for index, string in enumerate(root.iterchildren("{*}si"))
        if not "".join(text.text or "" for text in string.iter("{*}t")).strip()
    )


def computes_on_load(workbook: etree._Element) -> bool:
    """Whether the file asks for all its formulas to be computed when it is opened."""
    return any(node.get("fullCalcOnLoad") in ("1", "true") for node in workbook.iter("{*}calcPr"))
