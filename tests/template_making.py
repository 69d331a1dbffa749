"""Templates for the tests, made of the XML of their body."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from letters_gen.templating import CompiledTemplate, compile_template

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATIONS = "application/vnd.openxmlformats-package.relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"


def p(*texts: str, properties: str = "") -> str:
    """A paragraph, each text in a run of its own."""
    return f"<w:p>{properties}{''.join(map(r, texts))}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def row(*cells: str) -> str:
    """A table's row."""
    return f"<w:tr>{''.join(map(cell, cells))}</w:tr>"


def cell(text: str, properties: str = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>') -> str:
    """A table's cell."""
    return f"<w:tc>{properties}{p(text)}</w:tc>"


def table(columns: int, *rows: str) -> str:
    """A table with a grid."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def docx_file(
    path: Path, body: str, parts: dict[str, tuple[str, str]] | None = None, main: str = "document"
) -> Path:
    """A .docx whose body is `body`; `parts`: kind (header, footnotes, …) -> its name and its
    XML.
    """
    others = parts or {}
    overrides = [(f"word/{main}.xml", f"{WORD}document.main+xml")]
    overrides += [(f"word/{name}.xml", f"{WORD}{kind}+xml") for kind, (name, _) in others.items()]
    overrides += [
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    ]
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}{kind}" Target="{name}.xml"/>'
        for number, (kind, (name, _)) in enumerate(others.items(), 1)
    )
    section = "".join(
        f'<w:{kind}Reference w:type="default" r:id="rId{number}"/>'
        for number, kind in enumerate(others, 1)
        if kind in ("header", "footer")
    )
    members = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}content-types"><Default Extension="xml" '
            'ContentType="application/xml"/>'
            f'<Default Extension="rels" ContentType="{RELATIONS}+xml"/>{types}</Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}officeDocument" Target="word/{main}.xml"/>'
            f'<Relationship Id="rId2" Type="{PACKAGE}relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/></Relationships>'
        ),
        f"word/{main}.xml": (
            "<w:document "
            f"{NAMESPACES}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
        ),
        f"word/_rels/{main}.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}relationships">{relations}</Relationships>'
        ),
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{PACKAGE}metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ заголовок '
            "}}</dc:title></cp:coreProperties>"
        ),
        **{f"word/{name}.xml": xml for name, xml in others.values()},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def renamed(path: Path, name: Callable[[str], str]) -> Path:
    """The package at `path` with other names of its members."""
    with zipfile.ZipFile(path) as archive:
        members = {name(member): archive.read(member) for member in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return path


def with_members(path: Path, members: dict[str, bytes]) -> Path:
    """The package at `path` with more members, or others in their place."""
    with zipfile.ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in (kept | members).items():
            archive.writestr(name, content)
    return path


def relations(kind: str, target: str, mode: str = "") -> bytes:
    """A part of one relationship."""
    return (
        f'<Relationships xmlns="{PACKAGE}relationships">'
        f'<Relationship Id="x" Type="{OFFICE}{kind}" Target="{target}"{mode}/></Relationships>'
    ).encode()


def compiled(folder: Path, body: str, **options: Any) -> CompiledTemplate:
    """A template of that body, compiled."""
    return compile_template(docx_file(folder / "шаблон.docx", body), **options)


VALUES: dict[str, Any] = {
    "заголовок": "Заголовок",
    "имя": "Патимат",
    "да": True,
    "нет": False,
    "числа": [1, 2, 3],
}
# The whole run has 2,000 examples (make torture); here a sample of them.
EXAMPLES = int(os.environ.get("LETTERS_EXAMPLES", "200"))
# What a clerk may type between braces, in any order.
SOUP = """
{{ имя }}~{{~}}~{%~%}~{{ имя~{% if да %}~{% endif %}~{% else %}~{% for ч in числа %}~{{ ч }}
~{% endfor %}
~слово~ ~'~"~“~«
~{%p if да %}~{%p endif %}~{%tr for ч in числа %}~{%tr endfor %}~{%tc for ч in числа %}
~{%tc endfor %}~{%r if да %}
~{%r endif %}~{{r имя }}~{% vm %}~{% hm %}~{% colspan 2 %}~{% cellbg 'FF0000' %}~{%- if да %}
~{% endif -%}~{# а #}
~{_{~%_}~{% raw %}~{% endraw %}~{% set х = 1 %}~{% заново %}~{~}~%~&amp;~{{ '}}' }}
"""
PIECES = st.sampled_from(SOUP.replace("\n", "").split("~"))
RUNS = st.lists(st.lists(PIECES, max_size=3).map("".join), min_size=1, max_size=4)
