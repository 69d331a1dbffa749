"""The verbs of the templates, each by its full Russian name and by its short one, declared once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from letters_gen.documents.inflecting import in_case, initials, salutation, signature
from letters_gen.russian.agreement import agreed, form_for
from letters_gen.russian.cases import Case
from letters_gen.russian.dates import worded
from letters_gen.russian.numbers import percent, spelled_out


@dataclass(frozen=True)
class TemplateFilter:
    """One filter: its full and its short name, what it does, in Russian, and an example of its use."""

    name: str
    short: str
    meaning: str
    example: str
    function: Callable[..., Any]


def _percent(value: object) -> str:
    """A share as a percentage; text that is one already stays."""
    return percent(value) if isinstance(value, Fraction) else str(value)


def _worded(value: object) -> str:
    """A date in figures (18.04.2023) in words; any other text stays."""
    try:
        return worded(datetime.strptime(str(value), "%d.%m.%Y").date())
    except ValueError:
        return str(value)


def _case(name: str, short: str, case: Case, example: str) -> TemplateFilter:
    meaning = f"{name} падеж: имя, должность, орган или район"
    return TemplateFilter(name, short, meaning, example, lambda value: in_case(value, case))


CATALOGUE = (
    _case("родительный", "рд", Case.GENITIVE, "{{ основание.автор | родительный }}"),
    _case("дательный", "дт", Case.DATIVE, "{{ школа.руководитель | дательный }}"),
    _case("винительный", "вн", Case.ACCUSATIVE, "{{ школа.руководитель | винительный }}"),
    _case("творительный", "тв", Case.INSTRUMENTAL, "{{ подписант.должность | творительный }}"),
    _case("предложный", "пр", Case.PREPOSITIONAL, "{{ учреждение.район | предложный }}"),
    TemplateFilter(
        "инициалы",
        "иниц",
        "фамилия и инициалы, в том же падеже: Рамазанову Р.А.",
        "{{ школа.руководитель | дательный | инициалы }}",
        initials,
    ),
    TemplateFilter(
        "подпись", "пдп", "инициалы и фамилия: Р.А. Рамазанов", "{{ школа.руководитель | подпись }}", signature
    ),
    TemplateFilter(
        "обращение",
        "обр",
        "обращение по имени и отчеству: Уважаемая Патимат Магомедовна!",
        "{{ школа.руководитель | обращение }}",
        salutation,
    ),
    TemplateFilter("процент", "прц", "доля в процентах", "{{ показатели.доля_не_писавших | процент }}", _percent),
    TemplateFilter(
        "согласовать",
        "согл",
        "число и слово при нём: 1 школа, 2 школы, 5 школ",
        '{{ нарушители | length | согласовать("школа", "школы", "школ") }}',
        agreed,
    ),
    TemplateFilter(
        "форма",
        "фм",
        "слово в том виде, какого требует число, без самого числа: не выполнен, не выполнены",
        '{{ нарушения | length | форма("не выполнен", "не выполнены", "не выполнены") }}',
        form_for,
    ),
    TemplateFilter("прописью", "прп", "число словами", "{{ нарушения | length | прописью }}", spelled_out),
    TemplateFilter("словами", "слв", "дата словами: 5 апреля 2023 г.", "{{ письмо.дата | словами }}", _worded),
)
FILTERS: Mapping[str, Callable[..., Any]] = {
    name: declared.function for declared in CATALOGUE for name in (declared.name, declared.short)
}
