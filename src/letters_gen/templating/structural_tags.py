"""Tags that take the place of what holds them: a run, a paragraph, a cell, a row."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from letters_gen.errors import InputError, LettersError
from letters_gen.templating.tokens import (
    Kind,
    Tag,
    Token,
    closing,
    enclosing,
    end,
    is_removable,
    place_of,
    start,
    tag_token,
)

_RUN_END = [end("w:t"), end("w:r")]
# What of an element is content beside its text.
_CONTENT = frozenset(
    "w:drawing w:pict w:object w:sym w:instrText w:fldSimple w:footnoteReference "
    "w:endnoteReference m:oMath".split()
)
_RUN_START = [start("<w:r>"), start('<w:t xml:space="preserve">')]


def in_place_of_elements(
    tokens: list[Token], file: str, part: str
) -> tuple[list[Token], list[LettersError]]:
    """The stream with every `{%tr %}`, `{%tc %}`, `{%p %}` and `{%r %}` in the place of its
    element; and the faults.
    """
    stream = _joined(_in_runs_of_their_own(tokens))
    faults: list[LettersError] = []
    for prefix in ("tr", "tc", "p", "r"):
        stream, wrong = _replacing_elements(stream, prefix)
        for code, tag in wrong:
            place = place_of(file, part, tag)
            faults.append(InputError(code, place, tag=tag.text, prefix=prefix))
    return stream, faults


def _in_runs_of_their_own(tokens: list[Token]) -> list[Token]:
    """`{%r %}` parts its run in three; an expression of its kind stays where it is: its value is
    text.
    """
    stream: list[Token] = []
    for token in tokens:
        if token.tag is None or token.tag.prefix != "r":
            stream.append(token)
        elif token.tag.opening == "{{":
            stream.append(tag_token(replace(token.tag, prefix="")))
        else:
            stream += [*_RUN_END, *_RUN_START, token, *_RUN_END, *_RUN_START]
    return stream


def _joined(tokens: list[Token]) -> list[Token]:
    """`{%- %}` joins the text before it to its own, `-%}` the text after: what lies between
    goes.
    """
    stream = list(tokens)
    index = len(stream)
    while index > 0:
        index -= 1
        tag = stream[index].tag
        if tag is None or tag.opening != "{%" or tag.prefix:
            continue
        if tag.after:
            stream = _joined_after(stream, index)
        if tag.before:
            length = len(stream)
            stream = _joined_before(stream, index)
            index -= length - len(stream)
    return stream


def _joined_after(stream: list[Token], index: int) -> list[Token]:
    """The stream with the text behind the tag at `index` next to it; as it is where another tag
    comes first.
    """
    for at in range(index + 1, len(stream)):
        if stream[at].tag is not None:
            return stream
        if _opens_text(stream[at]):
            if not _can_go(stream[index + 1 : at + 1]):
                return stream
            return [*stream[:index], _without_dash(stream[index], "after"), *stream[at + 1 :]]
    return stream


def _joined_before(stream: list[Token], index: int) -> list[Token]:
    """The stream with the text before the tag at `index` next to it; as it is where another tag
    comes first.
    """
    for at in range(index - 1, -1, -1):
        if stream[at].tag is not None:
            return stream
        if _closes_text(stream[at]):
            if not _can_go(stream[at:index]):
                return stream
            return [*stream[:at], _without_dash(stream[index], "before"), *stream[index + 1 :]]
    return stream


def _can_go(between: list[Token]) -> bool:
    """Whether what stands between two texts holds none, and leaves no element half open."""
    text = "".join(token.raw for token in between if token.kind is Kind.TEXT)
    return not text.strip() and is_removable(between)


def _opens_text(token: Token) -> bool:
    """Whether the text of a run begins here."""
    return token.kind is Kind.START and token.name == "w:t"


def _closes_text(token: Token) -> bool:
    """Whether the text of a run ends here."""
    return token.kind is Kind.END and token.name == "w:t"


def _without_dash(token: Token, side: Literal["before", "after"]) -> Token:
    """The tag once what its dash asks for is done."""
    assert token.tag is not None
    if side == "before":
        return tag_token(replace(token.tag, before=False))
    return tag_token(replace(token.tag, after=False))


def _replacing_elements(
    stream: list[Token], prefix: str
) -> tuple[list[Token], list[tuple[str, Tag]]]:
    """The stream with each tag of `prefix` in the place of its element, all tags of one element
    together; and the tags that can't be, made plain, each with the code of its fault.
    """
    faults: list[tuple[str, Tag]] = []
    index = 0
    while index < len(stream):
        tag = stream[index].tag
        if tag is None or tag.prefix != prefix:
            index += 1
            continue
        around = enclosing(stream, index, f"w:{prefix}")
        if around is None:
            faults.append(("template-tag-outside", tag))
            stream[index] = tag_token(replace(tag, prefix=""))
            continue
        first, last = around
        placed, enclosed = _in_place_of(stream[first : last + 1], prefix)
        faults += [("template-tag-enclosed", one) for one in enclosed]
        stream = [*stream[:first], *placed, *stream[last + 1 :]]
        # What is kept of an element may hold others, in a text box or a table.
        index = first
    return stream, faults


def _in_place_of(element: list[Token], prefix: str) -> tuple[list[Token], list[Tag]]:
    """What takes the place of an element, and the tags that have content on both their sides.

    An element that holds nothing but its tags goes; the section that a paragraph ends stays,
    outside the block that they open or end. One that holds more stays, behind the tags that come
    before its content and before those that come behind.
    """
    own = _own_tags(element, prefix)
    kept = _others(element, own)
    content = [at for at, token in kept if _is_content(token)]
    if not content:
        return _all_tags(element, own, prefix), []
    before = _among(own, -1, content[0])
    behind = _among(own, content[-1], len(element))
    placed = [*_plain(element, before), *(token for _, token in kept), *_plain(element, behind)]
    return placed, _tags_at(element, _among(own, content[0], content[-1]))


def _others(element: list[Token], own: list[int]) -> list[tuple[int, Token]]:
    """What an element holds beside its own tags, with the positions."""
    left = set(own)
    return [(at, token) for at, token in enumerate(element) if at not in left]


def _among(positions: list[int], low: int, high: int) -> list[int]:
    """Those of the positions that lie between two others."""
    return [at for at in positions if low < at < high]


def _own_tags(element: list[Token], prefix: str) -> list[int]:
    """The positions of the tags that stand for this element, not for one inside it."""
    own: list[int] = []
    depth = 0
    for at, token in enumerate(element):
        if token.name == f"w:{prefix}":
            depth += (token.kind is Kind.START) - (token.kind is Kind.END)
        elif token.tag is not None and token.tag.prefix == prefix and depth == 1:
            own.append(at)
    return own


def _is_content(token: Token) -> bool:
    """Whether a token is something that a reader would miss: text, a value, a picture, a field."""
    if token.tag is not None:
        return token.tag.opening != "{#"
    if token.kind is Kind.TEXT:
        return bool(token.raw.strip())
    is_page_break = token.name == "w:br" and 'w:type="page"' in token.raw
    return is_page_break or (token.kind is not Kind.END and token.name in _CONTENT)


def _tags_at(element: list[Token], positions: list[int]) -> list[Tag]:
    """The tags at these positions."""
    return [tag for at in positions if (tag := element[at].tag) is not None]


def _plain(element: list[Token], positions: list[int]) -> list[Token]:
    """The tags at these positions as they act where they stand."""
    return [tag_token(replace(tag, prefix="")) for tag in _tags_at(element, positions)]


def _all_tags(element: list[Token], own: list[int], prefix: str) -> list[Token]:
    """What takes the place of an element of nothing but tags."""
    placed = _plain(element, own)
    section = _section(element) if prefix == "p" else []
    first = placed[0].tag
    if first is not None and first.word.startswith("end"):
        return [*placed, *section]
    return [*section, *placed]


def _section(paragraph: list[Token]) -> list[Token]:
    """An empty paragraph that carries on the section's properties of one that goes; nothing where
    it has none.
    """
    for index, token in enumerate(paragraph):
        if token.name == "w:sectPr" and token.kind is Kind.START:
            properties = paragraph[index : closing(paragraph, index) + 1]
            return [start("<w:p>"), start("<w:pPr>"), *properties, end("w:pPr"), end("w:p")]
        if token.name == "w:sectPr":
            return [start("<w:p>"), start("<w:pPr>"), token, end("w:pPr"), end("w:p")]
    return []
