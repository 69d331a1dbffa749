"""letters.toml, checked and turned into the model's `Settings`."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from letters_gen.errors import Place, together
from letters_gen.model import settings
from letters_gen.model.characters import holds_forbidden, without_forbidden
from letters_gen.model.judgement import FigureRule, Indicator, Relation, Requirement, Source, Value
from letters_gen.model.oddity import Oddity
from letters_gen.office.settings_faults import crossed_faults, shape_fault
from letters_gen.office.settings_file import IndicatorTable, SettingsFile
from letters_gen.office.toml_text import line_of, parse, plain, read_text

# What `scope` of older files means: about whom, and whether one for each.
_SCOPES = {"office": ("all", False), "school": ("all", True), "finding": ("finding", True)}


def load_settings(path: Path) -> settings.Settings:
    """The settings that the letters.toml at `path` holds.

    Raises:
        InputError: the first fault of the file, with its key and line; the others stand in its
            `also`.
    """
    text = read_text(path)
    values, dropped = _cleaned(plain(parse(text, path.name)))
    try:
        file = SettingsFile.model_validate(values)
    except ValidationError as error:
        raise together(shape_fault(one, text, path.name) for one in error.errors()) from error
    faults = crossed_faults(file, text, path.name)
    if faults:
        raise together(faults)
    oddities = []
    for keys, kept in dropped.items():
        place = Place(file=path.name, line=line_of(text, keys))
        oddities.append(Oddity("characters-dropped", place, {"found": kept}))
    return _settings(file, tuple(oddities))


_Keys = tuple[str | int, ...]


def _cleaned(values: Any) -> tuple[Any, dict[_Keys, str]]:
    """`values` without characters that no document can hold, and which texts had such: by their
    keys what is left of them.
    """
    dropped: dict[_Keys, str] = {}

    def clean(value: Any, keys: _Keys) -> Any:
        if isinstance(value, dict):
            return {key: clean(inner, (*keys, key)) for key, inner in value.items()}
        if isinstance(value, list):
            return [clean(inner, (*keys, number)) for number, inner in enumerate(value)]
        if isinstance(value, str) and holds_forbidden(value):
            dropped[keys] = without_forbidden(value)
            return dropped[keys]
        return value

    return clean(values, ()), dropped


def _settings(file: SettingsFile, oddities: tuple[Oddity, ...]) -> settings.Settings:
    series = {key: _series(key, file) for key in file.series}
    return settings.Settings(
        office=settings.Office(**{**dict(file.office), "days_off": tuple(file.office.days_off)}),
        signatories={
            key: settings.Signatory(key, **dict(table)) for key, table in file.signatories.items()
        },
        executors={
            key: settings.Executor(key, **dict(table)) for key, table in file.executors.items()
        },
        series=series,
        columns={key: _column(key, file) for key in file.columns},
        indicators={key: _indicator(key, table) for key, table in file.indicators.items()},
        figures={
            key: FigureRule(key, table.title, Source(tuple(table.share)), table.complement)
            for key, table in file.figures.items()
        },
        types={key: _document_type(key, file, series) for key in file.types},
        register_url=file.register_.url if file.register_ else "",
        oddities=oddities,
    )


def _series(key: str, file: SettingsFile) -> settings.Series:
    table = file.series[key]
    first = {int(year): seq for year, seq in table.first.items()}
    return settings.Series(key, table.index, table.format, first, table.journal)


def _column(key: str, file: SettingsFile) -> settings.Column:
    table = file.columns[key]
    title = table.title or table.headings[0]
    return settings.Column(
        key,
        tuple(table.headings),
        title,
        table.field or key,
        table.kind,
        tuple(table.group),
        {value: tuple(spellings) for value, spellings in table.values.items()},
    )


def _indicator(key: str, table: IndicatorTable) -> Indicator:
    source = Source(tuple(table.share) if table.share else (table.value,))
    return Indicator(
        key, table.title, source, _requirement(table, source), table.finding, table.field or key
    )


def _requirement(table: IndicatorTable, source: Source) -> Requirement:
    relation = next(relation for relation in Relation if getattr(table, relation.value) is not None)
    return Requirement(relation, _bound(getattr(table, relation.value), source))


def _bound(written: int | float | str, source: Source) -> Value:
    """The bound as it is compared: a share is written in per cent, 79.5 as the decimal that was
    typed.
    """
    if isinstance(written, str):
        return written
    exact = Fraction(str(written))
    if source.is_share:
        return exact / 100
    return int(exact)


def _document_type(
    key: str, file: SettingsFile, series: dict[str, settings.Series]
) -> settings.DocumentType:
    table = file.types[key]
    schools, each = _SCOPES[table.scope] if table.scope else (table.schools or "all", table.each)
    return settings.DocumentType(
        key,
        table.title,
        table.template,
        series[table.series],
        schools,
        bool(each),
        table.addressee,
        table.heading,
        tuple(table.appendices),
        table.deadline,
        table.sheet,
    )
