"""A clause about one thing, said of several: «не достигнут показатель» – «не достигнуты
показатели».
"""

from __future__ import annotations

from letters_gen.russian.engines import Parse, known, spelled_as

_UNCHANGED = ("не", "ни", "также")
# What agrees with a noun in its case, and what only tells that there is one.
_ATTRIBUTES, _PREDICATES = {"ADJF", "PRTF"}, {"ADJS", "PRTS", "VERB"}


def plural_before(words: list[str]) -> list[str]:
    """The words that stand before the names of several things, where `words` stand before the name
    of one; the same words where they don't end with a noun that tells what it is.
    """
    noun = _noun(words[-1]) if words else None
    if noun is None:
        return words
    said = [_plural(noun, words[-1])]
    for word in reversed(words[:-1]):
        form = _agreeing(word, noun)
        if form is None:
            break
        said.append(form)
    return words[: len(words) - len(said)] + said[::-1]


def plural_behind(words: list[str]) -> list[str]:
    """The words that follow the names of several things, where `words` followed that of one: those
    of its predicate, which come first.
    """
    said = []
    for word in words:
        form = _predicate(word)
        if form is None:
            break
        said.append(form)
    return said + words[len(said) :]


def _noun(word: str) -> Parse | None:
    nouns = [one for one in known(word) if {"NOUN", "sing"} in one.tag]
    subjects = [one for one in nouns if "nomn" in one.tag]
    return next(iter(subjects or nouns), None)


def _agreeing(word: str, noun: Parse) -> str | None:
    """A word before a noun as it stands before several; None where it isn't said of it."""
    for parse in known(word):
        of_noun = {"sing", noun.tag.case, noun.tag.gender}
        if parse.tag.POS in _ATTRIBUTES and of_noun in parse.tag:
            return _plural(parse, word, noun.tag.case)
    return _predicate(word) if noun.tag.case == "nomn" else None


def _predicate(word: str) -> str | None:
    if word.casefold() in _UNCHANGED:
        return word
    for parse in known(word):
        if parse.tag.POS in _PREDICATES and "sing" in parse.tag and "impr" not in parse.tag:
            return _plural(parse, word)
    return None


def _plural(parse: Parse, word: str, case: str | None = None) -> str:
    form = parse.inflect({"plur", case} if case else {"plur"})
    return spelled_as(form.word, word) if form else word
