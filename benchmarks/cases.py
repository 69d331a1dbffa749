"""What is measured: a one-page notice, the weekly letter, appendices of 40, 1,000, 10,000 and 40,000 rows."""

from __future__ import annotations

import functools
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
Work = Callable[[Path], Callable[[], object]]


@dataclass(frozen=True)
class Case:
    """One kind of document; `seconds` where one pass is long enough."""

    name: str
    works: Mapping[str, Work]
    seconds: float | None = None


NOTICE_FIELDS = {
    "номер": "01-16/220",
    "дата": "18.04.2023",
    "адресат": "Директору МКОУ «Генухская СОШ» Исаеву М.Г.",
    "школа": "МКОУ «Генухская СОШ»",
    "обращение": "Уважаемый Магомед Гаджиевич!",
    "начало": "08.04.2023",
    "конец": "14.04.2023",
    "срок": "25 апреля 2023 г.",
    "подпись": "Г.К. Абакаров",
    "исполнитель": "Магомедова П.П.",
}
NOTICE_ROWS = [("Статус профиля", "Не активен", "Активен"), ("Доля зарегистрированных", "0%", "не менее 100%")]


def notice(folder: Path) -> tuple[Path, dict[str, Any]]:
    """A one-page notice: the letterhead, ten fields, a table of findings."""
    import docx

    document = docx.Document()
    document.add_heading("Управление образования", 1)
    for name in NOTICE_FIELDS:
        document.add_paragraph(f"По показателю «{name}» сообщаем: {{{{ {name} }}}} и просим принять меры в срок.")
    table = document.add_table(rows=3, cols=3)
    table.rows[0].cells[0].text = "{%tr for н in нарушения %}"
    for cell, field in zip(table.rows[1].cells, ("показатель", "значение", "требование"), strict=True):
        cell.text = f"{{{{ н.{field} }}}}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    path = folder / "notice.docx"
    document.save(str(path))
    rows = [dict(zip(("показатель", "значение", "требование"), row, strict=True)) for row in NOTICE_ROWS]
    return path, {**NOTICE_FIELDS, "нарушения": rows}


def weekly(_: Path) -> tuple[Path, dict[str, Any]]:
    """The shipped weekly letter."""
    groups = {
        "письмо": ("номер", "дата", "заголовок", "адресат"),
        "учреждение": ("название", "краткое", "адрес", "окпо", "огрн", "инн", "кпп", "почта", "телефон", "район"),
        "основание": ("автор", "номер", "дата"),
        "период": ("начало", "конец"),
        "показатели": ("доля_не_писавших",),
        "подписант": ("должность", "подпись"),
        "исполнитель": ("имя",),
    }
    values: dict[str, Any] = {group: {name: f"{group} {name}" for name in names} for group, names in groups.items()}
    values["учреждение"]["эмблема"] = None
    return ROOT / "templates" / "weekly.docx", values


def appendix(rows: int, _: Path) -> tuple[Path, dict[str, Any]]:
    """The shipped appendix with so many schools."""
    fields = "статус_профиля по_штату зарегистрировано доля_зарегистрированных написали доля_писавших чатов"
    names = f"{fields} служебных_чатов видеозвонков".split()
    school = dict.fromkeys(names, "27")
    schools = [{"название": f"МКОУ «Школа № {number}»", "замечания": "", **school} for number in range(rows)]
    values = weekly(ROOT)[1] | {"школы": schools, "итого": school, "нарушители": [], "нарушения": []}
    return ROOT / "templates" / "appendix.docx", values


Making = Callable[[Path], tuple[Path, dict[str, Any]]]


def ours(making: Making, folder: Path) -> Callable[[], object]:
    """letters-gen: compiled once, filled and written for each letter."""
    from letters_gen.documents.filters import FILTERS
    from letters_gen.templating import compile_template

    path, values = making(folder)
    template = compile_template(path, None, FILTERS)
    out = folder / "out.docx"
    return lambda: out.write_bytes(template.render(values))


def docxtpl(making: Making, folder: Path) -> Callable[[], object]:
    """docxtpl as its documentation shows it."""
    from docxtpl import DocxTemplate
    from jinja2 import Environment

    from letters_gen.documents.filters import FILTERS

    path, values = making(folder)
    environment = Environment(autoescape=True)
    environment.filters.update(FILTERS)

    def once() -> None:
        document = DocxTemplate(path)
        document.render(values, environment)
        document.save(folder / "out.docx")

    return once


def python_docx(making: Making, folder: Path) -> Callable[[], object]:
    """python-docx, opening and saving, nothing filled."""
    import docx

    path, _ = making(folder)
    return lambda: docx.Document(str(path)).save(str(folder / "out.docx"))


def mailmerge(making: Making, folder: Path) -> Callable[[], object]:
    """docx-mailmerge2 on a notice of the same fields as MERGEFIELDs."""
    from mailmerge import MailMerge

    path = _merge_notice(folder)

    def once() -> None:
        with MailMerge(str(path)) as document:
            document.merge(**NOTICE_FIELDS)
            document.write(str(folder / "out.docx"))

    return once


def _merge_notice(folder: Path) -> Path:
    import docx
    from docx.oxml import OxmlElement

    document = docx.Document()
    for name in NOTICE_FIELDS:
        paragraph = document.add_paragraph(f"По показателю «{name}» сообщаем: ")
        field = OxmlElement("w:fldSimple")
        field.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instr", f" MERGEFIELD {name} ")
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = f"«{name}»"
        run.append(text)
        field.append(run)
        paragraph._p.append(field)
    path = folder / "merge.docx"
    document.save(str(path))
    return path


def floor(making: Making, folder: Path) -> Callable[[], object]:
    """Deflating the parts that were filled, laying the others in as they are, writing the bytes; nothing else."""
    from isal import isal_zlib

    from letters_gen.documents.filters import FILTERS
    from letters_gen.templating import compile_template
    from letters_gen.templating.packing import LEVEL

    path, values = making(folder)
    template = compile_template(path, None, FILTERS)
    finished = template.render(values)
    with zipfile.ZipFile(io.BytesIO(finished)) as archive:
        parts = [archive.read(part.name) for part in template.parts]
    packed = sum(len(isal_zlib.compress(part, LEVEL, -15)) for part in parts)
    rest = finished[: max(0, len(finished) - packed)]
    out = folder / "out.docx"

    def once() -> None:
        out.write_bytes(rest + b"".join(isal_zlib.compress(part, LEVEL, -15) for part in parts))

    return once


def works(making: Making, *peers: Callable[[Making, Path], Callable[[], object]]) -> dict[str, Work]:
    """The works of one case by their names: letters-gen, the floor, the peers."""
    names = {ours: "letters-gen", floor: "floor"}
    everyone = (ours, floor, *peers)
    return {names.get(one, one.__name__.replace("_", "-")): functools.partial(one, making) for one in everyone}


CASES = (
    Case("notice", works(notice, docxtpl, mailmerge, python_docx)),
    Case("weekly letter", works(weekly, docxtpl, python_docx)),
    Case("appendix, 40 rows", works(functools.partial(appendix, 40), docxtpl)),
    Case("appendix, 1,000 rows", works(functools.partial(appendix, 1_000), docxtpl)),
    Case("appendix, 10,000 rows", works(functools.partial(appendix, 10_000), docxtpl), 0.1),
    Case("appendix, 40,000 rows", works(functools.partial(appendix, 40_000)), 0.1),
)
