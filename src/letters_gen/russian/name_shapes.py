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
    """A first name; a woman's on a consonant doesn't decline, nor one on -ь that may be Turkic
    («Айнагуль», «Айгюнь»).

    The third declension takes Greek and Hebrew names («Юдифь», «Эсфирь»), whose last consonants
    Turkic ones don't have.
    """
    low = word.lower()
    if sex == "f" and low.endswith(("вь", "фь", "рь")):
        return noun(word, case, "f") or word
    if _INDECLINABLE.search(low) or (sex == "f" and low[-1] not in "ая"):
        return word
    return noun(word, case) or word


def surname(word: str, sex: Sex, case: Case) -> str:
    """A surname: possessive («Ильин»), adjectival («Толстой», «Крайний»), a noun («Коваль»), or
    indeclinable.
    """
    low = word.lower()
    if _INDECLINABLE.search(low) or (_GENITIVE.search(low) and syllables(low) > 1):
        return word
    if sex == "f" and low[-1] not in "ая":
        return word
    if is_possessive(low, sex):
        return _possessive(word, sex, case)
    if is_adjectival(low, sex):
        return adjective(word, case)
    return noun(fleeting(word), case) or word


def is_possessive(low: str, sex: Sex) -> bool:
    """Whether a surname is of the kind of «Магомедов», «Ильина»; «Грин», «Цин» aren't: nothing is
    left before -ин.
    """
    return bool(_POSSESSIVE[sex].search(low)) and not (
        low.endswith(("ин", "ын")) and syllables(low) == 1
    )


def is_adjectival(low: str, sex: Sex) -> bool:
    """Whether a surname declines as an adjective; «Цой», «Ной» don't: a stem has a vowel."""
    return bool(_ADJECTIVAL[sex].search(low)) and syllables(low) > (
        2 if low.endswith("ая") and sex == "m" else 1
    )


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
    joint = "й" if found["vowel"] else "ь" if found["soft"] else ""
    return word[:-2] + joint + word[-1]


def _possessive(word: str, sex: Sex, case: Case) -> str:
    """A surname on -ов, -ин: endings of a noun, but -ым in a man's instrumental, -ой in all of a
    woman's but one.
    """
    if case is Case.NOMINATIVE:
        return word
    if sex == "f":
        return word[:-1] + ("у" if case is Case.ACCUSATIVE else "ой")
    return word + "ым" if case is Case.INSTRUMENTAL else noun(word, case) or word


def only_stress_differs(one: str, other: str) -> bool:
    """Whether two forms differ in an unstressed е for a stressed о: «Ткачом», «Ткачем»; «Лапшой»,
    «Лапшей».
    """
    return one[:-2] == other[:-2] and {one[-2:].lower(), other[-2:].lower()} in (
        {"ом", "ем"},
        {"ой", "ей"},
    )
