"""A document as python-docx reads it: sections, paragraphs, styles.

For what happens now and then, as the check of a template; filling and joining documents takes less
time than importing python-docx, and reads their XML itself.
"""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.package import Package as DocxPackage
from docx.parts.document import DocumentPart
from docx.parts.styles import StylesPart

from letters_gen.word.names import WORD
from letters_gen.word.package import Package

_NO_STYLES = f'<w:styles xmlns:w="{WORD}"/>'.encode()


def document_of(package: Package) -> Document:
    """The body and the styles of `package`; nothing else of it is read.

    `docx.Document` opens a whole file, and so neither a template (.dotx) nor a package in which a
    part is missing, of which a check has more to tell.

    Raises:
        InputError: the package's `damaged` code.
    """
    styles_part = package.part("styles")
    styles = package.content(styles_part) if styles_part else _NO_STYLES
    whole = DocxPackage()
    main = DocumentPart.load(
        PackURI(f"/{package.main}"),
        CONTENT_TYPE.WML_DOCUMENT_MAIN,
        package.content(package.main),
        whole,
    )
    styled = StylesPart.load(PackURI("/word/styles.xml"), CONTENT_TYPE.WML_STYLES, styles, whole)
    main.relate_to(styled, RELATIONSHIP_TYPE.STYLES)
    document: Document = main.document
    return document
