"""A table that calls itself Excel and is a web page inside: what many portals send."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from lxml import etree, html

from letters_gen.facts.grid import FORMATS, HIDDEN, Grid, Marks
from letters_gen.facts.reading.formats import not_a_spreadsheet
from letters_gen.facts.reading.rich_text import settle_raised, settle_struck
from letters_gen.facts.reading.text_tables import decoded

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HEAD = 4096
_PLAIN_TAGS = {"thead": "tbody", "tfoot": "tbody", "th": "td"}
_STRUCK = ("s", "strike", "del")
_MARKS = Marks(unseen=frozenset((FORMATS, HIDDEN)))


def html_grids(content: bytes, file: str) -> list[Grid]:
    """The tables of a web page, each as a sheet called as the file is; what spans several cells
    stands in each of them.

    Raises:
        InputError: `not-a-spreadsheet`: it has no table.
    """
    page = html.fromstring(_text(content, file))
    tables = [rows for table in page.iter("table") for rows in _rows_of(table) if rows]
    if not tables:
        raise not_a_spreadsheet(file)
    name = Path(file).stem
    names = [name, *(f"{name} ({number})" for number in range(2, len(tables) + 1))]
    return [Grid(name, rows, _MARKS) for name, rows in zip(names, tables, strict=True)]


def _text(content: bytes, file: str) -> str:
    """The page's text in the encoding that it tells, else in one that fits."""
    told = _CHARSET.search(content[:_HEAD])
    try:
        text = content.decode(told[1].decode()) if told else decoded(content, file)
    except (UnicodeDecodeError, LookupError):
        text = decoded(content, file)
    # lxml refuses a text that declares an encoding.
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"))


def _settle_pieces(table: html.HtmlElement) -> None:
    """Take footnote marks out of a table, and strike out letter by letter what is struck out."""
    for node in table.iter("sup"):
        settle_raised(node, next(node.iterancestors("td"), table))
    for node in (*table.iter(*_STRUCK), *table.iterfind(".//*[@style]")):
        if node.tag in _STRUCK or "line-through" in node.get("style", ""):
            settle_struck(node)


def _rows_of(table: html.HtmlElement) -> Iterator[list[list[object]]]:
    """A table's rows, those of its head and foot among the others, all cells as texts; none of a
    table that holds others, for layout.
    """
    import pandas

    if table.find(".//table") is not None:
        return
    for tag, plain in _PLAIN_TAGS.items():
        for node in table.iter(tag):
            node.tag = plain
    _settle_pieces(table)
    for node in table.iter("br"):
        node.tail = f"\n{node.tail or ''}"
    text = etree.tostring(table, encoding="unicode", with_tail=False)

    def frame(columns: int) -> pandas.DataFrame:
        """Its `columns` first columns aren't taken for numbers: a leading zero stays."""
        return pandas.read_html(
            StringIO(text),
            flavor="lxml",
            displayed_only=False,
            keep_default_na=False,
            thousands=None,
            converters=dict.fromkeys(range(columns), str),
        )[0]

    try:
        width = frame(0).shape[1]
        yield frame(width).to_numpy(dtype=object).tolist()
    except ValueError:  # no table with a cell in it
        return
