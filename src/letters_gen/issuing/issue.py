"""Issuing: the one function that reads as the table of contents of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TypeVar

from letters_gen.issuing.appendix_sheets import with_sheets_counted
from letters_gen.issuing.decisions import Act, Decision, refuse_unfinished
from letters_gen.issuing.plan import Plan
from letters_gen.issuing.planning import as_registered
from letters_gen.issuing.priors import prior_key
from letters_gen.issuing.tokens import with_tokens
from letters_gen.making.document import Document, issued_document
from letters_gen.making.file_numbers import numbers_of_files
from letters_gen.making.filling import refuse_changed
from letters_gen.making.jobs import BatchJob, DocumentJob, batch_job, document_job, made, prepare
from letters_gen.making.workers import Pool, Workers, working
from letters_gen.model.entry import Draft, Entry, Stamp
from letters_gen.model.prior import BINDING, Link
from letters_gen.office.files import make_room, sweep
from letters_gen.office.lease import leased
from letters_gen.register.book import Register
from letters_gen.register.happenings import Identified, Linked, Replaced
from letters_gen.register.reservation import Reservation
from letters_gen.register.writer import Writer
from letters_gen.week.questions import refuse_open_questions

_CHUNK = 250
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Outcome:
    """What a run did.

    Attributes:
        total: how many documents the batch has; `issued` by this run, `already_issued` by earlier
            ones.
        documents: gives them one after the other, in the plan's order: as the register has them, or
            as planned.
    """

    total: int
    issued: int
    already_issued: int
    documents: Callable[[], Iterator[Document]]


@dataclass(frozen=True)
class Watch:
    """What a run tells while it goes on.

    Attributes:
        waiting: called with the holder where another run must be waited for.
        progress: called with how many documents are written, and of how many.
    """

    waiting: Callable[[str], None]
    progress: Callable[[int, int], None]


def planned(plan: Plan) -> Outcome:
    """What `plan` stands at, nothing carried out: planned documents, or those that an earlier run
    issued.
    """
    standing = sum(
        one.standing is not None and one.standing.is_issued for one in plan.decisions if one.is_done
    )
    return Outcome(len(plan.decisions), 0, standing, plan.documents)


def issue(
    plan: Plan,
    register: Register,
    stamp: Stamp,
    watch: Watch,
    workers: Workers,
    agreed: str | None = None,
) -> Outcome | None:
    """Carry out `plan`: keep what it rests on, take the numbers, write, record; one run at a time.

    A rerun after a crash at any point finishes the same documents under the same numbers (design
    §6.1).

    Args:
        agreed: the fingerprint of what was shown and agreed to, None where nothing was.

    Returns:
        What the run did; None where it did nothing, for by now other documents or numbers than
        those agreed to would be issued (design §6.11).

    Raises:
        InputError: `template-changed` since the plan was made; a question is open; something can't
            be written: nothing is half-issued, the next run goes on.
        DamageError: `number-borne`: a file bears the next number, or a later one, already.
        UnavailableError: the cluster that is to do the work isn't there.
    """
    refuse_open_questions(plan.questions)
    workspace = plan.workspace
    with (
        leased(workspace.letters, stamp.by, watch.waiting),
        register.leased(stamp.by, watch.waiting),
    ):
        plan = with_sheets_counted(as_registered(plan, register))
        refuse_unfinished(plan.decisions)
        refuse_open_questions(plan.doubts)
        _identify(plan, register, stamp)
        if plan.is_done:
            return planned(plan)
        if agreed is not None and plan.fingerprint != agreed:
            return None
        refuse_changed(workspace, plan.forms)
        _make_room(plan)
        due = sum(decision.is_written for decision in plan.decisions)
        job = batch_job(workspace, plan.batch, plan.forms)
        with working(workers, due, workspace) as pool:
            pool.prepare(partial(prepare, job))
            plan.ground.keep(plan.batch.matter)
            plan = _enter(with_tokens(plan), register, stamp)
            _write_all(plan, job, register, stamp, pool, watch)
        return as_recorded(plan, register)


def _identify(plan: Plan, register: Register, stamp: Stamp) -> None:
    """Let documents follow their schools, whose ИНН has changed."""
    if plan.found_inns:
        with register.writing(stamp) as writer:
            writer.happen_to({key: Identified(inn) for key, inn in plan.found_inns.items()})


def _make_room(plan: Plan) -> None:
    """The years' folders, proved to be writable before a number is taken, rid of what killed runs
    left.
    """
    workspace = plan.workspace
    for folder in workspace.written_folders(plan.years):
        sweep(folder)
    for year in sorted(plan.years):
        make_room(workspace.year(year))


def _enter(plan: Plan, register: Register, stamp: Stamp) -> Plan:
    """Everything that the register is to know before a file is written, in one transaction; the
    plan as it was given its numbers.
    """
    workspace, series, day = plan.workspace, plan.type.series, plan.request.signed_on
    reservation = Reservation(
        series, day, workspace.identity(), numbers_of_files(workspace.year(day.year), series)
    )
    remake = plan.request.remake
    with register.writing(stamp) as writer:
        if remake:
            _annul(writer, plan, remake.because)
            _each(
                plan,
                (Act.CORRECT,),
                lambda drafts: writer.correct(plan.shared, list(drafts), remake.because),
            )
        _each(plan, (Act.REVISE,), lambda drafts: writer.revise(plan.shared, list(drafts)))
        first = _each(
            plan,
            (Act.ISSUE, Act.RENEW),
            lambda drafts: writer.reserve(reservation, plan.shared, drafts),
        )
        plan = replace(plan, first=first or plan.first)
        if plan.replaced:
            gone = {entry.key: Replaced(number) for entry, number in plan.replaced}
            writer.happen_to(gone, remake.because if remake else "")
        _link(plan, writer)
    return plan


def _link(plan: Plan, writer: Writer) -> None:
    """The earlier documents that new ones end, change or remind of say so too."""
    for decision, number in plan.numbered():
        if decision.takes_number and decision.letter is not None:
            for prior in decision.letter.priors:
                if prior.relation in BINDING:
                    link = Link(prior.relation, number, plan.request.signed_on)
                    writer.happen(prior_key(prior), Linked((link,)))


def _each(
    plan: Plan, acts: tuple[Act, ...], work: Callable[[Iterator[Draft]], Result]
) -> Result | None:
    wanted = [one for one in plan.decisions if one.act in acts]
    return work(one.draft(plan.request.signed_on) for one in wanted) if wanted else None


def _annul(writer: Writer, plan: Plan, because: str) -> None:
    writer.annul([entry.key for entry in plan.annulled], because)


def _write_all(
    plan: Plan, job: BatchJob, register: Register, stamp: Stamp, pool: Pool, watch: Watch
) -> None:
    """The files of every document that is still to be written, recorded chunk by chunk."""
    due = sum(decision.is_written for decision in plan.decisions)
    if not due:
        return
    numbered = ((decision, number) for decision, number in plan.numbered() if decision.is_written)
    chunks = (
        ([one.key for one, _ in chunk], _jobs(plan, chunk, register)) for chunk in _chunks(numbered)
    )
    done = 0
    watch.progress(done, due)
    for keys, files in pool.results(partial(made, job), chunks):
        with register.writing(stamp) as writer:
            writer.record_issued(dict(zip(keys, files, strict=True)))
        done += len(files)
        watch.progress(done, due)


def _jobs(plan: Plan, chunk: list[tuple[Decision, str]], register: Register) -> list[DocumentJob]:
    """What is to be made: under the numbers just taken, or as the entries have it that stood
    before.
    """
    standing = register.of_keys([one.key for one, _ in chunk if not one.takes_number])
    jobs = []
    for decision, number in chunk:
        assert decision.letter is not None
        entry = standing.get(decision.key) if standing else None
        if entry is None:
            jobs.append(document_job(decision.letter, number, plan.request.signed_on))
        else:
            jobs.append(document_job(decision.letter, entry.number, entry.date, entry.former))
    return jobs


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    source = iter(items)
    while chunk := list(islice(source, _CHUNK)):
        yield chunk


def entries_of(plan: Plan, register: Register) -> Iterator[Entry]:
    """The entries of the plan's documents as they now stand, in the plan's order.

    Raises:
        KeyError: the plan has not been carried out.
    """
    for chunk in _chunks(plan.decisions):
        entries = register.of_keys([one.key for one in chunk])
        yield from (entries[one.key] for one in chunk)


def as_recorded(plan: Plan, register: Register) -> Outcome:
    """What carrying out `plan` came to, its documents as the register has them now."""

    def documents() -> Iterator[Document]:
        entries = entries_of(plan, register)
        for decision, entry in zip(plan.decisions, entries, strict=True):
            yield replace(issued_document(entry), is_new=decision.is_written)

    issued = sum(decision.is_written for decision in plan.decisions)
    standing = sum(
        one.standing is not None and one.standing.is_issued for one in plan.decisions if one.is_done
    )
    return Outcome(len(plan.decisions), issued, standing, documents)
