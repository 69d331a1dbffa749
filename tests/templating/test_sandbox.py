"""Templates reach the values they are given and nothing else; files that are no templates are
refused.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from read_back import paragraphs
from template_making import (
    OFFICE,
    PACKAGE,
    VALUES,
    compiled,
    docx_file,
    p,
    row,
    table,
)

from letters_gen.errors import InputError, LettersError
from letters_gen.templating import compile_template

ESCAPES = [
    "''.__class__",
    "''.__class__.__mro__[1].__subclasses__()",
    "имя.__class__",
    "имя['__class__']",
    "числа.__init__.__globals__",
    "cycler.__init__.__globals__.os",
    "joiner.__init__.__globals__",
    "namespace.__init__.__globals__",
    "lipsum.__globals__['os']",
    "self.__dict__",
    "self._TemplateReference__context",
    "range.__call__",
    "dict.__base__",
    "'{0.__class__}'.format(имя)",
    "'{}'.format_map(имя)",
    "имя | attr('__class__')",
    "числа | map(attribute='__class__') | list",
    "функция.__globals__",
    "объект.тайна",
    "объект.метод()",
    "_drawing_id.__globals__",
    "_plain.__globals__",
    "loop.__class__",
    "[].append.__self__",
    "().__class__.__bases__",
    "request.application.__globals__",
    "config.items()",
]


class Object:
    """An object with something to hide."""

    тайна = "тайна"

    def метод(self) -> str:
        return "тайна"


@pytest.mark.parametrize("expression", ESCAPES)
def test_no_way_leads_out_of_the_sandbox(tmp_path: Path, expression: str) -> None:
    values = {**VALUES, "объект": Object(), "функция": Object.метод}
    with pytest.raises(LettersError):
        compiled(tmp_path, p(f"{{{{ {expression} }}}}")).render(values)


@pytest.mark.parametrize(
    "statement", ["{% include 'x' %}", "{% import 'os' as os %}", "{% extends 'x' %}"]
)
def test_no_other_file_is_reached(tmp_path: Path, statement: str) -> None:
    with pytest.raises(LettersError):
        compiled(tmp_path, p(statement)).render(VALUES)


@pytest.mark.parametrize(
    "value", ["<w:br/>", "{{ 7*7 }}", "{% if 1 %}", "]]>", "&amp;", "<!-- -->", "{_{", "}}"]
)
@pytest.mark.parametrize("filter_name", ["", " | safe", " | e", " | upper | lower"])
def test_a_value_never_becomes_markup(tmp_path: Path, value: str, filter_name: str) -> None:
    document = compiled(tmp_path, p(f"{{{{ имя{filter_name} }}}}")).render({**VALUES, "имя": value})
    assert paragraphs(document) == [value]


def test_a_name_without_a_value_is_told_with_its_paragraph(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        compiled(tmp_path, p("первый") + p("второй {{ итоги.нет }}")).render(
            {**VALUES, "итоги": {}}
        )
    assert (caught.value.code, caught.value.arguments) == ("template-no-value", {"field": "нет"})
    assert caught.value.place is not None
    assert (caught.value.place.paragraph, caught.value.place.text) == (2, "второй {{ итоги.нет }}")


def test_a_tag_that_fails_is_told_with_its_paragraph(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        compiled(tmp_path, p("а") + p("б") + p("{{ 1 / 0 }}")).render(VALUES)
    assert caught.value.code == "template-failed"
    assert caught.value.place is not None and caught.value.place.paragraph == 3


FAULTS = [
    ("{{ имя", "template-tag-unclosed"),
    ("{% if да", "template-tag-unclosed"),
    ("{% if да %}", "template-block-unclosed"),
    ("{% endif %}", "template-block-unopened"),
    ("{% else %}", "template-block-unopened"),
    ("{% for а in числа %}{% if а %}{% endfor %}{% endif %}", "template-block-crossed"),
    ("{%tr if да %}", "template-tag-outside"),
    ("{{ имя имя }}", "template-syntax"),
    ("{{ }}", "template-syntax"),
    ("{% нечто %}", "template-syntax"),
    ("{{ «имя» }}", "template-quotes"),
    ("{{ имя | вверх }}", "template-unknown-filter"),
    ("{{ имяя }}", "template-unknown-field"),
    ("{{ школа.названье }}", "template-unknown-field"),
    ("{% for ш in школы %}{{ ш.назв }}{% endfor %}", "template-unknown-field"),
]
FIELDS = ["имя", "да", "числа", "школа.название", "школы", "школы.название", "заголовок"]


@pytest.mark.parametrize(("tag", "code"), FAULTS)
def test_a_fault_is_told_with_its_paragraph(tmp_path: Path, tag: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        compiled(tmp_path, p("первый") + p(tag), fields=FIELDS)
    faults = [caught.value, *caught.value.also]
    [fault] = [fault for fault in faults if fault.code == code][:1]
    assert fault.place is not None
    assert (fault.place.part, fault.place.paragraph) == ("word/document.xml", 2)


def test_a_loop_whose_ends_lie_in_different_tables_is_refused(tmp_path: Path) -> None:
    body = (
        table(1, row("{%tr for ч in числа %}"), row("а"))
        + p("между")
        + table(1, row("б"), row("{%tr endfor %}"))
    )
    with pytest.raises(InputError) as caught:
        compiled(tmp_path, body, fields=FIELDS)
    assert caught.value.code == "template-block-apart"


@pytest.mark.parametrize(
    "cells",
    [
        ("{%p for ч in числа %}{{ ч }}", "{{ ч }}{%p endfor %}"),
        ("{% if да %}а", "б{% endif %}"),
        ("{%tc if да %}", "{%p endif %}б"),
    ],
)
def test_a_block_whose_ends_lie_in_different_cells_is_refused(
    tmp_path: Path, cells: tuple[str, str]
) -> None:
    with pytest.raises(InputError) as caught:
        compiled(tmp_path, table(2, row(*cells)), fields=FIELDS)
    assert caught.value.code == "template-block-apart"
    assert caught.value.place is not None
    assert (caught.value.place.part, caught.value.place.paragraph) == ("word/document.xml", 1)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    body = p("{{ раз }}") + p("{{ имя | два }}") + p("{{ три.четыре }}")
    with pytest.raises(InputError) as caught:
        compiled(tmp_path, body, fields=FIELDS)
    faults = [caught.value, *caught.value.also]
    assert {fault.place.paragraph for fault in faults if fault.place} == {1, 2, 3}


def test_the_nearest_field_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        compiled(tmp_path, p("{{ школа.названье }}"), fields=FIELDS)
    assert caught.value.arguments == {"field": "школа.названье", "nearest": ["школа.название"]}


def test_loop_variables_and_set_names_are_known(tmp_path: Path) -> None:
    body = p(
        "{% for ш in школы | sort %}{{ ш.название }}{{ loop.index }}{% endfor %}{% set х = имя "
        "%}{{ х | upper }}"
    )
    compiled(tmp_path, body, fields=FIELDS)


def bad_files() -> dict[str, tuple[bytes, str]]:
    def archive(**members: bytes) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
            for name, content in members.items():
                target.writestr(name.replace("_types", "[Content_Types].xml"), content)
        return buffer.getvalue()

    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    return {
        "empty": (b"", "not-a-template"),
        "text": (b"plain text", "not-a-template"),
        "old": (ole, "template-old-format"),
        "encrypted": (ole + "EncryptedPackage".encode("utf-16-le"), "template-encrypted"),
        "other zip": (archive(a=b"b"), "not-a-template"),
        "cut off": (archive(a=bytes(5000))[:60], "template-damaged"),
        "bomb": (archive(_types=b"<Types/>", bomb=bytes(60_000_000)), "template-too-large"),
        "many": (archive(**{f"m{number}": b"" for number in range(2100)}), "template-too-large"),
        "no xml": (archive(_types=b"<Types"), "template-damaged"),
    }


@pytest.mark.parametrize("name", list(bad_files()))
def test_a_file_that_is_no_template_is_refused_by_its_kind(tmp_path: Path, name: str) -> None:
    content, code = bad_files()[name]
    path = tmp_path / "t.docx"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        compile_template(path)
    assert caught.value.code == code


def test_a_template_that_isnt_there(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        compile_template(tmp_path / "нет.docx")
    assert caught.value.code == "no-such-file"


@pytest.mark.parametrize(
    ("kind", "target", "mode", "what"),
    [
        ("vbaProject", "vbaProject.bin", "", "macro"),
        ("oleObject", "embeddings/a.bin", "", "ole"),
        ("attachedTemplate", "http://example.org/t.dotm", ' TargetMode="External"', "external"),
        ("image", "http://example.org/a.png", ' TargetMode="External"', "external"),
        ("hyperlink", "file:///etc/passwd", ' TargetMode="External"', "external"),
        ("hyperlink", "javascript:alert(1)", ' TargetMode="External"', "external"),
    ],
)
def test_what_a_template_must_not_hold_is_named(
    tmp_path: Path, kind: str, target: str, mode: str, what: str
) -> None:
    with pytest.raises(InputError) as caught:
        compile_template(with_relation(tmp_path, kind, target, mode))
    assert (caught.value.code, caught.value.arguments) == ("template-harmful", {"what": what})


@pytest.mark.parametrize("target", ["https://vk.com", "http://vk.com", "mailto:a@example.org"])
def test_harmless_links_are_let_be(tmp_path: Path, target: str) -> None:
    compile_template(with_relation(tmp_path, "hyperlink", target, ' TargetMode="External"'))


def with_relation(folder: Path, kind: str, target: str, mode: str) -> Path:
    """A template whose body has one relationship more."""
    path = docx_file(folder / "t.docx", p("{{ имя }}"))
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    relation = f'<Relationship Id="x" Type="{OFFICE}{kind}" Target="{target}"{mode}/>'
    members["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}relationships">{relation}</Relationships>'.encode()
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path
