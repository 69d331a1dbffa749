"""What is measured: a one-page notice, the weekly letter, appendices of 40, 1,000, 10,000 and
40,000 rows, the print file of a volume of notices.
"""

from __future__ import annotations

import functools
import io
import itertools
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import register

ROOT = Path(__file__).parent.parent
Work = Callable[[Path], Callable[[], object]]


@dataclass(frozen=True)
class Case:
    """One kind of work; `seconds` where one pass is long enough, `documents`: how many one pass
    makes.
    """

    name: str
    works: Mapping[str, Work]
    seconds: float | None = None
    documents: int = 1


NOTICE_FIELDS = {
    "учреждение": "Управление образования, молодёжной политики, спорта и туризма",
    "адрес": "368412 РД, МР «Цунтинский район», с. Цунта",
    "телефон": "88722-55-06-16",
    "почта": "ruo_41@mail.ru",
    "номер": "01-16/220",
    "дата": "18.04.2023",
    "адресат": "Директору МКОУ «Генухская СОШ» Исаеву М.Г.",
    "заголовок": "О неисполнении показателей мониторинга",
    "школа": "МКОУ «Генухская СОШ»",
    "обращение": "Уважаемый Магомед Гаджиевич!",
    "основание": "письмом Министерства образования и науки РД от 17.04.2023 № 06-5649/06-18/23",
    "начало": "08.04.2023",
    "конец": "14.04.2023",
    "срок": "25 апреля 2023 г.",
    "должность": "Начальник",
    "подпись": "Г.К. Абакаров",
    "исполнитель": "Магомедова П.П.",
}
NOTICE_TEXT = (
    "В соответствии с {{ основание }} рассмотрены результаты использования ИКОП «Сферум» за "
    "период с {{ начало }} "
    "по {{ конец }}. По итогам мониторинга установлено, что {{ школа }} не выполняет "
    "перечисленные ниже показатели.",
    "Просим принять меры к исполнению показателей и сообщить о них в срок до {{ срок }} по "
    "адресу {{ почта }} или "
    "по телефону {{ телефон }}.",
    "Обращаем ваше внимание, что использование в служебной переписке отечественных продуктов "
    "является требованием "
    "Федерального закона от 27 июля 2006 г. № 149-ФЗ, а достижение ключевых показателей "
    "учитывается в рейтинге.",
)
NOTICE_ROWS = [
    ("Статус профиля", "Не активен", "Активен"),
    ("Доля зарегистрированных", "0%", "не менее 100%"),
    ("Служебные чаты", "0", "не менее 1"),
]
NOTICE_COLUMNS = ("показатель", "значение", "требование")


def notice(folder: Path) -> tuple[Path, dict[str, Any]]:
    """A one-page notice as an office writes it: letterhead, requisites, text, a table of findings,
    signature.
    """
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ номер }} от {{ дата }}"
    document.add_heading("{{ учреждение }}", 1)
    for line in (
        "{{ адрес }}",
        "тел. {{ телефон }}, {{ почта }}",
        "{{ дата }} № {{ номер }}",
        "{{ заголовок }}",
    ):
        document.add_paragraph(line)
    for line in ("{{ адресат }}", "{{ обращение }}", *NOTICE_TEXT):
        words = document.add_paragraph()
        for piece in line.split(". "):
            words.add_run(piece + ". ").font.name = "Liberation Serif"
    table = document.add_table(rows=4, cols=3, style="Table Grid")
    for cell, title in zip(table.rows[0].cells, NOTICE_COLUMNS, strict=True):
        cell.text = title
    table.rows[1].cells[0].text = "{%tr for н in нарушения %}"
    for cell, field in zip(table.rows[2].cells, NOTICE_COLUMNS, strict=True):
        cell.text = f"{{{{ н.{field} }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    document.add_paragraph("{{ должность }}\t{{ подпись }}")
    document.add_paragraph("Исп. {{ исполнитель }}")
    path = folder / "notice.docx"
    document.save(str(path))
    rows = [dict(zip(NOTICE_COLUMNS, row, strict=True)) for row in NOTICE_ROWS]
    return path, {**NOTICE_FIELDS, "нарушения": rows}


def weekly(_: Path) -> tuple[Path, dict[str, Any]]:
    """The shipped weekly letter."""
    groups = {
        "письмо": ("номер", "дата", "заголовок", "адресат", "приложение"),
        "учреждение": (
            "название",
            "краткое",
            "адрес",
            "окпо",
            "огрн",
            "инн",
            "кпп",
            "почта",
            "телефон",
            "район",
        ),
        "основание": ("автор", "номер", "дата"),
        "период": ("начало", "конец"),
        "показатели": ("доля_не_писавших",),
        "подписант": ("должность", "подпись"),
        "исполнитель": ("имя",),
    }
    values: dict[str, Any] = {
        group: {name: f"{group} {name}" for name in names} for group, names in groups.items()
    }
    values["учреждение"]["эмблема"] = None
    # It stands in no other's place and bears no code.
    values["письмо"] |= {"взамен": "", "код": None}
    return ROOT / "templates" / "weekly.docx", values


def appendix(rows: int, _: Path) -> tuple[Path, dict[str, Any]]:
    """The shipped appendix with so many schools."""
    names = (
        "статус_профиля по_штату зарегистрировано доля_зарегистрированных написали "
        "доля_писавших чатов служебных_чатов видеозвонков"
    ).split()
    school = dict.fromkeys(names, "27")
    schools = [
        {"название": f"МКОУ «Школа № {number}»", "замечания": "", **school}
        for number in range(rows)
    ]
    values = weekly(ROOT)[1] | {
        "школы": schools,
        "итого": school,
        "нарушители": [],
        "нарушения": [],
    }
    return ROOT / "templates" / "appendix.docx", values


Making = Callable[[Path], tuple[Path, dict[str, Any]]]


def letters(folder: Path) -> Iterator[Path]:
    """A new name for each letter, as an office has it."""
    return (folder / f"{number}.docx" for number in itertools.count())


def ours(making: Making, folder: Path) -> Callable[[], object]:
    """letters-gen: compiled once, filled and written for each letter."""
    from letters_gen.documents.filters import filters_of
    from letters_gen.model.settings import Office
    from letters_gen.templating import compile_template

    path, values = making(folder)
    template = compile_template(path, None, filters_of(Office("", "", "")))
    names = letters(folder)
    return lambda: next(names).write_bytes(template.render(values))


def docxtpl(making: Making, folder: Path) -> Callable[[], object]:
    """docxtpl as its documentation shows it."""
    from docxtpl import DocxTemplate
    from jinja2 import Environment

    from letters_gen.documents.filters import filters_of
    from letters_gen.model.settings import Office

    path, values = making(folder)
    environment = Environment(autoescape=True)
    environment.filters.update(filters_of(Office("", "", "")))

    names = letters(folder)

    def once() -> None:
        document = DocxTemplate(path)
        document.render(values, environment)
        document.save(next(names))

    return once


def python_docx(making: Making, folder: Path) -> Callable[[], object]:
    """python-docx, opening and saving, nothing filled."""
    import docx

    path, _ = making(folder)
    names = letters(folder)
    return lambda: docx.Document(str(path)).save(str(next(names)))


def mailmerge(making: Making, folder: Path) -> Callable[[], object]:
    """docx-mailmerge2 on a notice of the same fields as MERGEFIELDs."""
    from mailmerge import MailMerge

    path, names = _merge_notice(folder), letters(folder)

    def once() -> None:
        with MailMerge(str(path)) as document:
            document.merge(**NOTICE_FIELDS)
            document.write(str(next(names)))

    return once


def _merge_notice(folder: Path) -> Path:
    import docx
    from docx.oxml import OxmlElement

    document = docx.Document()
    for name in NOTICE_FIELDS:
        paragraph = document.add_paragraph(f"По показателю «{name}» сообщаем: ")
        field = OxmlElement("w:fldSimple")
        field.set(
            "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instr",
            f" MERGEFIELD {name} ",
        )
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = f"«{name}»"
        run.append(text)
        field.append(run)
        paragraph._p.append(field)  # type: ignore[arg-type]  # python-docx types its own elements alone
    path = folder / "merge.docx"
    document.save(str(path))
    return path


def floor(making: Making, folder: Path) -> Callable[[], object]:
    """Deflating the parts that were filled, laying the others in as they are, writing the bytes;
    nothing else.
    """
    from isal import isal_zlib

    from letters_gen.documents.filters import filters_of
    from letters_gen.model.settings import Office
    from letters_gen.templating import compile_template
    from letters_gen.word.packing import level

    path, values = making(folder)
    template = compile_template(path, None, filters_of(Office("", "", "")))
    finished = template.render(values)
    with zipfile.ZipFile(io.BytesIO(finished)) as archive:
        parts = [archive.read(part.name) for part in template.parts]
    packed = sum(len(isal_zlib.compress(part, level(len(part)), -15)) for part in parts)
    rest = finished[: max(0, len(finished) - packed)]
    names = letters(folder)

    def once() -> None:
        next(names).write_bytes(
            rest + b"".join(isal_zlib.compress(part, level(len(part)), -15) for part in parts)
        )

    return once


def works(
    making: Making, *peers: Callable[[Making, Path], Callable[[], object]]
) -> dict[str, Work]:
    """The works of one case by their names: letters-gen, the floor, the peers."""
    others = {one.__name__.replace("_", "-"): one for one in peers}
    everyone = {"letters-gen": ours, "floor": floor, **others}
    return {name: functools.partial(one, making) for name, one in everyone.items()}


PRINTED = 300


def print_file(folder: Path) -> Callable[[], object]:
    """The finished notices of a volume joined behind their cover, and written."""
    from letters_gen.documents.fields import fields_of
    from letters_gen.documents.filters import filters_of
    from letters_gen.documents.print_cover import COVER, TEMPLATE, Cover, Listed
    from letters_gen.model.person import Executor
    from letters_gen.model.settings import Office
    from letters_gen.model.statement import StatedSignatory
    from letters_gen.outputs.print_file import bookmark, print_file
    from letters_gen.templating import compile_template

    office = Office("", "", "")
    filters = filters_of(office)
    path, values = notice(folder)
    finished = compile_template(path, None, filters).render(values)
    listed = [
        Listed(
            number=f"01-16/{219 + position}",
            day=date(2023, 4, 18),
            path="",
            title="Уведомление",
            whom=f"МКОУ «Школа № {position}»",
            period=None,
            basis=None,
            signatory=StatedSignatory(),
            executor=Executor("", ""),
        )
        for position in range(1, PRINTED + 1)
    ]
    marks = [bookmark(position) for position in range(1, PRINTED + 1)]
    fields = fields_of(COVER, Cover(office, listed, marks))
    cover = compile_template(ROOT / "templates" / TEMPLATE, None, filters).render(fields)
    volume = folder / "volume.docx"
    return lambda: volume.write_bytes(print_file(cover, [finished] * PRINTED))


CASES = (
    Case("notice", works(notice, docxtpl, mailmerge, python_docx)),
    Case("weekly letter", works(weekly, docxtpl, python_docx)),
    Case("appendix, 40 rows", works(functools.partial(appendix, 40), docxtpl)),
    Case("appendix, 1,000 rows", works(functools.partial(appendix, 1_000), docxtpl)),
    Case("appendix, 10,000 rows", works(functools.partial(appendix, 10_000), docxtpl), 0.1),
    Case("appendix, 40,000 rows", works(functools.partial(appendix, 40_000)), 0.1),
    Case("print file of 300 notices", {"letters-gen": print_file}, documents=PRINTED),
    Case(
        "40,000 numbers at once",
        {"letters-gen": register.reserve, "floor": register.bare},
        0.1,
        register.BATCH,
    ),
)
