"""A part's tokens as the source of a Jinja template, in which each tag has a line of its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letters_gen.templating.sandbox import PLAIN_FILTER
from letters_gen.templating.tags import TAG, plain, read_tag
from letters_gen.templating.tokens import Kind, Spot, Tag, Token

# Braces that the template asks for; and openings that never end: a fault of their own, no reason to
# miss the others.
_LITERAL = re.compile(r"\{_\{|\}_\}|\{_%|%_\}|\{[{%#]")
_RAW = "{% raw %}"
_NOWHERE = Spot(0, "")


@dataclass(frozen=True)
class Source:
    """The source of one part.

    Attributes:
        text: what Jinja compiles.
        tags: the tags in their order; `lines`: the line of each in `text`, so that an error finds
            its tag.
    """

    text: str
    tags: tuple[Tag, ...]
    lines: tuple[int, ...]

    @property
    def is_fixed(self) -> bool:
        """Whether nothing in it is ever filled."""
        return not self.tags and _RAW not in self.text

    def tag_at(self, line: int) -> Tag | None:
        """The tag that stands on `line`, or the nearest before it."""
        position = bisect_right(self.lines, line)
        return self.tags[position - 1] if position else None


def source_of(tokens: Sequence[Token]) -> Source:
    """The source of a part; XML is carried over as it is, `{_{` becomes `{{`."""
    pieces: list[str] = []
    tags: list[Tag] = []
    lines: list[int] = []
    line, is_raw = 1, False
    for tag, written in _pieces(tokens):
        if tag is None:
            pieces.append(written)
        elif is_raw and tag.word != "endraw":
            pieces.append(tag.text)
        else:
            is_raw = tag.word == "raw"
            tags.append(tag)
            lines.append(line + 1)
            pieces.append(written)
        line += pieces[-1].count("\n")
    return Source("".join(pieces), tuple(tags), tuple(lines))


def _pieces(tokens: Sequence[Token]) -> Iterator[tuple[Tag | None, str]]:
    """The tags as Jinja reads them, and what stands between them."""
    before = ""
    for index, token in enumerate(tokens):
        if token.tag is not None:
            yield token.tag, _written(token.tag)
        elif token.raw == "<w:t>" and _next_is_tagged(tokens, index):
            yield None, '<w:t xml:space="preserve">'
        elif token.kind is Kind.TEXT and before.startswith("<w:t"):
            yield None, _literal(token.raw)
        else:
            yield from _elsewhere(token.raw)
        before = token.raw


def _next_is_tagged(tokens: Sequence[Token], index: int) -> bool:
    """Whether a text element holds a tag, whose value may begin or end with spaces."""
    for token in tokens[index + 1 :]:
        if token.tag is not None:
            return True
        if token.kind is not Kind.TEXT:
            return False
    return False


def _elsewhere(raw: str) -> Iterator[tuple[Tag | None, str]]:
    """Tags in an attribute, or in text that isn't a run's: their values are escaped only."""
    position = 0
    for match in TAG.finditer(raw):
        yield None, _literal(raw[position : match.start()])
        tag = read_tag(plain(match[0]), _NOWHERE)
        yield tag, _written(tag, PLAIN_FILTER if tag.opening == "{{" else "")
        position = match.end()
    yield None, _literal(raw[position:])


def _literal(raw: str) -> str:
    """Text that Jinja takes as it is, though it may hold braces."""
    return _LITERAL.sub(lambda match: f"{_RAW}{match[0].replace('_', '')}{{% endraw %}}", raw)


def _written(tag: Tag, context: str = "") -> str:
    """The tag with a line break inside, where white space has no meaning; a comment leaves
    nothing.
    """
    if tag.opening == "{#":
        return ""
    before, after = "-" * tag.before, "-" * tag.after
    if tag.opening == "{{":
        body = f"({tag.body}) | {context}" if context else tag.body
        return f"{{{{{before}\n{body}{after}}}}}"
    return f"{{%{before}\n{tag.body}{after}%}}"
