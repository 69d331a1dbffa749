"""Something that can't be known for certain: what is assumed, and what else it may be (design
§6.7).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from letters_gen.errors import Place


@dataclass(frozen=True, eq=False)
class Doubt:
    """A question that the data leave open, as a value; its words are made in `letters_gen.wording`.

    Attributes:
        code: its stable name.
        place: where it was met; for a school's head the line of the directory.
        subject: what it is about, so that the same doubt is known again.
        choices: what it may be, the likeliest first.
        others: a regular expression of what else may be answered, '' where only the choices may be.
        assumed: what is taken where nobody answers; None where nothing can be: then nothing is
            issued.
        column: the key of the directory's column that keeps the answer: "sex", ("head", "dative").
        arguments: what its sentence names.
    """

    code: str
    place: Place
    subject: str
    choices: tuple[str, ...]
    assumed: str | None
    column: str | tuple[str, str]
    arguments: Mapping[str, object] = field(default_factory=dict)
    others: str = ""

    @property
    def id(self) -> str:
        """A stable id: the code and what it is about."""
        return f"{self.code}:{self.subject}"

    def accepts(self, answer: str) -> bool:
        """Whether `answer` can be one: a choice, or text of the shape that others have."""
        return answer in self.choices or bool(self.others and re.fullmatch(self.others, answer))
