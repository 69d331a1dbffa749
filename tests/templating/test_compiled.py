"""What the engine makes of tags, and where it is right though the usual engine is wrong."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree
from notices import cover
from pictures import png
from read_back import paragraphs, part_of, rows
from template_making import (
    NAMESPACES,
    VALUES,
    cell,
    compiled,
    docx_file,
    p,
    r,
    row,
    table,
)

from letters_gen.errors import InputError
from letters_gen.outputs.print_file import print_file
from letters_gen.templating import Picture, compile_template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("Здравствуйте, {{ имя }}!"), ["Здравствуйте, Патимат!"]),
        (p("{", "{ имя", " }", "} и всё"), ["Патимат и всё"]),
        (p("{{ им", "я }} и {{ и", "мя }}"), ["Патимат и Патимат"]),
        (p("{% if да %}да{% else %}нет{% endif %}"), ["да"]),
        (p("{%p if да %}") + p("внутри") + p("{%p endif %}"), ["внутри"]),
        (
            p("{%p if нет %}") + p("внутри") + p("{%p else %}") + p("иначе") + p("{%p endif %}"),
            ["иначе"],
        ),
        (p("{%p for ч in числа %}") + p("{{ ч }}") + p("{%p endfor %}"), ["1", "2", "3"]),
        (p("{% for ч in числа %}{{ ч }};{% endfor %}"), ["1;2;3;"]),
        (p("а{%r if да %}б{%r endif %}в"), ["абв"]),
        (p("{# замечание #}текст"), ["текст"]),
        (p("{#p замечание #}") + p("текст"), ["текст"]),
        (p("{_{ не тег }_}, {_% и %_}"), ["{{ не тег }}, {% и %}"]),
        (p("{{ имя | upper }}"), ["ПАТИМАТ"]),
        (p("{{ “а” ~ ‘б’ }}"), ["аб"]),
        (p("{{ '&lt;' ~ '&amp;' }}"), ["<&"]),
        (p("{{ '}}' }}{% if '%}' == '%}' %}да{% endif %}"), ["}}да"]),
        (p("{%p if '%}' and 5 % 3 == 2 %}") + p("да") + p("{%p endif %}"), ["да"]),
        (p("один ") + p("{%- if да %} два{% endif %}"), ["один  два"]),
        (p("{% if да -%}") + p("три{% endif %}"), ["три"]),
        (
            p("{% set х = имя %}{{ х }}{% macro м(а) %}[{{ а }}]{% endmacro %}{{ м(х) }}"),
            ["Патимат[Патимат]"],
        ),
        (p("{% raw %}{{ имя }}{% endraw %}"), ["{{ имя }}"]),
    ],
)
def test_tags_say_what_they_mean(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert paragraphs(compiled(tmp_path, body).render(VALUES)) == expected


def test_rows_repeat(tmp_path: Path) -> None:
    body = table(
        2,
        row("{%tr for ч in числа %}", ""),
        row("{{ loop.index }}", "{{ ч }}"),
        row("{%tr endfor %}", ""),
    )
    assert rows(compiled(tmp_path, body).render(VALUES)) == [["1", "1"], ["2", "2"], ["3", "3"]]


def test_columns_repeat_and_the_grid_fits_them(tmp_path: Path) -> None:
    body = table(3, row("{%tc for ч in числа %}", "{{ ч }}", "{%tc endfor %}"))
    document = compiled(tmp_path, body).render({**VALUES, "числа": [1, 2, 3, 4, 5]})
    assert rows(document) == [["1", "2", "3", "4", "5"]]
    assert part_of(document).count("<w:gridCol ") == 5


def test_cells_are_shaped(tmp_path: Path) -> None:
    body = table(
        2,
        f"<w:tr>{cell('{% colspan 2 %}широкая')}</w:tr>",
        row("{% cellbg 'FF0000' %}красная", "б"),
    )
    xml = part_of(compiled(tmp_path, body).render(VALUES))
    assert '<w:gridSpan w:val="2"/>' in xml
    assert '<w:shd w:val="clear" w:color="auto" w:fill="FF0000"/>' in xml


@pytest.mark.parametrize(
    "properties", ["", "<w:tcPr/>", '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>']
)
def test_cells_without_properties_are_shaped_too_and_in_the_schemas_order(
    tmp_path: Path, properties: str
) -> None:
    body = table(1, f"<w:tr>{cell('{% cellbg “00FF00” %}а', properties)}</w:tr>")
    root = etree.fromstring(part_of(compiled(tmp_path, body).render(VALUES)).encode())
    [found] = root.iter(f"{W}tcPr")
    assert next(child.tag.removeprefix(W) for child in found) == "shd"


def test_a_cell_merges_down_through_a_loop(tmp_path: Path) -> None:
    body = table(
        2,
        row("{%tr for ч in числа %}", ""),
        row("{% vm %}раз", "{{ ч }}"),
        row("{%tr endfor %}", ""),
    )
    xml = part_of(compiled(tmp_path, body).render(VALUES))
    assert xml.count('<w:vMerge w:val="restart"/>') == 1
    assert xml.count('<w:vMerge w:val="continue"/>') == 2
    assert xml.count("раз") == 1


def test_a_cell_merges_across_a_loop(tmp_path: Path) -> None:
    body = table(
        1,
        f"<w:tr>{cell('{%tc for ч in числа %}')}{cell('{% hm %}раз')}"
        f"{cell('{%tc endfor %}')}</w:tr>",
    )
    xml = part_of(compiled(tmp_path, body).render(VALUES))
    assert (xml.count('<w:gridSpan w:val="3"/>'), xml.count("раз")) == (1, 1)


@pytest.mark.parametrize("kind", ["header", "footer", "footnotes", "endnotes"])
def test_other_parts_are_filled_once_and_their_values_are_data(tmp_path: Path, kind: str) -> None:
    root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    xml = f"<w:{root} {NAMESPACES}>{p('{{ имя }} {{ &quot;x&quot; }}')}</w:{root}>"
    path = docx_file(tmp_path / "t.docx", p("тело"), {kind: (f"{kind}1", xml)})
    document = compile_template(path).render({**VALUES, "имя": "{{ 7*7 }}"})
    assert "{{ 7*7 }} x" in part_of(document, f"word/{kind}1.xml")


def test_a_main_part_of_another_name_is_found(tmp_path: Path) -> None:
    path = docx_file(tmp_path / "t.docx", p("{{ имя }}"), main="document2")
    assert "Патимат" in part_of(compile_template(path).render(VALUES), "word/document2.xml")


def test_a_main_part_whose_type_is_only_a_default_is_found(tmp_path: Path) -> None:
    path = docx_file(tmp_path / "t.docx", p("{{ имя }}"))
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    types = members["[Content_Types].xml"].decode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = types.replace(f'<Override PartName="/word/document.xml" ContentType="{kind}"/>', "")
    members["[Content_Types].xml"] = types.replace(
        'ContentType="application/xml"', f'ContentType="{kind}"'
    ).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    assert paragraphs(compile_template(path).render(VALUES)) == ["Патимат"]


def test_properties_are_filled_and_escaped_once_however_long(tmp_path: Path) -> None:
    long = "А & Б " * 100
    document = compiled(tmp_path, p("тело")).render({**VALUES, "заголовок": long})
    root = etree.fromstring(part_of(document, "docProps/core.xml").encode())
    assert root.findtext("{http://purl.org/dc/elements/1.1/}title") == long


def test_tab_stops_arent_taken_for_text(tmp_path: Path) -> None:
    tabs = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs></w:pPr>'
    body = p("{% if да -%}") + f"<w:p>{tabs}{r('дальше')}</w:p>" + p("{% endif %}")
    assert "дальше" in "".join(paragraphs(compiled(tmp_path, body).render(VALUES)))


def test_a_tag_behind_a_text_box_leaves_the_box_where_it_stands(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('в рамке {{ имя }}')}</w:txbxContent></w:pict></w:r>"
    body = f"<w:p>{box}{r('{%p if нет %}')}</w:p>" + p("скрыто") + p("{%p endif %}") + p("осталось")
    xml = part_of(compiled(tmp_path, body).render(VALUES))
    assert "осталось" in xml and "в рамке Патимат" in xml
    assert "скрыто" not in xml


def test_a_row_tag_behind_a_nested_table_leaves_the_table_in_its_row(tmp_path: Path) -> None:
    nested = f"<w:tc><w:tcPr/>{table(1, row('вложенная'))}{p('{%tr if да %}')}</w:tc>"
    body = table(1, f"<w:tr>{nested}</w:tr>", row("видна"), row("{%tr endif %}"))
    document = compiled(tmp_path, body).render(VALUES)
    assert rows(document) == [[""], ["видна"]]
    assert "вложенная" in part_of(document)


@pytest.mark.parametrize("word", ["{%p if да %}", "{%p endif %}"])
def test_a_section_that_ends_at_a_tags_paragraph_is_kept(tmp_path: Path, word: str) -> None:
    section = '<w:pPr><w:sectPr><w:pgSz w:w="1" w:h="2"/></w:sectPr></w:pPr>'
    first, last = (section, "") if "if да" in word else ("", section)
    body = p("{%p if да %}", properties=first) + p("а") + p("{%p endif %}", properties=last)
    assert '<w:sectPr><w:pgSz w:w="1" w:h="2"/></w:sectPr>' in part_of(
        compiled(tmp_path, body).render(VALUES)
    )


def test_an_expression_with_r_stays_in_its_run(tmp_path: Path) -> None:
    root = etree.fromstring(
        part_of(compiled(tmp_path, p("а {{r имя }} б")).render(VALUES)).encode()
    )
    assert all(text.getparent().tag == f"{W}r" for text in root.iter(f"{W}t"))
    assert "".join(root.itertext()) == "а Патимат б"


def test_a_table_without_a_grid_is_let_be(tmp_path: Path) -> None:
    body = f"<w:tbl><w:tblPr/>{row('{%tc for ч in числа %}', '{{ ч }}', '{%tc endfor %}')}</w:tbl>"
    assert part_of(compiled(tmp_path, body).render(VALUES)).count("<w:tc>") == 3


def test_line_breaks_and_tabs_become_words_and_keep_their_run(tmp_path: Path) -> None:
    document = compiled(tmp_path, p("{{ имя }}")).render({**VALUES, "имя": "а\r\nб\rв\nг\tд"})
    assert paragraphs(document) == ["а\nб\nв\nг\tд"]
    assert part_of(document).count("<w:r>") == 1


def test_what_xml_forbids_is_left_out(tmp_path: Path) -> None:
    document = compiled(tmp_path, p("{{ имя }}")).render({**VALUES, "имя": "а\x00б\x0bв\ud800"})
    assert paragraphs(document) == ["абв"]


def test_equal_values_give_equal_bytes_and_nothing_is_kept_between_letters(tmp_path: Path) -> None:
    template = compiled(tmp_path, p("{% set х = имя %}{{ х }}"))
    first = template.render(VALUES)
    assert template.render({**VALUES, "имя": "другое"}) != first
    assert template.render(VALUES) == first


def test_only_parts_with_tags_are_written_anew(tmp_path: Path) -> None:
    path = docx_file(
        tmp_path / "t.docx",
        p("{{ имя }}"),
        {"header": ("header1", f"<w:hdr {NAMESPACES}>{p('без')}</w:hdr>")},
    )
    finished = compile_template(path).render(VALUES)
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(io.BytesIO(finished)) as after:
        assert after.testzip() is None
        assert before.read("word/header1.xml") == after.read("word/header1.xml")
        assert sorted(before.namelist()) == sorted(after.namelist())


def test_what_a_loop_repeats_stays_unique(tmp_path: Path) -> None:
    drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="7" name="n"/></wp:inline></w:drawing></w:r>'
    body = p("{%p for ч in числа %}") + f'<w:p w14:paraId="0A">{drawing}</w:p>' + p("{%p endfor %}")
    xml = part_of(compiled(tmp_path, body).render(VALUES))
    root = etree.fromstring(xml.encode())
    ids = [node.get("id") for node in root.iter("{*}docPr")]
    assert len(set(ids)) == 3
    assert "paraId" not in xml


def test_old_words_shapes_stay_unique_too(tmp_path: Path) -> None:
    shape = (
        '<w:r><w:pict><v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" id="_x0000_t202"/>'
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="Надпись 2" type="#_x0000_t202"/>'
        "</w:pict></w:r>"
    )
    body = p("{%p for ч in числа %}") + f"<w:p>{shape}</w:p>" + p("{%p endfor %}")
    document = compiled(tmp_path, body).render(VALUES)
    volume = print_file(cover(2), [document, document])
    for package, count in ((document, 6), (volume, 12)):
        root = etree.fromstring(part_of(package).encode())
        ids = [node.get("id") for node in root.iter("{urn:schemas-microsoft-com:vml}*")]
        assert len(set(ids)) == len(ids) == count


def test_replaced_pictures_keep_the_order_of_the_template(tmp_path: Path) -> None:
    document = docx.Document()
    for number in range(8):
        document.add_paragraph().add_run().add_picture(io.BytesIO(another_png(number)))
        document.inline_shapes[number]._inline.docPr.set("name", f"знак{number}")
    document.save(str(tmp_path / "t.docx"))
    values = {f"знак{number}": Picture(another_png(100 + number)) for number in range(8)}
    finished = compile_template(tmp_path / "t.docx").render(values)
    with zipfile.ZipFile(io.BytesIO(finished)) as archive:
        pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
    assert pictures == [f"word/media/image{number}.png" for number in range(1, 9)]


def another_png(number: int) -> bytes:
    """A picture unlike those of other numbers: programs pass over what stands behind its end."""
    return png() + bytes([number])


def test_empty_paragraphs_count_in_the_place_of_a_fault(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        compiled(tmp_path, "<w:p/><w:p/>" + p("{{ нет_такого }}")).render(VALUES)
    assert caught.value.place is not None
    assert (caught.value.place.paragraph, caught.value.place.text) == (3, "{{ нет_такого }}")


def test_a_last_tag_may_join_much_that_stands_before_it(tmp_path: Path) -> None:
    body = p("{% if да %}а") + "<w:p/>" * 20 + p("{%- endif %}")
    assert paragraphs(compiled(tmp_path, body).render(VALUES)) == ["а"]
