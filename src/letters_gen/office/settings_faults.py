"""What is wrong with a letters.toml: the key, its line, what was found and what is accepted."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.office.settings_file import IndicatorTable, SettingsFile
from letters_gen.office.toml_text import line_of

_ACCEPTED = {
    "string_type": "text",
    "int_type": "whole-number",
    "int_from_float": "whole-number",
    "float_type": "number",
    "bool_type": "true-or-false",
    "list_type": "list",
    "dict_type": "table",
    "model_type": "table",
    "date_type": "date",
    "string_too_short": "filled-text",
    "number_format": "number-format",
    "value_or_share": "value-or-share",
    "one_requirement": "one-requirement",
    "password_in_file": "no-password",
    "scope_or_schools": "scope-or-schools",
    "sheet_needed": "sheet-needed",
}

_BOUNDS = {
    "literal_error": "one-of",
    "string_pattern_mismatch": "pattern",
    "greater_than_equal": "at-least",
    "less_than_equal": "at-most",
}
_PASSWORD = re.compile(r":[^/@]*@")


def shape_fault(error: Mapping[str, Any], text: str, file: str) -> LettersError:
    """One error of pydantic's list as an error of ours, with the line of its key in `text`."""
    keys = tuple(key for key in error["loc"] if key not in ("[key]", "int", "float", "str"))
    place = Place(file=file, line=line_of(text, keys))
    dotted = ".".join(str(key) for key in keys)
    if error["type"] == "extra_forbidden":
        accepted = _keys_beside(keys)
        nearest = difflib.get_close_matches(str(keys[-1]), accepted, n=1)
        return InputError(
            "settings-unknown-key", place, key=dotted, accepted=accepted, nearest=nearest
        )
    if error["type"] == "missing":
        return InputError("settings-missing-key", place, key=dotted)
    found = (
        _PASSWORD.sub(":…@", error["input"])
        if error["type"] == "password_in_file"
        else error["input"]
    )
    return InputError(
        "settings-wrong-value", place, key=dotted, found=found, accepted=_accepted(error)
    )


def _accepted(error: Mapping[str, Any]) -> tuple[str, str]:
    """What the key accepts: a kind that `wording` has words for, and its detail (a pattern, the
    literal values).
    """
    context = error.get("ctx", {})
    named = ("expected", "pattern", "ge", "le", "min_length")
    detail = next((context[name] for name in named if context.get(name)), "")
    kind = _BOUNDS.get(error["type"], _ACCEPTED.get(error["type"], "items"))
    return kind, str(detail)


def _keys_beside(keys: tuple[str | int, ...]) -> list[str]:
    """The keys that the table holding `keys[-1]` accepts."""
    model: type[BaseModel] = SettingsFile
    for key in keys[:-1]:
        field = _fields(model).get(str(key))
        if field is not None:
            model = _table_in(field.annotation) or model
    return list(_fields(model))


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a table by the names that the file uses."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _table_in(annotation: object) -> type[BaseModel] | None:
    """The table that a field holds, itself or as the values of a mapping."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((table for part in get_args(annotation) if (table := _table_in(part))), None)


def crossed_faults(settings: SettingsFile, text: str, file: str) -> list[LettersError]:
    """The faults that lie between two tables: a name that nothing bears, a kind that doesn't fit
    its use.
    """
    found = [*_unknown_names(settings), *_unfit_kinds(settings), *_doubled_headings(settings)]
    if "school" not in settings.columns:
        found.append((("columns",), InputError("settings-missing-key", key="columns.school")))
    return [_placed(error, keys, text, file) for keys, error in found]


_Found = tuple[tuple[str, ...], InputError]


def _placed(error: InputError, keys: tuple[str, ...], text: str, file: str) -> LettersError:
    error.place = Place(file=file, line=line_of(text, keys))
    return error


def _unknown_names(settings: SettingsFile) -> Iterator[_Found]:
    def check(keys: tuple[str, ...], name: str, known: Mapping[str, object]) -> Iterator[_Found]:
        if name not in known:
            accepted = list(known)
            nearest = difflib.get_close_matches(name, accepted, n=1)
            dotted = ".".join(keys)
            yield (
                keys,
                InputError(
                    "settings-unknown-name",
                    key=dotted,
                    found=name,
                    accepted=accepted,
                    nearest=nearest,
                ),
            )

    for key, judged in settings.indicators.items():
        for name in judged.share or [judged.value]:
            yield from check(
                ("indicators", key, "share" if judged.share else "value"), name, settings.columns
            )
    for key, figure in settings.figures.items():
        for name in figure.share:
            yield from check(("figures", key, "share"), name, settings.columns)
    for key, kind in settings.types.items():
        yield from check(("types", key, "series"), kind.series, settings.series)


def _unfit_kinds(settings: SettingsFile) -> Iterator[_Found]:
    def is_text(column: str) -> bool:
        return column in settings.columns and settings.columns[column].kind == "text"

    shares = [
        *(
            (("indicators", key, "share"), table.share or [])
            for key, table in settings.indicators.items()
        ),
        *((("figures", key, "share"), table.share) for key, table in settings.figures.items()),
    ]
    for keys, columns in shares:
        for column in filter(is_text, columns):
            yield keys, InputError("settings-text-counted", key=".".join(keys), column=column)
    for key, judged in settings.indicators.items():
        if judged.value in settings.columns and is_text(judged.value) != isinstance(
            judged.equals, str
        ):
            keys = ("indicators", key, _relation(judged))
            yield keys, InputError("settings-kind-unfit", key=".".join(keys), column=judged.value)
        elif (
            judged.value
            and isinstance(bound := getattr(judged, _relation(judged)), float)
            and bound % 1
        ):
            keys, accepted = ("indicators", key, _relation(judged)), ("whole-number", "")
            yield (
                keys,
                InputError(
                    "settings-wrong-value", key=".".join(keys), found=bound, accepted=accepted
                ),
            )


def _relation(table: IndicatorTable) -> str:
    return next(
        name for name in ("at_least", "at_most", "equals") if getattr(table, name) is not None
    )


def _doubled_headings(settings: SettingsFile) -> Iterator[_Found]:
    owner: dict[str, str] = {}
    for key, column in settings.columns.items():
        for heading in column.headings:
            first = owner.setdefault(heading.casefold(), key)
            if first != key:
                keys = ("columns", key, "headings")
                yield (
                    keys,
                    InputError(
                        "settings-heading-twice", key=".".join(keys), heading=heading, other=first
                    ),
                )
