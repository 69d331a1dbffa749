"""A full name taken apart: which of its words is the surname, the first name, the patronymic."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from letters_gen.russian.cases import Sex
from letters_gen.russian.engines import known_as
from letters_gen.russian.name_shapes import is_possessive
from letters_gen.russian.name_text import is_plain, name_text
from letters_gen.russian.sex import is_first_name, sex_of

# Persons seldom come again, their first names and patronymics do: those have caches of their own.
_CACHED = 2_000
_NBSP = "\N{NO-BREAK SPACE}"
_INITIAL = r"[А-ЯЁ][а-яё]?\."
_APART = re.compile(rf"({_INITIAL})\s+(?={_INITIAL})")
_AT_SURNAME = re.compile(rf"({_INITIAL})(?=[А-ЯЁ][а-яё]{{2,}})")
_INITIALS = re.compile(r"^(?:[А-ЯЁ][а-яё]?(?:\.-?|-))*[А-ЯЁ]\.?$")
_PATRONYMIC = re.compile(r"(?:вич|ич|вна|чна|шна)$", re.IGNORECASE)
_TURKIC = re.compile(r"^(?:оглы|оглу|кызы|гызы|уулу)$", re.IGNORECASE)
_TURKIC_END = re.compile(r"[ -](?:оглы|оглу|кызы|гызы|уулу)$", re.IGNORECASE)
_PARTICLE = re.compile(r"^(?:фон|ван|де|ди|да|дер|ден|дель|дю|ла|ле|эль|аль)$")
_BRACKETED = re.compile(r"^\(\S+\)$")
_SURNAME = re.compile(r"(?:ск|цк)(?:ий|ая)$|[гкхжшчщн]?ых$|[кхгжшчщ]их$", re.IGNORECASE)


@dataclass(frozen=True)
class FullName:
    """A person's name, taken apart.

    Attributes:
        surname: with a former one in brackets («Иванова (Петрова)»).
        first: the first name, or the initials («Г.К.») where the name has no more; '' where there
            is none.
        surname_last: whether the name was written with its surname behind.
        title: what stands before the name: «профессор »; `tail`: what stands behind it.
    """

    surname: str
    first: str = ""
    patronymic: str = ""
    surname_last: bool = False
    title: str = ""
    tail: str = ""

    @property
    def has_initials(self) -> bool:
        """Whether only initials are known."""
        return (len(self.first) < 4 or "." in self.first) and bool(_INITIALS.match(self.first))

    @property
    def is_addressable(self) -> bool:
        """Whether a letter can address the person by name: a first name is known."""
        return bool(self.first) and not self.has_initials

    @property
    def sex(self) -> Sex | None:
        """The sex that the name tells."""
        return sex_of(self.surname, self.first, self.patronymic)

    @property
    def likely_sex(self) -> Sex:
        """The sex whose forms stand where none is told for sure: a surname's own («Магомедова
        Шамиль»), else a man's.
        """
        return self.sex or sex_of(self.surname, "", "") or "m"

    @property
    def initials(self) -> str:
        """The initials: «Г.К.»; a double first name keeps its hyphen: «А.-М.Г.»; as they are
        written where no more is known.
        """
        if self.has_initials:
            return self.first
        initials = "-".join(f"{piece[0]}." for piece in self.first.split("-") if piece)
        if self.patronymic:
            initials += f"{self.patronymic[0]}."
        return initials

    def in_order(self, form: Callable[[str, str], str]) -> str:
        """The name with `form(part, word)` put for each of its words, in the order in which it was
        written.

        Args:
            form: what is put for a part: `surname`, `first` or `patronymic`, and its word.
        """
        parts = (("surname", self.surname), ("first", self.first), ("patronymic", self.patronymic))
        words = [form(part, word) for part, word in parts if word]
        if self.surname_last:
            words.append(words.pop(0))
        between = _NBSP if self.has_initials else " "
        return between.join(words)


@lru_cache(_CACHED)
def parsed_name(text: str) -> FullName:
    """A name as it is written: «Абакаров Гаджи Камилович» or the surname last, «Абакаров Г.К.»,
    «Г.К. Абакаров».

    Initials and patronymics tell which word is which; without them the order of the sheets is
    taken, the surname first. A single word is a surname unless it can only be something else.
    """
    if is_plain(text):
        return _parsed(text.split())
    taken = name_text(text)
    name = _parsed(_words_of(taken.name))
    if taken.title or taken.tail:
        return replace(name, title=taken.title, tail=taken.tail)
    return name


def _parsed(words: list[str]) -> FullName:
    """The parts that the words are; of three without a patronymic the last is the surname where it
    alone is shaped as one («Гаджи Мурад Магомедов»).
    """
    if len(words) == 1:
        return _of_one_word(words[0])
    if len(words) == 2:
        return _of_two_words(*words)
    match words:
        case [surname, first, tail] if _INITIALS.match(first) and _TURKIC.match(tail):
            return FullName(surname, first, tail)
        case [first, patronymic, surname] if _is_patronymic(patronymic):
            return FullName(surname, first, patronymic, surname_last=True)
        case [surname, first, patronymic] if _is_patronymic(patronymic):
            return FullName(surname, first, patronymic)
        case [one, other, surname] if _is_surname(surname) and not _is_surname(one):
            return FullName(surname, f"{one} {other}", surname_last=True)
    surname, first, *more, patronymic = words
    return FullName(surname, " ".join([first, *more]), patronymic)


def _of_two_words(one: str, other: str) -> FullName:
    """A name of two words; without initials, a patronymic or a telling shape the surname is
    first.
    """
    if _is_patronymic(other):
        return FullName(one, "", other) if _is_surname(one) else FullName("", one, other)
    if _INITIALS.match(other):
        return FullName(one, other)
    if _INITIALS.match(one) or _is_before_surname(one, other):
        return FullName(other, one, surname_last=True)
    return FullName(one, other)


def _of_one_word(word: str) -> FullName:
    if is_first_name(word):
        return FullName("", word)
    if _is_patronymic(word):
        return FullName("", "", word)
    return FullName(word)


def _words_of(text: str) -> list[str]:
    """The words of a name, one at least: initials together but apart from a surname («Г.
    К.Абакаров»), оглы and кызы with the father's name, a particle and a former name with the
    surname.
    """
    words = text.split() or [""]
    if "." in text:
        together = _APART.sub(r"\1", " ".join(words))
        words = _AT_SURNAME.sub(r"\1 ", together).split(" ")
    joined = [words[0]]
    for word in words[1:]:
        if _belongs_to(joined[-1], word):
            joined[-1] += f" {word}"
        else:
            joined.append(word)
    return joined


def _belongs_to(before: str, word: str) -> bool:
    """Whether a word is one part of the name together with the word before it."""
    if _TURKIC.match(word):
        return not _INITIALS.match(before)
    return bool(_BRACKETED.match(word) or _PARTICLE.match(before.rsplit(" ", 1)[-1]))


def _is_patronymic(word: str) -> bool:
    """Whether a word, or a father's name with its оглы, is shaped as a patronymic."""
    if _PATRONYMIC.search(word):
        return True
    return word.lower().endswith(("ы", "у")) and _TURKIC_END.search(word) is not None


def _is_before_surname(first: str, surname: str) -> bool:
    """Whether two words stand in the order of the West: «Муса Алиев», «Анна Шмидт».

    Of two first names the woman's is the first («Жанна Джамал»): surnames are made of men's. Else
    a surname's shape tells, or that the second word is a surname or a noun and no first name.
    """
    if _is_surname(surname):
        return not _is_surname(first)
    if not is_first_name(first):
        return False
    sex, other = sex_of("", first, ""), sex_of("", surname, "")
    if is_first_name(surname):
        return sex != "m" and other == "m"
    return sex == "f" or bool(known_as(surname, "Surn") or known_as(surname, "NOUN", "nomn"))


def _is_surname(word: str) -> bool:
    """Whether a word is shaped as a surname and is no first name («Константин», «Марина»)."""
    low = word.lower()
    is_shaped = (
        is_possessive(low, "m") or is_possessive(low, "f") or _SURNAME.search(low) is not None
    )
    return is_shaped and not is_first_name(word)
