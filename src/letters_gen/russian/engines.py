"""The two engines that are asked for a form: pymorphy3 (a dictionary, and guesses by likeness) and
pytrovich (rules).

Both are loaded when they are first asked.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from letters_gen.russian.cases import Case, Sex

Parse = Any  # pymorphy3 has no types

_GRAMMEMES = {
    Case.NOMINATIVE: "nomn",
    Case.GENITIVE: "gent",
    Case.DATIVE: "datv",
    Case.ACCUSATIVE: "accs",
    Case.INSTRUMENTAL: "ablt",
    Case.PREPOSITIONAL: "loct",
}
_RUSSIAN = re.compile(r"[а-яё][а-яё’'-]*$", re.IGNORECASE)
GENDERS = {"m": "masc", "f": "femn"}
_PROPER = {"Name", "Patr", "Surn", "Geox", "Orgn", "Abbr"}
_NOUN = {"NOUN", "sing", "nomn"}
_CACHED = 20_000


@cache
def morphology() -> Any:
    """pymorphy3 with its dictionary (OpenCorpora)."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()


@cache
def _petrovich() -> Any:
    """pytrovich: what makes a form, and its names of the parts, sexes and cases."""
    from pytrovich.enums import Case as Cases
    from pytrovich.enums import Gender, NamePart
    from pytrovich.maker import PetrovichDeclinationMaker

    return PetrovichDeclinationMaker().make, NamePart, {"m": Gender.MALE, "f": Gender.FEMALE}, Cases


@lru_cache(_CACHED)
def parses(word: str) -> tuple[Parse, ...]:
    """What pymorphy3 takes `word` for, the likeliest first; of other scripts it knows nothing, and
    stumbles at some.
    """
    if not _RUSSIAN.match(word):
        return ()
    return tuple(morphology().parse(word))


@lru_cache(_CACHED)
def known(word: str) -> tuple[Parse, ...]:
    """What the dictionary itself has `word` for, in any capitals: no guesses, which cost ten times
    the look-up.
    """
    low = word.lower()
    if not morphology().word_is_known(low):
        return ()
    return tuple(parse for parse in parses(low) if parse.is_known)


def known_as(word: str, *grammemes: str) -> list[Parse]:
    """What the dictionary has `word` for with all these grammemes of OpenCorpora at once: `NOUN`,
    `anim`, `nomn`.
    """
    wanted = set(grammemes)
    return [parse for parse in known(word) if wanted in parse.tag]


def inflected(parse: Parse, case: Case, word: str) -> str | None:
    """`word`, of which `parse` is one, in another case, spelled as `word` is; None where it has no
    such form.
    """
    form = parse.inflect({_GRAMMEMES[case]})
    if form is None:
        return None
    return spelled_as(form.word, word)


def spelled_as(form: str, word: str) -> str:
    """`form` with the capitals of `word`, and with its е where the dictionary has restored a ё.

    «АБАКАРОВУ» as of «АБАКАРОВ»; of a double word each half as its own («Хан-Магомедову»), where
    both have as many halves.
    """
    if "ё" in form:
        form = _undotted_as(form, word)
    if len(word) > 1 and word.isupper():
        return form.upper()
    pieces, models = form.split("-"), word.split("-")
    if len(pieces) != len(models):
        return _capitalized_as(form, word)
    return "-".join(map(_capitalized_as, pieces, models))


def _undotted_as(form: str, word: str) -> str:
    """`form` with its ё written as `word` has it: «учёбой» as of «учеба»."""
    letters = list(form)
    for position, (letter, written) in enumerate(zip(form, word.lower(), strict=False)):
        if letter == "ё" and written == "е":
            letters[position] = "е"
    return "".join(letters)


def _capitalized_as(form: str, word: str) -> str:
    """`form` with a capital where `word` begins with one."""
    if word[:1].isupper():
        return form[:1].upper() + form[1:]
    return form


def of_dictionary(word: str, kind: str, sex: Sex, case: Case) -> str | None:
    """pymorphy3's form of a name; `kind` is its grammeme: Name, Patr, Surn. None where it knows no
    such name.
    """
    for parse in known_as(word, kind, "sing", "nomn"):
        # `ms-f`: a surname of men and of women, «Шевченко».
        if GENDERS[sex] in parse.tag or "ms-f" in parse.tag:
            return inflected(parse, case, word)
    return None


def of_common_noun(word: str, gender: Sex, case: Case) -> str | None:
    """The form of the common noun that `word` also is, as of a person: «соловей» -> «соловья».

    Proper names are passed over: they are asked by `of_dictionary`. None where the dictionary has
    no such noun of that gender.
    """
    if case is Case.ACCUSATIVE and gender == "m":
        case = Case.GENITIVE  # a man's accusative, also where the noun itself is a thing
    for parse in known(word):
        tag = parse.tag
        if not tag.grammemes >= _NOUN or not _PROPER.isdisjoint(tag.grammemes):
            continue
        if GENDERS[gender] in tag or (gender == "f" and "ms-f" in tag):
            return inflected(parse, case, word)
    return None


def of_rules(word: str, part: str, sex: Sex, case: Case) -> str:
    """pytrovich's form of a name; `part`: FIRSTNAME, MIDDLENAME, LASTNAME."""
    make, parts, genders, cases = _petrovich()
    form: str = make(parts[part], genders[sex], cases[case.name], word)
    return form
