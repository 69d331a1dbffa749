"""Full names in their cases, shortened to initials, addressed."""

from __future__ import annotations

from functools import lru_cache

from letters_gen.russian import name_parts
from letters_gen.russian.cases import Case, Sex
from letters_gen.russian.forms import Form, joined
from letters_gen.russian.full_names import FullName
from letters_gen.russian.post_heads import is_post
from letters_gen.russian.posts import declined_post
from letters_gen.russian.sex import contradicts

# Persons seldom come again, their first names and patronymics do: those have caches of their own.
_CACHED = 2_000
_NBSP = "\N{NO-BREAK SPACE}"


@lru_cache(_CACHED)
def declined_name(name: FullName, sex: Sex, case: Case) -> Form:
    """The whole name in a case, with a title before it and a post behind it.

    A title in small letters declines as a post; what stands behind the name does where it is a post
    («, директор школы»), and stays where it is a degree («, к.п.н.»).
    """
    form = _declined_words(name, sex, case)
    if not name.title and not name.tail:
        return form
    title = name.title.rstrip()
    before = declined_post(title, sex, case) if title else Form("")
    return joined(
        [before, Form(name.title[len(title) :]), form, _tail_in_case(name.tail, sex, case)]
    )


def _tail_in_case(tail: str, sex: Sex, case: Case) -> Form:
    """What stands behind a name: «, к.п.н.», «, директор школы», «(Петрова)»."""
    bare = tail.strip(" ,;()")
    if not bare:
        return Form(tail)
    before, after = tail[: tail.index(bare)], tail[tail.index(bare) + len(bare) :]
    if is_post(bare):
        form = declined_post(bare, sex, case)
    elif before.endswith("(") and bare.isalpha():
        form = name_parts.surname(bare, sex, case)
    else:
        form = Form(bare)
    return joined([Form(before), form, Form(after)])


def _declined_words(name: FullName, sex: Sex, case: Case) -> Form:
    """The name itself in a case, its parts in their order.

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
    """How a letter addresses a person: «Уважаемая Патимат Магомедовна!»; '' without a first name
    or a patronymic: a head isn't greeted by the first name alone.
    """
    if not name.is_addressable or not name.patronymic:
        return ""
    respected = "Уважаемый" if sex == "m" else "Уважаемая"
    called = f"{name.first} {name.patronymic}"
    if called.isupper():
        called = called.title()
    return f"{respected} {called}!"
