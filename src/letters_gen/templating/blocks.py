"""Blocks of a template: every `for` and `if` ends, in the right order, and in the table where it
began.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from letters_gen.templating.markup import Kind, Tag, Token, is_seam

# Jinja's blocks, and those of their inner words.
_OPENING = {"for", "if", "macro", "call", "filter", "with", "block", "raw", "autoescape"}
_MIDDLE = {"else": {"for", "if"}, "elif": {"if"}}

Fault = tuple[str, Tag, dict[str, object]]


def block_faults(tags: Sequence[Tag]) -> Iterator[Fault]:
    """What is wrong with the nesting of `tags`: code, the tag, the arguments of its sentence.

    Codes: `template-block-unopened`, `template-block-crossed`, `template-block-unclosed`;
    `template-filter-block`: a filter over a whole passage, which would get its XML.
    """
    standing: list[Tag] = []
    for tag in tags:
        word = tag.word
        if standing and standing[-1].word == "raw" and word != "endraw":
            continue
        if word == "filter" or (word == "set" and _opens(tag) and "|" in tag.body):
            yield "template-filter-block", tag, {"tag": tag.text}
        if _opens(tag):
            standing.append(tag)
        elif word in _MIDDLE and not (standing and standing[-1].word in _MIDDLE[word]):
            yield "template-block-unopened", tag, {"tag": tag.text}
        elif word.startswith("end"):
            yield from _closed(tag, standing)
    for tag in standing:
        yield "template-block-unclosed", tag, {"tag": tag.text, "wanted": f"end{tag.word}"}


def blocks_apart(tokens: Sequence[Token]) -> Iterator[Fault]:
    """Blocks whose two ends can't lie where they lie: in different tables, or with markup between
    that doesn't pair.

    Code: `template-block-apart`. The tags nest rightly (see `block_faults`), else nothing is told.
    """
    standing: list[tuple[int, int]] = []
    tables: list[int] = []
    for index, token in enumerate(tokens):
        if token.name == "w:tbl":
            tables = [*tables, index] if token.kind is Kind.START else tables[:-1]
        tag = token.tag
        if tag is None:
            continue
        here = tables[-1] if tables else -1
        if standing and (tag.word.startswith("end") or tag.word in _MIDDLE):
            began, table = standing.pop()
            opened = tokens[began].tag
            if opened is not None and (table != here or not is_seam(tokens[began + 1 : index])):
                yield "template-block-apart", opened, {"tag": opened.text, "ending": tag.text}
        if _opens(tag) or tag.word in _MIDDLE:
            standing.append((index, here))


def _opens(tag: Tag) -> bool:
    return tag.word in _OPENING or (tag.word == "set" and "=" not in tag.body)


def _closed(tag: Tag, standing: list[Tag]) -> Iterator[Fault]:
    wanted = tag.word.removeprefix("end")
    if standing and standing[-1].word == wanted:
        standing.pop()
    elif any(opened.word == wanted for opened in standing):
        yield "template-block-crossed", tag, {"tag": tag.text, "standing": standing[-1].text}
        while standing.pop().word != wanted:
            pass
    else:
        yield "template-block-unopened", tag, {"tag": tag.text}
