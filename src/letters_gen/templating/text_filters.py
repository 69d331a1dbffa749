"""Filters over a passage, `{% filter upper %}…{% endfilter %}`, where that is text alone: they get
the text as it reads, and what they make of it is escaped like any value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinja2 import nodes

from letters_gen.templating.block_check import opens_block
from letters_gen.templating.sandbox import AS_TEXT, AS_VALUE
from letters_gen.templating.tokens import Kind, Tag, Token


def filters_over_text(tokens: Sequence[Token]) -> set[int]:
    """The ids of the tags `filter` and `set … | …` between which and their ends there is no
    markup.
    """
    found: set[int] = set()
    standing: list[tuple[Tag, bool]] = []
    for token in tokens:
        tag = token.tag
        if tag is None:
            if token.kind is not Kind.TEXT:
                standing = [(opened, False) for opened, _ in standing]
        elif tag.word.startswith("end") and standing:
            opened, is_text = standing.pop()
            if is_text:
                found.add(id(opened))
        elif opens_block(tag):
            standing.append((tag, True))
    return found


def let_filters_see_text(tree: nodes.Template) -> None:
    """Let the filters over passages get text and give text; `tree` is changed."""
    for block, chain in _filtered_blocks(tree):
        innermost = chain
        while isinstance(innermost.node, nodes.Filter):
            innermost = innermost.node
        innermost.node = _filter(None, AS_VALUE, block.lineno)
        block.filter = _filter(chain, AS_TEXT, block.lineno)


def _filtered_blocks(
    tree: nodes.Template,
) -> Iterator[tuple[nodes.FilterBlock | nodes.AssignBlock, nodes.Filter]]:
    """The blocks that filter a passage, with the last of their filters."""
    for passage in tree.find_all(nodes.FilterBlock):
        yield passage, passage.filter
    for block in tree.find_all(nodes.AssignBlock):
        if block.filter is not None:
            yield block, block.filter


def _filter(node: nodes.Expr | None, name: str, line: int) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=line)
