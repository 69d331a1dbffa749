"""The words of letters.toml, put where its other texts name them: `{{ слова.платформа }}`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from typing import Any

from letters_gen.errors import InputError, Place
from letters_gen.office.toml_text import line_of

_NAMED = re.compile(r"\{\{\s*слова\.(\w+)\s*\}\}")
_TABLES = ("columns", "indicators", "figures", "types")


def with_words(values: Mapping[str, Any], text: str, file: str) -> dict[str, Any]:
    """`values` with each word where it is named.

    Raises:
        InputError: `settings-unknown-name`: a word that [words] lacks.
    """
    words = values.get("words", {})
    if not isinstance(words, dict):
        return dict(values)

    def place(keys: tuple[str, ...]) -> Place:
        return Place(file=file, line=line_of(text, keys))

    return {
        key: _spelled(value, (key,), words, place) if key in _TABLES else value
        for key, value in values.items()
    }


def _spelled(
    value: Any,
    keys: tuple[str, ...],
    words: Mapping[str, Any],
    place: Callable[[tuple[str, ...]], Place],
) -> Any:
    if isinstance(value, dict):
        return {key: _spelled(inner, (*keys, key), words, place) for key, inner in value.items()}
    if isinstance(value, list):
        return [_spelled(inner, keys, words, place) for inner in value]
    if not isinstance(value, str):
        return value
    for name in _NAMED.findall(value):
        if name not in words:
            raise _unknown(name, words, place(keys), keys)
    return _NAMED.sub(lambda named: str(words[named[1]]), value)


def _unknown(
    name: str, words: Mapping[str, Any], place: Place, keys: tuple[str, ...]
) -> InputError:
    nearest = difflib.get_close_matches(name, words, n=1)
    return InputError(
        "settings-unknown-name",
        place,
        key=".".join(keys),
        found=name,
        accepted=list(words),
        nearest=nearest,
    )
