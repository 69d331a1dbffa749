"""Numbered lists that begin anew: after `{% заново %}`, or a paragraph `{%p заново %}`, every list
starts from 1.

Word knows a list by its numbering instance (`w:num`, ISO/IEC 29500-1, 17.9.15): to begin anew is to
use a new instance of the same definition whose start is overridden (17.9.26, `w:startOverride`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from letters_gen.templating.markup import (
    Kind,
    Tag,
    Token,
    closing,
    enclosing,
    end,
    start,
    tag_token,
)
from letters_gen.templating.package import Package, parsed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = "заново"
# What stands before `w:numPr` in a paragraph's properties (ISO/IEC 29500-1, CT_PPrBase).
_BEFORE_NUMBER = (
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:framePr",
    "w:widowControl",
)
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
    names = {target.kind: target.name for target in package.targets(package.main)}
    part = names.get("numbering")
    if part is None or part not in package.members:
        return None
    root = parsed(package.members[part].content, package.file, part)
    definitions = {
        _value(num, "numId", own=True): _value(num, "abstractNumId") for num in root.iter(f"{W}num")
    }
    by_style: dict[str, str] = {}
    levels: dict[str, str] = {}
    if names.get("styles") in package.members:
        styles = parsed(package.members[names["styles"]].content, package.file, names["styles"])
        for style in styles.iter(f"{W}style"):
            number = style.find(f"{W}pPr/{W}numPr/{W}numId")
            if number is not None:
                key, level = style.get(f"{W}styleId") or "", style.find(f"{W}pPr/{W}numPr/{W}ilvl")
                by_style[key] = number.get(f"{W}val") or ""
                levels[key] = (level.get(f"{W}val") if level is not None else None) or "0"
    return Numbering(part, etree.tostring(root, encoding="unicode"), definitions, by_style, levels)


def _value(node: etree._Element, name: str, own: bool = False) -> str:
    found = node if own else node.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}{name}" if own else f"{W}val") or ""


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
    stream, misplaced = list(tokens), list[Tag]()
    restarts = [
        index
        for index, token in enumerate(stream)
        if token.tag is not None and token.tag.word == WORD
    ]
    for index in restarts:
        tag = stream[index].tag
        assert tag is not None
        around = enclosing(stream, index, "w:p")
        if around is not None and _instance(stream[around[0] : around[1]], numbering) is not None:
            misplaced.append(tag)
        stream[index] = tag_token(replace(tag, opening="{{", body=f" {ANEW}() "))
    return (_numbered_lists(stream, numbering) if restarts else stream), misplaced


def _numbered_lists(stream: list[Token], numbering: Numbering | None) -> list[Token]:
    """Every numbered paragraph asks for the instance that its list has just then."""
    index = 0
    while index < len(stream):
        if stream[index].name == "w:p" and stream[index].kind is Kind.START:
            last = closing(stream, index)
            instance = _instance(stream[index:last], numbering)
            if instance is not None:
                level = _level(stream[index:last], numbering)
                stream[index:last] = _numbered(
                    stream[index:last], f"{{{{ {CURRENT}('{instance}') }}}}", level
                )
        index += 1
    return stream


def _instance(paragraph: list[Token], numbering: Numbering | None) -> str | None:
    """The numbering instance of a paragraph: its own, else its style's."""
    number = _attribute(paragraph, "w:numId")
    if number is not None or numbering is None:
        return number
    return numbering.by_style.get(_attribute(paragraph, "w:pStyle") or "")


def _level(paragraph: list[Token], numbering: Numbering | None) -> str:
    style = _attribute(paragraph, "w:pStyle") or ""
    return numbering.levels.get(style, "0") if numbering else "0"


def _attribute(paragraph: list[Token], name: str) -> str | None:
    raw = next((token.raw for token in paragraph if token.name == name), "")
    return raw.partition('w:val="')[2].partition('"')[0] or None


def _numbered(paragraph: list[Token], instance: str, level: str) -> list[Token]:
    """The paragraph with its instance written out, and the level that its style has; in the
    schema's order.
    """
    number = start(f'<w:numId w:val="{instance}"/>')
    if any(token.name == "w:numId" for token in paragraph):
        return [number if token.name == "w:numId" else token for token in paragraph]
    properties = [start("<w:numPr>"), start(f'<w:ilvl w:val="{level}"/>'), number, end("w:numPr")]
    ending = next(
        at for at, token in enumerate(paragraph) if token.name == "w:pPr" and token.kind is Kind.END
    )
    place = max(at for at, token in enumerate(paragraph[:ending]) if token.name in _BEFORE_NUMBER)
    return [*paragraph[: place + 1], *properties, *paragraph[place + 1 :]]
