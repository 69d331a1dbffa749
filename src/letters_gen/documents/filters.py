"""The verbs of the templates, each by its full Russian name and by its short one, declared once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any

from letters_gen.documents.inflecting import (
    by_sex,
    given_forms,
    in_case,
    initials,
    mid_sentence,
    salutation,
    signature,
)
from letters_gen.errors import InputError
from letters_gen.model.settings import Office
from letters_gen.russian.agreement import agreed, form_for
from letters_gen.russian.body_nouns import gender_of
from letters_gen.russian.cases import Case
from letters_gen.russian.dates import numeric, worded
from letters_gen.russian.deadlines import deadline
from letters_gen.russian.numbers import count, percent
from letters_gen.russian.numerals import spelled_out
from letters_gen.russian.paradigms import Gender
from letters_gen.russian.typography import quoted, typeset

# Four years of working days: what lies further the calendar doesn't know.
_MOST_DAYS = 1000
_MOST_DIGITS = 30
_NO_FORMS: Mapping[str, Mapping[str, str]] = {}


@dataclass(frozen=True)
class TemplateFilter:
    """One filter: its full and its short name, what it does, in Russian, and an example of its
    use.
    """

    name: str
    short: str
    meaning: str
    example: str
    function: Callable[..., Any]


def _percent(value: object) -> str:
    """A share as a percentage; text that is one already stays."""
    return percent(value) if isinstance(value, Fraction) else str(value)


_GENDERS: dict[str, Gender] = {
    "м": "m",
    "ж": "f",
    "с": "n",
    "masc": "m",
    "femn": "f",
    "neut": "n",
}


def _spelled_out(value: object, *noun: str) -> str:
    """A whole number in words; other text stays.

    Args:
        noun: the gender of what is counted («ж»), or its three forms, which then follow the number.
    """
    text = "".join(str(value).split())
    if not re.fullmatch(r"-?[0-9]{1,15}", text):
        return str(value)
    told = noun[0] if noun else "м"
    gender = _GENDERS.get(told) or _GENDERS.get(gender_of(told), "m")
    words = spelled_out(int(text), gender)
    if len(noun) < 3:
        return words
    return f"{words}\N{NO-BREAK SPACE}{form_for(int(text), *noun[:3])}"


def _number(value: object) -> str:
    """A number with a decimal comma; other text stays, and so does a number of endless digits."""
    try:
        number = Decimal(str(value).replace(",", "."))
        return count(number) if abs(number.adjusted()) < _MOST_DIGITS else str(value)
    except ArithmeticError:
        return str(value)


def _on_date(write: Callable[[date], str]) -> Callable[[object], str]:
    """A filter of dates: 18.04.2023 or 2023-04-18 as `write` puts it; any other text stays."""

    def filtered(value: object) -> str:
        day = _dated(str(value))
        return write(day) if day else str(value)

    return filtered


@lru_cache(1_000)
def _dated(text: str) -> date | None:
    for shape in ("%d.%m.%Y", "%Y-%m-%d"):
        with suppress(ValueError):
            return datetime.strptime(text, shape).date()
    return None


def _deadline(value: object, working_days: int, days_off: tuple[date, ...] = ()) -> str:
    """The day so many working days after a date, both in figures; raises InputError
    `template-days` where they are no number of days.
    """
    if not isinstance(working_days, int) or not 0 <= working_days <= _MOST_DAYS:
        raise InputError("template-days", days=str(working_days)[:20], most=_MOST_DAYS)
    return _on_date(lambda day: numeric(deadline(day, working_days, days_off)))(value)


def _case(name: str, short: str, case: Case, example: str) -> TemplateFilter:
    meaning = f"{name} падеж: имя, должность, орган или район"
    return TemplateFilter(name, short, meaning, example, lambda value: in_case(value, case))


CATALOGUE = (
    _case("именительный", "им", Case.NOMINATIVE, "{{ школа.руководитель | именительный }}"),
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
        "подпись",
        "пдп",
        "инициалы и фамилия: Р.А. Рамазанов",
        "{{ школа.руководитель | подпись }}",
        signature,
    ),
    TemplateFilter(
        "обращение",
        "обр",
        "обращение по имени и отчеству: Уважаемая Патимат Магомедовна!",
        "{{ школа.руководитель | обращение }}",
        salutation,
    ),
    TemplateFilter(
        "в_тексте",
        "втк",
        "общее слово в начале названия – со строчной: по городу Махачкале; Цунтинскому району",
        "{{ учреждение.район | дательный | в_тексте }}",
        mid_sentence,
    ),
    TemplateFilter(
        "процент",
        "прц",
        "доля в процентах",
        "{{ показатели.доля_не_писавших | процент }}",
        _percent,
    ),
    TemplateFilter("число", "чсл", "число с запятой: 2,5", "{{ 2.5 | число }}", _number),
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
    TemplateFilter(
        "по_полу",
        "пол",
        "слово в роде, которого требует пол человека: ответственным, ответственной",
        '{{ ответственный.имя | по_полу("ответственным", "ответственной") }}',
        by_sex,
    ),
    TemplateFilter(
        "с_прописной",
        "пропис",
        "первая буква прописная: Методисту",
        "{{ ответственный.должность | дательный | с_прописной }}",
        lambda value: str(value)[:1].upper() + str(value)[1:],
    ),
    TemplateFilter(
        "в_кавычках",
        "кав",
        "текст в «ёлочках», внутри него „лапки“",
        "{{ д.заголовок | в_кавычках }}",
        quoted,
    ),
    TemplateFilter(
        "со_строчной",
        "строч",
        "первая буква строчная: зарегистрировать",
        "{{ м.что_сделать | со_строчной }}",
        lambda value: str(value)[:1].lower() + str(value)[1:],
    ),
    TemplateFilter(
        "прописью",
        "прп",
        "число словами: двадцать один; о школах – двадцать одна школа",
        '{{ нарушители | length | прописью("школа", "школы", "школ") }}',
        _spelled_out,
    ),
    TemplateFilter(
        "словами",
        "слв",
        "дата словами: 5 апреля 2023 г.",
        "{{ письмо.дата | словами }}",
        _on_date(worded),
    ),
    TemplateFilter(
        "цифрами",
        "цфр",
        "дата цифрами: 05.04.2023",
        "{{ письмо.дата | цифрами }}",
        _on_date(numeric),
    ),
    TemplateFilter(
        "срок",
        "срк",
        "день через столько рабочих дней после даты",
        "{{ письмо.дата | срок(5) }}",
        _deadline,
    ),
    TemplateFilter(
        "типографика",
        "тпг",
        "кавычки «ёлочки», тире, неразрывные пробелы; к полям применяется и без фильтра",
        "{{ письмо.заголовок | типографика }}",
        typeset,
    ),
)


CASES = {
    name: case for one, case in zip(CATALOGUE, Case, strict=False) for name in (one.name, one.short)
}
"""The case that a filter puts a word in, by both its names."""


def filters_of(
    office: Office, forms: Mapping[str, Mapping[str, str]] = _NO_FORMS
) -> dict[str, Callable[..., Any]]:
    """The filters by both their names, as they work for `office`: deadlines pass over its own days
    off, texts take the `forms` that letters.toml has.
    """
    functions = {one.name: one.function for one in CATALOGUE} | {
        "срок": partial(_deadline, days_off=tuple(office.days_off))
    }
    if forms:
        given = given_forms(forms)
        functions |= {
            one.name: partial(in_case, case=CASES[one.name], given=given)
            for one in CATALOGUE
            if one.name in CASES
        }
    return {name: functions[one.name] for one in CATALOGUE for name in (one.name, one.short)}
