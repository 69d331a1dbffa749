"""One part of a person's name in a case: a first name, a patronymic, a surname.

Both engines are asked. Where they agree the form is sure; else it is doubtful, and both forms are offered. What the
dictionary doesn't know is held against the school grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from letters_gen.russian.cases import Case, Sex
from letters_gen.russian.engines import of_common_noun, of_dictionary, of_rules
from letters_gen.russian.paradigms import adjective, noun

_CACHED = 400_000
_INDECLINABLE = "еёиоуыэю"
_TURKIC = re.compile(r"(?:оглы|оглу|кызы|гызы|уулу)$", re.IGNORECASE)
_POSSESSIVE = {"m": ("ов", "ев", "ёв", "ин", "ын"), "f": ("ова", "ева", "ёва", "ина", "ына")}
_VELAR_IY = ("кий", "гий", "хий", "ний", "жий", "ший", "чий", "щий")
_ADJECTIVAL = {"m": ("ый", "ой", *_VELAR_IY), "f": ("ая", "яя")}
_VELAR_INSTRUMENTAL = re.compile(r"(?<=[гкхжшчщ])ым$")


@dataclass(frozen=True)
class Form:
    """A form; `others` are what else it may be, where that is doubtful."""

    text: str
    others: tuple[str, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """Whether the engines disagree, or neither knows the word."""
        return bool(self.others)


def _weighed(chosen: str, *thought: str | None) -> Form:
    """`chosen`, doubtful where another opinion differs by more than the dots of a ё."""
    plain = chosen.replace("ё", "е")
    others = (form for form in thought if form and form.replace("ё", "е") != plain)
    return Form(chosen, tuple(dict.fromkeys(others)))


@lru_cache(_CACHED)
def first_name(word: str, sex: Sex, case: Case) -> Form:
    """A first name: «Гаджи» -> «Гаджи», «Патимат» -> «Патимат», «Шамиль» -> «Шамилю»."""
    if case is Case.NOMINATIVE:
        return Form(word)
    if "-" in word:
        return _hyphenated(word, lambda piece: sex == "f" and piece[-1].lower() in "ая", sex, case, first_name)
    known, by_rules = of_dictionary(word, "Name", sex, case), of_rules(word, "firstname", sex, case)
    if known is not None:
        agree = known.form.replace("ё", "е") == by_rules.replace("ё", "е")
        return Form(by_rules) if agree else Form(known.form, (by_rules,))
    return _weighed(by_rules, _by_shape(word, sex, case) or word)


@lru_cache(_CACHED)
def patronymic(word: str, sex: Sex, case: Case) -> Form:
    """A patronymic: «Камилович» -> «Камиловичу»; with оглы or кызы it stays as it is."""
    if case is Case.NOMINATIVE or _TURKIC.search(word):
        return Form(word)
    by_rules = of_rules(word, "middlename", sex, case)
    if not word.lower().endswith(("ич", "вна", "чна", "шна")):
        return Form(by_rules, (word if by_rules != word else _by_shape(word, sex, case) or word,))
    known = of_dictionary(word, "Patr", sex, case)
    return _weighed(by_rules, known.form if known and known.known else None)


@lru_cache(_CACHED)
def surname(word: str, sex: Sex, case: Case) -> Form:
    """A surname: «Абакаров» -> «Абакарову», a woman's «Шевчук» -> «Шевчук»."""
    if case is Case.NOMINATIVE:
        return Form(word)
    if "-" in word:
        return _hyphenated(word, _is_surname_of_itself, sex, case, surname)
    # «Сухым»: the rules forget how velars are spelled, and the dictionary has few such surnames.
    by_rules = _VELAR_INSTRUMENTAL.sub("им", of_rules(word, "lastname", sex, case))
    known = of_dictionary(word, "Surn", sex, case)
    if known is not None and known.known:
        return _weighed(by_rules, known.form)
    return _weighed(by_rules, _surname_by_shape(word, sex, case), _as_common_noun(word, sex, case))


def _as_common_noun(word: str, sex: Sex, case: Case) -> str | None:
    """What the word does where it is no name: a surname may do so too («соловью») or not («Соловею»)."""
    if case is Case.ACCUSATIVE or (sex == "f" and word[-1].lower() not in "ая"):
        return None
    return of_common_noun(word, sex, case)


def _hyphenated(
    word: str, declines: Callable[[str], bool], sex: Sex, case: Case, decline: Callable[[str, Sex, Case], Form]
) -> Form:
    """A double name: of «Анна-Мария» both parts decline, of «Абдул-Салам» and «Хан-Магомедов» the last alone.

    Both engines decline every part, or none.
    """
    *before, last = word.split("-")
    forms = [decline(piece, sex, case) if declines(piece) else Form(piece) for piece in before]
    forms.append(decline(last, sex, case))
    text = "-".join(form.text for form in forms)
    others = "-".join((form.others or (form.text,))[0] for form in forms)
    return _weighed(text, others)


def _is_surname_of_itself(piece: str) -> bool:
    return piece.lower().endswith((*_POSSESSIVE["m"], *_POSSESSIVE["f"], *_ADJECTIVAL["m"], *_ADJECTIVAL["f"]))


def _by_shape(word: str, sex: Sex, case: Case) -> str | None:
    """What the school grammar does with a name of such an ending; None where the ending doesn't tell."""
    low = word.lower()
    if low[-1] in _INDECLINABLE or (sex == "f" and low[-1] not in "аяь"):
        return word
    if sex == "f" and low[-1] == "ь":
        return None
    return noun(word, case)


def _surname_by_shape(word: str, sex: Sex, case: Case) -> str | None:
    low = word.lower()
    if low.endswith(("ых", "их")) or (sex == "f" and low[-1] == "ь"):
        return word
    if sex == "f" and low.endswith(_POSSESSIVE["f"]):
        return word[:-1] + ("у" if case is Case.ACCUSATIVE else "ой")
    if sex == "m" and low.endswith(_POSSESSIVE["m"]) and case is Case.INSTRUMENTAL:
        return word + "ым"
    if low.endswith(_ADJECTIVAL[sex]) and len(low) > len("цой"):
        return adjective(word, case)
    return _by_shape(word, sex, case)
