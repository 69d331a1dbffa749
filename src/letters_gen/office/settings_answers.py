"""Answers put into letters.toml, its comments and order kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from letters_gen.model.question import SettingsKey
from letters_gen.office.toml_text import parse, read_text, write_document


def keep_in_settings(path: Path, key: SettingsKey, answer: str) -> None:
    """Add `answer` to the list that stands under `key` in the letters.toml at `path`.

    Raises:
        InputError: see `files.write_file`.
    """
    document = parse(read_text(path), path.name)
    *tables, last = key.keys
    table: Any = document
    for name in tables:
        table = table[name]
    if answer not in table[last]:
        table[last].append(answer)
        write_document(path, document)
