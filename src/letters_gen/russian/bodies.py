"""The case of a body or a district: «Министерство образования» -> «Министерства образования».

Only the head of the name declines: the adjectives before its first noun, and that noun; what
follows depends on it and stays as it is. Names that no rule fits come back unchanged. The
dictionary is asked only where an ending doesn't tell: a vowel that may fall out («Дворец»), a soft
sign, a plural, an accusative of what may be a person («Глава»).
"""

from __future__ import annotations

import re
from functools import lru_cache

from letters_gen.russian.cases import Case
from letters_gen.russian.engines import inflected, known_as
from letters_gen.russian.paradigms import Gender, adjective, is_adjectival, noun

_WORD = re.compile(r"^[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*$")
_UNTOLD = re.compile(r"(?:[её]ц|[оеё]к|ь|[ыи])$", re.IGNORECASE)
# Such a word is an adjective even where nothing stands behind it: «Цунтинский» is a district.
_RELATIVE_FEMININE = ("ская", "цкая")
_RELATIVE = ("ский", "цкий", *_RELATIVE_FEMININE)
_CONSONANT = re.compile(r"[бвгджзклмнпрстфхцчшщй]$", re.IGNORECASE)
# What is behind such a word declines with it where it looks to be of its gender: «посёлку Кизляру»,
# «селу Цунта»; with «город» also a feminine («городу Махачкале»). Д.Э. Розенталь, «Справочник по
# правописанию», § 197.
_NAMED = {
    "город": re.compile(r"(?:[бвгджзклмнпрстфхцчшщйаья])$"),
    "г.": re.compile(r"(?:[бвгджзклмнпрстфхцчшщйаья])$"),
    "посёлок": _CONSONANT,
    "поселок": _CONSONANT,
    "аул": _CONSONANT,
    "хутор": _CONSONANT,
    "станица": re.compile(r"[ая]$"),
    "деревня": re.compile(r"[ая]$"),
}


@lru_cache(1_000)
def declined_body(name: str, case: Case) -> str:
    """A body or a district in a case: «Цунтинский район» -> «Цунтинскому району».

    Adjectives are put into the case until the first noun comes; with the noun, and what declines
    with it, the name is done. A name with another abbreviation
    than «г.» before its noun stays as it is.
    """
    if case is Case.NOMINATIVE:
        return name
    parts = re.split(r"(\s+)", name.strip())
    done: list[str] = []
    for index in range(0, len(parts), 2):
        word, behind = parts[index], parts[index + 1 :]
        if word.casefold() == "г.":
            return "".join([*done, word, *_apposition(word, behind, case)])
        if not _WORD.match(word) or word.isupper():
            return name
        attributive = None
        if behind or word.endswith(_RELATIVE):
            attributive = _attributive(word, case)
        if attributive is not None:
            done += [attributive, *behind[:1]]
            continue
        changed = _noun(word, case)
        if changed is None:
            return name
        return "".join([*done, changed, *_apposition(word, behind, case)])
    return "".join(done)


def _apposition(head: str, rest: list[str], case: Case) -> list[str]:
    """What stands behind the noun: «город Махачкала» declines both, «Министерство образования» only
    the noun.

    Args:
        head: the noun in the nominative; `_NAMED` has those whose name declines with them.
        rest: the words behind it, with the white space before each.
    """
    wanted = _NAMED.get(head.casefold())
    if wanted is None or len(rest) != 2:
        return rest
    space, name = rest
    if not _WORD.match(name) or not wanted.search(name):
        return rest
    if name.endswith(_RELATIVE_FEMININE):
        return [space, adjective(name, case, animate=False)]
    return [space, _noun(name, case) or name]


def _attributive(word: str, case: Case) -> str | None:
    """An adjective before the noun, in the case; None for anything else.

    In the plural («Тарумовские школы») the ending doesn't tell the word's kind: the dictionary has
    to know it.
    """
    low = word.casefold()
    if is_adjectival(word) and not low.endswith(("ание", "ение", "ство")):
        return adjective(word, case, animate=False)
    if not low.endswith(("ые", "ие")):
        return None
    plurals = known_as(word, "ADJF", "plur", "nomn")
    if not plurals:
        return None
    if case is Case.ACCUSATIVE:
        return word  # of things it is the nominative
    return inflected(plurals[0], case, word)


def _noun(word: str, case: Case) -> str | None:
    """The noun that the name is of, by the dictionary or by its ending; None where neither tells.

    What the dictionary also has for a man's name («Владимир») is asked as a town.
    """
    if _UNTOLD.search(word) or case is Case.ACCUSATIVE:
        for parse in known_as(word, "NOUN", "nomn"):
            if "Surn" not in parse.tag and "Name" not in parse.tag:
                return inflected(parse, case, word)
    gender: Gender = "m"
    if word.casefold().endswith("сть"):
        gender = "f"
    return noun(word, case, gender, animate=False)
