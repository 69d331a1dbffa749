"""What was rendered of an entry: the PDF of each of its files, and of how many sheets it is."""

from __future__ import annotations

import re

from letters_gen.model.entry import Entry
from letters_gen.model.entry_parts import IssuedFile


def pdf_path(path: str) -> str:
    """Where the PDF of the file at `path` lies: beside it, under its name."""
    return f"{path.rpartition('.')[0]}.pdf"


def pdf_of(entry: Entry, file: IssuedFile | None) -> IssuedFile | None:
    """The PDF that was made of one of an entry's files, None where there is none."""
    if file is None:
        return None
    path = pdf_path(file.path)
    return next((one for one in entry.files if one.role == "pdf" and one.path == path), None)


def document_pdf(entry: Entry) -> str | None:
    """The path of the PDF of the document itself, None where there is none."""
    pdf = pdf_of(entry, entry.document)
    return pdf.path if pdf else None


def sheets_text(entry: Entry) -> str:
    """Of how many sheets the document is, printed on one side: told by the paper journal, else
    counted in its PDF; '' where nobody knows.
    """
    pdf = pdf_of(entry, entry.document)
    return entry.paper.sheets or str(pdf.pages if pdf and pdf.pages else "")


def appendices_text(entry: Entry) -> str:
    """How many appendices it has, and of how many sheets they are where that is known: `2, 3 л.`"""
    if entry.paper.appendices or not entry.appendices:
        return entry.paper.appendices
    pdfs = [pdf_of(entry, file) for file in entry.appendices]
    sheets = sum(entry.own.appendix_sheets) or sum(pdf.pages for pdf in pdfs if pdf)
    number = str(len(entry.appendices))
    return f"{number}, {sheets} л." if sheets else number


def filed_sheets(entry: Entry) -> int | None:
    """How many sheets its copy in the file takes, printed on one side: the document, its
    appendices but for workbooks, and what is filed with it; None where nobody has counted them.
    """
    if entry.own.incoming:
        return _added(entry.own.incoming.sheets)
    document = sheets_text(entry)
    rest = _sheets_behind(entry)
    return int(document) + rest if document.isdecimal() and rest is not None else None


def _added(text: str) -> int | None:
    """`2`, `1/3` (a letter and its appendices) -> how many sheets these are together."""
    parts = text.replace(" ", "").split("/")
    return sum(map(int, parts)) if all(map(str.isdecimal, parts)) else None


def _sheets_behind(entry: Entry) -> int | None:
    """The sheets of what goes with the document."""
    if entry.paper.appendices:
        told = re.search(r"(\d+)\s*л", entry.paper.appendices)
        return int(told[1]) if told else None
    files = [file for file in entry.appendices if not file.path.endswith(".xlsx")]
    pdfs = [pdf_of(entry, file) for file in (*files, *entry.enclosures)]
    counted = [pdf.pages for pdf in pdfs if pdf and pdf.pages]
    return sum(counted) if len(counted) == len(pdfs) else None
