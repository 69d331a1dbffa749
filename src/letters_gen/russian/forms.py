"""A form of a word, and how sure it is: what several opinions make of it, weighed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    """A form; `others` are what else it may be, where that is doubtful."""

    text: str
    others: tuple[str, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """Whether the engines disagree, or neither knows the word."""
        return bool(self.others)

    @property
    def alternative(self) -> str:
        """The likeliest of the others; of a sure form the form itself."""
        return self.others[0] if self.others else self.text

    @property
    def choices(self) -> tuple[str, ...]:
        """What it may be, the likeliest first: not what only marks a form that nothing else is
        known of, by a question mark.
        """
        others = (other for other in self.others if not other.endswith("?"))
        return tuple(dict.fromkeys((self.text, *others)))


def without_dots(form: str) -> str:
    """The form without the dots of its ё: the engines differ in where they write them."""
    return form.replace("ё", "е").replace("Ё", "Е")


def weighed(chosen: str, *thought: str | None) -> Form:
    """`chosen`, doubtful where another opinion differs by more than the dots of a ё.

    Args:
        thought: what others make of it, the likeliest first; None where they don't know.
    """
    others: list[str] = []
    for form in thought:
        if form and without_dots(form) != without_dots(chosen) and form not in others:
            others.append(form)
    return Form(chosen, tuple(others))


def in_capitals(form: Form) -> Form:
    """The form in capitals, as of «АБАКАРОВ»."""
    return Form(form.text.upper(), tuple(map(str.upper, form.others)))


def joined(forms: Iterable[Form]) -> Form:
    """Forms as one text, doubtful where one of them is.

    The other text is made of what else each of them may be; where that gives the same text (no
    other form is known) it is marked by a question mark, so that the form stays doubtful.
    """
    pieces = list(forms)
    text = "".join(form.text for form in pieces)
    if not any(form.is_doubtful for form in pieces):
        return Form(text)
    other = "".join(form.alternative for form in pieces)
    if other == text:
        other += "?"
    return Form(text, (other,))
