"""One part of a person's name in a case: a first name, a patronymic, a surname.

The dictionary, the rules and the school grammar are asked. Where they agree the form is sure; else
it is doubtful, and what the others say is offered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, wraps

from letters_gen.russian import name_shapes
from letters_gen.russian.cases import Case, Sex
from letters_gen.russian.double_names import double_first_name, double_surname, is_double
from letters_gen.russian.engines import known_as, of_common_noun, of_dictionary, of_rules
from letters_gen.russian.forms import Form, in_capitals, weighed, without_dots
from letters_gen.russian.paradigms import noun

_CACHED = 400_000
_TURKIC = re.compile(r"(?:оглы|оглу|кызы|гызы|уулу)$", re.IGNORECASE)
_PATRONYMIC = ("ич", "вна", "чна", "шна")
_VOWELS = "аеёиоуыэюя"
# -ец is a suffix and drops its vowel («Москалец»), but not surely behind ф or several consonants,
# which no Slavic suffix follows so («Хейфец»), nor in two syllables («Бурец»: «Буреца»); «Топчий»
# may be an adjective or a noun.
_UNTOLD = re.compile(
    r"(?:(?:ф|[бвгджзйклмнпрстфхцчшщ]{2})ец|^[^аеёиоуыэюя]*[аеёиоуыэюя][^аеёиоуыэюя]ец|чий)$",
    re.IGNORECASE,
)
_SUFFIX_EC = re.compile(r"[бвгджзклмнпрстфхцчшщ]ец$", re.IGNORECASE)
# A man's first name of this ending declines, whatever the engines except («Шота»): «Справочник»
# § 149, 2; only a vowel before it or a French stress (surnames: «Дюма») keeps it.
_DECLINING = re.compile(r"[бвгджзклмнпрстфхцчшщ]а$", re.IGNORECASE)
# A woman's surname on -ая is an adjective where it has an adjective's suffix («Нагорная»); «Ломая»,
# «Саджая» are Georgian.
_NO_SUFFIX = re.compile(r"[бгдзжлмпрс]ая$", re.IGNORECASE)
_VELAR_Y = re.compile(r"(?<=[гкхжшчщ])ым$", re.IGNORECASE)
_HUSHER_O = re.compile(r"(?<=[жшчщ])ой$", re.IGNORECASE)
# Endings that pytrovich's rules for first names spell or decline wrong: «Хадижы» for «Хадижи»
# (after a husher и is written), «Алексецом» for «Алексецем», «Марьку» for «Мареку» (a diminutive's
# vowel), «Захарие», «Андреы» («Андреа»).
_FIRST_NAME_RULES_ERR: Mapping[Sex, re.Pattern[str]] = {
    "m": re.compile(r"(?:[жшчщц]а|ц|ек|ия|[аеёоуыэюя]а)$", re.IGNORECASE),
    "f": re.compile(r"(?:[жчщ]а|[аеёоуыэюя]а)$", re.IGNORECASE),
}
_SURNAME_RULES_ERR: Mapping[Sex, re.Pattern[str]] = {
    "m": re.compile(
        r"(?:яй|гий|[её]ц|[её]к|[жшчн]ок|^[^аеёиоуыэюя]+(?:ой|[иы]н)|^[^аеёиоуыэюя]?[ая])$",
        re.IGNORECASE,
    ),
    "f": re.compile(r"(?:[^иы]на|^[^аеёиоуыэюя]?[ая])$", re.IGNORECASE),
}


Decline = Callable[[str, Sex, Case], Form]


def _is_word(text: str) -> bool:
    """Whether a part of a name may decline: an initial or an abbreviation doesn't."""
    return len(text) > 1 and "." not in text and (text[-1].isalpha() or text[-1] == ")")


def _in_any_capitals(decline: Decline) -> Decline:
    """`decline`, cached, and with «АБАКАРОВ» declined as «Абакаров» is."""

    @lru_cache(_CACHED)
    @wraps(decline)
    def declined(word: str, sex: Sex, case: Case) -> Form:
        if case is Case.NOMINATIVE or not _is_word(word):
            return Form(word)
        if word.isupper():
            return in_capitals(decline(word.title(), sex, case))
        return decline(word, sex, case)

    return declined


@_in_any_capitals
def first_name(word: str, sex: Sex, case: Case) -> Form:
    """A first name: «Гаджи» -> «Гаджи», «Патимат» -> «Патимат», «Шамиль» -> «Шамилю».

    The dictionary is believed where it knows the name, else the school grammar; what the rules say
    otherwise makes it doubtful, unless they are known to err at such an ending.
    """
    in_dictionary = of_dictionary(word, "Name", sex, case)
    if is_double(word):
        if in_dictionary is not None:
            return Form(in_dictionary)
        return double_first_name(word, sex, case, first_name)
    by_shape = name_shapes.first_name(word, sex, case)
    by_rules = _first_name_by_rules(word, sex, case, by_shape)
    chosen = in_dictionary or by_shape
    if sex == "m":
        if in_dictionary == word and word.lower().endswith("ия"):
            # The dictionary leaves «Закария», the grammars don't.
            return weighed(by_shape, in_dictionary)
        return weighed(chosen, by_rules)
    if word.lower().endswith("ь"):
        return _woman_on_soft_sign(word, case, in_dictionary, by_shape, by_rules)
    return weighed(chosen, by_rules)


def _first_name_by_rules(word: str, sex: Sex, case: Case, by_shape: str) -> str:
    """pytrovich's first name; `by_shape` where its rules are known to err."""
    if _FIRST_NAME_RULES_ERR[sex].search(word):
        return by_shape
    form = of_rules(word, "FIRSTNAME", sex, case)
    return by_shape if form == word and _DECLINING.search(word) else form


def _woman_on_soft_sign(
    word: str, case: Case, in_dictionary: str | None, by_shape: str, by_rules: str
) -> Form:
    """A woman's name on -ь: sure where dictionary and ending both leave it («Айгуль», «Николь»: the
    grammars allow either), where both engines decline it («Рахиль»), or where its ending is of the
    third declension («Есфирь»); else doubtful.
    """
    chosen = in_dictionary or by_shape
    if by_shape != word or in_dictionary == word:
        return weighed(chosen, by_shape)
    if in_dictionary == by_rules:
        return Form(chosen)
    return weighed(chosen, by_rules, noun(word, case, "f"), word)


@_in_any_capitals
def patronymic(word: str, sex: Sex, case: Case) -> Form:
    """A patronymic: «Камилович» -> «Камиловичу»; with оглы or кызы it stays as it is."""
    if _TURKIC.search(word):
        return Form(word)
    if not word.lower().endswith(_PATRONYMIC):
        # Something else in the place of a patronymic, a father's name perhaps: «Мамедов Али Гасан».
        taken = first_name(word, sex, case)
        if taken.is_doubtful:
            return taken
        return Form(taken.text, (word if taken.text != word else f"{word}?",))
    in_dictionary = of_dictionary(word, "Patr", sex, case)
    if in_dictionary and not in_dictionary.startswith(word[:-1]):
        # The dictionary declines «Саввична» as its colloquial twin «Саввишна».
        in_dictionary = None
    return weighed(of_rules(word, "MIDDLENAME", sex, case), in_dictionary)


@_in_any_capitals
def surname(word: str, sex: Sex, case: Case) -> Form:
    """A surname: «Абакаров» -> «Абакарову», a woman's «Шевчук» -> «Шевчук».

    The dictionary is believed where it knows the surname and doesn't stand alone, else the school
    grammar; a surname that is another word too may decline as that word does («Соловей»).
    """
    in_dictionary = _surname_of_dictionary(word, sex, case)
    if is_double(word):
        if in_dictionary is not None:
            return Form(in_dictionary)
        return double_surname(word, sex, case, surname)
    by_shape = name_shapes.surname(word, sex, case)
    by_rules = _surname_by_rules(word, sex, case, by_shape)
    if in_dictionary is not None:
        return _outvoted(word, in_dictionary, by_shape, by_rules)
    staying = _staying(word, sex, by_shape)
    if staying is not None:
        return staying
    if by_rules == word != by_shape:
        return Form(by_rules, (by_shape,))
    as_word = _as_other_word(word, sex, case)
    if as_word is None:
        return weighed(by_shape, by_rules, _otherwise(word, sex, case, by_shape))
    if as_word == _as_plain_noun(word, case):
        return Form(as_word)
    # «Рубин», «Калина» have a surname's own suffix; a first name («Камалудин») stays one.
    has_suffix = name_shapes.is_possessive(word.lower(), sex) and not of_dictionary(
        word, "Name", sex, case
    )
    return _surname_or_word(as_word, by_shape, by_rules, has_suffix)


def _as_plain_noun(word: str, case: Case) -> str | None:
    """The form of a man's surname that can only decline as the noun that it also is; None for
    others.

    So does what has the suffix -ок, whose vowel always goes («Цветок»), and what ends as an
    adjective but is none («Прибой»). Of a vowel that is no suffix's families keep it as often
    («Гребня», «Гребеня»; «Соловья», «Соловея»), which nothing tells: Л.П. Калакуцкая, «Склонение
    фамилий и личных имён в русском литературном языке» (1984).
    """
    if not word.lower().endswith(("ок", "ой")) or known_as(word, "ADJF"):
        return None
    return of_common_noun(word, "m", case)


def _staying(word: str, sex: Sex, by_shape: str) -> Form | None:
    """A surname that stays though its ending doesn't tell it: «Нижних», a genitive of the plural
    («Миних» isn't); a woman's «Ломая», which is no adjective's, doubtfully. None for all others.
    """
    if word.endswith("них") and known_as(word, "ADJF", "plur", "gent"):
        return Form(word)
    if sex == "f" and _NO_SUFFIX.search(word) and not known_as(word, "ADJF"):
        return Form(word, (by_shape,))
    return None


def _surname_or_word(as_word: str, by_shape: str, by_rules: str, has_suffix: bool) -> Form:
    """A surname that is another word too: «Ткачом» keeps the word's stress, though not always its
    fleeting vowel; one with a surname's own suffix may decline as either.
    """
    if as_word == by_shape:
        return weighed(as_word, by_rules)
    if without_dots(as_word) == without_dots(by_shape) or name_shapes.only_stress_differs(
        as_word, by_shape
    ):
        # «Лапшой», but «Карчей»: of a foreign surname the noun needn't tell the stress.
        return weighed(as_word, by_shape if as_word.endswith("й") else None)
    if has_suffix:
        return weighed(by_shape, as_word)
    if without_dots(as_word) == without_dots(by_rules):
        return Form(as_word)
    return weighed(as_word, by_shape)


def _otherwise(word: str, sex: Sex, case: Case, by_shape: str) -> str | None:
    """How else a man's surname may decline: «Хейфец» may keep its vowel, «Топчий» be a noun; which
    syllable of «Горобец» is stressed («Горобцом») its ending doesn't tell, nor whether «Дамдын» is
    of Russian making.
    """
    if sex == "f":
        return None
    if _UNTOLD.search(word) and not known_as(word, "ADJF"):
        return noun(word, case)
    if case is not Case.INSTRUMENTAL:
        return None
    if _SUFFIX_EC.search(word):
        return by_shape[:-2] + "ом"
    if word.lower().endswith("ын") and name_shapes.is_no_possessive(word.lower()):
        return f"{word}ым"
    return None


def _outvoted(word: str, in_dictionary: str, by_shape: str, by_rules: str) -> Form:
    """The dictionary's surname, unless it stands alone in leaving a consonant undeclined («Савчук»:
    every man's surname on a consonant declines) or, doubtfully, in «Крайному».

    Where it leaves a vowel («Золя») or drops one («Штирлец») it knows better than both.
    """
    if without_dots(in_dictionary) in (without_dots(by_shape), without_dots(by_rules)):
        return Form(in_dictionary)
    if name_shapes.is_no_possessive(word.lower()):
        return Form(in_dictionary)  # «Погудин» only looks like «Шарапудин»
    leaves_consonant = in_dictionary == word and word[-1].lower() not in _VOWELS
    if without_dots(by_shape) == without_dots(by_rules):
        if leaves_consonant:
            return Form(by_shape)
        if word.lower().endswith("ний"):
            return Form(by_shape, (in_dictionary,))
    return weighed(in_dictionary, by_shape, by_rules)


def _surname_of_dictionary(word: str, sex: Sex, case: Case) -> str | None:
    """The dictionary's surname; where it leaves a woman's «Данелия» alone but not a man's, it is no
    witness.
    """
    form = of_dictionary(word, "Surn", sex, case)
    is_left_alone = sex == "f" and form == word and word[-1].lower() in "ая"
    if is_left_alone and of_dictionary(word, "Surn", "m", case) not in (word, None):
        return None
    return form


def _surname_by_rules(word: str, sex: Sex, case: Case, by_shape: str) -> str:
    """pytrovich's surname, respelled after hushers («Сухим», «Квашей»); `by_shape` where its rules
    are known to err.

    They know no -яй, -гий, only a part of -ец, take «Ной» for an adjective and a woman's «Ворона»
    for a possessive, and leave «Гасан», «Камень» alone everywhere, whom the petrovich project
    leaves so in double surnames only. Of a possessive surname («Магомедов») they say what its shape
    says, but for some instrumentals («Дарвином»).
    """
    low = word.lower()
    if _SURNAME_RULES_ERR[sex].search(word) or name_shapes.is_no_possessive(low):
        return by_shape
    if case is not Case.INSTRUMENTAL and name_shapes.is_possessive(low, sex):
        return by_shape
    form = of_rules(word, "LASTNAME", sex, case)
    if sex == "m" and form == word and word[-1].lower() not in _VOWELS:
        return by_shape
    if not low.endswith(("а", "х", "к", "г")):
        return form
    return _HUSHER_O.sub("ей", _VELAR_Y.sub("им", form))


def _as_other_word(word: str, sex: Sex, case: Case) -> str | None:
    """What the word does where it is no surname: a man's name («Мартин», «Лев») or a common noun
    («соловей»).
    """
    if word[-1].lower() in "ая":
        return of_common_noun(word, "f", case)
    if sex == "f":
        return None
    return of_dictionary(word, "Name", "m", case) or of_common_noun(word, "m", case)
