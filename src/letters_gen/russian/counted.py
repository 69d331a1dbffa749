"""What so many are part of: «8 из 14 учителей», but «30 из 31 учителя»."""

from __future__ import annotations

from functools import lru_cache

from letters_gen.russian.agreement import form_for
from letters_gen.russian.engines import Parse, known, spelled_as

_ATTRIBUTES = {"ADJF", "PRTF"}
_OF_SEVERAL = {"plur", "gent"}


@lru_cache(1_000)
def out_of_so_many(number: int, several: str) -> str:
    """The words that follow the number behind «из».

    Args:
        several: what is counted, in the genitive of the plural: «педагогических работников»; it
            stays as it is where the dictionary doesn't know it so.
    """
    return form_for(number, _of_one(several), several, several)


def _of_one(several: str) -> str:
    """The genitive of the singular: «педагогического работника», «обучающегося»."""
    words = several.split()
    found = [_parse(word) for word in words]
    head = next((at for at, one in enumerate(found) if one and one.tag.POS == "NOUN"), None)
    if head is None:
        # «Обучающихся»: a participle that stands for a noun.
        head = len(words) - 1
    phrase = [(word, one) for word, one in zip(words[: head + 1], found, strict=False) if one]
    if not phrase or len(phrase) <= head:
        return several
    return _declined(phrase, words[head + 1 :]) or several


def _parse(word: str) -> Parse | None:
    """What a word in the genitive of the plural is: rather what belongs to a noun than one."""
    parses = [one for one in known(word) if _OF_SEVERAL in one.tag]
    attributes = [one for one in parses if one.tag.POS in _ATTRIBUTES]
    nouns = [one for one in parses if one.tag.POS == "NOUN"]
    return next(iter([*attributes, *nouns]), None)


def _declined(phrase: list[tuple[str, Parse]], rest: list[str]) -> str | None:
    """The words up to the head in the singular, with its gender; None where one has no such
    form.
    """
    single = phrase[-1][1].inflect({"sing", "gent"})
    if single is None:
        return None
    said = []
    for word, parse in phrase:
        wanted = {"sing", "gent"}
        if parse.tag.POS in _ATTRIBUTES:
            wanted.add(single.tag.gender or "masc")
        form = parse.inflect(wanted)
        if form is None:
            return None
        said.append(form.word if word.islower() else spelled_as(form.word, word))
    return " ".join([*said, *rest])
