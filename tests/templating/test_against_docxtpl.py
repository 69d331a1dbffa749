"""What docxtpl makes of a template, the engine makes too: canonical XML compared, plain and with
nasty values.

Compared after what may differ without a difference is evened out: where runs are parted, where
spaces are kept, ids.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment
from libreoffice import converted
from lxml import etree
from read_back import W
from template_making import cell, p, r, row, table

from letters_gen.templating import compile_template

BODIES = {
    "fields": p("Уважаемый {{ имя }}!", " Номер {{ номер }}."),
    "split runs": p("{", "{ и", "мя }", "}") + p("{% i", "f да %}да{% end", "if %}"),
    "conditions": p("{% if да %}да{% elif нет %}нет{% else %}иначе{% endif %}"),
    "paragraphs": p("{%p if да %}")
    + p("внутри")
    + p("{%p endif %}")
    + p("{%p if нет %}")
    + p("а")
    + p("{%p endif %}"),
    "loop of paragraphs": p("{%p for ш in школы %}")
    + p("{{ loop.index }}. {{ ш.имя }}")
    + p("{%p endfor %}"),
    "inline loop": p(
        "{% for ш in школы %}{{ ш.имя }}{% if not loop.last %}, {% endif %}{% endfor %}"
    ),
    "rows": table(
        2,
        row("№", "имя"),
        row("{%tr for ш in школы %}", ""),
        row("{{ loop.index }}", "{{ ш.имя }}"),
        row("{%tr endfor %}", ""),
    ),
    "rows with a condition": table(
        1,
        row("{%tr for ш in школы %}"),
        row("{%tr if ш.число > 1 %}"),
        row("{{ ш.имя }}"),
        row("{%tr endif %}"),
        row("{%tr endfor %}"),
    ),
    "columns": table(3, row("{%tc for ш in школы %}", "{{ ш.имя }}", "{%tc endfor %}")),
    "more columns": table(3, row("{%tc for ч in числа %}", "{{ ч }}", "{%tc endfor %}")),
    "runs": (
        f"<w:p>{r('а')}{r('{%r if да %}')}{r('б', '<w:rPr><w:b/></w:rPr>')}"
        f"{r('{%r endif %}')}{r('в')}</w:p>"
    ),
    "colspan": table(2, f"<w:tr>{cell('{% colspan 2 %}')}</w:tr>", row("а", "б")).replace(
        "{% colspan 2 %}", "{% colspan 2 %}ш"
    ),
    "cellbg": table(2, row("{% cellbg цвет %}а", "б")),
    "vm": table(
        2,
        row("{%tr for ш in школы %}", ""),
        row("{% vm %}раз", "{{ ш.имя }}"),
        row("{%tr endfor %}", ""),
    ),
    "comments": p("{# раз #}текст") + p("{#p два #}") + p("конец"),
    "escapes": p("{_{ имя }_} {_% x %_}"),
    "filters": p(
        "{{ имя | length }} {{ школы | map(attribute='имя') | join('; ') }} {{ 3.7 | round | int }}"
    ),
    "macros": p(
        "{% macro м(х) %}<{{ х }}>{% endmacro %}".replace("<", "[").replace(">", "]")
        + "{{ м(имя) }}"
    ),
    "set and namespace": p(
        "{% set н = namespace(с=0) %}{% for ч in числа %}{% set н.с = н.с + ч %}{% endfor %}{{ "
        "н.с }}"
    ),
    "quotes": p("{{ “а” ~ ‘б’ }}"),
    "join before": p("один") + p("{%- if да %} два{% endif %}"),
    "join after": p("{% if да -%}") + p("два{% endif %}"),
    "nested tables": table(
        1, f"<w:tr><w:tc><w:tcPr/>{table(1, row('{{ имя }}'))}{p('после')}</w:tc></w:tr>"
    ),
    "attributes": '<w:p><w:pPr><w:pStyle w:val="{{ стиль }}"/></w:pPr>' + r("а") + "</w:p>",
}
PLAIN: dict[str, Any] = {
    "имя": "Патимат",
    "номер": 219,
    "да": True,
    "нет": False,
    "цвет": "FF0000",
    "стиль": "Normal",
    "числа": [1, 2, 3, 4, 5],
    "школы": [{"имя": "Первая", "число": 1}, {"имя": "Вторая", "число": 2}],
}
NASTY = {
    **PLAIN,
    "имя": "А&Б <в> \"г\" 'д' ]]> \u200f🙂\nстрока\tтаб",
    "школы": [
        {"имя": "<w:p>&amp;", "число": 3},
        {"имя": "«ёлочки»", "число": 1},
        {"имя": "", "число": 2},
    ],
}


def evened(xml: bytes) -> str:
    """Canonical XML (C14N 2.0) without what makes no difference."""
    root = etree.fromstring(xml)
    for element in list(root.iter()):
        element.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
        if element.tag.endswith("}docPr"):
            element.attrib.pop("id", None)
    for look in [element for element in root.iter(f"{W}rPr") if not len(element)]:
        look.getparent().remove(look)
    for run in list(root.iter(f"{W}r")):
        _spread(run)
    for properties in root.iter(f"{W}tcPr"):
        properties[:] = sorted(properties, key=lambda child: child.tag)
    return etree.canonicalize(etree.tostring(root, encoding="unicode"))


def _spread(run: etree._Element) -> None:
    """A run as runs of one piece each, the empty ones gone, text beside text of one look joined."""
    look = run.find(f"{W}rPr")
    parent, place = run.getparent(), run.getparent().index(run)
    parent.remove(run)
    for piece in [child for child in run if child is not look]:
        if piece.tag == f"{W}t" and not piece.text:
            continue
        before = parent[place - 1] if place else None
        if _joins(before, look, piece):
            before[-1].text += piece.text
            continue
        single = etree.Element(f"{W}r")
        if look is not None:
            single.append(etree.fromstring(etree.tostring(look)))
        single.append(piece)
        parent.insert(place, single)
        place += 1


def _joins(
    before: etree._Element | None, look: etree._Element | None, piece: etree._Element
) -> bool:
    """Whether a piece of text goes on with the text of the run before it."""
    if before is None or before.tag != f"{W}r" or piece.tag != f"{W}t" or before[-1].tag != f"{W}t":
        return False
    return _look(before) == _serial(look)


def _look(run: etree._Element) -> str:
    return _serial(run.find(f"{W}rPr"))


def _serial(element: etree._Element | None) -> str:
    if element is None:
        return ""
    return etree.canonicalize(etree.tostring(element, with_tail=False, encoding="unicode"))


def template_of(body: str, folder: Path) -> Path:
    """A template with all of python-docx's own parts, its body replaced."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Шапка {{ имя }}"
    document.save(str(folder / "base.docx"))
    path = folder / "template.docx"
    with zipfile.ZipFile(folder / "base.docx") as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = re.sub(
                    rb"(<w:body>).*?(<w:sectPr)",
                    lambda m: m[1] + body.encode() + m[2],
                    content,
                    flags=re.DOTALL,
                )
            target.writestr(name, content)
    return path


def parts(document: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        for name in archive.namelist():
            if re.match(r"word/(document|header\d*|footer\d*)\.xml$", name):
                yield name, archive.read(name)


def by_docxtpl(path: Path, values: dict[str, Any]) -> bytes:
    document = DocxTemplate(path)
    document.render(values, Environment(autoescape=True))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def assert_same(path: Path, values: dict[str, Any]) -> None:
    theirs, ours = (
        dict(parts(by_docxtpl(path, values))),
        dict(parts(compile_template(path).render(values))),
    )
    assert set(ours) == set(theirs)
    for name, xml in ours.items():
        assert evened(xml) == evened(theirs[name]), name


@pytest.mark.parametrize("values", [PLAIN, NASTY], ids=["plain", "nasty"])
@pytest.mark.parametrize("name", list(BODIES))
def test_the_same_as_docxtpl(tmp_path: Path, name: str, values: dict[str, Any]) -> None:
    assert_same(template_of(BODIES[name], tmp_path), values)


def test_the_same_as_docxtpl_on_templates_that_libreoffice_saved(tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    for number, body in enumerate(BODIES.values()):
        (tmp_path / str(number)).mkdir()
        template_of(body, tmp_path / str(number)).rename(tmp_path / f"{number}.docx")
    files = [tmp_path / f"{number}.docx" for number in range(len(BODIES))]
    for path in sorted(converted("docx", files, folder, tmp_path / "profile").iterdir()):
        for values in (PLAIN, NASTY):
            assert_same(path, values)
