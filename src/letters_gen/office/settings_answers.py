"""Answers put into letters.toml, its comments and order kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tomlkit

from letters_gen.model.question import SettingsKey
from letters_gen.office.toml_text import parse, read_text, write_document


def keep_in_settings(path: Path, key: SettingsKey, answer: str) -> None:
    """Keep `answer` under `key` in the letters.toml at `path`; a table or list that isn't there yet
    is made.

    Raises:
        InputError: see `files.write_file`.
    """
    document = parse(read_text(path), path.name)
    *tables, last = key.keys
    table: Any = document
    for name in tables:
        if name not in table:
            # What stands at the file's top level is a table with a heading of its own.
            table[name] = tomlkit.table() if table is document else tomlkit.inline_table()
        table = table[name]
    if last not in table and key.is_list:
        table[last] = tomlkit.array()
    if not key.is_list:
        table[last] = answer
    elif answer not in table[last]:
        table[last].append(answer)
    write_document(path, document)
