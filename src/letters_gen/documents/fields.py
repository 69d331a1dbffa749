"""Fields of templates in groups, and their values: those alone that a template names are put into
words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Generic

from letters_gen.model.field import Field, FieldValues, Of
from letters_gen.russian.typography import typeset

# Of each field what makes its value of the thing, in their order.
Values = Sequence[tuple[str, Callable[[Any], object]]]


@dataclass(frozen=True)
class Group(Generic[Of]):
    """The fields of one thing, under its name: `письмо.номер`, `письмо.дата`.

    Attributes:
        source: whose fields they are, out of what the template is filled for; None where it has no
            such thing.
        is_blank: whether the fields are then empty, rather than none.
    """

    name: str
    fields: Sequence[Field[Any]]
    source: Callable[[Of], Any]
    is_blank: bool = False

    @property
    def declared(self) -> list[Field[Any]]:
        """The fields by their full names."""
        return [replace(field, name=f"{self.name}.{field.name}") for field in self.fields]

    def asked(self, names: Collection[str]) -> Group[Of] | None:
        """The group with those of its fields alone that a template names; None where it names none.

        Args:
            names: the fields in full; the name of the thing itself stands for all of them.
        """
        if self.name in names:
            return self
        fields = self._named(self.fields, names)
        return replace(self, fields=fields) if fields else None

    def _named(self, fields: Sequence[Field[Any]], names: Collection[str]) -> list[Field[Any]]:
        return [field for field in fields if f"{self.name}.{field.name}" in names]

    def value(self, of: Of) -> Any:
        """The fields as a template sees them; None where there is no such thing."""
        thing = self.source(of)
        if thing is not None:
            return _put_into_words(self._values, thing)
        if self.is_blank:
            return {field.name: "" for field in self.fields}
        return None

    @cached_property
    def _values(self) -> Values:
        return _values_of(self.fields)

    @property
    def example(self) -> Any:
        """What a template is tried with when it is checked."""
        return _examples_of(self.fields)


@dataclass(frozen=True)
class Kind(Generic[Of]):
    """What the things of a list have alike that are of one kind: put into words once for each.

    Attributes:
        key: of which kind a thing is.
        source: whose fields they are, out of what the template is filled for and a thing.
    """

    fields: Sequence[Field[Any]]
    key: Callable[[Any], Hashable]
    source: Callable[[Of, Any], Any]

    @cached_property
    def _values(self) -> Values:
        return _values_of(self.fields)

    @cached_property
    def _known(self) -> dict[Hashable, FieldValues]:
        return {}

    def value(self, of: Of, thing: object) -> FieldValues:
        """The fields that the thing has alike with all of its kind."""
        key = self.key(thing)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _put_into_words(self._values, self.source(of, thing))
        return known


@dataclass(frozen=True)
class ListGroup(Group[Of]):
    """A list of things, each with its fields: `нарушения`, and `показатель` of each; the source
    gives the things.
    """

    meaning: str = ""
    kind: Kind[Of] | None = None

    @property
    def _items(self) -> list[Field[Any]]:
        """All fields of an item, its own and those of its kind."""
        if self.kind is None:
            return [*self.fields]
        return [*self.fields, *self.kind.fields]

    @property
    def declared(self) -> list[Field[Any]]:
        """The list itself, and its items' fields by their full names."""
        items = [replace(field, name=f"{self.name}.{field.name}") for field in self._items]
        return [Field(self.name, self.meaning, "", self.source), *items]

    def asked(self, names: Collection[str]) -> Group[Of] | None:
        """The list with those fields of its items alone that a template names, none where it only
        counts them; None where it doesn't name the list.

        Args:
            names: the fields in full; `нарушения.*` for all fields of the items.
        """
        if self.name not in names:
            return None
        if f"{self.name}.*" in names:
            return self
        kind = self.kind
        if kind is not None:
            fields = self._named(kind.fields, names)
            kind = replace(kind, fields=fields) if fields else None
        return replace(self, fields=self._named(self.fields, names), kind=kind)

    def value(self, of: Of) -> list[FieldValues]:
        """The fields of each thing."""
        things, kind, values = self.source(of), self.kind, self._values
        if kind is None:
            return [_put_into_words(values, thing) for thing in things]
        return [{**kind.value(of, thing), **_put_into_words(values, thing)} for thing in things]

    @property
    def example(self) -> list[FieldValues]:
        """Three things, enough for a table that grows."""
        return [_examples_of(self._items) for _ in range(3)]


def _values_of(fields: Sequence[Field[Any]]) -> Values:
    return [(field.name, field.value) for field in fields]


def _examples_of(fields: Sequence[Field[Any]]) -> FieldValues:
    return {field.name: field.example or None for field in fields}


def _put_into_words(values: Values, thing: object) -> FieldValues:
    """The fields of one thing, typeset; one that has no value isn't there."""
    put: dict[str, Any] = {}
    for name, value in values:
        found = value(thing)
        if type(found) is str:  # names and posts that decline are texts of a kind of their own
            put[name] = typeset(found)
        elif found is not None:
            put[name] = found
    return put


def asked_groups(groups: Iterable[Group[Of]], names: Collection[str]) -> tuple[Group[Of], ...]:
    """What templates name of `groups`: nothing else need be put into words."""
    asked = []
    for group in groups:
        named = group.asked(names)
        if named is not None:
            asked.append(named)
    return tuple(asked)


def fields_of(groups: Iterable[Group[Of]], of: Of) -> FieldValues:
    """What a template is filled with: the groups that `of` has, by their names."""
    found = {}
    for group in groups:
        value = group.value(of)
        if value is not None:
            found[group.name] = value
    return found


def declared_fields(groups: Iterable[Group[Any]]) -> list[Field[Any]]:
    """All fields of the groups, by their full names."""
    declared: list[Field[Any]] = []
    for group in groups:
        declared += group.declared
    return declared


def field_names(groups: Iterable[Group[Any]]) -> list[str]:
    """The full names that a template may use."""
    return [field.name for field in declared_fields(groups)]


def example_values(groups: Iterable[Group[Any]]) -> FieldValues:
    """What a template is tried with when it is checked; of two groups of one name the fields of
    both.
    """
    by_name: dict[str, Group[Any]] = {}
    for group in groups:
        known = by_name.get(group.name, group)
        by_name[group.name] = replace(group, fields=(*known.fields, *group.fields))
    return {name: group.example for name, group in by_name.items()}
