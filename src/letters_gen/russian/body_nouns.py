"""The noun that a body's name is of: «Министерство», «Рособрнадзор», «Школа-интернат», «Ясли».

The dictionary is asked first. A compound that it lacks («Минпросвещения», «Росмолодёжь») is told by
its last part: in the genitive it stays, in the nominative it declines as that part does. Where
neither tells, the form is doubtful.
"""

from __future__ import annotations

import re

from letters_gen.russian.cases import Case
from letters_gen.russian.engines import Parse, inflected, known_as, spelled_as
from letters_gen.russian.forms import Form, weighed
from letters_gen.russian.name_shapes import fleeting
from letters_gen.russian.paradigms import noun

_PERSONAL = ("Surn", "Name", "Patr")
# Offices whose shortened names don't decline: «облоно», «райпо».
_SHORTENED = re.compile(r"(?:оно|[рл]ьпо|айпо)$")
_UNTOLD = re.compile(r"(?:[её]ц|[оеё]к|[ыиоея])$")
_INDECLINABLE = re.compile(r"[уюэё]$")
# First parts that stay in a compound («пресс-центра», «бизнес-инкубатора»): «Правила русской
# орфографии и пунктуации» (2006), § 120.
_STAYING = re.compile(
    r"^(?:пресс|бизнес|интернет|конференц|конгресс|штаб|медиа|веб|онлайн|арт|шоу|фото|видео|аудио"
    r"|кино|теле|радио|эко|мини|микро|топ|вице|экс|спорт|сити|хай|ай|кафе|технопарк|этно|агро|био"
    r"|инфо|йога|фан|фитнес|блиц|экспресс|тест|смарт|джаз|рок|поп|караоке|стрит|лего|стем)$"
)
_LEAST_PART = 4
_OF_SOMETHING = ("мин", "дагмин", "госком", "глав", "деп")
_TOLD_BY_LAST_PART = ("а", "я", "ь", "о", "е", "ы", "и")


def noun_in_case(word: str, case: Case) -> Form:
    """The noun in a case, doubtful where neither the dictionary nor its ending tells it."""
    if "-" in word:
        return _compound(word, case)
    by_dictionary = of_thing(word, case)
    if by_dictionary is not None:
        return Form(by_dictionary)
    low = word.lower()
    if _SHORTENED.search(low) or _INDECLINABLE.search(low):
        return Form(word)
    found = None
    if low.endswith(_TOLD_BY_LAST_PART):
        found = _by_last_part(word, case)
    return found or _by_shape(word, case)


def nominatives(word: str) -> list[Parse]:
    """What the dictionary has the word for as a noun in the nominative: things and places before
    persons, no person's name, no preposition («по» is an abbreviation too).
    """
    if known_as(word, "PREP"):
        return []
    found = [
        parse
        for parse in known_as(word, "NOUN", "nomn")
        if not any(kind in parse.tag for kind in _PERSONAL)
    ]
    found.sort(key=lambda parse: "inan" not in parse.tag)
    return found


def of_thing(word: str, case: Case) -> str | None:
    """The dictionary's form of a noun, as of a thing where it is one; None where it has no such."""
    for parse in nominatives(word):
        form = inflected(parse, case, word)
        if form is not None:
            return form
    return None


def gender_of(word: str) -> str:
    """The gender of a noun as the dictionary names it (`masc`, `femn`, `neut`, `plur`); by the
    ending where it has none.
    """
    last = word.split("-")[0]
    for parse in nominatives(last):
        if "plur" in parse.tag:
            return "plur"
        if parse.tag.gender:
            return str(parse.tag.gender)
    low = word.lower()
    if low.endswith(("а", "я", "сть")):
        return "femn"
    if low.endswith(("о", "е")):
        return "neut"
    return "masc"


def _by_last_part(word: str, case: Case) -> Form | None:
    """A compound by its last part that the dictionary knows; None where it knows none.

    «Минпросвещения» is a ministry of something, and stays; «Минкомсвязь» is a связь by itself.
    """
    low = word.lower()
    for start in range(2, len(low) - _LEAST_PART + 1):
        part = low[start:]
        if not known_as(part, "NOUN"):
            continue
        # «Минцифры»: what a ministry is of looks like a plural too.
        stays = bool(known_as(part, "NOUN", "gent")) and not known_as(part, "sing", "nomn")
        of_part = of_thing(part, case)
        if of_part is None or (stays and low.startswith(_OF_SOMETHING)):
            return Form(word) if stays else None
        declined = spelled_as(low[:start] + of_part, word)
        return Form(declined, (word,) if stays and declined != word else ())
    return None


def _by_shape(word: str, case: Case) -> Form:
    """A noun by its ending alone: «Рособрнадзор»; one that hides its stem or its gender is
    doubtful.
    """
    low = word.lower()
    if low.endswith("ь"):
        return _on_soft_sign(word, case)
    stem = fleeting(word)
    chosen = noun(stem, case, animate=False)
    if case is Case.ACCUSATIVE and chosen == stem:
        chosen = word
    if chosen is None:
        return Form(word, (f"{word}?",))
    if _UNTOLD.search(low) and not low.endswith(("ие", "ство", "ия")):
        return weighed(chosen, word if chosen != word else f"{word}?")
    return Form(chosen)


def _on_soft_sign(word: str, case: Case) -> Form:
    """A noun on -ь that no dictionary has: its gender is a guess."""
    feminine, masculine = noun(word, case, "f"), noun(word, case, animate=False)
    if word.lower().endswith(("поль", "тель", "арь")):
        return weighed(masculine or word, feminine)
    return weighed(feminine or word, masculine)


def _compound(word: str, case: Case) -> Form:
    """A noun of several halves: of «Школа-интернат» both decline, of «Пресс-центр» the last.

    Halves of a town's name stay before the last («Санкт-Петербург»), unless they name it by
    themselves («Ростов-на-Дону»).
    """
    by_dictionary = of_thing(word, case)
    if by_dictionary is not None:
        return Form(by_dictionary)
    *before, last = word.split("-")
    if len(before) > 1 and before[-1] in ("на", "над", "под", "при", "у"):
        head = noun_in_case(before[0], case)
        return Form(head.text + word[len(before[0]) :], head.others)
    halves = [_half(piece, case) for piece in before]
    end = noun_in_case(last, case)
    text = "-".join([*(half.text for half in halves), end.text])
    other = "-".join([*(half.alternative for half in halves), end.alternative])
    return weighed(text, other)


def _half(word: str, case: Case) -> Form:
    """A half before the last: it declines where it is a noun of itself («Дом-интернат»)."""
    low = word.lower()
    if _STAYING.match(low) or (word.isupper() and len(word) > 1):
        return Form(word)
    if any("Geox" not in parse.tag and "Abbr" not in parse.tag for parse in nominatives(word)):
        return noun_in_case(word, case)
    return Form(word)
