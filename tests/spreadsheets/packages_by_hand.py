"""Workbooks put together by hand, as servers and converters write them and Excel never does."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from spreadsheets import week

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def letters(column: int) -> str:
    return chr(ord("A") + column)


@dataclass(frozen=True)
class Package:
    """How a workbook is written.

    Attributes:
        prefix: of all elements.
        addressed: whether rows and cells have addresses.
        more_rows, after: XML behind the last row, and behind the rows.
        alter: what is done to the sheet's XML.
    """

    main: str = MAIN
    relations: str = RELATIONS
    prefix: str = ""
    encoding: str = "UTF-8"
    addressed: bool = True
    more_rows: str = ""
    after: str = ""
    target: str = "worksheets/sheet1.xml"
    alter: Callable[[str], str] = str
    backwards: bool = False
    table: Sequence[Sequence[week.Cell]] = field(default_factory=week.rows)

    def sheet(self) -> str:
        p = f"{self.prefix}:" if self.prefix else ""
        rows = [self._row(number, row, p) for number, row in enumerate(self.table, 1)]
        if self.backwards:
            rows.reverse()
        data = f"<{p}sheetData>{''.join(rows)}{self.more_rows}</{p}sheetData>{self.after}"
        name = f"xmlns:{self.prefix}" if self.prefix else "xmlns"
        return self.alter(f'<{p}worksheet {name}="{self.main}">{data}</{p}worksheet>')

    def _row(self, number: int, row: Sequence[week.Cell], p: str) -> str:
        cells = []
        for column, value in enumerate(row):
            at = f' r="{letters(column)}{number}"' if self.addressed else ""
            if value is None:
                cells.append("" if self.addressed else f"<{p}c/>")
            elif isinstance(value, str):
                inside = f"<{p}is><{p}t>{escape(value)}</{p}t></{p}is>"
                cells.append(f'<{p}c{at} t="inlineStr">{inside}</{p}c>')
            else:
                cells.append(f"<{p}c{at}><{p}v>{value}</{p}v></{p}c>")
        at = f' r="{number}"' if self.addressed else ""
        return f"<{p}row{at}>{''.join(cells)}</{p}row>"

    def write(self, path: Path) -> None:
        p = f"{self.prefix}:" if self.prefix else ""
        name = f"xmlns:{self.prefix}" if self.prefix else "xmlns"
        declared = f'<?xml version="1.0" encoding="{self.encoding}"?>'
        sheet = f'<{p}sheet name="Мониторинг" sheetId="1" r:id="rId1"/>'
        book = f'<{p}workbook {name}="{self.main}" xmlns:r="{self.relations}">'
        parts = {
            "[Content_Types].xml": _types(),
            "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml"), self.relations),
            "xl/_rels/workbook.xml.rels": _relations(("worksheet", self.target), self.relations),
            "xl/workbook.xml": f"{book}<{p}sheets>{sheet}</{p}sheets></{p}workbook>",
            "xl/worksheets/sheet1.xml": declared + self.sheet(),
        }
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, text in parts.items():
                encoding = self.encoding if part.endswith("sheet1.xml") else "UTF-8"
                archive.writestr(part, text.encode(encoding))


def _types() -> str:
    overrides = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{_SPREADSHEET}.{kind}+xml"/>'
        for part, kind in (("workbook.xml", "sheet.main"), ("worksheets/sheet1.xml", "worksheet"))
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(one: tuple[str, str], kinds: str) -> str:
    kind, target = one
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{kinds}/{kind}" Target="{target}"/></Relationships>'
    )
