"""letters.toml changed key by key, its comments and order kept, and held against the very checks
of its reading before anything is written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import Table

from letters_gen.model.entry import Stamp
from letters_gen.office.files import read_file
from letters_gen.office.former import editing, refuse_changed, replace_file
from letters_gen.office.settings import parsed_settings
from letters_gen.office.toml_text import (
    encoded_as,
    headings_of,
    line_of,
    parse,
    read_text,
    values_of,
)
from letters_gen.office.workspace import Workspace

Keys = tuple[str, ...]
"""The keys that lead to a value."""

# Tables of the file stand at most so deep: [people.acting].
_DEEPEST = 2


def written_values(path: Path, wanted: Iterable[Keys]) -> dict[Keys, Any]:
    """What the letters.toml at `path` says under those keys, None where it says nothing.

    Raises:
        InputError: see `toml_text.read_text`, `toml_text.parse`.
    """
    return _values(values_of(read_text(path), path.name), wanted)


def state_of(values: Mapping[Keys, Any]) -> str:
    """What tells whether the file says something else than it said."""
    said = json.dumps([[*keys, value] for keys, value in values.items()], default=str)
    return hashlib.sha256(said.encode()).hexdigest()


def change_settings(
    workspace: Workspace, changes: Mapping[Keys, Any], state: str, stamp: Stamp
) -> None:
    """Put the values of `changes` under their keys, None for a key that is to go; what they don't
    change stays as it is written.

    Args:
        state: the `state_of` what was shown under those keys.

    Raises:
        InputError: `changed-meanwhile`; each fault that the settings would then have, as
            `settings.load_settings`; see `files.write_file`. Nothing is written then.
    """
    path = workspace.settings
    with editing(workspace, stamp):
        before = read_text(path)
        known = _values(values_of(before, path.name), changes)
        refuse_changed(path, state, state_of(known))
        changed = {
            keys: value for keys, value in changes.items() if value != _with_plain_ends(known[keys])
        }
        text = with_changes(before, path.name, changed) if changed else before
        if "\r\n" in before:
            text = _with_plain_ends(text).replace("\n", "\r\n")
        parsed_settings(text, path.name)
        replace_file(workspace, path, encoded_as(read_file(path), text), stamp)


def _with_plain_ends(value: Any) -> Any:
    """A text without the line ends of Windows, anything else as it is."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def with_changes(text: str, file: str, changes: Mapping[Keys, Any]) -> str:
    """`text` with the values of `changes`, None for a key or a table that is to go."""
    for keys, value in changes.items():
        if value is None:
            text = _without(text, file, keys)
    document: Any = parse(text, file)
    late: list[tuple[Keys, Any]] = []
    made: set[Keys] = set()
    for keys, value in changes.items():
        if value is not None and not _is_put(document, keys, value, made):
            late.append((keys, value))
    for keys in made:
        _value(document, keys).add(tomlkit.nl())
    text = f"{tomlkit.dumps(document).rstrip()}\n"
    for keys, value in reversed(late):
        text = _with_line(text, keys, value)
    return text


def _without(text: str, file: str, keys: Keys) -> str:
    """The text without a key; of a table the comments stay that stand behind its keys: they are
    about what follows.
    """
    document: Any = parse(text, file)
    found = _value(document, keys)
    if found is None:
        return text
    line = line_of(text, keys) or 1
    start = sum(len(one) for one in text.splitlines(keepends=True)[: line - 1])
    heading = text[start:].split("\n", 1)[0] + "\n"
    body = found.as_string() if isinstance(found, Table) else ""
    if not body or not text.startswith(body, start + len(heading)):
        *leading, last = keys
        _value(document, tuple(leading)).pop(last)
        return tomlkit.dumps(document)
    behind = takewhile(lambda one: one[0] is None, reversed(found.value.body))
    kept = "".join(reversed([item.as_string() for _, item in behind]))
    return text[:start] + kept.lstrip() + text[start + len(heading) + len(body) :]


def _is_put(document: Any, keys: Keys, value: Any, made: set[Keys]) -> bool:
    """Put a value where a key, an inline table or no table at all stands; a new key of a table is
    left to `_with_line`: behind its last key there may be comments on what follows.
    """
    *leading, last = keys
    table = _value(document, tuple(leading))
    if table is None:
        if len(leading) > _DEEPEST:
            return False
        table = _new_table(document, leading)
        made.add(tuple(leading))
    if last not in table and tuple(leading) not in made and isinstance(table, Table):
        return False
    table[last] = _item(value)
    return True


def _new_table(document: Any, leading: Sequence[str]) -> Any:
    *above, name = leading
    parent = document
    for key in above:
        if key not in parent:
            parent[key] = tomlkit.table(is_super_table=True)
        parent = parent[key]
    parent.append(name, tomlkit.table())
    return parent[name]


def _with_line(text: str, keys: Keys, value: Any) -> str:
    """The text with a line for a new key, below the heading of its table."""
    *table, key = keys
    line = line_of(text, tuple(table))
    if tuple(table) not in headings_of(text):
        # Its table is no table of the file's yet: an inline one.
        return _with_line(text, tuple(table), {key: value})
    assert line is not None
    lines = text.splitlines(keepends=True)
    written = tomlkit.dumps({key: _inline(value)}).rstrip("\n")
    lines.insert(line, f"{written}\n")
    return "".join(lines)


def _inline(value: Any) -> Any:
    if isinstance(value, dict):
        table = tomlkit.inline_table()
        table.update(value)
        return table
    return _item(value)


def _item(value: Any) -> Any:
    if isinstance(value, str) and "\n" in value:
        return tomlkit.string(value, multiline=True)
    return value


def _values(tables: Mapping[str, Any], wanted: Iterable[Keys]) -> dict[Keys, Any]:
    return {keys: _value(tables, keys) for keys in wanted}


def _value(tables: Any, keys: Keys) -> Any:
    for key in keys:
        if not isinstance(tables, dict) or key not in tables:
            return None
        tables = tables[key]
    return tables
