"""Names of several parts: «Анна-Мария», «Абдул-Салам», «Римский-Корсаков», «фон Берг», and a former
surname in brackets.

Both engines decline every part, or none. Here those parts decline that are names of themselves.
Д.Э. Розенталь, «Справочник по правописанию и литературной правке», § 149.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from letters_gen.russian.cases import Case, Sex
from letters_gen.russian.engines import known_as, of_common_noun
from letters_gen.russian.forms import Form, joined, weighed

Decline = Callable[[str, Sex, Case], Form]
_OF_ITSELF = re.compile(
    r"(?:[оеё]ва?|[иы]на?|[кгхжшчщн]ий|ый|ой|ая|яя|[ое]вич|[чнлщ][ую]к)$", re.IGNORECASE
)
# Suffixes of Armenian and German surnames: «Погосян-Гаврилов»; «Сулейман-» is a first name.
_OF_ORIGIN = re.compile(r"[аеёиоуыэюя].*(?:янц?|анц|берг|штейн|ман)$", re.IGNORECASE)
# Nouns of those who do something are surnames of themselves: «Мельник-Кравец», «Кузнец-Петренко».
_OF_A_TRADE = re.compile(r"(?:ник|[её]ц|ак|як|ач|арь|чик|щик)$", re.IGNORECASE)
# Titles and beginnings of Turkic, Arabic, Armenian, Romance names stay: «Хан-Магомедов»,
# «Бек-Булатов», «Тер-Ованесян», «Эль-Мурзаев».
_STAYING = re.compile(
    r"(?:хан|бек|бей|бег|шах|шейх|мулла|мирза|султан|эмир|гаджи|хаджи|сеид|сейид|кара|ак|сары|тер"
    r"|мелик|абу|абд|абдул?|абдур|эль|аль|ар|ас|аш|ибн|бен|бин|сан|сен|ла|ле|де|дель|фон|ван|дер"
    r"|д|о)$",
    re.IGNORECASE,
)
# The title of a pilgrim («Юсупа-Хаджи»); written Гаджи it is the second half of one name, whose
# first half stays as in all names of the East («Осман-Гаджи»).
_PILGRIM = re.compile(r"-([хг])аджи$", re.IGNORECASE)
_PARTICLES = re.compile(r"^(?:(?:фон|ван|де|ди|да|дер|ден|дель|дю|ла|ле|эль|аль) )+")
_BRACKETED = re.compile(r"(\w[\w-]*)( \()(\w[\w-]*)(\))$")


def is_double(word: str) -> bool:
    """Whether a name has several parts."""
    return "-" in word or " " in word


def double_first_name(word: str, sex: Sex, case: Case, decline: Decline) -> Form:
    """A double first name: of «Анна-Мария» both parts decline, of «Абдул-Салам» the last alone, of
    «Юсуп-Хаджи» the first alone.
    """
    pilgrim = _PILGRIM.search(word)
    if sex == "m" and pilgrim and word.count("-") == 1:
        first, last = word.split("-")
        form = joined([decline(first, sex, case), Form(f"-{last}")])
        return form if pilgrim[1].lower() == "х" else Form(word)
    return _double(word, sex, case, decline, _is_name_of_itself)


def double_surname(word: str, sex: Sex, case: Case, decline: Decline) -> Form:
    """A double surname: of «Петров-Водкин» both parts decline, of «Бонч-Бруевич» the last alone;
    with a former one in brackets both.
    """
    bracketed = _BRACKETED.match(word)
    if bracketed:
        now, opening, former, closing = bracketed.groups()
        declined = (decline(now, sex, case), decline(former, sex, case))
        return joined([declined[0], Form(opening), declined[1], Form(closing)])
    particles = _PARTICLES.match(word)
    if particles:
        rest = decline(word[particles.end() :], sex, case)
        return joined([Form(particles[0]), rest])
    return _double(word, sex, case, decline, _is_surname_of_itself)


def _double(
    word: str,
    sex: Sex,
    case: Case,
    decline: Decline,
    is_name_of_itself: Callable[[str, Sex], bool],
) -> Form:
    """A double name: the last part declines, and those before it that are names of themselves.

    What is written without its hyphen («Абдул Салам») is doubtful.
    """
    *before, last = re.split(r"([- ])", word)
    forms = []
    for piece in before:
        if piece.strip("- ") and is_name_of_itself(piece, sex):
            forms.append(decline(piece, sex, case))
        else:
            forms.append(Form(piece))
    forms.append(decline(last, sex, case))
    text = "".join(form.text for form in forms)
    other = "".join(form.alternative for form in forms)
    if " " in word and text == other:
        other = "".join(decline(piece, sex, case).text for piece in [*before, last])
    return weighed(text, other)


def _is_name_of_itself(piece: str, sex: Sex) -> bool:
    """Whether the first half of a double first name declines: a woman's on -а, -я does."""
    return sex == "f" and piece[-1].lower() in "ая"


def _is_surname_of_itself(piece: str, _sex: Sex) -> bool:
    """Whether the first half of a double surname is used as one alone: «Немировича-Данченко», but
    «Бонч-Бруевича».
    """
    if _STAYING.match(piece):
        return False
    if _OF_ITSELF.search(piece) or known_as(piece, "Surn"):
        return True
    if _OF_ORIGIN.search(piece) and not known_as(piece, "Name"):
        return True
    is_trade = _OF_A_TRADE.search(piece) is not None
    return is_trade and of_common_noun(piece, "m", Case.GENITIVE) is not None
