"""The case of a body or a district: «Министерство образования» -> «Министерства образования».

Only the head of the name declines: the adjectives before its first noun, and that noun; what follows depends on it
and stays as it is. Names that no rule fits come back unchanged.
"""

from __future__ import annotations

import re

from letters_gen.russian.cases import Case
from letters_gen.russian.paradigms import Gender, adjective, is_adjectival, noun

_WORD = re.compile(r"^[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*$")
_FLEETING = {"участок": "участк", "посёлок": "посёлк", "поселок": "поселк", "городок": "городк", "центр": "центр"}
_NAMED = ("город", "село", "посёлок", "поселок", "аул", "станица")


def declined_body(name: str, case: Case) -> str:
    """A body or a district in a case: «Цунтинский район» -> «Цунтинскому району»."""
    parts = re.split(r"(\s+)", name.strip())
    head: list[str] = []
    for index in range(0, len(parts), 2):
        word = parts[index]
        if not _WORD.match(word) or word.isupper():
            return name
        if _is_adjective(word) and index + 2 < len(parts):
            head += [adjective(word, case, animate=False), parts[index + 1]]
            continue
        changed = _noun(word, case)
        return name if changed is None else "".join([*head, changed, *_apposition(word, parts[index + 1 :], case)])
    return name


def _apposition(head: str, rest: list[str], case: Case) -> list[str]:
    """What stands behind the noun: «город Махачкала» declines both, «Министерство образования» only the noun."""
    if head.casefold() in _NAMED and len(rest) == 2:
        return [rest[0], _noun(rest[1], case) or rest[1]]
    return rest


def _is_adjective(word: str) -> bool:
    return is_adjectival(word) and not word.casefold().endswith(("ание", "ение", "ство"))


def _noun(word: str, case: Case) -> str | None:
    low = word.casefold()
    if low in _FLEETING and case not in (Case.NOMINATIVE, Case.ACCUSATIVE):
        changed = noun(_FLEETING[low], case, animate=False)
        return None if changed is None else word[:1] + changed[1:]
    gender: Gender = "f" if low.endswith("сть") else "m"
    return noun(word, case, gender, animate=False)
