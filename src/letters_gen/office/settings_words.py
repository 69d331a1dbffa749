"""The words of letters.toml, put where its other texts name them: `{{ слова.платформа }}`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
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

    def spelled(value: Any, keys: tuple[str, ...]) -> Any:
        if isinstance(value, dict):
            return {key: spelled(inner, (*keys, key)) for key, inner in value.items()}
        if isinstance(value, list):
            return [spelled(inner, keys) for inner in value]
        if not isinstance(value, str):
            return value
        lacking = next((name for name in _NAMED.findall(value) if name not in words), None)
        if lacking is not None:
            raise _unknown(lacking, words, Place(file=file, line=line_of(text, keys)), keys)
        return _NAMED.sub(lambda named: str(words[named[1]]), value)

    return {
        key: spelled(value, (key,)) if key in _TABLES else value for key, value in values.items()
    }


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
