"""How a document that is made anew differs from what it was: what `statement.differences` tells,
and what all documents of a batch share besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from letters_gen.documents.statement import Difference, Part, differences
from letters_gen.model.statement import Requisites, SharedStatement, Statement, sums_of


def all_differences(
    was: Statement, now: Statement, titles: Mapping[str, str]
) -> Iterator[Difference]:
    """How two statements differ, in the document's order: its requisites, whom and what it names,
    then school by school.

    Args:
        titles: what figures, columns and indicators are called, by their keys.
    """
    yield from _office(was.shared.office, now.shared.office)
    yield from _told("heading", was.shared.heading, now.shared.heading)
    yield from differences(was, now, titles)
    yield from _told("deadline", was.own.deadline, now.own.deadline)
    yield from _compared(was.shared, now.shared, titles)
    yield from _asked(was.shared, now.shared, titles)
    yield from _told("signatory", _signed(was.shared), _signed(now.shared))
    yield from _told("executor", was.shared.executor, now.shared.executor)
    for role in {**was.shared.people, **now.shared.people}:
        before, after = was.shared.people.get(role), now.shared.people.get(role)
        yield from _told(role, before.name if before else "", after.name if after else "")
    yield from _templates(was.shared.templates, now.shared.templates)


def _told(what: str, was: Part, now: Part) -> Iterator[Difference]:
    if was != now:
        yield Difference("", what, was, now)


def _signed(shared: SharedStatement) -> str:
    return f"{shared.signatory.post} {shared.signatory.name}".strip()


def _office(was: Requisites | None, now: Requisites | None) -> Iterator[Difference]:
    """Of the letterhead; what a first program didn't keep hasn't changed."""
    if was is None or now is None:
        return
    for part in fields(Requisites):
        yield from _told("requisites", getattr(was, part.name), getattr(now, part.name))


def _compared(
    was: SharedStatement, now: SharedStatement, titles: Mapping[str, str]
) -> Iterator[Difference]:
    """The district's figures and averages that a document for a school is compared with."""
    if was.week is None or now.week is None:
        return
    before, after = sums_of(was.week.figures or {}), sums_of(now.week.figures or {})
    for key in after:
        yield from _told(titles.get(key, key), before.get(key), after[key])
    averages = was.week.averages or {}
    for key, text in (now.week.averages or {}).items():
        yield from _told(titles.get(key, key), averages.get(key), text)


def _asked(
    was: SharedStatement, now: SharedStatement, titles: Mapping[str, str]
) -> Iterator[Difference]:
    """What schools that fall short have to do."""
    if was.week is None or now.week is None or was.week.asks is None:
        return
    for key, text in (now.week.asks or {}).items():
        yield from _told(titles.get(key, key), was.week.asks.get(key), text)


def _templates(
    was: Mapping[str, str] | None, now: Mapping[str, str] | None
) -> Iterator[Difference]:
    """The templates that aren't what they were, each by its name."""
    for name, digest in (now or {}).items():
        if was is not None and was.get(name) != digest:
            yield Difference("", "template", None, name)
