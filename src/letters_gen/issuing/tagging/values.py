"""All that templates could say on an occasion, each text with the tag that says it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from letters_gen.documents.filters import filters_of
from letters_gen.documents.mark import BLANK
from letters_gen.issuing.tagging.expressions import COUNTED_RANK, Filters, said_of
from letters_gen.issuing.tagging.plain import plain_text
from letters_gen.model.field import Field, FieldValues
from letters_gen.model.settings import Settings

_SAYING = re.compile(r"\w")
_WORDS = re.compile(r"[^\W\d_]{2}")
# What stands in a line between a list's items, what before its last, and the tags that say so.
_PARTINGS = (
    (", ", ", ", "{% if not loop.last %}, {% endif %}"),
    ("; ", "; ", "{% if not loop.last %}; {% endif %}"),
    (", ", " и ", "{% if loop.revindex == 2 %} и {% elif not loop.last %}, {% endif %}"),
)
# They tell a template of what kind a document is, and are nothing that it says.
_UNSAID = ("письмо.форма",)
# A list's only item is known in a text by a passage of so many signs.
_LEAST_OF_ONE = 8


@dataclass(frozen=True)
class Value:
    """One thing that a template can say.

    Attributes:
        path: the field: `письмо.дата`; of a list's item `нарушения.показатель`.
        said: the expression of its tag: `письмо.дата | словами`.
        text: what a document then shows, plain (see `plain`).
        rank: how far it is derived: 0 for the field as it stands.
        loop: the list whose only item says it, '' for whatever stands outside of lists.
        whole: the whole tag where it is more than `{{ … }}`.
        meaning: what the field holds.
    """

    path: str
    said: str
    text: str
    rank: int = 0
    loop: str = ""
    whole: str = ""
    meaning: str = ""

    @property
    def tag(self) -> str:
        """The tag as it stands in a template."""
        return self.whole or f"{{{{ {self.said} }}}}"

    @property
    def names(self) -> list[str]:
        """The field with each of its filters, as templates tell what they name."""
        filters = [one.partition("(")[0].strip() for one in self.said.split("|")[1:]]
        return [self.path, *(f"{self.path}|{one}" for one in filters)]

    @property
    def is_counted(self) -> bool:
        """Whether it is a day so many working days after another."""
        return self.rank > COUNTED_RANK

    @property
    def group(self) -> str:
        """Whose field it is: `письмо`."""
        return self.path.partition(".")[0]


@dataclass(frozen=True)
class Column:
    """What the items of a list say alike: an expression, and its plain text of each item.

    Attributes:
        meaning: what the field holds.
        whole: the whole tag where it is more than `{{ … }}`.
    """

    path: str
    said: str
    texts: tuple[str, ...]
    meaning: str = ""
    whole: str = ""

    @property
    def is_of_loop(self) -> bool:
        """Whether the loop itself says it, and no field of its items: which item it is."""
        return "." not in self.path

    @property
    def begun(self) -> Column:
        """The same of the first two items alone."""
        return replace(self, texts=self.texts[:2])

    @property
    def as_value(self) -> Value:
        """What the first item says."""
        return Value(self.path, self.said, self.texts[0], whole=self.whole, meaning=self.meaning)


@dataclass(frozen=True)
class Listed:
    """A list of the templates, and what its items say."""

    name: str
    length: int
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Known:
    """All that templates could say: by plain text, and the lists; `used` are the fields that the
    type's own templates name, which are meant where two would fit.
    """

    by_text: Mapping[str, tuple[Value, ...]]
    lists: tuple[Listed, ...]
    used: Collection[str]

    def by_use(self, value: Value) -> tuple[bool, bool, int, int]:
        """The order in which values that fit are taken: what the type's templates say first, as
        much of it as they do; days that are counted from others last.
        """
        is_used = self.is_used(value)
        return value.is_counted, not is_used, -len(value.names) if is_used else 0, value.rank

    def is_used(self, value: Value) -> bool:
        """Whether the type's own templates say this."""
        return all(name in self.used for name in value.names)


def variable_of(name: str) -> str:
    """What stands for an item of a list in its loop: the list's first letter."""
    return name[0]


def known_values(
    fields: FieldValues,
    declared: Iterable[Field[Any]],
    settings: Settings,
    used: Collection[str],
) -> Known:
    """What `fields` let a template say, with all filters that change them.

    Args:
        declared: all of them, for what they mean.
        used: those that the type's own templates name.
    """
    meanings = {field.name: field.meaning for field in declared}
    filters = filters_of(settings.office, settings.forms)
    lists = []
    by_text: dict[str, list[Value]] = {}
    for name, thing in fields.items():
        said: list[Value] = []
        if isinstance(thing, Mapping):
            said = list(_of_group(name, thing, filters, meanings))
        elif isinstance(thing, list) and thing:
            lists.append(_listed(name, thing, filters, meanings, used))
            said = list(_of_list(lists[-1]))
        for value in said:
            if _SAYING.search(value.text) and BLANK not in value.text:
                by_text.setdefault(value.text, []).append(value)
    return Known(
        {text: tuple(values) for text, values in by_text.items()}, tuple(lists), frozenset(used)
    )


def _of_group(
    name: str, thing: Mapping[str, object], filters: Filters, meanings: Mapping[str, str]
) -> Iterator[Value]:
    for field, value in thing.items():
        path = f"{name}.{field}"
        if path not in _UNSAID:
            for said, text, rank in said_of(path, value, filters):
                yield Value(path, said, plain_text(text), rank, meaning=meanings.get(path, ""))


def _of_list(listed: Listed) -> Iterator[Value]:
    """How many items there are, their names in one line; and what the only one says."""
    name = listed.name
    yield Value(name, f"{name} | length", str(listed.length), 1)
    for column in listed.columns:
        if listed.length > 1 and not column.is_of_loop and _tells_apart(column):
            yield from _in_line(listed, column)
        if listed.length == 1 and len(column.texts[0]) >= _LEAST_OF_ONE:
            yield Value(column.path, column.said, column.texts[0], 3, loop=name)


def _tells_apart(column: Column) -> bool:
    """Whether items are told by their words in what the column says of them."""
    return len(set(column.texts)) > 1 and all(_WORDS.search(text) for text in column.texts)


def _in_line(listed: Listed, column: Column) -> Iterator[Value]:
    """What all items say, in one line: «A, B, C», «A; B; C», «A, B и C»."""
    variable = variable_of(listed.name)
    for between, last, parting in _PARTINGS:
        tag = (
            f"{{% for {variable} in {listed.name} %}}{{{{ {column.said} }}}}{parting}{{% endfor %}}"
        )
        text = between.join(column.texts[:-1]) + last + column.texts[-1]
        yield Value(column.path, column.said, text, 1, whole=tag)


def _listed(
    name: str,
    items: Sequence[Mapping[str, object]],
    filters: Filters,
    meanings: Mapping[str, str],
    used: Collection[str],
) -> Listed:
    variable = variable_of(name)
    columns = list(_of_loop(name, len(items)))
    for field in items[0]:
        if all(field in item for item in items):
            values = [item[field] for item in items]
            path = f"{name}.{field}"
            found = _columns(path, f"{variable}.{field}", values, filters, used)
            columns += [replace(one, meaning=meanings.get(path, "")) for one in found]
    return Listed(name, len(items), tuple(columns))


def _of_loop(name: str, length: int) -> Iterator[Column]:
    """What a loop says of itself: the number of an item, and the sign that ends it, another one at
    the end of the list.
    """
    yield Column(name, "loop.index", tuple(str(at) for at in range(1, length + 1)))
    for sign in ";,":
        tag = f"{{% if loop.last %}}.{{% else %}}{sign}{{% endif %}}"
        if length > 1:
            yield Column(name, f"loop.last {sign}", (sign,) * (length - 1) + (".",), whole=tag)


def _columns(
    path: str, said: str, values: Sequence[object], filters: Filters, used: Collection[str]
) -> Iterator[Column]:
    """A field of a list's items in each of its forms, each form once, and as templates use it: in
    another week that form may differ.
    """
    known: set[tuple[str, ...]] = set()
    told = [list(said_of(said, value, filters)) for value in values]
    for forms in zip(*told, strict=False):
        texts = tuple(plain_text(text) for _, text, _ in forms)
        is_one = len({expression for expression, _, _ in forms}) == 1
        column = Column(path, forms[0][0], texts)
        is_new = texts not in known or f"{path}|{column.said.rpartition('|')[2].strip()}" in used
        if is_one and any(texts) and is_new:
            known.add(texts)
            yield from _with_dash(column)


def _with_dash(column: Column) -> Iterator[Column]:
    """The column, and as it is written where a dash stands for what an item lacks."""
    yield column
    if not all(column.texts):
        dashed = tuple(text or "-" for text in column.texts)
        yield replace(column, said=f'{column.said} or "–"', texts=dashed)
