"""Words of the templates that decline: names and posts know their sex and the forms given by hand;
plain text is taken for what it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from letters_gen.russian.cases import Case
from letters_gen.russian.declension import Declinable, body, person
from letters_gen.russian.forms import Form
from letters_gen.russian.full_names import parsed_name
from letters_gen.russian.names import short_name
from letters_gen.russian.typography import KEPT_HYPHEN, typeset, unbreakable

GivenForms = Mapping[str, Mapping[Case, str]]
"""Forms of texts that the clerk has confirmed, by the text as it is typed."""
NOT_GIVEN: GivenForms = {}
_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*"
_FULL_NAME = re.compile(
    rf"{_WORD}(?: {_WORD})+(?:вич|ич|вна|чна|шна)\b|{_WORD} .*(?:вич|ич|вна|чна|шна)$"
)
_COMMON_WORD = re.compile(
    r"(?:Г\.|(?:Город|Район|Округ|Пос[её]л|Сел[оауе]|Станиц|Муниципальн|Городск|Сельск|Внутригородск)"
    r"[а-я]*)\s"
)
_INITIALS = r"(?:[А-ЯЁ](?:\.-?|-)\s?){1,3}"
_SHORT_NAME = re.compile(
    rf"^(?:{_WORD}(?:-[а-яё]+)?\s{_INITIALS}|{_INITIALS}{_WORD}(?:-[а-яё]+)?)$"
)


class Inflected(str):
    """Text of a template's field that is a name or a post: `word` knows how it declines, `case` in
    which it stands.
    """

    word: Declinable
    case: Case

    @classmethod
    def of(cls, word: Declinable, case: Case = Case.NOMINATIVE) -> Inflected:
        """The word in a case, as text."""
        made = cls(_kept(word.text if case is Case.NOMINATIVE else word.in_case(case).text))
        made.word, made.case = word, case
        return made

    @property
    def form(self) -> Form:
        """The text with what else it may be."""
        return self.word.in_case(self.case)


def _kept(text: str) -> str:
    """A name with initials doesn't part at a line's end: «Тагир-оглы М.»."""
    is_short = "." in text and _SHORT_NAME.match(text) is not None
    return unbreakable(text) if is_short else text


def in_case(value: object, case: Case, given: GivenForms = NOT_GIVEN) -> str:
    """A field's value in a case: a name, a post, else the name of a body or a district.

    Args:
        given: the forms that the clerk has confirmed of plain texts: they always win.
    """
    if isinstance(value, Inflected):
        return Inflected.of(value.word, case)
    word = _taken_for(str(value))
    forms = given.get(as_typed(word.text)) if given else None
    return Inflected.of(replace(word, given=forms) if forms else word, case)


def given_forms(written: Mapping[str, Mapping[str, str]]) -> GivenForms:
    """The forms that letters.toml has, by texts as `as_typed` has them, typeset."""
    return {
        as_typed(text): {Case(case): typeset(form) for case, form in forms.items()}
        for text, forms in written.items()
    }


def as_typed(text: str) -> str:
    """A text as somebody types it: quotation marks and dashes of the form, but plain spaces and
    hyphens.
    """
    return typeset(text).replace("\N{NO-BREAK SPACE}", " ").replace(KEPT_HYPHEN, "-")


@lru_cache(10_000)
def _taken_for(text: str) -> Declinable:
    """A name by its patronymic or initials, a post by the person that it is of, else a body."""
    if _SHORT_NAME.match(text) or _FULL_NAME.search(text):
        return person(text)
    return body(text)


def shape_of_forms(text: str) -> str:
    """What any form of a text looks like, as a regular expression: as many words, each with the
    first letter that it has.
    """
    return "(?i:" + r"\s+".join(re.escape(word[0]) + r"\S*" for word in text.split()) + ")"


def initials(value: object) -> str:
    """Surname and initials, in the case in which the value stands: «Рамазанову Р.А.»."""
    if isinstance(value, Inflected) and value.word.kind == "name":
        return unbreakable(value.word.shortened(value.case))
    return unbreakable(short_name(parsed_name(str(value)), "m", Case.NOMINATIVE).text)


def signature(value: object) -> str:
    """Initials and surname, in the case in which the value stands: «Р.А. Рамазанов» (form:
    requisite 22).
    """
    if isinstance(value, Inflected) and value.case is not Case.NOMINATIVE:
        return unbreakable(value.word.shortened(value.case, initials_first=True))
    if isinstance(value, Inflected):
        return unbreakable(value.word.signature)
    name = short_name(parsed_name(str(value)), "m", Case.NOMINATIVE, initials_first=True)
    return unbreakable(name.text)


def salutation(value: object) -> str:
    """How a letter addresses the person: «Уважаемый Рамазан Алиевич!»; '' where that isn't
    known.
    """
    word = value.word if isinstance(value, Inflected) else person(str(value))
    return word.salutation


def by_sex(value: object, masculine: str, feminine: str) -> str:
    """The word that goes with a person: the feminine where the name or the post is a woman's."""
    word = value.word if isinstance(value, Inflected) else person(str(value))
    return feminine if word.sex == "f" else masculine


def mid_sentence(value: object) -> str:
    """A district's name inside a sentence: its common word has no capital («городу Махачкале»), its
    own does («Цунтинскому району»).
    """
    text = str(value)
    return text[:1].lower() + text[1:] if _COMMON_WORD.match(text) else text
