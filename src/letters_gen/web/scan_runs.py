"""Scans that are being read and filed: each bundle in a thread of its own, as batches are issued.
What was filed the bundle's note and the register know; how far it is, and why the rest is left,
is told from here.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace

from letters_gen.errors import DamageError, InputError, LettersError
from letters_gen.model.entry import Entry
from letters_gen.records.acts import Desk
from letters_gen.records.scan_filing import filed_scans
from letters_gen.records.scans import Recognised, recognised
from letters_gen.web.fault_log import record_fault
from letters_gen.web.scan_bundles import ScanBundle


class _LeavingError(Exception):
    """The page ends: what isn't filed is read again after its next start."""


@dataclass
class ScanRun:
    """One bundle that is being filed, or was.

    Attributes:
        leaving: set when the page is to end.
        done, total: how many pages are read, and of how many.
        waiting_for: who must be waited for, '' for nobody.
        left: what wasn't filed, by its mark; what is given its number goes.
        failure: what it ended with, None where it ended well.
        fault: the number of a fault of the program itself, '' for none.
    """

    bundle: ScanBundle
    leaving: threading.Event
    done: int = 0
    total: int = 1
    waiting_for: str = ""
    left: dict[str, Recognised] = field(default_factory=dict)
    failure: LettersError | None = None
    fault: str = ""
    ended: threading.Event = field(default_factory=threading.Event)

    def wait(self, holder: str) -> None:
        """Another run must be waited for."""
        self.waiting_for = holder

    def progress(self, done: int, total: int) -> None:
        """So many pages are read."""
        if self.leaving.is_set():
            raise _LeavingError
        self.done, self.total = done, total

    def file(self, desk: Desk) -> None:
        """File what is recognised in the bundle and not filed yet; raises as `recognised`."""
        found = recognised(desk, self.bundle.folder, self.progress)
        tried = [self._tried(desk, one) for one in found if not self.bundle.has_filed(one)]
        left = [one for one in tried if one]
        self.left = {mark_of_scan(one): one for one in left}
        self.bundle.leave(left)

    def _tried(self, desk: Desk, one: Recognised) -> Recognised | None:
        """None where it is filed now; else it, with why it isn't."""
        if one.fault is not None:
            return one
        try:
            self.bundle.take(filed_scans(desk, [one]))
        except (InputError, DamageError) as error:
            return replace(one, fault=error)
        finally:
            self.waiting_for = ""
        return None

    def give(self, desk: Desk, mark: str, entry: Entry, *, is_meant: bool) -> None:
        """File what is left under that mark as the signed copy of `entry`; raises as
        `filed_scans`.
        """
        named = replace(self.left[mark], entry=entry, fault=None)
        self.bundle.take(filed_scans(desk, [named], is_meant=is_meant))
        del self.left[mark]
        self.bundle.leave(self.left.values())


@dataclass(frozen=True)
class ScanWork:
    """What a run is given: where its acts are done, and what follows."""

    desk: Desk
    follow: Callable[[], None]


class ScanRuns:
    """The runs of this start, by the keys of their bundles: one at a time of each."""

    def __init__(self) -> None:
        self._known: dict[str, ScanRun] = {}
        self._lock = threading.Lock()

    def begin(
        self, bundle: ScanBundle, leaving: threading.Event, work: Callable[[ScanRun], ScanWork]
    ) -> None:
        """Begin to file a bundle, unless that is being done.

        Args:
            work: makes what the run is given; raises LettersError where it can't be begun.
        """
        with self._lock:
            standing = self._known.get(bundle.key)
            if standing is not None and not standing.ended.is_set():
                return
            run = ScanRun(bundle, leaving)
            given = work(run)
            self._known[bundle.key] = run
        threading.Thread(target=_carried_out, args=(run, given), name="scans").start()

    @property
    def under_way(self) -> list[ScanRun]:
        """Those that haven't ended."""
        with self._lock:
            return [run for run in self._known.values() if not run.ended.is_set()]

    def of(self, key: str) -> ScanRun | None:
        """The latest run of a bundle, None where this start has none."""
        return self._known.get(key)

    def forget(self, key: str) -> None:
        """Tell no more of a bundle."""
        with self._lock:
            self._known.pop(key, None)


def mark_of_scan(one: Recognised) -> str:
    """What a form names pages by: the same at every start."""
    named = [(piece.file.name, piece.positions) for piece in one.pieces]
    return hashlib.sha256(repr(named).encode()).hexdigest()[:16]


def _carried_out(run: ScanRun, work: ScanWork) -> None:
    try:
        with closing(work.desk.register):
            run.file(work.desk)
        work.follow()
    except _LeavingError:
        pass
    except LettersError as error:
        run.failure = error
    except Exception as error:
        run.fault = record_fault(error)
    finally:
        run.ended.set()
