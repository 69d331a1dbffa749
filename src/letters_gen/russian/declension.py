"""A person's name, a post or a body in all cases, with what is doubtful about it: one value for
commands, doubts and filters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from letters_gen.russian.bodies import declined_body, is_told_by_itself
from letters_gen.russian.cases import Case, Sex
from letters_gen.russian.forms import Form
from letters_gen.russian.full_names import FullName, parsed_name
from letters_gen.russian.name_text import name_text
from letters_gen.russian.names import declined_name, salutation, short_name
from letters_gen.russian.paradigms import is_feminine
from letters_gen.russian.post_heads import is_post
from letters_gen.russian.posts import declined_post

Kind = Literal["name", "post", "body"]


@dataclass(frozen=True)
class Declinable:
    """A name, a post or a body as the directory or the settings have it.

    Attributes:
        text: in the nominative.
        sex: of the person, None where nothing tells it.
        given: the forms that the clerk has confirmed: they always win.
    """

    text: str
    kind: Kind
    sex: Sex | None
    given: Mapping[Case, str] = field(default_factory=dict)

    def in_case(self, case: Case) -> Form:
        """The form in a case: as the clerk has given it, else as the engines have it.

        Without a sex it is that of the likelier one, doubtful where the other's differs. The
        nominative of a name is the text itself; that of a post follows the sex («исполняющая
        обязанности»).
        """
        if case in self.given:
            return Form(self.given[case])
        if case is Case.NOMINATIVE and self.kind == "name":
            return Form(self.text)
        if self.kind == "body":
            return _declined_plain(self.text, case)
        if self.kind == "post":
            return declined_post(self.text, self.sex, case)
        likely = self.sex or self.name.likely_sex
        form = declined_name(self.name, likely, case)
        if self.sex is None:
            of_other = declined_name(self.name, "f" if likely == "m" else "m", case)
            if of_other.text != form.text:
                return Form(form.text, (of_other.text,))
        return form

    @property
    def why(self) -> str | None:
        """Why it is doubtful; None where it is sure in every case.

        `latin-letters`, `invisible-signs`, `other-hyphens`: it is written with signs that only look
        right. `sex-unknown`: nothing tells the sex, and a letter would need it: to address the
        person, or because a form differs. `engines-differ`: some form has another beside it.
        """
        if self.kind == "name" and name_text(self.text).signs:
            return name_text(self.text).signs[0]
        if self.kind == "name" and self.sex is None and (self.name.is_addressable or self._varies):
            return "sex-unknown"
        if any(self.in_case(case).is_doubtful for case in Case):
            return "engines-differ"
        return None

    @property
    def _varies(self) -> bool:
        """Whether the sex changes a form: it doesn't for «Черных А.П.», whose letter can be written
        without knowing it.
        """
        name = self.name
        return any(
            declined_name(name, "m", case).text != declined_name(name, "f", case).text
            for case in Case
        )

    @property
    def name(self) -> FullName:
        """The name taken apart."""
        return parsed_name(self.text)

    def shortened(self, case: Case, initials_first: bool = False) -> str:
        """Surname and initials in a case: «Абакарову Г.К.», «Г.К. Абакарову»; out of a given form
        where there is one.
        """
        if case in self.given:
            given = parsed_name(self.given[case])
            return short_name(given, "m", Case.NOMINATIVE, initials_first).text
        sex = self.sex or self.name.likely_sex
        return short_name(self.name, sex, case, initials_first).text

    @property
    def signature(self) -> str:
        """Initials and surname: «Г.К. Абакаров»."""
        return short_name(
            self.name, self.sex or self.name.likely_sex, Case.NOMINATIVE, initials_first=True
        ).text

    @property
    def salutation(self) -> str:
        """«Уважаемая Патимат Магомедовна!»; '' where sex or first name isn't known."""
        if self.sex is None:
            return ""
        return salutation(self.name, self.sex)


def person(
    text: str, sex: Sex | None = None, given: Mapping[Case, str] | None = None
) -> Declinable:
    """A person's name; the sex as given, else as the name tells it."""
    return Declinable(text, "name", sex or parsed_name(text).sex, given or {})


def post(text: str, sex: Sex | None = None, given: Mapping[Case, str] | None = None) -> Declinable:
    """A post; `sex` of the person who has it, where that is known."""
    return Declinable(text, "post", sex, given or {})


def body(text: str) -> Declinable:
    """A body or a district, or the office of one person («Уполномоченный по правам ребёнка»)."""
    return Declinable(text, "body", None)


@lru_cache(1_000)
def _declined_plain(text: str, case: Case) -> Form:
    """A text that may be a body or an office: as what it is."""
    if not is_told_by_itself(text) and is_post(text):
        return declined_post(text, None, case)
    return declined_body(text, case)


def sex_by_post(text: str) -> Sex | None:
    """What a post tells of its holder: «заведующая» is a woman; nothing else tells."""
    words = text.split()
    if words and is_feminine(words[0]):
        return "f"
    return None
