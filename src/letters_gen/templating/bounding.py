"""A part's syntax tree, changed so that what may grow beyond measure is held by `limits`; the tree
of an ordinary template stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jinja2 import nodes

from letters_gen.templating.limits import BOUNDED, CONCAT, STEP, STEPS
from letters_gen.templating.weighing import HEAVY, WEIGHED, weights_of

# What costs no more than the data that it is filled with.
_PLAIN = (
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Const,
    nodes.If,
    nodes.For,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Keyword,
)
_PLAIN_FILTERS = frozenset(
    "length count upper lower capitalize title trim first last default d join sort unique list "
    "selectattr rejectattr sum min max abs int float string escape e safe reverse".split()
)
_PATH = (nodes.Name, nodes.Getattr, nodes.Getitem)
# A step of a loop over data, and each expression in its body.
_OVER_DATA, _EXPRESSION = 20, 6


def with_bounds(tree: nodes.Template, own_filters: Collection[str]) -> bool:
    """Put bounds into `tree`, which is changed; whether it needed any.

    Args:
        own_filters: the office's filters, which look at every word.
    """
    is_plain = not _has_nested_loops(tree) and all(
        _is_plain(node, own_filters) for node in tree.find_all(nodes.Node)
    )
    if is_plain:
        return False
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = _filtered(loop.iter, STEPS, nodes.Const(_cost(loop)))
    for block in list(tree.find_all(nodes.AssignBlock)):
        block.filter = nodes.Filter(block.filter, BOUNDED, [], [], None, None, lineno=block.lineno)
    _Bounds(own_filters).visit(tree)
    return True


def _is_plain(node: nodes.Node, own_filters: Collection[str]) -> bool:
    """Whether a node costs no more than its data."""
    if isinstance(node, nodes.Filter):
        return node.name in _PLAIN_FILTERS or node.name in own_filters
    if isinstance(node, nodes.For):
        return isinstance(node.iter, _PATH) and not node.recursive
    return isinstance(node, _PLAIN)


def _loops_inside(node: nodes.Node) -> Iterator[nodes.For]:
    yield from node.find_all(nodes.For)


def _has_nested_loops(tree: nodes.Template) -> bool:
    """Whether a loop stands in another."""
    return any(next(_loops_inside(loop), None) for loop in tree.find_all(nodes.For))


def _cost(loop: nodes.For) -> int:
    """What a step of a loop costs, by the expressions in it."""
    size = sum(1 for _ in loop.find_all(nodes.Expr))
    if isinstance(loop.iter, _PATH):
        return _OVER_DATA + _EXPRESSION * size
    return STEP + size


def _filtered(node: nodes.Node, name: str, *arguments: nodes.Expr) -> nodes.Filter:
    """`node | name(arguments)`."""
    return nodes.Filter(node, name, list(arguments), [], None, None, lineno=node.lineno)


class _Bounds:
    """Walks a tree and bounds what its expressions make."""

    def __init__(self, own_filters: Collection[str]) -> None:
        self._own = own_filters

    def visit(self, node: nodes.Node) -> None:
        """Bound the expressions below `node`."""
        for key, value in node.iter_fields():
            if isinstance(value, nodes.Node):
                self.visit(value)
                setattr(node, key, self._bounded(value))
            elif isinstance(value, list):
                for at, item in enumerate(value):
                    if isinstance(item, nodes.Node):
                        self.visit(item)
                        value[at] = self._bounded(item)

    def _bounded(self, node: nodes.Node) -> nodes.Node:
        """A node, or what bounds it."""
        if isinstance(node, nodes.Concat):
            return _filtered(nodes.List(node.nodes, lineno=node.lineno), CONCAT)
        is_made = isinstance(node, (nodes.List, nodes.Dict)) or (
            isinstance(node, nodes.Tuple) and node.ctx == "load"
        )
        if is_made and isinstance(node, nodes.Expr) and node.find(nodes.Name) is not None:
            return _filtered(node, BOUNDED)
        if isinstance(node, nodes.Filter) and node.node is not None and node.name[0] != "_":
            node.node = self._weighed(node.node, node.name)
        return node

    def _weighed(self, value: nodes.Expr, name: str) -> nodes.Expr:
        """A value that goes into a filter, the filter's work paid for."""
        if name in self._own:
            return _filtered(value, HEAVY)
        return _filtered(value, WEIGHED, *map(nodes.Const, weights_of(name)))
