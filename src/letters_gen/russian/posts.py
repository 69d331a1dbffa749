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
from letters_gen.russian.engines import Parse, inflected, known_as, parses, spelled_as
from letters_gen.russian.forms import Form, joined
from letters_gen.russian.paradigms import (
    adjective,
    as_feminine,
    as_masculine,
    is_adjectival,
    is_feminine,
    noun,
)
from letters_gen.russian.post_heads import (
    DASH,
    PREFIXES,
    SPACES,
    adjectives_behind,
    head_of,
    heads_of,
    is_abbreviated,
    is_passed_over,
    is_substantive,
    may_head,
)

_BRACKETED = re.compile(r"\(([^()]+)\)")
_GOVERNING = (("зам", "gent"), ("пом", "gent"), ("зав", "ablt"), ("нач", "gent"))
_LATIN = re.compile(r"[a-z]+$")


@lru_cache(50_000)
def declined_post(text: str, sex: Sex | None, case: Case) -> Form:
    """A post in a case.

    Args:
        sex: of the person: a head that is an adjective or a participle follows it («исполняющей
            обязанности»).
    """
    form = joined([_declined_head(part, sex, case) for part in heads_of(text.strip())])
    for bracketed in _BRACKETED.findall(text):
        if may_head(bracketed):
            inner = joined([_declined_head(part, sex, case) for part in heads_of(bracketed)])
            form = _replaced(form, f"({bracketed})", f"({inner.text})")
    return form


def _replaced(form: Form, old: str, new: str) -> Form:
    return Form(
        form.text.replace(old, new), tuple(other.replace(old, new) for other in form.others)
    )


def _declined_head(text: str, sex: Sex | None, case: Case) -> Form:
    """One head of a double post with what belongs to it, or what joins two.

    The words before the head decline with it, the words behind it stay; what joins heads and what
    begins with a shortened word («и.о. директора») stays as a whole.
    """
    is_joint = not text.strip(" -–—,;/") or text.strip() == "и"
    if is_joint or is_abbreviated(text):
        return Form(text)
    words = SPACES.split(text)
    head = head_of(words)
    if head is None:
        return Form(text)
    # The adjectives follow the sex only where the head does: «кухонной рабочей», but «старшему
    # методисту».
    follows_sex = is_adjectival(words[head]) and is_substantive(words[head])
    of_adjectives = sex if follows_sex else None
    end = head + 1 if is_adjectival(words[head]) else adjectives_behind(words, head)
    beside = [_beside_head(word, of_adjectives, case) for word in words[:end]]
    declined = _declined_word(words[head], sex, case)
    rest = Form("".join(words[end:]))
    return joined([*beside[:head], declined, *beside[head + 1 :], rest])


def _beside_head(word: str, sex: Sex | None, case: Case) -> Form:
    """A word beside the head, which declines with it; white space, adverbs, «ст.» stay."""
    if not word.strip() or is_passed_over(word):
        return Form(word)
    return _declined_word(word, sex, case)


def _declined_word(word: str, sex: Sex | None, case: Case) -> Form:
    """A word that declines, both halves of a double one; `sex` is followed by what is shaped as an
    adjective.
    """
    if DASH in word:
        first, *others = (_declined_word(piece, sex, case) for piece in word.split(DASH))
        forms = [first]
        for other in others:
            forms += [Form(DASH), other]
        return joined(forms)
    if is_adjectival(word) and is_substantive(word):
        return _weighed(word, _of_sex(word, sex), case)
    if case is Case.NOMINATIVE:
        return Form(word)
    return _noun(word, case)


def _of_sex(word: str, sex: Sex | None) -> str:
    """An adjective's shape as it is said of the person: a woman is «исполняющая», a man
    «заведующий»; as it is written where the sex isn't known.
    """
    if sex == "f" and not is_feminine(word):
        return spelled_as(as_feminine(word.lower()), word)
    if sex == "m" and is_feminine(word):
        return spelled_as(as_masculine(word.lower()), word)
    return word


def _weighed(written: str, word: str, case: Case) -> Form:
    """An adjectival head: the school grammar, held against the dictionary.

    Args:
        written: the word as the post has it, which is what else it may be where the dictionary
            doesn't know it.
        word: the same, said of the person's sex.
    """
    if case is Case.NOMINATIVE:
        return Form(word)
    by_grammar = spelled_as(adjective(word.lower(), case), word)
    by_dictionary = _adjective_of_dictionary(word, case)
    if by_dictionary is None:
        return Form(by_grammar, (written,))
    if by_dictionary.replace("ё", "е") == by_grammar.replace("ё", "е"):
        return Form(by_grammar)
    return Form(by_grammar, (by_dictionary,))


def _adjective_of_dictionary(word: str, case: Case) -> str | None:
    """The dictionary's form of a word of an adjective's shape; None where it doesn't know it in
    that gender.
    """
    gender = "femn" if is_feminine(word) else "masc"
    known = known_as(word, "nomn", "sing", gender)
    if not known:
        return None
    is_adjective = known[0].tag.POS in ("ADJF", "PRTF")
    if is_adjective and gender == "masc" and case is Case.ACCUSATIVE:
        case = Case.GENITIVE  # a post is a person
    return inflected(known[0], case, word)


def _noun(word: str, case: Case) -> Form:
    """A noun as the dictionary has it; one that it only guesses is held against the school
    grammar.
    """
    low = word.lower()
    if _stays(low):
        return Form(word)
    nouns = [parse for parse in parses(low) if {"NOUN", "nomn", "sing"} in parse.tag]
    nouns.sort(key=lambda parse: "anim" not in parse.tag)  # a post is a person: «члена комиссии»
    guesses = []
    for parse in nouns:
        form = inflected(parse, _as_person(parse, case), word)
        if form and parse.is_known:
            return Form(form)
        guesses.append(form)
    by_grammar = noun(word, case) or word
    if by_grammar in guesses:
        return Form(by_grammar)
    return Form(by_grammar, (word,))


def _as_person(noun_found: Parse, case: Case) -> Case:
    """The case whose form is looked up: the dictionary has «модератор», «счётчик» for things alone,
    whose accusative a post never takes.
    """
    is_thing = {"masc", "inan"} in noun_found.tag
    return Case.GENITIVE if is_thing and case is Case.ACCUSATIVE else case


def _stays(low: str) -> bool:
    """Whether a noun stays as it is: «вице», «IT»; «замначальника», «завкафедрой», where what is
    deputized for or headed stands in its case already.
    """
    if low in PREFIXES or _LATIN.match(low):
        return True
    for beginning, governed in _GOVERNING:
        rest = low.removeprefix(beginning)
        if rest != low and known_as(rest, "NOUN", governed) and not known_as(rest, "nomn", "sing"):
            return True
    return False
