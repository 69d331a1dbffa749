"""The names of a Word package: its namespaces, the kinds of its parts, and what must be unique in
it.
"""

from __future__ import annotations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006"
OFFICE = f"{OFFICE_DOCUMENT}/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = f"{{{WORD}}}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = f"{{{OFFICE}}}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

# Content types; those of WordprocessingML are `KIND`, a word, `+xml`.
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN_KINDS = (f"{KIND}document.main+xml", f"{KIND}template.main+xml")
TEXT_KINDS = tuple(
    f"{KIND}{kind}+xml" for kind in ("header", "footer", "footnotes", "endnotes", "comments")
)
CORE_KIND = "application/vnd.openxmlformats-package.core-properties+xml"
PROPERTIES_KINDS = (
    CORE_KIND,
    "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "application/vnd.openxmlformats-officedocument.custom-properties+xml",
)
RELATIONSHIPS_KIND = "application/vnd.openxmlformats-package.relationships+xml"
CONTENT_TYPES = "[Content_Types].xml"

# Ids of paragraphs ([MS-DOCX] 2.2.4): unique in a part, and made anew by Word where they lack.
PARAGRAPH_IDS = ("paraId", "textId")
BOOKMARKS = ("bookmarkStart", "bookmarkEnd")
# Who may change a passage of a protected document: marks with an id, as bookmarks have.
PERMISSIONS = ("permStart", "permEnd")
DRAWING = "docPr"


def kind_of(word: str) -> str:
    """The content type of a part of WordprocessingML: `header`, `styles` …"""
    return f"{KIND}{word}+xml"
