"""What is round the noun of a body's name: adjectives before it and behind it, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from letters_gen.russian.body_nouns import gender_of, nominatives
from letters_gen.russian.cases import Case
from letters_gen.russian.engines import inflected, known, known_as
from letters_gen.russian.forms import Form
from letters_gen.russian.paradigms import adjective, gender_by_ending, is_adjectival

_WRAPPED = re.compile(r"^(\(?)(.*?)(\)?,?)$", re.DOTALL)
_WORD = re.compile(r"^[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*$")
_CAPITALIZED = re.compile(r"^[А-ЯЁ]?[а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*$")
_ORDINAL = re.compile(r"^(\d+-)([йяе])$")
_ORDINALS: Mapping[str, tuple[str, ...]] = {
    "й": ("го", "му", "й", "м", "м"),
    "я": ("й", "й", "ю", "й", "й"),
    "е": ("го", "му", "е", "м", "м"),
}
_PLURAL = ("ые", "ие")
_PLURALS = {"ы": ("ых", "ым", "ые", "ыми", "ых"), "и": ("их", "им", "ие", "ими", "их")}
_OBLIQUE = [case for case in Case if case is not Case.NOMINATIVE]
_GENITIVES_OF_WOMEN = ("ой", "ей")
_NOUNS_OF_ACTION = ("ание", "ение", "ство", "тие")


def unwrapped(word: str) -> tuple[str, str, str]:
    """A word without the brackets and the comma round it, and these: «(сменная)» -> «(»,
    «сменная», «)».
    """
    found = _WRAPPED.match(word)
    assert found is not None  # the expression fits any text
    return found[1], found[2], found[3]


@lru_cache(1_000)  # the schools of a district share a few
def is_abbreviation(word: str, is_described: bool = False) -> bool:
    """Whether a word is an abbreviation («СОШ», «УОМПСиТ») rather than one in capitals («ОТДЕЛ»).

    Args:
        is_described: an adjective stands before it, so that a short word in capitals («ДЕТСКИЙ
            САД») may be one.
    """
    if not _WORD.match(word) or _CAPITALIZED.match(word) or len(word) < 2:
        return False
    if not word.isupper():
        return True
    low = word.lower()
    least = 3 if is_described else 4
    if len(low) < least:
        # Told without the dictionary, which takes longer to load than a letter to make.
        return True
    is_noun = any("Abbr" not in parse.tag for parse in nominatives(low.split("-")[0]))
    is_word = is_noun or _is_adjective(low) or len(low) > 7
    return not is_word


def is_nominative(word: str) -> bool:
    """Whether the dictionary has a word for a noun in the nominative."""
    return bool(nominatives(unwrapped(word)[1]))


def is_attribute(words: list[str], index: int) -> bool:
    """Whether an adjective stands there that belongs to what follows: «Цунтинская СОШ», «1-я
    школа», «Вечерняя (сменная) школа».
    """
    if index + 2 >= len(words):
        return False
    _, word, _ = unwrapped(words[index])
    if _ORDINAL.match(word):
        return True
    behind = words[index + 2]
    if word == "и" and index:
        return is_attribute(words, index + 2)
    if word.lower().endswith(_PLURAL):
        return _is_plural(word, behind)
    return _is_adjective(word) and _may_belong(word, behind)


def _is_adjective(word: str) -> bool:
    """Whether a word is an adjective or a participle in the nominative of the singular."""
    low = word.lower()
    if not _WORD.match(word) or not is_adjectival(low):
        return False
    if known(low):
        return bool(_adjectives(low))
    return not low.endswith(_NOUNS_OF_ACTION) and len(low) > 4


def _adjectives(low: str) -> list[object]:
    return [*known_as(low, "ADJF", "nomn", "sing"), *known_as(low, "PRTF", "nomn", "sing")]


def _may_belong(word: str, behind: str) -> bool:
    """Whether `behind` may be what the adjective before it belongs to."""
    _, bare, _ = unwrapped(behind)
    if bare == "и" or is_abbreviation(bare, True) or _ORDINAL.match(bare):
        return True
    if not _WORD.match(bare):
        return not nominatives(word)
    gender = gender_by_ending(word)
    if is_adjectival(bare) and _is_adjective(bare) and gender_by_ending(bare) == gender:
        return True
    if known(bare.split("-")[0]) and not nominatives(bare.split("-")[0]):
        return False
    return gender_of(bare)[:1] == gender


def _is_plural(word: str, behind: str) -> bool:
    """Whether a word is an adjective in the plural: the ending doesn't tell («Управление»)."""
    if known(word.lower()):
        return bool(known_as(word, "ADJF", "plur", "nomn"))
    return gender_of(unwrapped(behind)[1]) == "plur"


def attribute_in_case(word: str, case: Case) -> Form:
    """Such an adjective in a case, its brackets round it."""
    before, bare, after = unwrapped(word)
    return Form(before + _attribute(bare, case) + after)


def _attribute(word: str, case: Case) -> str:
    if word == "и" or case is Case.NOMINATIVE:
        return word
    ordinal = _ORDINAL.match(word)
    if ordinal:
        return ordinal[1] + _ORDINALS[ordinal[2]][_OBLIQUE.index(case)]
    if word.isupper():
        return _attribute(word.lower(), case).upper()
    if word.lower().endswith(_PLURAL):
        return word[:-2] + _PLURALS[word[-2].lower()][_OBLIQUE.index(case)]
    if case is Case.ACCUSATIVE and gender_by_ending(word) == "m":
        return word
    # «Третий», «Казачий» have a soft sign in their cases, which their ending doesn't tell.
    for parse in known_as(word, "ADJF", "nomn", "sing"):
        return inflected(parse, case, word) or word
    return adjective(word, case, animate=False)


def plural_in_case(word: str, case: Case) -> str | None:
    """An adjective or a participle that names persons by itself («Учащиеся»); None for any other
    word.
    """
    if nominatives(word):
        return None
    if case is Case.ACCUSATIVE:
        case = Case.GENITIVE
    for kind in ("PRTF", "ADJF"):
        for parse in known_as(word, kind, "plur", "nomn"):
            return inflected(parse, case, word)
    return None


def adjectives_behind(noun: str, behind: list[str], case: Case) -> Iterator[Form]:
    """The adjectives behind a noun that agree with it: «Сад детский», «Организация, осуществляющая
    …»; with the white space before each.
    """
    gender = gender_of(noun)[:1]
    words = behind[1::2]
    for index, (space, word) in enumerate(zip(behind[::2], words, strict=False)):
        before, bare, after = unwrapped(word)
        agrees = bare.islower() and _adjectives(bare) and gender_by_ending(bare) == gender
        if not agrees or before or _depends(words[index:]):
            return
        yield Form(space)
        yield attribute_in_case(bare + after, case)


def _depends(words: list[str]) -> bool:
    """Whether what looks like an adjective in the nominative depends on the noun before it: a
    genitive («Совет отцов»), or what belongs to one behind it («Центр цифровой трансформации»,
    «Отдел правовой и кадровой работы»).
    """
    if known_as(unwrapped(words[0])[1], "NOUN", "plur", "gent"):
        return True
    for word in words:
        _, bare, _ = unwrapped(word)
        if bare != "и" and not bare.endswith(_GENITIVES_OF_WOMEN):
            return bool(known_as(bare, "NOUN", "femn", "sing", "gent"))
    return False
