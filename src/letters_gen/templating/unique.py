"""What must be unique in a document, and what a loop would repeat: ids of drawings, paragraphs and
bookmarks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from letters_gen.templating.markup import Kind, Token

COUNTER = "_drawing_id"
_PARAGRAPH_ID = re.compile(r'\s+w14:(?:paraId|textId)="[^"]*"')
_ID = re.compile(r'(\sid=")\d+(")')
_BOOKMARKS = ("w:bookmarkStart", "w:bookmarkEnd")


def made_unique(tokens: Sequence[Token]) -> list[Token]:
    """The stream with, inside loops, no paragraph ids, no bookmarks, and ids of drawings that count
    up.

    Paragraph ids ([MS-DOCX] 2.2.4) and bookmarks are nothing that a repeated row could keep; Word
    makes the first anew.
    """
    depth = 0
    stream: list[Token] = []
    for token in tokens:
        if token.tag is not None:
            depth += (token.tag.word == "for") - (token.tag.word == "endfor")
        elif depth and token.kind is Kind.START and "w14:" in token.raw:
            token = replace(token, raw=_PARAGRAPH_ID.sub("", token.raw))
        elif depth and token.name in _BOOKMARKS:
            continue
        elif depth and token.name == "wp:docPr":
            token = replace(token, raw=_ID.sub(rf"\g<1>{{{{ {COUNTER}() }}}}\g<2>", token.raw))
        stream.append(token)
    return stream
