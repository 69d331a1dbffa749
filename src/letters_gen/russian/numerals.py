"""Whole numbers in words: 21 -> «двадцать один», of a feminine noun «двадцать одна».

Source: Д.Э. Розенталь, «Справочник по правописанию и литературной правке», § 164 (numerals).
"""

from __future__ import annotations

from letters_gen.russian.agreement import form_for
from letters_gen.russian.paradigms import Gender

_ONES = "ноль один два три четыре пять шесть семь восемь девять".split()
_TEENS = (
    "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать "
    "восемнадцать девятнадцать"
).split()
_TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()
_HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split()
_OF_GENDER: dict[tuple[int, Gender], str] = {
    (1, "f"): "одна",
    (1, "n"): "одно",
    (2, "f"): "две",
}
# By the power of a thousand: the noun's gender, and its three forms.
_THOUSANDS: tuple[tuple[Gender, tuple[str, str, str]], ...] = (
    ("f", ("тысяча", "тысячи", "тысяч")),
    ("m", ("миллион", "миллиона", "миллионов")),
    ("m", ("миллиард", "миллиарда", "миллиардов")),
    ("m", ("триллион", "триллиона", "триллионов")),
)
LARGEST = 10 ** (3 * (len(_THOUSANDS) + 1)) - 1


def spelled_out(number: int, gender: Gender = "m") -> str:
    """A whole number in words, nominative: 45 -> `сорок пять`.

    Args:
        number: no larger than `LARGEST` on either side of nought.
        gender: of the noun that is counted, which the last word follows.
    """
    if number < 0:
        return f"минус {spelled_out(-number, gender)}"
    if number == 0:
        return _ONES[0]
    words = _below_thousand(number % 1000, gender)
    left = number // 1000
    for of, forms in _THOUSANDS:
        if left % 1000:
            words = [*_below_thousand(left % 1000, of), form_for(left % 1000, *forms), *words]
        left //= 1000
    return " ".join(words)


def _below_thousand(number: int, gender: Gender) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [_HUNDREDS[hundreds - 1]] if hundreds else []
    if 10 <= rest < 20:
        return [*words, _TEENS[rest - 10]]
    tens, ones = divmod(rest, 10)
    if tens:
        words.append(_TENS[tens - 2])
    if ones:
        words.append(_OF_GENDER.get((ones, gender), _ONES[ones]))
    return words
