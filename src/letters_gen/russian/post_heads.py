"""Where the heads of a post stand: «старший методист, учитель истории» has two, «зав. филиалом»
none that declines.
"""

from __future__ import annotations

import re

from letters_gen.russian.cases import Case
from letters_gen.russian.engines import inflected, known, known_as, parses
from letters_gen.russian.paradigms import adjective, is_adjectival, is_feminine

_ABBREVIATED = re.compile(
    r"^(?:вр\.\s*)?и\.\s*о\.|^и[./]?о\.?\s|^вр(?:ио|ип)\.?\s|^вр\.?\s?и\.?\s?д\.?(?:\s|$)|^за[мв]\.",
    re.IGNORECASE,
)
# Whoever acts for another is a head too, without a comma: «учитель исполняющий обязанности …».
_ACTING = r"(?:временно\s+)?исполняющ(?:ий|ая)\s+обязанности"
_JOINT = re.compile(
    rf"(\s+[-–—]\s+|\s*[,;/]\s*|\s+и\s+|(?<!временно)\s+(?={_ACTING}))", re.IGNORECASE
)
_BRACKETS = re.compile(r"\([^()]*\)\s*")
_IN_CAPITALS = re.compile(r"[А-ЯЁ]{1,3}$")  # «ИП» is no person of the dictionary's
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
        # Behind a dash a word that the dictionary lacks may be a post that it lacks.
        may_depend = joint.strip() in ("и", ",", ";", "/") or known(SPACES.split(part)[0])
        if may_depend and not may_head(part):
            heads[-1] += joint + part
        else:
            heads += [joint, part]
    return heads


def is_abbreviated(text: str) -> bool:
    """Whether a post begins with «и.о.», «врио», «зам.», «зав.»: such a one stays as it is."""
    return _ABBREVIATED.match(text) is not None


def is_post(text: str) -> bool:
    """Whether a text names a person's office rather than a body: its head is a person («Первый
    заместитель министра», «Уполномоченный по правам ребёнка»), not a thing («Управляющий совет»).
    """
    if is_abbreviated(text):
        return True
    words = SPACES.split(_BRACKETS.sub("", heads_of(text.strip())[0]))
    head = head_of(words)
    if head is None or _IN_CAPITALS.match(words[head]):
        return False
    return _names_person(_telling(words[head]))


def _telling(word: str) -> str:
    """What of a double word tells what it is: of «шеф-повар» the second half, else the first."""
    first, *others = word.lower().split(DASH)
    return others[-1] if others and first in PREFIXES else first


def _names_person(word: str) -> bool:
    """Whether a word is a person before all else, and no place («Орёл»), no name («Лев»)."""
    if is_adjectival(word) and is_substantive(word):
        return _is_person(word) and not known_as(word, "NOUN", "inan")
    nouns = known_as(word, "NOUN", "nomn", "sing")
    if not nouns or any("Geox" in parse.tag for parse in nouns):
        return False
    likeliest = nouns[0].tag
    return "anim" in likeliest and not any(kind in likeliest for kind in ("Name", "Surn", "Patr"))


def may_head(text: str) -> bool:
    """Whether a text begins as a post does: with a person in the nominative, before which
    adjectives may stand.
    """
    if is_abbreviated(text):
        return True
    first, *rest = SPACES.split(text, maxsplit=1)
    if rest and _leads_to_head(first, rest[1]):
        return True
    # Of «директор-учитель» the first half tells; «заведующий» is a person by itself.
    word = first.split(DASH)[0].lower()
    if is_adjectival(word) and is_substantive(word) and _is_person(word):
        return True
    return bool(known_as(word, "NOUN", "anim", "nomn", "sing"))


def _leads_to_head(first: str, behind: str) -> bool:
    """Whether an adverb, or an adjective of a person, stands before a post; what the adjective of
    «старший методист» belongs to may itself have adjectives before it.
    """
    belongs = is_adjectival(first) and _agrees(SPACES.split(behind)[0], first)
    return (belongs or _is_adverb(first)) and may_head(behind)


def _is_person(word: str) -> bool:
    """Whether an adjective's shape names a person by itself: «заведующий», «исполняющая»."""
    return bool(known_as(word, "PRTF") or known_as(word, "NOUN", "anim"))


def head_of(words: list[str]) -> int | None:
    """Where the head stands, behind adverbs, shortened words and adjectives; None where nothing
    declines.

    «ст. методист», but «зав. филиалом»: only a nominative can be what a shortened word belongs to.

    Args:
        words: of one head, the white space between them too.
    """
    # Every other of `words` is the white space between two.
    for index in range(0, len(words) - 2, 2):
        word, following = words[index], words[index + 2]
        if word.endswith(".") and not may_head(following):
            return None
        if is_passed_over(word):
            continue
        if not _is_attributive(word) or not _agrees(following, word):
            return index
    return len(words) - 1


def is_passed_over(word: str) -> bool:
    """Whether a word before the head stays as it is: «временно», «ст.»."""
    return word.endswith(".") or _is_adverb(word)


def _is_adverb(word: str) -> bool:
    """Whether a word is an adverb before all else, as «временно» is, which may be a short adjective
    too.
    """
    likeliest = parses(word.lower())[:1]
    return any("ADVB" in parse.tag and parse.is_known for parse in likeliest)


def _is_attributive(word: str) -> bool:
    """Whether a word may stand before its noun: an adjective or a participle in the nominative,
    known or guessed.
    """
    if not is_adjectival(word):
        return False
    for parse in parses(word):
        if {"nomn", "sing"} in parse.tag and parse.tag.POS in ("ADJF", "PRTF"):
            return True
    return False


def _agrees(word: str, with_adjective: str) -> bool:
    """Whether `word` may be what the adjective before it belongs to: nominative, of its gender, not
    a dependent.

    «старший методист», «старший научный (сотрудник)», but not «исполняющий обязанности», whose
    head is the participle itself.
    """
    if known_as(word, "PREP"):
        return False  # «по», which is an abbreviation too
    gender = "femn" if is_feminine(with_adjective) else "masc"
    for parse in parses(_telling(word)):
        tag = parse.tag
        if {"nomn", "sing", gender} in tag and tag.POS in ("NOUN", "ADJF", "PRTF"):
            return True
        # A noun of men and women alike, of whom either gender may be said: «глава», «коллега».
        if {"nomn", "sing", "NOUN", "ms-f"} in tag:
            return True
    return False


def adjectives_behind(words: list[str], head: int) -> int:
    """Where the adjectives that stand behind the head end: «врач главный», «сестра медицинская
    старшая».

    Args:
        words: of one head, the white space between them too.
    """
    nouns = known_as(_telling(words[head]), "NOUN", "nomn", "sing")
    end = head + 1
    if not nouns:
        return end
    genders = {str(parse.tag.gender) for parse in nouns}
    for index in range(head + 2, len(words), 2):
        word = words[index]
        gender = "femn" if is_feminine(word) else "masc"
        agrees = gender in genders or "ms-f" in genders or "None" in genders
        if not agrees or not word.islower() or not known_as(word, "ADJF", "nomn", "sing", gender):
            break
        end = index + 1
    return end


def is_substantive(word: str) -> bool:
    """Whether a word of an adjective's shape declines as one: «заведующая» does, «санаторий»
    doesn't.
    """
    low = word.lower()
    expected = adjective(low, Case.DATIVE)
    return any(inflected(parse, Case.DATIVE, low) == expected for parse in parses(low))
