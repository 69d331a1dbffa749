"""The words of a file that is to be attached: where its number and date are looked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from letters_gen.errors import InputError, Place
from letters_gen.outputs.converting import converted
from letters_gen.outputs.libreoffice import office_program
from letters_gen.outputs.pdf_pages import page_texts
from letters_gen.outputs.scanned_pages import PDF, PICTURES, PROTECTED, refuse_unreadable
from letters_gen.word.package import open_archive
from letters_gen.word.rtf_text import RTF, rtf_lines
from letters_gen.word.text import blocks_of

UNREAD = "attach-unread"
_ARCHIVE = b"PK"
# A compound file: what Word wrote until 2007.
_COMPOUND = b"\xd0\xcf\x11\xe0"
_ODT_TEXT = {f"{{urn:oasis:names:tc:opendocument:xmlns:text:1.0}}{name}" for name in ("p", "h")}


def lines_of(content: bytes, file: Path) -> list[str]:
    """What a document says, line by line, of a PDF its first page; nothing of a picture, or of a
    PDF with a password. A document is read as what it is, whatever its name says: many a .doc is
    Rich Text.

    Raises:
        InputError: `scan-damaged`; `attach-unread`: nobody here can read it.
    """
    if _is_scan(file):
        is_open = refuse_damaged(file)
        return _first_page(file) if is_open and file.suffix.lower() == PDF else []
    try:
        return list(_document_lines(content, file))
    except (InputError, etree.XMLSyntaxError, KeyError) as error:
        raise InputError(UNREAD, Place(file=file.name)) from error


def refuse_damaged(file: Path) -> bool:
    """Whether a PDF or a picture opens without a password; other files aren't looked at.

    Raises:
        InputError: `scan-damaged`.
    """
    if not _is_scan(file):
        return True
    try:
        refuse_unreadable(file)
    except InputError as error:
        if error.code != PROTECTED:
            raise
        return False
    return True


def _is_scan(file: Path) -> bool:
    return file.suffix.lower() in (PDF, *PICTURES)


def _document_lines(content: bytes, file: Path) -> Iterator[str]:
    if content.startswith(_ARCHIVE):
        yield from _packed_lines(content)
    elif content.startswith(RTF):
        yield from rtf_lines(content)
    elif content.startswith(_COMPOUND):
        yield from _converted_lines(file)
    else:
        raise InputError(UNREAD)


def _packed_lines(content: bytes) -> Iterator[str]:
    with open_archive(content, UNREAD) as archive:
        if "content.xml" in archive.namelist():
            root = etree.fromstring(archive.read("content.xml"))
            yield from ("".join(one.itertext()) for one in root.iter(*_ODT_TEXT))
            return
    for block in blocks_of(content):
        yield block.text
        for row in block.rows:
            yield from row


def _converted_lines(file: Path) -> list[str]:
    """As LibreOffice reads it; raises InputError where that isn't there, or can't."""
    program = office_program()
    if program is None:
        raise InputError(UNREAD)
    for conversions in converted(program, [file]):
        for one in conversions:
            if one.pdf is not None:
                return _first_page(one.pdf)
    raise InputError(UNREAD)


def _first_page(pdf: Path) -> list[str]:
    return [line for text in page_texts(pdf)[:1] for line in text.splitlines()]
