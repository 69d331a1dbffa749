"""The name behind «город», «посёлок», «станица»: «город Махачкала» declines both, «село Цунта» its
first word alone.

Such a name declines where it is of the noun's gender; with «город» a feminine too. In the plural
(«город Набережные Челны») and on -о («город Одинцово») it stays. Д.Э. Розенталь, «Справочник по
правописанию», § 197.
"""

from __future__ import annotations

import re

from letters_gen.russian.body_nouns import noun_in_case, of_thing
from letters_gen.russian.cases import Case
from letters_gen.russian.engines import known_as
from letters_gen.russian.forms import Form, in_capitals
from letters_gen.russian.paradigms import adjective, is_adjectival

_MASCULINE = re.compile(r"[бвгджзклмнпрстфхцчшщй]$")
_FEMININE = re.compile(r"[ая]$")
_TOWN = re.compile(r"[бвгджзклмнпрстфхцчшщйаья]$")
_NAMED = {
    "город": _TOWN,
    "г.": _TOWN,
    "посёлок": _MASCULINE,
    "поселок": _MASCULINE,
    "аул": _MASCULINE,
    "хутор": _MASCULINE,
    "станица": _FEMININE,
    "деревня": _FEMININE,
    "слобода": _FEMININE,
    "река": _FEMININE,
}
_WORD = re.compile(r"^[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*$|^[А-ЯЁ]{4,}(?:-[А-ЯЁ]+)*$")

_ON_A_RIVER = re.compile(r"-(?:на|над|под|при)-.*$")

_POSSESSIVE = re.compile(r"(?:[оеё]в|ин)$")  # «Сергиев Посад»


def names_a_place(noun: str) -> bool:
    """Whether what stands behind the noun may decline with it: «город», «Город-герой», «г.»."""
    return noun.lower().split("-")[0] in _NAMED


def place_in_case(noun: str, words: list[str], case: Case) -> tuple[list[Form], int]:
    """The name behind such a noun, and how many of `words` it takes (white space between them
    counts); none where it stays.

    Args:
        words: what stands behind the noun, begun by a word.
    """
    wanted = _NAMED[noun.lower().split("-")[0]]
    first = words[0]
    # Of «Ростов-на-Дону» the first half tells.
    telling = _ON_A_RIVER.sub("", first.lower())
    if not _WORD.match(first) or not wanted.search(telling):
        return [], 0
    if len(words) > 2 and _WORD.match(words[2]) and not is_town(first):
        described = _described(first, words[2], case)
        if described is not None:
            before, end = described
            return ([before, Form(words[1]), end], 3) if before.text else ([], 0)
    return [_proper(first, case)], 1


def _described(first: str, behind: str, case: Case) -> tuple[Form, Form] | None:
    """A name of an adjective and a noun: «Нижний Новгород», «Сергиев Посад»; of empty forms where
    it stays («Великие Луки»), None where the first word is none.
    """
    if _POSSESSIVE.search(first.lower()):
        return Form(possessive(first, case)), _proper(behind, case)
    if not is_adjectival(first):
        return None
    if _agrees(first, behind):
        return _adjectival(first, case), _proper(behind, case)
    return Form(""), Form("")


def is_town(word: str) -> bool:
    """Whether the dictionary has the word for a place («Грозный»)."""
    return bool(known_as(word, "Geox", "nomn"))


def _proper(word: str, case: Case) -> Form:
    """A place's name of one word: «Махачкала», «Октябрьский», «Каменск-Уральский»."""
    if word.isupper():
        return in_capitals(_proper(word.capitalize(), case))
    form = of_thing(word, case)
    if form is not None and is_town(word):
        return Form(form)
    if "-" in word:
        first, _, last = word.rpartition("-")
        if is_adjectival(last) and is_town(first):
            head = _proper(first, case)
            return Form(f"{head.text}-{adjective(last, case, animate=False)}")
    if is_adjectival(word) and not word.lower().endswith(("ое", "ее")):
        return _adjectival(word, case)
    return noun_in_case(word, case)


def possessive(word: str, case: Case) -> str:
    """The first word of «Сергиев Посад»: a noun's endings, but -ым and -ом."""
    endings = {
        Case.GENITIVE: "а",
        Case.DATIVE: "у",
        Case.INSTRUMENTAL: "ым",
        Case.PREPOSITIONAL: "ом",
    }
    return word + endings.get(case, "")


def _adjectival(word: str, case: Case) -> Form:
    return Form(adjective(word, case, animate=False))


def _agrees(first: str, behind: str) -> bool:
    """Whether a name's two words are adjective and noun: «Нижний Новгород», «Старый Оскол»."""
    low = behind.lower()
    if first.lower().endswith(("ая", "яя")):
        return low.endswith(("а", "я", "ь"))
    return _MASCULINE.search(low) is not None and first.lower().endswith(("ый", "ий", "ой"))
