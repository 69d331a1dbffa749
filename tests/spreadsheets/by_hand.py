"""Files of the corpus that are written by hand: packages, text, web pages, and what is no sheet."""

from __future__ import annotations

import csv
import io
import re
import struct
import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from spreadsheets import week
from spreadsheets.binary import compound, write_xlsb, xls_book, xls_record
from spreadsheets.by_xlsxwriter import FOOTNOTES
from spreadsheets.cases import case
from spreadsheets.packages_by_hand import STRICT_MAIN, STRICT_RELATIONS, Package

OURS = week.first_of_ours()


@case("h-prefix.xlsx", "все элементы с префиксом")
def prefix(path: Path) -> None:
    Package(prefix="x").write(path)


@case("h-strict.xlsx", "Strict Open XML")
def strict(path: Path) -> None:
    Package(main=STRICT_MAIN, relations=STRICT_RELATIONS).write(path)


@case("h-no-addresses.xlsx", "строки и ячейки без адресов")
def no_addresses(path: Path) -> None:
    Package(addressed=False).write(path)


@case("h-prefix-no-addresses.xlsx", "с префиксом и без адресов")
def prefix_no_addresses(path: Path) -> None:
    Package(prefix="ss", addressed=False).write(path)


@case("h-utf16.xlsx", "лист в UTF-16")
def utf16(path: Path) -> None:
    Package(encoding="UTF-16").write(path)


@case("h-cp1251.xlsx", "лист в windows-1251")
def cp1251(path: Path) -> None:
    Package(encoding="windows-1251").write(path)


@case("h-corner.xlsx", "пробел в последней ячейке листа")
def corner(path: Path) -> None:
    blank = '<c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve"> </t></is></c>'
    Package(more_rows=f'<row r="1048576">{blank}</row>').write(path)


@case("h-corner-number.xlsx", "число в последней ячейке листа", "велика")
def corner_number(path: Path) -> None:
    Package(more_rows='<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>').write(path)


@case("h-apostrophes.xlsx", "атрибуты в апострофах")
def apostrophes(path: Path) -> None:
    Package(alter=lambda xml: xml.replace('"', "'")).write(path)


@case("h-comment.xlsx", "примечание XML с ячейками внутри")
def comment(path: Path) -> None:
    row = '<!-- <row r="90"><c r="A90" t="e"><v>#N/A</v></c></row> -->'
    Package(more_rows=row).write(path)


@case("h-russian-error.xlsx", "ошибка записана по-русски", "Н/Д")
def russian_error(path: Path) -> None:
    def spoilt(xml: str) -> str:
        return re.sub(
            rf'<c r="G{OURS + 1}"><v>\d+</v>', f'<c r="G{OURS + 1}" t="e"><v>#Н/Д</v>', xml
        )

    Package(alter=spoilt).write(path)


@case("h-rows-backwards.xlsx", "строки записаны снизу вверх")
def rows_backwards(path: Path) -> None:
    Package(backwards=True).write(path)


@case("h-absolute-target.xlsx", "путь к листу от корня пакета")
def absolute_target(path: Path) -> None:
    Package(target="/xl/worksheets/sheet1.xml").write(path)


@case("h-hidden-and-merged.xlsx", "скрытые строки и объединения, атрибуты не по порядку")
def hidden_and_merged(path: Path) -> None:
    def hidden(xml: str) -> str:
        return re.sub('<row r="([567])">', r'<row r="\1" spans="1:12" hidden="1">', xml)

    after = f'<mergeCells count="1"><mergeCell ref="B{OURS + 1}:B{OURS + 22}"/></mergeCells>'
    Package(alter=hidden, after=after).write(path)


@case("h-formula-text.xlsx", "статус сосчитан формулой, пустой текст — тоже")
def formula_text(path: Path) -> None:
    def counted(xml: str) -> str:
        cell = r'<c r="(E\d+)" t="inlineStr"><is><t>(\w[^<]*)</t></is></c>'
        return re.sub(cell, r'<c r="\1" t="str"><f>IF(1,"\2","")</f><v>\2</v></c>', xml)

    Package(alter=counted).write(path)


@case("h-doctype.xlsx", "DTD в листе", "повреждён")
def doctype(path: Path) -> None:
    Package(alter=lambda xml: f'<!DOCTYPE worksheet [<!ENTITY a "1">]>{xml}').write(path)


@case("h-checksum.xlsx", "контрольная сумма листа не сходится", "повреждён")
def checksum(path: Path) -> None:
    Package().write(path)
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("xl/worksheets/sheet1.xml")
    content = bytearray(path.read_bytes())
    place = content.rfind(info.CRC.to_bytes(4, "little"))
    content[place] ^= 0xFF
    path.write_bytes(bytes(content))


@case("h-truncated.xlsx", "файл оборван на середине", "повреждён")
def truncated(path: Path) -> None:
    Package().write(path)
    path.write_bytes(path.read_bytes()[:-1500])


@case("h-document.xlsx", "документ Word под именем .xlsx", "не электронная таблица")
def document(path: Path) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(path, "w") as archive:
        types = f'<Types><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("word/document.xml", "<document/>")


@case("h-password.xlsx", "зашифрован паролем", "парол")
def password(path: Path) -> None:
    path.write_bytes(compound({"EncryptionInfo": bytes(4096), "EncryptedPackage": bytes(4096)}))


@case("h-password.ods", "зашифрован паролем", "парол")
def password_ods(path: Path) -> None:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", bytes(range(256)))
        entry = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
        archive.writestr("META-INF/manifest.xml", entry)


@case("h-excel95.xls", "Excel 95 (BIFF5)", "старше Excel 97")
def excel95(path: Path) -> None:
    records = b"\x09\x08\x08\x00\x00\x05\x05\x00\x00\x00\x00\x00\x0a\x00\x00\x00"
    path.write_bytes(compound({"Book": records}))


@case("h-excel4.xls", "Excel 4: записи без контейнера", "старше Excel 97")
def excel4(path: Path) -> None:
    path.write_bytes(b"\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00\x0a\x00\x00\x00")


@case("h-nothing-inside.xls", "контейнер без книги", "не электронная таблица")
def nothing_inside(path: Path) -> None:
    path.write_bytes(compound({"Нечто": bytes(4096)}))


@case("h-records-cut.xls", "записи книги обрываются", "прочитать")
def records_cut(path: Path) -> None:
    bof = b"\x09\x08\x10\x00\x00\x06\x05\x00\xbb\x0d\xcc\x07\x00\x00\x00\x00\x06\x00\x00\x00"
    path.write_bytes(compound({"Workbook": bof + b"\xfc\x00\xff\xff\xff\xff\xff\xff"}))


@case("h-password.xls", "книга Excel 97 под паролем", "парол")
def password_binary(path: Path) -> None:
    book = xls_book(b"")
    begin = len(xls_record(0x809, bytes(16)))
    protected = book[:begin] + xls_record(0x2F, bytes([1, 0]) + bytes(52)) + book[begin:]
    path.write_bytes(compound({"Workbook": protected}))


@case("h-panics.xls", "контейнер оборван: calamine паникует", "прочитать")
def panics(path: Path) -> None:
    path.write_bytes(compound({"Workbook": xls_book(b"")})[:-600])


@case("h-aborts.xls", "размеры листа сверх всякой памяти: calamine обрывает процесс", "прочитать")
def aborts(path: Path) -> None:
    sizes = struct.pack("<IIHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)
    path.write_bytes(compound({"Workbook": xls_book(xls_record(0x200, sizes))}))


@case("h-panics.xlsb", "лист без связи: calamine паникует", "прочитать")
def panics_binary(path: Path) -> None:
    write_xlsb(path, week.rows(), relation="rId9")


@case("~$h-lock.xlsx", "служебный файл открытой книги", "служебный")
def lock(path: Path) -> None:
    path.write_bytes(b"\x07Magomed".ljust(165, b" "))


@case("h-empty.xlsx", "пустой файл", "пуст")
def empty(path: Path) -> None:
    path.write_bytes(b"")


@case("h-zeros.xlsx", "одни нули: файл не докачан", "пуст")
def zeros(path: Path) -> None:
    path.write_bytes(bytes(4096))


@case("h-printed.xlsx", "PDF под именем .xlsx", "не электронная таблица")
def printed(path: Path) -> None:
    path.write_bytes(b"%PDF-1.4\n%%EOF\n")


@case("h-plain-text.csv", "текст без колонок", "не электронная таблица")
def plain_text(path: Path) -> None:
    path.write_text("Уважаемые коллеги!\nТаблица будет завтра.\n", encoding="utf-8")


@case("h-binary.xlsb", "двоичная книга")
def binary(path: Path) -> None:
    write_xlsb(path, week.rows())


@case("h-binary-named.xlsx", "двоичная книга под именем .xlsx")
def binary_named(path: Path) -> None:
    write_xlsb(path, week.rows())


def as_csv(
    separator: str, comma: str = ".", table: Sequence[Sequence[week.Cell]] | None = None
) -> str:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=separator, lineterminator="\r\n")
    for row in table or week.rows():
        texts = ["" if cell is None else str(cell) for cell in row]
        texts[week.SHARE] = texts[week.SHARE].replace(".", comma)
        writer.writerow(texts)
    return file.getvalue()


@case("h-utf8-mark.csv", "UTF-8 с меткой, точка с запятой")
def csv_marked(path: Path) -> None:
    path.write_bytes(as_csv(";", ",").encode("utf-8-sig"))


@case("h-strokes.csv", "текст, разделённый чертой")
def strokes(path: Path) -> None:
    path.write_text(as_csv("|"), encoding="utf-8")


@case("h-utf8.csv", "UTF-8 без метки, запятая")
def csv_comma(path: Path) -> None:
    path.write_bytes(as_csv(",").encode())


@case("h-cp1251.csv", "cp1251, точка с запятой: так сохраняет русский Excel")
def csv_cp1251(path: Path) -> None:
    path.write_bytes(as_csv(";", ",").encode("cp1251"))


@case("h-unicode-text.txt", "«Текст Юникод» Excel: UTF-16, табуляция")
def csv_unicode(path: Path) -> None:
    path.write_bytes(as_csv("\t", ",").encode("utf-16"))


@case("h-utf16-unmarked.csv", "UTF-16 без метки")
def csv_unmarked(path: Path) -> None:
    path.write_bytes(as_csv(";", ",").encode("utf-16-le"))


@case("h-told-separator.csv", "первая строка sep=;")
def csv_told(path: Path) -> None:
    path.write_bytes(("sep=;\r\n" + as_csv(";", ",")).encode("utf-8-sig"))


@case("h-csv-named.xls", "csv под именем .xls")
def csv_named(path: Path) -> None:
    path.write_bytes(as_csv("\t", ",").encode("cp1251"))


def _as_html(charset: str, *, head: bool) -> str:
    rows = []
    for number, row in enumerate(week.rows()):
        tag = "th" if number == week.ABOVE - 1 else "td"
        if number < 2:
            rows.append(f'<tr><td colspan="{len(row)}">{escape(str(row[0]))}</td></tr>')
            continue
        cells = ("" if cell is None else escape(str(cell)) for cell in row)
        rows.append("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>")
    above, below = rows[: week.ABOVE], rows[week.ABOVE :]
    parts = [("thead", above), ("tbody", below)] if head else [("tbody", rows)]
    body = "".join(f"<{tag}>{''.join(inside)}</{tag}>" for tag, inside in parts)
    return f'<html><head><meta charset="{charset}"></head><body><table>{body}</table></body></html>'


@case("h-html-named.xls", "HTML под именем .xls")
def html_named(path: Path) -> None:
    path.write_bytes(_as_html("utf-8", head=False).encode())


@case("h-html-head.xls", "HTML с thead, cp1251")
def html_head(path: Path) -> None:
    path.write_bytes(_as_html("windows-1251", head=True).encode("cp1251"))


@case("h-html-hidden.xls", "HTML: район объединён, скрытая строка, перенос в шапке")
def html_hidden(path: Path) -> None:
    text = _as_html("utf-8", head=True)
    text = text.replace("Всего по штату", "Всего<br>по штату")
    first = f"<td>{week.DISTRICT}</td>"
    text = text.replace(first, f'<td rowspan="{len(week.SCHOOLS)}">{week.DISTRICT}</td>', 1)
    text = text.replace(first, "").replace("<tr><td>4</td>", '<tr style="display:none"><td>4</td>')
    path.write_bytes(text.encode())


def _as_xml2003() -> str:
    rows = []
    for row in week.rows():
        cells = []
        for column, value in enumerate(row, 1):
            if value is not None:
                kind = "String" if isinstance(value, str) else "Number"
                data = f'<Data ss:Type="{kind}">{escape(str(value))}</Data>'
                cells.append(f'<Cell ss:Index="{column}">{data}</Cell>')
        rows.append(f"<Row>{''.join(cells)}</Row>")
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>'
        f'<Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="Мониторинг">'
        f"<Table>{''.join(rows)}</Table></Worksheet></Workbook>"
    )


@case("h-xml2003.xml", "«Таблица XML 2003»")
def xml2003(path: Path) -> None:
    path.write_text(_as_xml2003(), encoding="utf-8")


@case("h-xml2003-named.xls", "«Таблица XML 2003» под именем .xls, район объединён")
def xml2003_named(path: Path) -> None:
    text = _as_xml2003()
    first = f'<Cell ss:Index="2"><Data ss:Type="String">{week.DISTRICT}</Data></Cell>'
    down = f'<Cell ss:Index="2" ss:MergeDown="{len(week.SCHOOLS) - 1}">'
    merged = first.replace('<Cell ss:Index="2">', down)
    path.write_text(text.replace(first, "\0", 1).replace(first, "").replace("\0", merged), "utf-8")


@case("h-xml2003-formulas.xml", "«Таблица XML 2003»: формулы без значений", "формул")
def xml2003_formulas(path: Path) -> None:
    cell = r'<Cell ss:Index="7"><Data ss:Type="Number">\d+</Data></Cell>'
    text = re.sub(cell, '<Cell ss:Index="7" ss:Formula="=RC[-1]"/>', _as_xml2003())
    path.write_text(text, encoding="utf-8")


@case("h-footnotes.xlsb", "знаки сносок над строкой: у чисел, слов и в шапке")
def binary_footnotes(path: Path) -> None:
    write_xlsb(path, week.rows(), marks=FOOTNOTES)


@case("h-html-footnotes.xls", "HTML: знаки сносок в <sup> у числа, слова и в шапке")
def html_footnotes(path: Path) -> None:
    text = _as_html("utf-8", head=True)
    for word in ("Зарегистрировано<", "Асахская СОШ»<", "Активен<", "<td>10<"):
        text = text.replace(word, f"{word[:-1]}<sup><font>2</font></sup><")
    path.write_bytes(text.encode())


@case("h-html-struck.xls", "HTML: прежнее число зачёркнуто", "3̶1̶")
def html_struck(path: Path) -> None:
    text = _as_html("utf-8", head=True)
    path.write_bytes(text.replace("<td>31<", "<td><s>31</s>30<", 1).encode())


@case("h-xml2003-footnotes.xml", "«Таблица XML 2003»: знак сноски над строкой у числа")
def xml2003_footnotes(path: Path) -> None:
    plain = '<Data ss:Type="Number">10</Data>'
    page = "http://www.w3.org/TR/REC-html40"
    marked = f'<ss:Data ss:Type="String" xmlns="{page}">10<Sup>2</Sup></ss:Data>'
    path.write_text(_as_xml2003().replace(plain, marked), encoding="utf-8")
