"""Which document that stands is the one that is wanted: the key follows the school, also where its
ИНН was entered, cleared or corrected since (design §6.1).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from letters_gen.model.entry import Entry
from letters_gen.model.folding import folded
from letters_gen.model.school import School


def latest_by_school(entries: Iterable[Entry], schools: Iterable[School]) -> dict[str, Entry]:
    """The latest edition of each school's document, by the key that the school has today.

    A document whose key no school has any more belongs to the only school of its name, if that has
    no document under its own key.

    Args:
        entries: of one type and subject, every edition; '' is the key of a paper about no school.
        schools: all that the batch could be about.
    """
    by_edition = sorted(entries, key=lambda entry: entry.key.edition)
    latest = {_key_of(entry): entry for entry in by_edition}
    known = {school.key: school for school in schools}
    stray = [key for key in latest if key and key not in known]
    if stray:
        named = _by_name(school for key, school in known.items() if key not in latest)
        _rename(latest, {key: named.get(folded(latest[key].school), "") for key in stray})
    return latest


def _rename(latest: dict[str, Entry], claims: Mapping[str, str]) -> None:
    """Give each document the key of the school that it claims, if no other claims the same."""
    claimed = Counter(claims.values())
    for key, school in claims.items():
        if school and claimed[school] == 1:
            latest[school] = latest.pop(key)


def _key_of(entry: Entry) -> str:
    return entry.known_inn or entry.key.school


def _by_name(schools: Iterable[School]) -> Mapping[str, str]:
    """The keys of schools by their names; no name that several have."""
    found: dict[str, str] = {}
    for school in schools:
        name = folded(school.short_name)
        found[name] = "" if name in found else school.key
    return found
