"""The lines of a journal as entries of the register: of a paper journal as documents that a person
typed, of one that the register itself has printed as what they were.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from letters_gen.facts.incoming_line import incoming_of
from letters_gen.facts.paper_journal import Line
from letters_gen.facts.period_text import typed_date
from letters_gen.model.entry import Delivery, Entry, IssuedFile
from letters_gen.model.journal import (
    ISSUED_HERE,
    NOT_ISSUED,
    NUMBER_ALONE,
    RECEIVED_HERE,
    UNSIGNED,
)
from letters_gen.model.statement import OwnStatement, PaperStatement, SharedStatement

# «Аннулировано: испорчен бланк», not «взамен аннулированного».
_ANNULLED = re.compile(r"\bаннул(?:ир(?:ован[аоы]?)?)?\b\W*", re.IGNORECASE)
_DISPATCH = re.compile(r"(?P<way>.+), (?P<day>[0-9.]{10})(?: \([0-9]+\))?")
_TITLES = {
    "outgoing": "Письмо",
    "orders": "Приказ",
    "staff_orders": "Приказ",
    "incoming": "Письмо",
}


def restored_entry(line: Line, workspace: str, files: Mapping[str, IssuedFile]) -> Entry:
    """The entry that a line is: whole again where the register itself has printed it.

    Args:
        workspace: the id of the folder whose entries its lines were; of a paper journal's lines
            nobody's.
        files: the files that lie in letters/, by their SHA-256.
    """
    entry = entry_of_line(line)
    if not line.is_restoring:
        return entry
    named = [_in_role(one, files) for one in line.said.get("hashes", "").split()]
    found = tuple(file for file in named if file)
    entry = replace(entry, workspace=workspace, files=found)
    if line.said["kept"] == RECEIVED_HERE:
        return _received(entry, line)
    if line.said["kept"] != ISSUED_HERE:
        return entry
    begun = line.said.get("remark", "") == NOT_ISSUED
    state = "reserved" if begun else entry.state
    school, awaited = line.said.get("school", ""), line.said.get("awaited", "")
    deadline = typed_date(awaited) if awaited else None
    own = replace(entry.own, deadline=deadline, token=line.said.get("token", ""))
    shared = SharedStatement(answer=bool(awaited))
    return replace(entry, by_hand=False, school=school, state=state, own=own, shared=shared)


def _received(entry: Entry, line: Line) -> Entry:
    """A letter that came in: what the journal says of it, and by when it is to be seen to."""
    due = line.said.get("due", "")
    own = replace(
        entry.own,
        deadline=typed_date(due) if due else None,
        incoming=incoming_of(line.said, line.day),
    )
    return replace(entry, school=line.said.get("school", ""), own=own)


def _in_role(named: str, files: Mapping[str, IssuedFile]) -> IssuedFile | None:
    """The file of `role:sha256`, None where it isn't in letters/ any more."""
    role, _, digest = named.partition(":")
    return files[digest]._replace(role=role) if digest in files else None


def _deliveries(line: Line) -> tuple[Delivery, ...]:
    told = line.said.get("dispatch", "")
    if not told:
        return ()
    to = line.said.get("addressee", "")
    plain = _DISPATCH.fullmatch(told) if line.is_restoring else None
    day = typed_date(plain["day"]) if plain else None
    if plain is None or day is None:
        return (Delivery(to, told, line.day),)
    return (Delivery(line.said.get("school") or to, plain["way"], day),)


def entry_of_line(line: Line) -> Entry:
    """The entry that a line is in the register, which gives it its batch: annulled by its remark,
    sent by its dispatch mark, else issued.
    """
    said, number = line.said, line.number
    reason = _annulled_because(said.get("remark", ""))
    deliveries = () if reason else _deliveries(line)
    return Entry(
        key=line.key,
        series=number.series.key,
        year=line.day.year,
        seq=number.seq,
        suffix=number.suffix,
        number=line.written,
        date=line.day,
        state=_state(reason, deliveries),
        addressee=said.get("addressee", ""),
        school="",
        workspace="",
        batch=0,
        own=OwnStatement(paper=_paper_statement(line)),
        by_hand=True,
        twin=line.twin,
        deliveries=deliveries,
        annulled_because=reason,
    )


def _paper_statement(line: Line) -> PaperStatement:
    """What the line says; a remark of the register itself passes with its cause: it isn't kept."""
    said, remark = line.said, line.said.get("remark", "")
    is_passing = line.is_restoring and remark in (NOT_ISSUED, NUMBER_ALONE, UNSIGNED)
    return PaperStatement(
        title=said.get("title") or _TITLES[line.number.series.journal],
        heading=said.get("heading", ""),
        related=said.get("related", ""),
        sheets=said.get("sheets", ""),
        appendices=said.get("appendices", ""),
        case=said.get("case", ""),
        signatory=said.get("signatory", ""),
        executor=said.get("executor", ""),
        acquainted=said.get("acquainted", ""),
        remark="" if is_passing else remark,
    )


def _annulled_because(remark: str) -> str:
    """Why the document was annulled, '' where the remark doesn't say that it was."""
    annulled = _ANNULLED.search(remark)
    if annulled is None:
        return ""
    return remark[annulled.end() :].strip(" .") or remark


def _state(annulled_because: str, deliveries: tuple[Delivery, ...]) -> str:
    if annulled_because:
        return "annulled"
    return "sent" if deliveries else "issued"
