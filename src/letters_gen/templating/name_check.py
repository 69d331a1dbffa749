"""The names that a template uses, held against those that it may use."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from jinja2 import nodes

from letters_gen.templating.lists import ANEW, CURRENT
from letters_gen.templating.notes import NOTE
from letters_gen.templating.unique_ids import COUNTER

Scope = dict[str, str | None]
_FREE = {
    "loop",
    "range",
    "dict",
    "namespace",
    "cycler",
    "joiner",
    "caller",
    "varargs",
    "kwargs",
    "self",
    # The engine's own, which it writes into templates itself.
    ANEW,
    CURRENT,
    COUNTER,
    NOTE,
}
# Of a loop: the items beside its own, of which it can't be told here what they are.
_NEIGHBOURS = ("previtem", "nextitem")


@dataclass(frozen=True)
class UnknownName:
    """A field or a filter that isn't there, the line it stands on, and the nearest that is."""

    name: str
    line: int
    nearest: str | None
    is_filter: bool = False


def unknown_names(
    tree: nodes.Template, fields: Collection[str] | None, filters: Collection[str]
) -> Iterator[UnknownName]:
    """Every field outside `fields` (None allows any) and every filter outside `filters` that `tree`
    uses.

    A loop's variable stands for the items of what it runs over: in `for ш in школы`, `ш.название`
    is `школы.название`.
    """
    for used in tree.find_all((nodes.Filter, nodes.FilterBlock)):
        for name in _filter_names(used):
            if name not in filters:
                yield UnknownName(name, used.lineno, _nearest(name, filters), is_filter=True)
    if fields is not None:
        yield from _Names(fields).of(tree.body, {})


def used_names(tree: nodes.Template, fields: Collection[str]) -> frozenset[str]:
    """The fields that `tree` uses, of those that it may use.

    Of a list that it only counts, asks for being empty or goes through the name alone; `список.*`
    where its items go where their fields can't be told: into a filter, a variable, a macro. And of
    a field that goes through filters each with it: `школа.руководитель|дательный`.
    """
    names = _Names(fields)
    for _unknown in names.of(tree.body, {}):
        pass
    return frozenset(names.used)


def _filter_names(node: nodes.Node) -> Iterator[str]:
    """The filter of an expression; those of a block, which stand one inside another."""
    if isinstance(node, nodes.Filter):
        yield node.name
    elif isinstance(node, nodes.FilterBlock):
        yield from _filter_names(node.filter)


def _nearest(name: str, known: Collection[str]) -> str | None:
    """The name most like `name`, None where none is like it."""
    public = [one for one in known if not one.startswith("_")]
    found = difflib.get_close_matches(name, public, n=1, cutoff=0.6)
    return found[0] if found else None


class _Names:
    """Walks a template; a scope says what each bound name stands for (None: anything)."""

    def __init__(self, fields: Collection[str]) -> None:
        self._fields = set(fields)
        self.used: set[str] = set()
        # Of `школа.адрес.город` both `школа` and `школа.адрес`.
        self._prefixes: set[str] = set()
        for name in fields:
            while name := name.rpartition(".")[0]:
                self._prefixes.add(name)

    def of(self, body: Sequence[nodes.Node], scope: Scope) -> Iterator[UnknownName]:
        """What is unknown in `body`; names that it binds are added to `scope`."""
        for node in body:
            if isinstance(node, nodes.Filter):
                self._note_filters(node, scope)
            yield from self._of(node, scope)

    def _of(self, node: nodes.Node, scope: Scope) -> Iterator[UnknownName]:
        """What is unknown in one node: what it reads comes before what it binds."""
        match node:
            case nodes.For():
                yield from self._of_loop(node, scope)
            case (
                nodes.If(test=nodes.Expr() as asked)
                | nodes.Filter(name="length" | "count", node=nodes.Expr() as asked)
            ):
                yield from self._mentioned(asked, scope)
                yield from self.of(_children(node, without=[asked]), scope)
            case nodes.Assign() | nodes.AssignBlock():
                yield from self.of(_children(node, without=[node.target]), scope)
                path = self._path(node.node, scope) if isinstance(node, nodes.Assign) else None
                scope.update(_targets(node.target, path))
            case nodes.Macro():
                scope[node.name] = None
                yield from self._of_arguments(node, scope)
            case nodes.CallBlock():
                yield from self._of_arguments(node, scope)
            case nodes.With():
                yield from self._of_with(node, scope)
            case nodes.Getattr() | nodes.Getitem() | nodes.Name():
                self._note_all_below(node, self._path(node, scope))
                yield from self._used(node, scope)
            case _:
                yield from self.of(list(node.iter_child_nodes()), scope)

    def _of_loop(self, loop: nodes.For, scope: Scope) -> Iterator[UnknownName]:
        """What it runs over knows nothing of its variable, its condition and its body do."""
        if isinstance(loop.target, nodes.Name):
            yield from self._mentioned(loop.iter, scope)
        else:
            yield from self._of(loop.iter, scope)
        inside = [*loop.body]
        if loop.test is not None:
            inside.append(loop.test)
        yield from self.of(inside, {**scope, **self._bound(loop, scope)})
        yield from self.of(loop.else_, scope)

    def _of_with(self, node: nodes.With, scope: Scope) -> Iterator[UnknownName]:
        """Inside, its variables stand for anything."""
        yield from self.of(node.values, scope)
        bound = dict(scope)
        for target in node.targets:
            bound.update(_targets(target, None))
        yield from self.of(node.body, bound)

    def _of_arguments(
        self, node: nodes.Macro | nodes.CallBlock, scope: Scope
    ) -> Iterator[UnknownName]:
        """Inside, its arguments stand for anything."""
        arguments: Scope = dict.fromkeys(argument.name for argument in node.args)
        yield from self.of(_children(node, without=node.args), {**scope, **arguments})

    def _bound(self, loop: nodes.For, scope: Scope) -> Scope:
        """What the variable of a loop stands for: the items of its list, also filtered or cut."""
        source = loop.iter
        while isinstance(source, (nodes.Filter, nodes.Getitem)) and source.node is not None:
            source = source.node
        return _targets(loop.target, self._path(source, scope))

    def _path(self, node: nodes.Node, scope: Scope) -> str | None:
        """The dotted name that `node` stands for, None where that can't be told."""
        match node:
            case nodes.Name():
                return scope.get(node.name, None if node.name in _FREE else node.name)
            case nodes.Getattr():
                return _below(self._path(node.node, scope), node.attr)
            case nodes.Getitem(arg=nodes.Const(value=str(key))):
                return _below(self._path(node.node, scope), key)
            case nodes.Getitem():
                # An item of a list (`школы[0]`, `школы[1:]`) is called as the list is.
                return self._path(node.node, scope)
            case _:
                return None

    def _mentioned(self, node: nodes.Node, scope: Scope) -> Iterator[UnknownName]:
        """What is unknown in a node that is counted, gone through, or asked whether it is empty: of
        a whole list its name alone is used, and nothing of its items.
        """
        if isinstance(node, nodes.Name) and node.name not in scope:
            yield from self._used(node, scope)
        else:
            yield from self._of(node, scope)

    def _note_filters(self, node: nodes.Filter, scope: Scope) -> None:
        """Remember the filters that a field goes through, the innermost included."""
        filters, inner = [node.name], node.node
        while isinstance(inner, nodes.Filter):
            filters.append(inner.name)
            inner = inner.node
        path = self._path(inner, scope) if inner is not None else None
        if path in self._fields:
            self.used |= {f"{path}|{name}" for name in filters}

    def _note_all_below(self, node: nodes.Node, path: str | None) -> None:
        """Remember that all fields of a thing or of a list's items may be asked for."""
        if path in self._prefixes:
            self.used.add(f"{path}.*")
        elif isinstance(node, nodes.Getattr) and node.attr in _NEIGHBOURS:
            self.used |= {f"{prefix}.*" for prefix in self._prefixes}

    def _used(self, node: nodes.Node, scope: Scope) -> Iterator[UnknownName]:
        """What is unknown in a name, an attribute or an item; in their parts where it can't be told
        what they are.
        """
        path = self._path(node, scope)
        if path is None:
            for part in node.iter_child_nodes():
                if not isinstance(part, nodes.Name):
                    yield from self._of(part, scope)
            if isinstance(node, nodes.Getitem):
                yield from self._of(node.arg, scope)
            return
        self.used.add(path)
        if path not in self._fields and path not in self._prefixes:
            yield UnknownName(path, node.lineno, self._near(path))

    def _near(self, path: str) -> str | None:
        """The nearest field: among those beside it if it has any there, else among all."""
        parent = path.rpartition(".")[0]
        beside = {name for name in self._fields if name.rpartition(".")[0] == parent}
        nearest = _nearest(path, beside or self._fields)
        return nearest or _nearest(path, self._fields | self._prefixes)


def _below(path: str | None, name: str) -> str | None:
    """The name of an item of what `path` stands for."""
    return None if path is None else f"{path}.{name}"


def _children(node: nodes.Node, without: Sequence[nodes.Node]) -> list[nodes.Node]:
    """What stands directly in a node, but for what it binds."""
    return [child for child in node.iter_child_nodes() if child not in without]


def _targets(target: nodes.Node, path: str | None) -> Scope:
    """What a target binds: one name takes the path, several can't be told."""
    if isinstance(target, nodes.Name):
        return {target.name: path}
    return {inner.name: None for inner in target.find_all(nodes.Name)}
