"""The syntax of a part's tags: its tree, or every tag's own error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from jinja2 import TemplateSyntaxError, nodes

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.templating.block_check import opens_block
from letters_gen.templating.sandbox import Sandbox
from letters_gen.templating.source import Source
from letters_gen.templating.tokens import Tag, place_of

# What Python itself can't take any more, of too long an expression or blocks too deep.
TOO_DEEP = (SyntaxError, RecursionError, MemoryError, ValueError, OverflowError)
_LONGEST = 4_000
_MOST_OPERATORS = 150
_DEEPEST_BRACKETS = 40
_DEEPEST_BLOCKS = 50
# Python takes no more than twenty loops one inside another.
_DEEPEST_LOOPS = 15
_MOST_CASES = 200
_SHOWN = 200
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'", re.DOTALL)
_OPERATOR = re.compile(r"[|~+\-*/%(\[{.]|\b(?:not|if|else|and|or|is|in)\b")


def syntax_tree(
    source: Source, environment: Sandbox, file: str, part: str
) -> tuple[nodes.Template | None, list[LettersError]]:
    """The syntax tree, or every tag's own error of syntax; of tags too long or too deep nothing is
    read.
    """
    complex_tags = list(_too_complex(source.tags))
    if complex_tags:
        return None, [_complex(place_of(file, part, tag)) for tag in complex_tags]
    try:
        return environment.parse(source.text), []
    except TemplateSyntaxError as error:
        wrong = list(_syntax_errors(source.tags, environment, file, part))
        if not wrong:
            place = place_of(file, part, source.tag_at(error.lineno))
            wrong = [InputError("template-syntax", place, message=error.message or "")]
        return None, wrong
    except TOO_DEEP:
        return None, [_complex(Place(file=file, part=part))]


def _complex(place: Place) -> LettersError:
    """The fault of a tag too long or too deep; its place tells only the beginning of its text."""
    text = place.text and place.text[:_SHOWN]
    return InputError("template-too-complex", replace(place, text=text))


def _too_complex(tags: Iterable[Tag]) -> Iterator[Tag]:
    """Tags with expressions too long, and those that open blocks too deep."""
    standing: list[str] = []
    cases = 0
    for tag in tags:
        cases = cases + 1 if tag.word == "elif" else 0
        if _is_long(tag) or cases > _MOST_CASES:
            yield tag
        if tag.word.startswith("end") and standing:
            standing.pop()
        elif opens_block(tag):
            standing.append(tag.word)
            if len(standing) > _DEEPEST_BLOCKS or standing.count("for") > _DEEPEST_LOOPS:
                yield tag
                return


def _is_long(tag: Tag) -> bool:
    """Whether a tag's expression is more than anyone reads."""
    if tag.opening == "{#":
        return False
    words = _QUOTED.sub("0", tag.body)
    if len(words) > _LONGEST:
        return True
    depth = deepest = 0
    for sign in words:
        depth += (sign in "([{") - (sign in ")]}")
        deepest = max(deepest, depth)
    return deepest > _DEEPEST_BRACKETS or len(_OPERATOR.findall(words)) > _MOST_OPERATORS


def _syntax_errors(
    tags: Iterable[Tag], environment: Sandbox, file: str, part: str
) -> Iterator[LettersError]:
    """What is wrong with each tag by itself: an expression, or a statement that is closed at
    once.
    """
    for tag in tags:
        place = place_of(file, part, tag)
        if "«" in tag.body or "»" in tag.body:
            yield InputError("template-quotes", place, tag=tag.text)
            continue
        try:
            environment.parse(_alone(tag))
        except TemplateSyntaxError as error:
            yield InputError("template-syntax", place, message=error.message or "")


def _alone(tag: Tag) -> str:
    """A template of the tag alone; an empty one for a tag that says nothing by itself."""
    word = tag.word
    if tag.opening == "{#" or word in ("else", "raw") or word.startswith("end"):
        return ""
    if tag.opening == "{{":
        return f"{{{{ {tag.body} }}}}"
    statement = f"{{% {tag.body} %}}"
    if word == "elif":
        return f"{{% if 0 %}}{statement}{{% endif %}}"
    if opens_block(tag):
        return f"{statement}{{% end{word} %}}"
    return statement
