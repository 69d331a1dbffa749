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
    phrase: list[tuple[str, Parse]] = []
    for word in words:
        parse = _parse(word)
        if parse is None:
            break
        phrase.append((word, parse))
        if _is_head(word, parse):
            break
    rest = words[len(phrase) :]
    is_whole = bool(phrase) and (_is_head(*phrase[-1]) or not rest)
    return (is_whole and _declined(phrase, rest)) or several


def _is_head(word: str, parse: Parse) -> bool:
    """Whether a word is what is counted: «учащихся школ» are pupils."""
    return parse.tag.POS == "NOUN" or word.endswith("щихся")


def _parse(word: str) -> Parse | None:
    """What a word in the genitive of the plural likeliest is; of persons of either sex a man
    («учащегося»).
    """
    parses = [one for one in known(word) if _OF_SEVERAL in one.tag]
    same_kind = [one for one in parses if one.tag.POS == parses[0].tag.POS]
    same_kind.sort(key=lambda one: one.tag.gender == "femn")
    return next(iter(same_kind), None)


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
