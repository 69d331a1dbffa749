"""The names of schools as they are compared: legal forms dropped, kinds of school by one word each,
whatever the order of the words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from letters_gen.model.folding import folded_alike

_KINDS = (
    (r"средн\w+ (?:обще)?образовательн\w+ школ\w*|средн\w+ школ\w*", "сош"),
    (r"основн\w+ (?:обще)?образовательн\w+ школ\w*|основн\w+ школ\w*", "оош"),
    (r"начальн\w+ (?:обще)?образовательн\w+ школ\w*|начальн\w+ школ\w*", "нош"),
    (r"детск\w+ сад\w*|д/с|дет\. ?сад\w*", "дс"),
    (r"\bсш\b", "сош"),
)
_LEGAL = re.compile(
    r"\b(?:муниципальн\w+|казенн\w+|бюджетн\w+|автономн\w+|государственн\w+|республиканск\w+"
    r"|негосударственн\w+|частн\w+|общеобразовательн\w+|образовательн\w+|дошкольн\w+"
    r"|учреждени\w+|организаци\w+|м[кба]?оу|г[кба]?оу|чоу|м[кба]?доу|дагестан|рд)\b"
)
# «1. МКОУ …», «138049 - МКОУ …»: a number in a list, a code.
_LISTED = re.compile(r"^\s*(?:\d{1,3}[.)]\s*|\d{4,}\s*[-–—:]\s*|№\s*\d+\s*[.)]\s*)")
_TAIL = re.compile(r"\s*\+[a-zа-я]{1,3}\d+$|[,;(]?\s*инн:?\s*\d{9,12}\)?")
_VILLAGE = re.compile(r"\((?:с|сел\w+|п|пос|д|х|г|ст)\.?\s[^)]*\)|,\s*(?:с|сел\w+|пос|х)\.?\s\S+$")
_DISTRICT = re.compile(
    r"\b(?:м[ро] )?\w+ск(?:ого|ий|ом) (?:муниципальн\w+ )?(?:район\w*|округ\w*)|\bреспублик\w+"
)
_NO_LETTERS = re.compile('[«»„“”"⁰¹²³⁴-⁹]')
_WORD = re.compile(r"[^\W_]+")
_LIKE_A_SCHOOL = re.compile(
    r"\b(?:м[кба]?д?оу|гк?оу|[сон]о?ш)\b|школ|гимнази|лице[йя]|интернат|сад\b|доу\b", re.IGNORECASE
)


@lru_cache(100_000)
def name_key(name: str) -> str:
    """A school's name as it is compared: its words in one order, without legal form, list number,
    code and village.
    """
    text = folded_alike(_NO_LETTERS.sub(" ", _LISTED.sub("", name)))
    text = _DISTRICT.sub(" ", _VILLAGE.sub(" ", _TAIL.sub("", text)))
    for pattern, kind in _KINDS:
        text = re.sub(pattern, f" {kind} ", text)
    return " ".join(sorted(_WORD.findall(_LEGAL.sub(" ", text))))


def looks_like_a_school(name: str) -> bool:
    """Whether a text reads as a school's name."""
    return _LIKE_A_SCHOOL.search(name) is not None
