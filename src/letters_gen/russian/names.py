"""Full names: taken apart, put into cases, shortened to initials."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from letters_gen.russian import name_parts
from letters_gen.russian.cases import Case, Sex
from letters_gen.russian.forms import Form
from letters_gen.russian.name_shapes import is_possessive
from letters_gen.russian.sex import contradicts, is_first_name, sex_of

# Persons seldom come again, their first names and patronymics do: those have caches of their own.
_CACHED = 2_000
_NBSP = "\N{NO-BREAK SPACE}"
_INITIAL = r"[А-ЯЁ][а-яё]?\."
_APART = re.compile(rf"({_INITIAL})\s+(?={_INITIAL})")
_AT_SURNAME = re.compile(rf"({_INITIAL})(?=[А-ЯЁ][а-яё]{{2,}})")
_INITIALS = re.compile(r"^(?:[А-ЯЁ][а-яё]?(?:\.-?|-))*[А-ЯЁ]\.?$")
_PATRONYMIC = re.compile(r"(?:вич|ич|вна|чна|шна)$", re.IGNORECASE)
_TURKIC = re.compile(r"^(?:оглы|оглу|кызы|гызы|уулу)$", re.IGNORECASE)


@dataclass(frozen=True)
class FullName:
    """A person's name, taken apart.

    Attributes:
        first: the first name, or the initials («Г.К.») where the name has no more; '' where there
            is none.
        surname_last: whether the name was written with its surname behind.
    """

    surname: str
    first: str = ""
    patronymic: str = ""
    surname_last: bool = False

    @property
    def has_initials(self) -> bool:
        """Whether only initials are known."""
        return bool(_INITIALS.match(self.first))

    @property
    def is_addressable(self) -> bool:
        """Whether a letter can address the person by name: a first name is known."""
        return bool(self.first) and not self.has_initials

    @property
    def sex(self) -> Sex | None:
        """The sex that the name tells."""
        return sex_of(self.surname, self.first, self.patronymic)

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
    words = _words_of(text)
    match words:
        case [word] if is_first_name(word):
            return FullName("", word)
        case [word] if _is_patronymic(word):
            return FullName("", "", word)
        case [first, patronymic] if _is_patronymic(patronymic):
            return FullName("", first, patronymic)
        case [surname, first] if _INITIALS.match(first):
            return FullName(surname, first)
        case [first, surname] if _INITIALS.match(first) or _is_before_surname(first, surname):
            return FullName(surname, first, surname_last=True)
        case [first, patronymic, surname] if _is_patronymic(patronymic):
            return FullName(surname, first, patronymic, surname_last=True)
        case [surname, first, *more, patronymic]:
            return FullName(surname, " ".join([first, *more]), patronymic)
    surname, first = [*words, ""][:2]
    return FullName(surname, first)


def _words_of(text: str) -> list[str]:
    """The words of a name, one at least: initials together but apart from a surname («Г.
    К.Абакаров»), оглы and кызы with the father's name.
    """
    words = text.split() or [""]
    if "." in text:
        together = _APART.sub(r"\1", " ".join(words))
        words = _AT_SURNAME.sub(r"\1 ", together).split(" ")
    if len(words) > 1 and _TURKIC.match(words[-1]):
        words = [*words[:-2], f"{words[-2]} {words[-1]}"]
    return words


def _is_patronymic(word: str) -> bool:
    """Whether a word, or a father's name with its оглы, is shaped as a patronymic."""
    return bool(_PATRONYMIC.search(word)) or " " in word


def _is_before_surname(first: str, surname: str) -> bool:
    """Whether two words stand in the order of the West: «Муса Алиев», «Анна Шмидт».

    Without a surname's shape only a woman's first name tells: a man's may be a surname («Абрам
    Давид»).
    """
    if _is_surname(surname):
        return not _is_surname(first)
    known = is_first_name(first) and not is_first_name(surname)
    return known and sex_of("", first, "") == "f"


def _is_surname(word: str) -> bool:
    """Whether a word is shaped as a surname and is no first name («Константин», «Марина»)."""
    low = word.lower()
    is_shaped = (
        is_possessive(low, "m")
        or is_possessive(low, "f")
        or low.endswith(("ский", "ская", "цкий", "цкая"))
    )
    return is_shaped and not is_first_name(word)


@lru_cache(_CACHED)
def declined_name(name: FullName, sex: Sex, case: Case) -> Form:
    """The whole name in a case, its parts in their order.

    It is doubtful where one of its parts is, and where surname and patronymic tell different sexes:
    then the form of the other sex is what else it may be.
    """
    forms = _forms(name, sex, case)
    text = name.in_order(lambda part, _: forms[part].text)
    if contradicts(name.surname, name.patronymic) and case is not Case.NOMINATIVE:
        other_sex: Sex = "f" if sex == "m" else "m"
        others = _forms(name, other_sex, case)
        return Form(text, (name.in_order(lambda part, _: others[part].text),))
    if any(form.is_doubtful for form in forms.values()):
        return Form(text, (name.in_order(lambda part, _: forms[part].alternative),))
    return Form(text)


def _forms(name: FullName, sex: Sex, case: Case) -> dict[str, Form]:
    """The parts that the name has, in the case; initials stay."""
    forms = {}
    if name.surname:
        forms["surname"] = name_parts.surname(name.surname, sex, case)
    if name.has_initials:
        forms["first"] = Form(name.first)
    elif name.first:
        forms["first"] = name_parts.first_name(name.first, sex, case)
    if name.patronymic:
        forms["patronymic"] = name_parts.patronymic(name.patronymic, sex, case)
    return forms


def short_name(name: FullName, sex: Sex, case: Case, initials_first: bool = False) -> Form:
    """Surname and initials, joined by a non-breaking space: «Абакарову Г.К.», «Г.К. Абакарову»
    (form: 15, 22).

    A name without a surname is declined as a whole.
    """
    if not name.surname:
        return declined_name(name, sex, case)
    form, initials = name_parts.surname(name.surname, sex, case), name.initials

    def put(text: str) -> str:
        if not initials:
            return text
        if initials_first:
            return f"{initials}{_NBSP}{text}"
        return f"{text}{_NBSP}{initials}"

    return Form(put(form.text), tuple(map(put, form.others)))


def salutation(name: FullName, sex: Sex) -> str:
    """How a letter addresses a person: «Уважаемая Патимат Магомедовна!»; '' without a first
    name.
    """
    if not name.is_addressable:
        return ""
    respected = "Уважаемый" if sex == "m" else "Уважаемая"
    return f"{respected} {' '.join(filter(None, (name.first, name.patronymic)))}!"
