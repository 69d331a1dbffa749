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
# French surnames stressed on -а, -я stay («Справочник», § 149). No ending tells the stress, so that
# those known in Russian are named.
_FRENCH = re.compile(r"(?:дега|деррида|дюма|золя|люка|петипа|тома|труайя|ферма)$")
# «Седых», «Долгих» are genitives of the plural; «Рерих», «Эрлих» only look like them: no adjective
# ends so.
_GENITIVE = re.compile(r"(?:ых|[гкхжшчщ]их)$")
# «Шамсудин», «Гамзатдин» are first names by origin, «Болдуин» is foreign: none has the suffix -ин.
_FIRST_NAME_OR_FOREIGN = re.compile(r"(?:[бвдмпст]д|у)ин$|[аеёиоуыэюя].*[ую]дин$")
_POSSESSIVE = {"m": re.compile(r"(?:[оеё]в|[иы]н)$"), "f": re.compile(r"(?:[оеё]ва|[иы]на)$")}
_ADJECTIVAL = {"m": re.compile(r"(?:ый|ой|[гкхжшчщн]ий)$"), "f": re.compile(r"[ая]я$")}
_FLEETING = re.compile(
    r"(?:(?P<vowel>[аеёиоуыэюя])|(?P<soft>л)|(?<![бвгджзклмнпрстфхцчшщ])[бвгджзкмнпрстфхцчшщ])ец$"
)
_DIMINUTIVE = re.compile(r"(?:[оеё]н|[жшч])ок$", re.IGNORECASE)
_SOFTENED = re.compile(r"[бвгдзлмнпрстфх]ёк$", re.IGNORECASE)
# «Ма», «Ха», «Тя»: nothing would be left of the stem.
_BARE = re.compile(r"[бвгджзклмнпрстфхцчшщ]?[ая]$")


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
    if _is_indeclinable(low, sex) or _stays_as_surname(low):
        return word
    if is_possessive(low, sex):
        return _possessive(word, sex, case)
    if is_adjectival(low, sex):
        return adjective(word, case)
    return noun(fleeting(word), case) or word


def _stays_as_surname(low: str) -> bool:
    """Whether no case changes a surname: «Черных», a genitive of the plural («Пых» is none: it has
    no stem before its ending); «Дюма»; «Ма».
    """
    if _FRENCH.match(low):
        return True
    if low.endswith("х"):
        return _GENITIVE.search(low) is not None and syllables(low) > 1
    return len(low) < 3 and _BARE.fullmatch(low) is not None


def _is_indeclinable(low: str, sex: Sex) -> bool:
    """Whether no name of such an ending declines: «Гаджи», «Моруа»; a woman's on a consonant."""
    if sex == "f" and low[-1] not in "ая":
        return True
    return _INDECLINABLE.search(low) is not None


def is_possessive(low: str, sex: Sex) -> bool:
    """Whether a surname is of the kind of «Магомедов», «Ильина»; «Грин», «Цин» aren't: nothing is
    left before -ин; nor «Шарапудин», a first name.
    """
    if low.endswith(("ин", "ын")) and (syllables(low) == 1 or is_no_possessive(low)):
        return False
    return _POSSESSIVE[sex].search(low) is not None


def is_no_possessive(low: str) -> bool:
    """Whether a surname on -ин is a first name by origin («Шарапудин») or foreign («Болдуин»), one
    on -ын is («Дамдын»): the suffix is spelled so behind ц alone («Куницын»).
    """
    if low.endswith("ын"):
        return not low.endswith("цын")
    return low.endswith("ин") and _FIRST_NAME_OR_FOREIGN.search(low) is not None


def is_adjectival(low: str, sex: Sex) -> bool:
    """Whether a surname declines as an adjective; «Цой», «Ной» don't: a stem has a vowel."""
    return _ADJECTIVAL[sex].search(low) is not None and syllables(low) > 1


def fleeting(word: str) -> str:
    """The word as it stands before endings: «Кравец» -> «Кравц», «Коломиец» -> «Коломийц»,
    «Горбачёнок» -> «Горбачёнк», «Волчок» -> «Волчк», «Конёк» -> «Коньк».

    The vowel stays where the consonants left over couldn't be said: «Кузнец», «Жнец», «Швец».
    """
    if not word.endswith(("к", "ц", "К", "Ц")) or syllables(word) == 1:
        return word
    if _DIMINUTIVE.search(word):
        return word[:-2] + word[-1]
    if _SOFTENED.search(word):
        return word[:-2] + "ь" + word[-1]
    found = _FLEETING.search(word.lower())
    if found is None:
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
