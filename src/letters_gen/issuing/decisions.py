"""What a run does with each document: decided from what is wanted and what the register has (design
§6.3, §6.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from letters_gen.documents.letter import Letter
from letters_gen.documents.statement import differences
from letters_gen.errors import InputError, Place, together
from letters_gen.issuing.drafting import draft_of
from letters_gen.issuing.ground import Ground
from letters_gen.issuing.request import Remake
from letters_gen.model.entry import Draft, Entry, EntryKey
from letters_gen.model.settings import Settings
from letters_gen.model.statement import SharedStatement, Statement


class Act(Enum):
    """What is done with one document."""

    ISSUE = "issue"  # under the next number
    FINISH = "finish"  # reserved by a run that was cut off, nothing has changed since
    REVISE = "revise"  # the same, with new values
    CORRECT = "correct"  # issued, made anew under its own number
    RENEW = "renew"  # issued or annulled, made anew under the next number
    WITHDRAW = "withdraw"  # issued, and no longer due: annulled
    KEEP = "keep"  # issued already
    LEAVE = "leave"  # annulled by hand
    SPARE = "spare"  # issued, and out of a correction's reach: sent, signed, or edited by hand
    AWAIT = "await"  # reserved by another folder, which is perhaps at it


_NUMBERED = (Act.ISSUE, Act.RENEW)
_DONE = (Act.KEEP, Act.LEAVE, Act.SPARE)


@dataclass(frozen=True, slots=True)
class Decision:
    """One document and what is done with it; `letter` is None for one that is withdrawn."""

    act: Act
    letter: Letter | None
    standing: Entry | None

    @property
    def edition(self) -> int:
        """Which edition the document will be."""
        return self.standing.key.edition + (self.act is Act.RENEW) if self.standing else 1

    @property
    def key(self) -> EntryKey:
        """The key of the document as it will be, of a withdrawn one as it was."""
        if self.letter is not None and (self.standing is None or self.takes_number):
            return self.letter.key(self.edition)
        assert self.standing is not None
        return self.standing.key

    @property
    def found_inn(self) -> str:
        """The ИНН of its school where it was entered or corrected since the document was
        registered, '' else.
        """
        entry, letter = self.standing, self.letter
        if entry is None or letter is None or entry.is_annulled or self.takes_number:
            return ""
        inn = letter.school.inn if letter.school else ""
        return inn if inn != entry.inn else ""

    def draft(self, day: date) -> Draft:
        """The draft of the document: signed on `day` where it takes a number, else on the day that
        it bears already.
        """
        assert self.letter is not None
        signed = day if self.takes_number or self.standing is None else self.standing.date
        return replace(draft_of(self.letter, signed), key=self.key)

    @property
    def takes_number(self) -> bool:
        """Whether it gets the next number."""
        return self.act in _NUMBERED

    @property
    def annuls(self) -> Entry | None:
        """The standing document that is annulled by it: one that never left the house."""
        gone = self._ends
        return gone if gone and not gone.has_left else None

    @property
    def replaces(self) -> Entry | None:
        """The document that has left the house, in whose place it is."""
        gone = self._ends
        return gone if gone and gone.has_left else None

    @property
    def _ends(self) -> Entry | None:
        """The document that stands no more after it."""
        entry = self.standing
        if entry is None or entry.is_annulled or self.act not in (Act.RENEW, Act.WITHDRAW):
            return None
        return entry

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return self.act in _DONE

    @property
    def is_written(self) -> bool:
        """Whether its files are still to be written."""
        return not self.is_done and self.act not in (Act.WITHDRAW, Act.AWAIT)


def decided(
    wanted: Sequence[Letter],
    latest: Mapping[str, Entry],
    shared: SharedStatement,
    remake: Remake | None,
    workspace: str | None,
    narrowed: bool,
) -> list[Decision]:
    """A decision for each wanted letter, in their order, then for those that are no longer due.

    Args:
        latest: the register's entries of this type and subject, of each school the latest edition
            (see `matching`).
        workspace: the id of this folder: what another has reserved is its own to finish; None where
            there is no other.
        narrowed: whether the clerk named some of the schools: of the others nothing is withdrawn.
    """
    schools = [letter.key().school for letter in wanted]
    decisions = []
    for letter, school in zip(wanted, schools, strict=True):
        entry = latest.get(school)
        act = _act(letter, entry, shared, remake, workspace)
        decisions.append(Decision(act, _frozen(letter, entry, act), entry))
    if remake and remake.as_edition and not narrowed:
        decisions += _no_longer_due(latest, set(schools))
    return decisions


def _frozen(letter: Letter, entry: Entry | None, act: Act) -> Letter:
    """A document that was reserved says of its appendices what it said then, and bears the code
    that it was given (design §6.3).
    """
    if entry is None or act is not Act.FINISH:
        return letter
    return replace(letter, sheets=entry.own.appendix_sheets, token=entry.own.token)


def _no_longer_due(latest: Mapping[str, Entry], due: set[str]) -> list[Decision]:
    """What is issued to a school that isn't among those `due`, and never left, is annulled."""
    gone = [entry for entry in not_due(latest, due) if not entry.has_left]
    return [Decision(Act.WITHDRAW, None, entry) for entry in gone]


def not_due(latest: Mapping[str, Entry], due: set[str]) -> list[Entry]:
    """What is issued to a school that isn't among those `due`."""
    return [entry for school, entry in latest.items() if school not in due and entry.is_issued]


def _act(
    letter: Letter,
    entry: Entry | None,
    shared: SharedStatement,
    remake: Remake | None,
    workspace: str | None,
) -> Act:
    if entry is None:
        return Act.ISSUE
    if entry.is_annulled:
        return Act.RENEW if remake and remake.as_edition else Act.LEAVE
    if entry.state == "reserved":
        return _of_begun(letter, entry, shared, workspace)
    return _of_issued(letter, entry, shared, remake)


def _of_issued(letter: Letter, entry: Entry, shared: SharedStatement, remake: Remake | None) -> Act:
    """What is done with a document that stands."""
    if remake is None or not (entry.is_unknown or comes_out_different(letter, entry, shared)):
        return Act.KEEP
    if remake.as_edition:
        return Act.RENEW
    if entry.by_hand:
        return Act.KEEP
    return Act.SPARE if entry.has_left or entry.is_signed else Act.CORRECT


def _of_begun(letter: Letter, entry: Entry, shared: SharedStatement, workspace: str | None) -> Act:
    """What is done with a document that an earlier run has begun."""
    if workspace not in (None, entry.workspace):
        return Act.AWAIT
    return Act.REVISE if comes_out_different(letter, entry, shared) else Act.FINISH


def comes_out_different(letter: Letter, entry: Entry, shared: SharedStatement) -> bool:
    """Whether the document would now come out otherwise than the register has it: another sheet
    file, an answer that is awaited, that it is typed, a code, or how many sheets its appendices
    take on this machine don't make it so by themselves.
    """
    draft = draft_of(letter, entry.date)
    sheets, token = entry.own.appendix_sheets, entry.own.token
    own = replace(draft.own, appendix_sheets=sheets, token=token)
    if (entry.own, entry.addressee) != (own, draft.addressee):
        return True
    unseen: dict[str, Any] = {"sheet": None, "answer": False, "typed": False}
    return replace(entry.shared, **unseen) != replace(shared, **unseen)


def refuse_unfinished(decisions: Iterable[Decision]) -> None:
    """Raises InputError `reserved-elsewhere` for what another folder has begun and, as this one has
    the lease, left.
    """
    for decision in decisions:
        if decision.act is Act.AWAIT and decision.standing is not None:
            entry = decision.standing
            raise InputError("reserved-elsewhere", number=entry.number, workspace=entry.workspace)


def refuse_differences(
    decisions: Iterable[Decision], shared: SharedStatement, ground: Ground
) -> None:
    """Raises InputError `issued-differently` for every issued document that now states something
    else (§6.4).
    """
    titles = titles_of(ground.settings)
    faults = []
    for decision in decisions:
        entry = decision.standing
        if decision.act is Act.KEEP and entry is not None and not entry.is_unknown:
            draft = decision.draft(entry.date)
            now = Statement(shared, draft.own, draft.addressee)
            found = list(differences(entry.statement, now, titles))
            if found:
                place = Place(file=ground.file)
                fault = InputError(
                    "issued-differently", place, number=entry.number, differences=found
                )
                faults.append(fault)
    if faults:
        raise together(faults)


def titles_of(settings: Settings) -> dict[str, str]:
    """What columns, figures and indicators are called, by their keys, in a document's words."""
    titles = {key: column.title for key, column in settings.columns.items()}
    titles |= {key: rule.title for key, rule in settings.figures.items()}
    titles |= {key: rule.title for key, rule in settings.indicators.items()}
    return titles
