"""Tags that shape a table's cell: `{% colspan n %}`, `{% cellbg colour %}`, `{% vm %}`, `{% hm
%}`.
"""

from __future__ import annotations

from dataclasses import replace

from letters_gen.templating.properties import with_property
from letters_gen.templating.tokens import (
    Kind,
    Tag,
    Token,
    enclosing,
    start,
    tag_token,
)

WORDS = ("colspan", "cellbg", "vm", "hm")
WIDENING = ("colspan", "hm")
_TEXTS = (Kind.TEXT, Kind.TAG)


def with_cell_properties(tokens: list[Token]) -> list[Token]:
    """The stream with the cells' tags turned into properties of their cells; outside a cell they
    stay (and fail).
    """
    stream = tokens
    index = 0
    while index < len(stream):
        tag = stream[index].tag
        around = None
        if tag is not None and tag.word in WORDS:
            around = enclosing(stream, index, "w:tc")
        if tag is not None and around is not None:
            first, last = around
            cell = _shaped(stream[first : last + 1], index - first, tag)
            stream = [*stream[:first], *cell, *stream[last + 1 :]]
            # Its other tags stand elsewhere now.
            index = first
        else:
            index += 1
    return stream


def _shaped(cell: list[Token], at: int, tag: Tag) -> list[Token]:
    """The cell with its tag at `at` turned into a property, and with what that asks for."""
    argument = tag.body.strip().removeprefix(tag.word).strip()
    if tag.word == "vm":
        return _merged_down(cell, at, tag)
    cell = _without_empty_run(cell, at)
    if tag.word == "colspan":
        return _with(cell, f'<w:gridSpan w:val="{{{{ {argument} }}}}"/>')
    if tag.word == "cellbg":
        return _with(cell, f'<w:shd w:val="clear" w:color="auto" w:fill="{{{{ {argument} }}}}"/>')
    return _merged_across(cell, tag)


def _merged_down(cell: list[Token], at: int, tag: Tag) -> list[Token]:
    """In a loop the first such cell begins a vertical merge and keeps its text, the others go on
    with it, empty.
    """
    first = max(index for index in range(at) if cell[index].name == "w:t")
    last = next(index for index in range(at, len(cell)) if cell[index].name == "w:t")
    text = [*cell[first + 1 : at], *cell[at + 1 : last]]
    kept = [
        tag_token(replace(tag, body=" if loop.first ")),
        *text,
        tag_token(replace(tag, body=" endif ")),
    ]
    merge = '<w:vMerge w:val="{% if loop.first %}restart{% else %}continue{% endif %}"/>'
    return _with([*cell[: first + 1], *kept, *cell[last:]], merge)


def _merged_across(cell: list[Token], tag: Tag) -> list[Token]:
    """In a loop only the first such cell is kept, as wide as all of them."""
    width = "loop.length"
    for token in cell:
        if token.name == "w:gridSpan":
            span = token.raw.partition('w:val="')[2].partition('"')[0]
            width = f"{span} * {width}"
            break
    cell = _with(cell, f'<w:gridSpan w:val="{{{{ {width} }}}}"/>')
    return [
        tag_token(replace(tag, body=" if loop.first ")),
        *cell,
        tag_token(replace(tag, body=" endif ")),
    ]


def _without_empty_run(cell: list[Token], at: int) -> list[Token]:
    """The cell without the tag at `at`, and without its run where nothing else stands in it."""
    left = [*cell[:at], *cell[at + 1 :]]
    around = enclosing(cell, at, "w:r")
    if around is None:
        return left
    first, last = around
    others = [*cell[first:at], *cell[at + 1 : last]]
    if any(token.kind in _TEXTS for token in others):
        return left
    return [*cell[:first], *cell[last + 1 :]]


def _with(cell: list[Token], raw: str) -> list[Token]:
    """The cell with the property whose XML is `raw`."""
    return with_property(cell, "tcPr", [start(raw)])
