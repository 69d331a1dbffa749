"""letters.toml, checked and turned into the model's `Settings`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from letters_gen.errors import Place, together
from letters_gen.model import settings
from letters_gen.model.characters import holds_forbidden, without_forbidden
from letters_gen.model.column import Column
from letters_gen.model.judgement import FigureRule, Indicator, Relation, Requirement, Source, Value
from letters_gen.model.mail import MailServer
from letters_gen.model.oddity import Oddity
from letters_gen.model.person import Executor, Person, Signatory
from letters_gen.office.settings_faults import crossed_faults, shape_fault
from letters_gen.office.settings_file import CaseName, MailTable, PersonTable, SettingsFile
from letters_gen.office.settings_words import with_words
from letters_gen.office.toml_text import line_of, read_text, values_of

# What `scope` of older files means: about whom, and whether one for each.
_SCOPES = {"office": ("all", False), "school": ("all", True), "finding": ("finding", True)}


def load_settings(path: Path) -> settings.Settings:
    """The settings that the letters.toml at `path` holds.

    Raises:
        InputError: the first fault of the file, with its key and line; the others stand in its
            `also`.
    """
    return parsed_settings(read_text(path), path.name)


def parsed_settings(text: str, name: str) -> settings.Settings:
    """The settings that `text` holds, `name` its file's; raises as `load_settings`."""
    values, dropped = _cleaned(values_of(text, name))
    values = with_words(values, text, name)
    try:
        file = SettingsFile.model_validate(values)
    except ValidationError as error:
        raise together(shape_fault(one, text, name) for one in error.errors()) from error
    faults = crossed_faults(file, text, name)
    if faults:
        raise together(faults)
    oddities = []
    for keys, kept in dropped.items():
        place = Place(file=name, line=line_of(text, keys))
        oddities.append(Oddity("characters-dropped", place, {"found": kept}))
    empty = list(_empty(file))
    if empty:
        place = Place(file=name, line=line_of(text, tuple(empty[0].split("."))))
        oddities.append(Oddity("settings-empty", place, {"missing": empty}))
    return _settings(file, tuple(oddities))


_REQUISITES = ("address", "okpo", "ogrn", "inn", "kpp", "email", "phone", "place", "district")


def _empty(file: SettingsFile) -> Iterator[str]:
    """The keys of requisites and people's names that stand there and are to be filled in yet: what
    an office hasn't is left out.
    """
    for key in _REQUISITES:
        if key in file.office.model_fields_set and not getattr(file.office, key).strip():
            yield f"office.{key}"
    for table in ("signatories", "executors", "people"):
        for key, person in getattr(file, table).items():
            if not person.name:
                yield f"{table}.{key}.name"


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
    people = {key: _person(key, table) for key, table in file.people.items()}
    return settings.Settings(
        office=settings.Office(**{**dict(file.office), "days_off": tuple(file.office.days_off)}),
        signatories=_signatories(file, people),
        executors=_executors(file, people),
        series=series,
        columns={key: _column(key, file) for key in file.columns},
        indicators={key: _indicator(key, file) for key in file.indicators},
        figures={
            key: FigureRule(key, table.title, Source(tuple(table.share)), table.complement)
            for key, table in file.figures.items()
        },
        types={key: _document_type(key, file, series) for key in file.types},
        register_url=file.register_.url if file.register_ else "",
        backup_folder=file.backup.folder if file.backup else "",
        upload_limit=file.page.upload_limit,
        words=dict(file.words),
        forms={text: _forms(table) for text, table in file.forms.items()},
        oddities=oddities,
        people=people,
        mail=_mail(file.mail),
    )


def _forms(table: Mapping[CaseName, str]) -> dict[str, str]:
    return {str(case): form for case, form in table.items()}


_PORTS = {"starttls": 587, "tls": 465, "none": 25}


def _mail(table: MailTable | None) -> MailServer | None:
    """The mail server; its port is that of its security where none is named."""
    if table is None:
        return None
    return MailServer(**{**dict(table), "port": table.port or _PORTS[table.security]})


_SEXES = {"м": "m", "ж": "f", None: ""}


def _person(key: str, table: PersonTable) -> Person:
    forms: dict[tuple[str, str], str] = {}
    for case, text in table.name_forms.items():
        forms["name", case] = text
    for case, text in table.post_forms.items():
        forms["post", case] = text
    return Person(
        key,
        table.post,
        table.name,
        _SEXES[table.sex],
        table.phone,
        table.since,
        table.until,
        forms,
    )


def _signatories(file: SettingsFile, people: Mapping[str, Person]) -> dict[str, Signatory]:
    """Who may sign: those of [signatories], the first by default, and everyone of [people]."""
    known = {key: Signatory(key, one.post, one.name) for key, one in people.items()}
    own = file.signatories.items()
    signing = {key: Signatory(key, one.post, one.name) for key, one in own}
    return signing | {key: one for key, one in known.items() if key not in signing}


def _executors(file: SettingsFile, people: Mapping[str, Person]) -> dict[str, Executor]:
    """Who may have prepared a document, as `_signatories`."""
    known = {key: Executor(key, one.name, one.phone) for key, one in people.items()}
    own = {key: Executor(key, one.name) for key, one in file.executors.items()}
    return own | {key: one for key, one in known.items() if key not in own}


def _series(key: str, file: SettingsFile) -> settings.Series:
    table = file.series[key]
    first = {int(year): seq for year, seq in table.first.items()}
    used = [kind.case for kind in file.types.values() if kind.series == key and kind.case]
    cases = tuple(dict.fromkeys(used))
    kept, article = table.kept or "", table.article or ""
    return settings.Series(
        key, table.index, table.format, first, table.journal, cases, kept, article
    )


def _column(key: str, file: SettingsFile) -> Column:
    table = file.columns[key]
    title = table.title or table.headings[0]
    return Column(
        key,
        tuple(table.headings),
        title,
        table.field or key,
        table.kind,
        tuple(table.group),
        {value: tuple(spellings) for value, spellings in table.values.items()},
    )


def _indicator(key: str, file: SettingsFile) -> Indicator:
    table = file.indicators[key]
    source = Source(tuple(table.share) if table.share else (table.value,))
    column = file.columns.get(table.value)
    is_percent = source.is_share or (column is not None and column.kind == "percent")
    relation = next(relation for relation in Relation if getattr(table, relation.value) is not None)
    written = getattr(table, relation.value)
    steps = _steps(written, relation, is_percent)
    requirement = steps[-1][1] if steps else Requirement(relation, _bound(written, is_percent))
    field = table.field or key
    return Indicator(key, table.title, source, requirement, table.finding, field, table.of, steps)


def _steps(
    written: object, relation: Relation, is_percent: bool
) -> tuple[tuple[date, Requirement], ...]:
    """What is required from which day on, oldest first; nothing where it doesn't change."""
    if not isinstance(written, list):
        return ()
    steps = [(one.from_, Requirement(relation, _bound(one.value, is_percent))) for one in written]
    return tuple(sorted(steps, key=lambda one: one[0]))


def _bound(written: int | float | str, is_percent: bool) -> Value:
    """The bound as it is compared: a share, or a ready percentage, is written in per cent, 79.5 as
    the decimal that was typed.
    """
    if isinstance(written, str):
        return written
    exact = Fraction(str(written))
    return exact / 100 if is_percent else int(exact)


# What of a document type is taken as it is written.
_AS_WRITTEN = (
    "sheet",
    "form",
    "answer",
    "typed",
    "needs_findings",
    "weeks",
    "once",
    "case",
    "signatory",
    "executor",
    "responsible",
    "control",
    "compiler",
    "acquaint",
    "distribution",
    "schools_named",
    "collapse",
    "appendix_mark",
    "send",
    "code",
)


def _document_type(
    key: str, file: SettingsFile, series: dict[str, settings.Series]
) -> settings.DocumentType:
    table = file.types[key]
    schools, each = _SCOPES[table.scope] if table.scope else (table.schools or "all", table.each)
    is_weekly = table.sheet and table.form == "letter"
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
        every=table.every or ("week" if is_weekly else "never"),
        deadline=table.deadline if isinstance(table.deadline, int) else 0,
        is_due_by_basis=table.deadline == "basis",
        **{name: getattr(table, name) for name in _AS_WRITTEN},
    )
