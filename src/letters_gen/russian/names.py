"""Full names: taken apart, put into cases, shortened to initials."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from letters_gen.russian import name_parts
from letters_gen.russian.cases import Case, Sex
from letters_gen.russian.name_parts import Form
from letters_gen.russian.sex import sex_of

_NBSP = "\N{NO-BREAK SPACE}"
_INITIAL = r"[А-ЯЁ]\."
_INITIALS = re.compile(rf"^{_INITIAL}(?:-?{_INITIAL})*$")
_PATRONYMIC = re.compile(r"(?:вич|ич|вна|чна|шна)$", re.IGNORECASE)
_TURKIC = re.compile(r"^(?:оглы|оглу|кызы|гызы|уулу)$", re.IGNORECASE)


@dataclass(frozen=True)
class FullName:
    """A person's name, taken apart.

    Attributes:
        first: the first name, or the initials («Г.К.») where the name has no more; '' where there is none.
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
    def sex(self) -> Sex | None:
        """The sex that the name tells."""
        return sex_of(self.surname, self.first, self.patronymic)

    @property
    def initials(self) -> str:
        """The initials: «Г.К.»; a double first name keeps its hyphen: «А.-М.Г.»."""
        if self.has_initials:
            return self.first
        firsts = "-".join(f"{piece[0]}." for piece in self.first.split("-") if piece)
        return firsts + (f"{self.patronymic[0]}." if self.patronymic else "")

    def in_order(self, form: Callable[[str, str], str]) -> str:
        """The name with `form(part, word)` put for each of its words, in the order in which it was written."""
        parts = [(part, word) for part, word in vars(self).items() if part != "surname_last" and word]
        own = [form(part, word) for part, word in parts]
        joined = _NBSP if self.has_initials else " "
        return joined.join([*own[1:], own[0]] if self.surname_last else own)


def parsed_name(text: str) -> FullName:
    """A name as it is written: «Абакаров Гаджи Камилович» or the surname last, «Абакаров Г.К.», «Г.К. Абакаров»."""
    words = re.sub(rf"({_INITIAL})\s+(?={_INITIAL})", r"\1", " ".join(text.split())).split(" ")
    if len(words) > 1 and _TURKIC.match(words[-1]):
        words = [*words[:-2], f"{words[-2]} {words[-1]}"]
    if len(words) == 2 and _INITIALS.match(words[0]):
        return FullName(words[1], words[0], surname_last=True)
    if len(words) == 2 and _PATRONYMIC.search(words[1]):
        return FullName("", words[0], words[1])
    if len(words) == 3 and _PATRONYMIC.search(words[1]) and not _is_patronymic(words[2]):
        return FullName(words[2], words[0], words[1], surname_last=True)
    surname, first, *rest = [*words, ""]
    return FullName(surname, first, " ".join(filter(None, rest)))


def _is_patronymic(word: str) -> bool:
    return bool(_PATRONYMIC.search(word)) or " " in word


def declined_name(name: FullName, sex: Sex, case: Case) -> Form:
    """The whole name in a case, its parts in their order; doubtful where one of its parts is."""
    forms = dict(_forms(name, sex, case))
    text = name.in_order(lambda part, _: forms[part].text)
    if not any(form.is_doubtful for form in forms.values()):
        return Form(text)
    other = name.in_order(lambda part, _: (forms[part].others or (forms[part].text,))[0])
    return Form(text, (other,))


def _forms(name: FullName, sex: Sex, case: Case) -> Iterator[tuple[str, Form]]:
    stays = name.has_initials or not name.first
    yield "surname", name_parts.surname(name.surname, sex, case) if name.surname else Form("")
    yield "first", Form(name.first) if stays else name_parts.first_name(name.first, sex, case)
    yield "patronymic", name_parts.patronymic(name.patronymic, sex, case) if name.patronymic else Form("")


def short_name(name: FullName, sex: Sex, case: Case, initials_first: bool = False) -> Form:
    """Surname and initials, joined by a non-breaking space: «Абакарову Г.К.», «Г.К. Абакарову» (form: 15, 22)."""
    if not name.surname:
        return declined_name(name, sex, case)
    form, initials = name_parts.surname(name.surname, sex, case), name.initials

    def put(text: str) -> str:
        if not initials:
            return text
        return f"{initials}{_NBSP}{text}" if initials_first else f"{text}{_NBSP}{initials}"

    return Form(put(form.text), tuple(map(put, form.others)))


def salutation(name: FullName, sex: Sex) -> str:
    """How a letter addresses a person: «Уважаемая Патимат Магомедовна!»; '' without a first name."""
    if not name.first or name.has_initials:
        return ""
    respected = "Уважаемый" if sex == "m" else "Уважаемая"
    return f"{respected} {' '.join(filter(None, (name.first, name.patronymic)))}!"
