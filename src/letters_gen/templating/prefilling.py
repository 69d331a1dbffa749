"""Values that all letters of a batch share, filled in before the template is compiled: each letter
then fills only what is its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

from letters_gen.model.field import FieldValues
from letters_gen.templating.limits import BUDGET, Budget
from letters_gen.templating.sandbox import Sandbox


def with_shared_values(
    tree: nodes.Template, values: FieldValues, environment: Sandbox
) -> nodes.Template:
    """`tree`, changed: each `{{ … }}` that needs no other names than those of `values` is the text
    that it writes.

    Names that the template binds itself (by `for`, `set`, a macro) are none of these. Nothing is
    put in behind an expression that fails: it fails in every letter, with its place.

    Args:
        values: by top-level name, alike in every letter.
    """
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    shared = values.keys() - own - {macro.name for macro in tree.find_all(nodes.Macro)}
    spots: list[tuple[nodes.Output, int]] = []
    for output in tree.find_all(nodes.Output):
        for position, expression in enumerate(output.nodes):
            if _needs_only(expression, shared):
                spots.append((output, position))
    if not spots:
        return tree
    expressions = [
        nodes.Output([output.nodes[position]], lineno=output.lineno) for output, position in spots
    ]
    written = _written(nodes.Template(expressions, lineno=1), values, environment)
    for (output, position), text in zip(spots, written, strict=False):
        output.nodes[position] = nodes.TemplateData(text, lineno=output.lineno)
    return tree


def _needs_only(expression: nodes.Expr, shared: set[str]) -> bool:
    """Whether an expression names something, and nothing but what is shared."""
    # The node itself is none of those that `find_all` finds.
    named = {name.name for name in nodes.Output([expression]).find_all(nodes.Name)}
    return bool(named) and named <= shared


def _written(tree: nodes.Template, values: FieldValues, environment: Sandbox) -> Iterator[str]:
    """What each output of `tree`, of one expression each, writes; ends before one that fails."""
    template = environment.compiled(tree)
    try:
        context = template.new_context({**values, BUDGET: Budget()})
        yield from template.root_render_func(context)
    except Exception:  # whatever it is, it comes again in the letter
        return
