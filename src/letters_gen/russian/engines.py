"""The two engines that are asked for a form: pymorphy3 (a dictionary, and guesses by likeness) and
pytrovich (rules).

Both are loaded when they are first asked.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import zip_longest
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
    return tuple(morphology().parse(word)) if _RUSSIAN.match(word) else ()


@lru_cache(_CACHED)
def known(word: str) -> tuple[Parse, ...]:
    """What the dictionary itself has `word` for: no guesses, which cost ten times the look-up."""
    low = word.lower()
    return (
        tuple(parse for parse in parses(low) if parse.is_known)
        if morphology().word_is_known(low)
        else ()
    )


def inflected(parse: Parse, case: Case, word: str) -> str | None:
    """`word`, of which `parse` is one, in another case, spelled as `word` is; None where it has no
    such form.
    """
    form = parse.inflect({_GRAMMEMES[case]})
    return None if form is None else spelled_as(form.word, word)


def spelled_as(form: str, word: str) -> str:
    """`form` with the capitals of `word`, and with its е where the dictionary has restored a ё."""
    form = "".join(
        "е" if old == "е" and new == "ё" else new
        for new, old in zip_longest(form, word.lower())
        if new
    )
    if len(word) > 1 and word.isupper():
        return form.upper()
    pieces, models = form.split("-"), word.split("-")
    if len(pieces) == len(models):
        pairs = zip(pieces, models, strict=True)
        return "-".join(
            piece[:1].upper() + piece[1:] if model[:1].isupper() else piece
            for piece, model in pairs
        )
    return form[:1].upper() + form[1:] if word[:1].isupper() else form


def of_dictionary(word: str, kind: str, sex: Sex, case: Case) -> str | None:
    """pymorphy3's form of a name; `kind` is its grammeme: Name, Patr, Surn. None where it knows no
    such name.
    """
    for parse in known(word):
        if {kind, GENDERS[sex], "sing", "nomn"} in parse.tag or {
            kind,
            "ms-f",
            "sing",
            "nomn",
        } in parse.tag:
            return inflected(parse, case, word)
    return None


def of_common_noun(word: str, gender: Sex, case: Case) -> str | None:
    """The form of the common noun that `word` also is, as of a person: «соловей» -> «соловья»."""
    asked = Case.GENITIVE if case is Case.ACCUSATIVE and gender == "m" else case
    for parse in known(word):
        if {"NOUN", "sing", "nomn", GENDERS[gender]} in parse.tag and not _PROPER & set(
            parse.tag.grammemes
        ):
            return inflected(parse, asked, word)
    return None


def of_rules(word: str, part: str, sex: Sex, case: Case) -> str:
    """pytrovich's form of a name; `part`: FIRSTNAME, MIDDLENAME, LASTNAME."""
    make, parts, genders, cases = _petrovich()
    form: str = make(parts[part], genders[sex], cases[case.name], word)
    return form
