"""What is wrong with a letters.toml: the key, its line, what was found and what is accepted."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping
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
    "from_and_to": "from-and-to",
    "letter_needs_addressee": "letter-needs-addressee",
    "heading_needed": "heading-needed",
    "order_only": "order-only",
    "sheets_of_what": "sheets-of-what",
    "overdue_each": "overdue-each",
    "days_or_basis": "days-or-basis",
    "mail_open": "mail-open",
}

_BOUNDS = {
    "literal_error": "one-of",
    "string_pattern_mismatch": "pattern",
    "greater_than_equal": "at-least",
    "less_than_equal": "at-most",
}
# The shapes of text in `settings_file`, each by what `wording` calls it.
_SHAPES = {
    r"^\d*$": "digits",
    r"^[\w-]+$": "key-text",
    r"^[^/\\:]+$": "file-name",
    r"^[^\W\d]\w*$": "field-name",
    r"^[A-Za-z0-9_-]+$": "latin-key",
    r"^\d{4}$": "year",
    r"^[^@\s<>,;]+@[^@\s<>,;]+$": "mail-address",
    r"^postgresql(\+psycopg)?://": "server-address",
}
_PASSWORD = re.compile(r":[^/@]*@")


def shape_fault(error: Mapping[str, Any], text: str, file: str) -> LettersError:
    """One error of pydantic's list as an error of ours, with the line of its key in `text`."""
    keys = tuple(
        key
        for key in error["loc"]
        if key not in ("[key]", "int", "float", "str", "list[StepTable]")
    )
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
    found = _found(error)
    return InputError(
        "settings-wrong-value", place, key=dotted, found=found, accepted=_accepted(error)
    )


def _found(error: Mapping[str, Any]) -> object:
    """What stands there, without a password; of a table that contradicts itself its keys."""
    found = error["input"]
    if error["type"] == "password_in_file":
        return _PASSWORD.sub(":…@", found)
    return ", ".join(found) if isinstance(found, dict) else found


def _accepted(error: Mapping[str, Any]) -> tuple[str, str]:
    """What the key accepts: a kind that `wording` has words for, and its detail (a pattern, the
    literal values).
    """
    context = error.get("ctx", {})
    named = ("expected", "pattern", "ge", "le", "min_length")
    detail = next((context[name] for name in named if context.get(name)), "")
    kind = _BOUNDS.get(error["type"], _ACCEPTED.get(error["type"], "items"))
    return _SHAPES.get(str(detail), kind), str(detail)


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
    found = [
        *_unknown_names(settings),
        *_counted_texts(settings),
        *_unfit_requirements(settings),
        *_doubled_headings(settings),
    ]
    if "school" not in settings.columns:
        found.append((("columns",), InputError("settings-missing-key", key="columns.school")))
    return [error.at(Place(file=file, line=line_of(text, keys))) for keys, error in found]


_Keys = tuple[str, ...]
_Found = tuple[_Keys, InputError]


def _unknown_names(settings: SettingsFile) -> Iterator[_Found]:
    for keys, name, known in _names(settings):
        if name not in known:
            yield (
                keys,
                InputError(
                    "settings-unknown-name",
                    key=".".join(keys),
                    found=name,
                    accepted=list(known),
                    nearest=difflib.get_close_matches(name, known, n=1),
                ),
            )


def _names(settings: SettingsFile) -> Iterator[tuple[_Keys, str, Collection[str]]]:
    """Every name that one table has of another: where it stands, and the names there are."""
    for keys, columns in _shares(settings):
        for name in columns:
            yield keys, name, settings.columns
    for key, judged in settings.indicators.items():
        if judged.value:
            yield ("indicators", key, "value"), judged.value, settings.columns
    # What came in has a series of its own.
    ours = [key for key, series in settings.series.items() if series.journal != "incoming"]
    for key, kind in settings.types.items():
        yield ("types", key, "series"), kind.series, ours
        for role, known in _roles(settings).items():
            named = getattr(kind, role)
            if named:
                yield ("types", key, role), named, known


def _roles(settings: SettingsFile) -> dict[str, list[str]]:
    """Who may be named in each role of a document type."""
    people = list(settings.people)
    anyone = dict.fromkeys(("responsible", "control", "compiler"), people)
    return {
        "signatory": [*settings.signatories, *people],
        "executor": [*settings.executors, *people],
        **anyone,
    }


def _shares(settings: SettingsFile) -> Iterator[tuple[_Keys, Collection[str]]]:
    for key, judged in settings.indicators.items():
        yield ("indicators", key, "share"), judged.share or ()
    for key, figure in settings.figures.items():
        yield ("figures", key, "share"), figure.share


def _counted_texts(settings: SettingsFile) -> Iterator[_Found]:
    for keys, columns in _shares(settings):
        for column in columns:
            if _holds_text(settings, column) or _is_percent(settings, column):
                yield keys, InputError("settings-text-counted", key=".".join(keys), column=column)


def _unfit_requirements(settings: SettingsFile) -> Iterator[_Found]:
    """Of indicators that judge one column: text is compared with text, a count with a whole
    number.
    """
    for key, judged in settings.indicators.items():
        relation = _relation(judged)
        bound = getattr(judged, relation)
        keys = ("indicators", key, relation)
        dotted = ".".join(keys)
        is_known = judged.value in settings.columns
        if is_known and _holds_text(settings, judged.value) != isinstance(judged.equals, str):
            yield keys, InputError("settings-kind-unfit", key=dotted, column=judged.value)
        elif judged.value and not _is_percent(settings, judged.value) and _has_parts(bound):
            accepted = ("whole-number", "")
            error = InputError("settings-wrong-value", key=dotted, found=bound, accepted=accepted)
            yield keys, error


def _holds_text(settings: SettingsFile, column: str) -> bool:
    return column in settings.columns and settings.columns[column].kind in ("text", "yes_no")


def _is_percent(settings: SettingsFile, column: str) -> bool:
    return column in settings.columns and settings.columns[column].kind == "percent"


def _has_parts(bound: object) -> bool:
    """Whether a bound, or one of those by date, is no whole number."""
    bounds = [one.value for one in bound] if isinstance(bound, list) else [bound]
    return any(isinstance(one, float) and one % 1 for one in bounds)


def _relation(table: IndicatorTable) -> str:
    relations = ("at_least", "at_most", "equals")
    return next(name for name in relations if getattr(table, name) is not None)


def _doubled_headings(settings: SettingsFile) -> Iterator[_Found]:
    owner: dict[tuple[str, ...], str] = {}
    for key, column in settings.columns.items():
        keys = ("columns", key, "headings")
        for heading in column.headings:
            other = owner.setdefault((heading.casefold(), *column.group), key)
            if other != key:
                error = InputError(
                    "settings-heading-twice", key=".".join(keys), heading=heading, other=other
                )
                yield keys, error
