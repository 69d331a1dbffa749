"""Whether the register is what its events say: the chain, the entries, the numbers. Pure: rows in,
oddities out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from letters_gen.errors import Place
from letters_gen.model.entry import Entry, EntryKey, Event
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import Series
from letters_gen.register.chain import event_hash
from letters_gen.register.event_form import number_said
from letters_gen.register.projection import rebuilt
from letters_gen.register.runs import Run, runs, twins


@dataclass(frozen=True)
class Verification:
    """What a look at the register has shown.

    Attributes:
        faults: what is damaged; `notes`: what the auditor should know, and is no damage.
        runs: the numbers of each series and year, accounted for.
        head: the hash of the last event, '' for an empty register.
    """

    faults: tuple[Oddity, ...]
    notes: tuple[Oddity, ...]
    runs: tuple[Run, ...]
    head: str


def verified(
    events: Sequence[Event], entries: Sequence[Entry], series: Sequence[Series], head: str | None
) -> Verification:
    """The register held against itself; files are looked at by `issuing.audit`.

    Args:
        head: a hash that the chain once ended with (an export printed it), None where none is
            known.
    """
    accounted = runs(entries, series)
    faults = [
        *_chain_faults(events, head),
        *_projection_faults(events, entries),
        *_number_faults(entries, accounted, series),
    ]
    notes = [*_number_notes(entries, accounted), *_state_notes(entries)]
    return Verification(
        tuple(faults), tuple(notes), tuple(accounted), events[-1].hash if events else ""
    )


def _fault(code: str, **arguments: object) -> Oddity:
    return Oddity(code, Place(), arguments)


def _chain_faults(events: Sequence[Event], head: str | None) -> Iterator[Oddity]:
    previous = ""
    for position, event in enumerate(events, 1):
        if event.position != position or event.previous != previous:
            yield _fault("chain-torn", position=position)
            break
        if event.hash != event_hash(event):
            yield _fault("event-rewritten", position=position, number=_number_of(event))
        previous = event.hash
    if head is not None and head not in {event.hash for event in events}:
        yield _fault("head-unknown", head=head)


def _number_of(event: Event) -> str:
    """The number that a reservation gave; of another event the subject that it is about."""
    return number_said(event) or (event.entry.subject if event.entry else "")


def _projection_faults(events: Sequence[Event], entries: Sequence[Entry]) -> Iterator[Oddity]:
    """Entries that aren't what the events lead to."""
    try:
        expected = rebuilt(events)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        yield _fault("events-unreadable", reason=str(error))
        return
    standing: dict[EntryKey, Entry] = {entry.key: entry for entry in entries}
    for key, entry in expected.items():
        if key not in standing:
            yield _fault("entry-lost", number=entry.number)
        elif standing[key] != entry:
            yield _fault(
                "entry-differs", number=entry.number, fields=_differing(standing[key], entry)
            )
    for key, entry in standing.items():
        if key not in expected:
            yield _fault("entry-unfounded", number=entry.number)


def _differing(standing: Entry, expected: Entry) -> list[str]:
    return [name for name, value in vars(expected).items() if getattr(standing, name) != value]


def _number_faults(
    entries: Sequence[Entry], accounted: Iterable[Run], series: Sequence[Series]
) -> Iterator[Oddity]:
    journals = {one.key: one.journal for one in series}
    for key, count in Counter(
        entry.series for entry in entries if entry.series not in journals
    ).items():
        yield _fault("series-unsettled", series=key, count=count)
    for run in accounted:
        for first, last in run.missing:
            yield _fault("number-gap", number=_span(first, last), series=run.series, year=run.year)
    # Journals may number alike (a letter 5, an order 5); within one, two series that write the same
    # are a mistake.
    seen: dict[tuple[str, int, str, int], Entry] = {}
    for entry in entries:
        journal = journals.get(entry.series, entry.series)
        other = seen.setdefault((journal, entry.year, entry.number, entry.twin), entry)
        if other is not entry:
            yield _fault("number-twice", number=entry.number, year=entry.year)


def _number_notes(entries: Sequence[Entry], accounted: Iterable[Run]) -> Iterator[Oddity]:
    for run in accounted:
        for first, last in run.journal_gaps:
            yield _fault("journal-gap", number=_span(first, last), series=run.series, year=run.year)
    for entry in twins(entries):
        yield _fault("journal-twin", number=entry.number, year=entry.year)
    tailed = [entry.number for entry in entries if entry.suffix]
    if tailed:
        yield _fault("journal-tails", number=tailed)


def _state_notes(entries: Iterable[Entry]) -> Iterator[Oddity]:
    for entry in entries:
        if entry.state == "reserved":
            yield _fault("reserved-unfinished", number=entry.number)
    typed = [
        entry for entry in entries if entry.by_hand and not entry.is_imported and entry.is_issued
    ]
    bare = [entry.number for entry in typed if not entry.files]
    if bare:
        yield _fault("typed-without-file", number=bare)


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
