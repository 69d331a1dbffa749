"""Properties of cells and paragraphs, put in where the schema wants them."""

from __future__ import annotations

from letters_gen.templating.tokens import Kind, Token, closing, end, start
from letters_gen.word.order import names_before

# Where an element's properties start among its tokens: they are its first child.
_FIRST = 1


def with_property(element: list[Token], properties: str, added: list[Token]) -> list[Token]:
    """An element with one property more, in the stead of one of the same name.

    Args:
        element: its tokens, from its start tag on.
        properties: the name of what holds its properties: `tcPr`, `pPr`; made where it lacks.
        added: the tokens of the property.
    """
    element = _with_properties(element, properties)
    last = closing(element, _FIRST)
    name = added[0].name
    earlier = {f"w:{one}" for one in names_before(properties, name.removeprefix("w:"))}
    before: list[Token] = []
    after: list[Token] = []
    for child in _children(element[_FIRST + 1 : last]):
        if child[0].name in earlier:
            before += child
        elif child[0].name != name:
            after += child
    return [*element[: _FIRST + 1], *before, *added, *after, *element[last:]]


def _with_properties(element: list[Token], properties: str) -> list[Token]:
    """The element with properties that have a start and an end."""
    name = f"w:{properties}"
    first, *others = element
    if others[0].name == name:
        if others[0].kind is Kind.START:
            return element
        others = others[1:]
    return [first, start(f"<{name}>"), end(name), *others]


def _children(tokens: list[Token]) -> list[list[Token]]:
    """The elements that stand one behind another in `tokens`, each with all that it holds."""
    children: list[list[Token]] = []
    index = 0
    while index < len(tokens):
        last = closing(tokens, index) if tokens[index].kind is Kind.START else index
        children.append(tokens[index : last + 1])
        index = last + 1
    return children
