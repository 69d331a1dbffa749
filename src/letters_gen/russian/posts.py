"""Posts in a case: «исполняющий обязанности директора» -> «исполняющему обязанности директора».

What declines is the head: adjectives and participles before the first noun, and that noun
(«старшему методисту»), both halves of a double one («директору-учителю»). What follows depends on
it and stays as it is. Each word is asked of the dictionary and of the school grammar; where they
differ, or the dictionary doesn't know it, the form is doubtful.
"""

from __future__ import annotations

import re
from functools import lru_cache

from letters_gen.russian.cases import Case, Sex
from letters_gen.russian.engines import GENDERS, inflected, known, parses, spelled_as
from letters_gen.russian.name_parts import Form
from letters_gen.russian.paradigms import (
    Gender,
    adjective,
    as_feminine,
    as_masculine,
    is_adjectival,
    noun,
)
from letters_gen.russian.post_heads import (
    DASH,
    PREFIXES,
    SPACES,
    head_of,
    heads_of,
    is_abbreviated,
    is_passed_over,
    is_substantive,
    may_head,
)

_BRACKETED = re.compile(r"\(([^()]+)\)")
_LATIN = re.compile(r"[a-z]+$")


@lru_cache(50_000)
def declined_post(text: str, sex: Sex | None, case: Case) -> Form:
    """A post in a case.

    Args:
        sex: of the person: a head that is an adjective or a participle follows it («исполняющей
            обязанности»).
    """
    form = _together([_declined_head(part, sex, case) for part in heads_of(text.strip())])
    for bracketed in _BRACKETED.findall(text):
        if may_head(bracketed):
            inner = _together([_declined_head(part, sex, case) for part in heads_of(bracketed)])
            form = _replaced(form, f"({bracketed})", f"({inner.text})")
    return form


def _replaced(form: Form, old: str, new: str) -> Form:
    return Form(
        form.text.replace(old, new), tuple(other.replace(old, new) for other in form.others)
    )


def _together(forms: list[Form]) -> Form:
    text = "".join(form.text for form in forms)
    if not any(form.is_doubtful for form in forms):
        return Form(text)
    other = "".join((form.others or (form.text,))[0] for form in forms)
    return Form(text, (other,) if other != text else (text + "?",))


def _declined_head(text: str, sex: Sex | None, case: Case) -> Form:
    if is_abbreviated(text) or not text.strip(" -–—,;/") or text.strip() == "и":
        return Form(text)
    words = SPACES.split(text)
    head = head_of(words)
    if head is None:
        return Form(text)
    done: list[Form] = []
    # The adjectives follow the sex only where the head does: «кухонной рабочей», but «старшему
    # методисту».
    of_adjectives = sex if is_adjectival(words[head]) and is_substantive(words[head]) else None
    for word in words[:head]:
        attributive = word.strip() and not is_passed_over(word)
        done.append(_declined_word(word, of_adjectives, case) if attributive else Form(word))
    return _together(
        [*done, _declined_word(words[head], sex, case), Form("".join(words[head + 1 :]))]
    )


def _declined_word(word: str, sex: Sex | None, case: Case) -> Form:
    if DASH in word:
        pieces = [_declined_word(piece, sex, case) for piece in word.split(DASH)]
        parted = [part for piece in pieces for part in (Form(DASH), piece)][1:]
        return _together(parted)
    if is_adjectival(word) and is_substantive(word):
        return _weighed(word, _of_sex(word, sex), case)
    if case is Case.NOMINATIVE:
        return Form(word)
    return _noun(word, case)


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
    by_dictionary = _dictionary_form(word, "f" if feminine else "m", case)
    return _opinions(by_grammar, by_dictionary) if by_dictionary else Form(by_grammar, (written,))


def _dictionary_form(word: str, gender: Gender, case: Case) -> str | None:
    """The dictionary's form of a word that it knows in this gender."""
    for parse in known(word):
        if {"nomn", "sing", GENDERS.get(gender, "neut")} in parse.tag:
            form = inflected(parse, case, word)
            if (
                form
                and parse.tag.POS in ("ADJF", "PRTF")
                and case is Case.ACCUSATIVE
                and gender == "m"
            ):
                return inflected(parse, Case.GENITIVE, word)
            return form
    return None


def _noun(word: str, case: Case) -> Form:
    """A noun as the dictionary has it; one that it only guesses is held against the school
    grammar.
    """
    low = word.lower()
    if low in PREFIXES or _LATIN.match(low) or _is_deputy(low):
        return Form(word)
    nouns = [parse for parse in parses(low) if {"NOUN", "nomn", "sing"} in parse.tag]
    nouns.sort(key=lambda parse: "anim" not in parse.tag)  # a post is a person: «члена комиссии»
    forms = [(parse.is_known, inflected(parse, case, word)) for parse in nouns]
    by_dictionary = next((form for is_known, form in forms if is_known and form), None)
    if by_dictionary:
        return Form(by_dictionary)
    by_grammar = noun(word, case) or word
    return (
        Form(by_grammar) if by_grammar in {form for _, form in forms} else Form(by_grammar, (word,))
    )


def _is_deputy(low: str) -> bool:
    """«замначальника»: what is deputized for stands in the genitive already."""
    rest = low.removeprefix("зам")
    return rest != low and any({"NOUN", "gent"} in parse.tag for parse in known(rest))


def _opinions(chosen: str, other: str) -> Form:
    return (
        Form(chosen)
        if chosen.replace("ё", "е") == other.replace("ё", "е")
        else Form(chosen, (other,))
    )
