"""Batches that are being issued: each in a thread of its own, so that the page can show how far it
is. What a batch stands at is known from the register; what runs here is only told from here.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from letters_gen.errors import LettersError
from letters_gen.issuing.issue import Watch, issue
from letters_gen.issuing.plan import Plan
from letters_gen.making.workers import Workers
from letters_gen.model.entry import Stamp
from letters_gen.register.book import Register
from letters_gen.web.fault_log import record_fault

Key = tuple[str, str]
"""Of a batch: the key of its type, and its subject."""


def batch_key(plan: Plan) -> Key:
    """Of the batch that `plan` would issue."""
    return plan.type.key, plan.batch.matter.subject


@dataclass
class Run:
    """One batch under way, or ended.

    Attributes:
        agreed: the fingerprint of the plan.
        back: the address of the page that it was agreed to on.
        done, total: how many documents are written, and of how many.
        waiting_for: who must be waited for, '' for nobody.
        has_moved: whether nothing was issued, for the register has changed since.
        failure: what it ended with, None where it ended well.
        fault: the number of a fault of the program itself, '' for none.
    """

    key: Key
    agreed: str
    back: str
    total: int
    done: int = 0
    waiting_for: str = ""
    has_moved: bool = False
    failure: LettersError | None = None
    fault: str = ""
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def has_failed(self) -> bool:
        """Whether it ended, and not well."""
        return bool(self.failure or self.fault or self.has_moved)

    def wait(self, holder: str) -> None:
        """Another run must be waited for."""
        self.waiting_for = holder

    def progress(self, done: int, total: int) -> None:
        """So many documents are written."""
        self.done, self.total, self.waiting_for = done, total, ""


@dataclass(frozen=True)
class Work:
    """What a run is given: a plan that was agreed to, a register of its own, and what follows."""

    plan: Plan
    register: Register
    stamp: Stamp
    follow: Callable[[], None]


class Runs:
    """The runs of this start, by their batches: one at a time of each."""

    def __init__(self) -> None:
        self._known: dict[Key, Run] = {}
        self._lock = threading.Lock()

    def begin(self, work: Work, back: str) -> Run:
        """Begin to issue a batch; the run that is at it already, where there is one."""
        plan, key = work.plan, batch_key(work.plan)
        with self._lock:
            standing = self._known.get(key)
            if standing is not None and not standing.ended.is_set():
                return standing
            run = Run(key, plan.fingerprint, back, sum(one.is_written for one in plan.decisions))
            self._known[key] = run
        threading.Thread(target=_carried_out, args=(run, work), name="issuing").start()
        return run

    def of(self, key: Key) -> Run | None:
        """The latest run of a batch, None where this start has none."""
        return self._known.get(key)

    def forget(self, run: Run) -> None:
        """Tell no more of a run that has ended."""
        with self._lock:
            if run.ended.is_set() and self._known.get(run.key) is run:
                del self._known[run.key]

    @property
    def under_way(self) -> list[Run]:
        """Those that haven't ended."""
        with self._lock:
            return [run for run in self._known.values() if not run.ended.is_set()]


def _carried_out(run: Run, work: Work) -> None:
    watch = Watch(run.wait, run.progress)
    plan = work.plan
    try:
        outcome = issue(plan, work.register, work.stamp, watch, Workers(), plan.fingerprint)
        run.has_moved = outcome is None
        work.follow()
    except LettersError as error:
        run.failure = error
    except Exception as error:
        run.fault = record_fault(error)
    finally:
        work.register.close()
        run.ended.set()
