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
from letters_gen.russian.engines import inflected, known
from letters_gen.russian.paradigms import Gender, adjective, is_adjectival, noun

_WORD = re.compile(r"^[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*$")
_UNTOLD = re.compile(r"(?:[её]ц|[оеё]к|ь|[ыи])$", re.IGNORECASE)
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
    """A body or a district in a case: «Цунтинский район» -> «Цунтинскому району»."""
    if case is Case.NOMINATIVE:
        return name
    parts = re.split(r"(\s+)", name.strip())
    head: list[str] = []
    for index in range(0, len(parts), 2):
        word, behind = parts[index], parts[index + 1 :]
        if word.casefold() == "г.":
            return "".join([word, *_apposition(word, behind, case)])
        if not _WORD.match(word) or word.isupper():
            return name
        attributive = (
            _attributive(word, case)
            if behind or word.endswith(("ский", "цкий", "ская", "цкая"))
            else None
        )
        if attributive is not None:
            head += [attributive, *behind[:1]]
            continue
        changed = _noun(word, case)
        return (
            name if changed is None else "".join([*head, changed, *_apposition(word, behind, case)])
        )
    return "".join(head)


def _apposition(head: str, rest: list[str], case: Case) -> list[str]:
    """What stands behind the noun: «город Махачкала» declines both, «Министерство образования» only
    the noun.
    """
    wanted = _NAMED.get(head.casefold())
    if wanted and len(rest) == 2 and _WORD.match(rest[1]) and wanted.search(rest[1]):
        own = (
            adjective(rest[1], case, animate=False)
            if rest[1].endswith(("ская", "цкая"))
            else _noun(rest[1], case)
        )
        return [rest[0], own or rest[1]]
    return rest


def _attributive(word: str, case: Case) -> str | None:
    """An adjective before the noun, in the case; None for anything else."""
    low = word.casefold()
    if is_adjectival(word) and not low.endswith(("ание", "ение", "ство")):
        return adjective(word, case, animate=False)
    if low.endswith(("ые", "ие")):
        plural = next(
            (parse for parse in known(word) if {"ADJF", "plur", "nomn"} in parse.tag), None
        )
        return plural and (word if case is Case.ACCUSATIVE else inflected(plural, case, word))
    return None


def _noun(word: str, case: Case) -> str | None:
    if _UNTOLD.search(word) or case is Case.ACCUSATIVE:
        for parse in known(word):
            if {"NOUN", "nomn"} in parse.tag and not {"Surn", "Name"} & set(parse.tag.grammemes):
                return inflected(parse, case, word)
    gender: Gender = "f" if word.casefold().endswith("сть") else "m"
    return noun(word, case, gender, animate=False)
