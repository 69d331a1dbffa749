"""What the register has of a batch: its entries, which of them is whose, and lines that may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from letters_gen.documents.batch import Batch
from letters_gen.documents.letter import Letter
from letters_gen.issuing.alike import Alike, alike_lines, recognised
from letters_gen.issuing.decisions import Act, Decision, not_due
from letters_gen.issuing.ground import Ground
from letters_gen.issuing.matching import latest_by_school
from letters_gen.issuing.priors import standing_entries
from letters_gen.issuing.request import Request
from letters_gen.model.entry import Entry
from letters_gen.register.book import Register


@dataclass(frozen=True)
class Standing:
    """A batch as the register has it.

    Attributes:
        entries: every edition of its documents.
        latest: the latest edition by the school's key, lines that the clerk has recognised among
            them.
        unknown: the letters of which none stands; `alike`: the lines that look like them.
    """

    entries: Sequence[Entry]
    latest: dict[str, Entry]
    unknown: Sequence[Letter]
    alike: Alike

    def stranded(self, wanted: Sequence[Letter], decisions: Sequence[Decision]) -> list[Entry]:
        """The documents that stand, to schools that no longer fall short."""
        due = {letter.key().school for letter in wanted}
        gone = {one.key for one in decisions if one.act is Act.WITHDRAW}
        return [entry for entry in not_due(self.latest, due) if entry.key not in gone]


def standing_of(
    batch: Batch, wanted: Sequence[Letter], ground: Ground, request: Request, register: Register
) -> Standing:
    """What the register has of the documents of `batch`."""
    entries = standing_entries(register, batch, wanted)
    latest = latest_by_school(entries, (row.school for row in ground.rows))
    unknown = [letter for letter in wanted if letter.key().school not in latest]
    alike = alike_lines(unknown, request.signed_on, register)
    return Standing(entries, {**latest, **recognised(alike, unknown)}, unknown, alike)
