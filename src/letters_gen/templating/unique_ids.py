"""What must be unique in a document, and what a loop would repeat: ids of drawings, of old Word's
shapes (VML), paragraphs and bookmarks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from letters_gen.templating.tokens import Kind, Token
from letters_gen.word.names import BOOKMARKS, DRAWING, PARAGRAPH_IDS, PERMISSIONS

COUNTER = "_drawing_id"
_PARAGRAPH_ID = re.compile(rf'\s+w14:(?:{"|".join(PARAGRAPH_IDS)})="[^"]*"')
_ID = re.compile(r'(\sid=")\d+(")')
_MARKS = tuple(f"w:{name}" for name in (*BOOKMARKS, *PERMISSIONS))
_DRAWING = f"wp:{DRAWING}"
_SHAPE_ID = re.compile(r'(\sid=")([^"]*)(")')
# A shape finds its type by the number in «#_x0000_t202», wherever the type itself stands.
_SHAPE_TYPE = "v:shapetype"


def with_unique_ids(tokens: Sequence[Token], is_repeated: bool = False) -> list[Token]:
    """The stream with, inside loops or where all of it `is_repeated`, no paragraph ids, no
    bookmarks or permissions, and ids of drawings that count up.

    These are nothing that a repeated row could keep; Word makes paragraph ids anew.
    """
    depth = int(is_repeated)
    stream: list[Token] = []
    for token in tokens:
        if token.tag is not None:
            depth += (token.tag.word == "for") - (token.tag.word == "endfor")
            stream.append(token)
        elif depth == 0:
            stream.append(token)
        elif token.name not in _MARKS:
            stream.append(_repeatable(token))
    return stream


def _repeatable(token: Token) -> Token:
    """A token without what must not stand twice, or with what makes it differ each time."""
    if token.kind is Kind.START and "w14:" in token.raw:
        return replace(token, raw=_PARAGRAPH_ID.sub("", token.raw))
    if token.name == _DRAWING:
        return replace(token, raw=_ID.sub(rf"\g<1>{{{{ {COUNTER}() }}}}\g<2>", token.raw))
    if token.name.startswith("v:"):
        kept = r"\g<2>_" if token.name == _SHAPE_TYPE else "_x0000_s"
        return replace(
            token, raw=_SHAPE_ID.sub(rf"\g<1>{kept}{{{{ {COUNTER}() }}}}\g<3>", token.raw)
        )
    return token
