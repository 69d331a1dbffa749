"""Настройки: letters.toml, shown whole and changed part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letters_gen.errors import InputError, LettersError
from letters_gen.office.own_office import office_id
from letters_gen.office.settings_writing import (
    Keys,
    change_settings,
    state_of,
    written_values,
)
from letters_gen.web.desk import desk, reread_settings, settings
from letters_gen.web.failing import Answer
from letters_gen.web.settings_items import (
    PEOPLE,
    Item,
    backup,
    days_off,
    deadlines,
    first_numbers,
    person,
    read_items,
    requisites,
)
from letters_gen.web.told import page_failures
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked

_PARTS: Mapping[str, tuple[str, Callable[[], Iterable[Item]]]] = {
    "requisites": (marked("Requisites"), requisites),
    "deadlines": (marked("Deadlines"), lambda: deadlines(settings())),
    "days-off": (marked("Days off"), days_off),
    "numbers": (
        marked("First numbers"),
        lambda: first_numbers(settings(), desk().clock.today.year),
    ),
    "backup": (marked("Copies of the register"), backup),
}
_HINTS = {
    "deadlines": marked(
        "In how many working days after its date a document is to be answered. Nothing: it sets no "
        "deadline; «letter»: the deadline that the ministry's letter sets."
    ),
    "numbers": marked(
        "Where the program goes on from a paper journal: the number of the first document that it "
        "registers in this year. Nothing: from 1, or behind the last number that is taken."
    ),
}
_TITLES = {
    "signatories": marked("Who signs"),
    "executors": marked("Who prepares documents"),
    "people": marked("Whom documents name, and acting heads"),
}


_NEW = "new"
_NEEDED = ("post", "name", "short_name")
# What a field takes, by what the settings call it.
_ACCEPTED = {
    "digits": marked("Write digits alone"),
    "filled-text": marked("Fill this in"),
    "at-least": marked("Write a number from 1 on"),
    "days-or-basis": marked("Write a number of working days from 1 to 250, «letter», or nothing"),
    "one-of": marked("Write м or ж, or nothing"),
    "from-and-to": marked(
        "Write both days on which the acting head signs, the first not after the last"
    ),
}


@dataclass(frozen=True)
class Part:
    """A part that is changed at once: its fields, where its form is sent, where it leads back."""

    title: str
    items: list[Item]
    action: str
    hint: str = ""
    removal: str = ""
    is_letterhead: bool = False


def show() -> str:
    """All that can be changed."""
    parts = [(key, _(title), _rows(list(items()))) for key, (title, items) in _PARTS.items()]
    people = [(table, _(title), _people(table)) for table, title in _TITLES.items()]
    return render_template(
        "settings.html", parts_of_settings=parts, people=people, office=settings().office
    )


def _rows(items: list[Item]) -> list[tuple[str, str]]:
    values = written_values(desk().workspace.settings, [item.keys for item in items])
    return [(item.label, item.shown(values[item.keys])) for item in items]


def _people(table: str) -> list[tuple[str, str, str]]:
    """Those of a table: each one's key, name, and post."""
    values = written_values(desk().workspace.settings, [(table,)])[(table,)] or {}
    return [(key, one.get("name", ""), one.get("post", "")) for key, one in values.items()]


def ask(part: str) -> str:
    """What the part says now."""
    return _asked(_part(part))


def keep(part: str) -> Response | str | Answer:
    """Keep what was typed, or show it again with what hinders."""
    return _kept(_part(part))


def ask_person(table: str, key: str) -> str:
    """What is said of somebody now."""
    return _asked(_person(table, key))


def keep_person(table: str, key: str) -> Response | str | Answer:
    """Keep what was typed of somebody; the key of a new one is made of the name."""
    part = _person(table, key)
    if key != _NEW:
        return _kept(part)
    return _kept(part, renamed=_free_key(table, request.form.get(f"{table}-{_NEW}-name", "")))


def remove_person(table: str, key: str) -> Response | str | Answer:
    """Take somebody out."""
    part = _person(table, key)
    keys = (table, key)
    try:
        known = written_values(desk().workspace.settings, [keys])
        change_settings(desk().workspace, {keys: None}, state_of(known), desk().clock.stamp())
    except InputError as error:
        return _refused(part, error)
    reread_settings()
    flash(_("Taken out."))
    return redirect(url_for("settings", _anchor="people"), 303)


def _part(key: str) -> Part:
    if key not in _PARTS:
        abort(404)
    title, items = _PARTS[key]
    return Part(
        _(title),
        list(items()),
        url_for("keep_settings", part=key),
        _(_HINTS.get(key, "")),
        is_letterhead=key == "requisites",
    )


def _person(table: str, key: str) -> Part:
    if table not in PEOPLE or (key != _NEW and key not in _keys(table)):
        abort(404)
    action = url_for("keep_person", table=table, key=key)
    removal = url_for("remove_person", table=table, key=key) if key != _NEW else ""
    return Part(_(_TITLES[table]), list(person(table, key)), action, removal=removal)


def _keys(table: str) -> list[str]:
    return [key for key, _name, _post in _people(table)]


def _free_key(table: str, name: str) -> str:
    """A key that nobody of the table has yet."""
    stem = office_id(name)
    taken = {*_keys(table), _NEW}
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (stem, *numbered) if key not in taken)


def _asked(part: Part) -> str:
    values = written_values(desk().workspace.settings, [item.keys for item in part.items])
    shown = {item.name: item.shown(values[item.keys]) for item in part.items}
    return _shown(part, shown, state_of(values), {})


def _kept(part: Part, renamed: str = "") -> Response | str | Answer:
    values, wrong = read_items(part.items, request.form)
    if wrong:
        return _shown(part, request.form, request.form.get("state", ""), wrong), 422
    if renamed:
        values = {(keys[0], renamed, *keys[2:]): value for keys, value in values.items()}
    values = {keys: _filled(keys, value) for keys, value in values.items()}
    try:
        state = request.form.get("state", "")
        if renamed:
            state = state_of(dict.fromkeys(values))
        change_settings(desk().workspace, values, state, desk().clock.stamp())
    except InputError as error:
        return _refused(part, error, renamed)
    reread_settings()
    flash(_("The settings are kept."))
    return redirect(url_for("settings"), 303)


def _filled(keys: Keys, value: Any) -> Any:
    """What everyone has stays there, be it empty; whatever else isn't told is left out."""
    return "" if value is None and keys[-1] in _NEEDED else value


def _refused(part: Part, error: InputError, renamed: str = "") -> Answer:
    """The form as it was typed, each fault beside its field; where the file has changed meanwhile,
    what it says now counts as seen.
    """
    wrong, unplaced = _blamed(part, error, renamed)
    values = written_values(desk().workspace.settings, [item.keys for item in part.items])
    now: dict[str, str] = {}
    state = request.form.get("state", "")
    if error.code == "changed-meanwhile":
        state = state_of(values)
        now = {item.name: item.shown(values[item.keys]) for item in part.items}
        now = {name: text for name, text in now.items() if text != request.form.get(name)}
    return _shown(part, request.form, state, wrong, unplaced, now), 422


def _blamed(part: Part, error: InputError, renamed: str) -> tuple[dict[str, str], list[str]]:
    """Each fault's words by the field that it is about; those that are about none."""
    names = {".".join(item.keys): item.name for item in part.items}
    wrong: dict[str, str] = {}
    unplaced = []
    for one, told in zip((error, *error.also), page_failures(error).shown, strict=False):
        key = str(one.arguments.get("key", ""))
        name = names.get(key.replace(f".{renamed}.", f".{_NEW}.") if renamed else key)
        text = _needed(one) or " ".join(filter(None, (told.text, told.mend)))
        if name:
            wrong[name] = text
        else:
            unplaced.append(text)
    return wrong, unplaced


def _needed(error: LettersError) -> str:
    """What a field takes, '' where the settings' own sentence says it."""
    accepted = error.arguments.get("accepted")
    if error.code != "settings-wrong-value" or not isinstance(accepted, tuple):
        return ""
    return _(_ACCEPTED.get(accepted[0], ""))


def _shown(
    part: Part,
    typed: Mapping[str, str],
    state: str,
    wrong: Mapping[str, str],
    unplaced: Iterable[str] = (),
    now: Mapping[str, Any] | None = None,
) -> str:
    return render_template(
        "settings-part.html",
        part=part,
        typed=typed,
        state=state,
        wrong=wrong,
        now=now or {},
        office=settings().office,
        problems=[*(("", text) for text in unplaced), *wrong.items()],
    )
