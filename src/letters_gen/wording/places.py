"""Where something was met, in words."""

from __future__ import annotations

from letters_gen.errors import Place
from letters_gen.wording.language import gettext as _

_LONGEST = 80


def place_text(place: Place | None) -> str:
    """A place as one line: `2023-04-14.xlsx, Мониторинг!H27`, `letters.toml, line 12`; '' for
    none.
    """
    if place is None:
        return ""
    parts = [
        place.file,
        place.sheet and _("sheet {name}").format(name=place.sheet),
        place.cell,
        place.line and _("line {number}").format(number=place.line),
        place.part,
        place.paragraph and _("paragraph {number}").format(number=place.paragraph),
        place.text and f"«{_shortened(place.text)}»",
    ]
    return ", ".join(str(part) for part in parts if part)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return line[: _LONGEST - 1].rstrip() + "…"
