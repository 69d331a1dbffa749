"""How a name of such an ending declines by the school grammar, without any dictionary.

Sources: «Правила русской орфографии и пунктуации» (ред. В.В. Лопатин, 2006), §§ 70–71; Д.Э.
Розенталь, «Справочник по правописанию и литературной правке», §§ 148–149 (surnames, foreign and
double names).
"""

from __future__ import annotations

import re

from letters_gen.russian.cases import Case, Sex
from letters_gen.russian.paradigms import adjective, noun

_VOWELS = "аеёиоуыэюя"
_INDECLINABLE = re.compile(r"(?:[еёиоуыэю]|[аеёиоуыэюя]а)$")
# «Седых», «Долгих» are genitives of the plural; «Рерих», «Эрлих» only look like them: no adjective
# ends so.
_GENITIVE = re.compile(r"(?:ых|[гкхжшчщн]их)$")
_POSSESSIVE = {"m": re.compile(r"(?:[оеё]в|[иы]н)$"), "f": re.compile(r"(?:[оеё]ва|[иы]на)$")}
_ADJECTIVAL = {"m": re.compile(r"(?:ый|ой|[гкхжшчщн]ий)$"), "f": re.compile(r"[ая]я$")}
_FLEETING = re.compile(
    r"(?:(?P<vowel>[аеёиоуыэюя])|(?P<soft>л)|(?<![бвгджзклмнпрстфхцчшщ])[бвгджзкмнпрстфхцчшщ])ец$"
)
_DIMINUTIVE = re.compile(r"[её]нок$", re.IGNORECASE)


def syllables(word: str) -> int:
    """How many vowels a word has."""
    return sum(letter in _VOWELS for letter in word.lower())


def first_name(word: str, sex: Sex, case: Case) -> str:
    """A first name, declined as a noun of its ending.

    A woman's on a consonant doesn't decline, nor one on -ь that may be Turkic («Айнагуль»,
    «Айгюнь»).

    The third declension takes Greek and Hebrew names («Юдифь», «Эсфирь»), whose last consonants
    Turkic ones don't have.
    """
    low = word.lower()
    if sex == "f" and low.endswith(("вь", "фь", "рь")):
        return noun(word, case, "f") or word
    if _is_indeclinable(low, sex):
        return word
    return noun(word, case) or word


def surname(word: str, sex: Sex, case: Case) -> str:
    """A surname: indeclinable («Шевченко», «Черных»), possessive («Ильин»), adjectival («Толстой»,
    «Крайний»), else a noun («Коваль»), which may drop its last vowel («Кравец»).

    Args:
        word: in the nominative, with a capital.
        sex: a woman's surname on a consonant stays as it is.
    """
    low = word.lower()
    # «Черных», but «Пых»: a genitive of the plural has a stem of its own before its ending.
    is_genitive = _GENITIVE.search(low) and syllables(low) > 1
    if is_genitive or _is_indeclinable(low, sex):
        return word
    if is_possessive(low, sex):
        return _possessive(word, sex, case)
    if is_adjectival(low, sex):
        return adjective(word, case)
    return noun(fleeting(word), case) or word


def _is_indeclinable(low: str, sex: Sex) -> bool:
    """Whether no name of such an ending declines: «Гаджи», «Моруа»; a woman's on a consonant."""
    if sex == "f" and low[-1] not in "ая":
        return True
    return _INDECLINABLE.search(low) is not None


def is_possessive(low: str, sex: Sex) -> bool:
    """Whether a surname is of the kind of «Магомедов», «Ильина»; «Грин», «Цин» aren't: nothing is
    left before -ин.
    """
    if low.endswith(("ин", "ын")) and syllables(low) == 1:
        return False
    return _POSSESSIVE[sex].search(low) is not None


def is_adjectival(low: str, sex: Sex) -> bool:
    """Whether a surname declines as an adjective; «Цой», «Ной» don't: a stem has a vowel."""
    return _ADJECTIVAL[sex].search(low) is not None and syllables(low) > 1


def fleeting(word: str) -> str:
    """The word as it stands before endings: «Кравец» -> «Кравц», «Коломиец» -> «Коломийц»,
    «Горбачёнок» -> «Горбачёнк».

    The vowel stays where the consonants left over couldn't be said: «Кузнец», «Жнец», «Швец».
    """
    if _DIMINUTIVE.search(word):
        return word[:-2] + word[-1]
    found = _FLEETING.search(word.lower())
    if found is None or syllables(word) == 1:
        return word
    joint = ""
    if found["vowel"]:
        joint = "й"
    elif found["soft"]:
        joint = "ь"
    return word[:-2] + joint + word[-1]


def _possessive(word: str, sex: Sex, case: Case) -> str:
    """A surname on -ов, -ин: endings of a noun, but -ым in a man's instrumental, -ой in all of a
    woman's but one.
    """
    if case is Case.NOMINATIVE:
        return word
    if sex == "f":
        ending = "у" if case is Case.ACCUSATIVE else "ой"
        return word[:-1] + ending
    if case is Case.INSTRUMENTAL:
        return word + "ым"
    return noun(word, case) or word


def only_stress_differs(one: str, other: str) -> bool:
    """Whether two forms differ in an unstressed е for a stressed о: «Ткачом», «Ткачем»; «Лапшой»,
    «Лапшей».
    """
    return one[:-2] == other[:-2] and {one[-2:].lower(), other[-2:].lower()} in (
        {"ом", "ем"},
        {"ой", "ей"},
    )
