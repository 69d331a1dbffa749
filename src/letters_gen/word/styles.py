"""The styles of a document, each with what it inherits (ISO/IEC 29500-1, 17.7)."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from letters_gen.word.elements import qualified, value
from letters_gen.word.names import W

_ON = ("1", "true", "on")


class Styles:
    """The styles of one document.

    Args:
        root: the part of its styles; None where it has none.

    Attributes:
        by_id: the styles by their ids.
        basic: of each type (`paragraph`, `character`, `table`, `numbering`) the id of the style
            that has what names none (17.7.4.17).
    """

    def __init__(self, root: etree._Element | None) -> None:
        self.by_id: dict[str, etree._Element] = {}
        self.basic: dict[str, str] = {}
        self._defaults: etree._Element | None = None
        if root is None:
            return
        self._defaults = root.find(f"{W}docDefaults")
        for style in root.findall(f"{W}style"):
            key, kind = style.get(f"{W}styleId") or "", style.get(f"{W}type") or ""
            self.by_id[key] = style
            if style.get(f"{W}default") in _ON:
                self.basic.setdefault(kind, key)

    def line(self, style: str) -> list[etree._Element]:
        """A style and what it is based on, itself first; a circle ends where it began."""
        line: list[etree._Element] = []
        while style in self.by_id and self.by_id[style] not in line:
            line.append(self.by_id[style])
            style = value(line[-1], "basedOn") or ""
        return line

    def said(self, line: Sequence[etree._Element], path: str, attribute: str = "val") -> str | None:
        """What the first of `line` that says it says at `path` (`pPr/spacing`), else the document's
        defaults (17.7.5); None where none does.
        """
        for one in line:
            found = one.find(qualified(path))
            said = None if found is None else found.get(f"{W}{attribute}")
            if said is not None:
                return said
        if self._defaults is None:
            return None
        properties = path.partition("/")[0]
        found = self._defaults.find(qualified(f"{properties}Default/{path}"))
        return None if found is None else found.get(f"{W}{attribute}")

    def paragraph_line(self, paragraph: etree._Element) -> list[etree._Element]:
        """Who may say how a paragraph looks: itself, its style, and what that is based on."""
        style = value(paragraph, "pPr/pStyle") or self.basic.get("paragraph", "")
        return [paragraph, *self.line(style)]
