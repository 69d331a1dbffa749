"""Numbered lists that begin anew: after `{% заново %}`, or a paragraph `{%p заново %}`, every list
starts from 1.

Word knows a list by its numbering instance (`w:num`, ISO/IEC 29500-1, 17.9.15): to begin anew is to
use a new instance of the same definition whose start is overridden (17.9.26, `w:startOverride`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from letters_gen.templating.properties import with_property
from letters_gen.templating.tokens import (
    Kind,
    Tag,
    Token,
    closing,
    enclosing,
    end,
    start,
    tag_token,
)
from letters_gen.word.elements import value
from letters_gen.word.list_links import meant_definitions
from letters_gen.word.names import W
from letters_gen.word.package import Package
from letters_gen.word.styles import Styles

WORD = "заново"
# The instance of a paragraph that is expressly none of a list's (17.9.18).
_NO_LIST = "0"
ANEW, CURRENT = "_list_anew", "_list"


@dataclass(frozen=True)
class Numbering:
    """A package's numbering: its part, the definition of each instance; of each numbered style
    instance and level.
    """

    part: str
    xml: str
    definitions: Mapping[str, str]
    by_style: Mapping[str, str]
    levels: Mapping[str, str]


def numbering_of(package: Package) -> Numbering | None:
    """The numbering of a package, None where it has none."""
    part = package.part("numbering")
    if part is None:
        return None
    root = package.root(part)
    definitions: dict[str, str] = {}
    for instance in root.iter(f"{W}num"):
        definitions[instance.get(f"{W}numId") or ""] = value(instance, "abstractNumId") or ""
    styles_part = package.part("styles")
    styles = Styles(package.root(styles_part) if styles_part else None)
    meant = meant_definitions(root, styles)
    definitions = {key: meant.get(one, one) for key, one in definitions.items()}
    by_style: dict[str, str] = {}
    levels: dict[str, str] = {}
    for style in styles.by_id:
        line = styles.line(style)
        number = styles.said(line, "pPr/numPr/numId")
        if number is not None:
            by_style[style] = number
            levels[style] = styles.said(line, "pPr/numPr/ilvl") or "0"
    return Numbering(part, etree.tostring(root, encoding="unicode"), definitions, by_style, levels)


@dataclass
class Lists:
    """The instances that one letter uses: new ones as its lists begin anew."""

    numbering: Numbering
    _current: dict[str, int | str] = field(default_factory=dict)
    _made: list[tuple[int, str]] = field(default_factory=list)
    _began_anew: bool = False

    def anew(self) -> str:
        """Let every list begin anew when it is next met; writes nothing."""
        self._current, self._began_anew = {}, True
        return ""

    def current(self, instance: str) -> int | str:
        """The instance that the list `instance` goes on with, or begins anew with."""
        if instance not in self._current:
            self._current[instance] = self._new(instance) if self._began_anew else instance
        return self._current[instance]

    def _new(self, instance: str) -> int:
        """A number that no instance has yet, for one of the same definition as `instance`."""
        taken = [int(known) for known in self.numbering.definitions if known.isdigit()]
        made = max(taken, default=0) + len(self._made) + 1
        self._made.append((made, self.numbering.definitions.get(instance, "0")))
        return made

    def xml(self) -> str:
        """The numbering part with the new instances at its end."""
        level = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        made = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{level}</w:num>'
            for number, definition in self._made
        )
        before, ending, after = self.numbering.xml.rpartition("</w:numbering>")
        return f"{before}{made}{ending}{after}"


def with_restarts(
    tokens: Sequence[Token], numbering: Numbering | None
) -> tuple[list[Token], list[Tag]]:
    """The stream with each `{% заново %}` made to act on the lists behind it; and those inside a
    numbered paragraph.
    """
    stream = list(tokens)
    misplaced: list[Tag] = []
    has_restarts = False
    for index, token in enumerate(tokens):
        tag = token.tag
        if tag is None or tag.word != WORD:
            continue
        has_restarts = True
        stream[index] = tag_token(replace(tag, opening="{{", body=f" {ANEW}() "))
        around = enclosing(tokens, index, "w:p")
        if around is not None and numbering is not None:
            first, last = around
            if _instance(stream[first:last], numbering) is not None:
                misplaced.append(tag)
    if has_restarts and numbering is not None:
        stream = _numbered_lists(stream, numbering)
    return stream, misplaced


def _numbered_lists(stream: list[Token], numbering: Numbering) -> list[Token]:
    """Every numbered paragraph asks for the instance that its list has just then."""
    index = 0
    while index < len(stream):
        if stream[index].name == "w:p" and stream[index].kind is Kind.START:
            last = closing(stream, index)
            paragraph = stream[index:last]
            instance = _instance(paragraph, numbering)
            if instance is not None:
                asked = f"{{{{ {CURRENT}('{instance}') }}}}"
                stream[index:last] = _numbered(paragraph, asked, _level(paragraph, numbering))
        index += 1
    return stream


def _instance(paragraph: list[Token], numbering: Numbering) -> str | None:
    """The numbering instance of a paragraph: its own, else its style's; None where it has none."""
    style = _attribute(paragraph, "w:pStyle") or ""
    number = _attribute(paragraph, "w:numId") or numbering.by_style.get(style)
    return None if number == _NO_LIST else number


def _level(paragraph: list[Token], numbering: Numbering) -> str:
    """The level on which a paragraph is numbered: its own, else its style's."""
    style = _attribute(paragraph, "w:pStyle") or ""
    return _attribute(paragraph, "w:ilvl") or numbering.levels.get(style, "0")


def _attribute(paragraph: list[Token], name: str) -> str | None:
    """`w:val` of the first element `name`, None where it has none."""
    for token in paragraph:
        if token.name == name:
            return token.raw.partition('w:val="')[2].partition('"')[0] or None
    return None


def _numbered(paragraph: list[Token], instance: str, level: str) -> list[Token]:
    """The paragraph with its instance written out, and its level where only its style says it."""
    number = start(f'<w:numId w:val="{instance}"/>')
    if any(token.name == "w:numId" for token in paragraph):
        return [number if token.name == "w:numId" else token for token in paragraph]
    own = [start("<w:numPr>"), start(f'<w:ilvl w:val="{level}"/>'), number, end("w:numPr")]
    return with_property(paragraph, "pPr", own)
