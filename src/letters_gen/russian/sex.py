"""A person's sex, as far as the name tells it: by the patronymic, else the first name, else the
surname.
"""

from __future__ import annotations

import re
from functools import lru_cache

from letters_gen.russian.cases import Case, Sex
from letters_gen.russian.engines import known_as, of_dictionary
from letters_gen.russian.name_shapes import is_no_possessive

_MALE_PATRONYMIC = re.compile(r"(?:ич|оглы|оглу|уулу)$", re.IGNORECASE)
_FEMALE_PATRONYMIC = re.compile(r"(?:вна|чна|шна|кызы|гызы)$", re.IGNORECASE)
_MALE_SURNAME = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий|ый)$", re.IGNORECASE)
_FEMALE_SURNAME = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая|ая)$", re.IGNORECASE)
# «Толстой», «Крайний» are men where they are adjectives; «Прибой», «Палий» may be women.
_MALE_ADJECTIVE = re.compile(r"(?:ой|[гкхжшчщн]ий)$", re.IGNORECASE)
# Women's names of Arabic: -ият, and -ат of participles («Халимат», «Аминат»); of Turkic and
# Persian: -гуль, -ханум, -бике.
_FEMALE_NAME = re.compile(
    r"(?:..ият|[аи].?.и[бгджзклмнпрстфх]ат|г[уюё]ль|хан[уы]м|бике|биби)$", re.I
)
# On -ат men have names too, most of them of Turkic: «Мурат», «Булат», «Хамзат».
_MALE_ON_AT = re.compile(r"[рлзкгфвм]ат$", re.IGNORECASE)
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
    surname, or a woman's suffix tells it.
    """
    if "-" in word.strip("-"):
        return all(map(is_first_name, word.split("-")))
    if _FEMALE_NAME.search(word):
        return True
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
    word = word.split(" (")[0]
    if _FEMALE_SURNAME.search(word):
        return "f"
    if _MALE_SURNAME.search(word) and not is_no_possessive(word.lower()):
        return "m"
    if _MALE_ADJECTIVE.search(word) and _is_adjective(word):
        return "m"
    return None


def _is_adjective(word: str) -> bool:
    """Whether the dictionary has a man's surname for an adjective: «Донской», «Толстой»."""
    form = of_dictionary(word, "Surn", "m", Case.GENITIVE)
    return bool(known_as(word, "ADJF", "masc", "nomn")) or (form or "").lower().endswith("го")


@lru_cache(100_000)
def _of_first_name(word: str) -> Sex | None:
    """By the dictionary: of which sex the name is, where it is of one alone; of a double one the
    last half tells.
    """
    last = re.split(r"[- ]", word)[-1]
    if _FEMALE_NAME.search(last):
        return "f"
    of_men = known_as(last, "Name", "nomn", "sing", "masc")
    of_women = known_as(last, "Name", "nomn", "sing", "femn")
    if of_men and not of_women:
        is_untold = last.lower().endswith(("ат", "ят")) and not _MALE_ON_AT.search(last)
        return None if is_untold else "m"
    if of_women and not of_men:
        return "f"
    return None
