"""What a file is, by its content: the name that it bears says little."""

from __future__ import annotations

import re
from enum import Enum

from letters_gen.errors import InputError, Place
from letters_gen.facts.reading.accepted import SUFFIXES
from letters_gen.facts.reading.packages import tested_package, text_of
from letters_gen.word.names import CONTENT_TYPES
from letters_gen.word.package import Package


class Format(Enum):
    """A format that is read, with the ending that its files bear."""

    XLSX = ".xlsx"
    XLSB = ".xlsb"
    XLS = ".xls"
    ODS = ".ods"
    TEXT = ".csv"
    HTML = ".html"
    XML = ".xml"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Workbooks of Excel 2, 3 and 4 are bare records, BOF first ([MS-XLS] 2.4.21, of older versions).
_BARE_RECORDS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
_SPREADSHEET_ML = b"urn:schemas-microsoft-com:office:spreadsheet"
_HTML = re.compile(rb"<(?:!doctype html|html|head|meta|table|body|style)\b", re.IGNORECASE)
# Signatures of files that are sent by mistake.
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"{\\rtf", b"Rar!", b"7z\xbc\xaf")
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"
_HEAD = 4096


def format_of(content: bytes, file: str) -> Format:
    """The format that `content` is in.

    Raises:
        InputError: `sheet-empty`, `sheet-lock-file`, `sheet-password`, `sheet-damaged`,
            `sheet-too-old`: Excel 95 and before; `not-a-spreadsheet`: of any other kind.
    """
    if file.startswith(("~$", ".~lock.")):
        raise InputError("sheet-lock-file", Place(file=file))
    if not content.strip(b"\0 \t\r\n"):
        raise InputError("sheet-empty", Place(file=file))
    if content.startswith(b"PK"):
        return _format_of_package(tested_package(content, file), file)
    if content.startswith(_OLE):
        return _format_of_compound(content, file)
    if content.startswith(_BARE_RECORDS):
        raise InputError("sheet-too-old", Place(file=file))
    if content.startswith(_OTHERS):
        raise not_a_spreadsheet(file)
    return _format_of_text(content)


def not_a_spreadsheet(file: str) -> InputError:
    """The failure of a file of another kind."""
    return InputError("not-a-spreadsheet", Place(file=file), accepted=SUFFIXES)


def _format_of_package(package: Package, file: str) -> Format:
    if package.stored_name("xl/workbook.bin") is not None:
        return Format.XLSB
    if text_of(package, "mimetype").startswith(_OPEN_DOCUMENT):
        if "encryption-data" in text_of(package, "META-INF/manifest.xml"):
            raise InputError("sheet-password", Place(file=file))
        return Format.ODS
    types = text_of(package, CONTENT_TYPES).replace("\0", "")
    if "spreadsheetml" in types or "ms-excel" in types:
        return Format.XLSX
    raise not_a_spreadsheet(file)


def _format_of_compound(content: bytes, file: str) -> Format:
    """The kind of a compound file, by the names of its streams, which it holds in UTF-16."""
    if _stream("EncryptedPackage") in content:
        raise InputError("sheet-password", Place(file=file))
    if _stream("Workbook") in content or _stream("WORKBOOK") in content:
        return Format.XLS
    if _stream("Book") in content:
        raise InputError("sheet-too-old", Place(file=file))
    raise not_a_spreadsheet(file)


def _stream(name: str) -> bytes:
    """The beginning of a directory entry ([MS-CFB] 2.6.1): the name, and the zero behind it."""
    return f"{name}\0".encode("utf-16-le")


def _format_of_text(content: bytes) -> Format:
    head = content[:_HEAD].replace(b"\0", b"")
    if _SPREADSHEET_ML in head and b"<?xml" in head:
        return Format.XML
    return Format.HTML if _HTML.search(head) else Format.TEXT
