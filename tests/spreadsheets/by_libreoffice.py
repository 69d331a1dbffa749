"""Files of the corpus that LibreOffice writes, from workbooks of XlsxWriter and openpyxl."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from openpyxl import Workbook
from spreadsheets import by_openpyxl, by_xlsxwriter, week
from spreadsheets.cases import Write, case

OURS = week.first_of_ours()


def saved_as(kind: str, path: Path, source: Write) -> None:
    """What `source` writes, opened in LibreOffice and saved as `kind`."""
    with tempfile.TemporaryDirectory() as folder:
        original = Path(folder, "source.xlsx")
        source(original)
        profile = Path(folder, "profile").as_uri()
        command = [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            kind,
        ]
        out = Path(folder, "out")
        subprocess.run([*command, "--outdir", out, original], check=True, capture_output=True)
        [made] = out.iterdir()
        shutil.copyfile(made, path)


@case("l-plain.xlsx", "пересохранено LibreOffice")
def plain(path: Path) -> None:
    saved_as("xlsx", path, by_xlsxwriter.plain)


@case("l-plain.xls", "Excel 97–2003")
def binary(path: Path) -> None:
    saved_as("xls", path, by_xlsxwriter.plain)


@case("l-plain.ods", "OpenDocument")
def open_document(path: Path) -> None:
    saved_as("ods", path, by_xlsxwriter.plain)


@case("l-macro.xlsm", "книга с макросами")
def macro(path: Path) -> None:
    saved_as("xlsm", path, by_xlsxwriter.plain)


@case("l-template.xltx", "шаблон")
def template(path: Path) -> None:
    saved_as("xltx", path, by_xlsxwriter.plain)


@case("l-page.html", "веб-страница")
def page(path: Path) -> None:
    saved_as("html", path, by_xlsxwriter.plain)


@case("l-text.csv", "текст с разделителями")
def text(path: Path) -> None:
    saved_as("csv:Text - txt - csv (StarCalc):44,34,76,1", path, by_xlsxwriter.plain)


@case("l-flat.fods", "OpenDocument одним файлом XML", "не электронная таблица")
def flat(path: Path) -> None:
    saved_as("fods", path, by_xlsxwriter.plain)


@case("l-xls-named.xlsx", "xls под именем .xlsx, район объединён")
def binary_named(path: Path) -> None:
    saved_as("xls", path, by_xlsxwriter.merged_district)


@case("l-xlsx-named.xls", "xlsx под именем .xls")
def package_named(path: Path) -> None:
    saved_as("xlsx", path, by_openpyxl.merged_header)


@case("l-merged.xls", "шапка объединена")
def merged_binary(path: Path) -> None:
    saved_as("xls", path, by_openpyxl.merged_header)


@case("l-merged.ods", "шапка объединена")
def merged_open_document(path: Path) -> None:
    saved_as("ods", path, by_openpyxl.merged_header)


@case("l-counted.xlsx", "формулы, сосчитанные LibreOffice")
def counted(path: Path) -> None:
    saved_as("xlsx", path, by_openpyxl.formulas)


@case("l-counted.xls", "формулы, сосчитанные LibreOffice")
def counted_binary(path: Path) -> None:
    saved_as("xls", path, by_openpyxl.formulas)


@case("l-counted.ods", "формулы, сосчитанные LibreOffice")
def counted_open_document(path: Path) -> None:
    saved_as("ods", path, by_openpyxl.formulas)


@case("l-hidden-week.xls", "прошлая неделя — на скрытом первом листе")
def hidden_week(path: Path) -> None:
    saved_as("xls", path, by_xlsxwriter.hidden_week_first)


@case("l-hidden-week.ods", "прошлая неделя — на скрытом первом листе")
def hidden_week_open_document(path: Path) -> None:
    saved_as("ods", path, by_xlsxwriter.hidden_week_first)


def _with_error(path: Path) -> None:
    made, sheet = by_openpyxl.filled()
    sheet.cell(OURS + 1, week.REGISTERED + 1).value = "=NA()"
    assert isinstance(made, Workbook)
    made.save(path)


@case("l-error.xlsx", "#Н/Д, сосчитанное LibreOffice", "Н/Д")
def error(path: Path) -> None:
    saved_as("xlsx", path, _with_error)


@case("l-error.xls", "#Н/Д, сосчитанное LibreOffice", "Н/Д")
def error_binary(path: Path) -> None:
    saved_as("xls", path, _with_error)


@case("l-error.ods", "#Н/Д, сосчитанное LibreOffice", "Н/Д")
def error_open_document(path: Path) -> None:
    saved_as("ods", path, _with_error)


@case("l-charts.ods", "лист с диаграммой")
def charts(path: Path) -> None:
    saved_as("ods", path, by_xlsxwriter.chart_first)


@case("l-hidden-rows.xls", "чужие районы скрыты фильтром")
def hidden_rows(path: Path) -> None:
    saved_as("xls", path, by_xlsxwriter.others_filtered_out)


@case("l-hidden-rows.ods", "чужие районы скрыты фильтром")
def hidden_rows_open_document(path: Path) -> None:
    saved_as("ods", path, by_xlsxwriter.others_filtered_out)


@case("l-percent.xls", "доля хранится как 0,875 в формате 0%")
def percent(path: Path) -> None:
    saved_as("xls", path, by_xlsxwriter.percent_format)


@case("l-percent.ods", "доля хранится как 0,875 в формате 0%")
def percent_open_document(path: Path) -> None:
    saved_as("ods", path, by_xlsxwriter.percent_format)


@case("l-footnotes.ods", "знаки сносок над строкой: у чисел, слов и в шапке")
def footnotes(path: Path) -> None:
    saved_as("ods", path, by_xlsxwriter.footnotes)


@case("l-footnotes.xls", "знаки сносок над строкой: у чисел, слов и в шапке")
def footnotes_binary(path: Path) -> None:
    saved_as("xls", path, by_xlsxwriter.footnotes)


@case("l-footnotes-far.xls", "то же; тексты книги не помещаются в одну запись")
def footnotes_far(path: Path) -> None:
    saved_as("xls", path, by_xlsxwriter.footnotes_behind_many_texts)


@case("l-struck-out.xls", "прежнее число зачёркнуто, рядом новое", "9̶")
def struck_out(path: Path) -> None:
    saved_as("xls", path, by_xlsxwriter.struck_out)


@case("l-struck-out-whole.xls", "число зачёркнуто целиком", "9̶")
def struck_out_whole(path: Path) -> None:
    saved_as("xls", path, by_xlsxwriter.struck_out_whole)


@case("l-struck-out-whole.ods", "число зачёркнуто целиком", "9̶")
def struck_out_whole_open_document(path: Path) -> None:
    saved_as("ods", path, by_xlsxwriter.struck_out_whole)
