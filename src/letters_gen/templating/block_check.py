"""Blocks of a template: every `for` and `if` ends, in the right order, and in the table, row or
cell where it began.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from letters_gen.templating.tokens import Kind, Tag, Token, is_removable

# Jinja's blocks, and those of their inner words.
_OPENING = {"for", "if", "macro", "call", "filter", "with", "block", "raw", "autoescape"}
_MIDDLE = {"else": {"for", "if"}, "elif": {"if"}}

_FIELD = re.compile(r'w:fldCharType="(begin|separate|end)"')
_OF_TABLES = ("w:tbl", "w:tr", "w:tc")
Fault = tuple[str, Tag, dict[str, object]]


def opens_block(tag: Tag) -> bool:
    """Whether a tag begins what another has to end: `set` does where it has no value of its own."""
    return tag.word in _OPENING or (tag.word == "set" and "=" not in tag.body)


def block_faults(tags: Sequence[Tag], over_text: Collection[int]) -> Iterator[Fault]:
    """What is wrong with the nesting of `tags`: code, the tag, the arguments of its sentence.

    Args:
        over_text: the ids of tags whose filter gets text alone.

    Codes: `template-block-unopened`, `template-block-crossed`, `template-block-unclosed`;
    `template-filter-block`: a filter over more than text, which would get its XML.
    """
    standing: list[Tag] = []
    for tag in tags:
        word = tag.word
        innermost = _innermost(standing)
        if innermost == "raw" and word != "endraw":
            continue
        if _filters_markup(tag, over_text):
            yield "template-filter-block", tag, {"tag": tag.text}
        if opens_block(tag):
            standing.append(tag)
        elif word in _MIDDLE and innermost not in _MIDDLE[word]:
            yield "template-block-unopened", tag, {"tag": tag.text}
        elif word.startswith("end"):
            yield from _closed(tag, standing)
    for tag in standing:
        yield "template-block-unclosed", tag, {"tag": tag.text, "wanted": f"end{tag.word}"}


def _innermost(standing: Sequence[Tag]) -> str:
    """The word that began the innermost of the standing blocks, '' where none stands."""
    return standing[-1].word if standing else ""


def _filters_markup(tag: Tag, over_text: Collection[int]) -> bool:
    """Whether a filter would get all that stands between two tags, and not text alone."""
    if id(tag) in over_text:
        return False
    if tag.word == "set":
        return opens_block(tag) and "|" in tag.body
    return tag.word == "filter"


def _closed(tag: Tag, standing: list[Tag]) -> Iterator[Fault]:
    """Take what `tag` ends off the `standing` blocks; what is wrong with that."""
    wanted = tag.word.removeprefix("end")
    if _innermost(standing) == wanted:
        standing.pop()
    elif any(opened.word == wanted for opened in standing):
        yield "template-block-crossed", tag, {"tag": tag.text, "standing": standing[-1].text}
        while standing.pop().word != wanted:
            pass
    else:
        yield "template-block-unopened", tag, {"tag": tag.text}


def blocks_apart(tokens: Sequence[Token]) -> Iterator[Fault]:
    """Blocks whose two ends can't lie where they lie: in different tables, rows or cells, which
    would leave a row other cells than its table has, or with markup between that doesn't pair.

    Codes: `template-block-apart`; `template-block-in-field`: with a part of a field of Word's
    between. The tags nest rightly (see `block_faults`), else nothing is told.
    """
    # Where each standing block began: the position of its tag, and what is around it.
    standing: list[tuple[int, int]] = []
    for index, tag, around in _tags_with_surroundings(tokens):
        is_middle = tag.word in _MIDDLE
        if standing and (is_middle or tag.word.startswith("end")):
            began, first_around = standing.pop()
            opened = tokens[began].tag
            between = tokens[began + 1 : index]
            if opened is not None:
                told: dict[str, object] = {"tag": opened.text, "ending": tag.text}
                yield from _wrong_between(between, around == first_around, opened, told)
        if is_middle or opens_block(tag):
            standing.append((index, around))


def _wrong_between(
    between: Sequence[Token], in_one_place: bool, opened: Tag, told: dict[str, object]
) -> Iterator[Fault]:
    if not (in_one_place and is_removable(between)):
        yield "template-block-apart", opened, told
    elif not _has_whole_fields(between):
        yield "template-block-in-field", opened, told


def _has_whole_fields(tokens: Sequence[Token]) -> bool:
    """Whether each of Word's fields that begins among `tokens` ends there, and the reverse."""
    standing = 0
    for token in tokens:
        kind = _FIELD.search(token.raw) if token.name == "w:fldChar" else None
        if kind is None:
            continue
        if kind[1] == "begin":
            standing += 1
        elif not standing:
            return False
        elif kind[1] == "end":
            standing -= 1
    return not standing


def _tags_with_surroundings(tokens: Sequence[Token]) -> Iterator[tuple[int, Tag, int]]:
    """The tags with their positions, and with that of the table, row or cell right around each:
    where it starts, -1 for none.
    """
    around = [-1]
    for index, token in enumerate(tokens):
        if token.name in _OF_TABLES and token.kind is Kind.START:
            around.append(index)
        elif token.name in _OF_TABLES and token.kind is Kind.END:
            around.pop()
        if token.tag is not None:
            yield index, token.tag, around[-1]
