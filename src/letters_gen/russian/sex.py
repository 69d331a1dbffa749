"""A person's sex, as far as the name tells it: by the patronymic, else the first name, else the surname."""

from __future__ import annotations

import re
from functools import lru_cache

from letters_gen.russian.cases import Sex
from letters_gen.russian.engines import GENDERS, parses

_MALE_PATRONYMIC = re.compile(r"(?:ич|оглы|оглу|уулу)$", re.IGNORECASE)
_FEMALE_PATRONYMIC = re.compile(r"(?:вна|чна|шна|кызы|гызы)$", re.IGNORECASE)
_MALE_SURNAME = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий|ый)$", re.IGNORECASE)
_FEMALE_SURNAME = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая|ая)$", re.IGNORECASE)


def sex_of(surname: str, first: str, patronymic: str) -> Sex | None:
    """The sex of a person; None where the name doesn't tell, or tells both. Any part may be ''."""
    if patronymic and (told := _of_patronymic(patronymic)):
        return told
    by_first = _of_first_name(first) if first and "." not in first else None
    by_surname = _of_surname(surname) if surname else None
    if by_first and by_surname and by_first != by_surname:
        return None
    return by_first or by_surname


def _of_patronymic(word: str) -> Sex | None:
    if _MALE_PATRONYMIC.search(word):
        return "m"
    return "f" if _FEMALE_PATRONYMIC.search(word) else None


def _of_surname(word: str) -> Sex | None:
    if _FEMALE_SURNAME.search(word):
        return "f"
    return "m" if _MALE_SURNAME.search(word) else None


@lru_cache(100_000)
def _of_first_name(word: str) -> Sex | None:
    """By the dictionary: of which sex the name is, where it is of one alone."""
    found: set[Sex] = set()
    for parse in parses(word):
        if parse.is_known and {"Name", "nomn", "sing"} in parse.tag:
            found |= {sex for sex in ("m", "f") if GENDERS[sex] in parse.tag}
    return found.pop() if len(found) == 1 else None
