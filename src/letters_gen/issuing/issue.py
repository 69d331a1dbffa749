"""Issuing: the one function that reads as the table of contents of a run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.issuing.borne import borne_numbers
from letters_gen.issuing.decisions import Act, Decision, refuse_unfinished
from letters_gen.issuing.document import Document, issued_document, planned_document
from letters_gen.issuing.doubts import refuse_open_doubts
from letters_gen.issuing.filling import Filling
from letters_gen.issuing.lease import leased
from letters_gen.issuing.placing import place_file, set_aside
from letters_gen.issuing.plan import Plan, as_registered
from letters_gen.issuing.sheets import keep_sheet
from letters_gen.model.entry import Draft, Entry, EntryKey, IssuedFile, Stamp
from letters_gen.office.sidecar import keep_basis
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register
from letters_gen.register.writer import Reservation, Writer

_CHUNK = 50


@dataclass(frozen=True)
class Outcome:
    """What a run did: the documents of the batch, and how many of them it issued itself."""

    documents: tuple[Document, ...]
    issued: int

    @property
    def already_issued(self) -> int:
        """How many an earlier run had issued."""
        return sum(document.state in ("issued", "sent") for document in self.documents) - self.issued


def planned(plan: Plan) -> Outcome:
    """What `plan` stands at, nothing carried out: planned documents, or those that an earlier run issued."""
    return Outcome(plan.documents, issued=0)


def issue(plan: Plan, register: Register, stamp: Stamp, waiting: Callable[[str], None]) -> Outcome:
    """Carry out `plan`: keep what it rests on, take the numbers, write, record; one run at a time.

    A rerun after a crash at any point finishes the same documents under the same numbers (design §6.1).

    Args:
        waiting: called with the holder where another run must be waited for.

    Raises:
        InputError: something can't be written; nothing is half-issued: the next run goes on from there.
        DamageError: `number-borne`: a file bears the next number, or a later one, already.
    """
    refuse_open_doubts(plan.doubts)
    workspace = plan.survey.workspace
    with leased(workspace.letters, stamp.by, waiting), register.leased(stamp.by, waiting):
        plan = as_registered(plan, register)
        refuse_unfinished(plan.decisions)
        if plan.is_done:
            return planned(plan)
        _make_room(plan)
        _keep_foundation(plan)
        entries = _registered(plan, register, stamp)
        _write_all(plan, entries, register, stamp)
        return _outcome(plan, register)


def _make_room(plan: Plan) -> None:
    """The years' folders, proved to be writable before a number is taken."""
    for year in sorted({document.day.year for document in plan.documents}):
        folder = plan.survey.workspace.year(year)
        probe = folder / ".probe"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            reason = error.strerror
            raise InputError("file-unwritable", Place(file=folder.name), path=str(folder), reason=reason) from error


def _keep_foundation(plan: Plan) -> None:
    """The sheet and the covering letter that the documents rest on, kept in the workspace."""
    keep_sheet(plan.survey.sheet, plan.survey.place)
    keep_basis(plan.survey.place, plan.letter.basis)


def _registered(plan: Plan, register: Register, stamp: Stamp) -> dict[EntryKey, Entry]:
    """Everything that the register is to know before a file is written, in one transaction; the entries to write."""
    workspace, series, day = plan.survey.workspace, plan.type.series, plan.request.day or plan.request.today
    folder = workspace.year(day.year)
    place = Reservation(series, day, workspace.identity(), borne_numbers(folder, series))
    remake = plan.request.remake
    with register.writing(stamp) as writer:
        if remake:
            _annul(writer, plan, remake.because)
            _each(plan, Act.CORRECT, lambda drafts: writer.correct(plan.shared, drafts, remake.because))
        _each(plan, Act.REVISE, lambda drafts: writer.revise(plan.shared, drafts))
        _each(plan, (Act.ISSUE, Act.RENEW), lambda drafts: writer.reserve(place, plan.shared, drafts))
    standing = register.batch(plan.type.key, plan.survey.monitoring.period.subject)
    return {entry.key: entry for entry in standing}


def _each(plan: Plan, acts: Act | tuple[Act, ...], work: Callable[[list[Draft]], object]) -> None:
    wanted = acts if isinstance(acts, tuple) else (acts,)
    drafts = [one.draft for one in plan.decisions if one.act in wanted and one.draft]
    if drafts:
        work(drafts)


def _annul(writer: Writer, plan: Plan, because: str) -> None:
    gone = [one.standing for one in plan.decisions if one.act in (Act.RENEW, Act.WITHDRAW) and one.standing]
    writer.annul([entry.key for entry in gone if not entry.is_annulled], because)


def _write_all(plan: Plan, entries: dict[EntryKey, Entry], register: Register, stamp: Stamp) -> None:
    """The files of every document that is still to be written, recorded chunk by chunk."""
    filling = Filling(plan.letter, plan.forms)
    due = [decision for decision in plan.decisions if decision.is_written]
    for start in range(0, len(due), _CHUNK):
        written = {}
        for decision in due[start : start + _CHUNK]:
            written[decision.key] = _written(plan, decision, entries[decision.key], filling)
        with register.writing(stamp) as writer:
            writer.record_issued(written)


def _written(plan: Plan, decision: Decision, entry: Entry, filling: Filling) -> list[IssuedFile]:
    """A document and its appendices under their final names; the files of a correction's former make way."""
    assert decision.letter is not None
    workspace = plan.survey.workspace
    document = planned_document(workspace, decision.letter, entry.number, entry.date)
    replaced = workspace.replaced(entry.year)
    _make_way(workspace, entry, replaced)
    issued = []
    for path, content in filling.files(decision.letter, document).items():
        digest = place_file(workspace.root / path, content, replaced)
        role = "document" if path == document.path else "appendix"
        issued.append(IssuedFile(role, path, digest, len(content)))
    return issued


def _make_way(workspace: Workspace, entry: Entry, replaced: Path) -> None:
    for file in entry.former:
        set_aside(workspace.root / file.path, replaced, file.sha256)


def _outcome(plan: Plan, register: Register) -> Outcome:
    """The batch as the register has it now, in the plan's order."""
    standing = register.batch(plan.type.key, plan.survey.monitoring.period.subject)
    entries = {entry.key: entry for entry in standing}
    documents = tuple(issued_document(entries[decision.key]) for decision in plan.decisions)
    return Outcome(documents, issued=sum(decision.is_written for decision in plan.decisions))
