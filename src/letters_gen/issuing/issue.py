"""Issuing: the one function that reads as the table of contents of a run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from letters_gen.documents.filenames import number_mark
from letters_gen.errors import DamageError, InputError, Place
from letters_gen.issuing.document import Document, issued_document
from letters_gen.issuing.filling import filled_files
from letters_gen.issuing.lease import leased
from letters_gen.issuing.placing import names_of_number, place_file
from letters_gen.issuing.plan import Plan, refuse_difference, with_entry
from letters_gen.issuing.sheets import keep_sheet
from letters_gen.model.entry import Entry, IssuedFile, Stamp
from letters_gen.office.sidecar import keep_basis
from letters_gen.register.book import Register


@dataclass(frozen=True)
class Outcome:
    """What a run did: the documents of the batch, and how many of them it issued itself."""

    documents: tuple[Document, ...]
    issued: int

    @property
    def already_issued(self) -> int:
        """How many an earlier run had issued."""
        return sum(document.state == "issued" for document in self.documents) - self.issued


def planned(plan: Plan) -> Outcome:
    """What `plan` stands at, nothing carried out: planned documents, or those that an earlier run issued."""
    return Outcome((plan.document,), issued=0)


def issue(plan: Plan, register: Register, stamp: Stamp, waiting: Callable[[str], None]) -> Outcome:
    """Carry out `plan`: keep what it rests on, take the number, write, record; one run at a time.

    A rerun after a crash at any point finishes the same document under the same number (design §6.1).

    Args:
        waiting: called with the holder where another run must be waited for.

    Raises:
        InputError: something can't be written; nothing is half-issued: the next run goes on from there.
        DamageError: `number-borne`: a file bears the next number already.
    """
    workspace = plan.survey.workspace
    with leased(workspace.letters, stamp.by, waiting):
        plan = _as_registered(plan, register)
        if plan.is_done:
            return planned(plan)
        _make_room(workspace.year(plan.day.year))
        _keep_foundation(plan)
        plan = _reserved(plan, register, stamp)
        files = _written(plan)
        entry = register.record_issued(_standing(plan), files, stamp)
        return Outcome((issued_document(entry),), issued=1)


def _as_registered(plan: Plan, register: Register) -> Plan:
    """The plan as the register stands now that this run has it for itself."""
    standing = next(iter(register.batch(plan.key.type, plan.key.subject)), None)
    plan = with_entry(plan, standing) if standing else plan
    refuse_difference(plan)
    return plan


def _make_room(folder: Path) -> None:
    """The year's folder, proved to be writable before a number is taken."""
    probe = folder / ".probe"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise InputError("file-unwritable", Place(file=folder.name), path=str(folder), reason=error.strerror) from error


def _keep_foundation(plan: Plan) -> None:
    """The sheet and the covering letter that the document rests on, kept in the workspace."""
    keep_sheet(plan.survey.sheet, plan.survey.place)
    keep_basis(plan.survey.place, plan.letter.basis)


def _reserved(plan: Plan, register: Register, stamp: Stamp) -> Plan:
    """The plan under its number: a new one, or the one that an unfinished run took."""
    standing, draft, shared = plan.standing, plan.draft, plan.shared
    if standing is None:
        series = plan.letter.type.series
        _refuse_borne(plan, series.number(register.next_seq(series, plan.day.year)))
        identity = plan.survey.workspace.identity()
        [entry] = register.reserve(series, plan.day, identity, shared, [draft], stamp)
    elif (standing.values, standing.shared, standing.addressee) != (draft.values, shared, draft.addressee):
        [entry] = register.revise([standing], shared, [draft], stamp)
    else:
        entry = standing
    return with_entry(plan, entry)


def _refuse_borne(plan: Plan, number: str) -> None:
    """A number that a file bears was given before: the register is an old copy (design §6.1)."""
    borne = names_of_number(plan.survey.workspace.year(plan.day.year), number_mark(number))
    if borne:
        raise DamageError("number-borne", Place(file=borne[0]), number=number)


def _written(plan: Plan) -> list[IssuedFile]:
    """The document and its appendices under their final names."""
    workspace, document = plan.survey.workspace, plan.document
    replaced = workspace.year(plan.day.year) / "replaced"
    issued = []
    for path, content in filled_files(plan.letter, plan.forms, document).items():
        digest = place_file(workspace.root / path, content, replaced)
        role = "document" if path == document.path else "appendix"
        issued.append(IssuedFile(role, path, digest, len(content)))
    return issued


def _standing(plan: Plan) -> Entry:
    assert plan.standing is not None
    return plan.standing
