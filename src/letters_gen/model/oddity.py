"""Something in the data that isn't as expected, and that lets the letter go; what stops it is a
`Question` or an error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from letters_gen.errors import Place


@dataclass(frozen=True)
class Oddity:
    """A fault or a surprise in the data, as a value; its words are made in `letters_gen.wording`.

    Attributes:
        code: its stable name.
        place: where it was met.
        arguments: what its sentence names.
    """

    code: str
    place: Place
    arguments: Mapping[str, object] = field(default_factory=dict)
