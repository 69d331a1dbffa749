"""Tags that take the place of what holds them: a run, a paragraph, a cell, a row."""

from __future__ import annotations

from dataclasses import replace

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.templating.markup import (
    Kind,
    Token,
    closing,
    enclosing,
    end,
    is_seam,
    start,
    tag_token,
)

_RUN_END = [end("w:t"), end("w:r")]
_RUN_START = [start("<w:r>"), start('<w:t xml:space="preserve">')]


def hoisted(tokens: list[Token], file: str, part: str) -> tuple[list[Token], list[LettersError]]:
    """The stream with every `{%tr %}`, `{%tc %}`, `{%p %}` and `{%r %}` in the place of its
    element; and the faults.
    """
    stream = _joined(_in_runs_of_their_own(tokens))
    faults: list[LettersError] = []
    for prefix in ("tr", "tc", "p", "r"):
        stream, found = _lifted(stream, prefix, file, part)
        faults += found
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
    for index in range(len(stream) - 1, -1, -1):
        tag = stream[index].tag
        if tag is None or tag.opening != "{%" or tag.prefix:
            continue
        if tag.after:
            stream = _joined_after(stream, index)
        if tag.before:
            stream = _joined_before(stream, index)
    return stream


def _joined_after(stream: list[Token], index: int) -> list[Token]:
    following = next(
        (at for at in range(index + 1, len(stream)) if _opens_text(stream[at]) or stream[at].tag),
        None,
    )
    if following is None or stream[following].tag:
        return stream
    between = stream[index + 1 : following + 1]
    if any(token.kind is Kind.TEXT and token.raw.strip() for token in between) or not is_seam(
        between
    ):
        return stream
    return [*stream[:index], _without_dash(stream[index], after=False), *stream[following + 1 :]]


def _joined_before(stream: list[Token], index: int) -> list[Token]:
    ended = next(
        (at for at in range(index - 1, -1, -1) if _closes_text(stream[at]) or stream[at].tag), None
    )
    if ended is None or stream[ended].tag:
        return stream
    between = stream[ended:index]
    if any(token.kind is Kind.TEXT and token.raw.strip() for token in between) or not is_seam(
        between
    ):
        return stream
    return [*stream[:ended], _without_dash(stream[index], before=False), *stream[index + 1 :]]


def _opens_text(token: Token) -> bool:
    return token.kind is Kind.START and token.name == "w:t"


def _closes_text(token: Token) -> bool:
    return token.kind is Kind.END and token.name == "w:t"


def _without_dash(token: Token, *, before: bool | None = None, after: bool | None = None) -> Token:
    tag = token.tag
    assert tag is not None
    before, after = (
        was if dash is None else dash for was, dash in ((tag.before, before), (tag.after, after))
    )
    return tag_token(replace(tag, before=before, after=after))


def _lifted(
    stream: list[Token], prefix: str, file: str, part: str
) -> tuple[list[Token], list[LettersError]]:
    faults: list[LettersError] = []
    index = 0
    while index < len(stream):
        tag = stream[index].tag
        if tag is None or tag.prefix != prefix:
            index += 1
            continue
        around = enclosing(stream, index, f"w:{prefix}")
        if around is None:
            place = Place(
                file=file,
                part=part,
                paragraph=tag.spot.paragraph or None,
                text=tag.spot.text or None,
            )
            faults.append(InputError("template-tag-outside", place, tag=tag.text, prefix=prefix))
            stream[index] = tag_token(replace(tag, prefix=""))
            continue
        first, last = around
        borne = [
            token.tag
            for token in stream[first:last]
            if token.tag is not None and token.tag.prefix == prefix
        ]
        kept = [tag_token(replace(one, prefix="")) for one in borne]
        section = _section(stream[first : last + 1]) if prefix == "p" else []
        opens = not borne[0].word.startswith("end")
        placed = [*section, *kept] if opens else [*kept, *section]
        stream = [*stream[:first], *placed, *stream[last + 1 :]]
        index = first + len(placed)
    return stream, faults


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
