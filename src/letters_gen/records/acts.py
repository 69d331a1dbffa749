"""What the clerk enters by hand: a number for a typed letter, a file or scan, who got it, what is
void.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from letters_gen.errors import CommandLineError, InputError, together
from letters_gen.making.file_numbers import numbers_of_files
from letters_gen.model.entry import Entry, Stamp
from letters_gen.model.entry_state import is_order
from letters_gen.model.person import Signatory
from letters_gen.model.settings import Series, Settings
from letters_gen.model.statement import SharedStatement, StatedSignatory
from letters_gen.office.lease import leased
from letters_gen.office.workspace import Workspace
from letters_gen.records.attach_doubts import doubts_about
from letters_gen.records.attachments import attached_files, refuse_unattachable
from letters_gen.records.replying import answered_letter
from letters_gen.register.book import Register
from letters_gen.register.format_change import refuse_changed_format
from letters_gen.register.reservation import Reservation, refuse_borne

_TITLES = {"outgoing": "Письмо", "orders": "Приказ", "staff_orders": "Приказ"}


@dataclass(frozen=True)
class Typed:
    """A letter that a person types: what the journal is to say of it.

    Attributes:
        executor: a key or a name, None for the first.
        signatory: a key, None for the acting head of the day, else the first.
        answers: the letter that it answers, see `replying.answered_letter`; '' for none.
    """

    day: date
    heading: str
    addressee: str
    series: str | None = None
    executor: str | None = None
    count: int = 1
    signatory: str | None = None
    answers: str = ""


@dataclass(frozen=True)
class Desk:
    """Where the clerk's acts are done: the folder, its settings, its register, when and by whom.

    Attributes:
        waiting: called with the holder where another run must be waited for.
    """

    workspace: Workspace
    settings: Settings
    register: Register
    stamp: Stamp
    waiting: Callable[[str], None]

    @contextmanager
    def alone(self) -> Iterator[None]:
        """One act at a time: an entry isn't annulled while its document is being written."""
        by, waiting = self.stamp.by, self.waiting
        with leased(self.workspace.letters, by, waiting), self.register.leased(by, waiting):
            yield


def chosen_series(settings: Settings, key: str | None) -> Series:
    """The series of that key, the first without one; raises InputError `unknown-series`."""
    if key is None:
        return next(iter(settings.series.values()))
    if key not in settings.series:
        raise InputError("unknown-series", found=key, accepted=list(settings.series))
    return settings.series[key]


def is_for_typed(series: Series) -> bool:
    """Whether a typed letter may get its number from `series`: letters that come in have their
    own.
    """
    return series.journal in _TITLES


def upcoming(workspace: Workspace, register: Register, series: Series, year: int) -> int:
    """The running number that would be taken now; nothing is. Raises DamageError `number-borne`
    or `office-renamed` as taking it would.
    """
    register.refuse_beginning_anew(workspace.known_identity())
    seq = register.next_seq(series, year)
    refuse_borne(series, seq, numbers_of_files(workspace.year(year), series))
    return seq


def reserve(desk: Desk, typed: Typed) -> list[Entry]:
    """Take the next number for a typed letter, or a run of them; no lease: one transaction is all
    it is.

    Raises:
        InputError: `unknown-series`, `series-of-incoming`, `unknown-signatory`,
            `reply-unreadable`.
    """
    series, settings = chosen_series(desk.settings, typed.series), desk.settings
    if not is_for_typed(series):
        raise InputError("series-of-incoming", series=series.key)
    folder = desk.workspace.year(typed.day.year)
    reservation = Reservation(
        series, typed.day, desk.workspace.identity(), numbers_of_files(folder, series)
    )
    executor = settings.executors.get(typed.executor or next(iter(settings.executors)))
    signatory = _signatory(settings, typed)
    shared = SharedStatement(
        title=_TITLES[series.journal],
        heading=typed.heading,
        case=series.index,
        signatory=StatedSignatory(signatory.name, signatory.post),
        executor=executor.name if executor else typed.executor or "",
        basis=answered_letter(desk.register, settings, typed.answers) if typed.answers else None,
    )
    refuse_changed_format(desk.register, series, typed.day.year)
    with desk.register.writing(desk.stamp) as writer:
        return writer.reserve_typed(reservation, shared, typed.addressee, typed.count)


def _signatory(settings: Settings, typed: Typed) -> Signatory:
    """Who signs a typed letter; raises InputError `unknown-signatory`."""
    acting = (one.key for one in settings.people.values() if one.acts_on(typed.day))
    key = typed.signatory or next(acting, next(iter(settings.signatories)))
    if key not in settings.signatories:
        accepted = list(settings.signatories)
        raise InputError("unknown-signatory", found=key, accepted=accepted)
    return settings.signatories[key]


def attach(desk: Desk, entry: Entry, file: Path, because: str, *, is_meant: bool = False) -> Entry:
    """Take `file` into the entry: a scan, an electronic signature, the text of a typed letter, or a
    document changed after its issue (§6.5).

    Args:
        is_meant: whether the clerk has said that it is of this entry, whatever speaks against it.

    Raises:
        InputError: `entry-not-issued`, `entry-elsewhere`, `no-such-file`, `attach-kind`,
            `file-unwritable`; `attach-to-signed`, `attach-to-sent`; one of
            `attach_doubts.DOUBTS` unless it `is_meant`.
        CommandLineError: `reason-missing` where a document that stands is replaced.
    """
    with desk.alone():
        standing = issued_entry(desk, entry)
        refuse_elsewhere(desk, standing)
        refuse_unattachable(desk.workspace, standing, file)
        if not is_meant:
            refuse_doubtful(desk, standing, file)
        attached = attached_files(desk.workspace, standing, file, because)
        with desk.register.writing(desk.stamp) as writer:
            return writer.attach(entry.key, attached, because)


def refuse_doubtful(desk: Desk, entry: Entry, file: Path) -> None:
    """Raises InputError, one of `attach_doubts.DOUBTS`, where it is doubtful that `file` is of
    `entry`.
    """
    found = doubts_about(desk.register, desk.settings, desk.workspace.root, entry, file)
    if found:
        raise together(found)


def refuse_elsewhere(desk: Desk, entry: Entry) -> None:
    """Raises InputError `entry-elsewhere` where another folder has the files of `entry`."""
    here = ("", desk.workspace.known_identity())
    if desk.register.is_shared and entry.workspace not in here:
        raise InputError("entry-elsewhere", number=entry.number, workspace=entry.workspace)


def annul(desk: Desk, entry: Entry, because: str) -> Entry:
    """Make a document void that never left the house; its number stays used up.

    Raises:
        InputError: `entry-annulled`; `entry-left`: what was sent is replaced or withdrawn, never
            annulled; `order-signed`: only another order ends one that is signed.
    """
    if not because.strip():
        raise CommandLineError("reason-missing", number=entry.number)
    with desk.alone():
        refuse_annulling(desk, desk.register.entry(entry.key))
        with desk.register.writing(desk.stamp) as writer:
            [annulled] = writer.annul([entry.key], because)
    return annulled


def refuse_annulling(desk: Desk, entry: Entry) -> None:
    """Raises InputError, as `annul`, where a document isn't made void any more."""
    if entry.is_annulled:
        because = entry.annulled_because
        raise InputError("entry-annulled", number=entry.number, because=because)
    if entry.has_left:
        raise InputError("entry-left", number=entry.number)
    if entry.is_signed and is_order(entry, desk.settings):
        raise InputError("order-signed", number=entry.number)


def issued_entry(desk: Desk, entry: Entry) -> Entry:
    """The entry as it stands now that nobody else is at it; raises InputError
    `entry-not-issued`.
    """
    standing = desk.register.entry(entry.key)
    if standing.state == "reserved":
        raise InputError("entry-not-issued", number=entry.number)
    return standing
