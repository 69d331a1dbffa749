"""A person's sex, as far as the name tells it: by the patronymic, else the first name, else the
surname.
"""

from __future__ import annotations

import re
from functools import lru_cache

from letters_gen.russian.cases import Sex
from letters_gen.russian.engines import GENDERS, known

_MALE_PATRONYMIC = re.compile(r"(?:ич|оглы|оглу|уулу)$", re.IGNORECASE)
_FEMALE_PATRONYMIC = re.compile(r"(?:вна|чна|шна|кызы|гызы)$", re.IGNORECASE)
_MALE_SURNAME = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий|ый)$", re.IGNORECASE)
_FEMALE_SURNAME = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая|ая)$", re.IGNORECASE)
# On -ина men have surnames too («Калина»), on -ин women («Бондаришин»).
_SURE_SURNAME = re.compile(r"(?:[оеё]ва?|[сц]кий|[сц]кая)$", re.IGNORECASE)


@lru_cache(100_000)
def sex_of(surname: str, first: str, patronymic: str) -> Sex | None:
    """The sex of a person; None where the name doesn't tell, or tells both. Any part may be ''."""
    if patronymic and (told := _of_patronymic(patronymic)):
        return told
    by_first = _of_first_name(first) if first and "." not in first else None
    by_surname = _of_surname(surname) if surname else None
    if by_first and by_surname and by_first != by_surname:
        # Of «Аминат», «Айшат» the dictionary knows men alone; women's names of Arabic end so (-ат
        # is their feminine).
        return by_surname if by_surname == "f" and first.lower().endswith(("ат", "ят")) else None
    return by_first or by_surname


def contradicts(surname: str, patronymic: str) -> bool:
    """Whether surname and patronymic tell different sexes, as of «Абакарова Гаджи Камилович»: one
    is written wrong.
    """
    by_surname, by_patronymic = _of_surname(surname), _of_patronymic(patronymic)
    sure = _SURE_SURNAME.search(surname) is not None
    return (
        sure
        and by_surname is not None
        and by_patronymic is not None
        and by_surname != by_patronymic
    )


def is_first_name(word: str) -> bool:
    """Whether the dictionary knows a word, or each half of a double one, as a first name and as no
    surname.
    """
    if "-" in word.strip("-"):
        return all(map(is_first_name, word.split("-")))
    tags = [parse.tag for parse in known(word)]
    return any({"Name", "sing", "nomn"} in tag for tag in tags) and not any(
        {"Surn", "sing"} in tag for tag in tags
    )


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
    """By the dictionary: of which sex the name is, where it is of one alone; of a double one the
    last half tells.
    """
    last = re.split(r"[- ]", word)[-1]
    found: set[Sex] = set()
    for parse in known(last):
        if {"Name", "nomn", "sing"} in parse.tag:
            found |= {sex for sex in ("m", "f") if GENDERS[sex] in parse.tag}
    return found.pop() if len(found) == 1 else None
