"""Where the heads of a post stand: «старший методист, учитель истории» has two, «зав. филиалом»
none that declines.
"""

from __future__ import annotations

import re

from letters_gen.russian.cases import Case
from letters_gen.russian.engines import inflected, known, parses
from letters_gen.russian.paradigms import adjective, is_adjectival

_ABBREVIATED = re.compile(
    r"^(?:вр\.\s*)?и\.\s*о\.|^и[./]?о\.?\s|^врио\.?\s|^за[мв]\.", re.IGNORECASE
)
_JOINT = re.compile(r"(\s+[-–—]\s+|\s*[,;/]\s*|\s+и\s+)")
SPACES = re.compile(r"(\s+)")
PREFIXES = ("вице", "экс", "пресс", "обер", "статс", "шеф", "топ", "лейб", "гранд")
DASH = "-"


def heads_of(text: str) -> list[str]:
    """The heads of a double post and what joins them: «директор – учитель истории», «директор и
    учитель истории».

    What is joined further back is no head: «министр образования и науки», «и.о. заместителя -
    начальника отдела».
    """
    first, *rest = _JOINT.split(text)
    heads = [first]
    for joint, part in zip(rest[::2], rest[1::2], strict=True):
        if not may_head(part) and (
            joint.strip() in ("и", ",", ";", "/") or known(SPACES.split(part)[0])
        ):
            heads[-1] += joint + part
        else:
            heads += [joint, part]
    return heads


def is_abbreviated(text: str) -> bool:
    """Whether a post begins with «и.о.», «врио», «зам.», «зав.»: such a one stays as it is."""
    return _ABBREVIATED.match(text) is not None


def may_head(text: str) -> bool:
    """Whether a text begins as a post does: with a person in the nominative, before which
    adjectives may stand.
    """
    first, *rest = SPACES.split(text, maxsplit=1)
    if is_abbreviated(text):
        return True
    if (
        is_adjectival(first)
        and rest
        and _agrees(SPACES.split(rest[1])[0], first)
        and may_head(rest[1])
    ):
        return True
    word = first.split(DASH)[0].lower()
    if is_adjectival(word) and is_substantive(word) and _is_person(word):
        return True
    return any({"NOUN", "anim", "nomn", "sing"} in parse.tag for parse in known(word))


def _is_person(word: str) -> bool:
    """Whether an adjective's shape names a person by itself: «заведующий», «исполняющая»."""
    return any("PRTF" in parse.tag or {"NOUN", "anim"} in parse.tag for parse in known(word))


def head_of(words: list[str]) -> int | None:
    """Where the head stands, behind adverbs, shortened words and adjectives; None where nothing
    declines.

    «ст. методист», but «зав. филиалом»: only a nominative can be what a shortened word belongs to.
    """
    for index in range(0, len(words) - 2, 2):
        word, following = words[index], words[index + 2]
        if word.endswith(".") and not may_head(following):
            return None
        if not is_passed_over(word) and not (_is_attributive(word) and _agrees(following, word)):
            return index
    return len(words) - 1


def is_passed_over(word: str) -> bool:
    """Whether a word before the head stays as it is: «временно», «ст.»."""
    return word.endswith(".") or _is_adverb(word)


def _is_adverb(word: str) -> bool:
    return any("ADVB" in parse.tag and parse.is_known for parse in parses(word.lower())[:1])


def _is_attributive(word: str) -> bool:
    return is_adjectival(word) and any(
        {"nomn", "sing"} in parse.tag and _is_adjective(parse) for parse in parses(word)
    )


def _is_adjective(parse: object) -> bool:
    tag = parse.tag  # type: ignore[attr-defined]
    return "ADJF" in tag or "PRTF" in tag


def _agrees(word: str, with_adjective: str) -> bool:
    """Whether `word` may be what the adjective before it belongs to: nominative, of its gender, not
    a dependent.
    """
    gender = "femn" if with_adjective.lower().endswith(("ая", "яя")) else "masc"
    halves = word.lower().split(DASH)
    for parse in parses(halves[-1] if halves[0] in PREFIXES else halves[0]):
        tag = parse.tag
        if {"nomn", "sing", gender} in tag and ("NOUN" in tag or _is_adjective(parse)):
            return True
        if {"nomn", "sing", "NOUN"} in tag and "ms-f" in tag:
            return True
    return False


def is_substantive(word: str) -> bool:
    """Whether a word of an adjective's shape declines as one: «заведующая» does, «санаторий»
    doesn't.
    """
    expected = adjective(word.lower(), Case.DATIVE)
    return any(
        inflected(parse, Case.DATIVE, word.lower()) == expected for parse in parses(word.lower())
    )
