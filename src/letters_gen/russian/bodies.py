"""The case of a body or a district: «Министерство образования» -> «Министерства образования».

Only the head of the name declines: the adjectives before its first noun, and that noun; what follows depends on it
and stays as it is. Names that no rule fits come back unchanged.
"""

from __future__ import annotations

import re
from enum import Enum

_WORD = re.compile(r"^[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*$")
_ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее)$")
_FLEETING = {"участок": "участк", "посёлок": "посёлк", "поселок": "поселк", "городок": "городк"}
_HUSHING = "гкхжшчщ"


class Case(Enum):
    """The cases that the letter needs."""

    GENITIVE = "genitive"
    DATIVE = "dative"


def genitive(name: str) -> str:
    """A body in the genitive: «Министерство образования и науки РД» -> «Министерства образования и науки РД»."""
    return _declined(name, Case.GENITIVE)


def dative(name: str) -> str:
    """A body or a district in the dative: «Цунтинский район» -> «Цунтинскому району»."""
    return _declined(name, Case.DATIVE)


def _declined(name: str, case: Case) -> str:
    parts = re.split(r"(\s+)", name.strip())
    head: list[str] = []
    for index in range(0, len(parts), 2):
        word = parts[index]
        if not _WORD.match(word) or word.isupper():
            return name
        if _is_adjective(word) and index + 2 < len(parts):
            head += [_adjective(word, case), parts[index + 1]]
            continue
        noun = _noun(word, case)
        return name if noun is None else "".join([*head, noun, *_apposition(word, parts[index + 1 :], case)])
    return name


def _apposition(noun: str, rest: list[str], case: Case) -> list[str]:
    """What stands behind the noun: «город Махачкала» declines both, «Министерство образования» only the noun."""
    if noun.casefold() in ("город", "село") and len(rest) == 2:
        return [rest[0], _noun(rest[1], case) or rest[1]]
    return rest


def _is_adjective(word: str) -> bool:
    return bool(_ADJECTIVE.search(word)) and not word.casefold().endswith(("ание", "ение", "ство"))


def _adjective(word: str, case: Case) -> str:
    stem, ending = word[:-2], word[-2:].casefold()
    soft = ending in ("яя", "ее") or (ending == "ий" and stem[-1].casefold() not in _HUSHING)
    if ending in ("ая", "яя"):
        return stem + ("ей" if soft or stem[-1].casefold() in "жшчщ" else "ой")
    hissing = stem[-1].casefold() in "жшчщ" and ending != "ой"
    vowel = "е" if soft or hissing else "о"
    return stem + vowel + ("го" if case is Case.GENITIVE else "му")


def _noun(word: str, case: Case) -> str | None:
    low, genitive_case = word.casefold(), case is Case.GENITIVE
    if low in _FLEETING:
        return word[:-2] + word[-1] + ("а" if genitive_case else "у")
    if low.endswith(("ие", "ье")):
        return word[:-1] + ("я" if genitive_case else "ю")
    if low.endswith("о"):
        return word[:-1] + ("а" if genitive_case else "у")
    if low.endswith("ия"):
        return word[:-1] + "и"
    if low.endswith("я"):
        return word[:-1] + ("и" if genitive_case else "е")
    if low.endswith("а"):
        after_hushing = low[-2] in _HUSHING
        return word[:-1] + ("е" if not genitive_case else "и" if after_hushing else "ы")
    if low.endswith("й"):
        return word[:-1] + ("я" if genitive_case else "ю")
    if low.endswith("сть"):
        return word[:-1] + "и"
    if low[-1] in "бвгджзклмнпрстфхцчшщ":
        return word + ("а" if genitive_case else "у")
    return None
