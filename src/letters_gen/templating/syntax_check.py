"""The syntax of a part's tags: its tree, or every tag's own error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import TemplateSyntaxError, nodes

from letters_gen.errors import InputError, LettersError
from letters_gen.templating.block_check import opens_block
from letters_gen.templating.sandbox import Sandbox
from letters_gen.templating.source import Source
from letters_gen.templating.tokens import Tag, place_of


def syntax_tree(
    source: Source, environment: Sandbox, file: str, part: str
) -> tuple[nodes.Template | None, list[LettersError]]:
    """The syntax tree, or every tag's own error of syntax."""
    try:
        return environment.parse(source.text), []
    except TemplateSyntaxError as error:
        wrong = list(_syntax_errors(source.tags, environment, file, part))
        if not wrong:
            place = place_of(file, part, source.tag_at(error.lineno))
            wrong = [InputError("template-syntax", place, message=error.message or "")]
        return None, wrong


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
