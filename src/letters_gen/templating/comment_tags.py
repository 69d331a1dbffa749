"""Comments of a template: they leave nothing, and with a dash, `{#- … -#}`, no white space beside
them either, as Jinja has it.
"""

from __future__ import annotations

from dataclasses import replace

from letters_gen.templating.tokens import Kind, Token

# What may stand between two pieces of one line of text.
_BETWEEN = ("w:t", "w:r", "w:proofErr", "w:bookmarkStart", "w:bookmarkEnd")
_LOOK = "w:rPr"


def without_space_beside(tokens: list[Token]) -> list[Token]:
    """The stream without the white space that comments ask to trim, within their paragraph."""
    stream = list(tokens)
    for index, token in enumerate(tokens):
        tag = token.tag
        if tag is None or tag.opening != "{#":
            continue
        if tag.before:
            _trim(stream, index, -1)
        if tag.after:
            _trim(stream, index, 1)
    return stream


def _trim(stream: list[Token], index: int, step: int) -> None:
    """Take the white space away that lies next to a position, up to anything else; `stream` is
    changed.
    """
    is_in_look = False
    at = index + step
    while 0 <= at < len(stream):
        token = stream[at]
        if token.name == _LOOK and token.kind is not Kind.EMPTY:
            is_in_look = not is_in_look
        elif token.kind is Kind.TEXT:
            kept = token.raw.lstrip() if step > 0 else token.raw.rstrip()
            stream[at] = replace(token, raw=kept)
            if kept:
                return
        elif not is_in_look and token.name not in (*_BETWEEN, _LOOK):
            return
        at += step
