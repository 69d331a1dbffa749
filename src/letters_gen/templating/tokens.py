"""A part's XML as a stream of tokens, in which template tags stand as tokens of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise

from lxml import etree

from letters_gen.errors import Place

_TOKEN = re.compile(r"<!--.*?-->|<\?.*?\?>|<[^>]+>|[^<]+", re.DOTALL)
# Of a paragraph's text, what a message shows.
_LONGEST_TEXT = 300
_NAME = re.compile(r"</?([^\s/>]+)")


class Kind(Enum):
    """What a token is."""

    START = auto()
    END = auto()
    EMPTY = auto()
    TEXT = auto()
    TAG = auto()
    OTHER = auto()


@dataclass(frozen=True)
class Spot:
    """Where a tag stands: the number of its paragraph in the part (from 1) and that paragraph's
    text; the part where that isn't the one around it.
    """

    paragraph: int
    text: str
    part: str = ""


@dataclass(frozen=True)
class Tag:
    """A template tag.

    Attributes:
        opening: `{{`, `{%` or `{#`.
        prefix: what it takes the place of: '' itself, 'r' its run, 'p' its paragraph, 'tc' its
            cell, 'tr' its row.
        body: what stands inside, without prefix and dashes, entities and typographic quotation
            marks undone.
        before, after: whether a dash asks for what stands before or after to be joined.
    """

    opening: str
    prefix: str
    body: str
    before: bool = False
    after: bool = False
    spot: Spot = Spot(0, "")

    @property
    def word(self) -> str:
        """The first word of a statement: for, if, endfor, vm …; '' for an expression or a
        comment.
        """
        return self.body.split(maxsplit=1)[0] if self.opening == "{%" and self.body.strip() else ""

    @property
    def text(self) -> str:
        """The tag as a clerk would type it."""
        closing = {"{{": "}}", "{%": "%}", "{#": "#}"}[self.opening]
        return f"{self.opening}{self.prefix} {self.body.strip()} {closing}"


@dataclass(frozen=True)
class Token:
    """One piece of the stream: `raw` as XML has it, `name` of an element, `tag` where it is one."""

    kind: Kind
    raw: str
    name: str = ""
    tag: Tag | None = field(default=None)


def tokens_of(root: etree._Element) -> list[Token]:
    """The stream of a part."""
    return [_token(raw) for raw in _TOKEN.findall(etree.tostring(root, encoding="unicode"))]


def _token(raw: str) -> Token:
    """A token out of its XML."""
    if not raw.startswith("<"):
        return Token(Kind.TEXT, raw)
    if raw.startswith(("<!", "<?")):
        return Token(Kind.OTHER, raw)
    match = _NAME.match(raw)
    name = match[1] if match else ""
    if raw.startswith("</"):
        return Token(Kind.END, raw, name)
    return Token(Kind.EMPTY if raw.endswith("/>") else Kind.START, raw, name)


def start(raw: str) -> Token:
    """A start tag or an empty element out of its XML."""
    return _token(raw)


def end(name: str) -> Token:
    """The end tag of an element."""
    return Token(Kind.END, f"</{name}>", name)


def tag_token(tag: Tag) -> Token:
    """A template tag as a token."""
    return Token(Kind.TAG, tag.text, tag=tag)


def place_of(file: str, part: str, tag: Tag | None) -> Place:
    """Where a tag stands, for messages; only its part where there is none."""
    if tag is None:
        return Place(file=file, part=part)
    spot = tag.spot
    text = (spot.text or tag.text)[:_LONGEST_TEXT]
    return Place(file=file, part=spot.part or part, paragraph=spot.paragraph or None, text=text)


def enclosing(tokens: Sequence[Token], index: int, name: str) -> tuple[int, int] | None:
    """The nearest element `name` around the token at `index`: the positions of its start and its
    end.
    """
    depth = 0
    for first in range(index - 1, -1, -1):
        token = tokens[first]
        if token.name != name:
            continue
        depth += (token.kind is Kind.END) - (token.kind is Kind.START)
        if depth < 0:
            return first, closing(tokens, first)
    return None


def closing(tokens: Sequence[Token], first: int) -> int:
    """The position of the end of the element that starts at `first`."""
    depth = 0
    for index in range(first, len(tokens)):
        token = tokens[index]
        if token.name != tokens[first].name:
            continue
        depth += (token.kind is Kind.START) - (token.kind is Kind.END)
        if depth == 0:
            return index
    raise ValueError(f"{tokens[first].name} never ends")


def is_removable(removed: Sequence[Token]) -> bool:
    """Whether `removed` can go without harm: what it closes it opens again, in the mirrored
    order.
    """
    closed: list[str] = []
    opened: list[str] = []
    for token in removed:
        if token.kind is Kind.START:
            opened.append(token.name)
        elif token.kind is Kind.END and opened:
            if opened.pop() != token.name:
                return False
        elif token.kind is Kind.END:
            closed.append(token.name)
    return closed == opened[::-1]


def texts_inside(tokens: Sequence[Token], name: str) -> Iterator[int]:
    """The positions of the text tokens that stand directly in an element `name`."""
    for index, (before, token) in enumerate(pairwise(tokens), 1):
        starts = before.kind is Kind.START and before.name == name
        if starts and token.kind is Kind.TEXT:
            yield index
