"""Russian endings by the school grammar: nouns and adjectives of regular shape, in the singular."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from letters_gen.russian.cases import Case

Gender = Literal["m", "f", "n"]
_HUSHERS = "жшчщ"
_NEVER_Y = "гкх" + _HUSHERS  # after velars and hushers и is written, where others have ы
_ORDER = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)


def _row(*endings: str) -> Mapping[Case, str]:
    return dict(zip(_ORDER, endings, strict=True))


# What is put in the place of the nominative's ending; `=` stands for the accusative that follows
# the sense.
_HARD_MASCULINE = _row("а", "у", "=", "ом", "е")
_SOFT_MASCULINE = _row("я", "ю", "=", "ем", "е")
_IY_MASCULINE = _row("я", "ю", "=", "ем", "и")
_HARD_A = _row("ы", "е", "у", "ой", "е")
_SOFT_YA = _row("и", "е", "ю", "ей", "е")
_IYA = _row("и", "и", "ю", "ей", "и")
_SOFT_FEMININE = _row("и", "и", "ь", "ью", "и")
_O_NEUTER = _row("а", "у", "о", "ом", "е")
_E_NEUTER = _row("я", "ю", "е", "ем", "е")
_IE_NEUTER = _row("я", "ю", "е", "ем", "и")
# How a noun of each ending declines, whichever fits first; one on -ь by its gender.
_NOUNS = (
    ("ия", _IYA),
    ("ие", _IE_NEUTER),
    ("ье", _E_NEUTER),
    ("ий", _IY_MASCULINE),
    ("й", _SOFT_MASCULINE),
    ("а", _HARD_A),
    ("я", _SOFT_YA),
    ("о", _O_NEUTER),
)
_CONSONANTS = tuple("бвгджзклмнпрстфхцчшщ")
_GENDERS: Mapping[str, Gender] = {"ая": "f", "яя": "f", "ое": "n", "ее": "n"}
# By gender, and whether the stem is soft.
_ADJECTIVES: Mapping[tuple[Gender, bool], Mapping[Case, str]] = {
    ("m", False): _row("ого", "ому", "=", "ым", "ом"),
    ("m", True): _row("его", "ему", "=", "им", "ем"),
    ("n", False): _row("ого", "ому", "ое", "ым", "ом"),
    ("n", True): _row("его", "ему", "ее", "им", "ем"),
    ("f", False): _row("ой", "ой", "ую", "ой", "ой"),
    ("f", True): _row("ей", "ей", "юю", "ей", "ей"),
}


def noun(word: str, case: Case, gender: Gender = "m", animate: bool = True) -> str | None:
    """A noun in a case; None where its ending doesn't tell how it declines.

    Args:
        gender: of a noun on -ь and of one on a consonant, which a woman's name leaves undeclined.
        animate: whether a masculine's accusative is its genitive.
    """
    if case is Case.NOMINATIVE:
        return word
    found = _declension(word.lower(), gender)
    if found is None:
        return None
    cut, endings = found
    stem, ending = word[: len(word) - cut], endings[case]
    if ending != "=":
        return stem + _spelled(stem, ending)
    if animate:
        return stem + endings[Case.GENITIVE]
    return word


def _declension(low: str, gender: Gender) -> tuple[int, Mapping[Case, str]] | None:
    """How many letters of the nominative go, and the endings that take their place; None for an
    ending that declines in no regular way (-и, -у, -э, most names on -е).
    """
    if low.endswith(_CONSONANTS):
        return 0, _HARD_MASCULINE
    if low.endswith("ь"):
        return 1, (_SOFT_FEMININE if gender == "f" else _SOFT_MASCULINE)
    for ending, endings in _NOUNS:
        if low.endswith(ending):
            return 1, endings
    return None


def _spelled(stem: str, ending: str) -> str:
    """The ending as it is spelled after the stem: и after velars, hushers; unstressed е for о after
    ц and hushers.

    Which о is stressed an ending doesn't tell («врачом»): the dictionary is asked first for nouns.
    """
    last = stem[-1:].lower()
    if ending == "ы" and last in _NEVER_Y:
        return "и"
    if ending in ("ой", "ом") and last in _HUSHERS + "ц":
        return "е" + ending[1]
    return ending


def _reflexive(word: str) -> tuple[str, str]:
    """An adjective's shape and the -ся that a participle may have behind it: «учащий», «ся»."""
    if word.lower().endswith(("йся", "яся", "ееся", "иеся")):
        return word[:-2], word[-2:]
    return word, ""


def is_adjectival(word: str) -> bool:
    """Whether a word ends as an adjective does: старший, главная, исполняющее, учащийся."""
    return _reflexive(word.lower())[0].endswith(("ый", "ий", "ой", "ая", "яя", "ое", "ее"))


def gender_by_ending(word: str) -> Gender:
    """The gender that an adjective's ending shows."""
    return _GENDERS.get(_reflexive(word.lower())[0][-2:], "m")


def is_feminine(word: str) -> bool:
    """Whether a word ends as a feminine adjective does: заведующая."""
    return _reflexive(word.lower())[0].endswith(("ая", "яя"))


def adjective(word: str, case: Case, animate: bool = True) -> str:
    """An adjective or participle in a case, its gender and stem as its ending tells.

    Args:
        word: in the nominative of the singular: «старший», «главная», «исполняющее».
        animate: whether a masculine's accusative is its genitive («старшего методиста»), not its
            nominative («Цунтинский район»).
    """
    if case is Case.NOMINATIVE:
        return word
    word, reflexive = _reflexive(word)
    stem, ending = word[:-2], word[-2:].lower()
    is_soft = ending in ("яя", "ее") or _is_soft_masculine(stem, ending)
    endings = _ADJECTIVES[_GENDERS.get(ending, "m"), is_soft]
    changed = endings[case]
    if changed == "=":
        changed = endings[Case.GENITIVE] if animate else ending
    last = stem[-1:].lower()
    # After velars and hushers и is written for ы: «главным», but «тихим».
    if changed[0] == "ы" and last in _NEVER_Y:
        changed = "и" + changed[1:]
    # о stays after a husher where it is stressed: «большого», but «старшего».
    if changed[0] == "о" and last in _HUSHERS and ending != "ой":
        changed = "е" + changed[1:]
    return stem + changed + reflexive


def _is_soft_masculine(stem: str, ending: str) -> bool:
    """Whether it is of the kind of «средний»; «старший» is hard, only its ы is written и."""
    return ending == "ий" and stem[-1:].lower() not in _NEVER_Y


def as_feminine(adjective_: str) -> str:
    """A masculine adjective or participle as a feminine: исполняющий -> исполняющая, средний ->
    средняя.
    """
    word, reflexive = _reflexive(adjective_)
    stem, ending = word[:-2], word[-2:].lower()
    return stem + ("яя" if _is_soft_masculine(stem, ending) else "ая") + reflexive


def as_masculine(adjective_: str) -> str:
    """A feminine adjective or participle as a masculine: заведующая -> заведующий."""
    word, reflexive = _reflexive(adjective_)
    stem = word[:-2]
    has_i = word.lower().endswith("яя") or stem[-1:].lower() in _NEVER_Y
    return stem + ("ий" if has_i else "ый") + reflexive
