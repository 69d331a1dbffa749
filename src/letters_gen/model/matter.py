"""What a batch of documents is about: its subject, and, where there are any, the judged week and
the letter relied on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from letters_gen.model.basis import Basis
from letters_gen.model.judgement import Figure, Finding
from letters_gen.model.monitoring import Monitoring
from letters_gen.model.past import NO_PAST, Past
from letters_gen.model.taken import NOTHING_TAKEN, Taken


@dataclass(frozen=True)
class JudgedWeek:
    """One week's monitoring and what it means.

    Attributes:
        findings: what each school does not meet, in the order of the sheet.
        figures: of the whole district, by their keys.
        averages: of the district, by the indicators' keys, as documents show them; `standings`: in
            words, inside a sentence.
        totals: of the columns of counts that the sheet has, by their keys.
        taken: what the office has done about it already; nothing where no document asks.
        past: what earlier weeks tell of it; nothing where no document asks.
    """

    monitoring: Monitoring
    findings: tuple[Finding, ...]
    figures: Mapping[str, Figure]
    averages: Mapping[str, str]
    totals: Mapping[str, int]
    past: Past = NO_PAST
    taken: Taken = NOTHING_TAKEN
    standings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Matter:
    """What all documents of a batch are about.

    Attributes:
        subject: as the register's key names it: the period (`2023-04-08/2023-04-14`), or what the
            clerk has named where there is no week.
        told: what the clerk has said of it, '' where that is the subject itself.
        week: None for documents without a monitoring sheet.
        basis: None where no incoming letter is relied on.
    """

    subject: str
    week: JudgedWeek | None = None
    basis: Basis | None = None
    told: str = ""
