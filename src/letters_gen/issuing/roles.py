"""Who signs the documents of a run, who has prepared them, and whom they name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from letters_gen.documents.people import ROLES
from letters_gen.errors import InputError, Place, together
from letters_gen.model.person import Executor, Person, Signatory
from letters_gen.model.settings import DocumentType, Settings
from letters_gen.office.workspace import SETTINGS


def signatory_of(settings: Settings, kind: DocumentType, named: str | None, day: date) -> Signatory:
    """Who signs on `day`: whom the clerk has named, else the one of the type, else the acting head
    of that day, else the first of [signatories].

    Raises:
        InputError: `unknown-signatory`; `person-not-acting`: an acting head signs on the days of
            from and to alone.
    """
    if named is not None and named not in settings.signatories:
        accepted = list(settings.signatories)
        raise InputError("unknown-signatory", found=named, accepted=accepted)
    key = named or kind.signatory or _acting(settings, day)
    person = settings.people.get(key)
    if person and person.since and not person.acts_on(day):
        raise _not_acting(person, day)
    return settings.signatories[key] if key else next(iter(settings.signatories.values()))


def _acting(settings: Settings, day: date) -> str:
    return next((one.key for one in settings.people.values() if one.acts_on(day)), "")


def _not_acting(person: Person, day: date) -> InputError:
    since, until = person.since, person.until
    assert since is not None
    assert until is not None
    place = Place(file=SETTINGS, text=f"people.{person.key}")
    return InputError(
        "person-not-acting", place, name=person.name, since=since, until=until, day=day
    )


def executor_of(settings: Settings, kind: DocumentType) -> Executor:
    """Who has prepared documents of a type."""
    if kind.executor:
        return settings.executors[kind.executor]
    return next(iter(settings.executors.values()))


def people_of(settings: Settings, kind: DocumentType) -> dict[str, Person]:
    """Whom documents of a type name, by their roles."""
    keys = {role: getattr(kind, role) for role in ROLES}
    return {role: settings.people[key] for role, key in keys.items() if key}


def refuse_unnamed(signatory: Signatory, executor: Executor, people: Mapping[str, Person]) -> None:
    """Raises InputError `person-unnamed` where a name that a document needs isn't filled in yet."""
    named: list[tuple[str, Signatory | Executor | Person]] = [
        ("signatories", signatory),
        ("executors", executor),
        *(("people", one) for one in people.values()),
    ]
    places = [f"{table}.{one.key}" for table, one in named if not one.name]
    if places:
        raise together(
            InputError("person-unnamed", Place(file=SETTINGS, text=text)) for text in places
        )
