"""A person's sex, as far as the name tells it: by the patronymic, else the first name, else the
surname.
"""

from __future__ import annotations

import re
from functools import lru_cache

from letters_gen.russian.cases import Sex
from letters_gen.russian.engines import known_as

_MALE_PATRONYMIC = re.compile(r"(?:ич|оглы|оглу|уулу)$", re.IGNORECASE)
_FEMALE_PATRONYMIC = re.compile(r"(?:вна|чна|шна|кызы|гызы)$", re.IGNORECASE)
_MALE_SURNAME = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий|ый)$", re.IGNORECASE)
_FEMALE_SURNAME = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая|ая)$", re.IGNORECASE)
# On -ина men have surnames too («Калина»), on -ин women («Бондаришин»).
_SURE_SURNAME = re.compile(r"(?:[оеё]ва?|[сц]кий|[сц]кая)$", re.IGNORECASE)


@lru_cache(100_000)
def sex_of(surname: str, first: str, patronymic: str) -> Sex | None:
    """The sex of a person.

    Args:
        surname, first, patronymic: any may be ''; initials in the place of the first name tell
            nothing.

    Returns:
        None where the name doesn't tell it, or tells both.
    """
    # A patronymic is made for a man or for a woman, whatever the other parts look like.
    by_patronymic = _of_patronymic(patronymic)
    if by_patronymic is not None:
        return by_patronymic
    by_first = None if "." in first else _of_first_name(first)
    by_surname = _of_surname(surname)
    if by_first is None or by_surname is None or by_first == by_surname:
        return by_first or by_surname
    # Of «Аминат», «Айшат» the dictionary knows men alone; women's names of Arabic end so (-ат is
    # their feminine).
    if by_surname == "f" and first.lower().endswith(("ат", "ят")):
        return "f"
    return None


def contradicts(surname: str, patronymic: str) -> bool:
    """Whether surname and patronymic tell different sexes, as of «Абакарова Гаджи Камилович»: one
    is written wrong.
    """
    if not _SURE_SURNAME.search(surname):
        return False
    return {_of_surname(surname), _of_patronymic(patronymic)} == {"m", "f"}


def is_first_name(word: str) -> bool:
    """Whether the dictionary knows a word, or each half of a double one, as a first name and as no
    surname.
    """
    if "-" in word.strip("-"):
        return all(map(is_first_name, word.split("-")))
    return bool(known_as(word, "Name", "sing", "nomn")) and not known_as(word, "Surn", "sing")


def _of_patronymic(word: str) -> Sex | None:
    """By its ending: «-вич», «оглы» a man's, «-вна», «кызы» a woman's; '' tells nothing."""
    if _MALE_PATRONYMIC.search(word):
        return "m"
    if _FEMALE_PATRONYMIC.search(word):
        return "f"
    return None


def _of_surname(word: str) -> Sex | None:
    """By its ending, where men's and women's differ: «-ов», «-ский»; '' tells nothing."""
    if _FEMALE_SURNAME.search(word):
        return "f"
    if _MALE_SURNAME.search(word):
        return "m"
    return None


@lru_cache(100_000)
def _of_first_name(word: str) -> Sex | None:
    """By the dictionary: of which sex the name is, where it is of one alone; of a double one the
    last half tells.
    """
    last = re.split(r"[- ]", word)[-1]
    of_men = known_as(last, "Name", "nomn", "sing", "masc")
    of_women = known_as(last, "Name", "nomn", "sing", "femn")
    if of_men and not of_women:
        return "m"
    if of_women and not of_men:
        return "f"
    return None
