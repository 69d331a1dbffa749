"""Posts in a case: «исполняющий обязанности директора» -> «исполняющему обязанности директора».

What declines is the head: adjectives and participles before the first noun, and that noun («старшему методисту»),
both halves of a double one («директору-учителю»). What follows depends on it and stays as it is. Each word is asked of
the dictionary and of the school grammar; where they differ, or the dictionary doesn't know it, the form is doubtful.
"""

from __future__ import annotations

import re
from functools import lru_cache

from letters_gen.russian.cases import Case, Sex
from letters_gen.russian.engines import GENDERS, inflected, parses, spelled_as
from letters_gen.russian.name_parts import Form
from letters_gen.russian.paradigms import Gender, adjective, as_feminine, as_masculine, is_adjectival, noun

_ABBREVIATED = re.compile(r"^(?:вр\.\s*)?и\.\s*о\.|^и\.?о\.?\s|^врио\s|^зам\.", re.IGNORECASE)
_JOINT = re.compile(r"(\s+[-–—]\s+|\s+и\s+)")
_SPACES = re.compile(r"(\s+)")
_PREFIXES = ("вице", "экс", "пресс", "обер")
_DASH = "-"


@lru_cache(50_000)
def declined_post(text: str, sex: Sex | None, case: Case) -> Form:
    """A post in a case.

    Args:
        sex: of the person: a head that is an adjective or a participle follows it («исполняющей обязанности»).
    """
    return _together([_declined_head(part, sex, case) for part in _heads(text.strip())])


def _heads(text: str) -> list[str]:
    """The heads of a double post and what joins them: «директор – учитель истории», «директор и учитель истории».

    What an «и» joins further back is no head: «министр образования и науки».
    """
    first, *rest = _JOINT.split(text)
    heads = [first]
    for joint, part in zip(rest[::2], rest[1::2], strict=True):
        if joint.strip() == "и" and not _may_head(part):
            heads[-1] += joint + part
        else:
            heads += [joint, part]
    return heads


def _may_head(text: str) -> bool:
    wanted = {"NOUN", "anim", "nomn", "sing"}
    word = _SPACES.split(text)[0].split(_DASH)[0].lower()
    return any(parse.is_known and wanted in parse.tag for parse in parses(word))


def _together(forms: list[Form]) -> Form:
    text = "".join(form.text for form in forms)
    if not any(form.is_doubtful for form in forms):
        return Form(text)
    other = "".join((form.others or (form.text,))[0] for form in forms)
    return Form(text, (other,) if other != text else (text + "?",))


def _declined_head(text: str, sex: Sex | None, case: Case) -> Form:
    if _ABBREVIATED.match(text) or not text.strip(" -–—") or text.strip() == "и":
        return Form(text)
    words = _SPACES.split(text)
    done: list[Form] = []
    for index in range(0, len(words), 2):
        word, rest = words[index], words[index + 1 :]
        if _is_adverb(word) and rest:
            done += [Form(word), Form(rest[0])]
            continue
        attributive = _is_attributive(word) and len(rest) > 1 and _agrees(rest[1], word)
        done.append(_declined_word(word, None if attributive else sex, case))
        if not attributive:
            return _together([*done, Form("".join(rest))])
        done.append(Form(rest[0]))
    return _together(done)


def _is_adverb(word: str) -> bool:
    return any("ADVB" in parse.tag and parse.is_known for parse in parses(word.lower())[:1])


def _is_attributive(word: str) -> bool:
    return is_adjectival(word) and any({"nomn", "sing"} in parse.tag and _is_adjective(parse) for parse in parses(word))


def _is_adjective(parse: object) -> bool:
    tag = parse.tag  # type: ignore[attr-defined]
    return "ADJF" in tag or "PRTF" in tag


def _agrees(word: str, with_adjective: str) -> bool:
    """Whether `word` may be what the adjective before it belongs to: nominative, of its gender, not a dependent."""
    gender = "femn" if with_adjective.lower().endswith(("ая", "яя")) else "masc"
    for parse in parses(word.split(_DASH)[0].lower() if _DASH in word else word.lower()):
        tag = parse.tag
        if {"nomn", "sing", gender} in tag and ("NOUN" in tag or _is_adjective(parse)):
            return True
        if {"nomn", "sing", "NOUN"} in tag and "ms-f" in tag:
            return True
    return False


def _declined_word(word: str, sex: Sex | None, case: Case) -> Form:
    if _DASH in word:
        pieces = [_declined_word(piece, sex, case) for piece in word.split(_DASH)]
        parted = [part for piece in pieces for part in (Form(_DASH), piece)][1:]
        return _together(parted)
    if is_adjectival(word) and _is_substantive(word):
        return _weighed(word, _of_sex(word, sex), case)
    if case is Case.NOMINATIVE:
        return Form(word)
    return _noun(word, case)


def _is_substantive(word: str) -> bool:
    """Whether a word of an adjective's shape declines as one: «заведующая» does, «санаторий» doesn't."""
    expected = adjective(word.lower(), Case.DATIVE)
    return any(inflected(parse, Case.DATIVE, word.lower()) == expected for parse in parses(word.lower()))


def _of_sex(word: str, sex: Sex | None) -> str:
    feminine = word.lower().endswith(("ая", "яя"))
    if sex == "f" and not feminine:
        return spelled_as(as_feminine(word.lower()), word)
    return spelled_as(as_masculine(word.lower()), word) if sex == "m" and feminine else word


def _weighed(written: str, word: str, case: Case) -> Form:
    """An adjectival head: the school grammar, held against the dictionary."""
    by_grammar = spelled_as(adjective(word.lower(), case), word)
    if case is Case.NOMINATIVE:
        return Form(word)
    feminine = word.lower().endswith(("ая", "яя"))
    known = _dictionary_form(word, "f" if feminine else "m", case)
    return _opinions(by_grammar, known) if known else Form(by_grammar, (written,))


def _dictionary_form(word: str, gender: Gender, case: Case) -> str | None:
    """The dictionary's form of a word that it knows in this gender."""
    for parse in parses(word):
        if parse.is_known and {"nomn", "sing", GENDERS.get(gender, "neut")} in parse.tag:
            form = inflected(parse, case, word)
            if form and parse.tag.POS in ("ADJF", "PRTF") and case is Case.ACCUSATIVE and gender == "m":
                return inflected(parse, Case.GENITIVE, word)
            return form
    return None


def _noun(word: str, case: Case) -> Form:
    """A noun as the dictionary has it; one that it only guesses is held against the school grammar."""
    low = word.lower()
    if low in _PREFIXES or _is_deputy(low):
        return Form(word)
    nouns = [parse for parse in parses(low) if {"NOUN", "nomn", "sing"} in parse.tag]
    forms = [(parse.is_known, inflected(parse, case, word)) for parse in nouns]
    known = next((form for is_known, form in forms if is_known and form), None)
    if known:
        return Form(known)
    by_grammar = noun(word, case) or word
    return Form(by_grammar) if by_grammar in {form for _, form in forms} else Form(by_grammar, (word,))


def _is_deputy(low: str) -> bool:
    """«замначальника»: what is deputized for stands in the genitive already."""
    rest = low.removeprefix("зам")
    return rest != low and any(parse.is_known and {"NOUN", "gent"} in parse.tag for parse in parses(rest))


def _opinions(chosen: str, other: str) -> Form:
    return Form(chosen) if chosen.replace("ё", "е") == other.replace("ё", "е") else Form(chosen, (other,))
